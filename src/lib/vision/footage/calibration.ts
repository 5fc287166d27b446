import type { Camera } from '../../camera/camera';
import type { Band } from './band';

/** Why a calibration is sure or not. */
export const REASONS = {
	given: 'the camera was given',
	walkers: 'those who walked agree on one camera',
	few: 'too few people were seen walking, whole and alone',
	row: 'everybody walked at the same height of the picture: near and far cannot be told apart',
	limit: 'people are as tall far up in the picture as far down: the camera would hang from a mast no street has',
	scatter: 'the heights of those who walked do not agree on any camera',
	close: 'people fill most of the picture: they are seldom whole in it'
} as const;

/** What was found out of the camera, and whether to believe it. */
export interface Calibration {
	readonly sure: boolean;
	readonly why: keyof typeof REASONS;
	/** The same in words. */
	readonly reason: string;
	/** Sights of walkers. */
	readonly sights: number;
	/** Part of them that the camera explains, and by how much of their height the others of them miss it: the median. */
	readonly explained: number;
	readonly residual: number;
	/** A camera that sees nobody's ground when it is unsure. */
	readonly camera: Camera;
	/** How tall people are taken to be where no camera can say it. */
	readonly band: Band | null;
}

/** Somebody who has a calibration at hand. */
export const givenCalibration = (camera: Camera): Calibration => ({
	sure: true,
	why: 'given',
	reason: REASONS.given,
	sights: 0,
	explained: NaN,
	residual: NaN,
	camera,
	band: null
});

/** A camera without ground: the whole picture is above its horizon, so no place in it is a place in metres. */
export const groundless = (width: number, height: number): Camera => ({
	x: 0,
	y: 0,
	z: 1,
	sin: 0,
	cos: 1,
	f: height,
	u0: width / 2,
	v0: 1e6 * height,
	width,
	height
});
