import { letter, rows, wrap } from '../../figure/text';
import { disc, path } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { spread } from '../../figure/spread';
import type { Mark, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { EVENTS, TODAY, type Event, type Telling } from './data';
import { axisOf, machineSize } from './timeline';

/** 0 to 1: how far an event has appeared, and how far it is told in full. */
type Told = Record<'shown' | 'detail', number>;

/** The day the account stops at: a mark across the band in the last of its steps. */
const STOP: Event = { key: 'today', date: TODAY, step: 'reopened', fact: 'f13' };

/** Events of a step come one after the other on its clock, in the order of their dates. */
function toldAt(event: Event, clock: number, folded: number): Told {
	const own = EVENTS.filter((e) => e.step === event.step);
	const gap = 0.44 / own.length;
	const from = 0.08 + own.indexOf(event) * gap;
	const shown = ease(clock, from, from + Math.min(0.16, gap * 1.2));
	return { shown, detail: shown * (1 - folded) };
}

/** How large and how far apart the words of an event are set. */
function settingOf(view: View) {
	const { free, phone, shape } = view;
	const { x: left, band } = axisOf(view);
	const tall = shape === 'tall';
	const x = left + band + (phone ? 15 : tall ? 34 : Math.min(46, free.w * 0.055));
	const low = isLow(view);
	const title = phone ? 14 : tall ? free.w / 42 : low ? free.h / 25 : Math.max(15, Math.min(24, free.w / 35.5));
	const machine = machineSize(view);
	// The longest date, « 14 septembre 2025 », with its space.
	const before = phone ? 78 : tall || low ? machine * 0.6 * 16.5 : 0;
	return {
		phone,
		/** Pixels after a row: as it is folded, and what it has more when it is told in full. */
		gap: phone ? [3, 3] : low ? [5, 3] : [9, 6],
		x,
		/** Room for words from there. */
		room: free.x + free.w - x,
		machine,
		title,
		text: phone ? 12.5 : low ? 13.5 : Math.max(14, Math.min(18, free.w / 46)),
		/** Dates stand over their titles on a wide stage, before them where the whole width is free or there is little height. */
		before,
		over: before ? 0 : title * 1.02,
		/** How far what is told in full is set in. */
		inset: phone ? 0 : before
	};
}
type Setting = ReturnType<typeof settingOf>;

function rowOf(c: SceneContext, set: Setting, event: Event, told: Told) {
	const { phone, gap, room, text } = set;
	// A folded row keeps to one line on a phone.
	const key = phone && event !== STOP ? 'short' : 'title';
	const title = wrap(c.say(`${event.key}.${key}`), set.title, 'grot', room - set.before);
	const detailed = event === STOP ? [] : wrap(c.say(`${event.key}.detail`), text, 'news', room - set.inset);
	const closed = set.over + (phone ? Math.max(1, title.length) : title.length) * set.title * 1.14 + gap[0];
	const open = closed + detailed.length * text * 1.2 + gap[1];
	return { ...told, event, title, detailed, height: told.shown * mix(closed, open, told.detail) };
}
type Row = ReturnType<typeof rowOf>;

export type Clocks = Record<Telling, { clock: number; folded: number }>;

/**
 * Dates and titles beside the years, each led to its day, none over another.
 * @param clocks of the events of each step; `folded` once they are not told in full any more
 */
export function events(c: SceneContext, clocks: Clocks, today: number, opacity: number): Layer {
	const { top, bottom, at } = axisOf(c.view);
	const set = settingOf(c.view);
	const all = EVENTS.map((e) => rowOf(c, set, e, toldAt(e, clocks[e.step].clock, clocks[e.step].folded)));
	all.push(rowOf(c, set, STOP, { shown: today, detail: today }));
	const wanted = all.map((r) => at(r.event.date) - set.title * 0.6 * r.shown);
	const heights = all.map((r) => r.height);
	const places = spread(wanted, heights, top - (set.phone ? 2 : 4), bottom);
	return { marks: all.flatMap((row, i) => (row.shown > 0 ? rowMarks(c, set, row, places[i], opacity) : [])) };
}

function rowMarks(c: SceneContext, set: Setting, row: Row, y: number, whole: number): Mark[] {
	const { phone, x, machine, before, over, inset, text } = set;
	const { event, detail, title } = row;
	// Its neighbours make room before a label is written.
	const opacity = whole * ease(row.shown, 0.5, 1);
	const base = y + (before ? set.title : machine) * 0.86;
	const full = detail > 0.5;
	const date = phone ? event.date.split('-').reverse().join('.') : c.say(`${event.key}.date`);
	const told = opacity * ease(detail, 0.5, 1);
	const detailed = told > 0 ? row.detailed : [];
	const { fact } = event;
	const head = { opacity, weight: full ? 800 : 600, fact };
	const under = base + over + (title.length - 1) * set.title * 1.14 + text * 1.2 + 2;
	return [
		...leader(c.view, set, event, base, full, opacity),
		letter(`date.${event.key}`, 'mono', x, base, machine, date, { opacity, fill: full ? 'ink' : 'muted' }),
		...rows(`title.${event.key}.`, 'grot', x + before, base + over, set.title, title, set.title * 1.14, head),
		...rows(`detail.${event.key}.`, 'news', x + inset, under, text, detailed, text * 1.2, { opacity: told, fact })
	];
}

/** From the day on the band to its words, and what marks the day. */
function leader(view: View, set: Setting, event: Event, base: number, full: boolean, opacity: number): Mark[] {
	const { phone, x } = set;
	const { x: left, band, at } = axisOf(view);
	const edge = left + band;
	const day = at(event.date);
	const turn = edge + (x - edge) * 0.3;
	const d = `M${edge} ${day.toFixed(1)}H${turn.toFixed(1)}L${(x - (phone ? 8 : 18)).toFixed(1)} ${(base - set.title * 0.3).toFixed(1)}H${(x - 5).toFixed(1)}`;
	const beyond = phone ? 5 : 12;
	const stop = `M${left - beyond} ${day.toFixed(1)}H${edge + beyond}`;
	const look = { fill: full ? 'ink' : 'paper', stroke: 'ink', width: 1.5, opacity };
	return [
		path(`lead.${event.key}`, d, { stroke: 'ink', width: full ? 1.4 : 0.9, opacity: opacity * (full ? 1 : 0.6) }),
		event === STOP
			? path('stop', stop, { stroke: 'ink', width: phone ? 3 : 4.5, opacity })
			: disc(`dot.${event.key}`, edge, day, phone ? 3.6 : 7, look)
	];
}
