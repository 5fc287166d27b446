import type { Predictions, Tracker } from '../track';
import type { Detections } from '../types';

/** A picture as a detector is shown it. The same object on every frame. */
export interface Frame {
	/** Three bytes a pixel, row by row. */
	rgb: Uint8Array | Uint8ClampedArray;
	/** One byte a pixel. */
	luma: Uint8Array;
}

/**
 * Finds people in a picture: predictions in, detections out. `detect` alone makes a detector; the rest is for those that
 * learn from what the tracker makes of their boxes, or that have more to tell. Everything it hands out is its own and is
 * overwritten by the next frame; the pipeline never writes there.
 */
export interface Detector {
	/**
	 * Finds the people of one frame, in any order, no more than the pipeline's `most`; a score for each, and -1 for hints
	 * and colours that it does not have. It may use where people are expected, and must not change it. The same object on
	 * every call.
	 */
	detect(frame: Frame, expected: Predictions): Detections;
	/** Small things on the ground, of the size of a bag, in the frame last seen. */
	readonly things?: Detections;
	/** Learns the empty scene from a frame, before the first that people are looked for in. */
	prepare?(frame: Frame): void;
	/** Before `detect`: corrects what the tracker expects by what it knows of bodies, like how wide they are in mid-step. */
	predict?(people: Tracker): void;
	/** After the tracker has its detections: moves the edges of boxes that it reports. */
	refine?(people: Tracker): void;
	/** At the end of a frame: learns from who was seen, and from the things that stay. */
	learn?(frame: Frame, people: Predictions, things: Predictions): void;
	/** How it sees a frame, for who shows it. */
	readonly layers?: Layers;
	/** What later frames depend on: a part of the pipeline's hash. */
	readonly state?: readonly ArrayBufferView[];
}

/** Intermediate results of the last frame: views, overwritten by the next. Zeros where a detector has none. */
export interface Layers {
	/** 255 foreground of the background model, before cleaning. */
	readonly raw: Uint8Array;
	/** 1 foreground after cleaning. */
	readonly mask: Uint8Array;
	/** Number + 1 of the mask's component at each pixel, 0 elsewhere: found when asked for. */
	readonly labels: Uint16Array;
	/** The empty scene as the program remembers it. */
	picture(out: Uint8Array): Uint8Array;
}
