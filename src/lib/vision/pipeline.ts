import type { Camera } from '../camera/camera';
import type { Detector, Frame, Layers } from './detect/detector';
import { createMotion, type MotionOptions } from './detect/motion/motion';
import { MOST_THINGS } from './detect/motion/measures';
import { createGround } from './ground';
import { createTracker, PEOPLE, THINGS, type Tracker, type TrackerOptions } from './track';
import { createDetections, type Detections, type Tracks } from './types';

export interface PipelineOptions extends MotionOptions {
	/** Pixels, 16 to 1280 by 16 to 720. */
	width: number;
	height: number;
	camera: Camera;
	/** Frames a second. Default 12.5. */
	fps?: number;
	/** Most people followed at once. Default 512. */
	most?: number;
	/** What finds people. Default: what moves; the options of that are for it alone. */
	detector?: Detector;
	/** How its people are followed. Default: as suits what moves. */
	tracking?: Partial<TrackerOptions>;
}

/** From pixels to people: a detector finds them, a tracker follows them. */
export interface Pipeline extends Layers {
	/**
	 * One frame.
	 * @param rgb three bytes a pixel
	 * @param luma one byte a pixel
	 */
	step(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array): Tracks;
	/** Learns the empty scene from a frame, before the first step; nobody is looked for. Frames far apart are best. */
	learn(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array): void;
	/** The last frame's results: views, overwritten by the next step. */
	readonly detections: Detections;
	readonly tracks: Tracks;
	/** Small things that stay, followed like people. */
	readonly objects: Tracks;
	readonly tracker: Tracker;
	/** FNV-1a of the state that later frames depend on: equal on every engine. */
	hash(): number;
}

/**
 * Makes a pipeline; throws RangeError on a size it is not made for. A step allocates nothing: all arrays are made here.
 * Engines put a fraction in a new object where it is handed to a function, or back from one, that they do not compile
 * into its caller; so in everything called once a person or a pixel, fractions go through arrays and fields made
 * beforehand (`row`, `box`, `place`, `other`…), and whole numbers as arguments.
 */
export function createPipeline(options: PipelineOptions): Pipeline {
	const { width, height, camera, fps = 12.5, most = 512 } = options;
	if (!(width >= 16 && width <= 1280 && height >= 16 && height <= 720))
		throw new RangeError(`Not 16 × 16 to 1280 × 720 pixels: ${width} × ${height}`);
	const ground = createGround(camera, height);
	const detector = options.detector ?? createMotion({ ...options, ground, fps, most });
	const people = createTracker({ ...PEOPLE, ...options.tracking, fps, most, detections: most });
	const minHits = Math.max(2, Math.round(fps / 2));
	const staying = createTracker({ ...THINGS, fps, minHits, most: MOST_THINGS, detections: MOST_THINGS });
	const { tracks } = people;
	const objects = staying.tracks;
	const nothing = createDetections(0);
	const frame: Frame = { rgb: new Uint8Array(0), luma: new Uint8Array(0) };
	let detections = nothing;

	/** Boxes end where the picture does. */
	function cut({ count, x, y, w, h }: Tracks): void {
		for (let i = 0; i < count; i++) {
			const right = Math.min(width, x[i] + w[i]);
			const bottom = Math.min(height, y[i] + h[i]);
			x[i] = Math.max(0, Math.min(width - 1, x[i]));
			y[i] = Math.max(0, Math.min(height - 1, y[i]));
			w[i] = Math.max(1, right - x[i]);
			h[i] = Math.max(1, bottom - y[i]);
		}
	}

	const { layers = unseen(width * height), state = [] } = detector;
	return {
		step(rgb, luma) {
			frame.rgb = rgb;
			frame.luma = luma;
			people.predict();
			detector.predict?.(people);
			staying.predict();
			detections = detector.detect(frame, people);
			people.associate(detections);
			staying.associate(detector.things ?? nothing);
			people.update();
			staying.update();
			detector.refine?.(people);
			cut(tracks);
			ground.locate(tracks);
			ground.locate(objects);
			detector.learn?.(frame, people, staying);
			return tracks;
		},
		learn(rgb, luma) {
			frame.rgb = rgb;
			frame.luma = luma;
			detector.prepare?.(frame);
		},
		raw: layers.raw,
		mask: layers.mask,
		get labels() {
			return layers.labels;
		},
		picture: layers.picture,
		get detections() {
			return detections;
		},
		tracks,
		objects,
		tracker: people,
		hash() {
			const { x, y, vx, h, id } = people.state;
			return [...state, x, y, vx, h, id].reduce(fold, 0x811c9dc5) >>> 0;
		}
	};
}

/** The layers of a detector that has none. */
function unseen(n: number): Layers {
	return {
		raw: new Uint8Array(n),
		mask: new Uint8Array(n),
		labels: new Uint16Array(n),
		picture: (out) => out.fill(0)
	};
}

function fold(hash: number, array: ArrayBufferView): number {
	const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
	for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash;
}
