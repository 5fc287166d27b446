import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStreet } from '../street/street';
import { decode } from './codec';
import { openRecording } from './reader';
import { openPictures, openSensor } from './sensor';
import type { Recording } from './types';

/** Opens the recording that `npm run generate` wrote, in Node. Throws with what to run when it is not there. */
export function loadRecording(root: string): Recording {
	const read = (name: string) => {
		const file = join(root, 'src/generated', name);
		if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run generate"`);
		return readFileSync(file);
	};
	const data = decode(read('recording.bin'));
	const street = createStreet({ seed: data.seed, seconds: data.seconds, fps: data.fps });
	return openRecording(data, street, openSensor(street, data.seed, openPictures(read('pictures.bin'))));
}
