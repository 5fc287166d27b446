import { keep } from './kept';
import type { Scroll } from './scroll';
import type { Timeline } from './timeline';

/** The short path: while the reader takes it, the chapters that are not on it are left out of the page. */
export interface ShortPath {
	readonly taken: boolean;
	/** Whether a step is left out. */
	omits(index: number): boolean;
	/** Takes the path, or leaves it; the reader stays in their step, or comes to the next that is on the path. */
	take(on: boolean): void;
}

export interface ShortPathOptions {
	timeline: Timeline;
	/** What moves the page; it exists by the time anything is taken. */
	scroll: () => Scroll;
	/** Hears when it is taken or left. */
	turned(on: boolean): void;
}

/** The address asks for the path. */
const asked = () => new URLSearchParams(location.search).has('short');

export function createShortPath({ timeline, scroll, turned }: ShortPathOptions): ShortPath {
	const root = document.documentElement;
	let taken = asked();
	root.toggleAttribute('data-short', taken);
	const omits = (index: number) => taken && !timeline.chapterAt(index).path5;

	function take(on: boolean): void {
		if (on === taken) return;
		// Where the reader is, before what is left out leaves the page.
		const { index } = scroll().position;
		scroll().hold(() => {
			taken = on;
			root.toggleAttribute('data-short', on);
		});
		keep('short', on ? '1' : null);
		if (omits(index)) scroll().go(timeline.beside(index, 1, true) ?? timeline.beside(index, -1, true) ?? 0);
		turned(on);
	}

	return {
		get taken() {
			return taken;
		},
		omits,
		take
	};
}
