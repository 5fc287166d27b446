import { MAST, type Pose } from '../../camera/camera';

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
