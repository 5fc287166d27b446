import type { Camera } from '../camera/camera';
import { LEARNED, type Network } from '../vision/detect/learned/index';
import type { Calibration } from '../vision/footage/calibration';
import {
	boxesOf,
	createLearnedObserver,
	createObserver,
	footageSetup,
	footageSource,
	observe,
	type DetectorSetup,
	type FootageFormat,
	type Setup
} from '../watch/index';
import { FileError } from './motchallenge';
import type { Sequence } from './metrics';
import { afterwards, clip, createFollowed, PIXELS_LATE, type Tracklet } from './tracklets';
import { openVideo } from './y4m';

export interface Watched {
	/** What is said at each frame that is looked at, and up to a second after it (see `afterwards`). */
	online: Sequence;
	late: Sequence;
	/** Null where the network looked, which needs none. */
	calibration: Calibration | null;
	/** Frames looked at in each state, or with what trouble. */
	states: Record<string, number>;
}

/**
 * Runs a YUV4MPEG2 video through the machine; boxes come back in the video's own pixels. The beginning of the video is
 * read once before: people are already there in the first frame, and without a calibration their height at each row is
 * unknown. In frames between two that were looked at, boxes seen in both are in between.
 * @param known the camera, in the video's pixels
 * @param network finds people in place of motion; it sees the video's own pixels, or averages of them where there are too many
 */
export function watch(file: string, known?: Partial<Camera>, detector?: DetectorSetup, network?: Network): Watched {
	const video = openVideo(file);
	try {
		const whole = setupOf(file, video, known, detector);
		const setup: Setup = network ? { ...whole, footage: undefined } : whole;
		const observer = network
			? createLearnedObserver(setup, network, LEARNED.highThresh).observer
			: createObserver(setup);
		const { fps } = setup;
		const { by } = observer.now;
		const [width, height] = [Math.floor(video.width / by), Math.floor(video.height / by)];
		const online: Sequence = [];
		/** Everybody followed, anew each time the scene was learned, with what their numbers are raised by. */
		const epochs: { before: number; tracklets: Tracklet[] }[] = [];
		let followed = createFollowed();
		const states: Record<string, number> = {};
		/** How far each frame was moved to lie on the others. */
		const moved: number[][] = [];
		for (const seen of observe(footageSource(video, setup), setup, observer)) {
			const boxes = boxesOf(seen);
			const state = seen.trouble ?? seen.state;
			states[state] = (states[state] ?? 0) + 1;
			online.push({ ids: boxes.map((b) => b.id), boxes: boxes.flatMap((b) => [b.x, b.y, b.w, b.h]) });
			moved.push([seen.dx, seen.dy, 0, 0]);
			if (seen.epoch === epochs.length) {
				followed = createFollowed();
				epochs.push({ before: seen.before, tracklets: followed.tracklets });
			}
			if (seen.state === 'watching') followed.read(online.length - 1, seen.tracker, seen.detections);
		}
		const late: Sequence = online.map(() => ({ ids: [], boxes: [] }));
		for (const { tracklets, before } of epochs)
			clip(afterwards(tracklets, online.length, fps, PIXELS_LATE), width, height).forEach(({ ids, boxes }, f) => {
				late[f].ids.push(...ids.map((id) => before + id));
				late[f].boxes.push(...boxes.map((v, k) => (v - moved[f][k % 4]) * by));
			});
		const every = Math.round(video.fps / fps);
		return {
			online: between(online, every, video.read),
			late: between(late, every, video.read),
			calibration: observer.calibration,
			states
		};
	} finally {
		video.close();
	}
}

function setupOf(file: string, format: FootageFormat, known?: Partial<Camera>, detector?: DetectorSetup): Setup {
	const { width, height } = format;
	const camera: Setup['camera'] = known
		? { x: 0, y: 0, z: 0, sin: 0, cos: 1, f: 0, u0: 0, v0: 0, width, height, ...known }
		: 'calibrate';
	try {
		return footageSetup(format, { camera, ...(detector ? { detector } : {}) });
	} catch (error) {
		if (error instanceof RangeError) throw new FileError(`${file}, line 1: ${error.message}`);
		throw error;
	}
}

/** All frames of a video of which every `every`-th was looked at: in between is who is seen before and after. */
function between(looked: Sequence, every: number, frames: number): Sequence {
	return Array.from({ length: frames }, (_, f) => {
		const before = looked[Math.floor(f / every)];
		const after = looked[Math.floor(f / every) + 1];
		const part = (f % every) / every;
		if (part === 0) return before;
		const frame = { ids: [] as number[], boxes: [] as number[] };
		before.ids.forEach((id, i) => {
			const j = after ? after.ids.indexOf(id) : -1;
			if (j < 0) return;
			frame.ids.push(id);
			for (let k = 0; k < 4; k++) {
				const from = before.boxes[i * 4 + k];
				frame.boxes.push(from + (after.boxes[j * 4 + k] - from) * part);
			}
		});
		return frame;
	});
}
