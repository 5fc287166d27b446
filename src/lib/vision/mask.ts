import type { Background } from './background';
import { createEmpty, learnEmpty, shareOf, type Empty } from './empty';
import { createShade, type Shade } from './shade';

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

/** Rows of shadow within a body that are given back. */
const GAP = 6;

/** The parts of a cleaner. */
interface State {
	readonly width: number;
	readonly height: number;
	readonly mask: Uint8Array;
	/** Foreground with its shadows. */
	readonly solid: Uint8Array;
	/** Pixels that may be foreground: i for certain, ~i if their neighbours differ too. */
	readonly maybe: Int32Array;
	/** The noise's standard deviation: handed over in an array, numbers are not allocated. */
	readonly noise: Float64Array;
	readonly empty: Empty;
	readonly shade: Shade;
}

export function createMask({ width, height, shadows }: MaskOptions): MaskCleaner {
	const n = width * height;
	const mask = new Uint8Array(n);
	const empty = createEmpty(width, height);
	const shade = createShade(width, height);
	const state: State = {
		width,
		height,
		mask,
		solid: new Uint8Array(n),
		maybe: new Int32Array(n),
		noise: new Float64Array(1),
		empty,
		shade
	};

	return {
		mask,
		colours: empty.colours,
		shade: shade.range,
		clean(raw, luma, { mean, variance }, rgb) {
			learnEmpty(empty, raw, rgb);
			shade.fade();
			settle(state, sift(state, raw, luma, mean, variance), luma, mean, rgb);
			if (shadows) shade.find();
		}
	};
}

/** Finds what may be foreground: where most of the 3 × 3 neighbours are, or what differs by itself. Returns how many. */
function sift(
	{ width: w, height, maybe, noise, empty }: State,
	raw: Uint8Array,
	luma: Uint8Array,
	mean: Float32Array,
	variance: Float32Array
): number {
	// The noise, from one pixel in 64.
	let sum = 0;
	let count = 0;
	for (let i = empty.frames & 63; i < variance.length; i += 64) {
		sum += variance[i];
		count++;
	}
	noise[0] = Math.sqrt(sum / count);
	const own = 2.2 * noise[0];
	count = 0;
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
	return count;
}

/** Makes the mask of the first `many` pixels that may be foreground, without shadows, and counts what shadows leave. */
function settle(
	state: State,
	many: number,
	luma: Uint8Array,
	mean: Float32Array,
	rgb: Uint8Array | Uint8ClampedArray
): void {
	const { width, mask, solid, maybe, noise, empty, shade } = state;
	// Together, neighbours must differ by more than noise does.
	const faint = 4.5 * 3 * noise[0];
	const from = shade.range[0];
	const to = shade.range[1];
	solid.fill(0);
	mask.fill(0);
	for (let k = 0; k < many; k++) {
		const sure = maybe[k] >= 0;
		const i = sure ? maybe[k] : ~maybe[k];
		if (!sure && !differ(i, width, luma, mean, faint)) continue;
		solid[i] = 1;
		const share = shareOf(empty, i, rgb);
		if (share < from || share >= to) {
			mask[i] = 1;
			if (from < 1) close(state, i);
		}
		shade.count(i, share);
	}
	shade.end();
}

/** Whether the 3 × 3 pixels around `i` differ together from the empty scene by more than `most`. */
function differ(i: number, width: number, luma: Uint8Array, mean: Float32Array, most: number): boolean {
	let sum = 0;
	for (let at = i - width; at <= i + width; at += width)
		sum += luma[at - 1] - mean[at - 1] + luma[at] - mean[at] + luma[at + 1] - mean[at + 1];
	return Math.abs(sum) > most;
}

/** Gives back what was taken for shadow right above pixel `i`, between two parts of one body: a short gap in a column. */
function close({ width, mask, solid }: State, i: number): void {
	let top = i - width;
	while (i - top < GAP * width && solid[top] && !mask[top]) top -= width;
	if (mask[top]) for (let at = i - width; at > top; at -= width) mask[at] = 1;
}
