/** Boxes found in one frame, in pixels; entry `i` of each array. Arrays are reused from frame to frame. */
export interface Detections {
	count: number;
	readonly most: number;
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly w: Float64Array;
	readonly h: Float64Array;
	/** 0 to 1: how much a person explains what is in the box. */
	readonly score: Float64Array;
	/** Slot of the track that was looked for here, or -1. */
	readonly hint: Int32Array;
	/** Colours of the body, `BANDS` × RGB from head to feet (0 to 255); -1 where nothing was seen. */
	readonly colour: Float32Array;
}

/** Horizontal bands of the body whose mean colour is kept, and numbers that makes. */
export const BANDS = 4;
export const COLOURS = 12;
/** Height of a standing person, metres. */
export const PERSON_HEIGHT = 1.7;

/** What both have: how many there are, their boxes, their colours. */
const createBoxes = (most: number) => ({
	count: 0,
	x: new Float64Array(most),
	y: new Float64Array(most),
	w: new Float64Array(most),
	h: new Float64Array(most),
	colour: new Float32Array(most * COLOURS).fill(-1)
});

export function createDetections(most: number): Detections {
	return {
		...createBoxes(most),
		most,
		score: new Float64Array(most),
		hint: new Int32Array(most).fill(-1)
	};
}

/** The people a tracker reports for one frame: seen in this frame, never only predicted. Arrays are reused. */
export interface Tracks {
	count: number;
	/** Never used twice. */
	readonly id: Int32Array;
	/** Box in pixels. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly w: Float64Array;
	readonly h: Float64Array;
	/** Foot point on the ground in metres; NaN without a camera. */
	readonly groundX: Float64Array;
	readonly groundY: Float64Array;
	/** Mean colours of the body over the last second or so, as in Detections. */
	readonly colour: Float32Array;
}

export function createTracks(most: number): Tracks {
	return {
		...createBoxes(most),
		id: new Int32Array(most),
		groundX: new Float64Array(most).fill(NaN),
		groundY: new Float64Array(most).fill(NaN)
	};
}

/** Copies the colours of entry `i` to entry `j` of `to`. */
export function copyColours(from: Float32Array, i: number, to: Float32Array, j: number): void {
	for (let k = 0; k < COLOURS; k++) to[j * COLOURS + k] = from[i * COLOURS + k];
}
