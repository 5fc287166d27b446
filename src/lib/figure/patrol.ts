import type { Ink, Rect } from '../picture/frame';
import { drawn, oval, place } from './inks';
import { BLUE, CREAM, DARK, GLASS, STEEL } from './colours';

/**
 * A patrol car from its side, in forty-sixths of its height with its lamp, up from the ground at its left end: its side,
 * the stripe, windows, lamp, wheels.
 */
const CAR: [d: string, fill: string, width: number][] = [
	['M2 -8L2 -20Q4 -25 18 -26L30 -38L66 -38L80 -26Q98 -25 99 -16L99 -8Z', CREAM, 1.6],
	['M2.4 -15L98.6 -15L98.6 -21L3 -21Z', BLUE, 1.1],
	['M32 -35L46 -35L46 -26L23 -26Z', GLASS, 1.2],
	['M50 -35L64 -35L73 -26L50 -26Z', GLASS, 1.2],
	['M42 -38L54 -38L53 -43L43 -43Z', BLUE, 1.2],
	[oval(22, -7, 8), DARK, 1.6],
	[oval(78, -7, 8), DARK, 1.6],
	[oval(22, -7, 3.4), STEEL, 1],
	[oval(78, -7, 3.4), STEEL, 1]
];

/** The car with its left end at (x, y) on the ground, `h` pixels high. */
export const carInk = (x: number, y: number, h: number, clip: Rect): Ink[] =>
	CAR.map(([d, fill, width]) => drawn(place(d, x, y, h / 46), fill, width, { clip }));

/** Its lines alone. */
export const carOutline = (x: number, y: number, h: number): string =>
	CAR.map(([d]) => place(d, x, y, h / 46)).join('');
