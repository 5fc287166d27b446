import type { Blobs } from '../../blobs';
import { PERSON_HEIGHT } from '../../ground';
import type { Predictions } from '../../track';
import { BLEED, WIDEST, type Scan } from './scan';
import { createPeel } from './peel';
import type { Things } from './things';
import type { Umbrellas } from './umbrella';

/** Pixels below which nobody is told from noise. */
const LEAST = 9;

/** Finds new people in what no known person explains of the mask, several in one component if it is too big for one. */
export function createUnexpected(
	scan: Scan,
	blobs: Blobs,
	labels: Uint16Array,
	umbrellas: Umbrellas,
	things: Things,
	claim: (hint: number, covered: boolean) => number
): (people: Predictions) => void {
	const { mask, rest, box, detections: d } = scan;
	const { scale } = scan.ground;
	const { left, top, right, bottom, area } = blobs;
	const { shaped } = umbrellas;
	const peel = createPeel(scan, blobs, labels, umbrellas, claim);

	/** Whether component `c` has the shape of somebody under an umbrella. */
	const sheltered = (c: number, tall: number, pixels: Uint8Array): boolean =>
		shaped((left[c] + right[c]) >> 1, top[c], Math.round(tall), pixels);

	/**
	 * Whether somebody known for a second or more, who had come to a stop and is not found in this frame, was last seen
	 * where component `c` is and nobody else.
	 */
	function settled(c: number, { state: s, order, living }: Predictions): boolean {
		const l = left[c];
		const t = top[c];
		const w = right[c] - l;
		const h = bottom[c] - t;
		const tall = PERSON_HEIGHT * scale[bottom[c]];
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
	function single(c: number): number {
		box[0] = left[c] + BLEED;
		box[1] = top[c] + BLEED;
		box[2] = right[c] - left[c] - 2 * BLEED;
		box[3] = bottom[c] - top[c] - 2 * BLEED;
		box[4] = 0.7;
		const i = claim(-1, false);
		scan.sides[i] = 1;
		const tall = Math.round(PERSON_HEIGHT * scale[bottom[c]]);
		if (box[3] > 1.12 * tall && sheltered(c, tall, mask)) scan.cloths[i] = 1;
		return i;
	}

	return (people) => {
		blobs.find(rest, 8);
		blobs.labels(labels);
		for (let c = 0; c < blobs.count; c++) {
			const w = right[c] - left[c];
			const h = bottom[c] - top[c];
			const tall = PERSON_HEIGHT * scale[bottom[c]];
			if (tall < LEAST) continue;
			if (h < 0.5 * tall && w < 0.6 * tall && h > 0.1 * tall && w > 0.1 * tall) things.add(c);
			if (area[c] < 0.08 * tall * tall) continue;
			const one =
				h < tall * 1.18 ? w < tall * WIDEST : h < tall * 1.45 && w < tall * 0.85 && sheltered(c, tall, rest);
			if (one && h > tall * 0.7 && area[c] > 0.14 * tall * tall) single(c);
			// Too low for somebody upright, but where somebody was a moment ago: they sat down.
			else if (
				h > 0.47 * tall &&
				h < 0.8 * tall &&
				w > 0.3 * tall &&
				w < 1.25 * tall &&
				area[c] > 0.1 * tall * tall &&
				settled(c, people)
			)
				scan.whole[single(c)] = 1;
			else peel(c);
		}
	};
}
