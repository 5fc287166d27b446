import type { Frame, Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { blindSpots } from './blind';
import { boxing, layers } from './sensor';
import { CUES, type Read } from './cues';
import { fading } from './fading';
import { following } from './following';
import { mistakes } from './mistakes';
import { machines } from './panels';
import { raining } from './rain';
import { sureness } from './sureness';

export { CUES as cues };
export { masks } from './explained';
export { reads } from './sureness';

/** The picture each step composes; a step without one of its own holds what the one before it ended with. */
const PICTURES: Record<string, (c: SceneContext, at: Read) => Frame> = {
	'two-machines': machines,
	sureness,
	background: layers,
	boxes: boxing,
	tracks: following,
	mistakes,
	shower: raining,
	fading,
	'blind-spots': blindSpots
};

/** Two machines side by side; then through ours: from a picture to boxes, numbers and places on the ground; then what goes wrong. */
export const scene: Scene = (c) => latest(c, PICTURES)(c, CUES(c));
