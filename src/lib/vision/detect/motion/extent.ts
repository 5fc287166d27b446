import { FOOT, NOWHERE, TALL, X } from './measures';
import { body, type Scan } from './scan';

// Where bodies end in the mask, as far as nobody nearer covers them. Whole pixels.

/** Whether the middle of `body` is foreground enough. */
export function supported({ width, height, mask, owner }: Scan): boolean {
	const x = body[X];
	const foot = body[FOOT];
	const tall = body[TALL];
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

/** Foreground among every `step`th pixel from `at` to `stop`; NOWHERE if somebody nearer covers too much of them. */
function along({ mask, owner }: Scan, at: number, stop: number, step: number): number {
	const most = (0.3 * (stop - at)) / step;
	let inside = 0;
	let hidden = 0;
	for (; at < stop; at += step) {
		if (owner[at]) hidden++;
		else inside += mask[at];
	}
	return hidden > most ? NOWHERE : inside;
}

/**
 * The column where a body ends, going from its middle by `step`, between rows `t` and `b`: the first without
 * foreground. NOWHERE when it runs into somebody nearer, or on for longer than `reach`.
 */
export function side(scan: Scan, x: number, step: number, reach: number, t: number, b: number): number {
	const { width } = scan;
	for (let k = 1, u = x + step; k <= reach + 1; k++, u += step) {
		if (u < 0 || u >= width) return step < 0 ? 0 : width;
		const inside = along(scan, t * width + u, b * width + u, width);
		if (inside < 1) return inside < 0 ? NOWHERE : step < 0 ? u + 1 : u;
	}
	return NOWHERE;
}

/** The same for the row where a body ends, going from row `v` by `step` to `limit`, between columns `l` and `r`. */
export function end(scan: Scan, v: number, step: number, limit: number, l: number, r: number): number {
	const { width, height } = scan;
	for (; step < 0 ? v >= limit : v < limit; v += step) {
		if (v < 0 || v >= height) return NOWHERE;
		const inside = along(scan, v * width + l, v * width + r, 1);
		if (inside < 2) return inside < 0 ? NOWHERE : step < 0 ? v + 1 : v;
	}
	return NOWHERE;
}
