import { scaleLinear } from 'd3';
import type { Rect, View } from '../../picture/frame';
import { EVENTS, FIRST_DAY, LAST_DAY, TRIALS, type Telling } from './data';

/** What this chapter's things are painted with, beside the colours all figures share. */
export const CABLE = '#5F6B70';
export const WOOD = '#A9805A';

/** The band of the years: its ends, left edge and width, and the height of a day. */
export interface Axis {
	top: number;
	bottom: number;
	x: number;
	band: number;
	at: (iso: string) => number;
}

export function axisOf({ free, shape }: View): Axis {
	const phone = shape === 'phone';
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
		at: (iso) => y(Date.parse(iso))
	};
}

/** Size of what is set in the machine's hand beside the years. */
export const machineSize = ({ free, shape }: View): number =>
	shape === 'phone' ? 12 : Math.max(13, Math.min(15, free.w / 56));

/** The part of the band from one day to another. */
export const periodRect = ({ x, band, at }: Axis, from: string, to: string): Rect => ({
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
export interface Away {
	x: number;
	y: number;
	scale: number;
}
export const HERE: Away = { x: 0, y: 0, scale: 1 };
