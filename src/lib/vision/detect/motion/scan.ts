import { PERSON_HEIGHT, type Ground } from '../../ground';
import { createDetections, type Detections } from '../../types';

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
	/** The box that is about to be a detection: x, y, w, h, score. */
	readonly box: Float64Array;
}

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
		box: new Float64Array(5)
	};
}
