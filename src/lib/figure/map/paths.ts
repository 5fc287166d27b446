import { extent } from 'd3';
import type { View } from '../../picture/frame';
import type { Block, Point } from '../town/plan';
import { apart } from '../town/polygon';
import type { Look } from './look';

/** A stage point as path data. */
export const n = (p: Point): string => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`;

/** A closed polygon at height z, or two chains at two heights joined to a face; '' when any of it is behind the eye. */
export const path = (look: Look, points: Point[], z: number, more: Point[] = [], z2 = z): string =>
	corners(look, [...points.map(([x, y]): Corner => [x, y, z]), ...more.map(([x, y]): Corner => [x, y, z2])]);

type Corner = [x: number, y: number, z: number];

/** The same from corners that each have a height. */
export function corners(look: Look, list: Corner[]): string {
	let d = '';
	for (const corner of list) {
		const p = look(...corner);
		if (!p) return '';
		d += `${d ? 'L' : 'M'}${n(p)}`;
	}
	return `${d}Z`;
}

/** A straight band of ground. */
export function band(a: Point, b: Point, half: number): Point[] {
	const length = apart(a, b);
	const nx = ((b[1] - a[1]) / length) * half;
	const ny = (-(b[0] - a[0]) / length) * half;
	return [
		[a[0] + nx, a[1] + ny],
		[b[0] + nx, b[1] + ny],
		[b[0] - nx, b[1] - ny],
		[a[0] - nx, a[1] - ny]
	];
}

/** Whether a wall, given by its foot a to b and the top above b, shows its outer side to the eye. */
export const towards = (a: Point, b: Point, top: Point, turn: number): boolean =>
	((b[0] - a[0]) * (top[1] - b[1]) - (b[1] - a[1]) * (top[0] - b[0])) * turn < 0;

/** Whether a block of height z touches the stage, all of it before the eye. */
export function visible(view: View, look: Look, b: Block, z: number): boolean {
	const tops = b.outer.map(([x, y]) => look(x, y, z));
	const feet = b.outer.map(([x, y]) => look(x, y, 0));
	if (tops.includes(null) || feet.includes(null)) return false;
	const [left = 0, right = 0] = extent(tops, (p) => p![0]);
	const [top = 0] = extent(tops, (p) => p![1]);
	const [, bottom = 0] = extent(feet, (p) => p![1]);
	return right > 0 && left < view.width && bottom > 0 && top < view.height;
}
