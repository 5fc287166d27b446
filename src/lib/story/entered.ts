import scrollama from 'scrollama';

/**
 * The one place scrollama enters. It says which chapter the reading line entered last; which step of it, how far through,
 * and whether a jump has passed others by, `locate` says from the rectangles of the moment.
 *
 * Faults of 3.2.0 that are kept from the rest here: its progress stops after a step changes height (its issue 145), so none
 * is asked for; its triggers are stale after the window's height changes until it is given its offset again; each `setup`
 * leaves a listener on the document for good, so there is one only. And it is given chapters: whenever something it
 * watches changes height, it makes its observer of sizes anew within that observer's own call, which browsers report as an
 * error. Steps that are left aside and come back do that (app.css), chapters do not.
 */
export interface Entered {
	/** Index of the chapter entered last. */
	readonly index: number;
	/** The reading line has moved, or the window has. */
	resize(): void;
	destroy(): void;
}

/** `line` is where the reading line is now, in pixels from the top of the window. */
export function watchEntered(chapters: HTMLElement[], line: () => number): Entered {
	let index = 0;
	const offset = () => `${Math.round(line())}px` as never;
	// Its types lack `offset`, which its documentation has.
	const scroller = scrollama() as ReturnType<typeof scrollama> & { offset(value: string): unknown };
	scroller.setup({ step: chapters, offset: offset() }).onStepEnter((entered) => (index = entered.index));
	return {
		get index() {
			return index;
		},
		resize: () => void scroller.offset(offset()),
		destroy: () => void scroller.destroy()
	};
}
