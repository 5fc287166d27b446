/** What the pipeline saw of one frame, a byte a pixel of the sensor. */
export interface Seen {
	frame: number;
	/** 1 where the program found something. */
	mask: Uint8Array;
	/** 0 for no blob, else a number of the blob. */
	labels: Uint8Array;
	/** The background as learned so far. */
	background: Uint8Array;
}

/** What the worker is told. */
export type MaskOrder = { type: 'run'; seed: number; from: number; to: number } | { type: 'cancel' };
/** What it says: how far it is, then everything at once. */
export type MaskNews = { type: 'progress'; done: number; of: number } | { type: 'seen'; frames: Seen[] };

/** The windows of frames whose masks a page has had made anew. */
export interface Masks {
	/** Asks for a window; whatever was on its way is given up. The same window again is not made again. */
	request(from: number, to: number): void;
	cancel(): void;
	/** What was seen at a frame, or null where it is not (yet) known. */
	at(frame: number): Seen | null;
	/** The window that is known; null before the first is. */
	readonly window: { from: number; to: number } | null;
	/** Share of the window on its way that is done, 0 to 1; 1 when nothing is on its way. */
	readonly progress: number;
}

/** What runs orders: the worker, or in tests the recomputer itself. */
export interface Recomputer {
	order(order: MaskOrder): void;
	/** Hears the news; set by `createMasks`. */
	hear: (news: MaskNews) => void;
}

/** Keeps the last window asked for. `open` starts what runs orders, at the first request; null where there can be none. */
export function createMasks(seed: number, open: () => Recomputer | null, ready: () => void): Masks {
	let runner: Recomputer | null | undefined;
	let wanted: { from: number; to: number } | null = null;
	let known = new Map<number, Seen>();
	let progress = 1;
	return {
		request(from, to) {
			if (wanted && wanted.from === from && wanted.to === to) return;
			if (runner === undefined) {
				runner = open();
				if (runner)
					runner.hear = (news) => {
						if (!wanted) return;
						if (news.type === 'progress') progress = Math.max(progress, news.done / news.of);
						else {
							known = new Map(news.frames.map((f) => [f.frame, f]));
							progress = 1;
							ready();
						}
					};
			}
			if (!runner) return;
			wanted = { from, to };
			progress = 0;
			runner.order({ type: 'run', seed, from, to });
		},
		cancel() {
			if (!wanted || progress === 1) return;
			wanted = null;
			progress = 1;
			runner?.order({ type: 'cancel' });
		},
		at: (frame) => known.get(frame) ?? null,
		get window() {
			return progress === 1 && known.size > 0 ? wanted : null;
		},
		get progress() {
			return progress;
		}
	};
}
