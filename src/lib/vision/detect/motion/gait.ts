import type { Ground } from '../../ground';
import type { Tracker } from '../../track';
import type { Scan } from './scan';

/**
 * How wide people are as they walk. A body seen from the side is three times as wide with its feet apart as with its
 * feet together, twice a stride. For each slot of the tracker: the mean width over height, and an oscillation whose
 * pace is that of the steps; corrected where both sides of a body are seen, carried on where they are not.
 */
export interface Gait {
	/** Mean width over height, of each slot of the tracker. */
	readonly mean: Float64Array;
	/** Gives every track the width it should have in the next frame; call after the tracker's `predict`. */
	predict(tracker: Tracker): void;
	/** Learns from the frame's detections, and sets the tracks' widths; call after the tracker's `update`. */
	update(tracker: Tracker, scan: Scan): void;
}

/** Metres of a step, to begin with. */
const STEP = 0.62;
/** Width over height of somebody who stands, and what walking across at PACE metres a frame adds to its mean. */
const SLIM = 0.29;
const SPREAD = 0.17;
const PACE = 0.09;
/** Nobody is narrower. */
const LEAST = 0.22;
/** Metres a frame below which there are no steps. */
const STANDING = 0.024;
/** Gains: the mean where sides are seen and where they are not, the oscillation, the length of a step. */
const MEAN = 0.1;
const MEAN_UNSEEN = 0.03;
const SWING = 0.2;
const LENGTH = 0.02;
/** Largest half-turn of the oscillation in a frame, radians. */
const FASTEST = 0.8;

export function createGait(ground: Ground, most: number): Gait {
	const mean = new Float64Array(most);
	// The oscillation now, and a quarter of a turn ago.
	const swing = new Float64Array(most);
	const quarter = new Float64Array(most);
	const step = new Float64Array(most);
	const { f, z } = ground.camera;
	const { row, scaleAt } = ground;

	function setWidth(tracker: Tracker, t: number): void {
		const s = tracker.state;
		const ratio = mean[t] + swing[t];
		s.w[t] = (ratio < LEAST ? LEAST : ratio) * s.h[t];
	}

	return {
		mean,
		predict(tracker) {
			const s = tracker.state;
			for (let o = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				row[0] = s.y[t] + s.h[t] / 2;
				scaleAt();
				const k = row[0];
				const across = s.vx[t] / k;
				const away = s.missed[t] ? 0 : ((s.vy[t] + s.vh[t] / 2) * f) / (k * k * z);
				// Depth is measured worse than width, and counts half.
				const speed = Math.sqrt(across * across + 0.5 * away * away);
				let half = (Math.PI * speed) / step[t];
				if (half > FASTEST) half = FASTEST;
				const tan = (half * (15 - half * half)) / (15 - 6 * half * half);
				const scale = (speed < STANDING ? 0.8 : 1) / (1 + tan * tan);
				const a = swing[t];
				const b = quarter[t];
				swing[t] = scale * (a * (1 - tan * tan) - 2 * tan * b);
				quarter[t] = scale * (2 * tan * a + b * (1 - tan * tan));
				setWidth(tracker, t);
			}
		},
		update(tracker, { detections, sides }) {
			const s = tracker.state;
			const out = tracker.tracks;
			let i = 0;
			for (let o = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				const d = s.matched[t];
				if (s.missed[t] || d < 0) continue;
				const seen = detections.w[d] / detections.h[d];
				if (s.hits[t] <= 1) {
					mean[t] = sides[d] ? (seen + 0.42) / 2 : seen;
					swing[t] = quarter[t] = 0;
					step[t] = STEP;
				} else if (sides[d]) {
					const e = Math.max(-0.2, Math.min(0.2, seen - mean[t] - swing[t]));
					const size = swing[t] * swing[t] + quarter[t] * quarter[t];
					// Ahead of its steps, a body takes longer ones.
					if (size > 0.002) {
						const ahead = Math.max(-0.5, Math.min(0.5, (-e * quarter[t]) / size));
						step[t] = Math.max(0.7 * STEP, Math.min(1.4 * STEP, step[t] * (1 - LENGTH * ahead)));
					}
					mean[t] += Math.max(MEAN, s.hits[t] < 10 ? 1 / (s.hits[t] + 1) : 0) * e;
					swing[t] += SWING * e;
				} else {
					row[0] = s.y[t] + s.h[t] / 2;
					scaleAt();
					const across = s.vx[t] / row[0];
					const usual = SLIM + SPREAD * Math.min(1, Math.abs(across) / PACE);
					mean[t] += MEAN_UNSEEN * (usual - mean[t]);
				}
				setWidth(tracker, t);
				if (!s.confirmed[t]) continue;
				out.x[i] = s.x[t] - s.w[t] / 2;
				out.w[i] = s.w[t];
				i++;
			}
		}
	};
}
