import { copyColours, createDetections, createTracks, type Tracks, type Detections } from '../types';
import { createAssociation } from './associate';
import { correct, predict } from './kalman';
import { retire, sight, spawn } from './life';
import type { TrackerOptions } from './options';
import { joinTurns, resume } from './rejoin';
import { createSlots, type Predictions, type Slots } from './state';

/**
 * Follows boxes from frame to frame: predict, associate, update, spawn, retire (Bewley et al., ICIP 2016). The three
 * calls of a frame are made in this order.
 */
export interface Tracker extends Predictions {
	/** Who was seen in the last frame. */
	readonly tracks: Tracks;
	/** Moves every track to where it should be in the next frame. */
	predict(): void;
	/** Finds each track's detection, if it has one: `matched`. Keeps `detections` for `update`. */
	associate(detections: Detections): void;
	/** Corrects tracks by their detections, begins new ones, ends old ones, and fills `tracks`. */
	update(): void;
}

/** All arrays are made here; a step allocates nothing. Beyond `most`, newcomers are not followed. */
export function createTracker(options: TrackerOptions): Tracker {
	const { most, fps, highThresh, minHits, maxAge, appearanceWeight } = options;
	const tracks = createTracks(most);
	const s = createSlots(most);
	const { taken, associate } = createAssociation(s, options);
	const looks = appearanceWeight > 0;
	const maxMissed = Math.max(1, Math.round(maxAge * fps));
	let boxes = createDetections(0);

	return {
		tracks,
		order: s.order,
		get living() {
			return s.living;
		},
		state: s,
		predict() {
			predict(s, looks);
		},
		associate(detections) {
			boxes = detections;
			associate(boxes);
		},
		update() {
			for (let o = 0; o < s.living; o++) {
				const t = s.order[o];
				if (s.matched[t] >= 0) {
					correct(s, t, boxes);
					sight(s, t, boxes, options);
				} else s.missed[t]++;
			}
			for (let d = 0; d < boxes.count; d++) if (!taken[d] && boxes.score[d] >= highThresh) spawn(s, d, boxes, minHits);
			if (looks) {
				joinTurns(s);
				resume(s);
			}
			retire(s, maxMissed);
			report(s, tracks);
		}
	};
}

/** Who is believed and was seen in this frame. */
function report(s: Slots, tracks: Tracks): void {
	tracks.count = 0;
	for (let o = 0; o < s.living; o++) {
		const t = s.order[o];
		if (!s.confirmed[t] || s.missed[t]) continue;
		const i = tracks.count++;
		tracks.id[i] = s.id[t];
		tracks.x[i] = s.x[t] - s.w[t] / 2;
		tracks.y[i] = s.y[t] - s.h[t] / 2;
		tracks.w[i] = s.w[t];
		tracks.h[i] = s.h[t];
		copyColours(s.colour, t, tracks.colour, i);
	}
}
