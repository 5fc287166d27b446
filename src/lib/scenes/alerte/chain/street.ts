import { NIGHT } from '../../../drawing/palette';
import { AT_DUSK, bulletInk } from '../../../figure/bullet';
import { drawn, oval, painted, slab } from '../../../figure/inks';
import { POLE } from '../../../figure/colours';
import { seeded } from '../../../figure/motion';
import { FAINT, LAMP, PANEL, RAISED } from '../../../figure/night';
import type { Ink, SceneContext } from '../../../picture/frame';
import { CAST } from '../../../street/cast';
import { CAMERA, type Lit, type Plan } from './layout';

/** Walls and roofs of the town behind, and the moon. */
const TOWN = '#1F252B';
const SLATES = '#262D34';
const MOON = '#D8D6CC';

/** Outside, by night: the town, the ground with its conduit, Nour, and the mast with its camera. */
export function street({ view: { width, height } }: SceneContext, p: Plan, lit: Lit): Ink[] {
	const line = p.phone ? 1.2 : 1.6;
	const floor = slab(-4, p.ground, width + 8, height - p.ground + 8);
	const { look, height: tall } = CAST.nour;
	return [
		...town(p, width),
		sight(p, lit.camera),
		painted(floor, { fill: PANEL, stroke: 'paper', width: line }),
		soil(p, width),
		...conduit(p, lit.network),
		...mast(p, lit.camera, line),
		{ type: 'person', look, pose: 'stand', x: p.nour, y: p.ground, k: p.metre, height: tall, facing: 1 }
	];
}

/** Houses in a row, here and there a lit window, over the whole stage; the moon over them. */
function town(p: Plan, width: number): Ink[] {
	const random = seeded(707);
	const unit = p.phone ? 24 : 54;
	let walls = '';
	let roofs = '';
	let unlit = '';
	let lit = '';
	for (let x = -unit * random(); x < width;) {
		const bays = 2 + Math.floor(2 * random());
		const storeys = 2 + Math.floor(2.4 * random());
		const w = bays * unit * 0.62 + unit * 0.3;
		const y = p.ground - storeys * unit * 0.78 - unit * 0.3;
		const ridge = y - unit * (0.4 + 0.35 * random());
		walls += slab(x, y, w, p.ground - y);
		roofs += `M${x} ${y}L${x + unit * 0.26} ${ridge}L${x + w - unit * 0.26} ${ridge}L${x + w} ${y}Z`;
		roofs += slab(x + w * (0.2 + 0.5 * random()), ridge - unit * 0.22, unit * 0.2, unit * 0.34);
		for (let k = 0; k < bays * storeys; k++) {
			const [column, row] = [k % bays, Math.floor(k / bays)];
			const pane = slab(x + unit * (0.3 + 0.62 * column), y + unit * (0.2 + 0.78 * row), unit * 0.3, unit * 0.44);
			if (random() < 0.2) lit += pane;
			else unlit += pane;
		}
		x += w;
	}
	const r = p.phone ? 9 : 24;
	const [mx, my] = [p.street.x + p.street.w * 0.16, p.street.y + r * 1.5];
	return [
		painted(oval(mx, my, r), { fill: MOON }),
		painted(oval(mx + r * 0.44, my - r * 0.2, r * 0.86), { fill: NIGHT }),
		painted(walls, { fill: TOWN, stroke: FAINT, width: 1 }),
		painted(roofs, { fill: SLATES, stroke: FAINT, width: 1 }),
		painted(unlit, { fill: NIGHT }),
		painted(lit, { fill: LAMP, opacity: 0.5 })
	];
}

/** What the camera sees: a wedge of light down to where Nour stands. */
function sight(p: Plan, lit: number): Ink {
	const [x, y] = p.lens;
	const d = `M${x} ${y}L${p.nour - p.metre * 0.5} ${p.ground}L${p.car.x + p.car.h * 2.2} ${p.ground}Z`;
	return painted(d, { fill: LAMP, opacity: 0.24 * lit });
}

/** Stones in the earth. */
function soil(p: Plan, width: number): Ink {
	const random = seeded(12);
	const xyr: number[] = [];
	const depth = p.conduit - p.ground;
	for (let x = 10; x < width; x += p.phone ? 19 : 37)
		xyr.push(x + 14 * random(), p.ground + depth * (0.25 + 1.9 * random()), (p.phone ? 0.9 : 1.6) * (1 + random()));
	return { type: 'dots', xyr, fill: FAINT };
}

function conduit(p: Plan, lit: number): Ink[] {
	const w = p.phone ? 7 : 15;
	const to = p.recorder.x + p.recorder.w / 2;
	const pipe = slab(p.mast.x - w / 2, p.conduit - w / 2, to - p.mast.x + w, w, w / 2);
	return [
		painted(pipe, { fill: RAISED, stroke: 'paper', width: 1.2, opacity: 0.35 + 0.65 * lit }),
		// A manhole under the mast.
		painted(slab(p.mast.x - w * 1.4, p.ground - 2, w * 2.8, 4), { fill: POLE, stroke: 'paper', width: 1 })
	];
}

function mast({ mast: { x, h }, ground }: Plan, lit: number, line: number): Ink[] {
	const pole = slab(x - 0.016 * h, ground - 0.97 * h, 0.032 * h, 0.97 * h);
	const foot = slab(x - 0.045 * h, ground - 0.04 * h, 0.09 * h, 0.04 * h);
	const opacity = 0.4 + 0.6 * lit;
	const paint = { ...AT_DUSK, line: lit > 0.5 ? '#F6EFE2' : '#59626B' };
	return [
		drawn(pole, POLE, line, { stroke: paint.line }),
		drawn(foot, POLE, line, { stroke: paint.line }),
		...bulletInk(x, ground - 0.92 * h, CAMERA * h, paint, line, { opacity })
	];
}
