import type { Camera } from '../camera/camera';
import { createCalibrator } from '../vision/calibrate';
import { givenCalibration, type Calibration } from '../vision/footage/calibration';
import type { Pipeline } from '../vision/index';
import type { Colour } from './source';

/** Frames, evenly spread, from which the empty scene is learned. */
const SAMPLES = 80;
/** Levels from the scene beyond which a pixel of a sample is somebody who passes. */
const PASSER = 20;

/** Gets to know a scene from its first pictures: what it looks like empty, and how tall people look in it. */
export interface Acquaintance {
	/** Whether as many pictures as were wanted have been seen. */
	readonly made: boolean;
	see(rgb: Colour, luma: Uint8Array): void;
	/** The camera as it was given, or as those who walk tell it; and whether to believe them. */
	calibration(): Calibration;
	/** Teaches the empty scene. */
	teach(pipeline: Pipeline): void;
}

/** @param count pictures wanted */
export function createAcquaintance(width: number, height: number, known: Camera | null, count: number): Acquaintance {
	const calibrator = known ? null : createCalibrator(width, height);
	const apart = Math.max(1, Math.floor(count / SAMPLES));
	const samples: { rgb: Colour; luma: Uint8Array }[] = [];
	let seen = 0;
	return {
		get made() {
			return seen >= count;
		},
		see(rgb, luma) {
			calibrator?.step(rgb, luma);
			if (seen++ % apart === 0) samples.push({ rgb: rgb.slice(), luma: luma.slice() });
		},
		calibration: () => (known ? givenCalibration(known) : calibrator!.calibration()),
		teach(pipeline) {
			emptied(samples);
			for (const s of samples) pipeline.learn(s.rgb, s.luma);
		}
	};
}

/** Levels within which the values of a pixel are of one thing. */
const ALIKE = 14;
/** Most things that a pixel is taken to show. */
const THINGS = 6;

/**
 * Puts the scene where a sample differs from it: streets are full, and those who pass are no scene. A pixel's scene is
 * what it comes back to: somebody who stands for long is seen long, but once; between any two who stand there is the scene.
 */
function emptied(samples: { rgb: Colour; luma: Uint8Array }[]): void {
	const n = samples[0]?.luma.length ?? 0;
	const sums = new Float64Array(THINGS);
	const times = new Int32Array(THINGS);
	const visits = new Int32Array(THINGS);
	for (let i = 0; i < n; i++) {
		let things = 0;
		let last = -1;
		for (const { luma } of samples) {
			const value = luma[i];
			let thing = 0;
			while (thing < things && Math.abs(value - sums[thing] / times[thing]) > ALIKE) thing++;
			if (thing === THINGS) continue;
			if (thing === things) sums[things] = times[things] = visits[things++] = 0;
			sums[thing] += value;
			times[thing]++;
			if (thing !== last) visits[thing]++;
			last = thing;
		}
		let best = 0;
		for (let k = 1; k < things; k++)
			if (visits[k] * Math.sqrt(times[k]) > visits[best] * Math.sqrt(times[best])) best = k;
		const level = sums[best] / times[best];
		let usual = samples[0];
		for (const s of samples) if (Math.abs(s.luma[i] - level) < Math.abs(usual.luma[i] - level)) usual = s;
		const [own, r, g, b] = [usual.luma[i], ...usual.rgb.subarray(3 * i, 3 * i + 3)];
		for (const s of samples) {
			if (Math.abs(s.luma[i] - level) <= PASSER) continue;
			s.luma[i] = own;
			s.rgb[3 * i] = r;
			s.rgb[3 * i + 1] = g;
			s.rgb[3 * i + 2] = b;
		}
	}
}
