/** The vertical extent of a step in the window, in pixels, measured now. */
export interface Extent {
	top: number;
	bottom: number;
}

/** Where the reader is: a step's index and how far through it, 0 to 1. The one value everything on stage depends on. */
export interface Position {
	index: number;
	progress: number;
}

/**
 * The step that the reading line is in. Steps are in document order; `extent(i)` measures step i now.
 * Before the first step the position is its start, after the last its end, in a gap the end of the step above.
 * `hint` is where to start looking (which step scrollama saw last): the answer never depends on it.
 */
export function locate(count: number, extent: (index: number) => Extent, line: number, hint = 0): Position {
	if (count === 0) return { index: 0, progress: 0 };
	let i = Math.max(0, Math.min(count - 1, hint));
	let e = extent(i);
	while (i > 0 && e.top > line) e = extent(--i);
	while (i < count - 1) {
		const next = extent(i + 1);
		if (next.top > line) break;
		i++;
		e = next;
	}
	const height = e.bottom - e.top;
	return { index: i, progress: height > 0 ? Math.max(0, Math.min(1, (line - e.top) / height)) : 0 };
}

/** The reading line for a layout, from the top of the window, in pixels. app.css gives steps their matching paddings. */
export const readingLine = (height: number, portrait: boolean): number => height * (portrait ? 0.85 : 0.65);
