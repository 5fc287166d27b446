import { box } from '../../figure/marks';
import type { Mark, Rect } from '../../picture/frame';

/** A line of ink round what is spoken of. */
export const outline = (key: string, { x, y, w, h }: Rect, width: number, opacity?: number, r?: number): Mark =>
	box(key, { x, y, w, h }, { r, stroke: 'ink', width, opacity });

/** A rule of ink from one point to another. */
export const rule = (
	key: string,
	[x1, x2]: [number, number],
	[y1, y2]: [number, number],
	width: number,
	opacity: number,
	dash?: string
): Mark => ({ type: 'line', key, x1, x2, y1, y2, stroke: 'ink', width, opacity, dash });
