import { layoutOf, stageShare } from '../picture/view';
import type { Entered } from './entered';
import { createLayout, type Layout } from './layout';
import { locate, readingLine, type Extent, type Position } from './locate';

/** Milliseconds without scrolling after which the reader has stopped. */
const REST = 160;
/** Pixels by which a window's height changes when a phone's browser shows or hides its own strips. */
const STRIPS = 120;

/** Scrolling leads: where the page stands is where the reader is. */
export interface Scroll {
	readonly position: Position;
	/** The reader is scrolling. */
	readonly moving: boolean;
	/** The reader has moved the page themselves, by wheel, finger or key, or has taken hold of a control. */
	readonly touched: boolean;
	readonly layout: Layout;
	/** Scrolls to where a step is read. Smoothly, where asked for, to a step next to this one only. */
	go(index: number, smooth?: boolean): void;
	/** Finds out anew where the reader is: the layout has changed under them. */
	update(): void;
	/** Changes the layout under the reader, who stays at the same place in the same step. */
	hold(change: () => void): void;
	/** From when it has come, scrollama says which chapter was entered; all must be laid out. */
	watch(): Promise<void>;
}

export interface ScrollOptions {
	steps: HTMLElement[];
	chapters: HTMLElement[];
	/** Hears where the reader is now. */
	moved(position: Position): void;
	/** Hears that the reader has stopped. */
	rested(): void;
	/** Hears that the window is of another size, before places in it are measured. */
	resized(): void;
	/** Whether a step is left out of the page. */
	omits(index: number): boolean;
}

const portrait = () => layoutOf(innerWidth, innerHeight) === 'portrait';
const line = () => readingLine(innerHeight, portrait());

export function createScroll({ steps, chapters, moved, rested, resized, omits }: ScrollOptions): Scroll {
	const layout = createLayout(chapters);
	/** Index of each step's chapter. */
	const chapterOf = steps.map((step) => chapters.findIndex((chapter) => chapter.contains(step)));
	let position: Position = { index: 0, progress: 0 };
	let moving = false;
	let entered: Entered | null = null;

	/** Where a step is in the window; one that is left out is the end of the one above it. */
	function extent(index: number): Extent {
		let shown = index;
		while (shown > 0 && omits(shown)) shown--;
		const e = steps[shown].getBoundingClientRect();
		return shown === index ? e : { top: e.bottom, bottom: e.bottom };
	}

	function update(): void {
		// Where to look first, after a jump into another chapter there: the answer does not depend on it, its time does.
		const jumped = entered && chapterOf[position.index] !== entered.index;
		const hint = jumped ? chapterOf.indexOf(entered!.index) : position.index;
		position = locate(steps.length, extent, line(), hint);
		moved(position);
	}

	/** Where the page must be scrolled to for a step to be read: its card in the middle of the place for text. */
	function restingScroll(index: number): number {
		if (index === 0) return 0;
		const card = steps[index].querySelector('.card')!.getBoundingClientRect();
		const top = portrait() ? innerHeight * stageShare(innerWidth) + 14 : 0;
		const room = innerHeight - top - 56;
		return scrollY + card.top - top - Math.max(portrait() ? 0 : 24, (room - card.height) / 2);
	}

	let touched = false;
	for (const event of ['wheel', 'touchmove', 'keydown'] as const)
		addEventListener(event, () => (touched = true), { passive: true, once: true });
	// What a finger holds is not to move away under it.
	addEventListener('pointerdown', ({ target }) => {
		if (target instanceof Element && target.closest('[data-control]')) touched = true;
	});

	let pending = 0;
	let rest: ReturnType<typeof setTimeout>;
	addEventListener(
		'scroll',
		() => {
			moving = true;
			clearTimeout(rest);
			rest = setTimeout(() => {
				moving = false;
				// Where the reader is now is shown as it is at rest, before anybody hears of the rest.
				update();
				rested();
			}, REST);
			pending ||= requestAnimationFrame(() => {
				pending = 0;
				update();
			});
		},
		{ passive: true }
	);

	/** Has a place in a step at the reading line again. */
	function restore({ index, progress }: Position): void {
		const e = extent(index);
		scrollTo({ top: scrollY + e.top + progress * (e.bottom - e.top) - line(), behavior: 'instant' });
	}

	let width = innerWidth;
	let height = innerHeight;
	/** A resize keeps the reader at the same place in the same step. */
	addEventListener('resize', () => {
		const kept = position;
		resized();
		if (innerWidth !== width || Math.abs(innerHeight - height) > STRIPS) {
			width = innerWidth;
			height = innerHeight;
			layout.release();
			if (entered) void layout.keep();
			restore(kept);
			entered?.resize();
		}
		update();
	});

	return {
		get position() {
			return position;
		},
		get moving() {
			return moving;
		},
		get touched() {
			return touched;
		},
		layout,
		go(index, smooth = false) {
			layout.all();
			const i = Math.max(0, Math.min(steps.length - 1, index));
			const near = Math.abs(i - position.index) <= 1;
			scrollTo({ top: restingScroll(i), behavior: smooth && near ? 'smooth' : 'instant' });
			update();
		},
		update,
		hold(change) {
			layout.all();
			const kept = position;
			change();
			// At the top of the page nothing is above the reader.
			if (kept.index) restore(kept);
			update();
		},
		async watch() {
			const { watchEntered } = await import('./entered');
			entered ??= watchEntered(chapters, line);
		}
	};
}
