import scrollama from 'scrollama';

/**
 * The one place scrollama enters. It says which chapter crossed the reading line last; the step and progress are measured
 * by `locate`, because scrollama's progress stops after a step changes height (its issue 145), and jumps can skip steps.
 * Chapters, since every element watched costs time at every frame. Returns what to call when the line or the layout moves,
 * and when the story goes away.
 */
export function watchChapters(
	chapters: HTMLElement[],
	linePixels: () => number,
	seen: (index: number) => void
): { resize(): void; destroy(): void } {
	let scroller: ReturnType<typeof scrollama> | null = null;
	const start = () => {
		scroller = scrollama();
		scroller
			.setup({ step: chapters, offset: `${Math.round(linePixels())}px` as never })
			.onStepEnter(({ index }) => seen(index));
	};
	start();
	return {
		resize() {
			scroller?.destroy();
			start();
		},
		destroy() {
			scroller?.destroy();
			scroller = null;
		}
	};
}
