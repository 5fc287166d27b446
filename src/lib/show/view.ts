import { layoutOf, stillView } from '../picture/view';
import type { View } from '../picture/frame';

/** Height of a window, in pixels, at which the picture is as large as on a page: half of a projector's. */
const USUAL_HEIGHT = 512;
/** Scenes composed for a wide stage need this much of it. */
const LEAST_WIDTH = 640;

/**
 * How many times larger than on a page a picture is shown, so that its smallest label, 12 pixels on a page, reads at the
 * back of a room: 24 at 1920 × 1080, 18 at 1024 × 768. `size` is what the speaker asked for, 1 being usual.
 */
export function zoomOf(width: number, height: number, size = 1): number {
	if (layoutOf(width, height) !== 'wide') return 1;
	const usual = Math.round((height / USUAL_HEIGHT) * 4) / 4;
	return Math.max(1, Math.min(usual * size, width / LEAST_WIDTH));
}

/**
 * The view of a stage of `width` by `height` pixels shown `zoom` times larger than on a page: composed for fewer pixels,
 * with nothing lying over it.
 */
export function viewOfShow(width: number, height: number, zoom: number): View {
	const [w, h] = [Math.round(width / zoom), Math.round(height / zoom)];
	if (zoom === 1 || width <= height) return stillView(w, h);
	// Some pictures have a heading above what they keep free.
	const free = { x: w * 0.03, y: h * 0.065, w: w * 0.94, h: h * 0.9 };
	return { ...stillView(w, h), shape: 'wide', phone: false, portrait: false, free };
}

/** Pixels of a canvas across at most: more cost frames on a room's computer, and a projector has no more. */
const MOST_ACROSS = 2600;

/** Device pixels to a pixel of the view. */
export const ratioOfShow = (view: View, zoom: number, device: number): number =>
	Math.min(zoom * device, MOST_ACROSS / view.width);
