import { NIGHT } from '../../drawing/palette';
import type { Ink } from '../../picture/frame';
import { painted } from '../inks';
import { ease } from '../motion';
import { FAINT, LAMP, WALLING } from '../night';
import type { Point, Town } from '../town/plan';
import { WINDOWS, windows, type Look } from './look';
import { corners, path } from './paths';

/** The supervision centre: a dark house whose lit floors, seen from straight above, are its skylights. */
export function houseInk(look: Look, t: Town, rise: number, fly: number, opacity: number): Ink[] {
	const { x, y, half, depth, height } = t.house;
	const h = height * rise;
	const box: Point[] = [
		[x - half, y],
		[x + half, y],
		[x + half, y + depth],
		[x - half, y + depth]
	];
	const face = (a: Point, b: Point) => path(look, [a, b], 0, [b, a], h);
	/** Upright on the front, between two heights; or level on the roof, between two depths. */
	const front = (x0: number, x1: number, top: number, low: number) =>
		corners(look, [
			[x0, y, top],
			[x1, y, top],
			[x1, y, low],
			[x0, y, low]
		]);
	const paint = { stroke: FAINT, width: 1.4, opacity };
	const out: Ink[] = [
		{ type: 'shape', d: face(box[0], box[3]) + face(box[1], box[2]), fill: WALLING, ...paint },
		{ type: 'shape', d: path(look, box, h), fill: fly < 0.02 ? NIGHT : ROOF, ...paint },
		{ type: 'shape', d: face(box[0], box[1]), fill: NIGHT, ...paint, stroke: fly > 0.9 ? NIGHT : paint.stroke }
	];
	if (rise > 0.05) {
		const share = h / height;
		const lit = windows(t).map(([x0, z]) => front(x0, x0 + WINDOWS.w, z * share, (z - WINDOWS.h) * share));
		out.push(
			painted(front(x - 5, x + 5, 0, 11 * rise), {
				fill: WALLING,
				...paint,
				opacity: opacity * (1 - ease(fly, 0.8, 0.95))
			}),
			{ type: 'shape', d: lit.join(''), fill: LAMP, opacity }
		);
	}
	const [near, far] = [y + 12, y + depth - 12];
	const skylights = [0, 1, 2, 3].map((i) => {
		const x0 = x - half + 8 + i * 12;
		return corners(look, [
			[x0, near, h],
			[x0 + 7, near, h],
			[x0 + 7, far, h],
			[x0, far, h]
		]);
	});
	out.push({ type: 'shape', d: skylights.join(''), fill: LAMP, stroke: 'ink', width: 0.8, opacity });
	return out;
}

const ROOF = '#2C3137';
