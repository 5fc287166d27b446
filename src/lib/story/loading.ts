import type { Timeline } from './timeline';

/** Milliseconds a reader who does not move waits for the rest to be fetched. */
const SETTLED = 2500;
/** Milliseconds between what is then fetched and the next, as long as the reader does not move. */
const UNHURRIED = 700;
/** Milliseconds after which what is not there does not hold up the rest. */
const ENOUGH = 5000;

const after = (milliseconds: number) => new Promise<void>((go) => setTimeout(go, milliseconds));

/** Resolves when the reader does something. */
const touched = (): Promise<void> =>
	new Promise((go) => {
		for (const event of ['scroll', 'keydown', 'pointerdown'] as const)
			addEventListener(event, () => go(), { once: true, passive: true });
	});

export interface LoadingOptions {
	timeline: Timeline;
	/** Index of the chapter where the reader is now. */
	here(): number;
	/** The reader came by a link: they have moved already. */
	linked: boolean;
	/** Resolves when what the reader opened is there, or cannot be. */
	first: Promise<void>;
	/** What every chapter needs, in order. */
	common: (() => Promise<unknown>)[];
	/** What a chapter needs. */
	chapter(chapter: Timeline['chapters'][number]): Promise<unknown>;
}

/**
 * Fetches what the story needs besides what the reader is looking at, which comes first by itself: what is common, then
 * chapters by how near they are to where the reader is by then, those ahead before those behind. The first view is light:
 * at the top of the page this waits until the reader moves, or has settled, and then takes its time. Resolves when all
 * is there, or has been asked for long enough.
 */
export async function loadRest({ timeline, here, linked, first, common, chapter }: LoadingOptions): Promise<void> {
	let moves = linked;
	const moved = touched().then(() => (moves = true));
	await Promise.race([moved, linked ? first : after(SETTLED), after(ENOUGH)]);
	const all: Promise<unknown>[] = [];
	const bring = async (work: Promise<unknown>) => {
		all.push(work);
		await Promise.race([work.catch(() => {}), after(ENOUGH)]);
		if (!moves) await Promise.race([moved, after(UNHURRIED)]);
	};
	for (const work of common) await bring(work());
	const left = new Set(timeline.chapters.keys());
	while (left.size) {
		const from = here();
		const far = (i: number) => (i < from ? from - i + 0.5 : i - from);
		const next = [...left].reduce((a, b) => (far(b) < far(a) ? b : a));
		left.delete(next);
		await bring(chapter(timeline.chapters[next]));
	}
	await Promise.allSettled(all);
}
