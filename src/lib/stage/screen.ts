import type { Frame, Mark, View } from '../picture/frame';
import { paintMarks } from './marks';
import type { Painter, StagePen } from './paint';
import { same } from './same';

/** A canvas that an engine paints on, and how what it painted gets to the page. */
export interface Screen {
	/** The pen of the canvas, now of that many device pixels; null where it has none. */
	resize(width: number, height: number): StagePen | null;
	/** The picture painted, to be handed over; undefined where the page sees the canvas itself. */
	take(): ImageBitmap | undefined;
}

/** Slower pictures than this, in milliseconds on average while scrolling, are painted with fewer pixels. */
const SLOW = 15;
const COARSE = 0.8;

/** Device pixels to a CSS pixel, or null where the canvas has no pen. */
function begin(screen: Screen, { width, height }: View, ratio: number): StagePen | null {
	const pen = screen.resize(Math.round(width * ratio), Math.round(height * ratio));
	pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
	return pen;
}

/** Paints frames' ink, each once; with fewer pixels while the reader moves and only that keeps up. */
export interface InkScreen {
	/**
	 * @param epoch grows when the same ink may look otherwise than before
	 * @returns whether it was painted anew, and the bitmap to hand over; null where there is no pen
	 */
	paint(
		frame: Frame,
		view: View,
		ratio: number,
		moving: boolean,
		epoch: number
	): { fresh: boolean; bitmap?: ImageBitmap } | null;
}

export function createInkScreen(screen: Screen, painter: Painter): InkScreen {
	/** What was painted last, so that the same is not painted again. */
	let shown: { frame: Frame; width: number; height: number; ratio: number; epoch: number; exact: boolean } | null =
		null;
	let cost = 0;
	let coarse = false;
	return {
		paint(frame, view, wanted, moving, epoch) {
			const { width, height } = view;
			if (!moving) {
				coarse = false;
				cost *= 0.9;
			} else if (cost > SLOW) coarse = true;
			const ratio = coarse ? Math.min(COARSE, wanted) : wanted;
			if (
				shown?.width === width &&
				shown.height === height &&
				shown.ratio === ratio &&
				shown.epoch === epoch &&
				(shown.exact || moving) &&
				shown.frame.night > 0.5 === frame.night > 0.5 &&
				same(shown.frame.ink, frame.ink)
			)
				return { fresh: false };
			const before = performance.now();
			const pen = begin(screen, view, ratio);
			if (!pen) return null;
			const exact = painter.paint(pen, frame, width, height, ratio, moving);
			const bitmap = screen.take();
			cost += (performance.now() - before - cost) * 0.2;
			shown = { frame, width, height, ratio, epoch, exact };
			return { fresh: true, bitmap };
		}
	};
}

/** Paints marks on a clear canvas, unless they are there; undefined when they are, or cannot be. */
export function createMarkScreen(
	screen: Screen,
	createPath: (d: string) => Path2D
): (marks: Mark[], view: View, ratio: number) => ImageBitmap | undefined {
	let written: { marks: Mark[]; width: number; height: number; ratio: number } | null = null;
	return (marks, view, ratio) => {
		const { width, height } = view;
		const known = written?.width === width && written.height === height && written.ratio === ratio;
		if (known && same(written?.marks, marks)) return undefined;
		const pen = begin(screen, view, ratio);
		if (!pen) return undefined;
		written = { marks, width, height, ratio };
		paintMarks(pen, marks, createPath);
		return screen.take();
	};
}
