import type { Ink, Rect } from '../picture/frame';
import { BY_DAY, bulletInk } from './bullet';
import { drawn } from './inks';
import { POLE } from './metals';
import { slab } from './place';

/** A camera on its pole as a sign of one, standing at (x, foot), `h` pixels high, looking left. The square's own is `mastInk`. */
export const cameraOnPole = (x: number, foot: number, h: number, clip: Rect, opacity?: number): Ink[] => [
	drawn(slab(x - 0.02 * h, foot - 0.96 * h, 0.04 * h, 0.96 * h), POLE, 1.4, { clip, opacity }),
	...bulletInk(x, foot - 0.92 * h, 0.36 * h, BY_DAY, 1.4, { clip, opacity })
];
