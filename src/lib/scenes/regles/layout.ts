import type { Rect, View } from '../../story/frame';
import { BRICKS, PITCHES, SERVICES, USES, type Brick } from './data';

export type Order = 'sold' | 'used';

/**
 * The matrix on a stage: rows with headings where there is height, a wall of cards on phones.
 * All places are of top left corners, in pixels of the stage.
 */
export interface Layout {
	cards: boolean;
	/** Size of a row or card. */
	w: number;
	h: number;
	/** Where each use stands in each order, in the order of USES. */
	places: Record<Order, { x: number; y: number }[]>;
	/** Where the nineteenth stands, after the others in the order of use; null when there is no room. */
	outside: { x: number; y: number } | null;
	/** Headings of groups, rows only. */
	headings: Record<Order, { key: string; y: number }[]>;
	/** The five blocks at the head of the matrix, and large over the square. */
	columns: Record<Brick, Rect>;
	large: Record<Brick, Rect>;
	/** A block inside a row or card, relative to it. */
	cells: Record<Brick, Rect>;
	/** The one rule under the large blocks. */
	rule: { x: number; y: number; w: number; h: number };
	/** Baseline of the caption of a wall of cards. */
	caption: number;
}

let last: { key: string; layout: Layout } | null = null;

export function layoutOf(view: View): Layout {
	const { free } = view;
	const key = [free.x, free.y, free.w, free.h, view.portrait].join();
	if (last?.key !== key) last = { key, layout: view.portrait || view.width < 700 ? cards(view) : rows(view) };
	return last.layout;
}

const byBrick = (rect: (i: number) => Rect): Record<Brick, Rect> =>
	Object.fromEntries(BRICKS.map((b, i) => [b, rect(i)])) as Record<Brick, Rect>;

/** Uses by group, in the order of the groups and of USES within them. */
function grouped(order: Order): { key: string; uses: number[] }[] {
	const keys: readonly string[] = order === 'sold' ? PITCHES : SERVICES;
	return keys.map((key) => ({
		key,
		uses: USES.map((use, i) => ({ use, i }))
			.filter(({ use }) => (order === 'sold' ? use.pitch : use.service) === key)
			.map(({ i }) => i)
	}));
}

function rows({ free }: View): Layout {
	const head = 64;
	const h = (free.h - head) / (USES.length + 0.78 * PITCHES.length);
	const heading = h * 0.78;
	const places = { sold: [], used: [] } as Layout['places'];
	const headings = { sold: [], used: [] } as Layout['headings'];
	let end = 0;
	for (const order of ['sold', 'used'] as const) {
		let y = free.y + head;
		for (const { key, uses } of grouped(order)) {
			headings[order].push({ key, y: y + heading - 6 });
			y += heading;
			for (const i of uses) {
				places[order][i] = { x: free.x, y };
				y += h;
			}
		}
		end = y;
	}
	const first = free.w * 0.43;
	const step = (free.w * 0.5) / BRICKS.length;
	const bh = Math.min(h * 0.6, 22);
	const bw = Math.min(step * 0.74, bh * 3);
	const gap = 12;
	const lw = (free.w - 4 * gap) / 5;
	const lh = Math.min(76, lw * 0.46);
	return {
		cards: false,
		w: free.w,
		h,
		places,
		outside: { x: free.x, y: end + h * 0.5 },
		headings,
		columns: byBrick((i) => ({
			x: free.x + first + i * step + (step - bw * 1.16) / 2,
			y: free.y + 8,
			w: bw * 1.16,
			h: bh * 1.3
		})),
		large: byBrick((i) => ({ x: free.x + i * (lw + gap), y: free.y + 14, w: lw, h: lh })),
		cells: byBrick((i) => ({ x: first + i * step + (step - bw) / 2, y: (h - bh) / 2 + 1, w: bw, h: bh })),
		rule: { x: free.x, y: free.y + lh + 70, w: free.w, h: Math.max(46, h * 1.5) },
		caption: 0
	};
}

function cards({ free, portrait }: View): Layout {
	const across = portrait ? 3 : 4;
	const down = Math.ceil(USES.length / across);
	const head = 66;
	const foot = portrait ? 18 : 0;
	const gap = 5;
	const w = (free.w - gap * (across - 1)) / across;
	const h = (free.h - head - foot - gap * (down - 1)) / down;
	const place = (n: number) => ({
		x: free.x + (n % across) * (w + gap),
		y: free.y + head + Math.floor(n / across) * (h + gap)
	});
	const places = { sold: [], used: [] } as Layout['places'];
	for (const order of ['sold', 'used'] as const)
		grouped(order)
			.flatMap(({ uses }) => uses)
			.forEach((i, n) => (places[order][i] = place(n)));
	const space = 8;
	const lw = (free.w - 4 * space) / 5;
	// The right end of the strip is kept for the ticket.
	const bw = (w - 32 - 4 * 3) / 5;
	return {
		cards: true,
		w,
		h,
		places,
		outside: portrait ? null : place(USES.length),
		headings: { sold: [], used: [] },
		columns: byBrick((i) => ({ x: free.x + i * (lw + space), y: free.y + 5, w: lw, h: 20 })),
		large: byBrick((i) => ({ x: free.x + i * (lw + space), y: free.y + 8, w: lw, h: lw * 0.46 })),
		cells: byBrick((i) => ({ x: 8 + i * (bw + 3), y: h - 13, w: bw, h: 8 })),
		rule: { x: free.x, y: free.y + lw * 0.46 + 34, w: free.w, h: 40 },
		caption: free.y + head - 9
	};
}
