import { computeDay, type Assumptions } from '../../centre/day';
import { laterAlerts } from '../../centre/queue';
import { painted } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter, letters, measure } from '../../figure/text';
import { across, box } from '../../figure/marks';
import { ease, mix, seeded, span } from '../../figure/motion';
import { DIM, PALE, WALLING, WHITE } from '../../figure/night';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { listFrame, rowRect, rowsOf } from './queue';
import { unsorted, type Thousand } from './thousand';

/** Dots the day is drawn with, at most. */
const MOST = 1500;

/** A day has so many hours, and a little more for the last dots to land. */
export const HOURS = 25.2;

/** The hour of the day Nour's camera's clock shows. */
const HER_HOUR = 17 + 41 / 60;

/** Where the day is drawn: its axis from left to right at `base`, piles up to `top`, the people on duty (`crew` high) under it. */
function axisOf({ free, phone }: View) {
	const crew = phone ? Math.min(52, free.h * 0.13) : Math.min(132, free.h * 0.17);
	const base = free.y + free.h - crew - (phone ? 62 : 96);
	return { left: free.x, right: free.x + free.w, base, top: free.y + (phone ? 66 : 112), crew };
}

export function dayRect(view: View): Rect {
	const { left, right, top, base, crew } = axisOf(view);
	return { x: left, y: top, w: right - left, h: base + crew - top };
}

/** A day's alerts for nothing piled up by hour, at moments drawn from a seeded uniform draw: our assumption. */
export function dayChart(view: View, a: Assumptions) {
	const { phone } = view;
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
	const shifts = [0, 1, 2].map((s) => left + s * (shift + gap));
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
	return {
		...axis,
		unit,
		hours,
		/** Middles of the dots, in the order of their hours. */
		x,
		y,
		r: cell * 0.4,
		/** The dot that is Nour's: the last one before her hour; -1 on a day without. */
		own,
		/** The three shifts on the axis: left edge of each, and the width they share. */
		shifts,
		width: shift
	};
}
export type DayChart = ReturnType<typeof dayChart>;

/** The hour of each dot, ascending, and how many alerts one dot stands for. */
function alertsOf(a: Assumptions) {
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

/** A day of alerts falls on its hours; then its piles become columns of the thousand's square. */
export function dots(chart: DayChart, grid: Thousand, clock: number, gathered: number): Layer {
	const xyr: number[] = [];
	for (let i = 0; i < chart.x.length; i++) {
		const f = fallen(chart, i, clock);
		if (i === chart.own || f <= 0 || (gathered > 0 && i >= 1000)) continue;
		const [x, y] = unsorted(grid, i);
		xyr.push(
			mix(chart.x[i], x, gathered),
			mix(mix(-20, chart.y[i], f), y, gathered),
			mix(chart.r, grid.cell * 0.36, gathered)
		);
	}
	return { ink: [{ type: 'dots', xyr, fill: 'signal' }] };
}

/** Nour's row closes up into her dot. */
export function closing(c: SceneContext, chart: DayChart, toDot: number, rounded: number): Layer {
	if (toDot <= 0 || chart.own < 0) return {};
	const { recording, view } = c;
	const rows = rowsOf(view);
	const last = listFrame(c, 1, 1);
	const below = laterAlerts(recording).filter((q) => q.frame <= last).length;
	const r = chart.r * 1.5;
	const dot = { x: chart.x[chart.own] - r, y: chart.y[chart.own] - r, w: 2 * r, h: 2 * r };
	const rect = mixRects(rowRect(rows, Math.min(below, rows.count)), dot, toDot);
	return {
		marks: [box('row-ours', rect, { r: r * rounded, fill: 'signal-text', stroke: WHITE, width: 2, opacity: 1 })]
	};
}

/** What is counted, and how often that is. The counter runs with the day. */
export function tally(
	c: SceneContext,
	chart: DayChart,
	a: Assumptions,
	clock: number,
	shown: number,
	every: number
): Layer {
	const { phone } = c.view;
	const { y } = c.view.free;
	const { left, right, unit } = chart;
	const { forNothing } = computeDay(a);
	const so = chart.hours.filter((h) => h <= clock).length * unit;
	const size = phone ? 30 : 60;
	const line = phone ? 14 : 21;
	const head = y + (phone ? 14 : 20);
	const base = y + (phone ? 44 : 80);
	const title = c.say('day', { cameras: c.number(a.cameras) });
	const text = c.say('day.alerts', { n: c.number(clock >= 24 ? Math.round(forNothing) : so) });
	const often = c.say('day.every', { n: c.number(forNothing > 0 ? (24 * 60) / forNothing : 0, 1) });
	const beside = left + measure(text, size, 'grot') + 14;
	const [x, under] = beside + measure(often, line, 'news') < right ? [beside, 0] : [left, phone ? 18 : 28];
	const counted = { fill: 'paper', halo: 'night', fact: 'f17', opacity: shown };
	const marks = [
		letter('day', 'news', left, head, phone ? 14 : 19, title, { fill: PALE, halo: 'night', opacity: shown }),
		letter('day-count', 'grot', left, base, size, text, counted),
		letter('day-every', 'news', x, base + under, line, often, { fill: PALE, fact: 'f17', opacity: shown * every })
	];
	const scale = { anchor: 'end', fill: PALE, opacity: shown } as const;
	if (unit > 1)
		marks.push(letter('day-unit', 'mono', right, head, phone ? 12 : 14, c.say('day.unit', { n: unit }), scale));
	return { marks };
}

/** Whoever is on duty. */
const CREW = { coat: '#44587A', hair: '#2E241E' };

/** The three shifts under their hours: whoever is on duty sits in the light. */
export function shifts(c: SceneContext, chart: DayChart, clock: number, operators: number, shown: number): Layer {
	if (shown <= 0) return {};
	const { phone } = c.view;
	const { left, right, base, crew } = chart;
	const foot = base + crew;
	const duties = chart.shifts.map((_, s) => dutyAt(clock, s));
	const size = phone ? 12.5 : 16;
	const pale = { fill: PALE, opacity: shown };
	return {
		ink: chart.shifts.flatMap((x, s) => crewInk(chart, x, foot + (phone ? 26 : 40), operators, duties[s], shown)),
		marks: [
			...chart.shifts.flatMap((x, s) => axis(c, chart, x, s, duties[s], shown)),
			hour(c, chart, 24, right, { anchor: 'end', ...pale }),
			...letters('assumed', 'news', left, foot + (phone ? 57 : 90), size, c.say('assumed'), right - left, pale)
		]
	};
}

/** How far shift `s` is on duty; the last one stays until the dots have landed. */
const dutyAt = (clock: number, s: number): number =>
	ease(clock, 8 * s - 0.6, 8 * s + 0.2) *
	(1 - (s < 2 ? ease(clock, 8 * s + 7.8, 8 * s + 8.6) : ease(clock, 24.4, 25.2)));

/** The line its dots stand on, the hour it begins at, and its name. */
function axis(c: SceneContext, chart: DayChart, x: number, s: number, duty: number, opacity: number): Mark[] {
	const { phone } = c.view;
	const { base, width, crew } = chart;
	const y = base + crew + (phone ? 26 + 15 : 40 + 24);
	const name = c.say(phone ? `shift.${s + 1}.short` : `shift.${s + 1}`);
	const look = { anchor: 'middle', fill: 'paper', opacity: opacity * mix(0.6, 1, duty) } as const;
	return [
		across(`axis-${s}`, base, x, x + width, { stroke: 'paper', width: 1.5, opacity }),
		hour(c, chart, 8 * s, x, { fill: PALE, opacity }),
		letter(`shift-${s + 1}`, 'grot', x + width / 2, y, phone ? 12.5 : 18, name, look)
	];
}

function hour({ say, view }: SceneContext, chart: DayChart, n: number, x: number, look: Parameters<typeof letter>[6]) {
	const { phone } = view;
	return letter(`hour-${n}`, 'mono', x, chart.base + (phone ? 18 : 24), phone ? 12 : 14, say('hour', { n }), look);
}

/** People on duty from behind, side by side: three shapes for all of them. */
function crewInk(chart: DayChart, x: number, foot: number, n: number, duty: number, opacity: number): Ink[] {
	const { width, crew: h } = chart;
	const step = Math.min(width / n, h * 1.08);
	const k = Math.min(h, step * 0.98);
	const left = x + width / 2 - ((n - 1) / 2) * step;
	let bodies = '';
	let bands = '';
	const heads: number[] = [];
	for (let i = 0; i < n; i++) {
		const px = left + i * step;
		bodies += `M${px - k * 0.42} ${foot}C${px - k * 0.42} ${foot - k * 0.4} ${px - k * 0.34} ${foot - k * 0.52} ${px - k * 0.12} ${foot - k * 0.56}H${px + k * 0.12}C${px + k * 0.34} ${foot - k * 0.52} ${px + k * 0.42} ${foot - k * 0.4} ${px + k * 0.42} ${foot}Z`;
		heads.push(px, foot - k * 0.76, k * 0.19);
		bands += `M${px - k * 0.21} ${foot - k * 0.74}A${k * 0.21} ${k * 0.21} 0 0 1 ${px + k * 0.21} ${foot - k * 0.74}`;
	}
	const line = { stroke: duty > 0.5 ? 'paper' : DIM, width: 1.4 };
	return [
		{ type: 'shape', d: bodies, fill: WALLING, ...line, opacity },
		{ type: 'shape', d: bodies, fill: CREW.coat, ...line, opacity: opacity * duty },
		{ type: 'dots', xyr: heads, fill: CREW.hair, ...line, opacity },
		painted(bands, { fill: 'none', stroke: line.stroke, width: Math.max(1.6, k * 0.035), round: true, opacity })
	];
}
