import type { Assumptions } from '../../centre/day';
import { letter, letters } from '../../figure/lettering';
import { ease, mix } from '../../figure/motion';
import { PALE } from '../../figure/night';
import { measure } from '../../figure/text';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { DayChart } from './chart';
import { lozenge, sorted, unsorted, type Thousand } from './grid';
import { FALSE, TRUE } from './layout';

/** How far a thousand alerts have been gathered, how far they have fallen in, been judged, and sorted. */
type Sorting = Record<'gathered' | 'falling' | 'judged' | 'sorted', number>;

const diamond = (x: number, y: number, r: number): string =>
	`M${x.toFixed(1)} ${(y - r).toFixed(1)}L${(x + r).toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(y + r).toFixed(1)}L${(x - r).toFixed(1)} ${y.toFixed(1)}Z`;

/** A dot's share of the fall, and how much longer the last one waits than the first. */
const FALL = 10 / 22;
const WAIT = 12 / 22;

/** A thousand alerts: true ones are solid lozenges, false ones hollow rings. The day's own dots are drawn by it until all are gathered. */
export function thousandDots(chart: DayChart, grid: Thousand, trues: number, m: Sorting, opacity: number): Layer {
	const r = grid.cell * 0.36;
	let yes = '';
	const no: number[] = [];
	for (let i = m.gathered < 1 ? chart.x.length : 0; i < 1000; i++) {
		const wait = WAIT * (i / 1000);
		const come = ease(m.falling, wait, wait + FALL);
		if (come <= 0) continue;
		const from = unsorted(grid, i);
		const to = sorted(grid, i, trues);
		const x = mix(from[0], to[0], m.sorted);
		const y = mix(mix(-20, from[1], come), to[1], m.sorted);
		if (grid.rank[i] < trues) yes += diamond(x, y, mix(r, lozenge(grid, trues), m.judged));
		else no.push(x, y, mix(r, r * 0.86, m.judged));
	}
	const judged = m.judged > 0.5;
	return {
		ink: [
			{
				type: 'dots',
				xyr: no,
				fill: 'signal',
				fillOpacity: 1 - m.judged,
				stroke: judged ? FALSE : 'signal',
				width: 1.2,
				opacity
			},
			{
				type: 'shape',
				d: yes,
				fill: judged ? TRUE : 'signal',
				stroke: judged ? 'paper' : 'signal',
				width: 1.4,
				opacity
			}
		]
	};
}

/** How many of them are true and how many false, each word beginning with the shape it speaks of; and on what that rests. */
export function verdict(c: SceneContext, a: Assumptions, trues: number, heading: number, told: number): Layer {
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const line = phone ? 14 : 18;
	const key = trues === 0 ? 'thousand.none' : trues === 1 ? 'thousand.one' : 'thousand.true';
	const word = c.say(key, { n: c.number(trues) });
	const others = c.say('thousand.false', { n: c.number(1000 - trues) });
	// Long words are set smaller.
	const big = Math.min(phone ? 23 : 46, (0.9 * free.w) / (measure(word + others, 1, 'grot') + 2.3));
	const base = free.y + line + big * 1.02;
	const sign = big * 0.3;
	const y = base - big * 0.34;
	const first = free.x + 2 * sign + big * 0.22;
	const second = first + measure(word, big, 'grot') + big * 0.7;
	const rests = c.say('thousand.if', {
		events: c.number(a.events),
		cameras: c.number(a.cameras),
		detected: c.number(a.detected)
	});
	return {
		marks: [
			letter('thousand', 'news', free.x, free.y + line, line, c.say('thousand'), { fill: PALE, opacity: heading }),
			{
				type: 'path',
				key: 'sign-true',
				d: diamond(free.x + sign, y, sign),
				fill: TRUE,
				stroke: 'paper',
				width: 1.4,
				opacity: told
			},
			letter('thousand-true', 'grot', first, base, big, word, { fill: TRUE, opacity: told }),
			{
				type: 'circle',
				key: 'sign-false',
				x: second + sign,
				y,
				r: sign * 0.86,
				stroke: 'signal',
				width: 2,
				opacity: told
			},
			letter('thousand-false', 'grot', second + 2 * sign + big * 0.18, base, big, others, {
				fill: 'signal',
				opacity: told
			}),
			...letters('thousand-if', 'news', free.x, base + (phone ? 18 : 28), phone ? 13 : 17, rests, free.w, {
				leading: 1.18,
				fill: PALE,
				fact: 'f17',
				opacity: told
			})
		]
	};
}
