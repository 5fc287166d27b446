import type { Detections } from '../types';
import { DRIFT, DRIFT_RATE, MEASURED, PACE } from './measures';
import type { Slots } from './state';

/**
 * Moves every track on by one frame: constant velocity, a Kalman filter of position and rate (SORT's, each coordinate by
 * itself). `looks`: what is seen of somebody may be a part of them.
 */
export function predict(s: Slots, looks: boolean): void {
	for (let o = 0; o < s.living; o++) {
		const t = s.order[o];
		// Going behind something, what is seen of somebody gets smaller and seems to slow down.
		if (looks && s.missed[t] === 1) s.vx[t] = s.usual[t];
		s.x[t] += s.vx[t];
		if (s.missed[t] === 0) {
			s.y[t] += s.vy[t];
			s.h[t] = Math.max(1, s.h[t] + s.vh[t]);
		} else if (s.missed[t] === 1) {
			// People cross a picture; what was measured of them going up, down or nearer is mostly noise.
			s.y[t] = s.lastY[t];
			s.vy[t] = s.vh[t] = 0;
		}
		s.p00[t] += 2 * s.p01[t] + s.p11[t] + DRIFT * DRIFT;
		s.p01[t] += s.p11[t];
		s.p11[t] += DRIFT_RATE * DRIFT_RATE;
	}
}

/** Corrects track `t` by the detection it was matched to. Size is smoothed at a fixed rate. */
export function correct(s: Slots, t: number, boxes: Detections): void {
	const d = s.matched[t];
	const x = boxes.x[d] + boxes.w[d] / 2;
	const y = boxes.y[d] + boxes.h[d] / 2;
	const gap = s.missed[t] + 1;
	const spread = s.p00[t] + MEASURED * MEASURED;
	const k0 = s.p00[t] / spread;
	const k1 = s.p01[t] / spread;
	const rx = x - s.x[t];
	const ry = y - s.y[t];
	s.x[t] += k0 * rx;
	s.y[t] += k0 * ry;
	if (gap > 2) {
		// Seen again: the velocity of the way really gone, not of the guess (Cao et al., OC-SORT, CVPR 2023).
		s.vx[t] = (x - s.lastX[t]) / gap;
		s.vy[t] = (y - s.lastY[t]) / gap;
	} else {
		s.vx[t] += k1 * rx;
		s.vy[t] += k1 * ry;
	}
	const change = s.vx[t] - s.usual[t];
	if (s.hits[t] * PACE < 1) s.usual[t] += change / (s.hits[t] + 1);
	else s.usual[t] += PACE * change;
	s.p11[t] -= k1 * s.p01[t];
	s.p01[t] *= 1 - k0;
	s.p00[t] *= 1 - k0;
	const rh = boxes.h[d] - s.h[t];
	s.h[t] += 0.5 * rh;
	s.vh[t] += 0.05 * rh;
	s.w[t] += 0.5 * (boxes.w[d] - s.w[t]);
	s.lastX[t] = x;
	s.lastY[t] = y;
}
