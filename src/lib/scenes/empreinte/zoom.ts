import { mix } from '../../figure/motion';
import { OCHRE } from '../../figure/colours';
import type { Rect } from '../../picture/frame';

/** Hours of a heater across and down a megawatt-hour, and megawatt-hours across and down a gigawatt-hour. */
export const HOURS = { across: 40, down: 25 } as const;
export const BLOCKS = { across: 25, down: 40 } as const;
/** The block, and the heater in it, that we start from. */
export const HOME = { block: [11, 17], cell: [17, 11] } as const;

/** Blocks in two shades, the one we come from lighter; rooms in two shades too. */
export const TILE = OCHRE;
export const TILE_PALE = '#D6AE5E';
export const OWN = '#F2D98C';
export const ROOM = { even: '#EADFCB', odd: '#E4D8C0' };

type Point = readonly [number, number];

/** The middle of the first heater's room, of its block, of all. */
export const OWN_HEATER: Point = [
	HOME.block[0] * HOURS.across + HOME.cell[0] + 0.5,
	HOME.block[1] * HOURS.down + HOME.cell[1] + 0.5
];
const MIDDLE: Point = [(HOME.block[0] + 0.5) * HOURS.across, (HOME.block[1] + 0.5) * HOURS.down];
const FIELD: Point = [(HOURS.across * BLOCKS.across) / 2, (HOURS.down * BLOCKS.down) / 2];

/** Heaters seen across the window, and the middle of it, when the zoom is at `z`: 0 one, 1 a thousand, 2 a million. */
export function windowAt(z: number): { across: number; x: number; y: number } {
	const first = z <= 1;
	const t = first ? z : z - 1;
	const [a, b] = first ? [1, HOURS.across] : [HOURS.across, HOURS.across * BLOCKS.across];
	const [from, to] = first ? [OWN_HEATER, MIDDLE] : [MIDDLE, FIELD];
	const across = a * (b / a) ** t;
	const w = (across - a) / (b - a);
	return { across, x: mix(from[0], to[0], w), y: mix(from[1], to[1], w) };
}

/** What is seen through a window: size of a heater's room in pixels, and where a point of the field is on the stage. */
export interface Opening extends ReturnType<typeof windowAt> {
	w: number;
	h: number;
	at: (x: number, y: number) => [number, number];
}

/** @param r the window looked through, as wide over high as a million heaters are */
export function openingOf(r: Rect, z: number): Opening {
	const view = windowAt(z);
	const w = r.w / view.across;
	const h = r.h / view.across;
	return { ...view, w, h, at: (x, y) => [r.x + r.w / 2 + (x - view.x) * w, r.y + r.h / 2 + (y - view.y) * h] };
}
