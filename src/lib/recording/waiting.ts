import { createStreet } from '../street/street';
import { openRecording } from './reader';
import type { Recording } from './types';

/** What only a recording has: what the machine said, and all that is computed from it. */
const INFERRED: ReadonlySet<string | symbol> = new Set([
	'tracks',
	'alerts',
	'boxesAt',
	'peopleAt',
	'path',
	'dwell',
	'stays',
	'moments',
	'stats',
	'sensor',
	'live'
]);

/** A recording that has not come yet: the street is there and lives, nothing is inferred. */
export interface Waiting {
	recording: Recording;
	/** Whether something was asked for, since this was last set to false, that only the recording itself has. */
	asked: boolean;
}

/** The street of a seed without its recording. Whoever asks it for what was inferred is given nothing, and told on. */
export function waitingFor(seed: number): Waiting {
	const moments = { merge: null, ghost: null, switch: null, fade: null, explain: 800 };
	const street = createStreet({ seed });
	const empty = openRecording(
		{
			seed,
			fps: street.fps,
			frames: 3000,
			seconds: street.seconds,
			tracks: [],
			alerts: [],
			zones: [],
			moments,
			stats: {}
		},
		street
	);
	const waiting: Waiting = {
		asked: false,
		recording: new Proxy(empty, {
			get(target, name) {
				if (INFERRED.has(name)) waiting.asked = true;
				return target[name as keyof Recording];
			}
		})
	};
	return waiting;
}
