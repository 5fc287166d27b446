import type { Mark, Rect } from '../picture/frame';

type Of<T extends Mark['type']> = Extract<Mark, { type: T }>;
type Look<T extends Mark['type'], Placed extends string> = Omit<Of<T>, 'type' | 'key' | Placed>;
type BoxLook = Look<'rect', 'x' | 'y' | 'w' | 'h'>;
type LineLook = Look<'line', 'x1' | 'y1' | 'x2' | 'y2'>;
type Point = readonly [x: number, y: number];

/** A rectangle; words lie on `slip`. */
export const box = (key: string, { x, y, w, h }: Rect, look: BoxLook): Mark => ({
	type: 'rect',
	key,
	x,
	y,
	w,
	h,
	...look
});

/** A slip of paper with a line round it: what words and numbers lie on over a drawing. */
export const slip = (key: string, r: Rect, look: BoxLook = {}): Mark =>
	box(key, r, { fill: 'paper', stroke: 'ink', width: 1.5, ...look });

export const disc = (key: string, x: number, y: number, r: number, look: Look<'circle', 'x' | 'y' | 'r'>): Mark => ({
	type: 'circle',
	key,
	x,
	y,
	r,
	...look
});

export const path = (key: string, d: string, look: Look<'path', 'd'>): Mark => ({ type: 'path', key, d, ...look });

/** A straight line from left to right. */
export const across = (key: string, y: number, x1: number, x2: number, look: LineLook): Mark => ({
	type: 'line',
	key,
	x1,
	x2,
	y1: y,
	y2: y,
	...look
});

/** A straight line from top to bottom. */
export const down = (key: string, x: number, y1: number, y2: number, look: LineLook): Mark => ({
	type: 'line',
	key,
	x1: x,
	x2: x,
	y1,
	y2,
	...look
});

/** A straight line that is neither level nor upright. */
export const between = (key: string, [x1, y1]: Point, [x2, y2]: Point, look: LineLook): Mark => ({
	type: 'line',
	key,
	x1,
	y1,
	x2,
	y2,
	...look
});

/** Marks each as faint as that: what they have of their own counts as a share of it. None where nobody would see them. */
export const faded = (opacity: number, marks: Mark[]): Mark[] =>
	opacity > 0 ? marks.map((m): Mark => ({ ...m, opacity: opacity * (m.opacity ?? 1) })) : [];

/** Marks that come, go, move and are cut off as one. A group nobody sees is not in the picture. */
export const group = (
	key: string,
	children: Mark[],
	look: Omit<Of<'group'>, 'type' | 'key' | 'children'> = {}
): Mark[] => (children.length && look.opacity !== 0 ? [{ type: 'group', key, ...look, children }] : []);

/** Whether two rectangles cover part of one another. */
export const overlap = (a: Rect, b: Rect): boolean =>
	a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
