import { BOXES_ALONE, createTracker, type TrackerOptions } from '../vision/track';
import { createDetections } from '../vision/types';
import type { Marked } from './motchallenge';
import type { Sequence } from './metrics';

/** Runs the pipeline's tracker alone over given boxes, whose marks are their scores. */
export function follow(detections: Marked, fps: number, options: Partial<TrackerOptions> = {}, late = true): Sequence {
	const most = Math.max(64, ...detections.map((d) => d.ids.length));
	const boxes = createDetections(most);
	const tracker = createTracker({ most: 1024, detections: most, fps, ...BOXES_ALONE, ...options });
	const out: Sequence = detections.map(() => ({ ids: [], boxes: [] }));
	const s = tracker.state;
	const waiting = new Map<number, { frame: number; box: number[] }[]>();
	detections.forEach((d, frame) => {
		boxes.count = d.ids.length;
		for (let i = 0; i < boxes.count; i++) {
			boxes.x[i] = d.boxes[i * 4];
			boxes.y[i] = d.boxes[i * 4 + 1];
			boxes.w[i] = d.boxes[i * 4 + 2];
			boxes.h[i] = d.boxes[i * 4 + 3];
			boxes.score[i] = d.marks[i];
		}
		tracker.predict();
		tracker.update(boxes);
		for (let o = 0; o < tracker.living; o++) {
			const t = tracker.order[o];
			if (s.missed[t]) continue;
			const sight = { frame, box: [s.x[t] - s.w[t] / 2, s.y[t] - s.h[t] / 2, s.w[t], s.h[t]] };
			const known = waiting.get(s.id[t]);
			if (!s.confirmed[t]) {
				if (known) known.push(sight);
				else waiting.set(s.id[t], [sight]);
				continue;
			}
			for (const { frame: f, box } of [...(late ? (known ?? []) : []), sight]) {
				out[f].ids.push(s.id[t]);
				out[f].boxes.push(...box);
			}
			waiting.delete(s.id[t]);
		}
	});
	return out;
}
