import type { Blobs } from '../../blobs';
import { createDetections, type Detections } from '../../types';

/** Most small things in a frame. */
export const MOST_THINGS = 64;

/** Small things on the ground, of the size of a bag. */
export interface Things {
	readonly things: Detections;
	/** Component `c`, if it is solid. */
	add(c: number): void;
}

export function createThings({ left, top, right, bottom, area }: Blobs): Things {
	const things = createDetections(MOST_THINGS);
	return {
		things,
		add(c) {
			const w = right[c] - left[c];
			const h = bottom[c] - top[c];
			if (things.count === things.most || 2 * area[c] < w * h) return;
			const i = things.count++;
			things.x[i] = left[c];
			things.y[i] = top[c];
			things.w[i] = w;
			things.h[i] = h;
			things.score[i] = area[c] / (w * h);
		}
	};
}
