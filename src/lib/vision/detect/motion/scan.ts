import { createBlobs, type Blobs } from '../../blobs';
import type { Ground } from '../../ground';
import { createDetections, PERSON_HEIGHT, type Detections } from '../../types';
import { CELLS, MOST_THINGS, SHELTERED } from './measures';

/** What the parts of the motion detector share: the frame they look at, what is found in it, what is known of people. */
export interface Scan {
	readonly width: number;
	readonly height: number;
	readonly ground: Ground;
	rgb: Uint8Array | Uint8ClampedArray;
	/** Colours of the empty scene, RGB. */
	readonly empty: Uint8Array;
	/** 1 foreground, 0 background; and what of it nobody found so far explains. */
	readonly mask: Uint8Array;
	readonly rest: Uint8Array;
	/** Detection number + 1 of each pixel that a person found covers, 0 elsewhere. */
	readonly owner: Uint16Array;
	/** Whether the frame is without cast shadows: then there may be umbrellas, and the ground darkens round feet. */
	overcast: boolean;
	/** Share of people of late over whom there was an umbrella's cloth. */
	rain: number;

	readonly detections: Detections;
	/** Small things on the ground, of the size of a bag. */
	readonly things: Detections;
	/** Of each detection: 1 where both sides could be seen, for a whole person, for the shape of an umbrella. */
	readonly sides: Uint8Array;
	readonly whole: Uint8Array;
	readonly cloths: Uint8Array;
	/** And how well it fits its track's looks, or -1. */
	readonly fits: Float64Array;

	/** Of the person in each of the tracker's slots: height, how well they usually fit, a grid of their colours. */
	readonly metres: Float64Array;
	readonly typical: Float64Array;
	readonly grid: Float32Array;
	/** And how sure it is, from 0 to 1, that they are under an umbrella. */
	readonly umbrellas: Float64Array;
	/** Slots from near to far, and how near each is. */
	readonly near: Int32Array;
	readonly depth: Float64Array;

	/** For each row a head or an umbrella may be at, the foot row of somebody of PERSON_HEIGHT, and of SHELTERED. */
	readonly footUnder: Int32Array;
	readonly footSheltered: Int32Array;
	/** Components of what no known person explains, and which one each pixel is of, + 1. */
	readonly blobs: Blobs;
	readonly labels: Uint16Array;
	/** Top and bottom of a component in each column. */
	readonly top: Int32Array;
	readonly bottom: Int32Array;
}

/** The body looked at: its entries are named in measures.ts. Scratch, like all that is made outside of functions here. */
export const body = new Float64Array(9);

export function createScan(
	width: number,
	height: number,
	ground: Ground,
	most: number,
	mask: Uint8Array,
	empty: Uint8Array
): Scan {
	const n = width * height;
	const f64 = () => new Float64Array(most);
	const u8 = () => new Uint8Array(most);
	const i32 = (length: number) => new Int32Array(length);
	const footUnder = i32(height);
	const footSheltered = i32(height);
	for (let head = 0; head < height; head++) {
		let foot = head;
		for (let i = 0; i < 6; i++) foot = head + PERSON_HEIGHT * ground.at(foot);
		footUnder[head] = Math.round(foot);
		for (let i = 0; i < 6; i++) foot = head + SHELTERED * ground.at(foot);
		footSheltered[head] = Math.round(foot);
	}
	return {
		width,
		height,
		ground,
		rgb: empty,
		empty,
		mask,
		rest: new Uint8Array(n),
		owner: new Uint16Array(n),
		overcast: true,
		rain: 0,
		detections: createDetections(most),
		things: createDetections(MOST_THINGS),
		sides: u8(),
		whole: u8(),
		cloths: u8(),
		fits: f64(),
		metres: f64(),
		typical: f64(),
		grid: new Float32Array(most * CELLS * 3),
		umbrellas: f64(),
		near: i32(most),
		depth: f64(),
		footUnder,
		footSheltered,
		blobs: createBlobs(width, height),
		labels: new Uint16Array(n),
		top: i32(width),
		bottom: i32(width)
	};
}
