import { ease } from '../../figure/motion';
import type { Rect, View } from '../../picture/frame';
import { BRICKS, PITCHES, SERVICES, USES, type Brick } from './data';

/**
 * The matrix on a stage: a list of rows in groups, and beside it (under it on a phone) a panel for the use spoken of.
 * Between the list and the edge runs a lane in which rows travel when they are sorted anew. Pixels of the stage.
 */
export interface Layout {
	/** A phone: the list is seen through a window and paged by the scroll; the lane lies off the stage. */
	small: boolean;
	/** Size of a row. */
	w: number;
	h: number;
	/** Height of a group's heading. */
	heading: number;
	/** Top left of the list, and the part of it that is seen. */
	list: Rect;
	/** How far right a row goes to travel. */
	lane: number;
	/** Where the chosen use is explained; on a wide stage the part within which its panel keeps beside the row. */
	panel: Rect;
	/** The five blocks at the head of the matrix, and large over the square. */
	columns: Record<Brick, Rect>;
	large: Record<Brick, Rect>;
	/** A block inside a row, relative to it. */
	cells: Record<Brick, Rect>;
	/** The one rule under the large blocks. */
	rule: Rect;
}

let last: { key: string; layout: Layout } | null = null;

export function layoutOf(view: View): Layout {
	const { free } = view;
	const key = [free.x, free.y, free.w, free.h, view.portrait, view.width].join();
	if (last?.key !== key) last = { key, layout: compute(view) };
	return last.layout;
}

const byBrick = (rect: (i: number) => Rect): Record<Brick, Rect> =>
	Object.fromEntries(BRICKS.map((b, i) => [b, rect(i)])) as Record<Brick, Rect>;

function compute(view: View): Layout {
	const { free } = view;
	const small = view.portrait || view.width < 700;
	const space = small ? 8 : 12;
	const lw = (free.w - 4 * space) / 5;
	const lh = Math.min(76, lw * 0.46);
	const large = byBrick((i) => ({ x: free.x + i * (lw + space), y: free.y + (small ? 8 : 14), w: lw, h: lh }));
	if (small) {
		const head = 48;
		const panel = view.portrait ? 128 : 112;
		const h = 38;
		const step = 27;
		return {
			small,
			w: free.w,
			h,
			heading: 22,
			list: { x: free.x, y: free.y + head, w: free.w, h: free.h - head - panel - 8 },
			lane: free.w + 40,
			panel: { x: free.x, y: free.y + free.h - panel, w: free.w, h: panel },
			columns: byBrick((i) => ({ x: free.x + i * (lw + space), y: free.y + 5, w: lw, h: 20 })),
			large,
			cells: byBrick((i) => ({ x: free.w - (5 - i) * step - 2, y: (h - 14) / 2 + 1, w: step - 4, h: 15 })),
			rule: { x: free.x, y: free.y + lh + 34, w: free.w, h: 40 }
		};
	}
	// The heads of the columns stand a little above the free part, where no text card comes: rows get the height.
	const head = 26;
	const rise = 26;
	// A row in the lane stands beside one in the list, up to the edge of the stage.
	const w = Math.min(450, (view.width - free.x - 22) / 2);
	const heading = 20;
	const h = (free.h - head - PITCHES.length * heading) / USES.length;
	const step = Math.min(46, w * 0.103);
	const bw = step * 0.9;
	const bh = Math.min(h * 0.68, bw * 0.6);
	const first = w - 5 * step - 3;
	const gap = 34;
	return {
		small,
		w,
		h,
		heading,
		list: { x: free.x, y: free.y + head, w, h: free.h - head },
		lane: w + 8,
		panel: { x: free.x + w + gap, y: free.y + head, w: free.w - w - gap, h: free.h - head - 52 },
		columns: byBrick((i) => ({ x: free.x + first + i * step, y: free.y - rise, w: step, h: step * 0.62 })),
		large,
		cells: byBrick((i) => ({ x: first + i * step + (step - bw) / 2, y: (h - bh) / 2 + 1.5, w: bw, h: bh })),
		rule: { x: free.x, y: free.y + lh + 70, w: free.w, h: Math.max(46, h * 1.5) }
	};
}

/** Where a row is and how far it has left the list: `lane` 0 in its slot, 1 in the lane. */
export interface RowPlace {
	y: number;
	lane: number;
}

export interface Sorting {
	/** In the order of USES, tops relative to the list. */
	rows: RowPlace[];
	headings: { key: string; y: number; opacity: number }[];
	/** Height of everything. */
	height: number;
}

/** Rows that must travel, in the order they leave: those called repressive to the top, then those that end in a fine. */
const TRAVELLERS = [
	...USES.map((u, i) => ({ u, i })).filter(({ u }) => u.service === 'repress'),
	...USES.map((u, i) => ({ u, i })).filter(({ u }) => u.service === 'fine')
].map(({ i }) => i);
/** Share of the sorting one row's journey takes, and the wait before the second group sets off: the first has passed it. */
const JOURNEY = 0.26;
const PAUSE = 0.16;
const FIRST = USES.filter((u) => u.service === 'repress').length;

/**
 * The list as it is being sorted, `t` from as sold (0) to as used (1). A row that must change places slides out into
 * the lane, its slot closes, another opens where it belongs, and it slides in: the others only move down or up as
 * slots open and close, so that no two rows ever lie over one another.
 */
export function sortingOf(layout: Layout, t: number): Sorting {
	const { h, heading } = layout;
	const local = new Map(
		TRAVELLERS.map((i, j): [number, number] => {
			const start = ((1 - JOURNEY - PAUSE) * j) / (TRAVELLERS.length - 1) + (j >= FIRST ? PAUSE : 0);
			return [i, Math.max(0, Math.min(1, (t - start) / JOURNEY))];
		})
	);
	const left = (i: number) => 1 - ease(local.get(i) ?? 0, 0.24, 0.5);
	const open = (i: number) => ease(local.get(i) ?? 0, 0.5, 0.76);
	const swap = ease(t, 0, 0.12);
	const headings: Sorting['headings'] = [];
	const sources: number[] = [];
	const targets: number[] = [];
	let y = 0;
	const head = (key: string, share: number) => {
		headings.push({ key, y, opacity: share });
		y += heading * share;
	};
	for (const service of SERVICES) {
		if (service !== 'rest') {
			head(`used.${service}`, swap);
			USES.forEach((u, i) => {
				if (u.service !== service) return;
				targets[i] = y;
				y += h * open(i);
			});
			continue;
		}
		head('used.rest', swap);
		for (const pitch of PITCHES) {
			head(`sold.${pitch}`, 1 - swap);
			USES.forEach((u, i) => {
				if (u.pitch !== pitch) return;
				sources[i] = y;
				y += h * (local.has(i) ? left(i) : 1);
			});
		}
	}
	return {
		rows: USES.map((_, i) => {
			const l = local.get(i);
			if (l === undefined) return { y: sources[i], lane: 0 };
			const across = ease(l, 0.24, 0.76);
			return {
				y: sources[i] + (targets[i] - sources[i]) * across,
				lane: ease(l, 0, 0.24) * (1 - ease(l, 0.76, 1))
			};
		}),
		headings,
		height: y
	};
}
