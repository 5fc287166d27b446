import scrollama from 'scrollama';

/**
 * The one place scrollama enters. It says which step crossed the reading line last; progress is measured by `locate`,
 * because scrollama's stops after a step changes height (its issue 145), and jumps can skip steps.
 * Returns what to call when the line or the layout moves, and when the story goes away.
 */
export function watchSteps(
	steps: HTMLElement[],
	linePixels: () => number,
	seen: (index: number) => void
): { resize(): void; destroy(): void } {
	let scroller: ReturnType<typeof scrollama> | null = null;
	const start = () => {
		scroller = scrollama();
		scroller
			.setup({ step: steps, offset: `${Math.round(linePixels())}px` as never })
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
