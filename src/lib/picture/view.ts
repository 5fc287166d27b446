import type { Shape, View } from './frame';

/** Layout of the page, shared by CSS (app.css repeats the queries) and scenes. */
export type Layout = 'wide' | 'portrait' | 'short';

/** Portrait: drawing above, text below. Short: a phone on its side, text left, drawing right. Wide: text over the drawing's left. */
export function layoutOf(width: number, height: number): Layout {
	if (width <= height) return 'portrait';
	if (height <= 500) return 'short';
	return 'wide';
}

/** Left edge and width of the text column over a wide stage, in pixels: app.css has the same rule. */
export function column(width: number): { left: number; width: number } {
	const left = Math.max(28, Math.min(64, width * 0.044));
	return { left, width: Math.max(330, Math.min(452, width * 0.31)) };
}

/** Stages narrower than this are composed as on a phone; upright windows from this on are tablets, in app.css too. */
const NARROW = 700;

/** The one place that decides a shape: by the width of the stage and the way the window lies. */
const shapeOf = (width: number, layout: Layout): Shape =>
	width < NARROW ? 'phone' : layout === 'portrait' ? 'tall' : 'wide';

/** Share of an upright window's height that the drawing takes, the text has the rest: `--stage` in app.css. */
export const stageShare = (width: number): number => (width < NARROW ? 0.52 : 0.56);

/** The view of a stage that is `width` by `height` CSS pixels in a window of the given layout. */
export function viewOf(width: number, height: number, layout: Layout): View {
	const shape = shapeOf(width, layout);
	const phone = shape === 'phone';
	if (layout !== 'wide') {
		const edge = phone ? 12 : 28;
		// On a phone on its side the bar lies over the stage's foot.
		const bar = layout === 'short' ? 46 : 0;
		return {
			width,
			height,
			shape,
			phone,
			portrait: layout === 'portrait' && phone,
			free: { x: edge, y: edge, w: width - 2 * edge, h: height - 2 * edge - bar }
		};
	}
	const c = column(width);
	const x = c.left + c.width + 40;
	return {
		width,
		height,
		shape,
		phone,
		portrait: false,
		free: { x, y: 72, w: width - x - 40, h: height - 72 - 56 }
	};
}

/** Width and height of a reader's window, in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** The windows every scene is composed for: desktop, small laptop, phone upright, phone on its side, tablet upright. */
export const WINDOWS: readonly Size[] = [
	[1440, 900],
	[1024, 768],
	[390, 844],
	[844, 390],
	[820, 1180]
];

/** The view of the stage in a reader's window, as the page lays it out: app.css has the same shares. */
export function viewOfWindow([width, height]: Size): View {
	const layout = layoutOf(width, height);
	return viewOf(
		layout === 'short' ? Math.round(width * 0.58) : width,
		layout === 'portrait' ? Math.round(height * stageShare(width)) : height,
		layout
	);
}

/** The view of a still: nothing lies over it. */
export function stillView(width: number, height: number): View {
	const shape = shapeOf(width, width < height ? 'portrait' : 'wide');
	const free = { x: width * 0.03, y: height * 0.04, w: width * 0.94, h: height * 0.92 };
	return { width, height, shape, phone: shape === 'phone', portrait: width < height, free };
}
