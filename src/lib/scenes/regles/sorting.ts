import { ease } from '../../figure/motion';
import { PITCHES, SERVICES, USES } from './data';
import type { Layout } from './layout';

/** Where a row is and how far it has left the list: `lane` 0 in its slot, 1 in the lane. */
export interface RowPlace {
	y: number;
	lane: number;
}

export interface Sorting {
	/** In the order of USES, tops relative to the list. */
	rows: RowPlace[];
	headings: { key: string; y: number; opacity: number }[];
	/** Height of everything. */
	height: number;
}

/** Rows that must travel, in the order they leave: those called repressive to the top, then those that end in a fine. */
const TRAVELLERS = [
	...USES.map((u, i) => ({ u, i })).filter(({ u }) => u.service === 'repress'),
	...USES.map((u, i) => ({ u, i })).filter(({ u }) => u.service === 'fine')
].map(({ i }) => i);
/** Share of the sorting one row's journey takes, and the wait before the second group sets off: the first has passed it. */
const JOURNEY = 0.26;
const PAUSE = 0.16;
const FIRST = USES.filter((u) => u.service === 'repress').length;

/**
 * The list as it is being sorted, `t` from as sold (0) to as used (1). A row that must change places slides out into
 * the lane, its slot closes, another opens where it belongs, and it slides in: the others only move down or up as
 * slots open and close, so that no two rows ever lie over one another.
 */
export function sortingOf(layout: Layout, t: number): Sorting {
	const { h, heading } = layout;
	const local = new Map(
		TRAVELLERS.map((i, j): [number, number] => {
			const start = ((1 - JOURNEY - PAUSE) * j) / (TRAVELLERS.length - 1) + (j >= FIRST ? PAUSE : 0);
			return [i, Math.max(0, Math.min(1, (t - start) / JOURNEY))];
		})
	);
	const left = (i: number) => 1 - ease(local.get(i) ?? 0, 0.24, 0.5);
	const open = (i: number) => ease(local.get(i) ?? 0, 0.5, 0.76);
	const swap = ease(t, 0, 0.12);
	const headings: Sorting['headings'] = [];
	const sources: number[] = [];
	const targets: number[] = [];
	let y = 0;
	const head = (key: string, share: number) => {
		headings.push({ key, y, opacity: share });
		y += heading * share;
	};
	for (const service of SERVICES) {
		if (service !== 'rest') {
			head(`used.${service}`, swap);
			USES.forEach((u, i) => {
				if (u.service !== service) return;
				targets[i] = y;
				y += h * open(i);
			});
			continue;
		}
		head('used.rest', swap);
		for (const pitch of PITCHES) {
			head(`sold.${pitch}`, 1 - swap);
			USES.forEach((u, i) => {
				if (u.pitch !== pitch) return;
				sources[i] = y;
				y += h * (local.has(i) ? left(i) : 1);
			});
		}
	}
	return {
		rows: USES.map((_, i) => {
			const l = local.get(i);
			if (l === undefined) return { y: sources[i], lane: 0 };
			const across = ease(l, 0.24, 0.76);
			return {
				y: sources[i] + (targets[i] - sources[i]) * across,
				lane: ease(l, 0, 0.24) * (1 - ease(l, 0.76, 1))
			};
		}),
		headings,
		height: y
	};
}
