import type { Predictions } from '../../track';
import type { Vehicles } from '../../vehicles';
import { DX, DY, FIT, FOOT, SEEN, TALL, X, type Appearance } from './appearance';
import { breadth, shelter, upright } from './body';
import { claim } from './claim';
import { supported } from './extent';
import { UNDER, type Scan } from './scan';

/** Part of how well somebody usually fits that is enough. */
const FAITHFUL = 0.4;
/** Frames for which somebody on a vehicle's lane is not yet believed. */
const NEWCOMER = 60;

/**
 * Finds those the tracker expects, near ones before far ones, by their looks: each is looked for around where they
 * should be, and measured where they are found.
 */
export function findExpected(scan: Scan, people: Predictions, appearance: Appearance, vehicles?: Vehicles): void {
	const { body, near, place, found, metres, typical, umbrellas } = scan;
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
		body.scale = row[0];
		body.tall = metres[t] * row[0];
		place[X] = s.x[t];
		place[FOOT] = foot;
		place[TALL] = body.tall;
		if (!appearance.find(t, scan.rgb, scan.empty, scan.owner)) continue;
		const fit = found[FIT];
		if (found[SEEN] < 0.2 || fit < 0.13 || fit < FAITHFUL * typical[t] || !supported(scan)) continue;
		body.x = s.x[t] + found[DX];
		body.foot = foot + found[DY];
		upright(scan, t);
		if (scan.overcast) shelter(scan, t);
		breadth(scan, t, s);
		const d = claim(scan, t, umbrellas[t] > UNDER);
		scan.whole[d] = body.whole;
		scan.sides[d] = body.both;
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
