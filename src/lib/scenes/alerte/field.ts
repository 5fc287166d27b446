import { seeded, span } from '../../figure/motion';
import type { View } from '../../picture/frame';
import { computeDay, type Assumptions } from '../../centre/day';

/** Dots the day is drawn with, at most. */
const MOST = 1500;
/** Rows of the thousand's square. */
export const ROWS = 25;

export interface DayChart {
	/** Alerts one dot stands for. */
	unit: number;
	/** Hour of each dot, ascending. */
	hours: Float64Array;
	/** Middles of the dots, in the same order. */
	x: Float64Array;
	y: Float64Array;
	r: number;
	/** The three shifts on the axis: left edge of each, and the width they share. */
	shifts: [number, number, number];
	width: number;
	left: number;
	right: number;
	base: number;
	top: number;
	/** Height of the people on duty under the axis. */
	crew: number;
}

export const isSmall = (view: View): boolean => view.portrait || view.width < 700;

/** A day's false alerts piled up by hour, at moments drawn from a seeded uniform draw: our assumption. */
export function dayChart(view: View, a: Assumptions): DayChart {
	const { free } = view;
	const alerts = computeDay(a).falseAlerts;
	let unit = 1;
	while (alerts / unit > MOST) unit *= 10;
	const count = Math.round(alerts / unit);
	const random = seeded(77);
	const hours = Float64Array.from({ length: count }, () => random() * 24).sort();
	const small = isSmall(view);
	const crew = small ? Math.min(52, free.h * 0.13) : Math.min(132, free.h * 0.17);
	const left = free.x;
	const right = free.x + free.w;
	const base = free.y + free.h - crew - (small ? 62 : 96);
	const top = free.y + (small ? 66 : 112);
	const gap = small ? 10 : 28;
	const shift = (free.w - 2 * gap) / 3;
	const width = shift / 8;
	const piles = new Array<number>(24).fill(0);
	for (const h of hours) piles[Math.floor(h)]++;
	const most = Math.max(1, ...piles);
	// As many dots side by side as let the highest pile fit with the largest dots.
	let side = 1;
	while (side < 12 && (Math.ceil(most / side) * width) / side > base - top) side++;
	const cell = Math.min(width / (side + 0.12), small ? 12 : 22);
	const shifts: DayChart['shifts'] = [left, left + shift + gap, left + 2 * (shift + gap)];
	const x = new Float64Array(count);
	const y = new Float64Array(count);
	piles.fill(0);
	hours.forEach((h, i) => {
		const hour = Math.floor(h);
		const k = piles[hour]++;
		x[i] = shifts[Math.floor(hour / 8)] + (hour % 8) * width + (width - side * cell) / 2 + ((k % side) + 0.5) * cell;
		y[i] = base - 4 - (Math.floor(k / side) + 0.5) * cell;
	});
	return { unit, hours, x, y, r: cell * 0.4, shifts, width: shift, left, right, base, top, crew };
}

/** How far dot `i` has fallen when the day has come to `clock` hours: 0 not yet there, 1 on its pile. */
export const fallen = (chart: DayChart, i: number, clock: number): number => {
	const t = span(clock, chart.hours[i], chart.hours[i] + 1.1);
	return t * t;
};

export interface Thousand {
	cell: number;
	x: number;
	y: number;
	columns: number;
	/** Rank of every dot, and the dot of every rank: those below `trues` are true alerts. */
	rank: Int32Array;
	order: Int32Array;
	/** The dot of the alert the chapter follows: the last to be called true. */
	own: number;
}

/** The square of a thousand dots, before and after it is sorted into true and false. */
export function thousand(view: View): Thousand {
	const { free } = view;
	const small = isSmall(view);
	const head = small ? (view.portrait ? 96 : 88) : 148;
	const foot = small ? 52 : 92;
	const cell = Math.min(free.w / 43, (free.h - head - foot) / ROWS);
	const random = seeded(31);
	const order = Int32Array.from({ length: 1000 }, (_, i) => i);
	for (let i = 999; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[order[i], order[j]] = [order[j], order[i]];
	}
	const rank = new Int32Array(1000);
	order.forEach((dot, i) => (rank[dot] = i));
	return { cell, x: free.x, y: free.y + head, columns: 40, rank, order, own: order[999] };
}

/** Place of dot `i` before sorting: filled column by column, as the hours of the day stand. */
export const unsorted = (t: Thousand, i: number): [number, number] => [
	t.x + (Math.floor(i / ROWS) + 0.5) * t.cell,
	t.y + ((i % ROWS) + 0.5) * t.cell
];

/** True alerts up to this many are drawn large, in one column. */
const FEW = 12;

/** Half the diagonal of a true alert's lozenge. */
export const lozenge = (t: Thousand, trues: number): number => t.cell * (trues <= FEW ? 0.92 : 0.5);

/** Place after sorting: the true ones step out to the front, large when they are few; the false ones close ranks. */
export function sorted(t: Thousand, i: number, trues: number): [number, number] {
	const rank = t.rank[i];
	const few = trues <= FEW;
	if (rank < trues && few) return [t.x + 0.95 * t.cell, t.y + (2.06 * rank + 0.95) * t.cell];
	const first = trues === 0 ? 0 : few ? 2.6 : Math.ceil(trues / ROWS) + 0.9;
	// False ones keep their order and close ranks.
	let place = rank;
	if (rank >= trues) {
		place = i;
		for (let k = 0; k < trues; k++) if (t.order[k] < i) place--;
	}
	const column = (rank < trues ? 0 : first) + Math.floor(place / ROWS);
	return [t.x + (column + 0.5) * t.cell, t.y + ((place % ROWS) + 0.5) * t.cell];
}
