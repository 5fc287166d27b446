import { PRESETS, type CrowdSetup, type LoiteringSetup } from '../rules/index';
import { filmSetup, type Setup } from '../watch/setup';
import { LANE, PLACE, STOP, ZONES } from './site';

/** Seconds for makers whose documents, as far as read, give none: ours, said on the page. */
const OURS: Record<string, number> = { dahua: 10, axis: 10, bosch: 30 };

/**
 * Loitering as each maker reads it. A clock does not go on under another number: the story shows what becomes of somebody
 * whom the program loses. The evaluation's does, and the page on method says so.
 */
const LOITERING = PRESETS.flatMap(({ id, seconds, meaning }): LoiteringSetup[] => {
	const threshold = seconds ?? OURS[id];
	return threshold ? [{ kind: 'loitering', zone: PLACE.id, seconds: threshold, meaning, preset: id }] : [];
});

/** A count used in makers' sample files, for the least time Hikvision lets one hold. */
export const CROWD: CrowdSetup = { kind: 'crowd', zone: STOP.id, threshold: 5, seconds: 20 };

/** The machine of the story. */
export const SETUP: Setup = filmSetup({ lane: LANE, zones: ZONES, rules: [...LOITERING, CROWD] });
