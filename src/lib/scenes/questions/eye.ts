import { scaleLinear } from 'd3';
import { between, fit, MAST, project, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera, type Pose } from '../../camera/camera';
import { ease, mix } from '../../figure/motion';
import { cameraOf, WINDOW } from '../../figure/poses';
import { frameSquare } from '../../figure/square';
import type { Rect, SceneContext, View } from '../../picture/frame';

/** Low, for the street of masts: houses above, paving below. */
const STREET: Pose = { x: -1, y: -5, z: 2.5, tilt: 0, focal: 0.92, horizon: 0.33 };
/** Near the two sisters. */
const NEAR: Pose = { x: 0.2, y: -4.2, z: 2.2, tilt: 0, focal: 1.16, horizon: 0.34 };
/** Where they meet, metres. */
const MEETING = [0.35, 4.75] as const;

/** Seconds of the street by steps: Salma comes (208), they meet (232), go (236) and are out of sight (250). */
const BEFORE = scaleLinear([0, 1 / 3, 2 / 3, 1], [196, 204, 212, 219]);
const MET = 236;
const LAST = 256;
/** Once they are gone the square goes on by itself, this long, and again. */
const AFTER = 40;

/** The street's frame, from even clocks: before the sisters meet, while they do, while they leave; and `onward`. */
export function worldAt(c: SceneContext, before: number, meeting: number, leaving: number, onward: number): number {
	const first = BEFORE(before);
	// The meeting takes the middle of its step.
	const met = ease(meeting, 0, 0.72) * 0.93 + 0.07 * meeting;
	// They part from where they met slowly enough to be followed: this far at the middle. A phone shows less of the square.
	const half = c.view.portrait ? 0.1 : 0.17;
	const left = scaleLinear([0, 0.5, 1], [0, half, 1])(leaving);
	const seconds = first + (MET - BEFORE(1)) * met + (LAST - MET) * left;
	return (seconds + (c.life % AFTER) * onward) * c.recording.fps;
}

/** From the mast `down` among masts and back up; `near` the sisters; `back` to the story's first window. */
export function eyeAt(view: View, down: number, near: number, back: number): Camera {
	const mast = frameSquare(view, MAST);
	if (near <= 0) {
		const { portrait } = view;
		const street = frameSquare(view, STREET, { zoom: portrait ? 0.8 : 1, focus: [0.5, portrait ? 0.72 : 0.6] });
		return down <= 0 ? mast : down >= 1 ? street : blend(mast, street, down, between(MAST, STREET, down), view);
	}
	const pose = back > 0 ? between(NEAR, WINDOW, back) : between(MAST, NEAR, near);
	const close = aim(view, pose, view.portrait ? 1 : view.shape === 'tall' ? 1.4 : 1.22);
	if (near < 1) return blend(mast, close, near, pose, view);
	return back > 0 ? blend(close, cameraOf(view, WINDOW), back, pose, view) : close;
}

/** The camera of a pose with the place where they meet in the middle of the free area. */
function aim(view: View, pose: Pose, zoom: number): Camera {
	const { u, v } = project(fit(pose, SENSOR_WIDTH, SENSOR_HEIGHT), ...MEETING, 0.9, { u: 0, v: 0, k: 0 });
	return fit(pose, view.width, view.height, {
		zoom,
		focus: [u / SENSOR_WIDTH, v / SENSOR_HEIGHT],
		at: [(view.free.x + view.free.w / 2) / view.width, view.portrait ? 0.56 : 0.54]
	});
}

/** A pose on the way, laid on the stage between how its two ends are laid. */
function blend(a: Camera, b: Camera, t: number, pose: Pose, view: View): Camera {
	const own = fit(pose, view.width, view.height);
	return { ...own, f: mix(a.f, b.f, t), u0: mix(a.u0, b.u0, t), v0: mix(a.v0, b.v0, t) };
}

/** Where the sisters meet in the picture. */
export function meetingRect(camera: Camera): Rect {
	const { u, v, k } = project(camera, ...MEETING, 0, { u: 0, v: 0, k: 0 });
	return { x: u - k, y: v - 1.9 * k, w: 2 * k, h: 2 * k };
}
