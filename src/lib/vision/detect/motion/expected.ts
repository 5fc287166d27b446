import type { Predictions } from '../../track';
import type { Vehicles } from '../../vehicles';
import { DX, DY, FIT, FOOT, SEEN, TALL, X, type Appearance } from './appearance';
import type { Body } from './body';
import type { Extent } from './extent';
import { UNDER, type Scan } from './scan';

/** Part of how well somebody usually fits that is enough. */
const FAITHFUL = 0.4;
/** Frames for which somebody on a vehicle's lane is not yet believed. */
const NEWCOMER = 60;

/**
 * Finds those the tracker expects, near ones before far ones, by their looks: each is looked for around where they
 * should be, and measured where they are found.
 */
export function createExpected(
	scan: Scan,
	{ place, found, find }: Appearance,
	{ supported }: Extent,
	body: Body,
	claim: (hint: number, covered: boolean) => number,
	vehicles?: Vehicles
): (people: Predictions) => void {
	const { metres, typical, umbrellas, owner, empty } = scan;
	const { row, scaleAt } = scan.ground;
	const near = new Int32Array(metres.length);
	const depth = new Float64Array(metres.length);

	function sort({ state: s, order, living }: Predictions): void {
		for (let o = 0; o < living; o++) {
			const t = order[o];
			let j = o;
			// Of two who are as near, the better known goes first.
			depth[t] = s.y[t] + s.h[t] / 2 + 0.03 * Math.min(50, s.hits[t]);
			for (; j > 0 && depth[near[j - 1]] < depth[t]; j--) near[j] = near[j - 1];
			near[j] = t;
		}
	}

	return (people) => {
		const { state: s, living } = people;
		sort(people);
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
			if (!find(t, scan.rgb, empty, owner)) continue;
			const fit = found[FIT];
			if (found[SEEN] < 0.2 || fit < 0.13 || fit < FAITHFUL * typical[t] || !supported(place, found)) continue;
			body.x = s.x[t] + found[DX];
			body.foot = foot + found[DY];
			body.upright(t);
			if (scan.overcast) body.shelter(t);
			body.breadth(t, s);
			const d = claim(t, umbrellas[t] > UNDER);
			scan.whole[d] = body.whole;
			scan.sides[d] = body.both;
			scan.fits[d] = fit;
		}
	};
}
