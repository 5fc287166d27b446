import { fit, MAST } from '../camera/camera';
import { createLearned, LEARNED, type Learned, type Network, type Size } from '../vision/detect/learned/index';
import { createMachine } from './machine';
import { observerOf, type Observer } from './observer';
import { scaled, type Setup } from './setup';
import { shrink } from './shrink';

/** Largest picture the pipeline is made for: of a larger one, squares of pixels are averaged. */
const WIDEST = 1280;
const TALLEST = 720;

/** An observer, and where its network looks. */
export interface LearnedObserver {
	observer: Observer;
	eyes: Pick<Learned, 'heat' | 'letterbox'>;
}

/**
 * The machine with the neural network for eyes: the same tracker and rules after it. It needs no empty scene and finds out
 * nothing of the camera, so where none is known nobody has a place on the ground.
 * @param threshold score from which somebody is followed
 * @param input pixels the network looks at; default as it chooses
 */
export function createLearnedObserver(
	setup: Setup,
	network: Network,
	threshold: number,
	input?: Size
): LearnedObserver {
	const by = Math.max(1, Math.ceil(Math.max(setup.width / WIDEST, setup.height / TALLEST)));
	const [width, height] = [Math.floor(setup.width / by), Math.floor(setup.height / by)];
	const small = by > 1 ? { rgb: new Uint8Array(width * height * 3), luma: new Uint8Array(width * height) } : null;
	const machine = createMachine(setup, width, height, by);
	const known = setup.camera === 'calibrate' ? null : scaled(setup.camera, by, width, height);
	const detector = createLearned({ network, width, height, input, least: Math.min(threshold, LEARNED.highThresh) });
	const pipeline = machine.start(known ?? fit(MAST, width, height), {
		detector,
		tracking: { ...LEARNED, highThresh: threshold }
	});
	if (!known) machine.camera = null;
	const observer = observerOf(
		machine,
		setup,
		(rgb, luma, time) => {
			if (small) {
				shrink(rgb, setup.width, setup.height, 3, by, small.rgb);
				shrink(luma, setup.width, setup.height, 1, by, small.luma);
			}
			const seen = small ?? { rgb, luma };
			machine.begin(seen.rgb, seen.luma, time);
			return machine.report(pipeline.step(seen.rgb, seen.luma), pipeline.objects);
		},
		() => {}
	);
	return { observer, eyes: detector };
}
