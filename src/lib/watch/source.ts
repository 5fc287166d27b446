import type { Observer } from './observer';
import type { Setup } from './setup';

/** Three bytes a pixel. */
export type Colour = Uint8Array | Uint8ClampedArray;

/** One picture, and when it was taken. */
export interface Picture {
	readonly rgb: Colour;
	/** One byte a pixel. */
	readonly luma: Uint8Array;
	/** Seconds; whatever clock it is, it grows. */
	readonly time: number;
}

/** What pictures come from: a film of the square (film.ts), or footage (footage.ts). */
export interface Source extends Picture {
	/** Makes the machine that a setup describes, for pictures like these. */
	observer(setup: Setup): Observer;
	/** Takes the next picture, into the same arrays; false at the end. */
	next(): boolean;
	/**
	 * The pictures of the first so many seconds, for whoever must know a scene before looking at it; then the source
	 * begins anew. Missing where nothing can be known beforehand, as with a live camera.
	 */
	preview?(seconds: number): Preview;
}

export interface Preview {
	/** Pictures that will come, about. */
	readonly count: number;
	readonly pictures: Iterable<Picture>;
}
