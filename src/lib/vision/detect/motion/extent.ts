// Where bodies end in the mask, as far as nobody nearer covers them.
import { DX, DY, FOOT, TALL, X } from './appearance';
import type { Scan } from './scan';

/** A row or column that was not found. */
export const NOWHERE = -1000;

/** Whether a body's middle is foreground enough, at `place` moved by `found` (appearance.ts). */
export function supported({ width, height, mask, owner, place, found }: Scan): boolean {
	const x = place[X] + found[DX];
	const foot = place[FOOT] + found[DY];
	const tall = place[TALL];
	let inside = 0;
	let open = 0;
	const l = Math.max(0, Math.round(x - 0.13 * tall));
	const r = Math.min(width, Math.max(l + 1, Math.round(x + 0.13 * tall)));
	for (let v = Math.max(0, Math.round(foot - tall)), end = Math.min(height, Math.round(foot)); v < end; v++)
		for (let at = v * width + l, stop = v * width + r; at < stop; at++) {
			if (owner[at]) continue;
			open++;
			inside += mask[at];
		}
	return inside > 0.35 * open;
}

/**
 * The column where a body ends, going from its middle by `step`, between rows `t` and `b`: the first without
 * foreground. NOWHERE when it runs into somebody nearer, or on for longer than `reach`.
 */
export function side(scan: Scan, x: number, step: number, reach: number, t: number, b: number): number {
	const { width, mask, owner } = scan;
	for (let k = 1, u = x + step; k <= reach + 1; k++, u += step) {
		if (u < 0 || u >= width) return step < 0 ? 0 : width;
		let inside = 0;
		let hidden = 0;
		for (let at = t * width + u, end = b * width; at < end; at += width) {
			if (owner[at]) hidden++;
			else inside += mask[at];
		}
		if (hidden > 0.3 * (b - t)) return NOWHERE;
		if (inside < 1) return step < 0 ? u + 1 : u;
	}
	return NOWHERE;
}

/** The same for the row where a body ends, going from row `v` by `step` to `limit`, between columns `l` and `r`. */
export function end(scan: Scan, v: number, step: number, limit: number, l: number, r: number): number {
	const { width, height, mask, owner } = scan;
	for (; step < 0 ? v >= limit : v < limit; v += step) {
		if (v < 0 || v >= height) return NOWHERE;
		let inside = 0;
		let hidden = 0;
		for (let at = v * width + l, stop = v * width + r; at < stop; at++) {
			if (owner[at]) hidden++;
			else inside += mask[at];
		}
		if (hidden > 0.3 * (r - l)) return NOWHERE;
		if (inside < 2) return step < 0 ? v + 1 : v;
	}
	return NOWHERE;
}
