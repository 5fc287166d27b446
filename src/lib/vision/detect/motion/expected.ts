import type { Predictions } from '../../track';
import type { Vehicles } from '../../vehicles';
import { found, lookFor } from './appearance';
import { breadth, shelter, upright } from './body';
import { claim } from './claim';
import { supported } from './extent';
import { FAITHFUL, FOOT, NEWCOMER, SCALE, TALL, UNDER, WHOLE, X, DX, DY, FIT, SEEN } from './measures';
import { body, type Scan } from './scan';

/**
 * Finds those the tracker expects, near ones before far ones, by their looks: each is looked for around where they
 * should be, and measured where they are found.
 */
export function findExpected(scan: Scan, people: Predictions, vehicles?: Vehicles): void {
	const { near, metres, typical, umbrellas } = scan;
	const { row, scaleAt } = scan.ground;
	const { state: s, living } = people;
	sort(scan, people);
	for (let o = 0; o < living; o++) {
		const t = near[o];
		const foot = s.y[t] + s.h[t] / 2;
		row[0] = foot;
		scaleAt();
		// Who was found on the lane moments before a vehicle was, was a part of it.
		if (vehicles && s.hits[t] < NEWCOMER && vehicles.hides(Math.round(s.x[t]), Math.round(foot))) continue;
		body[SCALE] = row[0];
		body[TALL] = metres[t] * row[0];
		body[X] = s.x[t];
		body[FOOT] = foot;
		if (!lookFor(scan, t)) continue;
		body[X] += found[DX];
		body[FOOT] += found[DY];
		const fit = found[FIT];
		if (found[SEEN] < 0.2 || fit < 0.13 || fit < FAITHFUL * typical[t] || !supported(scan)) continue;
		upright(scan, t);
		if (scan.overcast) shelter(scan, t);
		const both = breadth(scan, t, s);
		const d = claim(scan, t, umbrellas[t] > UNDER);
		scan.whole[d] = body[WHOLE];
		scan.sides[d] = both;
		scan.fits[d] = fit;
	}
}

/** Slots from near to far. */
function sort({ near, depth }: Scan, { state: s, order, living }: Predictions): void {
	for (let o = 0; o < living; o++) {
		const t = order[o];
		let j = o;
		// Of two who are as near, the better known goes first.
		depth[t] = s.y[t] + s.h[t] / 2 + 0.03 * Math.min(50, s.hits[t]);
		for (; j > 0 && depth[near[j - 1]] < depth[t]; j--) near[j] = near[j - 1];
		near[j] = t;
	}
}
