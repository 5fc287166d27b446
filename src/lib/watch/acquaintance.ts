import type { Camera } from '../camera/camera';
import { createCalibrator } from '../vision/calibrate';
import type { Pipeline } from '../vision/index';
import type { Colour } from './source';

/** Frames, evenly spread, from which the empty scene is learned. */
const SAMPLES = 80;
/** Levels from the median beyond which a pixel of a sample is somebody who passes. */
const PASSER = 20;

/** Gets to know a scene from its first pictures: what it looks like empty, and how tall people look in it. */
export interface Acquaintance {
	/** Whether as many pictures as were wanted have been seen. */
	readonly made: boolean;
	see(rgb: Colour, luma: Uint8Array): void;
	/** The camera as it was given, or as those who walk tell it. */
	camera(): Camera;
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
		camera: () => known ?? calibrator!.camera(),
		teach(pipeline) {
			emptied(samples);
			for (const s of samples) pipeline.learn(s.rgb, s.luma);
		}
	};
}

/** Puts the median over the samples where a sample differs from it: streets are full, and those who pass are no scene. */
function emptied(samples: { rgb: Colour; luma: Uint8Array }[]): void {
	const values = new Uint8Array(samples.length);
	const n = samples[0]?.luma.length ?? 0;
	for (let i = 0; i < n; i++) {
		for (let k = 0; k < samples.length; k++) values[k] = samples[k].luma[i];
		const median = values.sort()[samples.length >> 1];
		const usual = samples.find((s) => s.luma[i] === median)!;
		for (const s of samples) {
			if (Math.abs(s.luma[i] - median) <= PASSER) continue;
			s.luma[i] = median;
			for (let c = 0; c < 3; c++) s.rgb[i * 3 + c] = usual.rgb[i * 3 + c];
		}
	}
}
