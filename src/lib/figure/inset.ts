import { fit, MAST, type Camera, type Pose } from '../camera/camera';
import type { Rect, View } from '../picture/frame';
import { mix } from './motion';

/** A camera whose picture fills a rectangle of the stage; clip the street to the rectangle. */
export function cameraIn(r: Rect, pose: Pose = MAST, options: Parameters<typeof fit>[3] = {}): Camera {
	const c = fit(pose, r.w, r.h, options);
	return { ...c, u0: c.u0 + r.x, v0: c.v0 + r.y, width: r.x + r.w, height: r.y + r.h };
}

/** A camera between two of the same pose: the picture slides and scales from one framing to the other. */
export function mixCameras(a: Camera, b: Camera, t: number): Camera {
	return {
		...b,
		f: mix(a.f, b.f, t),
		u0: mix(a.u0, b.u0, t),
		v0: mix(a.v0, b.v0, t),
		width: mix(a.width, b.width, t),
		height: mix(a.height, b.height, t)
	};
}

export const mixRects = (a: Rect, b: Rect, t: number): Rect => ({
	x: mix(a.x, b.x, t),
	y: mix(a.y, b.y, t),
	w: mix(a.w, b.w, t),
	h: mix(a.h, b.h, t)
});

/**
 * A camera of a pose that brings a point of the 16:9 view (`focus`, fractions of it) to a pixel of the stage, the
 * view `zoom` times as large as one that covers the stage. Unlike `fit` it may show what lies beside the 16:9 view:
 * the street is drawn well past it.
 */
export function frameFreely(
	view: Pick<View, 'width' | 'height'>,
	pose: Pose,
	zoom: number,
	focus: [number, number],
	at: { x: number; y: number }
): Camera {
	const whole = fit(pose, view.width, view.height);
	const h = (whole.f / pose.focal) * zoom;
	const w = (h * 16) / 9;
	return { ...whole, f: pose.focal * h, u0: at.x + (0.5 - focus[0]) * w, v0: at.y + (pose.horizon - focus[1]) * h };
}

/**
 * The square beside the text, or in the middle of a phone: a point of the 16:9 view (`focus`, fractions of it) comes to
 * height `y`, a share of the stage's, the view `zoom` times as large as one that covers the stage.
 */
export const frameBeside = (view: View, zoom: number, focus: [number, number], y: number): Camera =>
	frameFreely(view, MAST, zoom, focus, {
		x: view.phone ? view.width / 2 : view.free.x + view.free.w / 2,
		y: view.height * y
	});

/** How the whole square is framed where chapter `maraudage` ends and `attroupement` begins. */
export const openingCamera = (view: View): Camera =>
	view.phone ? frameBeside(view, 1.05, [0.42, 0.62], 0.6) : frameBeside(view, 0.92, [0.45, 0.62], 0.62);
