import { cross, range } from 'd3';
import { SENSOR_HEIGHT, SENSOR_WIDTH } from '../../camera/camera';
import { mixRects } from '../../figure/inset';
import { between, box, down } from '../../figure/marks';
import { span } from '../../figure/motion';
import { letter, regular } from '../../figure/text';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { HELD } from './data';
import { WHITE } from './layout';

type Grid = ReturnType<typeof gridOf>;

/** Pixels under the glass, the side of one once enlarged, and the size of its number. */
function gridOf({ free: f, phone }: View) {
	// Fewer pixels on a phone, so that their numbers can be read.
	const columns = phone ? 7 : 11;
	// And where there is little height.
	const rows = phone ? 12 : Math.min(15, Math.floor((f.h * 0.84) / 30));
	const [most, w, h] = phone ? [Infinity, f.w * 0.62, f.h - 8] : [38, f.w * 0.54, f.h * 0.84];
	const cell = Math.floor(Math.min(most, w / columns, h / rows));
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
	const [w, h] = [columns * cell, rows * cell];
	const glass = mixRects(from, { x: f.x + f.w - w - 4, y: f.y + (f.h - h) / 2, w, h }, t);
	const x1 = from.x + from.w;
	const tie = (key: string, y1: number, y2: number): Mark =>
		between(key, [x1, y1], [glass.x, y2], { stroke: 'ink', width: 1.2, opacity: t });
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
			scale: glass.w / w,
			children: [
				box('back', { x: -3, y: -3, w: w + 6, h: h + 6 }, { fill: 'ink' }),
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
		const look = { anchor: 'middle', fill: luma > 118 ? 'ink' : WHITE } as const;
		return regular(`n${i}.${j}`, 'mono', x, y, size, threeFigures(luma), look);
	});
	return { squares, numbers };
}

/** What the sensor has of the picture: right of a first edge its pixels, right of a second its numbers. */
export function readings(c: SceneContext, sensor: Rect, pixels: number, numbers: number): Layer {
	const { width: w, height: h } = c.view;
	const a = Math.round(w * (1 - pixels));
	const b = Math.max(a, Math.round(w * (1 - 0.42 * numbers)));
	if (a >= w) return {};
	const counted = table(c, sensor, b);
	const edge = (key: string, x: number): Mark[] =>
		x > 0 && x < w ? [down(key, x, 0, h, { stroke: 'ink', width: 2.5 })] : [];
	return stack(
		{ ink: [{ type: 'sensor', at: HELD, layer: 'luma', ...sensor, clip: { x: a, y: 0, w: w - a, h } }] },
		counted,
		{ marks: [...edge('wipe', a), ...edge('wipe-numbers', b)] }
	);
}

/** The picture as the table of numbers it is, right of `edge`: of so many, as many as can be read, on paper. */
function table(c: SceneContext, sensor: Rect, edge: number): Layer {
	const pixels = c.recording.sensor(HELD, 'luma');
	const { width, height } = c.view;
	if (!pixels || edge >= width) return {};
	const s = sensor.w / SENSOR_WIDTH;
	const coarse = Math.max(8, Math.ceil(29 / s));
	const middle = coarse >> 1;
	const cell = s * coarse;
	const size = cell / 2.4;
	const first = Math.max(0, Math.ceil((Math.max(0, edge) - sensor.x) / cell));
	const last = Math.min(SENSOR_WIDTH / coarse, Math.floor((width - sensor.x) / cell));
	const marks: Mark[] = [];
	for (let row = 0; row * coarse + middle < SENSOR_HEIGHT; row++) {
		const y = sensor.y + (row + 0.5) * cell + size * 0.36;
		if (y < size || y > height) continue;
		// A line of numbers, each as wide as its cell: four letters of a hand whose letters are all 0.6 wide.
		const numbers: string[] = [];
		for (let col = first; col < last; col++)
			numbers.push(threeFigures(pixels[4 * ((row * coarse + middle) * SENSOR_WIDTH + col * coarse + middle)]));
		const x = sensor.x + first * cell + size * 0.3;
		if (numbers.length) marks.push(letter(`row${row}`, 'mono', x, y, size, numbers.join(' '), { weight: 500 }));
	}
	const clip = { x: edge, y: 0, w: width - edge, h: height };
	return {
		ink: [
			{ type: 'shape', d: `M${edge} 0H${width}V${height}H${edge}Z`, fill: 'paper' },
			{ type: 'sensor', at: HELD, layer: 'luma', ...sensor, clip, opacity: 0.42 }
		],
		marks
	};
}

const threeFigures = (n: number): string => String(n).padStart(3, '0');
