import { CLOTH, PLAIN } from './measures';
import type { Scan } from './scan';

/** Rows of places looked at, centimetres from the middle of an umbrella's top: how far down, the first, apart, how many. */
const OVER = [
	// On its cloth, CLOTH of them;
	[27, -42, 14, 7],
	[17, -30, 20, 4],
	[33, -30, 20, 4],
	// above, beside and below.
	[-12, -25, 25, 3],
	[27, -75, 150, 2],
	[55, -45, 90, 2],
	[55, -30, 60, 2]
].flatMap(([down, first, apart, many]) => Array.from({ length: many }, (_, k) => [first + k * apart, down]));

/** Where an umbrella was found: column, top row, score from 0 to 1. */
export const cloth = new Float64Array(3);
/** The pixels looked at, -1 where they cannot be seen; and sums of their colours. */
const spots = new Int32Array(OVER.length);
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
export function look({ width, height, mask, rgb, owner, ground }: Scan, middle: number, foot: number): void {
	const k = ground.row[0];
	cloth[2] = 0;
	const reach = Math.round(0.3 * k);
	for (let top = Math.round(foot - 2.4 * k), stop = Math.round(foot - 1.5 * k); top <= stop; top++)
		place: for (let dx = -reach; dx <= reach; dx++) {
			let open = 0;
			sums.fill(0);
			for (let j = 0; j < OVER.length; j++) {
				const u = (middle + dx + (OVER[j][0] / 100) * k) | 0;
				const v = (top + (OVER[j][1] / 100) * k) | 0;
				const hidden = u < 0 || u >= width || v < 0 || v >= height || owner[v * width + u] > 0;
				const at = (spots[j] = hidden ? -1 : v * width + u);
				if (j >= CLOTH) continue;
				if (hidden ? j - open > 5 : !mask[at]) continue place;
				if (hidden) continue;
				open++;
				for (let c = 0; c < 3; c++) sums[c] += rgb[at * 3 + c];
			}
			let same = 0;
			let around = 0;
			let other = 0;
			for (let j = 0; j < OVER.length; j++) {
				const at = spots[j];
				if (at < 0) continue;
				let far = 0;
				for (let c = 0; c < 3; c++) {
					const off = rgb[at * 3 + c] - sums[c] / open;
					far += off * off;
				}
				const alike = mask[at] > 0 && far < PLAIN;
				if (j >= CLOTH) {
					around++;
					if (!alike) other++;
				} else if (alike) same++;
			}
			if (around < 4) continue;
			const score = (same / open) * (other / around) - (0.1 * Math.abs(dx)) / k;
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
