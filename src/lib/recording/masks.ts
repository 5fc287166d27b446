import { createSensor } from '../camera/sensor';
import { sensorCamera } from '../camera/camera';
import { paintBackdrop, paintStreet } from '../drawing/street';
import { createStreet } from '../street/street';
import { createPipeline } from '../vision/index';
import { LANE } from './zones';

/** What the pipeline saw of one frame, a byte a pixel of the sensor. */
export interface Seen {
	frame: number;
	/** 1 where the program found something. */
	mask: Uint8Array;
	/** 0 for no blob, else a number of the blob. */
	labels: Uint8Array;
	/** The background as learned so far. */
	background: Uint8Array;
}

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

/** What the worker is told. */
export type MaskOrder = { type: 'run'; seed: number; from: number; to: number } | { type: 'cancel' };
/** What it says: how far it is, then everything at once. */
export type MaskNews = { type: 'progress'; done: number; of: number } | { type: 'seen'; frames: Seen[] };

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

/** The windows of frames whose masks a page has had made anew. */
export interface Masks {
	/** Asks for a window; whatever was on its way is given up. The same window again is not made again. */
	request(from: number, to: number): void;
	cancel(): void;
	/** What was seen at a frame, or null where it is not (yet) known. */
	at(frame: number): Seen | null;
	/** The window that is known; null before the first is. */
	readonly window: { from: number; to: number } | null;
	/** Share of the window on its way that is done, 0 to 1; 1 when nothing is on its way. */
	readonly progress: number;
}

/** What runs orders: the worker, or in tests the recomputer itself. */
export interface Recomputer {
	order(order: MaskOrder): void;
	/** Hears the news; set by `createMasks`. */
	hear: (news: MaskNews) => void;
}

/** Keeps the last window asked for. `open` starts what runs orders, at the first request; null where there can be none. */
export function createMasks(seed: number, open: () => Recomputer | null, ready: () => void): Masks {
	let runner: Recomputer | null | undefined;
	let wanted: { from: number; to: number } | null = null;
	let known = new Map<number, Seen>();
	let progress = 1;
	return {
		request(from, to) {
			if (wanted && wanted.from === from && wanted.to === to) return;
			if (runner === undefined) {
				runner = open();
				if (runner)
					runner.hear = (news) => {
						if (!wanted) return;
						if (news.type === 'progress') progress = Math.max(progress, news.done / news.of);
						else {
							known = new Map(news.frames.map((f) => [f.frame, f]));
							progress = 1;
							ready();
						}
					};
			}
			if (!runner) return;
			wanted = { from, to };
			progress = 0;
			runner.order({ type: 'run', seed, from, to });
		},
		cancel() {
			if (!wanted || progress === 1) return;
			wanted = null;
			progress = 1;
			runner?.order({ type: 'cancel' });
		},
		at: (frame) => known.get(frame) ?? null,
		get window() {
			return progress === 1 && known.size > 0 ? wanted : null;
		},
		get progress() {
			return progress;
		}
	};
}
