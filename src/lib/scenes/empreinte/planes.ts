import { range } from 'd3';
import { drawn } from '../../figure/inks';
import type { Ink, Rect } from '../../picture/frame';
import { along, offsetOf, type Atlantic } from './map';

/** How many of the flights are seen on their way. */
const SEEN = 9;

/** Half of an airliner seen from above, nose to the right, from nose to tail. */
const HALF: [number, number][] = [
	[11, -2.4],
	[4, -2.6],
	[-4, -13],
	[-8, -13],
	[-3.4, -2.6],
	[-10, -2.2],
	[-13, -6],
	[-15.4, -6]
];
const mirrored = HALF.map(([x, y]): [number, number] => [x, -y]).reverse();
const PLANE: [number, number][] = [[15, 0], ...HALF, [-13.8, 0], ...mirrored];

/** A few of the flights on their way, there and back; `time` 1 for a whole flight. */
export const planes = (map: Atlantic, flown: number, most: number, time: number, size: number, clip: Rect): Ink[] =>
	range(SEEN).map((k) => {
		const offset = offsetOf(map, Math.floor((k * 71 + 3) % Math.max(1, flown)), most);
		const phase = (k / SEEN + time) % 1;
		const back = k % 2 === 1;
		const t = back ? 1 - phase : phase;
		const [x, y] = along(map, offset, t);
		const [nx, ny] = along(map, offset, t + (back ? -0.02 : 0.02));
		return drawn(turned(x, y, Math.atan2(ny - y, nx - x), size), 'paper', 1.2, {
			clip,
			opacity: Math.min(1, 8 * Math.min(phase, 1 - phase))
		});
	});

function turned(x: number, y: number, angle: number, scale: number): string {
	const cos = Math.cos(angle) * scale;
	const sin = Math.sin(angle) * scale;
	const at = ([a, b]: [number, number]) =>
		`${(x + a * cos - b * sin).toFixed(1)} ${(y + a * sin + b * cos).toFixed(1)}`;
	return `M${PLANE.map(at).join('L')}Z`;
}
