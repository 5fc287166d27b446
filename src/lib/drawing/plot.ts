import { project, type Camera } from '../camera/camera';
import { local } from './frame';
import type { Pen } from './types';
import { INK, type Tone } from './palette';
import type { Near } from './people/head';

const MAX = 64;
const NEAR = 0.6;
const GUARD = 4000;

/** Width in pixels of the one ink line on a picture whose 16:9 view is `height` pixels high: 1.3 at 900, 0.45 at 180. */
export function inkWidth(height: number): number {
	const x = height / 900;
	const q = Math.sqrt(Math.sqrt(x));
	return Math.min(1.3 * q * Math.sqrt(q), height / 400);
}

/**
 * Draws polygons and lines given in metres through a camera. Shapes are cut at a plane in front of the lens before they
 * are projected, and at a band around the image after it, so any camera is safe. Allocates nothing per shape.
 */
export class Plot {
	/** Base width of the ink line, pixels. */
	readonly line: number;
	/** Step between the points of a circle: 1, or 2 on pictures too small to show more. */
	readonly coarse: 1 | 2;
	/** Where what was seen last is in the picture. */
	readonly spot = { u: 0, v: 0, k: 0 };
	/** The camera near the body or thing that is being drawn. */
	readonly local = local();
	private count = 0;
	private readonly world = new Float64Array(MAX * 3);
	private readonly kept = new Float64Array((MAX + 8) * 3);
	private readonly flat = new Float64Array((MAX + 8) * 2);
	private readonly cut = new Float64Array((MAX + 16) * 2);

	constructor(
		readonly pen: Pen,
		readonly camera: Camera,
		readonly tone: Tone,
		lineScale = 1,
		/** Paints faces; people have none without it. */
		readonly near?: Near
	) {
		const c = camera;
		this.line = inkWidth(Math.max(c.height, (c.width * 9) / 16)) * lineScale;
		this.coarse = c.height < 300 ? 2 : 1;
	}

	/** Projects a point into `spot`. */
	see(x: number, y: number, z: number): Plot['spot'] {
		return project(this.camera, x, y, z, this.spot);
	}

	/** Starts a list of world points. */
	start(): this {
		this.count = 0;
		return this;
	}

	/** Adds a world point, metres. Points past the 64th are dropped. */
	at(x: number, y: number, z: number): this {
		if (this.count < MAX) {
			const { world } = this;
			const i = this.count++ * 3;
			world[i] = x;
			world[i + 1] = y;
			world[i + 2] = z;
		}
		return this;
	}

	/** An upright rectangle facing the camera. */
	wall(x0: number, x1: number, y: number, z0: number, z1: number): this {
		return this.start().at(x0, y, z0).at(x1, y, z0).at(x1, y, z1).at(x0, y, z1);
	}

	/** A level rectangle. */
	floor(x0: number, x1: number, y0: number, y1: number, z = 0): this {
		return this.start().at(x0, y0, z).at(x1, y0, z).at(x1, y1, z).at(x0, y1, z);
	}

	/** An upright rectangle seen edge on by a camera in front. */
	flank(x: number, y0: number, y1: number, z0: number, z1: number): this {
		return this.start().at(x, y0, z0).at(x, y1, z0).at(x, y1, z1).at(x, y0, z1);
	}

	/** A straight line. */
	segment(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): this {
		return this.start().at(x0, y0, z0).at(x1, y1, z1);
	}

	/** Starts a path of several shapes that share one colour and line: one fill and one stroke for all of them. */
	open(): void {
		this.pen.beginPath();
	}

	/** Adds the points to the path as a closed shape, or as a line. */
	add(close = true): void {
		this.trace(close);
	}

	/** Fills the path begun with `open` and draws the ink line round its shapes, unless `weight` is 0. */
	paint(colour: string, weight = 1): void {
		this.pen.fillStyle = colour;
		this.pen.fill();
		if (weight) this.inkStroke(weight);
	}

	/** Fills the points, in the tone's still colours unless `colour` is already toned; no line. */
	fill(colour: string, alpha = 1): void {
		const pen = this.pen;
		pen.beginPath();
		if (!this.trace(true)) return;
		pen.fillStyle = colour;
		if (alpha === 1) pen.fill();
		else this.faint(alpha);
	}

	/** Fills the points with a toned colour and draws the ink line around them; `weight` times the base line. */
	face(colour: string, weight = 1): void {
		const pen = this.pen;
		pen.beginPath();
		if (!this.trace(true)) return;
		pen.fillStyle = colour;
		pen.fill();
		this.inkStroke(weight);
	}

	/** Draws the points as an open ink line. */
	rule(weight = 1, alpha = 1, colour?: string): void {
		this.pen.beginPath();
		if (!this.trace(false)) return;
		if (alpha === 1) this.inkStroke(weight, colour);
		else {
			const before = this.pen.globalAlpha;
			this.pen.globalAlpha = before * alpha;
			this.inkStroke(weight, colour);
			this.pen.globalAlpha = before;
		}
	}

	/** Strokes the current path of the pen with ink. */
	inkStroke(weight = 1, colour?: string): void {
		const pen = this.pen;
		pen.strokeStyle = colour ?? this.tone.of(INK);
		pen.lineWidth = this.line * weight;
		pen.lineJoin = 'round';
		pen.lineCap = 'round';
		pen.stroke();
	}

	/** Adds the points to the pen's current path; false when nothing of them is in front of the lens and near the image. */
	trace(close: boolean): boolean {
		const { camera: c, world, kept, flat, cut } = this;
		let n = 0;
		const total = this.count;
		let px = 0;
		let py = 0;
		let pz = 0;
		let pd = 0;
		// Cut at the near plane, in world space.
		const last = (total - 1) * 3;
		if (close && total) {
			px = world[last];
			py = world[last + 1];
			pz = world[last + 2];
			pd = (py - c.y) * c.cos - (pz - c.z) * c.sin - NEAR;
		}
		for (let i = 0; i < total; i++) {
			const x = world[i * 3];
			const y = world[i * 3 + 1];
			const z = world[i * 3 + 2];
			const d = (y - c.y) * c.cos - (z - c.z) * c.sin - NEAR;
			if ((i > 0 || close) && pd < 0 !== d < 0) {
				const t = pd / (pd - d);
				kept[n * 3] = px + (x - px) * t;
				kept[n * 3 + 1] = py + (y - py) * t;
				kept[n * 3 + 2] = pz + (z - pz) * t;
				n++;
			}
			if (d >= 0) {
				kept[n * 3] = x;
				kept[n * 3 + 1] = y;
				kept[n * 3 + 2] = z;
				n++;
			}
			px = x;
			py = y;
			pz = z;
			pd = d;
		}
		if (n < 2) return false;
		let u0 = Infinity;
		let u1 = -Infinity;
		let v0 = Infinity;
		let v1 = -Infinity;
		for (let i = 0; i < n; i++) {
			const dy = kept[i * 3 + 1] - c.y;
			const dz = kept[i * 3 + 2] - c.z;
			const k = c.f / (dy * c.cos - dz * c.sin);
			const u = c.u0 + k * (kept[i * 3] - c.x);
			const v = c.v0 - k * (dy * c.sin + dz * c.cos);
			flat[i * 2] = u;
			flat[i * 2 + 1] = v;
			if (u < u0) u0 = u;
			if (u > u1) u1 = u;
			if (v < v0) v0 = v;
			if (v > v1) v1 = v;
		}
		const m = 8;
		if (u1 < -m || u0 > c.width + m || v1 < -m || v0 > c.height + m) return false;
		let from = flat;
		if (close && (u0 < -GUARD || u1 > c.width + GUARD || v0 < -GUARD || v1 > c.height + GUARD)) {
			n = guard(flat, n, cut, 0, -GUARD, 1);
			n = guard(cut, n, flat, 0, c.width + GUARD, -1);
			n = guard(flat, n, cut, 1, -GUARD, 1);
			n = guard(cut, n, flat, 1, c.height + GUARD, -1);
			from = flat;
			if (n < 3) return false;
		}
		const pen = this.pen;
		pen.moveTo(from[0], from[1]);
		for (let i = 1; i < n; i++) pen.lineTo(from[i * 2], from[i * 2 + 1]);
		if (close) pen.closePath();
		return true;
	}

	private faint(alpha: number): void {
		const pen = this.pen;
		const before = pen.globalAlpha;
		pen.globalAlpha = before * alpha;
		pen.fill();
		pen.globalAlpha = before;
	}
}

/** One Sutherland-Hodgman pass: keeps what lies on the `side` of `limit` along an axis. Returns the new count. */
function guard(a: Float64Array, n: number, b: Float64Array, axis: 0 | 1, limit: number, side: 1 | -1): number {
	let m = 0;
	for (let i = 0; i < n && m < MAX + 14; i++) {
		const p = (i + n - 1) % n;
		const da = (a[p * 2 + axis] - limit) * side;
		const db = (a[i * 2 + axis] - limit) * side;
		if (da < 0 !== db < 0) {
			const t = da / (da - db);
			b[m * 2] = a[p * 2] + (a[i * 2] - a[p * 2]) * t;
			b[m * 2 + 1] = a[p * 2 + 1] + (a[i * 2 + 1] - a[p * 2 + 1]) * t;
			m++;
		}
		if (db >= 0) {
			b[m * 2] = a[i * 2];
			b[m * 2 + 1] = a[i * 2 + 1];
			m++;
		}
	}
	return m;
}
