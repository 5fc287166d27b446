import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SensorLayer } from '../story/frame';
import { createStreet } from '../street/street';
import { decode } from './codec';
import { openRecording } from './reader';
import type { Recording } from './types';

/** Opens the recording that `npm run generate` wrote, in Node. Throws with what to run when it is not there. */
export async function loadRecording(root: string): Promise<{
	recording: Recording;
	sensor: (at: number, layer: SensorLayer) => Uint8ClampedArray | null;
}> {
	const file = join(root, 'src/generated/recording.bin');
	if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run generate"`);
	const data = decode(readFileSync(file));
	const street = createStreet({ seed: data.seed, seconds: data.seconds, fps: data.fps });
	return { recording: openRecording(data, street), sensor: () => null };
}
