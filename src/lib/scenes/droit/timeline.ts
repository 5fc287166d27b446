import { range, scaleLinear } from 'd3';
import { barsOf, GPT3_MWH } from '../../figure/bars';
import { OCHRE } from '../../figure/colours';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/text';
import { across, box, down } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { EVENTS, FIRST_DAY, LAST_DAY, REACHED, STRUCK, TRIALS, type Telling } from './data';

/** What this chapter's things are painted with, beside the colours all figures share. */
export const CABLE = '#5F6B70';
export const WOOD = '#A9805A';

/** The band of the years: its ends, left edge and width, and the height of a day. */
export function axisOf({ free, phone, shape }: View) {
	const tall = shape === 'tall';
	const top = free.y + (phone ? 20 : 34);
	const bottom = free.y + free.h - (phone ? 4 : 10);
	// No scale of time: its ticks are not asked for, and they weigh more than the chapter's drawing.
	const y = scaleLinear([Date.parse(FIRST_DAY), Date.parse(LAST_DAY)], [top, bottom]);
	return {
		top,
		bottom,
		x: free.x + (phone ? 40 : tall ? free.w * 0.16 : Math.max(104, Math.min(216, free.w * 0.8 - 460))),
		band: phone ? 36 : tall ? 64 : Math.max(56, Math.min(108, free.w * 0.12)),
		at: (iso: string) => y(Date.parse(iso))
	};
}
type Axis = ReturnType<typeof axisOf>;

/** Size of what is set in the machine's hand beside the years. */
export const machineSize = ({ free, shape }: View): number =>
	shape === 'phone' ? 12 : Math.max(13, Math.min(15, free.w / 56));

/** The part of the band from one day to another. */
const periodRect = ({ x, band, at }: Axis, from: string, to: string): Rect => ({
	x,
	y: at(from),
	w: band,
	h: at(to) - at(from)
});

/** The years a step speaks of: that part of the band. */
export function yearsOf(view: View, step: Telling): Rect {
	const { x, band, at } = axisOf(view);
	const dates = EVENTS.filter((e) => e.step === step).map((e) => at(e.date));
	if (step === 'reopened') dates.push(at(TRIALS[1].to));
	const top = Math.min(...dates) - 6;
	return { x, y: top, w: band, h: Math.max(...dates) + 6 - top };
}

/** The last period in which analysis may be tried, on the stage: the camera goes through it into the square. */
export const lastTrial = (view: View): Rect => periodRect(axisOf(view), TRIALS[1].from, TRIALS[1].to);

/** How the years and what stands beside them are moved as the camera goes through the band. */
export const HERE = { x: 0, y: 0, scale: 1 };
export type Away = typeof HERE;

/** The bars of the chapter before turn into the years: the measured ones draw in, the blank one stands up as the band. */
export function band(view: View, turned: number, reached: number, opacity: number): Layer {
	const { x, band, top, bottom, at } = axisOf(view);
	const { blank, axis } = barsOf(view);
	// The line runs down as far as the story has come.
	const now = scaleLinear(range(REACHED.length), REACHED.map(at))(reached);
	const left = mix(axis.x, x, turned);
	const low = mix(axis.bottom, Math.max(top + 1, now), turned);
	const blankNow = mixRects(blank, { x, y: top, w: band, h: bottom - top }, turned);
	const dotted = { fill: 'none', stroke: 'ink', width: 1, dash: '2 5', opacity: 0.6 * opacity };
	return {
		marks: [
			box('band', blankNow, dotted),
			...bars(view, left, turned),
			down('line', left, mix(axis.top, top, turned), low, { stroke: 'ink', width: 2.2, opacity })
		]
	};
}

function bars(view: View, x: number, turned: number): Mark[] {
	if (turned >= 1) return [];
	const { bar, pitch, perGwh } = barsOf(view);
	const opacity = 1 - ease(turned, 0.8, 1);
	return [1, GPT3_MWH / 1000].map((gwh, i) => {
		const place = { x, y: bar.y + i * pitch, w: perGwh * gwh * (1 - turned), h: bar.h };
		return box(`bar.${i}`, place, { fill: OCHRE, fillOpacity: i ? 0.28 : 1, stroke: 'ink', width: 1.6, opacity });
	});
}

/** Periods of the experiment grow as their law appears; the struck extension runs on, then is withdrawn. */
export function trials(
	view: View,
	grown: Record<'first' | 'second', number>,
	extension: number,
	opacity: number
): Layer {
	const axis = axisOf(view);
	const marks = TRIALS.filter(({ key }) => grown[key] > 0).map(({ key, from, to }) => {
		const whole = periodRect(axis, from, to);
		const look = { fill: OCHRE, stroke: 'ink', width: 1.6, opacity };
		return box(`trial.${key}`, { ...whole, h: whole.h * grown[key] }, look);
	});
	const struck = periodRect(axis, STRUCK.from, STRUCK.to);
	const h = struck.h * extension;
	const look = { fill: OCHRE, fillOpacity: 0.3, stroke: OCHRE, width: 1.4, dash: '5 4', opacity };
	return { marks: h > 0.5 ? [...marks, box('struck', { ...struck, h }, look)] : marks };
}

/** Where in its year a number stands: below the days on which a trial begins or ends, which would strike it through. */
const MIDDLE = 0.62;

/** The years stand in the band; they come out of the axis of the bars and move with it. */
export function years(view: View, turned: number, opacity: number): Layer {
	const { x, band, at } = axisOf(view);
	const { axis } = barsOf(view);
	const size = view.phone ? 12 : Math.min(20, band * 0.2);
	const written = opacity * ease(turned, 0.05, 0.5);
	const left = mix(axis.x, x, turned);
	return {
		marks: range(2023, 2028).flatMap((year): Mark[] => {
			const turn = (n: number) => mix(mix(axis.top, axis.bottom, (n - 2022) / 6), at(`${n}-01-01`), turned);
			const y = turn(year);
			const middle = mix(y, turn(year + 1), MIDDLE) + size * 0.35;
			const look = { anchor: 'middle', opacity: written } as const;
			return [
				across(`tick.${year}`, y, left, left + band * turned, { stroke: 'ink', width: 1.2, opacity: 0.7 * written }),
				letter(`year.${year}`, 'mono', left + band / 2, middle, size, String(year), look)
			];
		})
	};
}

/** What ochre and blank mean. */
export function legend(c: SceneContext, opacity: number): Layer {
	const { free, phone } = c.view;
	const size = phone ? 10 : 14;
	const machine = machineSize(c.view);
	const on = phone ? free.x : axisOf(c.view).x;
	const off = on + size * 1.5 + 6 + c.say('legend.on').length * machine * 0.6 + (phone ? 12 : 30);
	const sample = (x: number) => ({ x, y: free.y, w: size * 1.5, h: size });
	const word = (key: 'legend.on' | 'legend.off', x: number): Mark =>
		letter(`${key}.t`, 'mono', x + size * 1.5 + 6, free.y + size - 1, machine, c.say(key), { opacity });
	return {
		marks: [
			box('legend.on', sample(on), { fill: OCHRE, stroke: 'ink', width: 1.3, opacity }),
			word('legend.on', on),
			box('legend.off', sample(off), { stroke: 'ink', width: 1, dash: '2 3', opacity }),
			word('legend.off', off)
		]
	};
}
