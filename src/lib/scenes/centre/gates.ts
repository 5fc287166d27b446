import { mean, range } from 'd3';
import { BLUE, CREAM, DARK, GLASS, OCHRE, ON, ZINC } from '../../figure/colours';
import { drawn, oval, painted, place, slab } from '../../figure/inks';
import { letter } from '../../figure/text';
import { lookAt } from '../../figure/map/look';
import { path as outline } from '../../figure/map/paths';
import { disc, path } from '../../figure/marks';
import { ease } from '../../figure/motion';
import type { Block, Point } from '../../figure/town/plan';
import { apart } from '../../figure/town/polygon';
import { town } from '../../figure/town/town';
import type { Ink, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';

/** The gate's drawing in its own units, and how much of the free part it takes. */
const DRAWING = { w: 400, h: 268 };

/** Where the gate is drawn, large, over the plan. */
export function gateRect({ free, portrait }: View): Rect {
	const fits = (free.h * (portrait ? 0.6 : 0.47) * DRAWING.w) / DRAWING.h;
	const w = Math.min(portrait ? free.w : 0.62 * free.w, 520, fits);
	const h = (w * DRAWING.h) / DRAWING.w;
	return { x: free.x + free.w - w, y: portrait ? free.y + free.h - h : free.y, w, h };
}

/** Whether a point is in a rectangle, or within `by` pixels of it. */
const isIn = (r: Rect, [x, y]: Point, by: number): boolean =>
	x > r.x - by && x < r.x + r.w + by && y > r.y - by && y < r.y + r.h + by;

/** Blocks of houses round a court to which no stream and no lens comes near, those in sight apart from the gate's drawing. */
function gated(view: View): { block: Block; at: Point }[] {
	const t = town();
	const look = lookAt(view, 0);
	const gate = gateRect(view);
	const watched = [
		...t.reaches.flatMap((r) => [t.nodes[r.from], t.nodes[r.to]]),
		...t.lenses.map((l) => t.nodes[l.node])
	];
	return t.blocks
		.filter((b) => b.kind === 'houses' && b.inner.length)
		.flatMap((block) => {
			const middle: Point = [mean(block.outer, (p) => p[0])!, mean(block.outer, (p) => p[1])!];
			const at = look(...middle, 0)!;
			if (!isIn(view.free, at, -20) || isIn(gate, at, 60)) return [];
			return [{ block, at, off: Math.min(...watched.map((p) => apart(p, middle))) }];
		})
		.sort((a, b) => b.off - a.off)
		.slice(0, 7);
}

const known = new Map<string, ReturnType<typeof gated>>();

function gatedOn(view: View): ReturnType<typeof gated> {
	const key = `${view.width}/${view.height}/${view.free.x}`;
	const found = known.get(key) ?? gated(view);
	if (known.size > 4) known.clear();
	known.set(key, found);
	return found;
}

/** Gated residences, off the streams; and, large, what one has at its gate: a door-phone that films. */
export function gates(c: SceneContext, shown: number): Layer {
	if (shown <= 0) return {};
	const { view } = c;
	const look = lookAt(view, 0);
	const blocks = gatedOn(view);
	const r = gateRect(view);
	const opacity = ease(shown, 0, 0.5);
	const large = ease(shown, 0.3, 1);
	const d = blocks.map(({ block }) => outline(look, block.outer, 0)).join('');
	const courts = blocks.map(({ block }) => outline(look, block.inner, 0)).join('');
	const nearest = blocks.toSorted((a, b) => awayFrom(r, a.at) - awayFrom(r, b.at))[0];
	return {
		ink: [
			painted(d, { fill: OCHRE, fillOpacity: 0.75, stroke: 'ink', width: 2.6, opacity }),
			painted(courts, { fill: 'paper', stroke: 'ink', width: 1, opacity }),
			...(nearest ? [leader(r, nearest.at, large)] : []),
			...gate(r, c.life, large)
		],
		marks: [
			...blocks.map(({ at }, i) => disc(`gate.${i}`, ...at, 4, { fill: 'ink', stroke: 'paper', width: 1.4, opacity })),
			...names(c, r, large)
		]
	};
}

const edge = (r: Rect, [x, y]: Point): Point => [
	Math.max(r.x, Math.min(r.x + r.w, x)),
	Math.max(r.y, Math.min(r.y + r.h, y))
];
const awayFrom = (r: Rect, p: Point): number => apart(edge(r, p), p);

function leader(r: Rect, at: Point, opacity: number): Ink {
	const [from, to] = [at, edge(r, at)].map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
	return painted(`M${from}L${to}`, { stroke: 'ink', width: 1.6, opacity });
}

const WALL = '#E6C9B4';
const HOUSES = '#EAD9BF';
const TREE = '#7F9B72';
const ROAD = '#D9CDB6';

/** The gate between its pillars, the residence behind it, and the door-phone on the wall. */
function gate(r: Rect, life: number, opacity: number): Ink[] {
	const k = r.w / DRAWING.w;
	const at = (d: string) => place(d, r.x, r.y, k);
	const put = (d: string, fill: string, width = 1.6): Ink => drawn(at(d), fill, width, { opacity, round: true });
	const line = (d: string, width = 1.2): Ink => painted(at(d), { stroke: 'ink', width, round: true, opacity });
	const bar = (i: number) => `M${58 + i * 14} 226L${58 + i * 14} ${118 - 10 * Math.sin((i / 10) * Math.PI)}`;
	const windows = (x: number, y: number) => [0, 1, 2].map((i) => slab(x + i * 26, y, 15, 20)).join('');
	// A small light that says somebody is looked at.
	const lit = 0.5 + 0.5 * Math.sin(life * 2);
	return [
		put(slab(0, 0, DRAWING.w, DRAWING.h), 'paper', 1.8),
		put('M36 190L36 70L122 70L122 190Z', HOUSES),
		put('M28 72L46 46L112 46L130 72Z', ZINC),
		put(windows(44, 84) + windows(44, 118), GLASS, 1),
		put('M146 190L146 92L236 92L236 190Z', HOUSES),
		put('M138 94L154 70L228 70L244 94Z', ZINC),
		put(windows(156, 106) + windows(156, 138), GLASS, 1),
		put(oval(128, 158, 15, 20), TREE),
		put(oval(19, 146, 15, 22), TREE),
		put(slab(0, 226, DRAWING.w, 42), ROAD),
		put('M58 268L72 226L184 226L206 268Z', CREAM, 1),
		line(range(11).map(bar).join('')),
		line('M52 216L204 216M52 140L204 140', 2),
		line('M52 122Q128 92 204 122', 2),
		line('M128 104L128 226', 2),
		put('M0 226L0 150L36 150L36 226Z', WALL),
		put('M220 226L220 96L400 96L400 226Z', WALL),
		put(slab(216, 86, 184, 14), CREAM),
		put(slab(32, 112, 22, 114), CREAM),
		put(slab(200, 112, 22, 114), CREAM),
		put(slab(29, 102, 28, 12), ZINC),
		put(slab(197, 102, 28, 12), ZINC),
		// What the lens of the door-phone sees, towards us.
		painted(at('M308 132L252 268L364 268Z'), { fill: BLUE, fillOpacity: 0.22, opacity }),
		put(slab(284, 112, 48, 92, 6), DARK),
		put(oval(308, 132, 11), BLUE),
		put(oval(308, 132, 5), DARK, 1),
		put(oval(325, 120, 2.6), ON, 0.6),
		painted(at(oval(325, 120, 4.4)), { fill: ON, opacity: 0.5 * lit * opacity }),
		painted(at('M296 150L320 150M296 155L320 155'), { stroke: ZINC, width: 1.4, opacity }),
		put(
			range(4)
				.map((i) => slab(292, 163 + i * 9.4, 22, 6, 1))
				.join(''),
			CREAM,
			0.8
		),
		put(
			range(4)
				.map((i) => oval(323, 166 + i * 9.4, 2.6))
				.join(''),
			ZINC,
			0.8
		)
	];
}

function names(c: SceneContext, r: Rect, opacity: number) {
	const k = r.w / DRAWING.w;
	const size = c.view.phone ? 13 : Math.min(19, Math.max(13, 15 * k));
	const at = (x: number, y: number): [number, number] => [r.x + x * k, r.y + y * k];
	const named = (key: string, anchor: 'start' | 'end', x: number, y: number) =>
		letter(key, 'grot', ...at(x, y), size, c.say(key), { anchor, opacity });
	const [fx, fy] = at(308, 80);
	const lead = `M${fx.toFixed(1)} ${(fy - 8 * k).toFixed(1)}V${at(308, 110)[1].toFixed(1)}`;
	return [
		named('gated', 'start', 14, 30),
		named('doorphone', 'end', 388, 66),
		path('doorphone.lead', lead, { stroke: 'ink', width: 1.2, opacity })
	];
}
