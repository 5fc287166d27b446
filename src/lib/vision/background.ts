/**
 * Background subtraction by an adaptive Gaussian mixture for each pixel (Zivkovic, ICPR 2004; Zivkovic and van der
 * Heijden, Pattern Recognition Letters 27, 2006), with the parameters and the order of operations of OpenCV's MOG2 on
 * grey frames without shadow detection, so that its mask is that of OpenCV with five components.
 */
export interface Background {
	/**
	 * Learns one frame and writes its mask: 255 foreground, 0 background.
	 * @param gate pixels that must not learn what they do not already know (non-zero); they are still classified.
	 */
	apply(luma: Uint8Array, mask: Uint8Array, gate?: Uint8Array): void;
	/** The learned empty scene: the mean of the heaviest component of each pixel. */
	picture(out: Uint8Array): Uint8Array;
	/** Mean and variance of the heaviest component of each pixel: views, not to be written. */
	readonly mean: Float32Array;
	readonly variance: Float32Array;
}

export interface BackgroundOptions {
	width: number;
	height: number;
	/** 5 as OpenCV has it; 3 is enough for a street and faster. */
	components?: number;
}

/** Frames that the model remembers: a frame is learned at the rate 1 / min(2 frames, HISTORY). */
const HISTORY = 500;
/** Squared distance over variance below which a component explains a pixel as background, and learns it. */
const THRESHOLD = 16;
const GENERATE = 9;
const BACKGROUND_RATIO = 0.9;
const VARIANCE_INITIAL = 15;
const VARIANCE_LEAST = 4;
const VARIANCE_MOST = 75;
const COMPLEXITY = 0.05;

/** What is learned: functions unpack it before their loops. */
interface Model {
	readonly width: number;
	readonly height: number;
	/** Pixels, and most components of each. */
	readonly n: number;
	readonly most: number;
	/** One plane for each component, heaviest first, so that a quiet pixel touches the first plane alone. */
	readonly weight: Float32Array;
	readonly mean: Float32Array;
	readonly variance: Float32Array;
	/** Components of each pixel. */
	readonly used: Uint8Array;
	/** Pixels of a frame that need the general update: i at the first rate, ~i at the second. */
	readonly busy: Int32Array;
	/** The two learning rates of a frame, and the weight `rise` makes room for: in an array, numbers are not allocated. */
	readonly rates: Float64Array;
}

export function createBackground({ width, height, components: most = 5 }: BackgroundOptions): Background {
	const n = width * height;
	const plane = () => new Float32Array(n * most);
	const model: Model = {
		width,
		height,
		n,
		most,
		weight: plane(),
		mean: plane(),
		variance: plane(),
		used: new Uint8Array(n),
		busy: new Int32Array(n),
		rates: new Float64Array(3)
	};
	const mean = model.mean.subarray(0, n);
	let frames = 0;

	return {
		apply(luma, mask, gate) {
			frames++;
			// With fewer components than five quiet pixels learn twice as much on every second row of each frame instead.
			const halves = most < 5 && frames > 8;
			model.rates[0] = 1 / Math.min(2 * frames, HISTORY);
			model.rates[1] = model.rates[0] * (halves ? 2 : 1);
			mask.fill(0);
			revise(model, luma, mask, learnQuiet(model, luma, halves ? 2 : 1, frames & 1), gate);
		},
		picture(out) {
			for (let i = 0; i < n; i++) out[i] = (mean[i] + 0.5) | 0;
			return out;
		},
		mean,
		variance: model.variance.subarray(0, n)
	};
}

/**
 * Quiet pixels, whose heaviest component fits: the general update written out. Weights sum to 1 before, so their sum
 * after is known, and with one component the weight stays 1. Of every `step` rows those that leave `odd` learn. The
 * others become busy: returns how many.
 */
function learnQuiet(model: Model, luma: Uint8Array, step: number, odd: number): number {
	const { width, height, n, weight, mean, variance, used, busy, rates } = model;
	const quick = rates[1];
	const keep = 1 - quick;
	const prune = quick * COMPLEXITY;
	const single = quick / (1 - prune);
	let count = 0;
	for (let y = 0; y < height; y++) {
		const learns = step === 1 || (y & 1) === odd;
		for (let i = y * width, end = i + width; i < end; i++) {
			const v = variance[i];
			const d = luma[i] - mean[i];
			const d2 = d * d;
			// A pixel without components has variance 0 and never fits.
			if (d2 >= GENERATE * v) {
				busy[count++] = i;
				continue;
			}
			if (!learns) continue;
			const modes = used[i];
			let k = single;
			if (modes !== 1) {
				const last = i + (modes - 1) * n;
				if (keep * weight[last] < 2 * prune) {
					busy[count++] = ~i;
					continue;
				}
				const w = keep * weight[i] + quick - prune;
				const scale = 1 / (1 - prune * modes);
				k = quick / w;
				weight[i] = w * scale;
				for (let at = i + n; at <= last; at += n) weight[at] = (keep * weight[at] - prune) * scale;
			}
			mean[i] += k * d;
			const next = v + k * (d2 - v);
			variance[i] = next < VARIANCE_LEAST ? VARIANCE_LEAST : next > VARIANCE_MOST ? VARIANCE_MOST : next;
		}
	}
	return count;
}

/** The general update of the first `count` busy pixels: who is not explained is foreground in `mask`. */
function revise(model: Model, luma: Uint8Array, mask: Uint8Array, count: number, gate?: Uint8Array): void {
	const { busy } = model;
	for (let j = 0; j < count; j++) {
		const quiet = busy[j] < 0;
		const i = quiet ? ~busy[j] : busy[j];
		const gated = gate !== undefined && gate[i] > 0 && !quiet;
		const background = gated ? explains(model, i, luma[i]) : learn(model, i, luma[i], quiet ? 1 : 0);
		if (!background) mask[i] = 255;
	}
}

/** Whether the model explains a pixel's value as background. */
function explains({ n, weight, mean, variance, used }: Model, i: number, value: number): boolean {
	let total = 0;
	for (let at = i; at < i + used[i] * n && total < BACKGROUND_RATIO; at += n) {
		const d = value - mean[at];
		if (d * d < THRESHOLD * variance[at]) return true;
		total += weight[at];
	}
	return false;
}

/** Learns a pixel's value at one of the two rates; whether the model explained it as background. */
function learn(model: Model, i: number, value: number, rate: number): boolean {
	const { n, most, weight, mean, variance, used, rates } = model;
	const alpha = rates[rate];
	const keep = 1 - alpha;
	const prune = -alpha * COMPLEXITY;
	let modes = used[i];
	let background = false;
	let total = 0;
	let fits = false;
	for (let m = 0, at = i; m < modes; m++, at += n) {
		let w = keep * weight[at] + prune;
		let place = at;
		if (!fits) {
			const d = value - mean[at];
			const d2 = d * d;
			const v = variance[at];
			if (total < BACKGROUND_RATIO && d2 < THRESHOLD * v) background = true;
			if (d2 < GENERATE * v) {
				fits = true;
				w += alpha;
				const k = alpha / w;
				const mu = mean[at] + k * d;
				const next = v + k * (d2 - v);
				rates[2] = w;
				place = rise(model, i, at);
				mean[place] = mu;
				variance[place] = next < VARIANCE_LEAST ? VARIANCE_LEAST : next > VARIANCE_MOST ? VARIANCE_MOST : next;
			}
		}
		if (w < -prune) {
			w = 0;
			modes--;
		}
		weight[place] = w;
		total += w;
	}
	if (total > 0 && total !== 1) {
		const scale = 1 / total;
		for (let m = 0, at = i; m < modes; m++, at += n) weight[at] *= scale;
	}
	if (!fits) {
		// A new component, in the place of the lightest if there are too many.
		if (modes < most) modes++;
		const last = i + n * (modes - 1);
		rates[2] = modes > 1 ? alpha : 1;
		for (let at = i; at < last; at += n) weight[at] *= keep;
		const at = rise(model, i, last);
		weight[at] = rates[2];
		mean[at] = value;
		variance[at] = VARIANCE_INITIAL;
	}
	used[i] = modes;
	return background;
}

/** Moves lighter components of pixel `i` down to make room for the one now at `at`; returns its new place. */
function rise({ n, weight, mean, variance, rates }: Model, i: number, at: number): number {
	const w = rates[2];
	for (; at > i && w >= weight[at - n]; at -= n) {
		weight[at] = weight[at - n];
		mean[at] = mean[at - n];
		variance[at] = variance[at - n];
	}
	return at;
}
