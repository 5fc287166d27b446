import { createShake, SHAKE } from './shake';
import type { Colour } from './source';

/** Takes out of footage what the camera itself does: jumps and flicker of the exposure, and small shakes. */
export interface Steady {
	/** Pixels by which the last frame was moved: add `dx`, `dy` to a place in the frame to have it in the reference. */
	readonly dx: number;
	readonly dy: number;
	/** How much brighter the last frame was than the reference. */
	readonly gain: number;
	/** Corrects one frame in place; the first is the reference, which then follows slowly. */
	apply(rgb: Colour, luma: Uint8Array): void;
}

/** Part of the difference from the reference that must remain at most, at edges, for a shake to be one. */
const REMAINS = 0.85;
/** Levels from pixel to pixel that make an edge: noise alone is blurred away by any move by part of a pixel. */
const EDGE = 12;
/** Gains from 1 / 2 to 2, in equal steps of their logarithm. */
const BINS = 128;
const OCTAVE = Math.log(2);
/** Least change of exposure that is taken out. */
const SLIGHT = 0.012;
/** Part of each frame in the reference. */
const FOLLOW = 0.02;
const BLACK = 16;

export function createSteady(width: number, height: number): Steady {
	const n = width * height;
	const reference = new Float32Array(n);
	const shake = createShake(width, height);
	const bins = new Int32Array(BINS);
	const moved = new Uint8Array(n * 3);
	let frames = 0;
	const self = { dx: 0, dy: 0, gain: 1, apply };

	/** Whether the move found brings the frame nearer to the reference than it is, at the reference's edges. */
	function helps(luma: Uint8Array): boolean {
		const left = Math.floor(-self.dx);
		const up = Math.floor(-self.dy);
		const fx = -self.dx - left;
		const fy = -self.dy - up;
		const reach = SHAKE + 1;
		// Both are set equal in light first: the exposure is corrected after the shake.
		const gain = 1 / brighter(luma, reference, bins);
		let as = 0;
		let moved = 0;
		for (let y = reach; y < height - reach; y += 2) {
			for (let x = reach; x < width - reach; x++) {
				const i = y * width + x;
				const edge = Math.abs(reference[i + 1] - reference[i]) + Math.abs(reference[i + width] - reference[i]);
				if (edge < EDGE) continue;
				const r = BLACK + (reference[i] - BLACK) / gain;
				const at = i + up * width + left;
				const a = luma[at] * (1 - fx) + luma[at + 1] * fx;
				const b = luma[at + width] * (1 - fx) + luma[at + width + 1] * fx;
				// Somebody who passes, or a change of the light, counts no more than this.
				as += Math.min(40, Math.abs(luma[i] - r));
				moved += Math.min(40, Math.abs(a * (1 - fy) + b * fy - r));
			}
		}
		return moved < REMAINS * as;
	}

	function apply(rgb: Colour, luma: Uint8Array): void {
		self.dx = self.dy = 0;
		self.gain = 1;
		if (frames++ === 0) {
			reference.set(luma);
			return;
		}
		if (width > 4 * SHAKE && height > 4 * SHAKE) {
			shake.find(luma, reference);
			self.dx = shake.dx;
			self.dy = shake.dy;
			if ((self.dx || self.dy) && !helps(luma)) self.dx = self.dy = 0;
			if (self.dx || self.dy) {
				move(luma, 1, width, height, self.dx, self.dy, moved);
				move(rgb, 3, width, height, self.dx, self.dy, moved);
			}
		}
		const gain = brighter(luma, reference, bins);
		// What is small is left to the background model, so that the reference is of the film's own light.
		const plain = gain > 1 - SLIGHT && gain < 1 + SLIGHT;
		if (!plain) {
			self.gain = gain;
			const by = 1 / gain;
			for (let i = 0; i < n; i++) luma[i] = clamp(BLACK + (luma[i] - BLACK) * by);
			for (let i = 0; i < n * 3; i++) rgb[i] = clamp(rgb[i] * by);
		}
		const follow = plain ? FOLLOW : FOLLOW / 10;
		for (let i = 0; i < n; i++) reference[i] += follow * (luma[i] - reference[i]);
	}

	return self;
}

/** Moves a picture by part of a pixel, in place; `moved` is room for it. */
function move(
	data: Colour,
	channels: number,
	width: number,
	height: number,
	dx: number,
	dy: number,
	moved: Uint8Array
): void {
	const left = Math.floor(-dx);
	const up = Math.floor(-dy);
	const fx = -dx - left;
	const fy = -dy - up;
	for (let y = 0, to = 0; y < height; y++) {
		const r0 = within(y + up, height) * width;
		const r1 = within(y + up + 1, height) * width;
		for (let x = 0; x < width; x++) {
			const c0 = within(x + left, width);
			const c1 = within(x + left + 1, width);
			for (let c = 0; c < channels; c++, to++) {
				const a = data[(r0 + c0) * channels + c] * (1 - fx) + data[(r0 + c1) * channels + c] * fx;
				const b = data[(r1 + c0) * channels + c] * (1 - fx) + data[(r1 + c1) * channels + c] * fx;
				moved[to] = a * (1 - fy) + b * fy + 0.5;
			}
		}
	}
	data.set(moved.subarray(0, width * height * channels));
}

const within = (at: number, size: number): number => (at < 0 ? 0 : at >= size ? size - 1 : at);

/** The median over pixels of how much brighter a frame is than the reference. */
function brighter(luma: Uint8Array, reference: Float32Array, bins: Int32Array): number {
	bins.fill(0);
	let total = 0;
	for (let i = 0; i < luma.length; i += 3) {
		const was = reference[i] - BLACK;
		const is = luma[i] - BLACK;
		if (was < 20 || is < 10 || luma[i] > 230 || reference[i] > 230) continue;
		const bin = Math.floor(((Math.log(is / was) / OCTAVE + 1) / 2) * BINS);
		if (bin < 0 || bin >= BINS) continue;
		bins[bin]++;
		total++;
	}
	if (total < 100) return 1;
	let sum = 0;
	let bin = 0;
	while (sum + bins[bin] < total / 2) sum += bins[bin++];
	return Math.exp((((bin + (total / 2 - sum) / bins[bin]) / BINS) * 2 - 1) * OCTAVE);
}

const clamp = (v: number): number => (v < 0 ? 0 : v > 255 ? 255 : (v + 0.5) | 0);
