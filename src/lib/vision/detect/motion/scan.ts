import { createBlobs, type Blobs } from '../../blobs';
import { PERSON_HEIGHT, type Ground } from '../../ground';
import { createDetections, type Detections } from '../../types';
import type { Appearance } from './appearance';
import { MOST_THINGS } from './things';
import { OVER } from './umbrella';

/** Height of somebody under an umbrella, metres. */
export const SHELTERED = 2.1;
/** Pixels by which a body spills over its edge: the lens blurs, and a pixel covered in part counts. */
export const BLEED = 0.35;
/** Wider than this, over their height, is more than one person. */
export const WIDEST = 0.66;
/** Width over height of somebody newly seen, and of somebody under an umbrella. */
export const ASPECT = 0.42;
export const ASPECT_SHELTERED = 0.53;
/** How sure it must be that somebody is under an umbrella. */
export const UNDER = 0.4;

/** The body of somebody expected, as far as it is known (body.ts). */
export interface Body {
	/** Column of its middle, row of its foot, height as known, and the pixels of a metre there. */
	x: number;
	foot: number;
	tall: number;
	scale: number;
	/** Height as seen, and whether all of it is. */
	h: number;
	whole: number;
	/** Row of its lower end and where that puts the foot; middle of the umbrella over it, else its own. */
	bottomRow: number;
	bottom: number;
	axle: number;
	/** Whether both sides were seen. */
	both: number;
}

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

	readonly detections: Detections;
	/** Of each detection: 1 where both sides could be seen, a whole person, the shape of an umbrella; how well it fits its track's looks, or -1. */
	readonly sides: Uint8Array;
	readonly whole: Uint8Array;
	readonly cloths: Uint8Array;
	readonly fits: Float64Array;

	/** Of the person in each of the tracker's slots: height, how well they usually fit, how sure it is from 0 to 1 that they are under an umbrella. */
	readonly metres: Float64Array;
	readonly typical: Float64Array;
	readonly umbrellas: Float64Array;

	/** For each row a head or an umbrella may be at, the foot row of somebody of PERSON_HEIGHT, and of SHELTERED. */
	readonly footUnder: Int32Array;
	readonly footSheltered: Int32Array;
	/** Where to look for somebody and where they were found (appearance.ts). */
	readonly place: Float64Array;
	readonly found: Float64Array;
	/** Where an umbrella was found (umbrella.ts), the pixels looked at, -1 where they cannot be seen, and their sums of colours. */
	readonly cloth: Float64Array;
	readonly spots: Int32Array;
	readonly sums: Int32Array;
	/** Share of people of late over whom there was an umbrella's cloth. */
	rain: number;
	readonly body: Body;
	/** Slots from near to far, and how near each is (expected.ts). */
	readonly near: Int32Array;
	readonly depth: Float64Array;

	/** Components of what no known person explains, and which one each pixel is of, + 1. */
	readonly blobs: Blobs;
	readonly labels: Uint16Array;
	/** Top and bottom of a component in each column; the share explained and the best place of somebody in it (peel.ts). */
	readonly topOf: Int32Array;
	readonly bottomOf: Int32Array;
	readonly share: Float64Array;
	readonly best: Int32Array;
	/** Small things on the ground, of the size of a bag. */
	readonly things: Detections;
}

export function createScan(
	width: number,
	height: number,
	ground: Ground,
	most: number,
	mask: Uint8Array,
	empty: Uint8Array,
	{ place, found }: Appearance
): Scan {
	const n = width * height;
	const f64 = () => new Float64Array(most);
	const u8 = () => new Uint8Array(most);
	const footUnder = new Int32Array(height);
	const footSheltered = new Int32Array(height);
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
		detections: createDetections(most),
		sides: u8(),
		whole: u8(),
		cloths: u8(),
		fits: f64(),
		metres: f64().fill(PERSON_HEIGHT),
		typical: f64(),
		umbrellas: f64(),
		footUnder,
		footSheltered,
		place,
		found,
		cloth: new Float64Array(3),
		spots: new Int32Array(OVER.length / 2),
		sums: new Int32Array(3),
		rain: 0,
		// Fractions from the start: engines then write the next ones in place.
		body: { x: 0.5, foot: 0.5, tall: 0.5, scale: 0.5, h: 0.5, whole: 0, bottomRow: 0, bottom: 0.5, axle: 0.5, both: 0 },
		near: new Int32Array(most),
		depth: f64(),
		blobs: createBlobs(width, height),
		labels: new Uint16Array(n),
		topOf: new Int32Array(width),
		bottomOf: new Int32Array(width),
		share: new Float64Array(1),
		best: new Int32Array(4),
		things: createDetections(MOST_THINGS)
	};
}
