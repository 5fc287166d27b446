import { CLOTH, PLAIN } from './measures';
import type { Scan } from './scan';

/** Where an umbrella's cloth is looked at, from the middle of its top, centimetres: first on it, then around it. */
// prettier-ignore
const OVER: readonly number[] = [
	-42, 27, -28, 27, -14, 27, 0, 27, 14, 27, 28, 27, 42, 27, -30, 17, -10, 17, 10, 17, 30, 17, -30, 33, -10, 33, 10, 33, 30, 33,
	// Above, beside and below.
	-25, -12, 0, -12, 25, -12, -75, 27, 75, 27, -45, 55, -30, 55, 30, 55, 45, 55
];

/** Where an umbrella was found: column, top row, score from 0 to 1. */
export const cloth = new Float64Array(3);
/** The pixels looked at, -1 where they cannot be seen; and sums of their colours. */
const spots = new Int32Array(OVER.length / 2);
const sums = new Int32Array(3);

/** Most foreground in a row, within 0.4 of the height on either side. */
function widest(
	{ width, height }: Scan,
	x: number,
	from: number,
	to: number,
	tall: number,
	pixels: Uint8Array
): number {
	const l = Math.max(0, Math.round(x - 0.4 * tall));
	const r = Math.min(width, Math.round(x + 0.4 * tall));
	let most = 0;
	for (let v = Math.max(0, from); v < to && v < height; v++) {
		let sum = 0;
		for (let at = v * width + l, stop = v * width + r; at < stop; at++) sum += pixels[at];
		if (sum > most) most = sum;
	}
	return most;
}

/** Pixel of spot `j` of an umbrella at (u, v), or -1 where it cannot be seen. */
function spot({ width, height, owner, ground: { row } }: Scan, j: number, u: number, v: number): number {
	const x = (u + (OVER[2 * j] / 100) * row[0]) | 0;
	const y = (v + (OVER[2 * j + 1] / 100) * row[0]) | 0;
	const at = y * width + x;
	return x < 0 || x >= width || y < 0 || y >= height || owner[at] > 0 ? -1 : at;
}

/** How many of the cloth's spots can be seen, if it is foreground and hidden by no more than some; else 0. */
function seen(scan: Scan, u: number, v: number): number {
	const { mask, rgb } = scan;
	let open = 0;
	sums.fill(0);
	for (let j = 0; j < CLOTH; j++) {
		const at = (spots[j] = spot(scan, j, u, v));
		if (at < 0 ? j - open > 5 : !mask[at]) return 0;
		if (at < 0) continue;
		open++;
		for (let c = 0; c < 3; c++) sums[c] += rgb[at * 3 + c];
	}
	return open;
}

/** Whether what stands at `x`, `top` is as wide below its top as an umbrella, and slim under it. Whole pixels. */
export function shaped(scan: Scan, x: number, top: number, tall: number, pixels: Uint8Array): boolean {
	if (!scan.overcast) return false;
	const wide = widest(scan, x, top, top + Math.round(0.3 * tall), tall, pixels);
	if (wide <= 0.45 * tall) return false;
	return widest(scan, x, top + Math.round(0.4 * tall), top + Math.round(0.7 * tall), tall, pixels) < 0.75 * wide;
}

/**
 * Looks for an umbrella's cloth, of one colour from side to side and of none around it, over somebody in column
 * `middle` with feet about row `foot`, at the pixels a metre in the ground's `row`. Into `cloth`: column, top row and
 * score, from 0 to 1, of the best place.
 */
export function look(scan: Scan, middle: number, foot: number): void {
	const { mask, rgb } = scan;
	const k = scan.ground.row[0];
	cloth[2] = 0;
	const reach = Math.round(0.3 * k);
	for (let top = Math.round(foot - 2.4 * k), stop = Math.round(foot - 1.5 * k); top <= stop; top++)
		for (let dx = -reach; dx <= reach; dx++) {
			const open = seen(scan, middle + dx, top);
			if (!open) continue;
			const r = sums[0] / open;
			const g = sums[1] / open;
			const b = sums[2] / open;
			let same = 0;
			let around = 0;
			let other = 0;
			for (let j = 0; j < OVER.length / 2; j++) {
				const at = j < CLOTH ? spots[j] : spot(scan, j, middle + dx, top);
				if (at < 0) continue;
				const dr = rgb[at * 3] - r;
				const dg = rgb[at * 3 + 1] - g;
				const db = rgb[at * 3 + 2] - b;
				const alike = mask[at] > 0 && dr * dr + dg * dg + db * db < PLAIN;
				if (j >= CLOTH) {
					around++;
					if (!alike) other++;
				} else if (alike) same++;
			}
			if (around < 4) continue;
			const score = (same / open) * (other / around) - (0.1 * (dx < 0 ? -dx : dx)) / k;
			if (score > cloth[2]) {
				cloth[0] = middle + dx;
				cloth[1] = top;
				cloth[2] = score;
			}
		}
}

/** Middle of the foreground between an umbrella over column `x` and the knees. */
export function trunk({ width, height, mask, owner }: Scan, x: number, foot: number, h: number): number {
	const l = Math.max(0, Math.round(x - 0.18 * h));
	const r = Math.min(width, Math.round(x + 0.18 * h) + 1);
	let sum = 0;
	let count = 0;
	for (let v = Math.max(0, Math.round(foot - 0.6 * h)), b = Math.min(height, Math.round(foot - 0.25 * h)); v < b; v++)
		for (let u = l, at = v * width + l; u < r; u++, at++)
			if (mask[at] && !owner[at]) {
				sum += u + 0.5;
				count++;
			}
	return count > 0.03 * h * h ? x + 0.5 * (sum / count - x) : x;
}
