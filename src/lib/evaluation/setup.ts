import type { RuleSetup } from '../rules/index';
import { filmSetup, type DetectorSetup, type Setup } from '../watch/index';
import { AREAS, LINE, type Matter } from './scenes';

/** The loitering threshold of the evaluation, seconds. */
export const LOITERING = 15;
/** A stay goes on under another identity within this, tuned on seeds 101 to 116. The story's does not. */
const CARRY = { seconds: 10, metres: 4, colour: 6 };

/** The rules that a scene's matter is about. */
export const RULES: Record<Matter, RuleSetup[]> = {
	crossing: [],
	loitering: [{ kind: 'loitering', zone: AREAS.loitering.id, seconds: LOITERING, carry: CARRY }],
	crowd: [{ kind: 'crowd', zone: AREAS.crowd.id, threshold: 6, seconds: 15 }],
	flow: [
		{ kind: 'counter-flow', zone: AREAS.flow.id, direction: [1, 0], metres: 10 },
		{ kind: 'line', line: LINE.id }
	],
	abandoned: [{ kind: 'abandoned', zone: AREAS.abandoned.id, seconds: 10 }],
	intrusion: [{ kind: 'intrusion', zone: AREAS.intrusion.id, seconds: 1 }]
};

/** The machine of the evaluation: its defaults, in zones of its own, nothing known of lanes. */
export const sceneSetup = (matter: Matter = 'crossing', detector: DetectorSetup = { kind: 'motion' }): Setup =>
	filmSetup({ detector, zones: Object.values(AREAS), lines: [LINE], rules: RULES[matter] });
