import { range } from 'd3';
import { barsOf, type Bars } from '../../figure/bars';
import { posterRect } from '../../figure/poster';
import type { Rect, View } from '../../picture/frame';

/** The sea and its meridians, which are the blue of water on the map of the town, paler. */
export const SEA = '#C4D5D8';
export { RIPPLE as MERIDIAN } from '../../figure/map/palette';
/** A processor, one at work, and the tonnes that come of it. */
export const PROCESSOR = '#D9C9A0';
export const SPARK = '#FFF6DC';
export const TONNE = '#8C857B';

export interface Places extends Bars {
	poster: Rect;
	/** The processors, as a block. */
	block: Rect;
	/** The window on the hours, which a gigawatt-hour fills. */
	month: Rect;
	strip: Rect;
	plate: Rect;
	/** Where the square is looked at, in the place of a third bar. */
	square: Rect;
}

export function placesOf(view: View): Places {
	const { x, y, w, h } = view.free;
	const { phone } = view;
	const { portrait } = view;
	const poster = posterRect(view);
	const inset = phone ? 8 : 16;
	const side = Math.min(poster.w - 2 * inset, poster.h - 2 * inset - (phone ? 30 : 56));
	const head = phone ? (portrait ? 100 : 62) : 124;
	const foot = phone ? (portrait ? 58 : 54) : 112;
	const strip = { x, y: y + (phone ? 20 : 34), w, h: (w / 100) * 5 };
	const top = strip.y + strip.h + (phone ? (portrait ? 62 : 46) : 108);
	const bars = barsOf(view);
	const square = bars.bar.y + 2 * bars.pitch + (phone ? 28 : 52);
	return {
		...bars,
		poster,
		block: { x: poster.x + (poster.w - side) / 2, y: poster.y + inset, w: side, h: side },
		month: { x, y: y + head, w, h: h - head - foot },
		strip,
		plate: { x, y: top, w, h: y + h - top },
		square: { x, y: square, w, h: y + h - square }
	};
}

/** Lines that cut a rectangle into `across` by `down` cells. */
export const cells = ({ x, y, w, h }: Rect, across: number, down: number): string =>
	range(1, across)
		.map((i) => `M${(x + (i * w) / across).toFixed(1)} ${y.toFixed(1)}v${h.toFixed(1)}`)
		.concat(range(1, down).map((i) => `M${x.toFixed(1)} ${(y + (i * h) / down).toFixed(1)}h${w.toFixed(1)}`))
		.join('');
