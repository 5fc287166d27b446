import { BOXES_ALONE, createTracker, type TrackerOptions } from '../vision/track';
import { createDetections } from '../vision/types';
import type { Marked } from './motchallenge';
import type { Sequence } from './metrics';
import { afterwards, atOnce, BOXES_LATE, createFollowed, type Tracklet } from './tracklets';

/**
 * Runs the pipeline's tracker alone over given boxes, whose marks are their scores from 0 to 1; marks on another scale
 * say nothing here, and all boxes then count as sure.
 * @returns `online`: what it says at each frame, knowing nothing of later ones, as SORT does; `late`: what it says
 * within a second after each frame (see `afterwards`).
 */
export function follow(
	detections: Marked,
	fps: number,
	options: Partial<TrackerOptions> = {}
): { online: Sequence; late: Sequence } {
	const tracklets = followed(detections, fps, options);
	return {
		online: atOnce(tracklets, detections.length, fps, BOXES_LATE),
		late: afterwards(tracklets, detections.length, fps, BOXES_LATE)
	};
}

/** Everybody the tracker followed, in order of their first boxes. */
function followed(detections: Marked, fps: number, options: Partial<TrackerOptions>): Tracklet[] {
	const most = detections.reduce((m, d) => Math.max(m, d.ids.length), 64);
	const scored = detections.every((d) => d.marks.every((m) => m >= 0 && m <= 1));
	const boxes = createDetections(most);
	const tracker = createTracker({ most: 1024, detections: most, fps, ...BOXES_ALONE, ...options });
	const followed = createFollowed();
	detections.forEach((d, frame) => {
		boxes.count = d.ids.length;
		for (let i = 0; i < boxes.count; i++) {
			boxes.x[i] = d.boxes[i * 4];
			boxes.y[i] = d.boxes[i * 4 + 1];
			boxes.w[i] = d.boxes[i * 4 + 2];
			boxes.h[i] = d.boxes[i * 4 + 3];
			boxes.score[i] = scored ? d.marks[i] : 1;
		}
		tracker.predict();
		tracker.associate(boxes);
		tracker.update();
		followed.read(frame, tracker, boxes);
	});
	return followed.tracklets;
}
