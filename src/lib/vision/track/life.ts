import { COLOURS, copyColours, type Detections } from '../types';
import type { TrackerOptions } from './options';
import type { Slots } from './state';

/** A new track for detection `d`; none where all slots are taken. */
export function spawn(s: Slots, d: number, boxes: Detections, minHits: number): void {
	if (!s.freed) return;
	const t = s.free[--s.freed];
	s.order[s.living++] = t;
	s.id[t] = s.nextId++;
	s.still[t] = 0;
	s.firstX[t] = s.anchorX[t] = s.lastX[t] = s.x[t] = boxes.x[d] + boxes.w[d] / 2;
	s.firstY[t] = s.anchorY[t] = s.lastY[t] = s.y[t] = boxes.y[d] + boxes.h[d] / 2;
	s.w[t] = boxes.w[d];
	s.h[t] = boxes.h[d];
	s.vx[t] = s.vy[t] = s.vh[t] = s.usual[t] = 0;
	s.p00[t] = 0.01;
	s.p01[t] = 0;
	s.p11[t] = 0.004;
	s.hits[t] = 1;
	s.back[t] = s.turns[t] = 0;
	s.missed[t] = 0;
	s.confirmed[t] = minHits <= 1 ? 1 : 0;
	s.matched[t] = d;
	copyColours(boxes.colour, d, s.colour, t);
}

/** Track `t`, just corrected, was seen: its colours, how long it is still, and whether it is believed now. */
export function sight(s: Slots, t: number, boxes: Detections, { minHits, minTravel }: TrackerOptions): void {
	const a = t * COLOURS;
	const b = s.matched[t] * COLOURS;
	for (let k = 0; k < COLOURS; k++) {
		const seen = boxes.colour[b + k];
		if (seen >= 0) s.colour[a + k] = s.colour[a + k] < 0 ? seen : s.colour[a + k] + 0.1 * (seen - s.colour[a + k]);
	}
	const x = s.lastX[t];
	const y = s.lastY[t];
	const ax = x - s.anchorX[t];
	const ay = y - s.anchorY[t];
	const gap = s.missed[t] + 1;
	s.still[t] += gap;
	if (4 * (ax * ax + ay * ay) > s.h[t] * s.h[t]) {
		s.still[t] = 0;
		s.anchorX[t] = x;
		s.anchorY[t] = y;
	}
	s.hits[t]++;
	s.back[t] = gap > 1 && gap < 5 ? 1 : 0;
	s.missed[t] = 0;
	if (s.confirmed[t] || s.hits[t] < minHits) return;
	const gx = x - s.firstX[t];
	const gy = y - s.firstY[t];
	const far = minTravel * s.h[t];
	if (gx * gx + gy * gy >= far * far) s.confirmed[t] = 1;
}

/** Frees the slots of tracks unseen for more than `maxMissed` frames, or more than one before they were believed. */
export function retire(s: Slots, maxMissed: number): void {
	let kept = 0;
	for (let o = 0; o < s.living; o++) {
		const t = s.order[o];
		if (s.missed[t] > (s.confirmed[t] ? maxMissed : 1)) s.free[s.freed++] = t;
		else s.order[kept++] = t;
	}
	s.living = kept;
}
