import type { Assumptions } from '../../centre/day';
import { AMBER } from '../../figure/colours';
import { dots, painted } from '../../figure/inks';
import { letter, letters } from '../../figure/lettering';
import { down } from '../../figure/line';
import { box, disc, path } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { PALE, WHITE } from '../../figure/night';
import { measure } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { DayChart } from './chart';
import { columnOf, lozenge, sorted, unsorted, type Thousand } from './grid';
import { FALSE, TRUE } from './layout';

/** How far a thousand alerts have been gathered, how far they have fallen in, been judged, and sorted. */
type Sorting = Record<'gathered' | 'falling' | 'judged' | 'sorted', number>;

const diamond = (x: number, y: number, r: number): string =>
	`M${x.toFixed(1)} ${(y - r).toFixed(1)}L${(x + r).toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(y + r).toFixed(1)}L${(x - r).toFixed(1)} ${y.toFixed(1)}Z`;

/** A dot's share of the fall, and how much longer the last one waits than the first. */
const FALL = 10 / 22;
const WAIT = 12 / 22;

/** How many of a thousand alerts are true, and how many right but for nothing; the others are false. */
export interface Kinds {
	trues: number;
	pointless: number;
}

/**
 * A thousand alerts: true ones are solid lozenges, false ones hollow rings, those right but for nothing full rings. The
 * day's own dots are drawn by it until all are gathered.
 */
export function thousandDots(
	chart: DayChart,
	grid: Thousand,
	{ trues, pointless }: Kinds,
	m: Sorting,
	opacity: number
): Layer {
	const r = grid.cell * 0.36;
	let yes = '';
	const no: number[] = [];
	const full: number[] = [];
	for (let i = m.gathered < 1 ? chart.x.length : 0; i < 1000; i++) {
		const wait = WAIT * (i / 1000);
		const come = ease(m.falling, wait, wait + FALL);
		if (come <= 0) continue;
		const from = unsorted(grid, i);
		const to = sorted(grid, i, trues);
		const x = mix(from[0], to[0], m.sorted);
		const y = mix(mix(-20, from[1], come), to[1], m.sorted);
		if (grid.rank[i] < trues) yes += diamond(x, y, mix(r, lozenge(grid, trues), m.judged));
		else (grid.rank[i] >= 1000 - pointless ? full : no).push(x, y, mix(r, r * 0.86, m.judged));
	}
	const judged = m.judged > 0.5;
	return {
		ink: [
			dots(no, { fill: 'signal', fillOpacity: 1 - m.judged, stroke: judged ? FALSE : 'signal', width: 1.2, opacity }),
			dots(full, { fill: judged ? FALSE : 'signal', stroke: judged ? WHITE : 'signal', width: 1, opacity }),
			painted(yes, { fill: judged ? TRUE : 'signal', stroke: judged ? 'paper' : 'signal', width: 1.4, opacity })
		]
	};
}

/** A kind of alert in words, and the sign it is drawn with. */
interface Told {
	key: 'true' | 'false' | 'pointless';
	word: string;
	fill: string;
}

/** How many of them are of which kind, each word beginning with the shape it speaks of; and on what that rests. */
export function verdict(c: SceneContext, a: Assumptions, kinds: Kinds, heading: number, told: number): Layer {
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const line = phone ? 14 : 18;
	const all = inWords(c, kinds);
	const words = all.map(({ word }) => word).join('');
	// Long words are set smaller.
	const big = Math.min(phone ? 23 : 46, (0.9 * free.w) / (measure(words, 1, 'grot') + 1.15 * all.length));
	const base = free.y + line + big * 1.02;
	const rests = c.say('thousand.if', {
		events: c.number(a.events),
		cameras: c.number(a.cameras),
		detected: c.number(a.detected)
	});
	let x = free.x;
	const said = all.flatMap(({ key, word, fill }): Mark[] => {
		const half = big * 0.3;
		const at = x + half;
		x += 2 * half + big * 0.2 + measure(word, big, 'grot') + big * 0.62;
		return [
			sign(`sign-${key}`, key, at, base - big * 0.34, half, told),
			letter(`thousand-${key}`, 'grot', at + half + big * 0.2, base, big, word, {
				fill,
				...(key === 'true' ? {} : { fact: 'f17' }),
				opacity: told
			})
		];
	});
	return {
		marks: [
			letter('thousand', 'news', free.x, free.y + line, line, c.say('thousand'), { fill: PALE, opacity: heading }),
			...said,
			...letters(
				'thousand-if',
				'news',
				free.x,
				base + (phone ? 18 : 28),
				phone ? 13 : shape === 'tall' ? 16 : 17,
				rests,
				free.w,
				{ leading: 1.18, fill: PALE, fact: 'f17', opacity: told }
			)
		]
	};
}

/** Useful ones and the rest; that is told apart where the reader has said how many were right, but for nothing. */
function inWords(c: SceneContext, { trues, pointless }: Kinds): Told[] {
	const key = trues === 0 ? 'thousand.none' : trues === 1 ? 'thousand.one' : 'thousand.true';
	const false_ = c.number(1000 - trues - pointless);
	return [
		{ key: 'true', word: c.say(key, { n: c.number(trues) }), fill: TRUE },
		...(pointless
			? ([
					{ key: 'false', word: c.say('thousand.wrong', { n: false_ }), fill: 'signal' },
					{ key: 'pointless', word: c.say('thousand.pointless', { n: c.number(pointless) }), fill: 'paper' }
				] as const)
			: ([{ key: 'false', word: c.say('thousand.false', { n: false_ }), fill: 'signal' }] as const))
	];
}

function sign(key: string, kind: Told['key'], x: number, y: number, half: number, opacity: number): Mark {
	if (kind === 'true') return path(key, diamond(x, y, half), { fill: TRUE, stroke: 'paper', width: 1.4, opacity });
	const look = kind === 'pointless' ? { fill: FALSE, stroke: WHITE } : { stroke: 'signal' };
	return disc(key, x, y, half * 0.86, { ...look, width: 2, opacity });
}

/** Under the square, of which kind Nour's is; of how many others there are no figure was found. */
export function third(c: SceneContext, grid: Thousand, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const size = phone ? 13 : 17;
	const y = grid.foot + (phone ? 20 : 34);
	const half = size * 0.42;
	const words = c.say('thousand.third');
	return {
		marks: [
			sign('sign-third', 'pointless', free.x + half, y - size * 0.34, half, opacity),
			...letters('thousand-third', 'news', free.x + size * 1.3, y, size, words, free.w - size * 1.3, {
				leading: 1.18,
				fill: PALE,
				fact: 'f17',
				opacity
			})
		]
	};
}

/** Where the reader's guess would have ended: as many places of the square as they said of a thousand. */
export function guessed(c: SceneContext, grid: Thousand, { trues }: Kinds, guess: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, shape } = c.view;
	const size = shape === 'phone' ? 13 : 17;
	const x = Math.min(free.x + free.w, columnOf(grid, guess, trues));
	const text = c.say('guess.said', { n: c.number(guess) });
	const w = measure(text, size, 'grot') + size;
	const left = Math.max(free.x, Math.min(free.x + free.w - w, x - w / 2));
	const slip = { x: left, y: grid.y + grid.cell, w, h: size * 1.7 };
	return {
		marks: [
			down('guess', x, grid.y - 4, grid.foot + 4, { stroke: AMBER, width: 3, dash: '8 5', opacity }),
			box('guess-slip', slip, { fill: 'night', stroke: AMBER, width: 1.6, opacity }),
			letter('guess-said', 'grot', left + size / 2, slip.y + size * 1.2, size, text, { fill: AMBER, opacity })
		]
	};
}
