import type { Background } from './background';

/** From raw foreground to a clean mask: faint people brought out, shadows and specks removed. */
export interface MaskCleaner {
	/** The clean mask: 1 foreground, 0 background. */
	readonly mask: Uint8Array;
	/** The learned colours of the empty scene, RGB. */
	readonly colours: Uint8Array;
	/** What shadows leave of the light: from the first of these shares to the second; equal when there are none. */
	readonly shade: Float64Array;
	/**
	 * @param raw 255 foreground, 0 background, of the background model
	 * @param background the model: its empty scene, and its variances as the measure of noise
	 * @param rgb the frame, three bytes a pixel
	 */
	clean(
		raw: Uint8Array,
		luma: Uint8Array,
		background: Pick<Background, 'mean' | 'variance'>,
		rgb: Uint8Array | Uint8ClampedArray
	): void;
}

export interface MaskOptions {
	width: number;
	height: number;
	/** Take cast shadows out. */
	shadows: boolean;
}

/** Shares of the light from 0.36 to 1, by which the darkening of grey pixels is counted. */
const BINS = 32;
const BIN_FROM = 0.36;
const BIN_WIDTH = 0.02;
/** Shares of the light that faint shadows leave. */
const FAINT_FROM = 0.84;
const FAINT_TO = 0.99;
/** Part by which one side of bodies must have more of such pixels than the other for there to be shadows. */
const LOPSIDED = 0.38;
/** Rows above which, as a part of the height, nothing is on the ground. */
const GROUND = 1 / 3;
/** Rows of shadow within a body that are given back. */
const GAP = 6;
/** Squared distance from grey darkening, beyond which a pixel has a colour of its own. */
const CHROMA = 170;

export function createMask({ width, height, shadows }: MaskOptions): MaskCleaner {
	const n = width * height;
	const mask = new Uint8Array(n);
	const solid = new Uint8Array(n);
	const colours = new Uint8Array(n * 3);
	/** Colours of the empty scene times 128. */
	const learned = new Int16Array(n * 3);
	const bins = new Float64Array(BINS);
	const last = new Int32Array(width);
	const shade = Float64Array.of(1, 1);
	/** Pixels of faint grey darkening with a body on their left, and on their right. */
	const sides = new Float64Array(2);
	let frames = 0;

	function learn(raw: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		if (frames++ === 0) {
			for (let i = 0; i < n * 3; i++) learned[i] = rgb[i] << 7;
			colours.set(rgb);
			return;
		}
		// A quarter of the rows each frame.
		const shift = frames < 40 ? 2 : 4;
		for (let y = frames & 3; y < height; y += 4) {
			for (let i = y * width, end = i + width; i < end; i++) {
				if (raw[i]) continue;
				const c = i * 3;
				learned[c] += ((rgb[c] << 7) - learned[c]) >> shift;
				learned[c + 1] += ((rgb[c + 1] << 7) - learned[c + 1]) >> shift;
				learned[c + 2] += ((rgb[c + 2] << 7) - learned[c + 2]) >> shift;
				colours[c] = (learned[c] + 64) >> 7;
				colours[c + 1] = (learned[c + 1] + 64) >> 7;
				colours[c + 2] = (learned[c + 2] + 64) >> 7;
			}
		}
	}

	/** The share of the empty scene's light that a pixel has, or 0 if it differs in colour. */
	function share(i: number, rgb: Uint8Array | Uint8ClampedArray): number {
		const c = i * 3;
		const r = colours[c];
		const g = colours[c + 1];
		const b = colours[c + 2];
		const size = r * r + g * g + b * b;
		if (size < 300) return 0;
		const part = (rgb[c] * r + rgb[c + 1] * g + rgb[c + 2] * b) / size;
		const dr = rgb[c] - part * r;
		const dg = rgb[c + 1] - part * g;
		const db = rgb[c + 2] - part * b;
		return dr * dr + dg * dg + db * db < CHROMA ? part : 0;
	}

	/**
	 * Shadows of one sun darken all ground by the same share, and fall to one side: they are the peak among the shares of
	 * grey darkening. What is darker than the peak's foot is grey clothing. Blurred edges and rain are on both sides.
	 */
	function findShade(): void {
		let peak = 0;
		for (let k = 0; k < BINS; k++) {
			if (bins[k] > bins[peak]) peak = k;
		}
		shade[0] = shade[1] = 1;
		const more = sides[0] > sides[1] ? sides[0] - sides[1] : sides[1] - sides[0];
		if (more < 100 || more < LOPSIDED * (sides[0] + sides[1])) return;
		let low = peak;
		while (low > 0 && bins[low - 1] > 0.4 * bins[peak]) low--;
		shade[0] = BIN_FROM + (low - 1) * BIN_WIDTH;
		shade[1] = 0.99;
	}

	/** Gives back what was taken for shadow between the parts of one body: short gaps in a column. */
	function close(): void {
		last.fill(-100);
		for (let y = 0, i = 0; y < height; y++)
			for (let x = 0; x < width; x++, i++) {
				if (!mask[i]) {
					if (!solid[i]) last[x] = -100;
					continue;
				}
				if (y - last[x] <= GAP) for (let at = i - width; !mask[at]; at -= width) mask[at] = 1;
				last[x] = y;
			}
	}

	return {
		mask,
		colours,
		shade,
		clean(raw, luma, background, rgb) {
			const { mean, variance } = background;
			learn(raw, rgb);
			// The noise's standard deviation, from one pixel in 64.
			let sum = 0;
			let count = 0;
			for (let i = frames & 63; i < n; i += 64) {
				sum += variance[i];
				count++;
			}
			const noise = Math.sqrt(sum / count);
			// Foreground is where most of the 3 × 3 neighbours are, or where they differ together by more than noise does.
			const faint = 4.5 * 3 * noise;
			const own = 2.2 * noise;
			solid.fill(0);
			for (let y = 1; y < height - 1; y++) {
				const row = y * width;
				let a = raw[row - width] + raw[row] + raw[row + width];
				let b = raw[row - width + 1] + raw[row + 1] + raw[row + width + 1];
				let p = luma[row - width] - mean[row - width] + luma[row] - mean[row] + luma[row + width] - mean[row + width];
				let i = row + 1;
				let q = luma[i - width] - mean[i - width] + luma[i] - mean[i] + luma[i + width] - mean[i + width];
				for (const end = row + width - 1; i < end; i++) {
					const up = i - width + 1;
					const down = i + width + 1;
					const c = raw[up] + raw[i + 1] + raw[down];
					const r = luma[up] - mean[up] + luma[i + 1] - mean[i + 1] + luma[down] - mean[down];
					if (a + b + c > 1020) solid[i] = 1;
					else {
						const d = p + q + r;
						if (d > faint || d < -faint) {
							const e = luma[i] - mean[i];
							if (e > own || e < -own) solid[i] = 1;
						}
					}
					a = b;
					b = c;
					p = q;
					q = r;
				}
			}
			if (!shadows) {
				mask.set(solid);
				return;
			}
			for (let k = 0; k < BINS; k++) bins[k] *= 0.98;
			mask.fill(0);
			const from = shade[0];
			const to = shade[1];
			sides[0] *= 0.995;
			sides[1] *= 0.995;
			const ground = (height * GROUND) | 0;
			for (let y = 0, i = 0; y < height; y++) {
				// Of the run of faint pixels up to here: how long, and whether a body is on its left.
				let run = 0;
				let body = 0;
				let before = 0;
				for (const end = i + width; i < end; i++) {
					let what = 0;
					if (solid[i]) {
						const part = share(i, rgb);
						if (part > BIN_FROM && part < 1) bins[((part - BIN_FROM) / BIN_WIDTH) | 0] += 0.02;
						if (part < from || part >= to) mask[i] = 1;
						what = part > FAINT_FROM && part < FAINT_TO ? 1 : 2;
					}
					if (what === 1) {
						if (run++ === 0) body = before;
					} else if (run) {
						if (run > 1 && y > ground && body !== what) sides[body ? 0 : 1] += run;
						run = 0;
					}
					before = what;
				}
			}
			findShade();
			if (from < 1) close();
		}
	};
}
