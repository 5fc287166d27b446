import type { Frame, Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import type { SceneModule } from '../index';
import { CUES, type Read } from './cues';
import { soundings, ZONE } from '../../centre/stop';
import { pressing } from './pressing';
import { regrouping } from './regrouping';
import { returning } from './rewind';
import { counting, rising } from './rising';
import { ruleOf } from './time';

export { CUES as cues };

/** The picture each step composes; a step without one of its own holds what the one before it ended with. */
const PICTURES: Record<string, (c: SceneContext, at: Read) => Frame> = {
	stop: counting,
	'from-above': rising,
	'three-reasons': regrouping,
	pressing,
	rewind: returning
};

/** A crowd as a number in an area: from the tram stop in the street to points seen from above, and back. */
export const scene: Scene = (c) => latest(c, PICTURES)(c, CUES(c));

/** For the controls: times the rule sounds with the numbers now set. */
export const reads: SceneModule['reads'] = (recording, params) => {
	const { count, hold } = ruleOf(params);
	return { times: soundings(recording, ZONE, count, hold).length };
};
