import { PERSON_HEIGHT } from '../../ground';
import type { Predictions } from '../../track';
import { FOOT, TALL, X, type Appearance } from './appearance';
import { SHELTERED_LEAST, TALLEST } from './body';
import { UNDER, type Scan } from './scan';

/** Least height that somebody is taken to have, metres. */
const SHORTEST = 0.85;

/** Learns the height and the looks of those the tracker has seen in this frame. */
export function learn(scan: Scan, { place, learn }: Appearance, { state: s, order, living }: Predictions): void {
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
			metres[t] = metres[t] < SHORTEST ? SHORTEST : metres[t] > TALLEST ? TALLEST : metres[t];
		}
		place[X] = s.x[t];
		place[FOOT] = foot;
		place[TALL] = metres[t] * k;
		learn(t, scan.rgb, scan.owner, d + 1, fresh);
	}
}
