/** Takes out of footage what the camera itself does: jumps and flicker of the exposure, and small shakes. */
export interface Steady {
	/** Pixels by which the last frame was moved: add `dx`, `dy` to a place in the frame to have it in the reference. */
	readonly dx: number;
	readonly dy: number;
	/** How much brighter the last frame was than the reference. */
	readonly gain: number;
	/** Corrects one frame in place; the first is the reference, which then follows slowly. */
	apply(rgb: Uint8Array, luma: Uint8Array): void;
}

/** Furthest shake looked for, pixels. */
const SHAKE = 4;
/** Strips across, and strips down, that are looked at apart; odd. */
const BANDS = 7;
/** Least shake that is worth a blur, pixels. */
const LEAST = 0.12;
/** Bands that must have moved alike, of BANDS, and within how many pixels: one camera moves them all. */
const ALIKE = 4;
const NEAR = 0.35;
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
	const columns = new Float64Array(width * BANDS);
	const rows = new Float64Array(height * BANDS);
	const knownColumns = new Float64Array(width * BANDS);
	const knownRows = new Float64Array(height * BANDS);
	const moves = new Float64Array(BANDS);
	const offs = new Float64Array(2 * SHAKE + 1);
	const bins = new Int32Array(BINS);
	const moved = new Uint8Array(n * 3);
	let frames = 0;
	const self = { dx: 0, dy: 0, gain: 1, apply };

	/** Sums of each column within each band of rows, and of each row within each band of columns. */
	function profiles(from: ArrayLike<number>, across: Float64Array, down: Float64Array): void {
		across.fill(0);
		down.fill(0);
		for (let y = 0, i = 0; y < height; y++) {
			const band = Math.floor((y * BANDS) / height) * width;
			for (let x = 0; x < width; x++, i++) {
				across[band + x] += from[i];
				down[Math.floor((x * BANDS) / width) * height + y] += from[i];
			}
		}
	}

	/** The median over bands of how they moved: people who pass through some of them do not count. */
	function shift(a: Float64Array, b: Float64Array, length: number): number {
		for (let band = 0; band < BANDS; band++) moves[band] = bandShift(a, b, band * length, length);
		moves.sort();
		const d = moves[BANDS >> 1];
		let alike = 0;
		for (let band = 0; band < BANDS; band++) if (Math.abs(moves[band] - d) < NEAR) alike++;
		return alike >= ALIKE && (d > LEAST || d < -LEAST) ? d : 0;
	}

	/** The move of a band of `a` onto that of `b` that leaves least, to a part of a step by the parabola through three. */
	function bandShift(a: Float64Array, b: Float64Array, start: number, length: number): number {
		const first = start + SHAKE;
		const last = start + length - SHAKE;
		let best = -SHAKE;
		for (let d = -SHAKE; d <= SHAKE; d++) {
			// Levels are set equal first: the exposure is corrected after the shake.
			let level = 0;
			for (let k = first; k < last; k++) level += b[k] - a[k - d];
			level /= last - first;
			let off = 0;
			for (let k = first; k < last; k++) off += (b[k] - a[k - d] - level) ** 2;
			offs[d + SHAKE] = off;
			if (off < offs[best + SHAKE]) best = d;
		}
		if (best === -SHAKE || best === SHAKE) return 0;
		const [l, c, r] = [offs[best + SHAKE - 1], offs[best + SHAKE], offs[best + SHAKE + 1]];
		const bend = l - 2 * c + r;
		return bend > 0 ? best + (0.5 * (l - r)) / bend : best;
	}

	/** Whether the move found brings the frame nearer to the reference than it is, at the reference's edges. */
	function helps(luma: Uint8Array): boolean {
		const left = Math.floor(-self.dx);
		const up = Math.floor(-self.dy);
		const fx = -self.dx - left;
		const fy = -self.dy - up;
		const reach = SHAKE + 1;
		// Both are set equal in light first: the exposure is corrected after the shake.
		const gain = 1 / brighter(luma);
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

	function move(data: Uint8Array, channels: number): void {
		const left = Math.floor(-self.dx);
		const up = Math.floor(-self.dy);
		const fx = -self.dx - left;
		const fy = -self.dy - up;
		for (let y = 0, to = 0; y < height; y++) {
			const r0 = row(y + up) * width;
			const r1 = row(y + up + 1) * width;
			for (let x = 0; x < width; x++) {
				const c0 = column(x + left);
				const c1 = column(x + left + 1);
				for (let c = 0; c < channels; c++, to++) {
					const a = data[(r0 + c0) * channels + c] * (1 - fx) + data[(r0 + c1) * channels + c] * fx;
					const b = data[(r1 + c0) * channels + c] * (1 - fx) + data[(r1 + c1) * channels + c] * fx;
					moved[to] = a * (1 - fy) + b * fy + 0.5;
				}
			}
		}
		data.set(moved.subarray(0, n * channels));
	}
	const row = (y: number): number => (y < 0 ? 0 : y >= height ? height - 1 : y);
	const column = (x: number): number => (x < 0 ? 0 : x >= width ? width - 1 : x);

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
			self.dx = shift(columns, knownColumns, width);
			self.dy = shift(rows, knownRows, height);
			if ((self.dx || self.dy) && !helps(luma)) self.dx = self.dy = 0;
			if (self.dx || self.dy) {
				move(luma, 1);
				move(rgb, 3);
			}
		}
		const gain = brighter(luma);
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

const clamp = (v: number): number => (v < 0 ? 0 : v > 255 ? 255 : (v + 0.5) | 0);
