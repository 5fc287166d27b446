import { between, MAST, type Camera, type Pose } from '../camera/camera';
import type { SceneContext, View } from '../picture/frame';
import { frameSquare } from './square';

/** The camera of a pose as the chapters round the mast lay it on this stage. */
export const cameraOf = (view: View, pose: Pose): Camera =>
	frameSquare(view, pose, { focus: view.phone ? [0.47, 0.6] : [0.5, 0.6] });

/** The first picture: from a first-floor window, near enough for faces, with empty paving for the title. */
export const WINDOW: Pose = { x: -0.9, y: -6.2, z: 3.2, tilt: 0, focal: 1.14, horizon: 0.275 };

/** Behind the mast, at the height of its camera, which hangs before the eye. */
export const BEHIND: Pose = { x: -0.5, y: -16.4, z: 8.4, tilt: 0, focal: 1.3, horizon: 0.42 };
/** The same, low: the pole before the eye. */
export const FOOT: Pose = { ...BEHIND, z: 3.4, horizon: 0.32 };
/** Nearer, the half globe large. */
export const AT_DOME: Pose = { x: -0.3, y: -14.5, z: 8.46, tilt: 0, focal: 1.26, horizon: 0.36 };
/** Through the glass: the pose of the lens itself. */
export const LENS: Pose = MAST;

/** A point of the ground to look at, from near. */
export interface Look {
	x: number;
	y: number;
	/** Height of somebody who stands there, as a share of the picture's. */
	tall: number;
}

/** The eye of somebody who stands before a point and looks at it. */
export const lookAt = ({ x, y, tall }: Look): Pose => {
	const focal = 1.16;
	return { x, y: y - (1.7 * focal) / tall, z: 1.62, tilt: 0, focal, horizon: 0.34 };
};

/** At the foot of the mast, looking up at it, in the middle of the free part of the stage. */
export function atFoot(view: View): Pose {
	const { phone } = view;
	const own: Pose = {
		x: 0,
		y: phone ? -24 : -23,
		z: 1.6,
		tilt: 0,
		focal: phone ? 0.62 : 0.76,
		// On a phone on its side the bar lies over the foot of the stage.
		horizon: view.portrait ? 0.66 : phone ? 0.57 : 0.62
	};
	const camera = cameraOf(view, own);
	const middle = view.free.x + view.free.w / 2;
	return { ...own, x: ((camera.u0 - middle) * (MAST.y - own.y)) / camera.f };
}

/** The same turned to the sky, above the roofs, the mast left aside. */
export function toSky(view: View): Pose {
	const own = atFoot(view);
	return { ...own, x: own.x - (view.portrait ? 5 : 6.5), horizon: view.phone ? 1.24 : 1.08 };
}

/** World frame at which one chapter ends on the sky and the next begins. */
export const SKY_AT = 628;

/** How a chapter leaves the sky: `t` 0 there, 1 back at the mast's own view. And the frame it is at. */
export const leaving = ({ view }: SceneContext, t: number): { camera: Camera; at: number } => ({
	camera: cameraOf(view, between(toSky(view), MAST, t)),
	at: SKY_AT
});
