import { YELLOW } from '../../../figure/colours';
import { painted, slab } from '../../../figure/inks';
import { letter, measure, rows, wrap } from '../../../figure/text';
import { box, disc, group, path } from '../../../figure/marks';
import { mix } from '../../../figure/motion';
import { DIM, PALE } from '../../../figure/night';
import { operatorInk } from '../../../figure/operator';
import { carOutline } from '../../../figure/patrol';
import type { Ink, Mark, SceneContext } from '../../../picture/frame';
import type { Layer } from '../../layers';
import { body, house, laptopOf, monitorOf, SHEET } from './house';
import {
	answersOn,
	CAMERA,
	cut,
	line,
	PARTS,
	planOf,
	pointAt,
	routes,
	seatIn,
	type Lit,
	type Part,
	type Plan
} from './layout';
import { street } from './street';

/** All that an alert passes, from the camera to the patrol, but for the operator and their screen; `sent` is its packet. */
export function chain(c: SceneContext, lit: Lit, m: Journey, shown: number, sent: number): Layer {
	const p = planOf(c.view);
	const line = wires(p, m);
	const veil = painted(slab(0, 0, c.view.width, c.view.height), { fill: 'night', opacity: 1 - shown });
	return {
		ink: [...street(c, p, lit), ...patrol(p, lit.patrol), ...house(c, p, lit), line.ink, veil],
		marks: [
			...line.marks.map((mark) => ({ ...mark, opacity: (mark.opacity ?? 1) * shown })),
			...found(p, lit.server * shown),
			...settings(p, lit.installer * shown),
			...packet(p, m, sent * shown),
			...names(c, p, lit, shown)
		]
	};
}

/** The operator in the room of screens; the hand goes from one answer to the other, and rests. */
export function operatorInChain(c: SceneContext, acting: number, opacity: number): Layer {
	const p = planOf(c.view);
	const seat = seatIn(p);
	const [dismiss, pass] = answersOn(p).map((r) => ({ x: r.x + r.w / 2, y: r.y + r.h + 14 * seat.scale }));
	const rest = { x: seat.x + 120 * seat.scale, y: p.room.y + p.room.h * 0.78 };
	const up = Math.min(1, 3 * acting);
	const over = Math.max(0, Math.min(1, 3 * acting - 1.4));
	const hand = {
		x: mix(rest.x, mix(dismiss.x, pass.x, over), up),
		y: mix(rest.y, mix(dismiss.y, pass.y, over), up)
	};
	const breath = Math.sin(c.life * 1.5);
	return { ink: operatorInk({ ...seat, turn: 0.4 * acting, breath, light: 0.9, hand, opacity }) };
}

/** What the sources say of a part. */
const FACTS: Partial<Record<Part, string>> = { recorder: 'f15', server: 'c16' };

/** Where a part's name stands: its first baseline, and how wide its words may be. */
function placeOf(part: Part, p: Plan): { x: number; y: number; w: number } {
	const { name, street, mast, ground, car, room, phone } = p;
	const pad = phone ? 4 : 12;
	if (part === 'camera') {
		const y = ground - 0.95 * mast.h - (phone ? 8 : 10 + p.note * 1.2);
		return { x: mast.x - CAMERA * 1.3 * mast.h, y, w: street.w * 0.6 };
	}
	if (part === 'network') return { x: street.x, y: p.conduit + (phone ? 5 : name * 0.35), w: mast.x - street.x - 20 };
	if (part === 'patrol')
		return { x: car.x, y: ground - car.h - (phone ? 8 : 16 + p.note * 1.2), w: street.x + street.w - car.x - 6 };
	const r = part === 'operator' ? room : p[part];
	return {
		x: r.x + pad,
		y: r.y + name * (phone ? 1.05 : 1.35) + (part === 'operator' ? 0 : r.h * 0.035),
		w: r.w - 2 * pad
	};
}

/** Every part by its name, and where there is room what is said of it. */
function names(c: SceneContext, p: Plan, lit: Lit, shown: number): Mark[] {
	return PARTS.flatMap((part) => {
		const { x, y, w } = placeOf(part, p);
		const fact = FACTS[part];
		const name = c.say(`chain.${part}`);
		const fill = lit[part] > 0.5 ? 'paper' : PALE;
		const look = { fill, halo: 'night', opacity: shown * mix(0.62, 1, lit[part]), fact };
		const word = letter(`part-${part}`, 'grot', x, y, p.name, name, look);
		if (!p.note) return [word];
		// In the room of screens there is room beside the name, not under it.
		const beside = part === 'operator' ? measure(name, p.name, 'grot') + 10 : 0;
		const lines = wrap(c.say(`chain.${part}.note`), p.note, 'news', w - beside);
		const under = beside ? y : y + p.note * 1.3;
		const said = { fill: PALE, halo: 'night', opacity: shown * lit[part], fact };
		return [word, ...rows(`note-${part}-`, 'news', x + beside, under, p.note, lines, p.note * 1.16, said)];
	});
}

/** The patrol, of which nothing read says what it does: a car and somebody beside it, in dashes only. */
function patrol(p: Plan, lit: number): Ink[] {
	const { car, ground, phone } = p;
	const [width, dash] = phone ? [1.1, '3 2.5'] : [1.8, '5 4'];
	const look = { stroke: 'paper', width, dash, opacity: 0.22 + 0.78 * lit };
	return [
		painted(carOutline(car.x, ground - 1, car.h), look),
		painted(body(car.x + car.h * 2.17 + p.metre * 0.34, ground - 1, p.metre * 1.72), look)
	];
}

/** How far along each of its ways the picture has come, then its alert, then the call. */
type Journey = Record<'toRecorder' | 'toServer' | 'toScreen' | 'toPatrol', number>;

/** The line that joins the parts, and the part of it that has been travelled: pale for pictures, red once it is an alert. */
function wires(p: Plan, m: Journey): { ink: Ink; marks: Mark[] } {
	const ways = routes(p);
	const width = p.phone ? 1.8 : 3;
	const whole = [ways.toRecorder, ways.toServer, ways.toScreen].map(line).join('');
	const gone = (way: keyof Journey) => (m[way] > 0 ? line(cut(ways[way], m[way])) : '');
	const pictures = gone('toRecorder') && gone('toRecorder') + gone('toServer');
	const up = p.screen.x + p.screen.w * 0.84;
	const aerial = `M${up} ${p.screen.y}V${p.room.y - p.wall / 2}H${p.aerial[0]}V${p.aerial[1]}`;
	const air = { stroke: 'paper', width: width * 0.7, dash: '2 5', opacity: m.toPatrol > 0 ? 0.8 : 0.25 };
	const call = { stroke: 'paper', width: width * 0.8, dash: p.phone ? '4 4' : '7 7', round: true };
	return {
		ink: painted(whole, { stroke: DIM, width: width * 0.7 }),
		marks: [
			path('wire-pictures', pictures || 'M0 0', { stroke: PALE, width, round: true }),
			path('wire-alert', gone('toScreen') || 'M0 0', { stroke: 'signal', width, round: true }),
			path('wire-aerial', aerial, air),
			path('wire-call', gone('toPatrol') || 'M0 0', call)
		]
	};
}

/** The picture on its way, Nour in it; a red box is round her once the server has seen it. */
function packet(p: Plan, m: Journey, opacity: number): Mark[] {
	const way = m.toScreen > 0 ? 'toScreen' : m.toServer > 0 ? 'toServer' : 'toRecorder';
	const [x, y] = pointAt(routes(p)[way], m[way]);
	const w = p.phone ? 20 : 40;
	const h = w * 0.66;
	const round = { x: -h * 0.26, y: -h * 0.36, w: h * 0.52, h: h * 0.8 };
	const seen = { stroke: 'signal', width: p.phone ? 1.4 : 2.2, opacity: m.toServer >= 1 ? 1 : 0 };
	const children = [
		box('sheet', { x: -w / 2, y: -h / 2, w, h }, { fill: SHEET, stroke: 'ink', width: 1.2 }),
		path('ground', `M${-w / 2} ${h * 0.22}H${w / 2}`, { stroke: 'ink', width: 0.8, opacity: 0.4 }),
		path('nour', body(0, h * 0.4, h * 0.68), { fill: YELLOW, stroke: 'ink', width: 0.9 }),
		box('box', round, seen)
	];
	return group('packet', children, { x, y, opacity: opacity * (1 - m.toScreen ** 8) });
}

/** What the server makes of it: boxes round bodies, one of them filled. */
function found(p: Plan, opacity: number): Mark[] {
	const r = monitorOf(p);
	const people = [0.2, 0.52, 0.82].map((s, i) => ({ x: r.x + r.w * s, h: r.h * (i === 1 ? 0.66 : 0.5) }));
	const foot = r.y + r.h * 0.92;
	const boxes = people.map(({ x, h }, i): Mark => {
		const rect = { x: x - h * 0.24, y: foot - h * 1.06, w: h * 0.48, h: h * 1.08 };
		const [fill, width] = i === 1 ? ['signal', 2] : ['none', 1.2];
		return box(`box-${i}`, rect, { fill, fillOpacity: 0.25, stroke: 'signal', width });
	});
	const bodies = people.map(({ x, h }) => body(x, foot, h)).join('');
	return group('found', [path('bodies', bodies, { fill: DIM }), ...boxes], { opacity });
}

/** What the installer has set: the zone in dashes, and a clock for the threshold. */
function settings(p: Plan, opacity: number): Mark[] {
	const s = laptopOf(p);
	const at = (u: number, v: number) => `${(s.x + s.w * u).toFixed(1)} ${(s.y + s.h * v).toFixed(1)}`;
	const zone = `M${at(0.26, 0.4)}L${at(0.62, 0.4)}L${at(0.78, 0.8)}L${at(0.1, 0.8)}Z`;
	const [x, y, r] = [s.x + s.w * 0.78, s.y + s.h * 0.28, s.h * 0.17];
	const children = [
		path('zone', zone, { stroke: 'signal', width: p.phone ? 1.2 : 1.8, dash: '3 3' }),
		disc('clock', x, y, r, { fill: 'paper', stroke: 'ink', width: 1 }),
		path('hand', `M${x} ${y}V${y - r}A${r} ${r} 0 0 1 ${x} ${y + r}Z`, { fill: 'signal' })
	];
	return group('settings', children, { opacity });
}
