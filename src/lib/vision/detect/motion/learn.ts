import type { Predictions } from '../../track';
import { PERSON_HEIGHT } from '../../types';
import { remember } from './appearance';
import { FOOT, SHELTERED_LEAST, SHORTEST, TALL, TALLEST, UNDER, X } from './measures';
import { body, type Scan } from './scan';

/** Learns the height and the looks of those the tracker has seen in this frame. */
export function learn(scan: Scan, { state: s, order, living }: Predictions): void {
	const { metres, umbrellas, typical, detections, whole, fits } = scan;
	const { row, scaleAt } = scan.ground;
	for (let o = 0; o < living; o++) {
		const t = order[o];
		const d = s.matched[t];
		if (d < 0 || s.missed[t]) continue;
		const foot = s.y[t] + s.h[t] / 2;
		row[0] = foot;
		scaleAt();
		const k = row[0];
		const seen = detections.h[d] / k;
		const fresh = s.hits[t] <= 1;
		if (fresh) {
			metres[t] = PERSON_HEIGHT;
			umbrellas[t] = scan.cloths[d] ? 0.3 : 0;
			typical[t] = 0;
		} else if (fits[d] >= 0 && d < detections.count && detections.hint[d] === t)
			typical[t] += 0.1 * (fits[d] - typical[t]);
		if (whole[d] || fresh) {
			// An umbrella seen for the first time: not a head, after all.
			const risen = umbrellas[t] > UNDER && metres[t] < SHELTERED_LEAST;
			metres[t] += (fresh ? 0.7 : risen ? 1 : 0.1) * (seen - metres[t]);
			metres[t] = Math.max(SHORTEST, Math.min(TALLEST, metres[t]));
		}
		body[X] = s.x[t];
		body[FOOT] = foot;
		body[TALL] = metres[t] * k;
		remember(scan, t, d + 1, fresh);
	}
}
