import { iou } from './metrics';

/** Boxes x, y, w, h after each other, surest first. */
export type Surest = readonly number[];

/** How single pictures are scored, in sums that those of several pictures are added to. */
export interface Found {
	/** People that count, and those of them that were found. */
	truth: number;
	hits: number;
	/** Boxes on somebody who counts, or on nobody. */
	boxes: number;
}

export const nothingFound = (): Found => ({ truth: 0, hits: 0, boxes: 0 });

export const recall = ({ hits, truth }: Found): number => hits / Math.max(1, truth);
export const precision = ({ hits, boxes }: Found): number => hits / Math.max(1, boxes);

/**
 * Whom boxes find, as Pascal VOC has it (Everingham et al., 2010): each box, surest first, is given whom it overlaps most
 * of those not yet found, if by an intersection over union of `least`. Entry i is the box that found person i, or -1.
 */
export function findersOf(people: ArrayLike<number>, boxes: Surest, least = 0.5): Int32Array {
	const finders = new Int32Array(people.length / 4).fill(-1);
	for (let b = 0; b < boxes.length / 4; b++) {
		let who = -1;
		let most = least;
		for (let i = 0; i < finders.length; i++) {
			const shared = finders[i] < 0 ? iou(people, 4 * i, boxes, 4 * b) : 0;
			if (shared < most) continue;
			most = shared;
			who = i;
		}
		if (who >= 0) finders[who] = b;
	}
	return finders;
}

/** Adds a picture to a sum, and gives who was found by what. Boxes on somebody who does not count are left out. */
export function add(
	sum: Found,
	people: ArrayLike<number>,
	boxes: Surest,
	counts: (i: number) => boolean,
	least?: number
): Int32Array {
	const finders = findersOf(people, boxes, least);
	sum.boxes += boxes.length / 4;
	finders.forEach((finder, i) => {
		if (counts(i)) {
			sum.truth++;
			if (finder >= 0) sum.hits++;
		} else if (finder >= 0) sum.boxes--;
	});
	return finders;
}
