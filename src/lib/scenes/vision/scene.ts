import type { Frame, Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { boxing } from './boxing';
import { CUES, type Read } from './cues';
import { fading } from './fading';
import { following } from './following';
import { mistakes } from './mistakes';
import { raining } from './rain';
import { layers } from './sensor';

export { CUES as cues };
export { masks } from './explained';

/** The picture each step composes; a step without one of its own holds what the one before it ended with. */
const PICTURES: Record<string, (c: SceneContext, at: Read) => Frame> = {
	background: layers,
	boxes: boxing,
	tracks: following,
	mistakes,
	shower: raining,
	fading
};

/** Through the machine: from a picture to boxes, numbers and places on the ground; then what goes wrong. */
export const scene: Scene = (c) => latest(c, PICTURES)(c, CUES(c));
