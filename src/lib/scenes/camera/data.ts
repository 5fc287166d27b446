import { AID } from '../../centre/published';
import { SKY_AT } from '../../figure/poses';

/** Cost of a camera, in euros: f02 (and c19 for Le Goff's figure through Jusquiame). */
export const COSTS = [
	{ key: 'legoff', low: 20_000, high: 20_000, fact: 'c19' },
	{ key: 'cour', low: 20_000, high: 36_000, fact: 'f02' },
	{ key: 'ministry', low: 8_650, high: 13_800, fact: 'f02' },
	{ key: 'saintdizier', low: 10_000, high: 10_000, fact: 'f02' }
];

/** State aid: f01. */
export const AID_PER_CAMERA = AID.euros / AID.cameras;

/** Recordings are destroyed within a month at most: f15. The month is drawn as thirty days. */
export const RETENTION_DAYS = 30;

/** World frames to a step. The chapter goes on where `place` ended, and ends where `centre` begins. */
export const SPAN = 24;
export const START = SKY_AT - 7 * SPAN;
/** While numbers are shown the picture is held, as a still from the sensor would be. */
export const HELD = START + 2 * SPAN;
