import { box } from '../../figure/marks';
import { cross, range } from 'd3';
import { SENSOR_HEIGHT, SENSOR_WIDTH } from '../../camera/camera';
import { mix, span } from '../../figure/motion';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { HELD } from './data';
import { WHITE } from './layout';
import { threeFigures } from './readings';

type Grid = ReturnType<typeof gridOf>;

/** Pixels under the glass, the side of one once enlarged, and the size of its number. */
function gridOf({ free: f, phone }: View) {
	// Fewer pixels on a phone, so that their numbers can be read.
	const columns = phone ? 7 : 11;
	// And where there is little height.
	const rows = phone ? 12 : Math.min(15, Math.floor((f.h * 0.84) / 30));
	const cell = Math.floor(
		phone
			? Math.min((f.w * 0.62) / columns, (f.h - 8) / rows)
			: Math.min(38, (f.h * 0.84) / rows, (f.w * 0.54) / columns)
	);
	return { columns, rows, cell, size: Math.min(phone ? 13 : 14, cell * 0.4) };
}

/** A body's pixels under a glass that grows out of it; `t` 0 to 1. */
export function loupe(c: SceneContext, body: Rect, sensor: Rect, t: number): Mark[] {
	const pixels = c.recording.sensor(HELD, 'luma');
	if (!pixels || t <= 0) return [];
	const grid = gridOf(c.view);
	const { columns, rows, cell } = grid;
	const s = sensor.w / SENSOR_WIDTH;
	const u0 = Math.round((body.x + body.w / 2 - sensor.x) / s - columns / 2);
	const v0 = Math.round((body.y - sensor.y) / s - 1);
	const f = c.view.free;
	const from = { x: sensor.x + u0 * s, y: sensor.y + v0 * s, w: columns * s, h: rows * s };
	const glass = {
		x: mix(from.x, f.x + f.w - columns * cell - 4, t),
		y: mix(from.y, f.y + (f.h - rows * cell) / 2, t),
		w: mix(from.w, columns * cell, t),
		h: mix(from.h, rows * cell, t)
	};
	const x1 = from.x + from.w;
	const tie = (key: string, y1: number, y2: number): Mark => {
		return { type: 'line', key, x1, y1, x2: glass.x, y2, stroke: 'ink', width: 1.2, opacity: t };
	};
	const { squares, numbers } = magnified(pixels, u0, v0, grid);
	return [
		box('loupe-from', from, { stroke: 'ink', width: 2 }),
		tie('loupe-a', from.y, glass.y),
		tie('loupe-b', from.y + from.h, glass.y + glass.h),
		// The pixels keep their places under the glass: only the glass grows.
		{
			type: 'group',
			key: 'loupe',
			x: glass.x,
			y: glass.y,
			scale: glass.w / (columns * cell),
			children: [
				box('back', { x: -3, y: -3, w: columns * cell + 6, h: rows * cell + 6 }, { fill: 'ink' }),
				{ type: 'group', key: 'pixels', children: squares },
				{ type: 'group', key: 'numbers', opacity: span(t, 0.6, 1), children: t > 0.6 && cell >= 17 ? numbers : [] }
			]
		}
	];
}

/** Pixels from (u0, v0) on, each a square and the number it carries. */
function magnified(pixels: ArrayLike<number>, u0: number, v0: number, { columns, rows, cell, size }: Grid) {
	const all = cross(range(rows), range(columns), (j, i) => {
		const u = Math.max(0, Math.min(SENSOR_WIDTH - 1, u0 + i));
		const v = Math.max(0, Math.min(SENSOR_HEIGHT - 1, v0 + j));
		return { i, j, luma: pixels[4 * (v * SENSOR_WIDTH + u)] };
	});
	const side = cell + 0.4;
	const squares = all.map(({ i, j, luma: l }): Mark => {
		const fill = `rgb(${l},${l},${l})`;
		return box(`p${i}.${j}`, { x: i * cell, y: j * cell, w: side, h: side }, { fill });
	});
	const numbers = all.map(({ i, j, luma }): Mark => {
		const [x, y] = [(i + 0.5) * cell, (j + 0.5) * cell + size * 0.36];
		const look = { font: 'mono', anchor: 'middle', fill: luma > 118 ? 'ink' : WHITE } as const;
		return { type: 'text', key: `n${i}.${j}`, x, y, text: threeFigures(luma), size, ...look };
	});
	return { squares, numbers };
}
