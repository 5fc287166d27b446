import { MAST, type Camera } from '../camera/camera';
import type { View } from '../picture/frame';
import { frameFreely } from './inset';

/**
 * The square beside the text, or in the middle of a phone: a point of the 16:9 view (`focus`, fractions of it) comes to
 * height `y`, a share of the stage's, the view `zoom` times as large as one that covers the stage.
 */
export const frameBeside = (view: View, zoom: number, focus: [number, number], y: number): Camera =>
	frameFreely(view, MAST, zoom, focus, {
		x: view.shape === 'phone' ? view.width / 2 : view.free.x + view.free.w / 2,
		y: view.height * y
	});

/** How the whole square is framed where chapter `maraudage` ends and `attroupement` begins. */
export const openingCamera = (view: View): Camera =>
	view.shape === 'phone' ? frameBeside(view, 1.05, [0.42, 0.62], 0.6) : frameBeside(view, 0.92, [0.45, 0.62], 0.62);
