import { FPS } from '../camera/camera';

/** How long the recording is; the street lives on a little after it. */
export const SECONDS = 240;
export const FRAMES = SECONDS * FPS;
