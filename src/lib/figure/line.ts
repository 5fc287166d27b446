import type { Mark } from '../picture/frame';

type Line = Extract<Mark, { type: 'line' }>;
type Look = Omit<Line, 'type' | 'key' | 'x1' | 'x2' | 'y1' | 'y2'>;

/** A straight line from left to right. */
export const across = (key: string, y: number, x1: number, x2: number, look: Look): Mark => ({
	type: 'line',
	key,
	x1,
	x2,
	y1: y,
	y2: y,
	...look
});

/** A straight line from top to bottom. */
export const down = (key: string, x: number, y1: number, y2: number, look: Look): Mark => ({
	type: 'line',
	key,
	x1: x,
	x2: x,
	y1,
	y2,
	...look
});
