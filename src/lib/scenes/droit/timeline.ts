import { scaleLinear } from 'd3';
import { letter } from '../../figure/lettering';
import { ease, mix } from '../../figure/motion';
import { spread } from '../../figure/spread';
import { wrap } from '../../figure/text';
import { mixRects } from '../../figure/inset';
import type { Ink, Mark, Rect, SceneContext, View } from '../../story/frame';
import { GPT3_MWH } from '../empreinte/data';
import { barsOf } from '../empreinte/scene';
import { PLUG, plugInk } from './plug';
import { EVENTS, FIRST_DAY, LAST_DAY, STRUCK, TRIALS, type Event } from './data';

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

/** Room kept at the right for the plug, where there is enough; 0 elsewhere. */
const aside = ({ view: { free, portrait } }: SceneContext): number =>
	!portrait && free.w > 740 ? Math.min(230, free.w * 0.25) : 0;

/** How the years and what stands beside them are moved as the camera goes through the band. */
export interface Away {
	x: number;
	y: number;
	scale: number;
}
export const HERE: Away = { x: 0, y: 0, scale: 1 };

/** The analysis is plugged in while the law allows it: the drawing beside the years, and its caption. */
export function plug(c: SceneContext, opacity: number, away: Away = HERE): { ink: Ink[]; marks: Mark[] } {
	const room = aside(c);
	if (!room || opacity <= 0) return { ink: [], marks: [] };
	const { free } = c.view;
	const p = c.step > 4 ? 1 : c.progress;
	const step = Math.min(c.step, 4);
	const inserted =
		step === 1 ? 0 : step === 2 ? ease(p, 0.14, 0.3) : step === 3 ? 1 - ease(p, 0.44, 0.58) : ease(p, 0.42, 0.58);
	const shown = opacity * (step === 1 ? ease(p, 0.02, 0.2) : 1);
	const scale = (room - 24) / PLUG.w;
	const x = free.x + free.w - room + 24;
	const y = free.y + free.h * 0.5 - (PLUG.h * scale) / 2;
	const foot = y + PLUG.h * scale + 34;
	const size = Math.min(22, room / 10);
	const on = ease(inserted, 0.8, 1);
	return {
		ink: plugInk(away.x + away.scale * x, away.y + away.scale * y, away.scale * scale, inserted, shown),
		marks: [
			letter('plug.on', 'grot', x + 95 * scale, foot, size, c.say('legend.on'), {
				anchor: 'middle',
				opacity: shown * on
			}),
			letter('plug.off', 'grot', x + 95 * scale, foot, size, c.say('legend.off'), {
				anchor: 'middle',
				opacity: shown * (1 - on)
			})
		].filter((m) => m.opacity! > 0)
	};
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
	return { small, top, bottom, x: free.x + (small ? 36 : 56), band: small ? 18 : 40, at: (iso) => y(day(iso)) };
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
	const machine = small ? 12 : 13;
	const label = x + band + (small ? 22 : 48);

	// The line runs down as far as the story has come.
	const reach = [FIRST_DAY, '2022-12-31', '2024-03-01', '2025-08-01', LAST_DAY];
	const now = mix(at(reach[step - 1]), at(reach[step]), ease(p, 0, 0.3));
	// The bars of the chapter before turn into the years: the measured ones draw in, the blank one stands up as the blank band.
	const turned = c.step === 1 ? ease(p, 0, 0.1) : 1;
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
	for (let year = 2023; year <= 2027; year++) {
		const yy = at(`${year}-01-01`);
		out.push({
			type: 'line',
			key: `tick.${year}`,
			x1: x - 6,
			x2: x,
			y1: yy,
			y2: yy,
			stroke: 'ink',
			width: 1.2,
			opacity: 0.7 * opacity * turned
		});
		out.push(
			letter(`year.${year}`, 'mono', x - 9, yy + machine * 0.36, machine, String(year), {
				anchor: 'end',
				opacity: opacity * turned
			})
		);
	}

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

	out.push(...labels(c, step, p, label, x + band, at, top - (small ? 2 : 4), bottom, small, opacity));
	return out;
}

function labels(
	c: SceneContext,
	step: number,
	p: number,
	x: number,
	edge: number,
	at: (iso: string) => number,
	top: number,
	bottom: number,
	small: boolean,
	opacity: number
): Mark[] {
	const { free } = c.view;
	const machine = small ? 12 : 13;
	const s = small ? 13.5 : Math.min(20, free.w / 38);
	const text = small ? 12.5 : Math.min(17, free.w / 44);
	const dates = small ? 80 : 126;
	const right = free.x + free.w - aside(c);
	const rows = EVENTS.map((event) => {
		const told = toldAt(event, step, p);
		// A folded row keeps to one line on a phone.
		const title = wrap(c.say(small ? `${event.key}.short` : `${event.key}.title`), s, 'grot', right - x - dates);
		const detail = wrap(c.say(`${event.key}.detail`), text, 'news', right - x - (small ? 0 : dates));
		const closed = (small ? Math.max(1, title.length) : title.length) * s * 1.14 + (small ? 3 : 9);
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
		const o = opacity * told.shown;
		const yy = places[i];
		const base = yy + s * 0.86;
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
		out.push({
			type: 'circle',
			key: `dot.${event.key}`,
			x: edge,
			y: mark,
			r: small ? 3.4 : 5.4,
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
				letter(`title.${event.key}.${k}`, 'grot', x + dates, base + k * s * 1.14, s, line, {
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
						base + (row.title.length - 1) * s * 1.14 + (k + 1) * text * 1.2 + 2,
						text,
						line,
						{ opacity: d, fact: event.fact }
					)
				)
			);
	});
	return out;
}
