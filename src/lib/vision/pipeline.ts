import type { Camera } from '../camera/camera';
import { createBackground } from './background';
import { createDetector, THINGS } from './detect';
import { createGait } from './gait';
import { createGround } from './ground';
import { createMask } from './mask';
import { createRefiner, type Study } from './refine';
import { createTracker, PEOPLE, THINGS as THING_TRACKS, type Tracker } from './track';
import type { Detections, Tracks } from './types';
import { createVehicles, type Lane } from './vehicles';

export interface PipelineOptions {
	/** Pixels, 16 to 1280 by 16 to 720. */
	width: number;
	height: number;
	camera: Camera;
	/** Frames a second. Default 12.5. */
	fps?: number;
	/** The tracker keeps the background from learning the people it follows. Default true. */
	gated?: boolean;
	/** Take cast shadows out. Default true. */
	shadows?: boolean;
	/** Gaussian components a pixel: 3 (default) or 5. */
	components?: number;
	/** Most people followed at once. Default 512. */
	most?: number;
	/** A lane where trams or cars run, as an installer marks it. */
	lane?: Lane;
	/** Is shown what each reported box is refined by. */
	study?: Study;
}

/** From pixels to people: background, mask, blobs, boxes, tracks. */
export interface Pipeline {
	/**
	 * One frame.
	 * @param rgb three bytes a pixel
	 * @param luma one byte a pixel
	 */
	step(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array): Tracks;
	/** Learns the empty scene from a frame, before the first step; nobody is looked for. Frames far apart are best. */
	learn(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array): void;
	/** The last frame's intermediate results: views, overwritten by the next step. */
	/** 255 foreground of the background model, before cleaning. */
	readonly raw: Uint8Array;
	/** 1 foreground after cleaning. */
	readonly mask: Uint8Array;
	/** Number + 1 of the mask's component at each pixel, 0 elsewhere: found when asked for. */
	readonly labels: Uint16Array;
	readonly detections: Detections;
	readonly tracks: Tracks;
	/** Small things that stay, followed like people. */
	readonly objects: Tracks;
	readonly tracker: Tracker;
	/** The empty scene as the program remembers it. */
	picture(out: Uint8Array): Uint8Array;
	/** FNV-1a of the state that later frames depend on: equal on every engine. */
	hash(): number;
}

/** Seconds after which somebody who does not move may become background after all. */
const RELEASE = 120;

export function createPipeline(options: PipelineOptions): Pipeline {
	const { width, height, camera, fps = 12.5, gated = true, shadows = true, components = 3, most = 512 } = options;
	if (!(width >= 16 && width <= 1280 && height >= 16 && height <= 720))
		throw new RangeError(`A pipeline takes 16 × 16 to 1280 × 720 pixels, not ${width} × ${height}`);
	const n = width * height;
	const ground = createGround(camera, height);
	const background = createBackground({ width, height, components });
	const cleaner = createMask({ width, height, shadows });
	const vehicles = options.lane && createVehicles(width, height, camera, options.lane);
	const detector = createDetector({ width, height, ground, most, vehicles });
	const tracker = createTracker({ most, detections: most, fps, ...PEOPLE });
	const gait = createGait(ground, most);
	const refiner = createRefiner(ground, width, height, options.study);
	const raw = new Uint8Array(n);
	const labels = new Uint16Array(n);
	const gate = new Uint8Array(n);
	const tracks = tracker.tracks;
	const thingTracker = createTracker({
		...THING_TRACKS,
		most: THINGS,
		detections: THINGS,
		fps,
		minHits: Math.max(2, Math.round(fps / 2))
	});
	const objects = thingTracker.tracks;

	/** The background must not learn whom and what the trackers follow, until they have been still for too long. */
	function close(): void {
		gate.fill(0);
		cover(tracker);
		cover(thingTracker);
	}

	function cover(from: Tracker): void {
		const s = from.state;
		for (let o = 0; o < from.living; o++) {
			const t = from.order[o];
			if (!s.confirmed[t] || s.missed[t] > fps || s.still[t] > RELEASE * fps) continue;
			// Whole numbers from here: fractions handed to a call are allocated.
			const l = Math.max(0, (s.x[t] - s.w[t] / 2 - 1) | 0) | 0;
			const r = Math.min(width, (s.x[t] + s.w[t] / 2 + 2) | 0) | 0;
			const b = Math.min(height, (s.y[t] + s.h[t] / 2 + 2) | 0) | 0;
			if (r <= l) continue;
			for (let v = Math.max(0, (s.y[t] - s.h[t] / 2 - 1) | 0) | 0; v < b; v++)
				gate.fill(1, v * width + l, v * width + r);
		}
	}

	/** Boxes end where the picture does. */
	function cut(boxes: Tracks): void {
		const { count, x, y, w, h } = boxes;
		for (let i = 0; i < count; i++) {
			const right = Math.min(width, x[i] + w[i]);
			const bottom = Math.min(height, y[i] + h[i]);
			x[i] = Math.max(0, Math.min(width - 1, x[i]));
			y[i] = Math.max(0, Math.min(height - 1, y[i]));
			w[i] = Math.max(1, right - x[i]);
			h[i] = Math.max(1, bottom - y[i]);
		}
	}

	return {
		step(rgb, luma) {
			background.apply(luma, raw, undefined, gated || vehicles ? gate : undefined);
			cleaner.clean(raw, luma, background, rgb);
			tracker.predict();
			gait.predict(tracker);
			detector.detect(cleaner.mask, rgb, cleaner.colours, tracker, cleaner.shade[0] < 1);
			tracker.associate(detector.detections);
			tracker.update();
			gait.update(tracker, detector);
			refiner.refine(tracker, detector, gait, cleaner.mask, cleaner.shade[0] === 1);
			cut(tracks);
			detector.learn(rgb, tracker);
			thingTracker.predict();
			thingTracker.associate(detector.things);
			thingTracker.update();
			ground.locate(tracks);
			ground.locate(objects);
			if (gated) close();
			else if (vehicles) gate.fill(0);
			vehicles?.close(gate);
			return tracks;
		},
		learn(rgb, luma) {
			background.apply(luma, raw);
			cleaner.clean(raw, luma, background, rgb);
		},
		raw,
		mask: cleaner.mask,
		get labels() {
			detector.blobs.find(cleaner.mask, 6);
			return detector.blobs.labels(labels);
		},
		detections: detector.detections,
		tracks,
		objects,
		tracker,
		picture: background.picture,
		hash() {
			let h = fold(0x811c9dc5, background.mean);
			h = fold(h, background.variance);
			for (const a of [tracker.state.x, tracker.state.y, tracker.state.vx, tracker.state.h, tracker.state.id])
				h = fold(h, a);
			return h >>> 0;
		}
	};
}

function fold(hash: number, array: ArrayBufferView): number {
	const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
	for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash;
}
