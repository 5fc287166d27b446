import type { Pen } from '../drawing/types';
import { hash, random, sine } from '../maths';
import type { Instant, Street } from '../street/types';
import { fit, MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera, type Pose } from './camera';
import { createRaster } from './raster/raster';

/** The painter's two functions (lib/drawing/street.ts); any others of the same form do. */
export interface Paint {
	paintBackdrop(pen: Pen, now: Instant, camera: Camera): void;
	paintStreet(pen: Pen, now: Instant, camera: Camera): void;
}

export interface SensorOptions {
	street: Street;
	paint: Paint;
	/** Pixels; default SENSOR_WIDTH by SENSOR_HEIGHT. */
	width?: number;
	height?: number;
	/** Where the camera is; the mast by default. */
	pose?: Pose;
	/** Of the noise; default the street's. */
	seed?: number;
	/** Standard deviation of the luminance noise, of 255; default 4. */
	noise?: number;
	/** Slow drift of the exposure, as a share; default 0.012. */
	drift?: number;
}

export interface Sensor {
	readonly width: number;
	readonly height: number;
	readonly camera: Camera;
	/** Red, green, blue of the frame last exposed, row by row. */
	readonly rgb: Uint8ClampedArray;
	/** Its luminance (ITU-R BT.601). */
	readonly luma: Uint8Array;
	/**
	 * Takes the picture of a frame into `rgb` and `luma`; any frame, whole or not, in any order. Gives the street as it then
	 * is. Without noise it is what many pictures would come to.
	 */
	expose(frame: number, noisy?: boolean): Instant;
}

/** Samples of unit noise; a power of two. */
const SAMPLES = 1 << 15;

/**
 * A small camera: the street drawn at sensor size, blurred slightly, under an exposure that drifts, with gaussian
 * noise. A pure function of street, seed and frame; allocates nothing per frame of its own. Throws RangeError on a bad size.
 */
export function createSensor(options: SensorOptions): Sensor {
	const { street, paint, width = SENSOR_WIDTH, height = SENSOR_HEIGHT, pose = MAST, seed = street.seed } = options;
	const { noise = 4, drift = 0.012 } = options;
	const camera = fit(pose, width, height);
	const backdrop = createRaster(width, height);
	const raster = createRaster(width, height);
	const rgb = new Uint8ClampedArray(width * height * 3);
	const luma = new Uint8Array(width * height);
	const across = new Uint16Array(width * height * 3);
	// Noise common to the three channels and noise of each: luminance then deviates by `noise`.
	const common = normal(hash(seed, 1), 0.9075 * noise * 16);
	const single = normal(hash(seed, 2), 0.6275 * noise * 16);
	const silence = new Int16Array(common.length);
	let ready = false;

	return {
		width,
		height,
		camera,
		rgb,
		luma,
		expose(frame, noisy = true) {
			const now = street.at(frame);
			if (!ready) paint.paintBackdrop(backdrop, now, camera);
			ready = true;
			raster.copyFrom(backdrop);
			paint.paintStreet(raster, now, camera);
			blurAcross(raster.data, across, width, height);
			const t = now.time;
			const gain = 1 + drift * (0.7 * sine(t / 41 + 0.13) + 0.3 * sine(t / 9.7));
			const key = hash(seed, Math.floor(frame));
			const [shared, own] = noisy ? [common, single] : [silence, silence];
			develop(across, width, height, Math.round(gain * 4096), key, shared, own, rgb, luma);
			return now;
		}
	};
}

/** Blurs along rows with weights 1 6 1, dropping alpha; results are eight times the channel. */
function blurAcross(rgba: Uint8Array, out: Uint16Array, width: number, height: number): void {
	let to = 0;
	for (let row = 0; row < height; row++) {
		for (let col = 0; col < width; col++) {
			const at = (row * width + col) * 4;
			const before = col > 0 ? at - 4 : at;
			const after = col < width - 1 ? at + 4 : at;
			out[to++] = rgba[before] + 6 * rgba[at] + rgba[after];
			out[to++] = rgba[before + 1] + 6 * rgba[at + 1] + rgba[after + 1];
			out[to++] = rgba[before + 2] + 6 * rgba[at + 2] + rgba[after + 2];
		}
	}
}

/** Blurs down columns, sets the exposure (gain in 4096ths), adds noise (in sixteenths), and takes the luminance. */
function develop(
	across: Uint16Array,
	width: number,
	height: number,
	gain: number,
	key: number,
	common: Int16Array,
	single: Int16Array,
	rgb: Uint8ClampedArray,
	luma: Uint8Array
): void {
	const stride = width * 3;
	const mask = SAMPLES - 1;
	for (let row = 0; row < height; row++) {
		const above = row > 0 ? -stride : 0;
		const below = row < height - 1 ? stride : 0;
		let n = hash(key, 2 * row) & mask;
		let m = hash(key, 2 * row + 1) & mask;
		let at = row * stride;
		for (let col = 0; col < width; col++, at += 3) {
			const shared = common[n];
			n = (n + 1) & mask;
			// 64 times the channel, times 4096 over 4: sixteenths of a level after a shift by 14 bits.
			const r =
				((((across[at + above] + 6 * across[at] + across[at + below]) * gain) >> 14) + shared + single[m] + 8) >> 4;
			const g =
				((((across[at + 1 + above] + 6 * across[at + 1] + across[at + 1 + below]) * gain) >> 14) +
					shared +
					single[m + 1] +
					8) >>
				4;
			const b =
				((((across[at + 2 + above] + 6 * across[at + 2] + across[at + 2 + below]) * gain) >> 14) +
					shared +
					single[m + 2] +
					8) >>
				4;
			m = (m + 3) & mask;
			const cr = r < 0 ? 0 : r > 255 ? 255 : r;
			const cg = g < 0 ? 0 : g > 255 ? 255 : g;
			const cb = b < 0 ? 0 : b > 255 ? 255 : b;
			rgb[at] = cr;
			rgb[at + 1] = cg;
			rgb[at + 2] = cb;
			luma[row * width + col] = (77 * cr + 150 * cg + 29 * cb + 128) >> 8;
		}
	}
}

/** Integers spread as a normal law of standard deviation `sigma`: sums of twelve uniforms. A few more than SAMPLES. */
function normal(seed: number, sigma: number): Int16Array {
	const chance = random(seed);
	const out = new Int16Array(SAMPLES + 4);
	for (let i = 0; i < out.length; i++) {
		let sum = -6;
		for (let k = 0; k < 12; k++) sum += chance();
		out[i] = Math.round(sum * sigma);
	}
	return out;
}
