import { painted } from '../../figure/inks';
import { letter, letters } from '../../figure/lettering';
import { across } from '../../figure/line';
import { ease, mix } from '../../figure/motion';
import { DIM, PALE, WALLING } from '../../figure/night';
import type { Ink, Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { DayChart } from './chart';
import { CREW } from './layout';

/** The three shifts under their hours: whoever is on duty sits in the light. */
export function shifts(c: SceneContext, chart: DayChart, clock: number, operators: number, shown: number): Layer {
	if (shown <= 0) return {};
	const phone = c.view.shape === 'phone';
	const foot = chart.base + chart.crew;
	const duties = chart.shifts.map((_, s) => dutyAt(clock, s));
	return {
		ink: chart.shifts.flatMap((x, s) => crewInk(chart, x, foot + (phone ? 26 : 40), operators, duties[s], shown)),
		marks: [
			...chart.shifts.flatMap((x, s) => axis(c, chart, x, s, duties[s], shown)),
			hour(c, chart, 24, chart.right, { anchor: 'end', fill: PALE, opacity: shown }),
			...letters(
				'assumed',
				'news',
				chart.left,
				foot + (phone ? 57 : 90),
				phone ? 12.5 : 16,
				c.say('assumed'),
				chart.right - chart.left,
				{ fill: PALE, opacity: shown }
			)
		]
	};
}

/** How far shift `s` is on duty; the last one stays until the dots have landed. */
const dutyAt = (clock: number, s: number): number =>
	ease(clock, 8 * s - 0.6, 8 * s + 0.2) *
	(1 - (s < 2 ? ease(clock, 8 * s + 7.8, 8 * s + 8.6) : ease(clock, 24.4, 25.2)));

/** The line its dots stand on, the hour it begins at, and its name. */
function axis(c: SceneContext, chart: DayChart, x: number, s: number, duty: number, opacity: number): Mark[] {
	const phone = c.view.shape === 'phone';
	const { base, width, crew } = chart;
	const foot = base + (phone ? 26 : 40) + crew;
	const name = c.say(phone ? `shift.${s + 1}.short` : `shift.${s + 1}`);
	return [
		across(`axis-${s}`, base, x, x + width, { stroke: 'paper', width: 1.5, opacity }),
		hour(c, chart, 8 * s, x, { fill: PALE, opacity }),
		letter(`shift-${s + 1}`, 'grot', x + width / 2, foot + (phone ? 15 : 24), phone ? 12.5 : 18, name, {
			anchor: 'middle',
			fill: 'paper',
			opacity: opacity * mix(0.6, 1, duty)
		})
	];
}

function hour({ say, view }: SceneContext, chart: DayChart, n: number, x: number, look: Parameters<typeof letter>[6]) {
	const phone = view.shape === 'phone';
	return letter(`hour-${n}`, 'mono', x, chart.base + (phone ? 18 : 24), phone ? 12 : 14, say('hour', { n }), look);
}

/** People on duty from behind, side by side: three shapes for all of them. */
function crewInk(
	{ width, crew: h }: DayChart,
	x: number,
	foot: number,
	n: number,
	duty: number,
	opacity: number
): Ink[] {
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
