import { PRESETS, type CrowdSetup, type LoiteringSetup, type Zone } from '../rules/index';
import { TRAM as VEHICLE } from '../street/places';
import type { Lane } from '../vision/vehicles';
import { filmSetup, type Setup } from '../watch/setup';

/** The loitering zone: most of the paving the camera sees, trapezium on the ground, metres. */
const PLACE: Zone = {
	id: 'place',
	polygon: [
		[-8.6, 0.6],
		[8.6, 0.6],
		[18.5, 15.2],
		[-18.5, 15.2]
	]
};

/** The tram stop, where the crowd rule counts. */
const TRAM: Zone = {
	id: 'tram',
	polygon: [
		[-16.5, 11.2],
		[-3.5, 11.2],
		[-3.5, 15.6],
		[-16.5, 15.6]
	]
};

export const ZONES: Zone[] = [PLACE, TRAM];

/** The tram's lane, as an installer would mark it: nobody new is looked for in the side of a tram. */
export const LANE: Lane = { near: VEHICLE.y0, height: VEHICLE.height };

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
export const CROWD: CrowdSetup = { kind: 'crowd', zone: TRAM.id, threshold: 5, seconds: 20 };

/** The machine of the story. */
export const SETUP: Setup = filmSetup({ lane: LANE, zones: ZONES, rules: [...LOITERING, CROWD] });
