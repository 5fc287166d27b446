import { SOLVED } from '../../drawing/palette';
import { BLUE, DARK, OCHRE } from '../../figure/colours';
import type { Rect, View } from '../../picture/frame';
import { BRICKS, PITCHES, USES, type Brick } from './data';

/** A dark, quiet colour a block, that a paper glyph reads on; none near the red of what software found. */
export const COLOURS: Record<Brick, string> = { what: BLUE, where: OCHRE, clock: SOLVED, count: '#7A4A5E', who: DARK };

let last: { key: string; layout: Layout } | null = null;

export function layoutOf(view: View): Layout {
	const { free } = view;
	const key = [free.x, free.y, free.w, free.h, view.shape, view.portrait, view.width].join();
	if (last?.key !== key) last = { key, layout: compute(view) };
	return last.layout;
}

const byBrick = (rect: (i: number) => Rect): Record<Brick, Rect> =>
	Object.fromEntries(BRICKS.map((b, i) => [b, rect(i)])) as Record<Brick, Rect>;

/**
 * The matrix on a stage: a list of rows in groups, and beside it (under it on a phone) a panel for the use spoken of.
 * Between the list and the edge runs a lane in which rows travel when they are sorted anew. Pixels of the stage.
 * On a phone the list is seen through a window and paged by the scroll; the lane lies off the stage.
 */
function compute(view: View) {
	const { free, phone } = view;
	const space = phone ? 8 : 12;
	const lw = (free.w - 4 * space) / 5;
	const lh = Math.min(76, lw * 0.46);
	const large = byBrick((i) => ({ x: free.x + i * (lw + space), y: free.y + (phone ? 8 : 14), w: lw, h: lh }));
	if (phone) {
		const head = 48;
		const panel = view.portrait ? 128 : 112;
		const h = 38;
		const step = 27;
		return {
			/** Size of a row, and height of a group's heading. */
			w: free.w,
			h,
			heading: 22,
			/** Top left of the list, and the part of it that is seen. */
			list: { x: free.x, y: free.y + head, w: free.w, h: free.h - head - panel - 8 },
			/** How far right a row goes to travel. */
			lane: free.w + 40,
			/** Where the chosen use is explained; on a wide stage the part within which its panel keeps beside the row. */
			panel: { x: free.x, y: free.y + free.h - panel, w: free.w, h: panel },
			/** The five blocks at the head of the matrix, and large over the square. */
			columns: byBrick((i) => ({ x: free.x + i * (lw + space), y: free.y + 5, w: lw, h: 20 })),
			large,
			/** A block inside a row, relative to it. */
			cells: byBrick((i) => ({ x: free.w - (5 - i) * step - 2, y: (h - 14) / 2 + 1, w: step - 4, h: 15 })),
			/** The one rule under the large blocks. */
			rule: { x: free.x, y: free.y + lh + 34, w: free.w, h: 40 }
		};
	}
	// The heads of the columns stand a little above the free part, where no text card comes: rows get the height.
	const head = 26;
	const rise = 26;
	// A row in the lane stands beside one in the list, up to the edge of the stage.
	const w = Math.min(450, (view.width - free.x - 22) / 2);
	const tall = view.shape === 'tall';
	const heading = 20;
	// No bar lies over the foot of a tablet's stage: rows go down to it.
	const height = (tall ? view.height - 10 - free.y : free.h) - head;
	const h = (height - PITCHES.length * heading) / USES.length;
	const step = Math.min(46, w * 0.103);
	const bw = step * 0.9;
	const bh = Math.min(h * 0.68, bw * 0.6);
	const first = w - 5 * step - 3;
	const gap = 34;
	return {
		w,
		h,
		heading,
		list: { x: free.x, y: free.y + head, w, h: height },
		lane: w + 8,
		panel: { x: free.x + w + gap, y: free.y + head, w: free.w - w - gap, h: free.h - head - 52 },
		columns: byBrick((i) => ({ x: free.x + first + i * step, y: free.y - rise, w: step, h: step * 0.62 })),
		large,
		cells: byBrick((i) => ({ x: first + i * step + (step - bw) / 2, y: (h - bh) / 2 + 1.5, w: bw, h: bh })),
		rule: { x: free.x, y: free.y + lh + 70, w: free.w, h: Math.max(46, h * 1.5) }
	};
}
export type Layout = ReturnType<typeof compute>;
