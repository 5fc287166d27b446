import { COLOURS } from '../types';

/** One slot for each living track; lengths in pixels, rates per frame. */
export interface TrackState {
	readonly id: Int32Array;
	/** Centre of the box. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly w: Float64Array;
	readonly h: Float64Array;
	readonly vx: Float64Array;
	readonly vy: Float64Array;
	readonly vh: Float64Array;
	/** Frames seen in all, and since last seen. */
	readonly hits: Int32Array;
	readonly missed: Int32Array;
	/** Frames since last further than half a height from where they then were. */
	readonly still: Int32Array;
	/** 1 once believed. */
	readonly confirmed: Uint8Array;
	/** Detection of this frame, or -1. */
	readonly matched: Int32Array;
	/** Mean colours of the body, as in Detections. */
	readonly colour: Float32Array;
}

/** Where a tracker expects everybody in the frame that comes. */
export interface Predictions {
	/** Slots of living tracks, oldest first; `living` of them. */
	readonly order: Int32Array;
	readonly living: number;
	readonly state: TrackState;
}

/** The whole state of a tracker, shared by its parts. */
export interface Slots extends TrackState {
	readonly order: Int32Array;
	living: number;
	/** Slots that are free; `freed` of them. */
	readonly free: Int32Array;
	freed: number;
	nextId: number;
	/** Covariance of position and velocity over the squared height, the same across and down. */
	readonly p00: Float64Array;
	readonly p01: Float64Array;
	readonly p11: Float64Array;
	/** Mean velocity across of the last second or so. */
	readonly usual: Float64Array;
	/** Where it was last seen, first seen, and last moved on from. */
	readonly lastX: Float64Array;
	readonly lastY: Float64Array;
	readonly firstX: Float64Array;
	readonly firstY: Float64Array;
	readonly anchorX: Float64Array;
	readonly anchorY: Float64Array;
	/** Whether a track was seen again this frame after a short gap, and how often it took turns with another. */
	readonly back: Uint8Array;
	readonly turns: Uint8Array;
}

/** Empty slots for at most `most` tracks. */
export function createSlots(most: number): Slots {
	const f64 = () => new Float64Array(most);
	const i32 = () => new Int32Array(most);
	const u8 = () => new Uint8Array(most);
	return {
		id: i32(),
		x: f64(),
		y: f64(),
		w: f64(),
		h: f64(),
		vx: f64(),
		vy: f64(),
		vh: f64(),
		hits: i32(),
		missed: i32(),
		still: i32(),
		confirmed: u8(),
		matched: i32().fill(-1),
		colour: new Float32Array(most * COLOURS),
		order: i32(),
		living: 0,
		free: i32().map((_, i) => most - 1 - i),
		freed: most,
		nextId: 1,
		p00: f64(),
		p01: f64(),
		p11: f64(),
		usual: f64(),
		lastX: f64(),
		lastY: f64(),
		firstX: f64(),
		firstY: f64(),
		anchorX: f64(),
		anchorY: f64(),
		back: u8(),
		turns: u8()
	};
}
