import type { Ink, Rect, SettingName, View } from '../../picture/frame';
import { slab } from '../inks';
import { FEEDS, GROUPS, OURS, type Feed } from './feeds';

interface Grid {
	columns: number;
	/** Size of a screen, and the way from one to the next. */
	w: number;
	h: number;
	dx: number;
	dy: number;
	x: number;
	y: number;
	/** Column and row at which the nine screens of the attention test begin. */
	block: [number, number];
}

/** The wall goes from one side of the room to the other; the nine of the test stand where no text comes. */
function gridOf(view: View): Grid {
	const columns = view.portrait ? 6 : 9;
	const margin = Math.max(6, view.width * 0.014);
	const gap = Math.max(3, view.width * 0.006);
	const w = (view.width - 2 * margin - gap * (columns - 1)) / columns;
	const h = (w * 9) / 16;
	const middle = (view.free.x + view.free.w / 2 - margin) / (w + gap);
	return {
		columns,
		w,
		h,
		dx: w + gap,
		dy: h + gap,
		x: margin,
		y: view.phone ? 8 : 26,
		block: [Math.max(1, Math.min(columns - 3, Math.round(middle - 1.5))), 1]
	};
}

/** Place of every feed on the wall, counted in reading order. */
export function wallSlots(view: View): number[] {
	const g = gridOf(view);
	const [bx, by] = g.block;
	// The nine and the square have their places; the others fill the rest.
	const slots = GROUPS[3].map((k) => (by + Math.floor(k / 3)) * g.columns + bx + (k % 3));
	slots[OURS] = (by + 1) * g.columns + bx - 1;
	const taken = new Set(slots);
	for (let slot = 0; slots.length < FEEDS.length; slot++) if (!taken.has(slot)) slots.push(slot);
	return slots;
}

/** Rectangles of the 45 screens on the wall, by feed. */
export function wallTiles(view: View): Rect[] {
	const g = gridOf(view);
	return wallSlots(view).map((slot) => ({
		x: g.x + (slot % g.columns) * g.dx,
		y: g.y + Math.floor(slot / g.columns) * g.dy,
		w: g.w,
		h: g.h
	}));
}

/** Top of a row of the wall, from 0. */
export function wallRow(view: View, row: number): number {
	const g = gridOf(view);
	return g.y + row * g.dy;
}

/** Foot of the wall. */
export const wallFoot = (view: View): number => wallRow(view, Math.ceil(FEEDS.length / gridOf(view).columns));

/** Screens as one path. */
export const slabs = (tiles: Rect[]): string => tiles.map((r) => slab(r.x, r.y, r.w, r.h)).join('');

/** How the small screen of the square frames it: near to Nour. */
export const NEAR: { zoom: number; focus: [number, number]; at: [number, number] } = {
	zoom: 2.3,
	focus: [0.449, 0.62],
	at: [0.5, 0.6]
};

/** What a screen shows, other than the square's; `kept` is the width it has when it stays, to keep its picture at. */
export const feedInk = (feed: Feed, r: Rect & { kept: number }, at: number, drained: number): Ink => ({
	type: 'setting',
	name: feed.setting as SettingName,
	seed: feed.seed,
	at,
	x: r.x,
	y: r.y,
	w: r.w,
	h: r.h,
	kept: r.kept,
	drained
});
