import type { Scan } from './scan';

/** Component `c` is a small thing on the ground, if it is solid. */
export function addThing({ things, blobs: { left, top, right, bottom, area } }: Scan, c: number): void {
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
