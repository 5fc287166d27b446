import { createSensor } from '../camera/sensor';
import { sensorCamera } from '../camera/camera';
import { paintBackdrop, paintStreet } from '../drawing/street';
import { createStreet } from '../street/street';
import { createPipeline } from '../vision/index';
import type { MaskNews, MaskOrder, Seen } from './masks';
import { LANE } from './zones';

/**
 * Frames the pipeline learns from before the first it is asked for: the square with nobody on it, as the camera of the
 * recording first saw it, then as people come.
 */
const EMPTY = 60;
const LIVED = 60;
export const LEARN = EMPTY + LIVED;
const N = 320 * 180;
const FPS = 12.5;
/** The street is made for longer than the recording: the same call gives the same people. */
const SECONDS = 252;

/**
 * Runs sensor and pipeline anew, from the street's seed, over the frames `from` to `to`: what the recording does not
 * keep. Yields after every frame, learning included, so that whoever runs it can stop or let others work; the value is
 * what was seen, or null while it learns. The learned background is not that of the recording, which learned longer:
 * tests/unit/masks.test.ts says how near the masks come.
 */
export function* recompute(seed: number, from: number, to: number): Generator<Seen | null, void> {
	const street = createStreet({ seed, seconds: SECONDS, fps: FPS });
	let empty = true;
	const paint = {
		paintBackdrop,
		paintStreet: ((pen, at, camera, o) => paintStreet(pen, at, camera, { ...o, empty })) as typeof paintStreet
	};
	const sensor = createSensor({ street, paint, seed });
	const pipeline = createPipeline({ width: 320, height: 180, camera: sensorCamera(), fps: FPS, lane: LANE });
	for (let frame = from - LEARN; frame <= to; frame++) {
		empty = frame < from - LIVED;
		street.seek(frame);
		sensor.expose(frame);
		pipeline.step(sensor.rgb, sensor.luma);
		if (frame < from) {
			yield null;
			continue;
		}
		const background = pipeline.picture(new Uint8Array(N)).slice();
		yield {
			frame,
			background,
			mask: Uint8Array.from(pipeline.mask, (m) => (m ? 1 : 0)),
			labels: Uint8Array.from(pipeline.labels, (l) => (l === 0 ? 0 : 1 + (l % 250)))
		};
	}
}

/** Runs orders, one window at a time, letting the next order in between frames. `later` calls back in a fresh task. */
export function createRecomputer(
	tell: (news: MaskNews) => void,
	later: (run: () => void) => void
): (order: MaskOrder) => void {
	let run = 0;
	return (order) => {
		const own = ++run;
		if (order.type === 'cancel') return;
		const { seed, from, to } = order;
		const frames: Seen[] = [];
		const work = recompute(seed, from, to);
		const of = to - from + 1 + LEARN;
		let done = 0;
		const step = () => {
			if (own !== run) return;
			const { value, done: over } = work.next();
			if (over) return tell({ type: 'seen', frames });
			if (value) frames.push(value);
			tell({ type: 'progress', done: ++done, of });
			later(step);
		};
		later(step);
	};
}
