import type { Frame, Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import type { SceneModule } from '../index';
import { CUES, type Read } from './cues';
import { flagged, longest, thresholdOf } from './data';
import { sorting } from './chart';
import { events } from './events';
import { makers } from './makers';
import { marcel } from './marcel';
import { running } from './running';
import { turning } from './turning';

export { CUES as cues };

/** The picture each step composes; a step without one of its own holds what the one before it ended with. */
const PICTURES: Record<string, (c: SceneContext, at: Read) => Frame> = {
	clocks: running,
	'turning-round': turning,
	durations: sorting,
	marcel,
	'four-rules': makers,
	'not-on-the-list': events
};

/** Loitering as a clock and a threshold somebody chose: from running clocks to the list it is absent from. */
export const scene: Scene = (c) => latest(c, PICTURES)(c, CUES(c));

/** For the controls: how many people are flagged at the threshold now set, of all the program followed. */
export const reads: SceneModule['reads'] = (recording, params) => ({
	people: flagged(recording, thresholdOf(params)).length,
	all: longest(recording).length
});
