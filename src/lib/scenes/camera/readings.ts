import { SENSOR_HEIGHT, SENSOR_WIDTH } from '../../camera/camera';
import { letter } from '../../figure/text';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { HELD } from './data';

/** What the sensor has of the picture: right of a first edge its pixels, right of a second its numbers. */
export function readings(c: SceneContext, sensor: Rect, pixels: number, numbers: number): Layer {
	const { width: w, height: h } = c.view;
	const a = Math.round(w * (1 - pixels));
	const b = Math.max(a, Math.round(w * (1 - 0.42 * numbers)));
	if (a >= w) return {};
	const counted = table(c, sensor, b);
	const edges: [key: string, x: number][] = [
		['wipe', a],
		['wipe-numbers', b]
	];
	return {
		ink: [
			{ type: 'sensor', at: HELD, layer: 'luma', ...sensor, clip: { x: a, y: 0, w: w - a, h } },
			...(counted.ink ?? [])
		],
		marks: [
			...(counted.marks ?? []),
			...edges
				.filter(([, x]) => x > 0 && x < w)
				.map(([key, x]): Mark => ({ type: 'line', key, x1: x, x2: x, y1: 0, y2: h, stroke: 'ink', width: 2.5 }))
		]
	};
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
	return {
		ink: [
			{ type: 'shape', d: `M${edge} 0H${width}V${height}H${edge}Z`, fill: 'paper' },
			{
				type: 'sensor',
				at: HELD,
				layer: 'luma',
				...sensor,
				clip: { x: edge, y: 0, w: width - edge, h: height },
				opacity: 0.42
			}
		],
		marks
	};
}

export const threeFigures = (n: number): string => String(n).padStart(3, '0');
