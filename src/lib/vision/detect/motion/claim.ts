import { BANDS } from '../../types';
import type { Scan } from './scan';

/** The box of a new detection, and its score. */
export const box = new Float64Array(5);
/** Sums of red, green and blue. */
const sums = new Int32Array(3);

/**
 * Makes a detection of what is in `box`, of the person of slot `hint` or -1,
 * `covered` by an umbrella or not: with the colours of its foreground that nobody nearer covers; then takes its pixels.
 * Returns its number; with no room left, that of the last.
 */
export function claim(scan: Scan, hint: number, covered: boolean): number {
	const { detections: d, whole, sides, cloths, fits } = scan;
	if (d.count === d.most) return d.count - 1;
	const i = d.count++;
	whole[i] = sides[i] = cloths[i] = 0;
	fits[i] = -1;
	d.x[i] = box[0];
	d.y[i] = box[1];
	d.w[i] = box[2];
	d.h[i] = box[3];
	d.score[i] = box[4];
	d.hint[i] = hint;
	colours(scan, i);
	cover(scan, i, covered);
	return i;
}

/** Mean colours of the body's bands, of detection `i`. */
function colours({ width, height, mask, owner, rgb, detections: d }: Scan, i: number): void {
	const x = box[0];
	const y = box[1];
	const w = box[2];
	const h = box[3];
	const left = Math.max(0, Math.round(x + w * 0.2));
	const right = Math.min(width, Math.max(left + 1, Math.round(x + w * 0.8)));
	for (let band = 0; band < BANDS; band++) {
		const top = Math.max(0, Math.round(y + (h * band) / BANDS));
		const bottom = Math.min(height, Math.round(y + (h * (band + 1)) / BANDS));
		sums.fill(0);
		let seen = 0;
		for (let v = top; v < bottom; v++)
			for (let u = left, at = v * width + left; u < right; u++, at++) {
				if (!mask[at] || owner[at]) continue;
				seen++;
				for (let c = 0; c < 3; c++) sums[c] += rgb[at * 3 + c];
			}
		for (let c = 0; c < 3; c++) d.colour[(i * BANDS + band) * 3 + c] = seen ? sums[c] / seen : -1;
	}
}

/**
 * The body covers what is behind it: head, trunk, and legs as wide as the box. What is left for others is what is off
 * the body, arms and hems included.
 */
function cover({ width, height, owner, rest }: Scan, i: number, covered: boolean): void {
	const x = box[0];
	const y = box[1];
	const w = box[2];
	const h = box[3];
	const middle = x + w / 2;
	const top = Math.round(y);
	const bottom = Math.round(y + h);
	for (let v = Math.max(0, Math.floor(y - 1)), stop = Math.min(height, Math.ceil(y + h + 1)); v < stop; v++) {
		const part = (v + 0.5 - y) / h;
		if (v >= top && v < bottom) {
			const half =
				covered && part < 0.17
					? 0.25 * h
					: part < 0.16
						? 0.09 * h
						: part < 0.55
							? 0.16 * h
							: 0.12 * h + (w / 2 - 0.12 * h) * ((part - 0.55) / 0.45) * 0.8;
			const to = Math.min(width, Math.round(middle + half));
			for (let u = Math.max(0, Math.round(middle - half)), at = v * width + u; u < to; u++, at++)
				if (!owner[at]) owner[at] = i + 1;
		}
		const reach = (part < 0.2 ? (covered ? 0.3 : 0.14) : part < 0.55 ? 0.2 : 0.24) * h + 1;
		const l = Math.max(0, Math.floor(Math.max(x - 1, middle - reach)));
		const r = Math.min(width, Math.ceil(Math.min(x + w + 1, middle + reach)));
		if (r > l) rest.fill(0, v * width + l, v * width + r);
	}
}
