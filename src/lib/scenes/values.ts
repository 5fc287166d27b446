import type { At } from './cues';

/** Several cues by their names: what a layer that hangs on many is given. */
export const valuesOf = <Name extends string>(at: At<Name>, ...cues: Name[]): Record<Name, number> =>
	Object.fromEntries(cues.map((cue) => [cue, at(cue)])) as Record<Name, number>;
