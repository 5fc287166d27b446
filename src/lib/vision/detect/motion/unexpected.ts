import { PERSON_HEIGHT } from '../../ground';
import type { Predictions } from '../../track';
import { claim } from './claim';
import { peel } from './peel';
import { BLEED, WIDEST, type Scan } from './scan';
import { addThing } from './things';
import { shaped } from './umbrella';

/** Pixels below which nobody is told from noise. */
const LEAST = 9;

/** Finds new people in what no known person explains of the mask, several in one component if it is too big for one. */
export function findUnexpected(scan: Scan, people: Predictions): void {
	const { rest, blobs, labels, whole } = scan;
	const { scale } = scan.ground;
	const { left, top, right, bottom, area } = blobs;
	blobs.find(rest, 8);
	blobs.labels(labels);
	for (let c = 0; c < blobs.count; c++) {
		const w = right[c] - left[c];
		const h = bottom[c] - top[c];
		const tall = PERSON_HEIGHT * scale[bottom[c]];
		if (tall < LEAST) continue;
		if (h < 0.5 * tall && w < 0.6 * tall && h > 0.1 * tall && w > 0.1 * tall) addThing(scan, c);
		if (area[c] < 0.08 * tall * tall) continue;
		const one =
			h < tall * 1.18 ? w < tall * WIDEST : h < tall * 1.45 && w < tall * 0.85 && sheltered(scan, c, tall, rest);
		if (one && h > tall * 0.7 && area[c] > 0.14 * tall * tall) single(scan, c);
		// Too low for somebody upright, but where somebody was a moment ago: they sat down.
		else if (
			h > 0.47 * tall &&
			h < 0.8 * tall &&
			w > 0.3 * tall &&
			w < 1.25 * tall &&
			area[c] > 0.1 * tall * tall &&
			settled(scan, c, people)
		)
			whole[single(scan, c)] = 1;
		else peel(scan, c);
	}
}

/** Whether component `c` has the shape of somebody under an umbrella. */
const sheltered = (scan: Scan, c: number, tall: number, pixels: Uint8Array): boolean =>
	shaped(scan, (scan.blobs.left[c] + scan.blobs.right[c]) >> 1, scan.blobs.top[c], Math.round(tall), pixels);

/**
 * Whether somebody known for a second or more, who had come to a stop and is not found in this frame, was last seen
 * where component `c` is and nobody else.
 */
function settled(scan: Scan, c: number, { state: s, order, living }: Predictions): boolean {
	const { detections: d, blobs } = scan;
	const { left, top, right, bottom } = blobs;
	const l = left[c];
	const t = top[c];
	const w = right[c] - l;
	const h = bottom[c] - t;
	const tall = PERSON_HEIGHT * scan.ground.scale[bottom[c]];
	for (let i = 0; i < d.count; i++)
		if (d.x[i] < l + w && d.x[i] + d.w[i] > l && d.y[i] < t + h && d.y[i] + d.h[i] > t) return false;
	for (let o = 0; o < living; o++) {
		const q = order[o];
		const dx = s.x[q] - l - w / 2;
		const dy = s.y[q] + s.h[q] / 2 - t - h;
		if (s.hits[q] < 12 || s.still[q] < 6 || dx > 0.6 * tall || dx < -0.6 * tall) continue;
		if (dy > 0.35 * tall || dy < -0.35 * tall) continue;
		let found = false;
		for (let i = 0; i < d.count && !found; i++) found = d.hint[i] === q;
		if (!found) return true;
	}
	return false;
}

/** Component `c` as one person. */
function single(scan: Scan, c: number): number {
	const { detections: d, blobs } = scan;
	const { left, top, right, bottom } = blobs;
	const h = bottom[c] - top[c] - 2 * BLEED;
	d.x[d.count] = left[c] + BLEED;
	d.y[d.count] = top[c] + BLEED;
	d.w[d.count] = right[c] - left[c] - 2 * BLEED;
	d.h[d.count] = h;
	d.score[d.count] = 0.7;
	const i = claim(scan, -1, false);
	scan.sides[i] = 1;
	const tall = Math.round(PERSON_HEIGHT * scan.ground.scale[bottom[c]]);
	if (h > 1.12 * tall && sheltered(scan, c, tall, scan.mask)) scan.cloths[i] = 1;
	return i;
}
