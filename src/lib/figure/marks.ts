import type { Mark, Rect } from '../picture/frame';

type Of<T extends Mark['type']> = Extract<Mark, { type: T }>;
type Look<T extends Mark['type'], Placed extends string> = Omit<Of<T>, 'type' | 'key' | Placed>;
type Point = readonly [x: number, y: number];

/** A rectangle; words lie on `slip`, which is one with paper and a line. */
export const box = (key: string, { x, y, w, h }: Rect, look: Look<'rect', 'x' | 'y' | 'w' | 'h'>): Mark => ({
	type: 'rect',
	key,
	x,
	y,
	w,
	h,
	...look
});

export const disc = (key: string, x: number, y: number, r: number, look: Look<'circle', 'x' | 'y' | 'r'>): Mark => ({
	type: 'circle',
	key,
	x,
	y,
	r,
	...look
});

export const path = (key: string, d: string, look: Look<'path', 'd'>): Mark => ({ type: 'path', key, d, ...look });

/** A straight line that is neither level nor upright; those are `across` and `down`. */
export const between = (
	key: string,
	[x1, y1]: Point,
	[x2, y2]: Point,
	look: Look<'line', 'x1' | 'y1' | 'x2' | 'y2'>
): Mark => ({ type: 'line', key, x1, y1, x2, y2, ...look });

/** Marks that come, go, move and are cut off as one. A group nobody sees is not in the picture. */
export const group = (
	key: string,
	children: Mark[],
	look: Omit<Of<'group'>, 'type' | 'key' | 'children'> = {}
): Mark[] => (children.length && look.opacity !== 0 ? [{ type: 'group', key, ...look, children }] : []);
