import type { Predictions } from '../../track';
import { PERSON_HEIGHT } from '../../types';
import { box, claim } from './claim';
import { BLEED, LEAST, WIDEST } from './measures';
import { peel } from './peel';
import type { Scan } from './scan';
import { addThing } from './things';
import { shaped } from './umbrella';

/** Finds new people in what no known person explains of the mask, several in one component if it is too big for one. */
export function findUnexpected(scan: Scan, people: Predictions): void {
	const { rest, blobs, labels, whole } = scan;
	const { scale } = scan.ground;
	const { left, top, right, bottom, area } = blobs;
	blobs.find(rest, 8);
	blobs.labels(labels);
	for (let c = 0; c < blobs.count; c++) {
		const l = left[c];
		const t = top[c];
		const foot = bottom[c];
		const w = right[c] - l;
		const h = foot - t;
		const tall = PERSON_HEIGHT * scale[foot];
		if (tall < LEAST) continue;
		if (h < 0.5 * tall && w < 0.6 * tall && h > 0.1 * tall && w > 0.1 * tall) addThing(scan, c);
		if (area[c] < 0.08 * tall * tall) continue;
		const one =
			h < tall * 1.18
				? w < tall * WIDEST
				: h < tall * 1.45 && w < tall * 0.85 && shaped(scan, l + (w >> 1), t, Math.round(tall), rest);
		if (one && h > tall * 0.7 && area[c] > 0.14 * tall * tall) single(scan, l, t, w, h);
		// Too low for somebody upright, but where somebody was a moment ago: they sat down.
		else if (
			h > 0.47 * tall &&
			h < 0.8 * tall &&
			w > 0.3 * tall &&
			w < 1.25 * tall &&
			area[c] > 0.1 * tall * tall &&
			settled(scan, people, l, t, w, h)
		)
			whole[single(scan, l, t, w, h)] = 1;
		else peel(scan, c);
	}
}

/**
 * Whether somebody known for a second or more, who had come to a stop and is not found in this frame, was last seen
 * where a component is and nobody else.
 */
function settled(
	{ detections: d, ground }: Scan,
	{ state: s, order, living }: Predictions,
	l: number,
	t: number,
	w: number,
	h: number
): boolean {
	const tall = PERSON_HEIGHT * ground.scale[t + h];
	for (let i = 0; i < d.count; i++)
		if (d.x[i] < l + w && d.x[i] + d.w[i] > l && d.y[i] < t + h && d.y[i] + d.h[i] > t) return false;
	for (let o = 0; o < living; o++) {
		const q = order[o];
		const dx = s.x[q] - l - w / 2;
		const dy = s.y[q] + s.h[q] / 2 - t - h;
		if (s.hits[q] < 12 || s.still[q] < 6 || Math.abs(dx) > 0.6 * tall || Math.abs(dy) > 0.35 * tall) continue;
		const at = d.hint.indexOf(q);
		if (at < 0 || at >= d.count) return true;
	}
	return false;
}

/** A component as one person; returns the detection. */
function single(scan: Scan, l: number, t: number, w: number, h: number): number {
	box[0] = l + BLEED;
	box[1] = t + BLEED;
	box[2] = w - 2 * BLEED;
	box[3] = h - 2 * BLEED;
	box[4] = 0.7;
	const i = claim(scan, -1, false);
	scan.sides[i] = 1;
	const tall = Math.round(PERSON_HEIGHT * scan.ground.scale[t + h]);
	if (box[3] > 1.12 * tall && shaped(scan, l + (w >> 1), t, tall, scan.mask)) scan.cloths[i] = 1;
	return i;
}
