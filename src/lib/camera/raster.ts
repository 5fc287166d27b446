import type { Pen } from '../drawing/types';
import { clamp, cosine, sine } from '../maths';

/** A picture that can be drawn on. */
export interface Raster extends Pen {
	readonly width: number;
	readonly height: number;
	/** RGBA, row by row; alpha stays 255. */
	readonly data: Uint8Array;
	/** Paints everything one colour. */
	clear(colour: string): void;
	/** Takes the pixels of another raster of the same size. Throws RangeError on another size. */
	copyFrom(other: Raster): void;
}

interface Colour {
	r: number;
	g: number;
	b: number;
	a: number;
}

interface State {
	fill: unknown;
	stroke: unknown;
	width: number;
	cap: Pen['lineCap'];
	join: Pen['lineJoin'];
	alpha: number;
	sx: number;
	sy: number;
	tx: number;
	ty: number;
}

const TURNS = 1 / 6.283185307179586;
const ROWS = 8;

/**
 * A small software rasteriser: the same pixels on every engine, nothing allocated once warm.
 * Filled paths are anti-aliased by the exact area each pixel is covered by: every edge leaves signed areas in a buffer
 * whose running sum along a row is the coverage (the accumulation technique of font renderers). That sum is the
 * non-zero rule as long as contours turn the same way; paths whose contours turn both ways are scanned in eighths of
 * rows with sorted crossings instead. Strokes are outlined, then filled. Scaling is even in x and y for line widths.
 */
export function createRaster(width: number, height: number): Raster {
	if (!(width > 0 && height > 0)) throw new RangeError(`A raster needs a size, not ${width} by ${height}`);
	const data = new Uint8Array(width * height * 4).fill(255);
	const pitch = width + 2;
	const areas = new Float32Array(pitch * height);
	// Rows and columns touched since the last fill.
	let top = height;
	let bottom = -1;
	let leftmost = width;
	let rightmost = -1;

	// The path, in device pixels: points, where each contour begins, whether it is closed.
	let px = new Float64Array(1024);
	let py = new Float64Array(1024);
	let points = 0;
	let starts = new Int32Array(128);
	let closed = new Uint8Array(128);
	let contours = 0;
	// An outline being built.
	let ox = new Float64Array(1024);
	let oy = new Float64Array(1024);
	let outline = 0;
	// Crossings of a part of a row.
	let crossX = new Float64Array(64);
	let crossW = new Int8Array(64);

	const colours = new Map<string, Colour>();
	const stack: State[] = [];
	let depth = 0;
	let sx = 1;
	let sy = 1;
	let tx = 0;
	let ty = 0;

	function colourOf(style: unknown): Colour {
		let c = colours.get(style as string);
		if (!c) colours.set(style as string, (c = parse(String(style))));
		return c;
	}

	function addPoint(x: number, y: number): void {
		if (points === px.length) {
			px = grow(px);
			py = grow(py);
		}
		px[points] = x;
		py[points++] = y;
	}

	function begin(x: number, y: number): void {
		if (contours === starts.length) {
			const more = new Int32Array(2 * contours);
			more.set(starts);
			starts = more;
			const flags = new Uint8Array(2 * contours);
			flags.set(closed);
			closed = flags;
		}
		starts[contours] = points;
		closed[contours++] = 0;
		addPoint(x, y);
	}

	const open = (): boolean => contours > 0 && !closed[contours - 1];
	/** Starts a contour where the last one ended when there is none under way, as a canvas does. */
	function ensure(x: number, y: number): void {
		if (open()) return;
		if (contours > 0) begin(px[starts[contours - 1]], py[starts[contours - 1]]);
		else begin(x, y);
	}

	function outlinePoint(x: number, y: number): void {
		if (outline === ox.length) {
			ox = grow(ox);
			oy = grow(oy);
		}
		ox[outline] = x;
		oy[outline++] = y;
	}

	/** Leaves an edge's signed areas in the buffer. */
	function edge(x0: number, y0: number, x1: number, y1: number): void {
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
		if (x0 <= 0 && x1 <= 0) return inside(0, y0, 0, y1, dir);
		if (x0 >= width && x1 >= width) return touch(y0, y1);
		if (x0 >= 0 && x0 <= width && x1 >= 0 && x1 <= width) return inside(x0, y0, x1, y1, dir);
		let x = x0;
		let y = y0;
		for (let i = 0; i < 2; i++) {
			const b = slope > 0 === (i === 0) ? 0 : width;
			if ((b - x) * (b - x1) < 0) {
				const at = y0 + (b - x0) / slope;
				piece(x, y, b, at, dir);
				x = b;
				y = at;
			}
		}
		piece(x, y, x1, y1, dir);
	}

	function piece(x0: number, y0: number, x1: number, y1: number, dir: number): void {
		const middle = (x0 + x1) / 2;
		if (middle <= 0) inside(0, y0, 0, y1, dir);
		else if (middle >= width) touch(y0, y1);
		else inside(x0, y0, x1, y1, dir);
	}

	function touch(y0: number, y1: number): void {
		const a = Math.max(0, Math.floor(y0));
		const b = Math.min(height - 1, Math.ceil(y1) - 1);
		if (a < top) top = a;
		if (b > bottom) bottom = b;
		rightmost = width;
	}

	function inside(x0: number, y0: number, x1: number, y1: number, dir: number): void {
		if (!(y1 > y0)) return;
		const first = y0 | 0;
		const last = Math.min(height - 1, Math.ceil(y1) - 1);
		if (first < top) top = first;
		if (last > bottom) bottom = last;
		const low = (x0 < x1 ? x0 : x1) | 0;
		const high = (x0 < x1 ? x1 : x0) | 0;
		if (low < leftmost) leftmost = low;
		if (high + 1 > rightmost) rightmost = high + 1;
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
				const cover = d * (ca + 1 - 0.5 * (a + b));
				areas[at] += cover;
				areas[at + 1] += d - cover;
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

	/** Blends the colour where the buffer says, and empties it. */
	function pour(colour: Colour): void {
		const alpha = clamp(colour.a * raster.globalAlpha, 0, 1) * 256;
		const { r, g, b } = colour;
		const end = Math.min(rightmost, width - 1);
		for (let row = top; row <= bottom; row++) {
			let sum = 0;
			let at = row * pitch + leftmost;
			let to = (row * width + leftmost) * 4;
			for (let c = leftmost; c <= end; c++, at++, to += 4) {
				sum += areas[at];
				areas[at] = 0;
				const cover = sum < 0 ? -sum : sum;
				const a = ((cover > 1 ? 1 : cover) * alpha + 0.5) | 0;
				if (a === 0) continue;
				if (a === 256) {
					data[to] = r;
					data[to + 1] = g;
					data[to + 2] = b;
				} else {
					data[to] += ((r - data[to]) * a + 128) >> 8;
					data[to + 1] += ((g - data[to + 1]) * a + 128) >> 8;
					data[to + 2] += ((b - data[to + 2]) * a + 128) >> 8;
				}
			}
			for (let c = end + 1; c <= rightmost && c < pitch; c++) areas[row * pitch + c] = 0;
		}
		top = height;
		bottom = -1;
		leftmost = width;
		rightmost = -1;
	}

	const endOf = (c: number): number => (c + 1 < contours ? starts[c + 1] : points);

	/** Twice the signed area of a contour. */
	function turning(c: number): number {
		const from = starts[c];
		const to = endOf(c);
		let sum = 0;
		for (let i = from, j = to - 1; i < to; j = i++) sum += px[j] * py[i] - px[i] * py[j];
		return sum;
	}

	function fillPath(): void {
		let right = false;
		let left = false;
		for (let c = 0; contours > 1 && c < contours; c++) {
			const t = turning(c);
			if (t > 0) right = true;
			else if (t < 0) left = true;
		}
		if (right && left) scan();
		else
			for (let c = 0; c < contours; c++) {
				const from = starts[c];
				const to = endOf(c);
				for (let i = from, j = to - 1; i < to; j = i++) edge(px[j], py[j], px[i], py[i]);
			}
		pour(colourOf(raster.fillStyle));
	}

	/** The non-zero rule for contours that turn both ways: exact in x, in eighths of rows in y. */
	function scan(): void {
		let low = Infinity;
		let high = -Infinity;
		for (let i = 0; i < points; i++) {
			if (py[i] < low) low = py[i];
			if (py[i] > high) high = py[i];
		}
		const from = Math.max(0, Math.floor(low * ROWS));
		const to = Math.min(height * ROWS, Math.ceil(high * ROWS));
		for (let row = from; row < to; row++) {
			const y = (row + 0.5) / ROWS;
			let n = 0;
			for (let c = 0; c < contours; c++) {
				const a = starts[c];
				const b = endOf(c);
				for (let i = a, j = b - 1; i < b; j = i++) {
					if (py[i] <= y === py[j] <= y) continue;
					const x = px[j] + ((y - py[j]) * (px[i] - px[j])) / (py[i] - py[j]);
					if (n === crossX.length) {
						crossX = grow(crossX);
						const more = new Int8Array(2 * n);
						more.set(crossW);
						crossW = more;
					}
					let k = n++;
					while (k > 0 && crossX[k - 1] > x) {
						crossX[k] = crossX[k - 1];
						crossW[k] = crossW[k - 1];
						k--;
					}
					crossX[k] = x;
					crossW[k] = py[i] > py[j] ? 1 : -1;
				}
			}
			let winding = 0;
			for (let k = 0; k < n; k++) {
				const before = winding;
				winding += crossW[k];
				const dir = before === 0 ? 1 : winding === 0 ? -1 : 0;
				if (dir) upright(crossX[k], row / ROWS, (row + 1) / ROWS, dir);
			}
		}
	}

	function upright(x: number, y0: number, y1: number, dir: number): void {
		const c = clamp(x, 0, width);
		inside(c, y0, c, y1, dir);
	}

	function strokePath(): void {
		const half = (raster.lineWidth * Math.sqrt(Math.abs(sx * sy))) / 2;
		if (!(half > 0)) return;
		for (let c = 0; c < contours; c++) strokeContour(c, half);
		pour(colourOf(raster.strokeStyle));
	}

	function strokeContour(c: number, half: number): void {
		// Points one after another that differ, in place at the end of the path buffer.
		const from = points;
		const end = endOf(c);
		for (let i = starts[c]; i < end; i++) {
			const last = points - 1;
			const dx = px[i] - px[last];
			const dy = py[i] - py[last];
			if (points === from || dx * dx + dy * dy > 1e-8) addPoint(px[i], py[i]);
		}
		let n = points - from;
		let loop = closed[c] === 1;
		if (loop && n > 1) {
			const dx = px[from] - px[points - 1];
			const dy = py[from] - py[points - 1];
			if (dx * dx + dy * dy <= 1e-8) n--;
		}
		if (n < 3) loop = false;
		points = from;
		outline = 0;
		if (n === 1) {
			if (raster.lineCap === 'round' && (end - starts[c] > 1 || closed[c])) {
				const k = rounds(half);
				const r = half * swell(1 / k);
				for (let i = 0; i < k; i++) outlinePoint(px[from] + r * cosine(i / k), py[from] + r * sine(i / k));
				fillOutline();
			}
			return;
		}
		if (loop) {
			for (let i = 0; i < n; i++) corner(from, n, i, 1, half);
			fillOutline();
			outline = 0;
			for (let i = n - 1; i >= 0; i--) corner(from, n, i, -1, half);
			fillOutline();
			return;
		}
		cap(from + 1, from, half);
		for (let i = 1; i < n - 1; i++) corner(from, n, i, 1, half);
		cap(from + n - 2, from + n - 1, half);
		for (let i = n - 2; i > 0; i--) corner(from, n, i, -1, half);
		fillOutline();
	}

	/** Goes round the end at `b` of a line that comes from `a`. */
	function cap(a: number, b: number, half: number): void {
		const dx = px[b] - px[a];
		const dy = py[b] - py[a];
		const l = half / Math.sqrt(dx * dx + dy * dy);
		const ux = dx * l;
		const uy = dy * l;
		if (raster.lineCap === 'round' && half > 0.3) {
			const k = rounds(half) >> 1;
			const r = swell(1 / (2 * k));
			for (let i = 0; i <= k; i++) {
				const cs = cosine(i / (2 * k));
				const sn = r * sine(i / (2 * k));
				outlinePoint(px[b] + uy * cs + ux * sn, py[b] - ux * cs + uy * sn);
			}
			return;
		}
		const e = raster.lineCap === 'butt' ? 0 : raster.lineCap === 'round' ? 0.785 : 1;
		outlinePoint(px[b] + uy + e * ux, py[b] - ux + e * uy);
		outlinePoint(px[b] - uy + e * ux, py[b] + ux + e * uy);
	}

	/** Goes past point i of a line on one side (1: as it runs, -1: on the way back). */
	function corner(from: number, n: number, i: number, side: 1 | -1, half: number): void {
		const a = from + ((i - side + n) % n);
		const p = from + i;
		const b = from + ((i + side + n) % n);
		let ax = px[p] - px[a];
		let ay = py[p] - py[a];
		let bx = px[b] - px[p];
		let by = py[b] - py[p];
		const la = half / Math.sqrt(ax * ax + ay * ay);
		const lb = half / Math.sqrt(bx * bx + by * by);
		ax *= la;
		ay *= la;
		bx *= lb;
		by *= lb;
		const x = px[p];
		const y = py[p];
		outlinePoint(x + ay, y - ax);
		const cross = ax * by - ay * bx;
		const dot = ax * bx + ay * by;
		const hh = half * half;
		if (cross > 0 && dot < 0.95 * hh) {
			if (raster.lineJoin === 'round') bend(x, y, ay, -ax, by, -bx, half, half > 1.5 ? 2 : half > 0.4 ? 1 : 0);
			else if (raster.lineJoin === 'miter' && hh + dot > 0.02 * hh) {
				const m = hh / (hh + dot);
				outlinePoint(x + m * (ay + by), y - m * (ax + bx));
			}
		}
		outlinePoint(x + by, y - bx);
	}

	/** Points of the arc between two radii, by halving. */
	function bend(
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
		if (level > 0) bend(x, y, ax, ay, mx, my, half, level - 1);
		outlinePoint(x + mx, y + my);
		if (level > 0) bend(x, y, mx, my, bx, by, half, level - 1);
	}

	function fillOutline(): void {
		for (let i = 0, j = outline - 1; i < outline; j = i++) edge(ox[j], oy[j], ox[i], oy[i]);
	}

	const raster: Raster = {
		width,
		height,
		data,
		fillStyle: '#000000',
		strokeStyle: '#000000',
		lineWidth: 1,
		lineCap: 'butt',
		lineJoin: 'miter',
		globalAlpha: 1,
		clear(colour) {
			const { r, g, b } = colourOf(colour);
			for (let i = 0; i < data.length; i += 4) {
				data[i] = r;
				data[i + 1] = g;
				data[i + 2] = b;
			}
		},
		copyFrom(other) {
			if (other.width !== width || other.height !== height)
				throw new RangeError('copyFrom needs a raster of the same size');
			data.set(other.data);
		},
		save() {
			if (depth === stack.length)
				stack.push({
					fill: '',
					stroke: '',
					width: 1,
					cap: 'butt',
					join: 'miter',
					alpha: 1,
					sx: 1,
					sy: 1,
					tx: 0,
					ty: 0
				});
			const s = stack[depth++];
			s.fill = raster.fillStyle;
			s.stroke = raster.strokeStyle;
			s.width = raster.lineWidth;
			s.cap = raster.lineCap;
			s.join = raster.lineJoin;
			s.alpha = raster.globalAlpha;
			s.sx = sx;
			s.sy = sy;
			s.tx = tx;
			s.ty = ty;
		},
		restore() {
			if (depth === 0) return;
			const s = stack[--depth];
			raster.fillStyle = s.fill;
			raster.strokeStyle = s.stroke;
			raster.lineWidth = s.width;
			raster.lineCap = s.cap;
			raster.lineJoin = s.join;
			raster.globalAlpha = s.alpha;
			({ sx, sy, tx, ty } = s);
		},
		translate(x, y) {
			tx += sx * x;
			ty += sy * y;
		},
		scale(x, y) {
			sx *= x;
			sy *= y;
		},
		beginPath() {
			points = 0;
			contours = 0;
		},
		closePath() {
			if (open()) closed[contours - 1] = 1;
		},
		moveTo(x, y) {
			begin(sx * x + tx, sy * y + ty);
		},
		lineTo(x, y) {
			const u = sx * x + tx;
			const v = sy * y + ty;
			ensure(u, v);
			addPoint(u, v);
		},
		quadraticCurveTo(cx, cy, x, y) {
			const bx = sx * cx + tx;
			const by = sy * cy + ty;
			const ex = sx * x + tx;
			const ey = sy * y + ty;
			ensure(bx, by);
			const ax = px[points - 1];
			const ay = py[points - 1];
			const dx = ax - 2 * bx + ex;
			const dy = ay - 2 * by + ey;
			const n = pieces(Math.sqrt(dx * dx + dy * dy));
			for (let i = 1; i < n; i++) {
				const t = i / n;
				const s = 1 - t;
				addPoint(s * s * ax + 2 * s * t * bx + t * t * ex, s * s * ay + 2 * s * t * by + t * t * ey);
			}
			addPoint(ex, ey);
		},
		bezierCurveTo(cx, cy, dx, dy, x, y) {
			const bx = sx * cx + tx;
			const by = sy * cy + ty;
			const gx = sx * dx + tx;
			const gy = sy * dy + ty;
			const ex = sx * x + tx;
			const ey = sy * y + ty;
			ensure(bx, by);
			const ax = px[points - 1];
			const ay = py[points - 1];
			const mx = Math.max(Math.abs(ax - 2 * bx + gx), Math.abs(bx - 2 * gx + ex));
			const my = Math.max(Math.abs(ay - 2 * by + gy), Math.abs(by - 2 * gy + ey));
			const n = pieces(3 * Math.sqrt(mx * mx + my * my));
			for (let i = 1; i < n; i++) {
				const t = i / n;
				const s = 1 - t;
				addPoint(
					s * s * s * ax + 3 * s * t * (s * bx + t * gx) + t * t * t * ex,
					s * s * s * ay + 3 * s * t * (s * by + t * gy) + t * t * t * ey
				);
			}
			addPoint(ex, ey);
		},
		arc(x, y, r, from, to) {
			raster.ellipse(x, y, r, r, 0, from, to);
		},
		ellipse(x, y, rx, ry, rotation, from, to) {
			let sweep = (to - from) * TURNS;
			if (sweep > 0.999999) sweep = 1;
			else if (sweep < 0) sweep -= Math.floor(sweep);
			const size = Math.max(Math.abs(sx * rx), Math.abs(sy * ry));
			const n = Math.max(2, Math.ceil(rounds(size) * sweep));
			const a = from * TURNS;
			const cs = cosine(rotation * TURNS);
			const sn = sine(rotation * TURNS);
			const whole = sweep === 1;
			const more = swell(sweep / n);
			for (let i = 0; i <= n; i++) {
				const u = a + (sweep * i) / n;
				const ex = more * rx * cosine(u);
				const ey = more * ry * sine(u);
				const dx = sx * (x + ex * cs - ey * sn) + tx;
				const dy = sy * (y + ex * sn + ey * cs) + ty;
				if (i === 0 && !open()) begin(dx, dy);
				else addPoint(dx, dy);
			}
			// A full turn meets itself: joined there rather than capped.
			if (whole && points - starts[contours - 1] === n + 1) closed[contours - 1] = 1;
		},
		rect(x, y, w, h) {
			begin(sx * x + tx, sy * y + ty);
			addPoint(sx * (x + w) + tx, sy * y + ty);
			addPoint(sx * (x + w) + tx, sy * (y + h) + ty);
			addPoint(sx * x + tx, sy * (y + h) + ty);
			closed[contours - 1] = 1;
		},
		fill: fillPath,
		stroke: strokePath,
		fillRect(x, y, w, h) {
			const x0 = sx * x + tx;
			const y0 = sy * y + ty;
			const x1 = sx * (x + w) + tx;
			const y1 = sy * (y + h) + ty;
			edge(x0, y0, x0, y1);
			edge(x1, y1, x1, y0);
			pour(colourOf(raster.fillStyle));
		}
	};
	return raster;
}

/** How much larger a polygon must be to have the area of its circle, for sides of so many turns. */
const swell = (turns: number): number => 1 + 3.29 * turns * turns;

/** Sides of a polygon that passes for a circle of a radius in pixels. */
const rounds = (radius: number): number =>
	radius < 1.5 ? 8 : radius < 5 ? 12 : radius < 16 ? 20 : radius < 60 ? 36 : 64;

/** Pieces of a curve whose control polygon bends by so many pixels. */
const pieces = (bend: number): number => (bend < 0.4 ? 2 : bend < 2 ? 3 : bend < 6 ? 5 : bend < 24 ? 9 : 20);

function grow(a: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
	const b = new Float64Array(a.length * 2);
	b.set(a);
	return b;
}

/** Reads '#rgb', '#rrggbb', 'rgb(…)' and 'rgba(…)'. Throws on anything else, naming it. */
function parse(text: string): Colour {
	const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text);
	if (hex) {
		const full = hex[1].length === 3 ? hex[1].replace(/./g, '$&$&') : hex[1];
		const n = parseInt(full, 16);
		return { r: n >> 16, g: (n >> 8) & 255, b: n & 255, a: 1 };
	}
	const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/.exec(text);
	if (parts) {
		const channel = (i: number) => Math.round(clamp(Number(parts[i]), 0, 255));
		return {
			r: channel(1),
			g: channel(2),
			b: channel(3),
			a: parts[4] === undefined ? 1 : clamp(Number(parts[4]), 0, 1)
		};
	}
	throw new Error(`Unknown colour "${text}": use #rgb, #rrggbb or rgba()`);
}
