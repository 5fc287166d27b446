import type { Draft, Thing } from './types';

/** A thing that is nowhere yet. */
export const blank = (kind: Thing['kind'], colour: string, x = 0, y = 0): Draft<Thing> => ({
	kind,
	x,
	y,
	z: 0,
	hx: 1,
	hy: 0,
	phase: 0,
	present: false,
	colour
});
