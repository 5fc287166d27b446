import { PAPER } from '../../drawing/palette';
import { CARD } from '../colours';
import * as tone from './colours';
import { LEVELS, type Hand } from './section';

export interface DeskPlace {
	x: number;
	level: number;
	/** 1 faces right. */
	way: 1 | -1;
	two?: boolean;
}

/** Every desk of the house. */
export const DESKS: DeskPlace[] = [
	...[5.2, 8.2, 11.2, 14.2].map((x): DeskPlace => ({ x, level: 1, way: 1 })),
	...[4.6, 7.0, 9.4, 11.8, 14.2, 16.6].map((x): DeskPlace => ({ x, level: 2, way: 1, two: true }))
];

/** Middle of a desk's screen, metres. */
export const screenOf = (d: DeskPlace): [number, number] => [d.x + 1.06 * d.way, LEVELS[d.level] + 1.2];

/** A thing's parts from the side it faces, so that it can be turned round. */
const turned = (h: Hand, way: 1 | -1) => ({
	bar: (a: number, b: number, y: number, t: number, fill: string, r = 0) =>
		h.box(Math.min(a * way, b * way), y, Math.abs(b - a), t, fill, r),
	/** Strokes as [from x, from y, to x, to y]. */
	stroke: (weight: number, ...lines: [number, number, number, number][]) =>
		h.line(lines.map(([x1, y1, x2, y2]) => `M${x1 * way} ${y1}L${x2 * way} ${y2}`).join(''), 'ink', weight)
});

export function desk(h: Hand, d: DeskPlace, screen: string): void {
	const { bar, stroke } = turned(h, d.way);
	bar(0.36, 1.62, 0.7, 0.07, tone.FAWN);
	stroke(1.4, [0.5, 0.7, 0.5, 0], [1.5, 0.7, 1.5, 0]);
	stroke(2, [1.06, 0.77, 1.06, 0.92]);
	bar(0.74, 1.38, 0.9, 0.44, tone.BEZEL, 0.03);
	bar(0.79, 1.33, 0.95, 0.34, screen);
	// The second screen, seen from the side.
	if (d.two) bar(1.44, 1.54, 0.86, 0.5, tone.BEZEL, 0.02);
	bar(0.44, 0.68, 0.77, 0.03, tone.ENAMEL);
	if (d.x % 2 < 1) bar(1.42, 1.54, 0.77, 0.15, [tone.OCHRE, tone.CELADON][d.level % 2]);
}

export function chair(h: Hand, way: 1 | -1): void {
	const at = (x: number) => x * way;
	h.line(`M${at(-0.02)} 0.42L${at(-0.02)} 0.12M${at(-0.24)} 0.03L${at(-0.02)} 0.12L${at(0.2)} 0.03`, 'ink', 1.6);
	h.box(Math.min(at(-0.26), at(0.24)), 0.38, 0.5, 0.09, tone.SEAT, 0.03);
	h.box(Math.min(at(-0.34), at(-0.26)), 0.46, 0.09, 0.56, tone.SEAT, 0.04);
}

/** The tables of the top floor: of the meeting room, and of the kitchen, laid. */
export function tables(h: Hand): void {
	h.box(6.9, 0.68, 2.1, 0.08, tone.FAWN);
	h.line('M7.1 0.68L7.1 0M8.8 0.68L8.8 0', 'ink', 1.4);
	h.box(7.4, 0.76, 0.4, 0.04, PAPER);
	h.box(8.1, 0.76, 0.14, 0.2, tone.MIST);
	h.box(12.4, 0.68, 3.4, 0.08, tone.FAWN);
	h.line('M12.7 0.68L12.7 0M15.5 0.68L15.5 0', 'ink', 1.4);
	for (const x of [12.9, 13.9, 14.8]) h.at(x, 0).fill('M-0.2 0.86C-0.16 0.74 0.16 0.74 0.2 0.86Z', PAPER);
	h.box(13.4, 0.76, 0.12, 0.3, tone.LEAF);
	h.box(14.4, 0.76, 0.14, 0.18, tone.OCHRE);
}

export function plant(h: Hand, size: number): void {
	h.fill('M-0.18 0L-0.24 0.38L0.24 0.38L0.18 0Z', tone.FAWN);
	const from = h.at(0, 0.3);
	const leaf = (x: number, y: number) =>
		from.fill(
			`M0 0.06C${x * 0.2} ${0.1 + y * 0.7} ${x * 0.7} ${0.1 + y} ${x} ${0.04 + y}C${x * 0.9} ${y * 0.5} ${x * 0.5} ${y * 0.3} 0 0.06Z`,
			tone.LEAF,
			'ink',
			0.8
		);
	for (const [x, y] of [
		[-0.42, 0.7],
		[0.44, 0.62],
		[-0.16, 1],
		[0.2, 0.95]
	])
		leaf(x * size, y * size);
}

export function steam(h: Hand, life: number, size: number): void {
	const w = 0.05 * Math.sin(life * 1.7);
	h.line(`M0 0C${size * -0.5 + w} ${size * 0.5} ${size * 0.5 - w} ${size} 0 ${size * 1.7}`, tone.STEAM, 0.9);
}

export function clock(h: Hand, life: number): void {
	h.dot(0, 0, 0.26, CARD);
	const a = (life / 60) * 6.283;
	h.line(`M0 0L${0.2 * Math.sin(a)} ${0.2 * Math.cos(a)}M0 0L-0.1 0.08`, 'ink', 1);
}
