/** Takes out of footage what the camera itself does: jumps and flicker of the exposure, and small shakes. */
export interface Steady {
	/** Rows and columns by which the last frame was moved: add `dx`, `dy` to a place in the frame to have it in the reference. */
	readonly dx: number;
	readonly dy: number;
	/** How much brighter the last frame was than the reference. */
	readonly gain: number;
	/** Corrects one frame in place; the first is the reference, which then follows slowly. */
	apply(rgb: Uint8Array, luma: Uint8Array): void;
}

/** Furthest shake looked for, pixels. */
const SHAKE = 4;
/** Share of the difference from the reference that a move must take away. */
const BETTER = 0.85;
/** Gains from 1 / 2 to 2, in equal steps of their logarithm. */
const BINS = 128;
const OCTAVE = Math.log(2);
/** Part of each frame in the reference. */
const FOLLOW = 0.02;
const BLACK = 16;

export function createSteady(width: number, height: number): Steady {
	const n = width * height;
	const reference = new Float32Array(n);
	const columns = new Float64Array(width);
	const rows = new Float64Array(height);
	const knownColumns = new Float64Array(width);
	const knownRows = new Float64Array(height);
	const bins = new Int32Array(BINS);
	const moved = new Uint8Array(n * 3);
	let frames = 0;
	const self = { dx: 0, dy: 0, gain: 1, apply };

	/** Means of each column and row of what `at` gives. */
	function profiles(from: ArrayLike<number>, across: Float64Array, down: Float64Array): void {
		across.fill(0);
		down.fill(0);
		for (let y = 0, i = 0; y < height; y++)
			for (let x = 0; x < width; x++, i++) {
				across[x] += from[i];
				down[y] += from[i];
			}
		for (let x = 0; x < width; x++) across[x] /= height;
		for (let y = 0; y < height; y++) down[y] /= width;
	}

	/** The move of `a` onto `b` that leaves least, in whole steps; 0 unless it is clearly better than none. */
	function shift(a: Float64Array, b: Float64Array): number {
		let none = 0;
		let least = Infinity;
		let best = 0;
		for (let d = -SHAKE; d <= SHAKE; d++) {
			// Levels are set equal first: the exposure is corrected after the shake.
			let level = 0;
			for (let k = SHAKE; k < a.length - SHAKE; k++) level += b[k] - a[k - d];
			level /= a.length - 2 * SHAKE;
			let off = 0;
			for (let k = SHAKE; k < a.length - SHAKE; k++) off += Math.abs(b[k] - a[k - d] - level);
			if (d === 0) none = off;
			if (off < least) {
				least = off;
				best = d;
			}
		}
		return least < BETTER * none ? best : 0;
	}

	function move(data: Uint8Array, channels: number): void {
		for (let y = 0; y < height; y++) {
			const from = Math.max(0, Math.min(height - 1, y - self.dy)) * width;
			for (let x = 0; x < width; x++) {
				const i = (from + Math.max(0, Math.min(width - 1, x - self.dx))) * channels;
				for (let c = 0; c < channels; c++) moved[(y * width + x) * channels + c] = data[i + c];
			}
		}
		data.set(moved.subarray(0, n * channels));
	}

	/** The median over pixels of how much brighter a frame is than the reference. */
	function brighter(luma: Uint8Array): number {
		bins.fill(0);
		let total = 0;
		for (let i = 0; i < n; i += 3) {
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

	function apply(rgb: Uint8Array, luma: Uint8Array): void {
		self.dx = self.dy = 0;
		self.gain = 1;
		if (frames++ === 0) {
			reference.set(luma);
			return;
		}
		if (width > 4 * SHAKE && height > 4 * SHAKE) {
			profiles(luma, columns, rows);
			profiles(reference, knownColumns, knownRows);
			self.dx = shift(columns, knownColumns);
			self.dy = shift(rows, knownRows);
			if (self.dx || self.dy) {
				move(luma, 1);
				move(rgb, 3);
			}
		}
		self.gain = brighter(luma);
		const by = 1 / self.gain;
		for (let i = 0; i < n; i++) luma[i] = clamp(BLACK + (luma[i] - BLACK) * by);
		for (let i = 0; i < n * 3; i++) rgb[i] = clamp(rgb[i] * by);
		for (let i = 0; i < n; i++) reference[i] += FOLLOW * (luma[i] - reference[i]);
	}

	return self;
}

const clamp = (v: number): number => (v < 0 ? 0 : v > 255 ? 255 : (v + 0.5) | 0);
