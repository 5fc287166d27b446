import type { Points } from './points';

/**
 * How much of each pixel a shape covers: every edge leaves signed areas in a buffer whose running sum along a row is
 * the coverage (the accumulation technique of font renderers). All zeros outside the rows and columns touched.
 */
export interface Coverage {
	readonly width: number;
	readonly height: number;
	readonly areas: Float32Array;
	/** Cells from one row of the buffer to the next: edges on the right border spill beyond it. */
	readonly pitch: number;
	/** Rows and columns touched, both ends included; none at first. */
	top: number;
	bottom: number;
	left: number;
	right: number;
}

export function createCoverage(width: number, height: number): Coverage {
	const pitch = width + 2;
	const areas = new Float32Array(pitch * height);
	return { width, height, areas, pitch, top: height, bottom: -1, left: width, right: -1 };
}

/** Forgets which rows and columns are touched; their areas must be zeros again. */
export function untouch(cover: Coverage): void {
	cover.top = cover.height;
	cover.bottom = -1;
	cover.left = cover.width;
	cover.right = -1;
}

/** Adds the polygon of the points from `from` to `to`. */
export function addPolygon(cover: Coverage, { x, y }: Points, from: number, to: number): void {
	for (let i = from, j = to - 1; i < to; j = i++) addEdge(cover, x[j], y[j], x[i], y[i]);
}

/** Adds an edge, wherever it is. */
export function addEdge(cover: Coverage, x0: number, y0: number, x1: number, y1: number): void {
	const { width, height } = cover;
	if (y0 === y1) return;
	let dir = 1;
	if (y0 > y1) {
		let s = x0;
		x0 = x1;
		x1 = s;
		s = y0;
		y0 = y1;
		y1 = s;
		dir = -1;
	}
	if (y1 <= 0 || y0 >= height) return;
	const slope = (x1 - x0) / (y1 - y0);
	if (y0 < 0) {
		x0 -= y0 * slope;
		y0 = 0;
	}
	if (y1 > height) {
		x1 -= (y1 - height) * slope;
		y1 = height;
	}
	// Cut at the left and right borders: beyond them only the height counts.
	if (x0 <= 0 && x1 <= 0) return addInside(cover, 0, y0, 0, y1, dir);
	if (x0 >= width && x1 >= width) return touchBeyond(cover, y0, y1);
	if (x0 >= 0 && x0 <= width && x1 >= 0 && x1 <= width) return addInside(cover, x0, y0, x1, y1, dir);
	let x = x0;
	let y = y0;
	for (let i = 0; i < 2; i++) {
		const border = slope > 0 === (i === 0) ? 0 : width;
		if ((border - x) * (border - x1) < 0) {
			const at = y0 + (border - x0) / slope;
			addPiece(cover, x, y, border, at, dir);
			x = border;
			y = at;
		}
	}
	addPiece(cover, x, y, x1, y1, dir);
}

/** Adds a piece of an edge that crosses neither side border. */
function addPiece(cover: Coverage, x0: number, y0: number, x1: number, y1: number, dir: number): void {
	const middle = (x0 + x1) / 2;
	if (middle <= 0) addInside(cover, 0, y0, 0, y1, dir);
	else if (middle >= cover.width) touchBeyond(cover, y0, y1);
	else addInside(cover, x0, y0, x1, y1, dir);
}

/** What an edge beyond the right border does: the rows on its left may be covered as far as the border. */
function touchBeyond(cover: Coverage, y0: number, y1: number): void {
	const first = Math.max(0, Math.floor(y0));
	const last = Math.min(cover.height - 1, Math.ceil(y1) - 1);
	if (first < cover.top) cover.top = first;
	if (last > cover.bottom) cover.bottom = last;
	cover.right = cover.width;
}

/** Adds an edge that is within the borders and goes down; `dir` is -1 for one that went up. */
export function addInside(cover: Coverage, x0: number, y0: number, x1: number, y1: number, dir: number): void {
	if (!(y1 > y0)) return;
	const { areas, pitch } = cover;
	const first = y0 | 0;
	const last = Math.min(cover.height - 1, Math.ceil(y1) - 1);
	if (first < cover.top) cover.top = first;
	if (last > cover.bottom) cover.bottom = last;
	const low = (x0 < x1 ? x0 : x1) | 0;
	const high = (x0 < x1 ? x1 : x0) | 0;
	if (low < cover.left) cover.left = low;
	if (high + 1 > cover.right) cover.right = high + 1;
	const slope = (x1 - x0) / (y1 - y0);
	let x = x0;
	let y = y0;
	for (let row = first; row <= last; row++) {
		const yEnd = row + 1 < y1 ? row + 1 : y1;
		const dy = yEnd - y;
		const xEnd = yEnd === y1 ? x1 : x + slope * dy;
		const d = dir * dy;
		const a = x < xEnd ? x : xEnd;
		const b = x < xEnd ? xEnd : x;
		const ca = a | 0;
		const at = row * pitch + ca;
		if (b <= ca + 1) {
			const part = d * (ca + 1 - 0.5 * (a + b));
			areas[at] += part;
			areas[at + 1] += d - part;
		} else {
			const s = 1 / (b - a);
			const fa = 1 - (a - ca);
			const cb = Math.ceil(b) | 0;
			const fb = b - cb + 1;
			const a0 = 0.5 * s * fa * fa;
			const am = 0.5 * s * fb * fb;
			areas[at] += d * a0;
			if (cb === ca + 2) areas[at + 1] += d * (1 - a0 - am);
			else {
				const a1 = s * (1.5 - (a - ca));
				areas[at + 1] += d * (a1 - a0);
				for (let c = ca + 2; c < cb - 1; c++) areas[row * pitch + c] += d * s;
				const a2 = a1 + (cb - ca - 3) * s;
				areas[row * pitch + cb - 1] += d * (1 - a2 - am);
			}
			areas[row * pitch + cb] += d * am;
		}
		x = xEnd;
		y = yEnd;
	}
}
