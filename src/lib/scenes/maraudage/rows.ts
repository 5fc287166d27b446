import { max, scaleLog, sum } from 'd3';
import type { View } from '../../picture/frame';
import type { Recording } from '../../recording/types';
import { longest, LONGEST, ROWS, rowOf, type Longest, type Row } from './data';

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

/** The chart of durations laid out: where every dot and row stands. */
export interface Rows {
	/** Radius of the dots. */
	r: number;
	dots: Dot[];
	rows: { key: Row; y: number; top: number; total: number }[];
	x: (seconds: number) => number;
	right: number;
	top: number;
	bottom: number;
}

/** A row for every reason, as high as its swarm needs, the dots as large as all of them allow. */
export function rowsOf(recording: Recording, { free: f, phone, shape }: View): Rows {
	const people = longest(recording);
	const left = f.x + (phone ? 6 : Math.min(190, f.w * 0.24));
	const right = f.x + f.w - (phone ? 40 : 74);
	const scale = scaleLog([1, Math.max(2 * LONGEST, ...people.map((p) => p.seconds))], [left, right]);
	const x = (s: number) => scale(Math.max(1, s));
	const top = f.y + (phone ? 26 : 44);
	const bottom = f.y + f.h - (phone ? 18 : 34);
	const label = phone ? 15 : 0;
	const least = phone ? 11 : 26;
	// Over the first row's dots, for a name, where rows are low.
	const over = (i: number) => label + (i === 0 && shape === 'tall' ? 18 : 0);
	const of = ROWS.map((key) => people.filter((p) => rowOf(p.key) === key));
	let r = phone ? 5 : 9;
	let swarms: number[][] = [];
	let heights: number[] = [];
	for (; r > 2; r -= 0.5) {
		swarms = of.map((own) =>
			swarm(
				own.map((p) => x(p.seconds)),
				r + 0.8
			)
		);
		heights = swarms.map((s, i) => over(i) + Math.max(least, 2 * (max(s, Math.abs) ?? 0) + 2 * r + 6));
		if (sum(heights) <= bottom - top) break;
	}
	const spare = Math.max(0, (bottom - top - sum(heights)) / ROWS.length);
	const dots: Dot[] = [];
	let y = top;
	const rows = ROWS.map((key, i) => {
		const h = heights[i] + spare;
		const row = { key, y: y + over(i) + (h - over(i)) / 2, top: y, total: of[i].length };
		dots.push(...of[i].map((p, k) => ({ ...p, x: x(p.seconds), y: row.y + swarms[i][k] })));
		y += h;
		return row;
	});
	return { r, dots: dots.sort((a, b) => a.person - b.person), rows, x, right, top, bottom };
}
