import { range } from 'd3';
import { curve } from '../../figure/curve';
import { LAMP } from '../../figure/firm/colours';
import { DESKS, screenOf } from '../../figure/firm/furniture';
import { FLOOR, LEVELS, px, py, sketch, type Section } from '../../figure/firm/section';
import { along } from '../../figure/firm/walk';
import { WHITE } from '../../figure/night';
import type { Ink } from '../../picture/frame';

/** The desks in the order the message comes to them: along the engineers' floor, down the shaft, along the sales floor. */
export const ROUTE = [4, 5, 6, 7, 8, 9, 3, 2, 1, 0];
/** The shaft between the floors, metres. */
const SHAFT = 17.3;

const xs = ROUTE.map((d) => screenOf(DESKS[d])[0]);
const heights = [LEVELS[2] + 0.2, LEVELS[1] + 0.2];
/** The cable the message runs along, metres. */
const POINTS: [number, number][] = [
	[xs[0], heights[0]],
	[SHAFT, heights[0]],
	[SHAFT, heights[1]],
	[xs[xs.length - 1], heights[1]]
];
/** How far along it each desk of the route is. */
export const STOPS = ROUTE.map((d, i) =>
	DESKS[d].level === 2 ? xs[i] - xs[0] : SHAFT - xs[0] + FLOOR + SHAFT - xs[i]
);
/** Its length. */
export const LENGTH = STOPS[STOPS.length - 1];

/** The cable lights up behind what runs along it, `run` metres from the sender. */
export function cableInk(s: Section, run: number, opacity: number): Ink[] {
	if (run <= 0) return [];
	const behind = [...range(0, run, 0.6), run].map((r) => along(POINTS, r));
	const d = curve(behind.map(({ x, y }) => [px(s, x), py(s, y)]));
	const { x, y } = behind[behind.length - 1];
	return [
		{ type: 'shape', d, stroke: 'ink', width: Math.max(3, 0.12 * s.k), round: true, opacity },
		{ type: 'shape', d, stroke: LAMP, width: Math.max(1.6, 0.06 * s.k), round: true, opacity },
		...(run < LENGTH ? sketch(s, (h) => h.box(x - 0.24, y - 0.16, 0.48, 0.34, WHITE, 0.04)) : [])
	];
}
