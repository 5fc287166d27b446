import type { Gait, Look } from '../../street/types';
import { HABITS, isChild, type Figure } from './figure';
import { traitsOf } from './traits';

/** Metres a second from which people hurry, if they are the sort. */
const HURRY = 1.33;

/** A walk's speed in classes 0 to 3, about half a metre a second each; within one the walk looks the same. */
export const paceOf = (speed = 1.3): number => (speed < 0.25 ? 0 : speed < 0.75 ? 1 : speed < HURRY ? 2 : 3);

/** The gait of somebody seen at `k` pixels per metre: from afar, as on the sensor, everybody walks alike. */
export function gaitOf({ look, height, speed, gait = usualGait(look, height) }: Figure, k: number): Gait {
	if (k <= HABITS || (gait === 'hurried' && paceOf(speed) < 3)) return 'plain';
	return gait;
}

function usualGait(look: Look, height: number): Gait {
	if (isChild(height)) return 'skip';
	const { seed, old } = traitsOf(look);
	if (look.cane || old) return 'short';
	return seed % 3 > 0 ? 'hurried' : 'plain';
}
