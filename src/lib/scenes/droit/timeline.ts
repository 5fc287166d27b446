import { scaleLinear } from 'd3';
import { letter } from '../../figure/lettering';
import { ease, mix } from '../../figure/motion';
import { spread } from '../../figure/spread';
import { measure, wrap } from '../../figure/text';
import { mixRects } from '../../figure/inset';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { GPT3_MWH } from '../empreinte/data';
import { barsOf } from '../empreinte/scene';
import { plugInk } from './plug';
import { EVENTS, FIRST_DAY, LAST_DAY, STRUCK, TODAY, TRIALS, type Event } from './data';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const OCHRE = '#C99A3F';

/** 0 to 1: how far an event has appeared, and how far it is told in full. */
interface Told {
	shown: number;
	detail: number;
}

/** Events of a step come one after the other, in the order of their dates; each is told in full while its step lasts. */
function toldAt(event: Event, step: number, p: number): Told {
	const own = EVENTS.filter((e) => e.step === event.step);
	const i = own.indexOf(event);
	const gap = 0.44 / own.length;
	const from = 0.08 + i * gap;
	const shown = step > event.step ? 1 : step < event.step ? 0 : ease(p, from, from + Math.min(0.16, gap * 1.2));
	const detail = step === event.step ? shown : step === event.step + 1 ? 1 - ease(p, 0, 0.14) : 0;
	return { shown, detail };
}

/** The day the account stops at: a mark across the band in the last of its steps. */
const STOP: Event = { key: 'today', date: TODAY, step: 4, fact: 'f13' };
const stopAt = (step: number, p: number): Told => {
	const shown = step < 4 ? 0 : ease(p, 0.56, 0.7);
	return { shown, detail: shown };
};

/** How the years and what stands beside them are moved as the camera goes through the band. */
export interface Away {
	x: number;
	y: number;
	scale: number;
}
export const HERE: Away = { x: 0, y: 0, scale: 1 };

/** Where the plug is on its way down the years, and where the band has a socket. */
const PLUGGED = { first: '2024-09-01', out: '2025-11-01', second: '2026-08-01' };

/** The analysis is plugged into the years while the law allows it: the drawing before the band, and its caption. */
export function plug(c: SceneContext, opacity: number, away: Away = HERE): { ink: Ink[]; marks: Mark[] } {
	if (opacity <= 0) return { ink: [], marks: [] };
	const { free } = c.view;
	const { small, x, top, at } = axisOf(c.view);
	const p = c.step > 4 ? 1 : c.progress;
	const step = Math.min(c.step, 4);
	const inserted =
		step === 1 ? 0 : step === 2 ? ease(p, 0.39, 0.47) : step === 3 ? 1 - ease(p, 0.44, 0.54) : ease(p, 0.5, 0.62);
	const open =
		step === 1 ? 0 : step === 2 ? ease(p, 0.34, 0.4) : step === 3 ? 1 - ease(p, 0.5, 0.58) : ease(p, 0.42, 0.5);
	const y =
		step < 3
			? at(PLUGGED.first)
			: step === 3
				? mix(at(PLUGGED.first), at(PLUGGED.out), ease(p, 0.52, 0.7))
				: mix(at(PLUGGED.out), at(PLUGGED.second), ease(p, 0.2, 0.44));
	const shown = opacity * (step === 1 ? ease(p, 0.12, 0.24) : 1);
	const gutter = x - free.x;
	const w = small ? gutter - 6 : gutter - 24;
	const k = small ? 0.42 : Math.min(1.15, gutter / 150);
	const rig = { x: free.x, y: top, w, h: Math.min(w * (small ? 2.4 : 1.8), at(PLUGGED.first) - top - 50 * k) };
	const ink = plugInk(
		{ rig, x, y, socket: at(step < 4 ? PLUGGED.first : PLUGGED.second), open, k },
		inserted,
		shown,
		away
	);
	if (small) return { ink, marks: [] };
	const on = ease(inserted, 0.8, 1);
	const room = gutter - 16;
	// The size at which both captions keep to one line, unless that is too small to read.
	const fits = room / Math.max(...(['legend.on', 'legend.off'] as const).map((key) => measure(c.say(key), 1, 'grot')));
	const size = fits < 13 ? 15 : Math.min(24, gutter / 8, fits);
	const caption = (key: 'legend.on' | 'legend.off', t: number): Mark[] =>
		t <= 0
			? []
			: wrap(c.say(key), size, 'grot', room + 1).map((line, i) =>
					letter(
						`${key.replace('legend', 'plug')}.${i}`,
						'grot',
						x - 14,
						y + 52 * k + size + i * size * 1.1,
						size,
						line,
						{ anchor: 'end', opacity: shown * t, halo: 'paper' }
					)
				);
	return { ink, marks: [...caption('legend.on', on), ...caption('legend.off', 1 - on)] };
}

interface Axis {
	small: boolean;
	top: number;
	bottom: number;
	/** Left edge and width of the band. */
	x: number;
	band: number;
	at: (iso: string) => number;
}

function axisOf({ free, portrait, width }: View): Axis {
	const small = portrait || width < 700;
	const top = free.y + (small ? 20 : 34);
	const bottom = free.y + free.h - (small ? 4 : 10);
	const y = scaleLinear([day(FIRST_DAY), day(LAST_DAY)], [top, bottom]);
	return {
		small,
		top,
		bottom,
		x: free.x + (small ? 40 : Math.max(104, Math.min(216, free.w * 0.8 - 460))),
		band: small ? 36 : Math.max(56, Math.min(108, free.w * 0.12)),
		at: (iso) => y(day(iso))
	};
}

/** The years a step speaks of: that part of the band. */
export function yearsOf(view: View, step: number): Rect {
	const { x, band, at } = axisOf(view);
	const dates = EVENTS.filter((e) => e.step === step).map((e) => at(e.date));
	if (step === 4) dates.push(at(TRIALS[1].to));
	const top = Math.min(...dates) - 6;
	return { x, y: top, w: band, h: Math.max(...dates) + 6 - top };
}

/** The last period in which analysis may be tried, on the stage: the camera goes through it into the square. */
export function lastTrial(view: View): Rect {
	const { x, band, at } = axisOf(view);
	const { from, to } = TRIALS[1];
	return { x, y: at(from), w: band, h: at(to) - at(from) };
}

/** Years go down; where the experiment was allowed the band is ochre, elsewhere it is blank. `opacity` for the whole. */
export function timeline(c: SceneContext, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { free } = c.view;
	const { small, top, bottom, x, band, at } = axisOf(c.view);
	const step = Math.min(c.step, 4);
	const p = c.step > 4 ? 1 : c.progress;
	const out: Mark[] = [];
	const machine = small ? 12 : Math.max(13, Math.min(15, free.w / 56));
	const label = x + band + (small ? 15 : Math.min(46, free.w * 0.055));

	// The line runs down as far as the story has come.
	const reach = [FIRST_DAY, '2022-12-31', '2024-03-01', '2025-08-01', LAST_DAY];
	const now = mix(at(reach[step - 1]), at(reach[step]), ease(p, 0, 0.3));
	// The bars of the chapter before turn into the years: the measured ones draw in, the blank one stands up as the blank band.
	const turned = c.step === 1 ? ease(p, 0, 0.16) : 1;
	const { bar, pitch, perGwh } = barsOf(c.view);
	const blank = { x: bar.x, y: bar.y + 2 * pitch, w: free.w - 4, h: bar.h };
	out.push({
		type: 'rect',
		key: 'band',
		...mixRects(blank, { x, y: top, w: band, h: bottom - top }, turned),
		fill: 'none',
		stroke: 'ink',
		width: 1,
		dash: '2 5',
		opacity: 0.6 * opacity
	});
	if (turned < 1)
		[1, GPT3_MWH / 1000].forEach((gwh, i) =>
			out.push({
				type: 'rect',
				key: `bar.${i}`,
				x: mix(bar.x, x, turned),
				y: bar.y + i * pitch,
				w: perGwh * gwh * (1 - turned),
				h: bar.h,
				fill: OCHRE,
				fillOpacity: i ? 0.28 : 1,
				stroke: 'ink',
				width: 1.6,
				opacity: 1 - ease(turned, 0.8, 1)
			})
		);
	out.push({
		type: 'line',
		key: 'line',
		x1: mix(bar.x, x, turned),
		x2: mix(bar.x, x, turned),
		y1: mix(bar.y - pitch * 0.14, top, turned),
		y2: mix(bar.y + 2.1 * pitch + bar.h, Math.max(top + 1, now), turned),
		stroke: 'ink',
		width: 2.2,
		opacity
	});
	// Periods of the experiment grow as their law appears; the struck extension runs on, then is withdrawn.
	const grown = { first: step > 2 ? 1 : step < 2 ? 0 : ease(p, 0.08, 0.5), second: step < 4 ? 0 : ease(p, 0.36, 0.62) };
	for (const trial of TRIALS) {
		const g = grown[trial.key];
		if (g > 0)
			out.push({
				type: 'rect',
				key: `trial.${trial.key}`,
				x,
				y: at(trial.from),
				w: band,
				h: (at(trial.to) - at(trial.from)) * g,
				fill: OCHRE,
				stroke: 'ink',
				width: 1.6,
				opacity
			});
	}
	if (step === 3) {
		const voted = ease(p, 0.3, 0.42);
		const struck = ease(p, 0.46, 0.58);
		const from = at(STRUCK.from);
		const length = (at(STRUCK.to) - from) * voted * (1 - struck);
		if (length > 0.5)
			out.push({
				type: 'rect',
				key: 'struck',
				x,
				y: from,
				w: band,
				h: length,
				fill: OCHRE,
				fillOpacity: 0.3,
				stroke: OCHRE,
				width: 1.4,
				dash: '5 4',
				opacity
			});
	}
	// The years stand in the band; they come out of the axis of the bars and move with it.
	const figures = small ? 12 : Math.min(20, band * 0.2);
	const axis = { from: bar.y - pitch * 0.14, to: bar.y + 2.1 * pitch + bar.h };
	const written = opacity * ease(turned, 0.05, 0.5);
	for (let year = 2023; year <= 2027; year++) {
		const yy = mix(mix(axis.from, axis.to, (year - 2022) / 6), at(`${year}-01-01`), turned);
		const left = mix(bar.x, x, turned);
		out.push({
			type: 'line',
			key: `tick.${year}`,
			x1: left,
			x2: left + band * turned,
			y1: yy,
			y2: yy,
			stroke: 'ink',
			width: 1.2,
			opacity: 0.7 * written
		});
		out.push(
			letter(`year.${year}`, 'mono', left + band / 2, yy + figures * 1.15, figures, String(year), {
				anchor: 'middle',
				opacity: written
			})
		);
	}
	const legend = ease(c.step > 1 ? 1 : p, 0.1, 0.3) * opacity;
	const size = small ? 10 : 14;
	const lx = small ? free.x : x;
	out.push({
		type: 'rect',
		key: 'legend.on',
		x: lx,
		y: free.y,
		w: size * 1.5,
		h: size,
		fill: OCHRE,
		stroke: 'ink',
		width: 1.3,
		opacity: legend
	});
	out.push(
		letter('legend.on.t', 'mono', lx + size * 1.5 + 6, free.y + size - 1, machine, c.say('legend.on'), {
			opacity: legend
		})
	);
	const off = lx + size * 1.5 + 6 + c.say('legend.on').length * machine * 0.6 + (small ? 12 : 30);
	out.push({
		type: 'rect',
		key: 'legend.off',
		x: off,
		y: free.y,
		w: size * 1.5,
		h: size,
		stroke: 'ink',
		width: 1,
		dash: '2 3',
		opacity: legend
	});
	out.push(
		letter('legend.off.t', 'mono', off + size * 1.5 + 6, free.y + size - 1, machine, c.say('legend.off'), {
			opacity: legend
		})
	);

	out.push(...labels(c, step, p, label, x + band, band, at, top - (small ? 2 : 4), bottom, small, opacity));
	return out;
}

function labels(
	c: SceneContext,
	step: number,
	p: number,
	x: number,
	edge: number,
	band: number,
	at: (iso: string) => number,
	top: number,
	bottom: number,
	small: boolean,
	opacity: number
): Mark[] {
	const { free } = c.view;
	const machine = small ? 12 : Math.max(13, Math.min(15, free.w / 56));
	const s = small ? 14 : Math.max(15, Math.min(24, free.w / 35.5));
	const text = small ? 12.5 : Math.max(14, Math.min(18, free.w / 46));
	// Dates stand before their titles on a phone, and over them on a wide stage.
	const dates = small ? 78 : 0;
	const over = small ? 0 : s * 1.02;
	const right = free.x + free.w;
	const rows = [...EVENTS, STOP].map((event) => {
		const told = event === STOP ? stopAt(step, p) : toldAt(event, step, p);
		// A folded row keeps to one line on a phone.
		const title = wrap(
			c.say(small && event !== STOP ? `${event.key}.short` : `${event.key}.title`),
			s,
			'grot',
			right - x - dates
		);
		const detail =
			event === STOP ? [] : wrap(c.say(`${event.key}.detail`), text, 'news', right - x - (small ? 0 : dates));
		const closed = over + (small ? Math.max(1, title.length) : title.length) * s * 1.14 + (small ? 3 : 9);
		const open = closed + detail.length * text * 1.2 + (small ? 3 : 6);
		return { event, told, title, detail, height: told.shown * mix(closed, open, told.detail) };
	});
	const places = spread(
		rows.map((r) => at(r.event.date) - s * 0.6 * r.told.shown),
		rows.map((r) => r.height),
		top,
		bottom
	);
	const out: Mark[] = [];
	rows.forEach((row, i) => {
		const { event, told } = row;
		if (told.shown <= 0) return;
		// Its neighbours make room before a label is written.
		const o = opacity * ease(told.shown, 0.5, 1);
		const yy = places[i];
		const base = yy + (small ? s : machine) * 0.86;
		const mark = at(event.date);
		const turn = edge + (x - edge) * 0.3;
		out.push({
			type: 'path',
			key: `lead.${event.key}`,
			d: `M${edge} ${mark.toFixed(1)}H${turn.toFixed(1)}L${(x - (small ? 8 : 18)).toFixed(1)} ${(base - s * 0.3).toFixed(1)}H${(x - 5).toFixed(1)}`,
			stroke: 'ink',
			width: told.detail > 0.5 ? 1.4 : 0.9,
			opacity: o * (told.detail > 0.5 ? 1 : 0.6)
		});
		if (event === STOP)
			out.push({
				type: 'path',
				key: 'stop',
				d: `M${edge - band - (small ? 5 : 12)} ${mark.toFixed(1)}H${edge + (small ? 5 : 12)}`,
				stroke: 'ink',
				width: small ? 3 : 4.5,
				opacity: o
			});
		else
			out.push({
				type: 'circle',
				key: `dot.${event.key}`,
				x: edge,
				y: mark,
				r: small ? 3.6 : 7,
				fill: told.detail > 0.5 ? 'ink' : 'paper',
				stroke: 'ink',
				width: 1.5,
				opacity: o
			});
		const date = small ? event.date.split('-').reverse().join('.') : c.say(`${event.key}.date`);
		out.push(
			letter(`date.${event.key}`, 'mono', x, base, machine, date, {
				opacity: o,
				fill: told.detail > 0.5 ? 'ink' : 'muted'
			})
		);
		row.title.forEach((line, k) =>
			out.push(
				letter(`title.${event.key}.${k}`, 'grot', x + dates, base + over + k * s * 1.14, s, line, {
					opacity: o,
					weight: told.detail > 0.5 ? 800 : 600,
					fact: event.fact
				})
			)
		);
		const d = o * ease(told.detail, 0.5, 1);
		if (d > 0)
			row.detail.forEach((line, k) =>
				out.push(
					letter(
						`detail.${event.key}.${k}`,
						'news',
						small ? x : x + dates,
						base + over + (row.title.length - 1) * s * 1.14 + (k + 1) * text * 1.2 + 2,
						text,
						line,
						{ opacity: d, fact: event.fact }
					)
				)
			);
	});
	return out;
}
