import type { Look } from '../../street/types';
import { FLOOR, LEVELS } from './house';

const look = (coat: string, hair: string, skin: string, more: Partial<Look> = {}): Look => ({
	coat,
	legs: '#3B4048',
	skin,
	hair,
	...more
});

/** Thomas Jusquiame's figure: the same brown coat all through the chapter. */
export const HE = look('#8A6A3F', '#3a2c22', '#E0B08E', { legs: '#2F3A4A', cut: 'short', beard: true });
export const HE_PHONE: Look = { ...HE, phone: true };

export const DIRECTORS = [
	look('#2E3440', '#6B645B', '#E0B08E', { glasses: true, cut: 'short' }),
	look('#3C4250', '#2E241E', '#D8A27F', { cut: 'short' })
];
export const INTERN = look('#A8617A', '#7A4A2B', '#E0B08E', { cut: 'ponytail', legs: '#44587A' });
export const SALESMAN = look('#44587A', '#2E241E', '#C98F6B', { cut: 'short' });

/** Engineers, from left to right. One woman among them and the ten in front: 90 % men is said of the whole firm (c12). */
export const ENGINEERS = [
	look('#5C6B7A', '#2E241E', '#D8A27F', { cut: 'short', glasses: true }),
	look('#6F8A7C', '#8A5A33', '#E0B08E', { cut: 'curly', beard: true }),
	look('#4A5568', '#17110e', '#8D5A3C', { cut: 'short' }),
	look('#7C8796', '#C39A5B', '#EAC3A4', { cut: 'short', glasses: true }),
	look('#3F6B63', '#2E241E', '#E0B08E', { cut: 'bald', beard: true }),
	look('#8E8577', '#3a2c22', '#C98F6B', { cut: 'short' })
];
export const COLLEAGUES = [
	look('#9B7B5A', '#6B645B', '#E0B08E', { cut: 'short' }),
	look('#5F7383', '#2E241E', '#B77F5A', { cut: 'curly', beard: true }),
	look('#A3A08F', '#3a2c22', '#E0B08E', { cut: 'short', glasses: true })
];

const SUITS = ['#4A5568', '#6B7280', '#5C6B7A', '#3F4A5A', '#7C8796', '#52606D', '#64748B', '#475569', '#6E7F8D'];
const HAIRS = ['#2E241E', '#6B4A2B', '#17110e', '#8A8073', '#3a2c22'];
const SKINS = ['#E0B08E', '#C98F6B', '#8D5A3C', '#D8A27F', '#EAC3A4'];
const CUTS = ['short', 'curly', 'bald', 'short', 'short'] as const;

/** Ten people of the firm, nine men and one woman; hers is the seventh place. */
export const TEN: { look: Look; woman: boolean }[] = Array.from({ length: 10 }, (_, i) =>
	i === 6
		? { woman: true, look: look('#C99A3F', '#5A3A24', '#D8A27F', { cut: 'bun', long: true }) }
		: {
				woman: false,
				look: look(SUITS[i % SUITS.length], HAIRS[(i * 3) % 5], SKINS[(i * 2) % 5], {
					cut: CUTS[i % 5],
					beard: i % 3 === 1,
					glasses: i % 4 === 2
				})
			}
);

export interface Stop {
	/** Leaves and arrives, in the chapter's time. */
	leave: number;
	arrive: number;
	x: number;
	level: number;
	pose: 'stand' | 'bench';
	facing: 1 | -1;
}

/** Where he goes: bench outside, meeting room, kitchen, his desk, the coffee machine, his desk. */
export const STOPS: Stop[] = [
	{ leave: 0, arrive: 0, x: -2.2, level: 0, pose: 'bench', facing: 1 },
	{ leave: 0.26, arrive: 0.46, x: 6.4, level: 3, pose: 'stand', facing: 1 },
	{ leave: 0.66, arrive: 0.76, x: 12.1, level: 3, pose: 'bench', facing: 1 },
	{ leave: 1.02, arrive: 1.26, x: 8.2, level: 1, pose: 'bench', facing: 1 },
	{ leave: 3.94, arrive: 4.16, x: 17.0, level: 1, pose: 'stand', facing: 1 },
	{ leave: 4.98, arrive: 5.2, x: 8.2, level: 1, pose: 'bench', facing: 1 }
];

export interface Whereabouts {
	x: number;
	y: number;
	pose: 'walk' | 'stand' | 'bench';
	facing: 1 | -1;
	phase: number;
}

/** Way from one place of the house to another: along the floor, and by the stairs between floors. */
function way(from: Stop, to: Stop): [number, number][] {
	const y = (level: number) => LEVELS[level] + (level === 0 ? 0.06 : 0.12);
	const points: [number, number][] = [[from.x, y(from.level)]];
	if (from.level !== to.level) {
		const step = to.level > from.level ? 1 : -1;
		for (let level = from.level; level !== to.level; level += step) {
			const low = Math.min(level, level + step);
			const base = LEVELS[low] + 0.12;
			const flight: [number, number][] = [
				[0.6, base],
				[2.7, base + FLOOR / 2],
				[0.6, base + FLOOR]
			];
			points.push(...(step > 0 ? flight : flight.reverse()));
		}
	}
	points.push([to.x, y(to.level)]);
	return points;
}

/** Where he is at a time of the chapter. */
export function whereabouts(t: number): Whereabouts {
	let last = STOPS[0];
	for (const stop of STOPS.slice(1)) {
		if (t <= stop.leave) break;
		if (t < stop.arrive) {
			const points = way(last, stop);
			const lengths = points.slice(1).map((p, i) => Math.hypot(p[0] - points[i][0], p[1] - points[i][1]));
			const total = lengths.reduce((a, b) => a + b, 0);
			let run = (total * (t - stop.leave)) / (stop.arrive - stop.leave);
			const gone = run;
			for (let i = 0; i < lengths.length; i++) {
				if (run <= lengths[i] || i === lengths.length - 1) {
					const s = lengths[i] ? Math.min(1, run / lengths[i]) : 1;
					const [ax, ay] = points[i];
					const [bx, by] = points[i + 1];
					return {
						x: ax + (bx - ax) * s,
						y: ay + (by - ay) * s,
						pose: 'walk',
						facing: bx >= ax ? 1 : -1,
						phase: (gone / 1.5) % 1
					};
				}
				run -= lengths[i];
			}
		}
		last = stop;
	}
	return {
		x: last.x,
		y: LEVELS[last.level] + (last.level === 0 ? 0.06 : 0.12),
		pose: last.pose,
		facing: last.facing,
		phase: 0
	};
}
