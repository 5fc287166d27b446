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
/** Rows of shadow within a body that are given back. */
const GAP = 6;
/** Squared distance from grey darkening, beyond which a pixel has a colour of its own. */
const CHROMA = 170;
/** Rows above which, as a part of the height, nothing is on the ground. */
const GROUND = 1 / 3;

export function createMask({ width, height, shadows }: MaskOptions): MaskCleaner {
	const n = width * height;
	const mask = new Uint8Array(n);
	/** Pixels that may be foreground: i for certain, ~i if their neighbours differ too. */
	const maybe = new Int32Array(n);
	const solid = new Uint8Array(n);
	const colours = new Uint8Array(n * 3);
	/** Colours of the empty scene times 128. */
	const learned = new Int16Array(n * 3);
	const bins = new Float64Array(BINS);
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
				for (let c = i * 3, next = c + 3; c < next; c++) {
					learned[c] += ((rgb[c] << 7) - learned[c]) >> shift;
					colours[c] = (learned[c] + 64) >> 7;
				}
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
		const more = Math.abs(sides[0] - sides[1]);
		if (more < 100 || more < LOPSIDED * (sides[0] + sides[1])) return;
		let low = peak;
		while (low > 0 && bins[low - 1] > 0.4 * bins[peak]) low--;
		shade[0] = BIN_FROM + (low - 1) * BIN_WIDTH;
		shade[1] = 0.99;
	}

	/** Whether the 3 × 3 pixels around `i` differ together from the empty scene by more than `most`. */
	function differ(i: number, luma: Uint8Array, mean: Float32Array, most: number): boolean {
		let sum = 0;
		for (let at = i - width; at <= i + width; at += width)
			sum += luma[at - 1] - mean[at - 1] + luma[at] - mean[at] + luma[at + 1] - mean[at + 1];
		return Math.abs(sum) > most;
	}

	/** Gives back what was taken for shadow right above pixel `i`, between two parts of one body: a short gap in a column. */
	function close(i: number): void {
		let top = i - width;
		while (i - top < GAP * width && solid[top] && !mask[top]) top -= width;
		if (mask[top]) for (let at = i - width; at > top; at -= width) mask[at] = 1;
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
			for (let k = 0; k < BINS; k++) bins[k] *= 0.98;
			sides[0] *= 0.995;
			sides[1] *= 0.995;
			count = 0;
			const w = width;
			for (let y = 1; y < height - 1; y++) {
				let i = y * w;
				let a = raw[i - w] + raw[i] + raw[i + w];
				let b = raw[i - w + 1] + raw[i + 1] + raw[i + w + 1];
				for (const end = i++ + w - 1; i < end; i++) {
					const c = raw[i - w + 1] + raw[i + 1] + raw[i + w + 1];
					if (a + b + c > 1020) maybe[count++] = i;
					else if (Math.abs(luma[i] - mean[i]) > own) maybe[count++] = ~i;
					a = b;
					b = c;
				}
			}
			solid.fill(0);
			mask.fill(0);
			const from = shade[0];
			const to = shade[1];
			const ground = width * (1 + ((height * GROUND) | 0));
			// Of the run of faint pixels up to `last`: how long, and whether a body is on its left.
			let run = 0;
			let body = false;
			let last = 0;
			for (let k = 0; k < count; k++) {
				const sure = maybe[k] >= 0;
				const i = sure ? maybe[k] : ~maybe[k];
				if (!sure && !differ(i, luma, mean, faint)) continue;
				solid[i] = 1;
				const part = share(i, rgb);
				if (part > BIN_FROM && part < 1) bins[((part - BIN_FROM) / BIN_WIDTH) | 0] += 0.02;
				if (part < from || part >= to) {
					mask[i] = 1;
					if (from < 1) close(i);
				}
				const dim = part > FAINT_FROM && part < FAINT_TO;
				const next = i === last + 1;
				if (run && !(dim && next)) {
					if (run > 1 && last >= ground && body !== (next && !dim)) sides[body ? 0 : 1] += run;
					run = 0;
				}
				if (dim && run++ === 0) body = next;
				last = i;
			}
			if (run > 1 && last >= ground && body) sides[0] += run;
			if (shadows) findShade();
		}
	};
}
