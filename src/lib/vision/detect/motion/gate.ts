import type { Predictions } from '../../track';
import { RELEASE } from './measures';

/** Closes `gate` over those followed: the background must not learn them, until they have been still for too long. */
export function cover(gate: Uint8Array, width: number, height: number, fps: number, followed: Predictions): void {
	const { state: s, order, living } = followed;
	for (let o = 0; o < living; o++) {
		const t = order[o];
		if (!s.confirmed[t] || s.missed[t] > fps || s.still[t] > RELEASE * fps) continue;
		// Whole numbers from here: fractions handed to a call are allocated.
		const l = Math.max(0, (s.x[t] - s.w[t] / 2 - 1) | 0) | 0;
		const r = Math.min(width, (s.x[t] + s.w[t] / 2 + 2) | 0) | 0;
		const b = Math.min(height, (s.y[t] + s.h[t] / 2 + 2) | 0) | 0;
		if (r <= l) continue;
		for (let v = Math.max(0, (s.y[t] - s.h[t] / 2 - 1) | 0) | 0; v < b; v++) gate.fill(1, v * width + l, v * width + r);
	}
}
