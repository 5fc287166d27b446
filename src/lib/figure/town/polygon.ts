import { minIndex, polygonArea } from 'd3';
import type { Point } from './plan';

/** Area, positive when the outline turns counter-clockwise (y north). */
export const area = (polygon: Point[]): number => -polygonArea(polygon);

/** 1 when the outline turns counter-clockwise (y north), -1 otherwise. */
export const turnOf = (polygon: Point[]): number => (area(polygon) < 0 ? -1 : 1);

export const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Index of the allowed point nearest to another, -1 when none is allowed. */
export const nearest = (list: Point[], to: Point, allowed: (i: number) => boolean = () => true): number =>
	minIndex(list, (p, i) => (allowed(i) ? apart(p, to) : undefined));

/** Moves every side of a convex polygon inwards by `by`; fewer than three points when nothing is left. */
export function inset(polygon: Point[], by: number): Point[] {
	let out = polygon;
	const turn = turnOf(polygon);
	for (let i = 0; i < polygon.length && out.length; i++) {
		const a = polygon[i];
		const b = polygon[(i + 1) % polygon.length];
		const length = apart(a, b);
		if (length < 1e-6) continue;
		const nx = (-(b[1] - a[1]) / length) * turn;
		const ny = ((b[0] - a[0]) / length) * turn;
		out = clip(out, (p) => (p[0] - a[0]) * nx + (p[1] - a[1]) * ny - by);
	}
	return out;
}

/** The part of a convex polygon on the side of a line where `depth` is not negative. */
function clip(polygon: Point[], depth: (p: Point) => number): Point[] {
	const kept: Point[] = [];
	for (let j = 0; j < polygon.length; j++) {
		const p = polygon[j];
		const q = polygon[(j + 1) % polygon.length];
		const dp = depth(p);
		const dq = depth(q);
		if (dp >= 0) kept.push(p);
		if (dp >= 0 !== dq >= 0)
			kept.push([p[0] + ((q[0] - p[0]) * dp) / (dp - dq), p[1] + ((q[1] - p[1]) * dp) / (dp - dq)]);
	}
	return kept;
}
