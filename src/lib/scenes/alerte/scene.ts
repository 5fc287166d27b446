import type { Frame, Scene } from '../../picture/frame';
import { day, outOfThousand } from './counting';
import { journey, queue, room } from './journey';
import { seconds } from './seconds';

/**
 * One alert and what becomes of it: it leaves the square, runs down the streets to the centre, becomes a row, then one
 * dot of a day and one of a thousand, and comes back as a picture with a number. One timeline over the six steps.
 */
export const scene: Scene = (c) => {
	const t = c.step - 1 + c.progress;
	const frame: Frame = { night: t >= 0.34 ? 1 : 0, ink: [], marks: [] };
	if (t >= 1.14 && t < 2.2) room(c, t, frame);
	if (t < 1.42) journey(c, t, frame);
	if (t > 1.2 && t < 2.2) queue(c, t, frame);
	if (t > 1.98 && t < 3.35) day(c, t, frame);
	if (t > 3 && t < 5.2) outOfThousand(c, t, frame);
	if (t > 4.98) seconds(c, t, frame);
	return frame;
};
