import { computeDay, type Assumptions } from '../../centre/day';
import { seeded, span } from '../../figure/motion';
import type { Rect, View } from '../../picture/frame';

/** Dots the day is drawn with, at most. */
const MOST = 1500;

/** A day has so many hours, and a little more for the last dots to land. */
export const HOURS = 25.2;

/** The hour of the day Nour's camera's clock shows. */
const HER_HOUR = 17 + 41 / 60;

/** Where the day is drawn: its axis from left to right at `base`, piles up to `top`, the people on duty under it. */
interface Axis {
	left: number;
	right: number;
	base: number;
	top: number;
	/** Height of the people on duty. */
	crew: number;
}

export interface DayChart extends Axis {
	/** Alerts one dot stands for. */
	unit: number;
	/** Hour of each dot, ascending. */
	hours: Float64Array;
	/** Middles of the dots, in the same order. */
	x: Float64Array;
	y: Float64Array;
	r: number;
	/** The dot that is Nour's: the last one before her hour; -1 on a day without. */
	own: number;
	/** The three shifts on the axis: left edge of each, and the width they share. */
	shifts: [number, number, number];
	width: number;
}

function axisOf({ free, shape }: View): Axis {
	const phone = shape === 'phone';
	const crew = phone ? Math.min(52, free.h * 0.13) : Math.min(132, free.h * 0.17);
	return {
		left: free.x,
		right: free.x + free.w,
		base: free.y + free.h - crew - (phone ? 62 : 96),
		top: free.y + (phone ? 66 : 112),
		crew
	};
}

export function dayRect(view: View): Rect {
	const { left, right, top, base, crew } = axisOf(view);
	return { x: left, y: top, w: right - left, h: base + crew - top };
}

/** A day's alerts for nothing piled up by hour, at moments drawn from a seeded uniform draw: our assumption. */
export function dayChart(view: View, a: Assumptions): DayChart {
	const phone = view.shape === 'phone';
	const axis = axisOf(view);
	const { left, base, top } = axis;
	const { unit, hours } = alertsOf(a);
	const gap = phone ? 10 : 28;
	const shift = (view.free.w - 2 * gap) / 3;
	const width = shift / 8;
	const piles = new Array<number>(24).fill(0);
	for (const h of hours) piles[Math.floor(h)]++;
	const most = Math.max(1, ...piles);
	// As few dots side by side, and so as large, as let the highest pile fit; they give way by a fifth for it.
	let side = 1;
	while (side < 12 && (0.8 * Math.ceil(most / side) * width) / side > base - top) side++;
	const cell = Math.min(width / (side + 0.12), (base - top) / Math.ceil(most / side), phone ? 12 : 22);
	const shifts: DayChart['shifts'] = [left, left + shift + gap, left + 2 * (shift + gap)];
	const x = new Float64Array(hours.length);
	const y = new Float64Array(hours.length);
	piles.fill(0);
	hours.forEach((h, i) => {
		const hour = Math.floor(h);
		const k = piles[hour]++;
		x[i] = shifts[Math.floor(hour / 8)] + (hour % 8) * width + (width - side * cell) / 2 + ((k % side) + 0.5) * cell;
		y[i] = base - 4 - (Math.floor(k / side) + 0.5) * cell;
	});
	const own = hours.length ? Math.max(0, hours.filter((h) => h <= HER_HOUR).length - 1) : -1;
	return { ...axis, unit, hours, x, y, r: cell * 0.4, own, shifts, width: shift };
}

function alertsOf(a: Assumptions): Pick<DayChart, 'unit' | 'hours'> {
	const alerts = computeDay(a).forNothing;
	let unit = 1;
	while (alerts / unit > MOST) unit *= 10;
	const random = seeded(77);
	return { unit, hours: Float64Array.from({ length: Math.round(alerts / unit) }, () => random() * 24).sort() };
}

/** How far dot `i` has fallen when the day has come to `clock` hours: 0 not yet there, 1 on its pile. */
export const fallen = (chart: DayChart, i: number, clock: number): number => {
	const t = span(clock, chart.hours[i], chart.hours[i] + 1.1);
	return t * t;
};
