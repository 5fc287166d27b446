import type { Street } from '../street/types';
import { decode } from './codec';
import type { Masks } from './masks';
import { openRecording } from './reader';
import { openPictures, openSensor } from './sensor';
import type { Recording } from './types';

/**
 * Opens a recording from its two files, over the street that is already there. `masks`, where there are some, give the
 * sensor's pictures at frames the recording does not keep. Throws on files that are not a recording, or not whole.
 */
export function unpack(
	files: { recording: Uint8Array; pictures: Uint8Array },
	street: Street,
	masks?: Masks
): Recording {
	const data = decode(files.recording);
	const sensor = openSensor(street, data.seed, openPictures(files.pictures), (frame) => masks?.at(frame) ?? null);
	return { ...openRecording(data, street, sensor), live: () => masks?.window ?? null };
}
