import { letter } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { CAST } from '../../street/cast';
import { DAYS, PROCESSORS, WATTS_EACH } from './data';

/** Hours of a heater across and down a megawatt-hour, and megawatt-hours across and down a gigawatt-hour. */
export const HOURS = { across: 40, down: 25 } as const;
export const BLOCKS = { across: 25, down: 40 } as const;
/** The block, and the heater in it, that we start from. */
const HOME = { block: [11, 17], cell: [17, 11] } as const;

export const TILE = '#C99A3F';
export const TILE_PALE = '#D6AE5E';
const OWN = '#F2D98C';
const ROOM = ['#EADFCB', '#E4D8C0'];

type Point = readonly [number, number];

const START: Point = [
	HOME.block[0] * HOURS.across + HOME.cell[0] + 0.5,
	HOME.block[1] * HOURS.down + HOME.cell[1] + 0.5
];
const MIDDLE: Point = [(HOME.block[0] + 0.5) * HOURS.across, (HOME.block[1] + 0.5) * HOURS.down];
const FIELD: Point = [(HOURS.across * BLOCKS.across) / 2, (HOURS.down * BLOCKS.down) / 2];

/** Heaters seen across the window, and the middle of it, when the zoom is at `z`: 0 one, 1 a thousand, 2 a million. */
export function windowAt(z: number): { across: number; x: number; y: number } {
	const first = z <= 1;
	const t = first ? z : z - 1;
	const [a, b] = first ? [1, HOURS.across] : [HOURS.across, HOURS.across * BLOCKS.across];
	const [from, to] = first ? [START, MIDDLE] : [MIDDLE, FIELD];
	const across = a * (b / a) ** t;
	const w = (across - a) / (b - a);
	return { across, x: mix(from[0], to[0], w), y: mix(from[1], to[1], w) };
}

/** Where the zoom is at a progress of its step. */
export const zoomAt = (p: number): number => ease(p, 0.36, 0.5) + ease(p, 0.74, 0.92);

/**
 * One kilowatt-hour drawn as a thing one knows, a heater left on for an hour; then a thousand, then a million of them.
 * `r` is the window looked through, as wide over high as a million heaters are.
 */
export function kilowattHours(c: SceneContext, r: Rect, p: number, shown: number, ink: Ink[], marks: Mark[]): void {
	if (shown <= 0) return;
	const z = zoomAt(p);
	const view = windowAt(z);
	const w = r.w / view.across;
	const h = r.h / view.across;
	const at = (x: number, y: number): [number, number] => [
		r.x + r.w / 2 + (x - view.x) * w,
		r.y + r.h / 2 + (y - view.y) * h
	];
	const clip = r;
	ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: ROOM[0], opacity: shown });
	const tiles = ease(view.across, 42, 58);
	if (tiles < 1) heaters(c, r, view, w, h, at, shown, ink);
	if (view.across > 14) {
		const [x0, y0] = [0, 0];
		let even = '';
		let odd = '';
		let own = '';
		for (let row = y0; row < BLOCKS.down; row++)
			for (let column = x0; column < BLOCKS.across; column++) {
				const [x, y] = at(column * HOURS.across, row * HOURS.down);
				const [bw, bh] = [w * HOURS.across, h * HOURS.down];
				if (x > r.x + r.w || y > r.y + r.h || x + bw < r.x || y + bh < r.y) continue;
				const d = `M${x.toFixed(1)} ${y.toFixed(1)}h${bw.toFixed(1)}v${bh.toFixed(1)}h${(-bw).toFixed(1)}Z`;
				if (column === HOME.block[0] && row === HOME.block[1]) own = d;
				else if ((column + row) % 2) odd += d;
				else even += d;
			}
		const o = tiles * shown;
		ink.push(
			{ type: 'shape', d: even, fill: TILE, clip, opacity: o },
			{ type: 'shape', d: odd, fill: TILE_PALE, clip, opacity: o },
			{ type: 'shape', d: even + odd, stroke: 'ink', width: 0.7, clip, opacity: 0.5 * shown },
			{ type: 'shape', d: own, fill: OWN, fillOpacity: tiles, stroke: 'ink', width: 2.4, clip, opacity: shown }
		);
	}
	ink.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), stroke: 'ink', width: 1.8, opacity: shown });
	captions(c, r, z, shown, marks);
}

/** The heaters in sight, as many as can be told apart. */
function heaters(
	c: SceneContext,
	r: Rect,
	view: { across: number; x: number; y: number },
	w: number,
	h: number,
	at: (x: number, y: number) => [number, number],
	shown: number,
	ink: Ink[]
): void {
	const half = view.across / 2 + 1;
	const clip = r;
	let rooms = '';
	let bodies = '';
	let fins = '';
	let glow = '';
	for (let y = Math.floor(view.y - half); y <= view.y + half; y++)
		for (let x = Math.floor(view.x - half); x <= view.x + half; x++) {
			const [px, py] = at(x, y);
			if (px > r.x + r.w || py > r.y + r.h || px + w < r.x || py + h < r.y) continue;
			const a = (u: number, v: number) => `${(px + u * w).toFixed(1)} ${(py + v * h).toFixed(1)}`;
			if ((x + y) % 2) rooms += `M${a(0, 0)}L${a(1, 0)}L${a(1, 1)}L${a(0, 1)}Z`;
			bodies += `M${a(0.46, 0.56)}L${a(0.74, 0.56)}L${a(0.74, 0.82)}L${a(0.46, 0.82)}Z`;
			if (w > 30) {
				for (let i = 1; i < 8; i++) fins += `M${a(0.46 + i * 0.035, 0.58)}L${a(0.46 + i * 0.035, 0.8)}`;
				fins += `M${a(0.49, 0.82)}L${a(0.49, 0.86)}M${a(0.71, 0.82)}L${a(0.71, 0.86)}M${a(0, 0.86)}L${a(1, 0.86)}`;
			}
			if (w > 60)
				for (let i = 0; i < 4; i++) {
					const u = 0.5 + i * 0.065;
					const sway = 0.012 * Math.sin(c.life * 2 + i);
					glow += `M${a(u, 0.53)}Q${a(u + 0.02 + sway, 0.49)} ${a(u, 0.46)}Q${a(u - 0.02 - sway, 0.43)} ${a(u, 0.39)}`;
				}
		}
	const line = Math.max(0.6, Math.min(1.8, w / 60));
	ink.push(
		{ type: 'shape', d: rooms, fill: ROOM[1], clip, opacity: shown },
		{ type: 'shape', d: bodies, fill: TILE, stroke: 'ink', width: line, clip, opacity: shown },
		{ type: 'shape', d: fins, stroke: 'ink', width: line, round: true, clip, opacity: shown },
		{ type: 'shape', d: glow, stroke: TILE, width: line * 1.8, round: true, clip, opacity: shown }
	);
	if (w > 36) {
		const [x, y] = at(START[0] - 0.5 + 0.3, START[1] - 0.5 + 0.88);
		ink.push({
			type: 'person',
			look: CAST.josette.look,
			pose: 'stand',
			x,
			y,
			k: 0.37 * h,
			height: CAST.josette.height,
			facing: 1,
			clip,
			opacity: shown * ease(w, 36, 60)
		});
	}
}

/** What is in the window, in kilowatt-hours and in heaters. */
function captions(c: SceneContext, r: Rect, z: number, shown: number, marks: Mark[]): void {
	const small = c.view.portrait || c.view.width < 700;
	const big = small ? 27 : 58;
	const text = small ? 13 : 20;
	const { free } = c.view;
	for (let n = 0; n < 3; n++) {
		const near =
			shown *
			(n === 0 ? 1 - span(z, 0.2, 0.4) : n === 1 ? span(z, 0.6, 0.85) * (1 - span(z, 1.15, 1.35)) : span(z, 1.65, 1.9));
		if (near <= 0) continue;
		const head = c.say('hour.kwh', { n: c.number(1000 ** n) });
		const y = r.y + r.h + big * 1.02;
		marks.push(letter(`hour.${n}`, 'grot', free.x, y, big, head, { opacity: near, fact: 'f08' }));
		const x = free.x + measure(head, big, 'grot') + (small ? 12 : 22);
		const lines = wrap(c.say(`hour.${n}`), text, 'news', free.x + free.w - x);
		const first = y - (lines.length - 1) * text * 1.16 - (small ? 1 : 4);
		lines.forEach((line, i) =>
			marks.push(
				letter(`hour.${n}.${i}`, 'news', x, first + i * text * 1.16, text, line, { opacity: near, fact: 'f08' })
			)
		);
		if (n === 2) {
			const sum = c.say('power', { n: PROCESSORS, w: Math.round(WATTS_EACH), d: DAYS });
			marks.push(
				letter('hour.sum', 'mono', free.x, y + (small ? 18 : 30), small ? 12 : 14, sum, {
					opacity: near,
					fill: 'muted',
					fact: 'f08'
				})
			);
		}
	}
}
