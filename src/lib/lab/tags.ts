import type { LabBox } from './messages';

/** Where the tag of a box stands, in pixels of the picture: its left upper corner and its width. */
export interface Place {
	x: number;
	y: number;
	w: number;
}

/** Width of a letter, room beside the letters, and height of a tag: pixels of the page. */
const LETTER = 7.3;
const BESIDE = 8;
export const TALL = 16;

type Tagged = Pick<LabBox, 'id' | 'x' | 'y' | 'w' | 'h'> & { words: string; alerted: boolean };

/**
 * Puts tags over their boxes, or under them where another has that room, within the picture. Those flagged come first,
 * then who has been followed longest, so that tags stay where they are; who finds no room has none.
 * @param unit pixels of the picture in one of the page
 */
export function placeTags(
	boxes: readonly Tagged[],
	unit: number,
	size: { width: number; height: number }
): Map<number, Place> {
	const places = new Map<number, Place>();
	const h = TALL * unit;
	const free = (x: number, y: number, w: number) =>
		[...places.values()].every((p) => x + w <= p.x || p.x + p.w <= x || y + h <= p.y || p.y + h <= y);
	const first = (a: Tagged, b: Tagged) => Number(b.alerted) - Number(a.alerted) || a.id - b.id;
	for (const b of [...boxes].sort(first)) {
		if (!b.words) continue;
		const w = (b.words.length * LETTER + BESIDE) * unit;
		const x = Math.max(0, Math.min(b.x, size.width - w));
		const y = [Math.max(0, b.y - h), b.y + b.h].find((y) => y + h <= size.height && free(x, y, w));
		if (y !== undefined) places.set(b.id, { x, y, w });
	}
	return places;
}
