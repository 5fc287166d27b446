import { range } from 'd3';
import { onPoster, POSTER, posterRect, SUN } from '../../figure/poster';
import type { Rect, View } from '../../picture/frame';

/** An ochre dark enough to be read on a card; a circle that waits to be counted, between ground and paper in the sun. */
export const OCHRE_TEXT = '#8A6420';
export const WAITING = '#E2D5BB';
/** Skins and hairs of those who answer, guard and pass, and coats and trousers beside the common colours. */
export const SKIN = { fair: '#E6BFA0', light: '#E0B08E', tan: '#C98F6B', dark: '#8D5A3C' };
export const HAIR = { grey: '#D9D4CC', black: '#17110E', dark: '#3A2C22', brown: '#6B4A2B', auburn: '#8A5A2B' };
export const CLOTH = { suit: '#2E3440', plum: '#7A4A5E', uniform: '#384A63', trousers: '#3B4048' };

/** A study as one small disc: middle and half its width. */
export interface Emblem {
	x: number;
	y: number;
	half: number;
}

/** Where the field of circles goes when it becomes one study among others. */
export function emblemOf({ free, portrait, phone }: View): Emblem {
	const half = portrait ? 25 : phone ? 24 : Math.min(60, free.h * 0.08);
	return { x: free.x + free.w - half, y: free.y + half, half };
}

/** The sun of the next chapter's poster, which the study becomes in the end. */
export function sunOf(view: View): Emblem {
	const r = posterRect(view);
	const [x, y] = onPoster(r, SUN.x, SUN.y);
	return { x, y, half: (SUN.r * r.w) / POSTER.w };
}

/** The stage's free part; frames keep a little more off the text and the bar than what has none. */
export function roomOf({ free, shape }: View): Rect {
	const { x, y, w, h } = free;
	return shape !== 'wide' ? free : { x: x + 14, y, w: w - 14, h: h - 8 };
}

/** The four panels, two by two, under the title. */
export function panelRects(view: View): Rect[] {
	const free = roomOf(view);
	const { phone } = view;
	const gap = phone ? 10 : 18;
	const head = 2 * emblemOf(view).half + (phone ? 8 : 20);
	const w = (free.w - gap) / 2;
	const h = (free.h - head - gap) / 2;
	return range(4).map((i) => ({
		x: free.x + (i % 2) * (w + gap),
		y: free.y + head + Math.floor(i / 2) * (h + gap),
		w,
		h
	}));
}
