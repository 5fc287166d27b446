import url from '../../generated/recording.bin?url';
import { createStreet } from '../street/street';
import type { Street } from '../street/types';
import { decode } from './codec';
import { openRecording } from './reader';
import type { Recording } from './types';

/** The street alone, before the recording has arrived: the drawing lives, nothing is inferred yet. */
export function emptyRecording(seed: number): Recording {
	return openRecording(
		{
			seed,
			fps: 12.5,
			frames: 3000,
			seconds: 252,
			tracks: [],
			alerts: [],
			zones: [],
			moments: { merge: null, ghost: null, switch: null, fade: null, explain: 0 },
			stats: {}
		},
		createStreet({ seed, seconds: 252 })
	);
}

/** Fetches and opens the recording made at build, over the street that is already there. */
export async function loadRecording(street: Street): Promise<Recording> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return openRecording(decode(new Uint8Array(await response.arrayBuffer())), street);
}
