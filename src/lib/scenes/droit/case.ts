import { scaleLinear } from 'd3';
import { mix } from '../../figure/motion';
import type { Section } from '../../figure/firm/section';
import type { Rect, View } from '../../picture/frame';
import { FILED, RULED } from './data';
import { axisOf, machineSize } from './layout';

/** Moirans against its software, in metres from the left wall of the town hall: x to the right, y up from the ground. */
export const WIDTH = 16.6;
export const HALL = { x: 0.2, w: 6.2, eaves: 5.7, ridge: 7.5 };
export const ROOM = { x: 0.75, y: 0.45, w: 5.1, h: 3.15 };
export const COURT = { x: 9.2, w: 7, floor: 0.8, beam: 4.7, eaves: 5.5, ridge: 7.2, middle: 12.7 };
/** From the ground down to the line of the years, on which the two walk their case. */
const YEARS = 0.62;

/** Where the two stand at the day they go to court, and at the day they win. */
export const FROM = HALL.x + HALL.w / 2;
export const TO = COURT.middle;

/** Sizes of the words round the drawing. */
export interface Setting {
	title: number;
	machine: number;
	/** Height of what is said over a house. */
	said: number;
}

export function settingOf(view: View): Setting {
	const { free, shape } = view;
	const title = shape === 'phone' ? 14 : Math.max(17, Math.min(26, free.w / 33));
	const machine = machineSize(view);
	return { title, machine, said: machine * 1.5 + 3 * title * 1.14 };
}

/** Where the drawing stands on the stage once it is open. */
export function groundOf(view: View): Section {
	const { free } = view;
	const { said, machine, title } = settingOf(view);
	const foot = machine * 1.4 + title * 1.4 + 8;
	const k = Math.min(free.w / WIDTH, (free.h - said - foot) / (HALL.ridge + 0.7 + YEARS));
	const tall = said + foot + k * (HALL.ridge + 0.7 + YEARS);
	const top = free.y + (free.h - tall) * 0.45;
	return { x: free.x + (free.w - WIDTH * k) / 2, y: top + said + k * (HALL.ridge + 0.7), k };
}

/** The day of the judgment on the timeline: the drawing opens out of it, and goes back into it. */
function dayOf(view: View): { x: number; y: number } {
	const { x, band, at } = axisOf(view);
	return { x: x + band, y: at(RULED) };
}

/** Where the drawing stands as it opens (0 to 1) out of its day. */
export function sectionAt(view: View, opened: number): Section {
	const day = dayOf(view);
	const there = groundOf(view);
	return {
		x: mix(day.x, there.x, opened),
		y: mix(day.y, there.y, opened),
		k: Math.max(0.01, there.k * opened)
	};
}

/** How the years move aside meanwhile: they come nearer round that day. */
export function asideAt(view: View, opened: number): { x: number; y: number; scale: number } {
	const { x, y } = dayOf(view);
	const scale = mix(1, 4, opened);
	return { x: x * (1 - scale), y: y * (1 - scale), scale };
}

/** Metres of a day along the line of the years. */
export const metresOf = (iso: string): number =>
	scaleLinear([Date.parse(FILED), Date.parse(RULED)], [FROM, TO])(Date.parse(iso));

/** Pixels of that line. */
export const yearsLine = (s: Section): number => s.y + YEARS * s.k;

/** Whole days between the two. */
export const DAYS = Math.round((Date.parse(RULED) - Date.parse(FILED)) / 86_400_000);

/** What the two cards speak of: the room of screens, and the door of the court with what is over it. */
export function caseRects(view: View): Rect[] {
	const s = groundOf(view);
	const rect = (x: number, y: number, w: number, h: number): Rect => ({
		x: s.x + x * s.k,
		y: s.y - (y + h) * s.k,
		w: w * s.k,
		h: h * s.k
	});
	return [rect(ROOM.x, ROOM.y, ROOM.w, ROOM.h), rect(COURT.x, 0, COURT.w, COURT.ridge)];
}
