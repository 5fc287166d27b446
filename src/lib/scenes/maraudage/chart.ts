import { scaleLog } from 'd3';
import type { Camera } from '../../camera/camera';
import { ease, mix, span, stagger } from '../../figure/motion';
import { placePeople } from '../../figure/square';
import { measure } from '../../figure/text';
import { minutesSeconds } from '../../figure/boxes';
import type { Mark, SceneContext } from '../../picture/frame';
import { heldFrame, longest, LONGEST, ROWS, rowOf, type Longest } from './data';

/** Whose dots carry a name. */
const NAMED = ['nour', 'marcel', 'thief'];

/**
 * Offsets across the line that keep discs of one radius from overlapping, each as near to the line as can be; discs
 * are taken in the order of `along`. A beeswarm.
 */
export function swarm(along: readonly number[], radius: number): number[] {
	const order = along.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x || a.i - b.i);
	const out = new Array<number>(along.length).fill(0);
	const set: { x: number; y: number }[] = [];
	const d = 2 * radius;
	for (const { x, i } of order) {
		const near = set.filter((p) => x - p.x < d);
		const candidates = [0];
		for (const p of near) {
			const dy = Math.sqrt(Math.max(0, d * d - (x - p.x) ** 2)) + 0.01;
			candidates.push(p.y + dy, p.y - dy);
		}
		const y = candidates
			.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)
			.find((v) => near.every((p) => (x - p.x) ** 2 + (v - p.y) ** 2 >= d * d - 1e-6)) as number;
		set.push({ x, y });
		out[i] = y;
	}
	return out;
}

export interface Dot extends Longest {
	x: number;
	y: number;
}

interface Layout {
	r: number;
	dots: Dot[];
	rows: { key: (typeof ROWS)[number]; y: number; top: number; total: number }[];
	x: (seconds: number) => number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Where every dot and row stands: rows as high as their swarm needs. */
export function layoutChart(c: SceneContext): Layout {
	const f = c.view.free;
	const small = c.view.portrait || c.view.width < 700;
	const people = longest(c.recording);
	const nameWidth = small ? 0 : Math.min(190, f.w * 0.24);
	const left = f.x + nameWidth + (small ? 6 : 0);
	const right = f.x + f.w - (small ? 40 : 74);
	const most = Math.max(2 * LONGEST, ...people.map((p) => p.seconds));
	const scale = scaleLog([1, most], [left, right]);
	const x = (s: number) => scale(Math.max(1, s));
	const top = f.y + (small ? 26 : 44);
	const bottom = f.y + f.h - (small ? 18 : 34);
	const label = small ? 15 : 0;
	const least = small ? 11 : 26;
	const of = ROWS.map((key) => people.filter((p) => rowOf(p.key) === key));
	let r = small ? 5 : 9;
	let swarms: number[][] = [];
	let heights: number[] = [];
	// The largest dots with which every swarm still fits its row.
	for (; r > 2; r -= 0.5) {
		swarms = of.map((own) =>
			swarm(
				own.map((p) => x(p.seconds)),
				r + 0.8
			)
		);
		heights = swarms.map((s) => label + Math.max(least, 2 * Math.max(0, ...s.map(Math.abs)) + 2 * r + 6));
		if (heights.reduce((a, b) => a + b, 0) <= bottom - top) break;
	}
	const spare = Math.max(0, (bottom - top - heights.reduce((a, b) => a + b, 0)) / ROWS.length);
	const dots: Dot[] = [];
	const rows: Layout['rows'] = [];
	let y = top;
	ROWS.forEach((key, i) => {
		const h = heights[i] + spare;
		const middle = y + label + (h - label) / 2;
		rows.push({ key, y: middle, top: y, total: of[i].length });
		of[i].forEach((p, k) => dots.push({ ...p, x: x(p.seconds), y: middle + swarms[i][k] }));
		y += h;
	});
	return { r, dots: dots.sort((a, b) => a.person - b.person), rows, x, left, right, top, bottom };
}

/** The threshold the scroll has reached in the fifth step, in seconds: 1 to 120, even on the chart's scale. */
export const sweep = (t: number): number => Math.exp(mix(0, Math.log(LONGEST), span(t, 0.3, 0.93)));

/** A phone, or a window as narrow as one. */
const narrow = (c: SceneContext): boolean => c.view.portrait || c.view.width < 700;

/** Dwell by reason: a dot a person, falling from where they stand; a line sweeps the thresholds and counts who it takes. */
export function chart(c: SceneContext, t: number, camera: Camera): Mark[] {
	const l = layoutChart(c);
	const words = ease(t, 0.14, 0.27);
	const limit = sweep(t);
	const line = ease(t, 0.26, 0.3);
	return [
		...reasons(c, l, t, words, limit),
		...seconds(c, l, words),
		...(line > 0 ? taken(c, l, limit, line) : []),
		...falling(c, l, t, camera, line > 0 ? limit : Infinity),
		...names(c, l, words),
		...(line > 0 ? count(c, l, limit, line) : [])
	];
}

/** A row a reason: its name, and how many of its people the threshold takes. */
function reasons(c: SceneContext, l: Layout, t: number, words: number, limit: number): Mark[] {
	const small = narrow(c);
	const f = c.view.free;
	const size = small ? 12 : 16;
	const marks: Mark[] = [];
	l.rows.forEach((row, i) => {
		marks.push({
			type: 'line',
			key: `row-${row.key}`,
			x1: f.x,
			x2: f.x + f.w,
			y1: row.top,
			y2: row.top,
			stroke: 'ink',
			width: 1,
			opacity: 0.2 * words
		});
		const words2 = small ? [c.say(`row.${row.key}`)] : c.say(`row.${row.key}`).split('|');
		words2.forEach((text, k) =>
			marks.push({
				type: 'text',
				key: `row-${row.key}-${k}`,
				x: f.x,
				y: small ? row.top + 13 : row.y + 5 + (k - (words2.length - 1) / 2) * 18,
				text: text.replace('|', ' '),
				size,
				font: 'news',
				weight: 500,
				opacity: words
			})
		);
		const caught = l.dots.filter((d) => rowOf(d.key) === row.key && d.seconds >= limit).length;
		marks.push({
			type: 'text',
			key: `caught-${i}`,
			x: f.x + f.w - 2,
			y: small ? row.top + 14 : row.y + 7,
			anchor: 'end',
			text: `${caught}/${row.total}`,
			size: small ? 13 : 20,
			font: 'mono',
			weight: 600,
			fill: caught ? 'signal-text' : 'ink',
			opacity: ease(t, 0.24, 0.3)
		});
	});
	return marks;
}

/** The scale of seconds. */
function seconds(c: SceneContext, l: Layout, words: number): Mark[] {
	const small = narrow(c);
	const marks: Mark[] = [];
	for (const s of [1, 4, 10, 30, 60, 120, 240]) {
		if (l.x(s) > l.right + 2 || (small && s === 60)) continue;
		marks.push(
			{
				type: 'line',
				key: `second-${s}`,
				x1: l.x(s),
				x2: l.x(s),
				y1: l.top,
				y2: l.bottom,
				stroke: 'ink',
				width: 1,
				dash: '2 5',
				opacity: 0.3 * words
			},
			{
				type: 'text',
				key: `second-text-${s}`,
				x: l.x(s),
				y: l.bottom + (small ? 14 : 22),
				text: c.say('seconds', { s }),
				size: small ? 12 : 13,
				font: 'mono',
				anchor: 'middle',
				opacity: words
			}
		);
	}
	return marks;
}

/** The line of the threshold, and all that it takes. */
function taken(c: SceneContext, l: Layout, limit: number, line: number): Mark[] {
	const f = c.view.free;
	const lx = l.x(limit);
	return [
		{
			type: 'rect',
			key: 'taken',
			x: lx,
			y: l.top,
			w: Math.max(0, f.x + f.w - lx),
			h: l.bottom - l.top,
			fill: 'signal',
			fillOpacity: 0.06,
			opacity: line
		},
		{
			type: 'line',
			key: 'limit',
			x1: lx,
			x2: lx,
			y1: l.top - 8,
			y2: l.bottom,
			stroke: 'signal',
			width: 2.4,
			opacity: line
		}
	];
}

/** The dots, on their way from the people in the square; those of at least `limit` seconds are taken. */
function falling(c: SceneContext, l: Layout, t: number, camera: Camera, limit: number): Mark[] {
	const marks: Mark[] = [];
	const now = placePeople(c.recording, heldFrame(c.recording), camera);
	const fall = ease(t, 0.02, 0.28);
	for (const [n, d] of l.dots.entries()) {
		const stands = now.find((q) => q.person.id === d.person);
		const from = stands
			? { x: stands.x, y: (stands.y + stands.top) / 2 }
			: { x: n % 2 ? c.view.width + 20 : -20, y: c.view.height * (0.3 + 0.04 * (n % 7)) };
		const own = stagger(fall, n, l.dots.length, 0.93);
		const hot = d.seconds >= limit;
		marks.push({
			type: 'circle',
			key: `dot-${d.person}`,
			x: mix(from.x, d.x, own),
			y: mix(from.y, d.y, own) - 40 * Math.sin(Math.PI * own),
			r: l.r,
			fill: c.recording.street.people[d.person]?.look.coat ?? 'blue',
			stroke: hot ? 'signal' : 'ink',
			width: hot ? 2.6 : 1.2
		});
	}
	return marks;
}

/** The names of those whose dots carry one. */
function names(c: SceneContext, l: Layout, words: number): Mark[] {
	const small = narrow(c);
	const marks: Mark[] = [];
	for (const d of l.dots) {
		if (!NAMED.includes(d.key)) continue;
		const name = d.key === 'thief' ? c.say('thief.label') : c.say(`${d.key}.name`);
		const text = `${name}, ${minutesSeconds(d.seconds)}`;
		const s = small ? 13 : 17;
		const w = measure(text, s, 'grot');
		const end = d.x + 14 + w > l.right;
		// The label stands clear above its dot, with a leader, so that no other dot lies under it.
		const above = rowOf(d.key) === 'wait' ? Math.max(l.r + 8, d.y - l.rows[0].top - (small ? 4 : 16)) : l.r + 8;
		marks.push(
			{
				type: 'line',
				key: `dot-lead-${d.person}`,
				x1: d.x,
				x2: d.x,
				y1: d.y - l.r,
				y2: d.y - above,
				stroke: 'ink',
				width: 1.2,
				opacity: words
			},
			{
				type: 'text',
				key: `dot-name-${d.person}`,
				x: end ? d.x + l.r : d.x - l.r,
				y: d.y - above - 3,
				anchor: end ? 'end' : 'start',
				text,
				size: s,
				font: 'grot',
				weight: 700,
				halo: 'paper',
				opacity: words
			}
		);
	}
	return marks;
}

/** The threshold in words: its seconds, and how many people it takes. */
function count(c: SceneContext, l: Layout, limit: number, line: number): Mark[] {
	const small = narrow(c);
	const f = c.view.free;
	const lx = l.x(limit);
	const all = l.dots.filter((d) => d.seconds >= limit).length;
	const text = c.say(small ? 'sweep.short' : 'sweep', { s: Math.round(limit), people: all });
	const s = small ? 13 : 18;
	const w = measure(text, s, 'mono');
	return [
		{
			type: 'text',
			key: 'limit-text',
			x: Math.max(f.x, Math.min(f.x + f.w - w, lx - w / 2)),
			y: l.top - 13,
			text,
			size: s,
			font: 'mono',
			weight: 600,
			fill: 'signal-text',
			halo: 'paper',
			opacity: line
		}
	];
}
