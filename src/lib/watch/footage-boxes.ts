import { fit, MAST } from '../camera/camera';
import type { Detector } from '../vision/detect/detector';
import { BOXES_ALONE } from '../vision/track';
import { createDetections } from '../vision/types';
import { createMachine } from './machine';
import { observerOf, type Observer } from './observer';
import type { Setup } from './setup';

/** Largest picture the pipeline is made for. */
const WIDEST = 1280;
const TALLEST = 720;

/**
 * The machine over boxes that another one has found: the tracker for boxes alone, and the rules after it. Pictures it is
 * shown are not looked at, and nobody has a place on the ground.
 * @param frames x, y, w, h and score of each box in pixels of the setup, frame by frame
 */
export function createBoxesObserver(setup: Setup, frames: readonly (readonly number[])[]): Observer {
	const by = Math.max(1, setup.width / WIDEST, setup.height / TALLEST);
	const width = Math.max(16, Math.floor(setup.width / by));
	const height = Math.max(16, Math.floor(setup.height / by));
	const most = frames.reduce((m, boxes) => Math.max(m, boxes.length / 5), 64);
	const machine = createMachine(setup, width, height, by);
	const found = createDetections(most);
	let frame = 0;
	const detector: Detector = {
		detect() {
			const boxes = frames[frame] ?? [];
			found.count = boxes.length / 5;
			for (let i = 0; i < found.count; i++) {
				found.x[i] = boxes[5 * i] / by;
				found.y[i] = boxes[5 * i + 1] / by;
				found.w[i] = boxes[5 * i + 2] / by;
				found.h[i] = boxes[5 * i + 3] / by;
				found.score[i] = boxes[5 * i + 4];
			}
			return found;
		}
	};
	const pipeline = machine.start(fit(MAST, width, height), { detector, tracking: BOXES_ALONE, most });
	machine.camera = null;
	return observerOf(
		machine,
		setup,
		(rgb, luma, time) => {
			machine.begin(rgb, luma, time);
			frame = machine.now.frame;
			return machine.report(pipeline.step(rgb, luma), pipeline.objects);
		},
		() => {}
	);
}
