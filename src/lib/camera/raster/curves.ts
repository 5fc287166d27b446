import { cosine, sine } from '../../maths';
import { begin, close, ensure, isOpen, type Path } from './path';
import { push } from './points';

/** From the painter's units to device pixels: no turning, no slanting. */
export interface Transform {
	sx: number;
	sy: number;
	tx: number;
	ty: number;
}

const TURNS = 1 / 6.283185307179586;

/** Adds a quadratic curve in straight pieces. */
export function addQuadratic(path: Path, { sx, sy, tx, ty }: Transform, cx: number, cy: number, x: number, y: number) {
	const { points } = path;
	const bx = sx * cx + tx;
	const by = sy * cy + ty;
	const ex = sx * x + tx;
	const ey = sy * y + ty;
	ensure(path, bx, by);
	const ax = points.x[points.count - 1];
	const ay = points.y[points.count - 1];
	const dx = ax - 2 * bx + ex;
	const dy = ay - 2 * by + ey;
	const n = pieces(Math.sqrt(dx * dx + dy * dy));
	for (let i = 1; i < n; i++) {
		const t = i / n;
		const s = 1 - t;
		push(points, s * s * ax + 2 * s * t * bx + t * t * ex, s * s * ay + 2 * s * t * by + t * t * ey);
	}
	push(points, ex, ey);
}

/** Adds a cubic curve in straight pieces. */
export function addCubic(
	path: Path,
	{ sx, sy, tx, ty }: Transform,
	cx: number,
	cy: number,
	dx: number,
	dy: number,
	x: number,
	y: number
): void {
	const { points } = path;
	const bx = sx * cx + tx;
	const by = sy * cy + ty;
	const gx = sx * dx + tx;
	const gy = sy * dy + ty;
	const ex = sx * x + tx;
	const ey = sy * y + ty;
	ensure(path, bx, by);
	const ax = points.x[points.count - 1];
	const ay = points.y[points.count - 1];
	const mx = Math.max(Math.abs(ax - 2 * bx + gx), Math.abs(bx - 2 * gx + ex));
	const my = Math.max(Math.abs(ay - 2 * by + gy), Math.abs(by - 2 * gy + ey));
	const n = pieces(3 * Math.sqrt(mx * mx + my * my));
	for (let i = 1; i < n; i++) {
		const t = i / n;
		const s = 1 - t;
		push(
			points,
			s * s * s * ax + 3 * s * t * (s * bx + t * gx) + t * t * t * ex,
			s * s * s * ay + 3 * s * t * (s * by + t * gy) + t * t * t * ey
		);
	}
	push(points, ex, ey);
}

/** Adds an arc of an ellipse in straight pieces; angles in radians. */
export function addEllipse(
	path: Path,
	{ sx, sy, tx, ty }: Transform,
	x: number,
	y: number,
	rx: number,
	ry: number,
	rotation: number,
	from: number,
	to: number
): void {
	const { points } = path;
	let sweep = (to - from) * TURNS;
	if (sweep > 0.999999) sweep = 1;
	else if (sweep < 0) sweep -= Math.floor(sweep);
	const size = Math.max(Math.abs(sx * rx), Math.abs(sy * ry));
	const n = Math.max(2, Math.ceil(sidesOf(size) * sweep));
	const a = from * TURNS;
	const cs = cosine(rotation * TURNS);
	const sn = sine(rotation * TURNS);
	const more = swell(sweep / n);
	for (let i = 0; i <= n; i++) {
		const u = a + (sweep * i) / n;
		const ex = more * rx * cosine(u);
		const ey = more * ry * sine(u);
		const dx = sx * (x + ex * cs - ey * sn) + tx;
		const dy = sy * (y + ex * sn + ey * cs) + ty;
		if (i === 0 && !isOpen(path)) begin(path, dx, dy);
		else push(points, dx, dy);
	}
	// A full turn meets itself: joined there rather than capped.
	if (sweep === 1 && points.count - path.starts[path.contours - 1] === n + 1) close(path);
}

/** How much larger a polygon must be to have the area of its circle, for sides of so many turns. */
export const swell = (turns: number): number => 1 + 3.29 * turns * turns;

/** Sides of a polygon that passes for a circle of a radius in pixels. */
export const sidesOf = (radius: number): number =>
	radius < 1.5 ? 8 : radius < 5 ? 12 : radius < 16 ? 20 : radius < 60 ? 36 : 64;

/** Pieces of a curve whose control polygon bends by so many pixels. */
const pieces = (bend: number): number => (bend < 0.4 ? 2 : bend < 2 ? 3 : bend < 6 ? 5 : bend < 24 ? 9 : 20);
