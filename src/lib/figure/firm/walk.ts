import { pairs, sum } from 'd3';
import { mix } from '../motion';
import { FLOOR, floorOf, LEVELS } from './section';

interface Stop {
	x: number;
	level: number;
	pose: 'stand' | 'bench';
}

/** Where Thomas Jusquiame goes: bench outside, meeting room, kitchen, his desk, the coffee machine, his desk. */
const STOPS: Stop[] = [
	{ x: -2.2, level: 0, pose: 'bench' },
	{ x: 6.4, level: 3, pose: 'stand' },
	{ x: 12.1, level: 3, pose: 'bench' },
	{ x: 8.2, level: 1, pose: 'bench' },
	{ x: 17.0, level: 1, pose: 'stand' },
	{ x: 8.2, level: 1, pose: 'bench' }
];
/** His walks from stop to stop. */
export const WALKS = STOPS.length - 1;

export interface Whereabouts {
	x: number;
	y: number;
	pose: 'walk' | 'stand' | 'bench';
	facing: 1 | -1;
	phase: number;
}

const groundOf = ({ level }: Stop): number => (level === 0 ? LEVELS[0] + 0.06 : floorOf(level));

/** Way from one place of the house to another: along the floor, and by the stairs between floors. */
function way(from: Stop, to: Stop): [number, number][] {
	const points: [number, number][] = [[from.x, groundOf(from)]];
	const step = Math.sign(to.level - from.level);
	for (let level = from.level; level !== to.level; level += step) {
		const base = floorOf(Math.min(level, level + step));
		const flight: [number, number][] = [
			[0.6, base],
			[2.7, base + FLOOR / 2],
			[0.6, base + FLOOR]
		];
		points.push(...(step > 0 ? flight : flight.reverse()));
	}
	return [...points, [to.x, groundOf(to)]];
}

/** The point some metres along a way, and which side its piece of the way leads to. */
export function along(points: [number, number][], run: number): { x: number; y: number; facing: 1 | -1 } {
	let left = run;
	for (const [i, [bx, by]] of points.slice(1).entries()) {
		const [ax, ay] = points[i];
		const length = Math.hypot(bx - ax, by - ay);
		const isLast = i === points.length - 2;
		if (left <= length || isLast) {
			const s = length ? Math.min(1, left / length) : 1;
			return { x: mix(ax, bx, s), y: mix(ay, by, s), facing: bx >= ax ? 1 : -1 };
		}
		left -= length;
	}
	throw new Error('A way has two points at least');
}

const lengthOf = (points: [number, number][]): number =>
	sum(pairs(points, ([ax, ay], [bx, by]) => Math.hypot(bx - ax, by - ay)));

/** Where he is when so much of each of his walks is done. */
export function whereabouts(walks: readonly number[]): Whereabouts {
	const n = walks.findLastIndex((walk) => walk > 0);
	if (n >= 0 && walks[n] < 1) {
		const points = way(STOPS[n], STOPS[n + 1]);
		const run = lengthOf(points) * walks[n];
		return { ...along(points, run), pose: 'walk', phase: (run / 1.5) % 1 };
	}
	const stop = STOPS[n + 1];
	return { x: stop.x, y: groundOf(stop), pose: stop.pose, facing: 1, phase: 0 };
}
