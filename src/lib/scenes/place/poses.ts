import type { Pose } from '../../camera/camera';

/** The first picture: from a first-floor window, near enough for faces, with empty paving for the title. */
export const WINDOW: Pose = { x: -0.9, y: -6.2, z: 3.2, tilt: 0, focal: 1.14, horizon: 0.275 };
/** Nearer to Nour, at the height of her eyes and a little above. */
export const NEAR: Pose = { x: -0.9, y: -2.4, z: 2.05, tilt: 0, focal: 1.16, horizon: 0.32 };
