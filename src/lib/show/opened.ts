import { wantsMotion } from '../story/motion';
import { stepOfHash } from '../story/timeline';
import { readOptions } from './address';
import type { ShowData } from './data';
import { indexOf, sequenceOf } from './sequence';
import { sayIn } from './words';

/** What a window of the show is told by its page and its address: options, the stops there are, the one it opens on. */
export function opened({ chapters, lang, labels }: ShowData) {
	const options = readOptions(location.search);
	const stops = sequenceOf(chapters, options.chapters, options.steps);
	const has = (id: string): boolean => indexOf(stops, id) >= 0;
	return {
		say: sayIn(lang, labels),
		options,
		stops,
		motion: wantsMotion(),
		/** Whether a step is among the stops. */
		has,
		first: stops[Math.max(0, indexOf(stops, stepOfHash(location.hash)))].id
	};
}
