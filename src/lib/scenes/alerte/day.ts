import { computeDay, type Assumptions } from '../../centre/day';
import { laterAlerts } from '../../centre/queue';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { mix } from '../../figure/motion';
import { PALE, WHITE } from '../../figure/night';
import { measure } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { fallen, type DayChart } from './chart';
import { unsorted, type Thousand } from './grid';
import { listFrame, rowRect, rowsOf } from './rows';

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
	return {
		marks: [
			{
				type: 'rect',
				key: 'row-ours',
				...mixRects(rowRect(rows, Math.min(below, rows.count)), dot, toDot),
				r: r * rounded,
				fill: 'signal-text',
				stroke: WHITE,
				width: 2,
				opacity: 1
			}
		]
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
	const phone = c.view.shape === 'phone';
	const { free } = c.view;
	const { forNothing } = computeDay(a);
	const so = chart.hours.filter((h) => h <= clock).length * chart.unit;
	const size = phone ? 30 : 60;
	const line = phone ? 14 : 21;
	const head = free.y + (phone ? 14 : 20);
	const base = free.y + (phone ? 44 : 80);
	const text = c.say('day.alerts', { n: c.number(clock >= 24 ? Math.round(forNothing) : so) });
	const often = c.say('day.every', { n: c.number(forNothing > 0 ? (24 * 60) / forNothing : 0, 1) });
	const beside = chart.left + measure(text, size, 'grot') + 14;
	const fits = beside + measure(often, line, 'news') < chart.right;
	const marks: Mark[] = [
		letter('day', 'news', chart.left, head, phone ? 14 : 19, c.say('day', { cameras: c.number(a.cameras) }), {
			fill: PALE,
			halo: 'night',
			opacity: shown
		}),
		letter('day-count', 'grot', chart.left, base, size, text, {
			fill: 'paper',
			halo: 'night',
			fact: 'f17',
			opacity: shown
		}),
		letter('day-every', 'news', fits ? beside : chart.left, fits ? base : base + (phone ? 18 : 28), line, often, {
			fill: PALE,
			fact: 'f17',
			opacity: shown * every
		})
	];
	if (chart.unit > 1)
		marks.push(
			letter('day-unit', 'mono', chart.right, head, phone ? 12 : 14, c.say('day.unit', { n: chart.unit }), {
				anchor: 'end',
				fill: PALE,
				opacity: shown
			})
		);
	return { marks };
}
