import { range } from 'd3';
import { BOUNDS, type Assumptions } from '../../centre/day';
import { busts } from '../../figure/busts';
import { AMBER } from '../../figure/colours';
import { dots, painted } from '../../figure/inks';
import { letter, letters, measure, rows, wrap } from '../../figure/text';
import { box, disc, down, path } from '../../figure/marks';
import { ease, mix, seeded, shuffle } from '../../figure/motion';
import { PALE, WHITE } from '../../figure/night';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import type { DayChart } from './day';

/** True alerts: solved green, light enough for the night (7:1); false ones once judged: the signal, burnt out. */
const TRUE = '#86BBA5';
const FALSE = '#A64A38';

/** True alerts up to this many are drawn large, in one column. */
const FEW = 12;

/** The square of a thousand dots, before and after it is sorted into true and false. */
export function thousand(view: View) {
	const { free, phone } = view;
	const head = phone ? (view.portrait ? 96 : 88) : view.shape === 'tall' ? 124 : 148;
	const foot = phone ? 52 : view.shape === 'tall' ? 84 : 92;
	const { rows, cell } = cellsIn(free.w, free.h - head - foot, view.shape === 'tall');
	const list = range(1000);
	shuffle(list, seeded(31));
	const order = Int32Array.from(list);
	const rank = new Int32Array(1000);
	order.forEach((dot, i) => (rank[dot] = i));
	const y = free.y + head;
	return {
		rows,
		cell,
		x: free.x,
		y,
		foot: y + cell * rows,
		/** Rank of every dot, and the dot of every rank: those below `trues` are true alerts. */
		rank,
		order,
		/** The dot of the alert the chapter follows: the last to be called true. */
		own: order[999]
	};
}
export type Thousand = ReturnType<typeof thousand>;

/** Twenty-five rows; over a whole tablet as many as let dots be largest. Three columns more than dots need part the true ones. */
function cellsIn(w: number, h: number, whole: boolean) {
	const tried = (whole ? range(16, 30) : [25]).map((rows) => ({
		rows,
		cell: Math.min(w / (Math.ceil(1000 / rows) + 3), h / rows)
	}));
	return tried.reduce((best, t) => (t.cell > best.cell ? t : best));
}

export const thousandRect = ({ free }: View, { y, foot }: Thousand): Rect => ({ x: free.x, y, w: free.w, h: foot - y });

/** Place of dot `i` before sorting: filled column by column, as the hours of the day stand. */
export const unsorted = (t: Thousand, i: number): [number, number] => [
	t.x + (Math.floor(i / t.rows) + 0.5) * t.cell,
	t.y + ((i % t.rows) + 0.5) * t.cell
];

/** Half the diagonal of a true alert's lozenge. */
const lozenge = (t: Thousand, trues: number): number => t.cell * (trues <= FEW ? 0.92 : 0.5);

/** Columns the true ones take, with the gap behind them. */
const firstOf = (t: Thousand, trues: number): number =>
	trues === 0 ? 0 : trues <= FEW ? 2.6 : Math.ceil(trues / t.rows) + 0.9;

/** How far from the left so many of the sorted thousand reach. */
function columnOf(t: Thousand, n: number, trues: number): number {
	const first = firstOf(t, trues);
	return t.x + t.cell * (n <= trues ? trues && (first * n) / trues : first + (n - trues) / t.rows);
}

/** Place after sorting: the true ones step out to the front, large when they are few; the false ones close ranks. */
export function sorted(t: Thousand, i: number, trues: number): [number, number] {
	const rank = t.rank[i];
	const few = trues <= FEW;
	if (rank < trues && few) return [t.x + 0.95 * t.cell, t.y + (2.06 * rank + 0.95) * t.cell];
	const first = firstOf(t, trues);
	// False ones keep their order and close ranks.
	let place = rank;
	if (rank >= trues) {
		place = i;
		for (let k = 0; k < trues; k++) if (t.order[k] < i) place--;
	}
	const column = (rank < trues ? 0 : first) + Math.floor(place / t.rows);
	return [t.x + (column + 0.5) * t.cell, t.y + ((place % t.rows) + 0.5) * t.cell];
}

/** How far a thousand alerts have been gathered, how far they have fallen in, been judged, and sorted. */
type Sorting = Record<'gathered' | 'falling' | 'judged' | 'sorted', number>;

const diamond = (x: number, y: number, r: number): string =>
	`M${x.toFixed(1)} ${(y - r).toFixed(1)}L${(x + r).toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(y + r).toFixed(1)}L${(x - r).toFixed(1)} ${y.toFixed(1)}Z`;

/** A dot's share of the fall, and how much longer the last one waits than the first. */
const FALL = 10 / 22;
const WAIT = 12 / 22;

/** How many of a thousand alerts are true, and how many right but for nothing; the others are false. */
export type Kinds = Record<'trues' | 'pointless', number>;

/**
 * A thousand alerts: true ones are solid lozenges, false ones hollow rings, those right but for nothing full rings. The
 * day's own dots are drawn by it until all are gathered.
 */
export function thousandDots(chart: DayChart, grid: Thousand, kinds: Kinds, m: Sorting, opacity: number): Layer {
	const { trues, pointless } = kinds;
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

/** A kind of alert in words, and the colour they have. */
type Told = { key: 'true' | 'false' | 'pointless'; word: string; fill: string; fact?: string };

/** How many of them are of which kind, each word beginning with the shape it speaks of; and on what that rests. */
export function verdict(c: SceneContext, a: Assumptions, kinds: Kinds, heading: number, told: number): Layer {
	const { free, phone, shape } = c.view;
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
	const said = all.flatMap(({ key, word, fill, fact }): Mark[] => {
		const half = big * 0.3;
		const at = x + half;
		x += 2 * half + big * 0.2 + measure(word, big, 'grot') + big * 0.62;
		return [
			sign(`sign-${key}`, key, at, base - big * 0.34, half, told),
			letter(`thousand-${key}`, 'grot', at + half + big * 0.2, base, big, word, { fill, fact, opacity: told })
		];
	});
	const under = base + (phone ? 18 : 28);
	const size = phone ? 13 : shape === 'tall' ? 16 : 17;
	const look = { leading: 1.18, fill: PALE, fact: 'f17', opacity: told };
	return {
		marks: [
			letter('thousand', 'news', free.x, free.y + line, line, c.say('thousand'), { fill: PALE, opacity: heading }),
			...said,
			...letters('thousand-if', 'news', free.x, under, size, rests, free.w, look)
		]
	};
}

/** Useful ones and the rest; that is told apart where the reader has said how many were right, but for nothing. */
function inWords(c: SceneContext, { trues, pointless }: Kinds): Told[] {
	const key = trues === 0 ? 'thousand.none' : trues === 1 ? 'thousand.one' : 'thousand.true';
	const wrong = c.say(pointless ? 'thousand.wrong' : 'thousand.false', { n: c.number(1000 - trues - pointless) });
	const useless = c.say('thousand.pointless', { n: c.number(pointless) });
	const all: Told[] = [
		{ key: 'true', word: c.say(key, { n: c.number(trues) }), fill: TRUE },
		{ key: 'false', word: wrong, fill: 'signal', fact: 'f17' },
		{ key: 'pointless', word: useless, fill: 'paper', fact: 'f17' }
	];
	return pointless ? all : all.slice(0, 2);
}

function sign(key: string, kind: Told['key'], x: number, y: number, half: number, opacity: number): Mark {
	if (kind === 'true') return path(key, diamond(x, y, half), { fill: TRUE, stroke: 'paper', width: 1.4, opacity });
	const look = kind === 'pointless' ? { fill: FALSE, stroke: WHITE } : { stroke: 'signal' };
	return disc(key, x, y, half * 0.86, { ...look, width: 2, opacity });
}

/** Under the square, of which kind Nour's is; of how many others there are no figure was found. */
export function third(c: SceneContext, grid: Thousand, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, phone } = c.view;
	const size = phone ? 13 : 17;
	const y = grid.foot + (phone ? 20 : 34);
	const half = size * 0.42;
	const inset = size * 1.3;
	const words = c.say('thousand.third');
	const look = { leading: 1.18, fill: PALE, fact: 'f17', opacity };
	return {
		marks: [
			sign('sign-third', 'pointless', free.x + half, y - size * 0.34, half, opacity),
			...letters('thousand-third', 'news', free.x + inset, y, size, words, free.w - inset, look)
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

/** Nour's alert from the day to its place among the thousand: it stays marked, and keeps her name. */
export function own(
	c: SceneContext,
	chart: DayChart,
	grid: Thousand,
	trues: number,
	m: Record<'toGrid' | 'judged' | 'sorted' | 'named' | 'own', number>
): Layer {
	if (m.toGrid <= 0 || m.own <= 0) return {};
	const before = unsorted(grid, grid.own);
	const after = sorted(grid, grid.own, trues);
	const fell = chart.own >= 0;
	const come = fell ? m.toGrid : 1;
	const from = fell ? [chart.x[chart.own], chart.y[chart.own]] : before;
	const [x, y] = from.map((v, k) => mix(v, mix(before[k], after[k], m.sorted), come));
	const r = mix(chart.r * 1.5, grid.cell * 0.58, come);
	const size = c.view.phone ? 13 : 17;
	const low = y + r + size > grid.foot - 34;
	const rect = { x: x - r, y: y - r, w: 2 * r, h: 2 * r };
	const fill = m.judged > 0.5 ? FALSE : 'signal-text';
	const name = { anchor: 'end', fill: 'paper', halo: 'night', opacity: m.named * m.own } as const;
	return {
		marks: [
			box('row-ours', rect, { r, fill, stroke: WHITE, width: mix(1.8, 2.6, m.judged) }),
			letter('nour', 'grot', x + r, low ? y - r - 5 : y + r + size, size, c.say('nour'), name)
		]
	};
}

/** An hour of one operator on duty, and how much of it goes to sorting alerts. */
export function load(c: SceneContext, operators: number, minutes: number, top: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, phone } = c.view;
	const h = phone ? 12 : 20;
	const y = top + (phone ? 24 : 40);
	const glyph = phone ? 10 : 15;
	const step = Math.min(glyph * 1.5, (free.w * 0.4) / BOUNDS.operators.most);
	const taken = operators * step + 8;
	const x = free.x + taken;
	const w = free.w - taken;
	const people = range(operators).map((i): [number, number] => [free.x + step / 2 + i * step, y + h * 0.72]);
	const size = phone ? 13 : 17;
	const text = c.say(minutes > 60 ? 'load.over' : 'load', { n: c.number(minutes, minutes < 10 ? 1 : 0) });
	const lines = wrap(text, size, 'news', free.w);
	const tick = (m: number) => `M${(x + (w * m) / 60).toFixed(1)} ${y}v${h}`;
	const look = { fill: 'paper', opacity };
	return {
		ink: busts(people, glyph, AMBER, opacity),
		marks: [
			...rows('load-', 'news', free.x, y - (phone ? 8 : 12) - (lines.length - 1) * 15, size, lines, 15, look),
			box('load-hour', { x, y, w, h }, { stroke: 'paper', width: 1.3, opacity }),
			box('load-share', { x, y, w: w * Math.min(1, minutes / 60), h }, { fill: AMBER, opacity }),
			path('load-ticks', range(10, 60, 10).map(tick).join(''), { stroke: 'paper', width: 0.8, opacity: 0.6 * opacity })
		]
	};
}
