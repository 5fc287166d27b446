import type { Mark, Rect } from '../picture/frame';

interface Look {
	fill?: string;
	stroke?: string;
	width?: number;
	opacity?: number;
	fact?: string;
}

/** A slip of paper with a line round it: what words and numbers lie on over a drawing. */
export const slip = (key: string, { x, y, w, h }: Rect, look: Look = {}): Mark => ({
	type: 'rect',
	key,
	x,
	y,
	w,
	h,
	fill: 'paper',
	stroke: 'ink',
	width: 1.5,
	...look
});
