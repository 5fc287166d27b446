import type { TrackerOptions } from '../../track';
import { createDetections } from '../../types';
import type { Detector } from '../detector';
import type { Heat } from './decode';
import type { Letterbox, Size } from './letterbox';
import type { Network } from './network';

export interface LearnedOptions {
	network: Network;
	/** Pixels of a frame. */
	width: number;
	height: number;
	/** Most people in a frame. Default 512, as the pipeline's. */
	most?: number;
	/** Pixels the network looks at. Default: as `inputFor` has it. */
	input?: Size;
	/** Score from which somebody is handed on at all: nobody new below LEARNED's `highThresh`, those just seen go on. */
	least?: number;
}

/** A detector that says how sure it is, and where it looks. */
export interface Learned extends Detector {
	readonly heat: readonly Heat[];
	readonly letterbox: Pick<Letterbox, 'left' | 'top' | 'across' | 'down'>;
}

/**
 * How what the network finds is followed, the pipeline's `tracking`: scores are probabilities, without colours, and people
 * are found who never moved. A score under .45 begins no track and goes on with one just seen.
 */
export const LEARNED = {
	highThresh: 0.45,
	maxAge: 1,
	agePenalty: 0.05,
	minTravel: 0,
	appearanceWeight: 0
} satisfies Partial<TrackerOptions>;

/**
 * Finds people as they look, in every frame anew: standing ones, and with a camera that moves. It misses those who are
 * small, half hidden, or seen as few of the photographs it learned from show people; and it says how sure it is.
 */
export function createLearned(options: LearnedOptions): Learned {
	const { network, width, height, most = 512, input, least = 0.3 } = options;
	const detections = createDetections(most);
	const picture = { rgb: new Uint8Array(0) as ArrayLike<number>, width, height };
	const how = { threshold: least, input };
	return {
		detect({ rgb }) {
			picture.rgb = rgb;
			const found = network.detect(picture, how);
			const count = (detections.count = Math.min(most, found.count));
			for (let i = 0; i < count; i++) {
				detections.x[i] = found.x[i];
				detections.y[i] = found.y[i];
				detections.w[i] = found.w[i];
				detections.h[i] = found.h[i];
				detections.score[i] = found.score[i];
			}
			return detections;
		},
		get heat() {
			return network.heat;
		},
		get letterbox() {
			return network.letterbox;
		}
	};
}
