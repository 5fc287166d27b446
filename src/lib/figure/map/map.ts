import { PAPER } from '../../drawing/palette';
import type { Ink, View } from '../../picture/frame';
import { painted } from '../inks';
import { ease, mix, seeded } from '../motion';
import type { Block, Point, Town } from '../town/plan';
import { town } from '../town/town';
import { flatBlocks, standingBlock } from './blocks';
import { houseInk } from './house';
import { lookAt, type Look } from './look';
import { eveningAt, RIPPLE, skyAt, WATER, type Evening } from './palette';
import { band, n, path } from './paths';
import { lensInk, streamsInk } from './streams';

export interface MapState {
	/** 0 straight above the town, 1 at the foot of the house's wall, which then covers the stage. */
	fly: number;
	/** 0 to 1: lenses are there. */
	lenses: number;
	/** 0 to 1: streams have come this far. */
	grow: number;
	/** Units the packets have run down the streets. */
	run: number;
	opacity: number;
	/** Evening over the flat plan, 0 to 1; as the eye comes down, evening comes by itself. */
	dusk?: number;
	/** Packets on the streams; on when absent. */
	packets?: boolean;
}

/** Plans that do not move, by stage and hour: their paths are long to write. */
const flat = new Map<string, Ink[]>();

/** The town in paper and ink, from above or as the eye comes down to the house. */
export function townInk(view: View, s: MapState): Ink[] {
	const t = town();
	const look = lookAt(view, s.fly);
	const dusk = Math.max(s.dusk ?? 0, ease(s.fly, 0.1, 0.85));
	const rise = ease(s.fly, 0.02, 0.4);
	const evening = eveningAt(dusk, s.opacity);
	const near = t.house.y + t.house.depth;
	const stand = (which: (b: Block) => boolean): Ink[] =>
		rise > 0 ? t.blocks.filter(which).flatMap((b) => standingBlock(view, look, b, rise, evening)) : [];
	return [
		...still(view, s, look, t, rise, evening),
		// Streams lie in the streets: over the paving and the squares, under the walls of the houses in front.
		...stand((b) => b.kind !== 'houses'),
		...streamsInk(look, t, s, dusk),
		...stand((b) => b.kind === 'houses' && b.far > near),
		...houseInk(look, t, rise, s.fly, s.opacity),
		...stand((b) => b.kind === 'houses' && b.far <= near),
		...(s.fly < 0.5 ? lensInk(look, t, s, evening.tint) : [])
	];
}

/** What lies flat; remembered while the eye does not move. */
function still(view: View, s: MapState, look: Look, t: Town, rise: number, evening: Evening): Ink[] {
	const key = s.fly === 0 ? `${view.width}/${view.height}/${view.free.x}/${evening.dusk}/${s.opacity}` : '';
	const known = flat.get(key);
	if (known) return known;
	const out = [...ground(view, look, t, evening), ...(rise === 0 ? flatBlocks(view, look, t, evening) : [])];
	if (key) {
		if (flat.size > 4) flat.clear();
		flat.set(key, out);
	}
	return out;
}

/** Sky, paving, river and bridges. */
function ground(view: View, look: Look, t: Town, { dusk, tint, line }: Evening): Ink[] {
	const { opacity } = line;
	const down = (y: number | string, fill: string): Ink => painted(`M0 0H${view.width}V${y}H0Z`, { fill, opacity });
	const out: Ink[] = [];
	if (dusk > 0) {
		out.push(down(view.height, tint(PAPER, 0.8)));
		const horizon = look(t.house.x, 1e7, 0);
		if (horizon && horizon[1] > 0) out.push(down(horizon[1].toFixed(1), skyAt(dusk)));
	}
	const bank = [...t.banks[0], ...[...t.banks[1]].reverse()];
	const bridges = t.bridges.map(([a, b]) => path(look, band(a, b, 7.5), 0)).join('');
	out.push(
		{ type: 'shape', d: path(look, bank, 0), fill: tint(WATER), ...line, width: 1.3 },
		{ type: 'shape', d: ripples(look, t), fill: 'none', stroke: tint(RIPPLE), width: 1, opacity },
		{ type: 'shape', d: bridges, fill: tint(PAPER, 0.94), ...line, width: 1.3 }
	);
	return out;
}

function ripples(look: Look, t: Town): string {
	const random = seeded(5);
	const [south, north] = t.banks;
	let d = '';
	for (let i = 2; i + 2 < Math.min(south.length, north.length); i++) {
		const s = 0.25 + random() * 0.5;
		const a: Point = [mix(south[i][0], north[i][0], s), mix(south[i][1], north[i][1], s)];
		const p = look(a[0] - 9, a[1], 0);
		const c = look(a[0], a[1] + 5, 0);
		const q = look(a[0] + 9, a[1], 0);
		if (p && c && q) d += `M${n(p)}Q${n(c)} ${n(q)}`;
	}
	return d;
}
