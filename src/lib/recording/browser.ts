import picturesUrl from '../../generated/pictures.bin?url';
import recordingUrl from '../../generated/recording.bin?url';
import { createStreet } from '../street/street';
import type { Street } from '../street/types';
import type { Masks } from './masks';
import { openRecording } from './reader';
import type { Recording } from './types';

/** The street alone, before the recording has arrived: the drawing lives, nothing is inferred yet. */
export function emptyRecording(seed: number): Recording {
	const street = createStreet({ seed });
	const moments = { merge: null, ghost: null, switch: null, fade: null, explain: 800 };
	return openRecording(
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
}

/**
 * Fetches and opens the recording made at build, over the street that is already there. `masks`, where there are some,
 * give the sensor's pictures at frames the recording does not keep.
 */
export async function loadRecording(street: Street, masks?: Masks): Promise<Recording> {
	const { decode, openSensor, unpackPictures } = await import('./unpack');
	const [recording, pictures] = await Promise.all(
		[recordingUrl, picturesUrl].map(async (url) => {
			const response = await fetch(url);
			if (!response.ok) throw new Error(`${url} answered ${response.status}`);
			return new Uint8Array(await response.arrayBuffer());
		})
	);
	const data = decode(recording);
	const sensor = openSensor(street, data.seed, unpackPictures(pictures), (frame) => masks?.at(frame) ?? null);
	return { ...openRecording(data, street, sensor), live: () => masks?.window ?? null };
}
