import { ease, mix, stagger } from '../../figure/motion';
import type { Rect } from '../../picture/frame';
import type { Read } from './cues';
import { crowding, SIDE } from './data';
import type { Point } from './layout';

/** Somebody in the square: pixels, and how far they have come in. */
export interface Pressed {
	x: number;
	y: number;
	in: number;
}

/** How far each of Fruin's degrees is reached. */
export const degreesOf = (at: Read): number[] => [at('slow'), at('contact'), at('forces'), at('critical')];

/** Bodies in the square as degree after degree is reached, and how many there are, those coming in counted in part. */
export function crowdIn(square: Rect, counted: number, degrees: number[]): { bodies: Pressed[]; n: number } {
	const list = crowding(counted);
	const reached = degrees.filter((d) => d >= 1).length;
	const degree = Math.min(reached, degrees.length - 1);
	const go = degrees[degree];
	const [a, b] = [list[degree], list[degree + 1]];
	const scale = square.w / SIDE;
	const put = (x: number, y: number, share: number): Pressed => ({
		x: square.x + x * scale,
		y: square.y + y * scale,
		in: share
	});
	const bodies: Pressed[] = [];
	let n = a.n;
	for (let i = 0; i < b.n; i++) {
		const [x, y] = b.at[i];
		if (i < a.n) {
			const s = ease(go);
			bodies.push(put(mix(a.at[i][0], x, s), mix(a.at[i][1], y, s), 1));
			continue;
		}
		const s = stagger(go, i - a.n, b.n - a.n, 0.8);
		if (s <= 0) continue;
		n += s;
		const from = nearestSide([x, y]);
		bodies.push(put(mix(from[0], x, s), mix(from[1], y, s), ease(s, 0, 0.3)));
	}
	return { bodies, n };
}

/** Just outside the square, by the side nearest to a place in it. Metres. */
function nearestSide([x, y]: Point): Point {
	const sides: Point[] = [
		[-0.5, y],
		[SIDE + 0.5, y],
		[x, -0.5],
		[x, SIDE + 0.5]
	];
	const off = (p: Point) => Math.hypot(p[0] - x, p[1] - y);
	return sides.reduce((p, q) => (off(q) < off(p) ? q : p));
}
