import type { Pen } from '../../drawing/types';
import { blend, flood } from './blend';
import { createColours } from './colour';
import { addEdge, addPolygon, createCoverage } from './coverage';
import { addCubic, addEllipse, addQuadratic } from './curves';
import { begin, close, createPath, endOf, ensure, isOpen, turnsBothWays } from './path';
import { push } from './points';
import { createStates, createStyle, createTransform } from './state';
import { addStrokes, createStroke } from './stroke';
import { addWindings, createCrossings } from './winding';

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

/**
 * A small software rasteriser: the same pixels on every engine, nothing kept that a frame allocates.
 * Paths become straight pieces (curves.ts, path.ts), strokes their outlines (stroke.ts), and both the exact area by which
 * they cover each pixel (coverage.ts), by which their colour is blended in (blend.ts). Areas follow the non-zero rule
 * as long as contours turn the same way; where they turn both ways, winding.ts counts. Scaling is even in x and y for
 * line widths.
 */
export function createRaster(width: number, height: number): Raster {
	if (!(width > 0 && height > 0)) throw new RangeError(`A raster needs a size, not ${width} by ${height}`);
	const data = new Uint8Array(width * height * 4).fill(255);
	const cover = createCoverage(width, height);
	const path = createPath();
	const { points } = path;
	const stroke = createStroke();
	const crossings = createCrossings();
	const colourOf = createColours();
	const states = createStates();
	const m = createTransform();

	const raster: Raster = {
		width,
		height,
		data,
		...createStyle(),
		clear: (colour) => flood(data, colourOf(colour)),
		copyFrom(other) {
			if (other.width !== width || other.height !== height)
				throw new RangeError('copyFrom needs a raster of the same size');
			data.set(other.data);
		},
		save: () => states.save(raster, m),
		restore: () => states.restore(raster, m),
		translate(x, y) {
			m.tx += m.sx * x;
			m.ty += m.sy * y;
		},
		scale(x, y) {
			m.sx *= x;
			m.sy *= y;
		},
		beginPath() {
			points.count = 0;
			path.contours = 0;
		},
		closePath() {
			if (isOpen(path)) close(path);
		},
		moveTo: (x, y) => begin(path, m.sx * x + m.tx, m.sy * y + m.ty),
		lineTo(x, y) {
			const u = m.sx * x + m.tx;
			const v = m.sy * y + m.ty;
			ensure(path, u, v);
			push(points, u, v);
		},
		quadraticCurveTo: (cx, cy, x, y) => addQuadratic(path, m, cx, cy, x, y),
		bezierCurveTo: (ax, ay, bx, by, x, y) => addCubic(path, m, ax, ay, bx, by, x, y),
		arc: (x, y, r, from, to) => addEllipse(path, m, x, y, r, r, 0, from, to),
		ellipse: (x, y, rx, ry, rotation, from, to) => addEllipse(path, m, x, y, rx, ry, rotation, from, to),
		rect(x, y, w, h) {
			begin(path, m.sx * x + m.tx, m.sy * y + m.ty);
			push(points, m.sx * (x + w) + m.tx, m.sy * y + m.ty);
			push(points, m.sx * (x + w) + m.tx, m.sy * (y + h) + m.ty);
			push(points, m.sx * x + m.tx, m.sy * (y + h) + m.ty);
			close(path);
		},
		fill() {
			if (turnsBothWays(path)) addWindings(cover, path, crossings);
			else for (let c = 0; c < path.contours; c++) addPolygon(cover, points, path.starts[c], endOf(path, c));
			blend(data, cover, colourOf(raster.fillStyle), raster.globalAlpha);
		},
		stroke() {
			stroke.half = (raster.lineWidth * Math.sqrt(Math.abs(m.sx * m.sy))) / 2;
			if (!(stroke.half > 0)) return;
			stroke.cap = raster.lineCap;
			stroke.join = raster.lineJoin;
			addStrokes(cover, path, stroke);
			blend(data, cover, colourOf(raster.strokeStyle), raster.globalAlpha);
		},
		fillRect(x, y, w, h) {
			const x1 = m.sx * (x + w) + m.tx;
			const y0 = m.sy * y + m.ty;
			const y1 = m.sy * (y + h) + m.ty;
			addEdge(cover, m.sx * x + m.tx, y0, m.sx * x + m.tx, y1);
			addEdge(cover, x1, y1, x1, y0);
			blend(data, cover, colourOf(raster.fillStyle), raster.globalAlpha);
		}
	};
	return raster;
}
