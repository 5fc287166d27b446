import type { Rect, View } from '../picture/frame';

/** Published for the training of GPT-3, megawatt-hours (f08); setting it beside the interview's figure is our doing. */
export const GPT3_MWH = 1287;

/** Two bars of energy and the place of a third: chapter `empreinte` ends with them, `droit` makes its years of them. */
export interface Bars {
	/** The bar of the interview's figure, a gigawatt-hour. */
	bar: Rect;
	perGwh: number;
	/** From one bar to the next. */
	pitch: number;
	/** Where a third bar would be. */
	blank: Rect;
	/** The line they stand on. */
	axis: { x: number; top: number; bottom: number };
}

export function barsOf({ free: { x, y, w, h }, portrait, phone }: View): Bars {
	const title = phone ? (portrait ? 52 : 30) : Math.max(84, h * 0.12);
	const pitch = (h - title) * (phone ? 0.27 : 0.24);
	const perGwh = (w - 4) / 1.3;
	const bar = {
		x: x + 2,
		y: y + title + pitch * (phone ? 0.42 : 0.36),
		w: perGwh,
		h: phone ? Math.min(34, pitch * 0.4) : Math.min(84, pitch * 0.52)
	};
	const blank = { x: bar.x, y: bar.y + 2 * pitch, w: w - 4, h: bar.h };
	const axis = { x: bar.x, top: bar.y - pitch * 0.14, bottom: blank.y + blank.h + pitch * 0.1 };
	return { bar, perGwh, pitch, blank, axis };
}
