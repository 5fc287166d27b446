import { sensorCamera } from '../camera/camera';
import { createStreet } from '../street/street';
import { filmSetup } from '../watch/setup';
import { FRAMES } from './length';
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

/**
 * The street of a seed without its recording. Whoever asks it for what was inferred is given nothing, and told on. Made
 * without what opens recordings, so that a first picture need not wait for that.
 */
export function waitingFor(seed: number): Waiting {
	const street = createStreet({ seed });
	const empty: Recording = {
		seed,
		fps: street.fps,
		setup: filmSetup(),
		from: 0,
		to: FRAMES,
		frames: FRAMES,
		camera: sensorCamera(),
		street,
		tracks: [],
		alerts: [],
		zones: [],
		boxesAt: () => [],
		peopleAt: () => ({ count: 0, id: [], groundX: [], groundY: [] }),
		path: () => [],
		dwell: () => 0,
		stays: () => [],
		moments: { merge: null, ghost: null, switch: null, fade: null, explain: 0 },
		sensor: () => null,
		stats: {}
	};
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
