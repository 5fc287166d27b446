import { GROUND } from '../../street/places';

/** Where the row of houses stands, and where it ends: along Y, metres. */
export const Y = GROUND.facade;
export const DEEP = Y + 9;

/** Panes by day, lit ones by day, and any by night. */
export const GLASS = ['#8FA3AB', '#9DB0B5', '#84979F'];
export const LIT_DAY = '#F0DDA6';
export const LIT = '#FBDD8C';

/** Pixels per metre above which the drawing has what the sensor is too coarse to see: neon that shines, cloth that stirs. */
export const NEAR = 12;

/** A fixed draw from 0 to 1 for a place in the row: what makes windows differ. */
export function draw(a: number, b: number, c = 0): number {
	let h = Math.imul(a + 11, 374761393) ^ Math.imul(b + 7, 668265263) ^ Math.imul(c + 3, 2147483647 - 18);
	h = Math.imul(h ^ (h >>> 13), 1274126177);
	return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
