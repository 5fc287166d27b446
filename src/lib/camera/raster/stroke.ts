import { cosine, sine } from '../../maths';
import type { Pen } from '../../drawing/types';
import { addPolygon, type Coverage } from './coverage';
import { sidesOf, swell } from './curves';
import { endOf, type Path } from './path';
import { createPoints, push, type Points } from './points';

/** How a line is drawn, and the outline being built of it. */
export interface Stroke {
	/** Half its width, device pixels. */
	half: number;
	cap: Pen['lineCap'];
	join: Pen['lineJoin'];
	readonly outline: Points;
}

export const createStroke = (): Stroke => ({ half: 0.5, cap: 'butt', join: 'miter', outline: createPoints() });

/** Squared distance below which two points are one: between them there is no direction. */
const SAME = 1e-8;

/** Adds the outlines of all contours of a path. */
export function addStrokes(cover: Coverage, path: Path, stroke: Stroke): void {
	const { points } = path;
	// Points one after another that differ are put at the end of the path's own, contour by contour.
	const from = points.count;
	for (let c = 0; c < path.contours; c++) {
		const given = endOf(path, c) - path.starts[c];
		copyDistinct(points, path.starts[c], endOf(path, c));
		let n = points.count - from;
		points.count = from;
		let loop = path.closed[c] === 1;
		if (loop && n > 1 && squaredDistance(points, from, from + n - 1) <= SAME) n--;
		if (n < 3) loop = false;
		if (n > 1) addLine(cover, points, from, n, loop, stroke);
		else if (n === 1 && stroke.cap === 'round' && (given > 1 || path.closed[c])) addDot(cover, points, from, stroke);
	}
}

/** Adds points to the end: those from `from` to `to` that are not where the one before is. */
function copyDistinct(points: Points, from: number, to: number): void {
	const start = points.count;
	for (let i = from; i < to; i++)
		if (points.count === start || squaredDistance(points, i, points.count - 1) > SAME)
			push(points, points.x[i], points.y[i]);
}

function squaredDistance({ x, y }: Points, a: number, b: number): number {
	const dx = x[a] - x[b];
	const dy = y[a] - y[b];
	return dx * dx + dy * dy;
}

/** A line without length and with round ends. */
function addDot(cover: Coverage, { x, y }: Points, at: number, { half, outline }: Stroke): void {
	const k = sidesOf(half);
	const r = half * swell(1 / k);
	outline.count = 0;
	for (let i = 0; i < k; i++) push(outline, x[at] + r * cosine(i / k), y[at] + r * sine(i / k));
	addPolygon(cover, outline, 0, k);
}

/** Adds the outline of a line through the `n` points from `from`: there on its one side and back on its other. */
function addLine(cover: Coverage, points: Points, from: number, n: number, loop: boolean, stroke: Stroke): void {
	const { outline } = stroke;
	outline.count = 0;
	if (loop) {
		for (let i = 0; i < n; i++) corner(points, from, n, i, 1, stroke);
		addPolygon(cover, outline, 0, outline.count);
		outline.count = 0;
		for (let i = n - 1; i >= 0; i--) corner(points, from, n, i, -1, stroke);
	} else {
		cap(points, from + 1, from, stroke);
		for (let i = 1; i < n - 1; i++) corner(points, from, n, i, 1, stroke);
		cap(points, from + n - 2, from + n - 1, stroke);
		for (let i = n - 2; i > 0; i--) corner(points, from, n, i, -1, stroke);
	}
	addPolygon(cover, outline, 0, outline.count);
}

/** Goes round the end at `b` of a line that comes from `a`. */
function cap({ x, y }: Points, a: number, b: number, { half, cap, outline }: Stroke): void {
	const dx = x[b] - x[a];
	const dy = y[b] - y[a];
	const l = half / Math.sqrt(dx * dx + dy * dy);
	const ux = dx * l;
	const uy = dy * l;
	if (cap === 'round' && half > 0.3) {
		const k = sidesOf(half) >> 1;
		const r = swell(1 / (2 * k));
		for (let i = 0; i <= k; i++) {
			const cs = cosine(i / (2 * k));
			const sn = r * sine(i / (2 * k));
			push(outline, x[b] + uy * cs + ux * sn, y[b] - ux * cs + uy * sn);
		}
		return;
	}
	// Round ends too small to be told from square ones of their area.
	const e = cap === 'butt' ? 0 : cap === 'round' ? 0.785 : 1;
	push(outline, x[b] + uy + e * ux, y[b] - ux + e * uy);
	push(outline, x[b] - uy + e * ux, y[b] + ux + e * uy);
}

/** Goes past point `i` of the `n` from `from` on one side of the line (1: as it runs, -1: on the way back). */
function corner(points: Points, from: number, n: number, i: number, side: 1 | -1, stroke: Stroke): void {
	const { half, join, outline } = stroke;
	const a = from + ((i - side + n) % n);
	const p = from + i;
	const b = from + ((i + side + n) % n);
	const x = points.x[p];
	const y = points.y[p];
	let ax = x - points.x[a];
	let ay = y - points.y[a];
	let bx = points.x[b] - x;
	let by = points.y[b] - y;
	const la = half / Math.sqrt(ax * ax + ay * ay);
	const lb = half / Math.sqrt(bx * bx + by * by);
	ax *= la;
	ay *= la;
	bx *= lb;
	by *= lb;
	push(outline, x + ay, y - ax);
	const cross = ax * by - ay * bx;
	const dot = ax * bx + ay * by;
	const hh = half * half;
	if (cross > 0 && dot < 0.95 * hh) {
		if (join === 'round') bend(outline, x, y, ay, -ax, by, -bx, half, half > 1.5 ? 2 : half > 0.4 ? 1 : 0);
		else if (join === 'miter' && hh + dot > 0.02 * hh) {
			const m = hh / (hh + dot);
			push(outline, x + m * (ay + by), y - m * (ax + bx));
		}
	}
	push(outline, x + by, y - bx);
}

/** Points of the arc between two radii, by halving. */
function bend(
	outline: Points,
	x: number,
	y: number,
	ax: number,
	ay: number,
	bx: number,
	by: number,
	half: number,
	level: number
): void {
	let mx = ax + bx;
	let my = ay + by;
	let l = Math.sqrt(mx * mx + my * my);
	if (l < 1e-3 * half) {
		// Straight back: round the outside.
		mx = -ay;
		my = ax;
		l = half;
	}
	mx *= half / l;
	my *= half / l;
	if (level > 0) bend(outline, x, y, ax, ay, mx, my, half, level - 1);
	push(outline, x + mx, y + my);
	if (level > 0) bend(outline, x, y, mx, my, bx, by, half, level - 1);
}
