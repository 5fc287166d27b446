import { project, toGround, type Camera } from '../camera/camera';
import type { GroundChoice, Points } from './choice';

/** The ground of a picture, for feet and for what is drawn on it. Pixels of the picture as it is given. */
export interface PictureGround {
	/** Metres; or hundredths of the picture's width. */
	readonly unit: 'm' | '%';
	/** Null at and above the horizon. */
	toGround(u: number, v: number): [number, number] | null;
	toPicture(x: number, y: number): [number, number];
}

/** A ground as data: what the worker and the page both make it of. */
export type GroundSpec =
	| { kind: 'camera'; camera: Camera }
	| { kind: 'plane'; matrix: readonly number[] }
	| { kind: 'picture'; width: number };

export function groundOf(spec: GroundSpec): PictureGround {
	if (spec.kind === 'camera') {
		const out = { u: 0, v: 0, k: 0 };
		return {
			unit: 'm',
			toGround: (u, v) => toGround(spec.camera, u, v),
			toPicture(x, y) {
				project(spec.camera, x, y, 0, out);
				return [out.u, out.v];
			}
		};
	}
	if (spec.kind === 'plane') {
		const forth = spec.matrix;
		const back = inverse(forth)!;
		const depth = (u: number, v: number): number => back[6] * u + back[7] * v + back[8];
		const ahead = Math.sign(depth(...through(forth, 0, 0)));
		return {
			unit: 'm',
			// Beyond the horizon the plane is behind the camera.
			toGround: (u, v) => (ahead * depth(u, v) > 0 ? through(back, u, v) : null),
			toPicture: (x, y) => through(forth, x, y)
		};
	}
	const scale = 100 / spec.width;
	return {
		unit: '%',
		toGround: (u, v) => [u * scale, v * scale],
		toPicture: (x, y) => [x / scale, y / scale]
	};
}

/** Why four points cannot be a rectangle on the ground. */
export type GroundFault = 'crossed' | 'narrow' | 'sides';

export interface Fitted {
	spec: GroundSpec;
	/**
	 * How far the two sides as given are from what a camera with square pixels, pointed at the middle of the picture,
	 * would see: their ratio over that camera's, less 1. NaN where the points do not tell.
	 */
	residual: number;
}

/**
 * The plane on which four points of the picture are a rectangle of two lengths, by the homography between them (Hartley
 * and Zisserman, 2.3 and 8.6). The residual comes from the two constraints a camera puts on it (Zhang 2000).
 */
export function fitFour(
	points: Points,
	across: number,
	along: number,
	width: number,
	height: number
): Fitted | GroundFault {
	if (!(across > 0 && along > 0)) return 'sides';
	const turns = points.map(([x, y], i) => {
		const [x1, y1] = points[(i + 1) % 4];
		const [x2, y2] = points[(i + 2) % 4];
		return (x1 - x) * (y2 - y1) - (y1 - y) * (x2 - x1);
	});
	if (!turns.every((t) => Math.sign(t) === Math.sign(turns[0]))) return 'crossed';
	if (turns.some((t) => Math.abs(t) < 1e-3 * width * height)) return 'narrow';
	const corners: Points = [
		[-across / 2, 0],
		[across / 2, 0],
		[across / 2, along],
		[-across / 2, along]
	];
	const matrix = homography(corners, points);
	if (!matrix || !inverse(matrix)) return 'narrow';
	return { spec: { kind: 'plane', matrix }, residual: residualOf(matrix, width / 2, height / 2) };
}

function residualOf(h: readonly number[], cx: number, cy: number): number {
	const column = (k: number) => [h[k] - cx * h[6 + k], h[3 + k] - cy * h[6 + k], h[6 + k]];
	const [a, b] = [column(0), column(1)];
	const f2 = -(a[0] * b[0] + a[1] * b[1]) / (a[2] * b[2]);
	if (!(f2 > 0)) return NaN;
	const length = (v: number[]) => Math.sqrt((v[0] * v[0] + v[1] * v[1]) / f2 + v[2] * v[2]);
	return length(a) / length(b) - 1;
}

/** A level camera by its height and its horizon, sixty degrees wide. */
export function levelCamera(metres: number, horizon: number, width: number, height: number): Camera {
	const f = width / (2 * 0.577);
	return { x: 0, y: 0, z: metres, sin: 0, cos: 1, f, u0: width / 2, v0: horizon * height, width, height };
}

/** The ground that was chosen, or what keeps it from being one. `found` is what the machine found out, if it did. */
export function choose(
	choice: GroundChoice,
	found: Camera | null,
	width: number,
	height: number
): Fitted | GroundFault {
	if (choice.kind === 'four') return fitFour(choice.points, choice.across, choice.along, width, height);
	if (choice.kind === 'height')
		return { spec: { kind: 'camera', camera: levelCamera(choice.metres, choice.horizon, width, height) }, residual: 0 };
	if (choice.kind === 'found' && found) return { spec: { kind: 'camera', camera: found }, residual: 0 };
	return { spec: { kind: 'picture', width }, residual: 0 };
}

/** Shares of the height from which whatever is lower is taken for ground. */
const TOPS = [0.05, 0.35, 0.55, 0.75];
/** Share of the height down to which: whoever the lower edge cuts has their feet on it. */
const BOTTOM = 1.01;

/** All of a picture that is ground, in tenths: where a rule looks that nobody has told where to. */
export function wholeOf({ toGround }: PictureGround, width: number, height: number): Points {
	for (const top of TOPS) {
		const corners = [
			[0.05, BOTTOM],
			[0.95, BOTTOM],
			[0.95, top],
			[0.05, top]
		].map(([u, v]) => toGround(u * width, v * height));
		if (corners.every((c) => c !== null)) return corners.map(([x, y]) => [tenth(x), tenth(y)] as const);
	}
	return [];
}

const tenth = (v: number): number => Math.round(v * 10) / 10;

function through(m: readonly number[], x: number, y: number): [number, number] {
	const w = m[6] * x + m[7] * y + m[8];
	return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w];
}

/** The 3 × 3 matrix, row by row, that takes four points to four others; null when there is none. */
function homography(from: Points, to: Points): number[] | null {
	const rows: number[][] = [];
	for (let i = 0; i < 4; i++) {
		const [x, y] = from[i];
		const [u, v] = to[i];
		rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
	}
	const h = solve(rows);
	return h && [...h, 1];
}

/** Gauss with pivots; each row has its right side last. */
function solve(rows: number[][]): number[] | null {
	const n = rows.length;
	for (let i = 0; i < n; i++) {
		let pivot = i;
		for (let k = i + 1; k < n; k++) if (Math.abs(rows[k][i]) > Math.abs(rows[pivot][i])) pivot = k;
		if (Math.abs(rows[pivot][i]) < 1e-9) return null;
		[rows[i], rows[pivot]] = [rows[pivot], rows[i]];
		for (let k = 0; k < n; k++) {
			if (k === i) continue;
			const factor = rows[k][i] / rows[i][i];
			for (let j = i; j <= n; j++) rows[k][j] -= factor * rows[i][j];
		}
	}
	return rows.map((row, i) => row[n] / row[i]);
}

function inverse([a, b, c, d, e, f, g, h, i]: readonly number[]): number[] | null {
	const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
	if (!(Math.abs(det) > 1e-12)) return null;
	return [
		e * i - f * h,
		c * h - b * i,
		b * f - c * e,
		f * g - d * i,
		a * i - c * g,
		c * d - a * f,
		d * h - e * g,
		b * g - a * h,
		a * e - b * d
	].map((v) => v / det);
}
