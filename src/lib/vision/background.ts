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

export function createBackground(options: BackgroundOptions): Background {
	const { width, height, components: K = 5 } = options;
	const n = width * height;
	// In an object: what a function unpacks first is faster in its loops than what its closure holds.
	const model = {
		n,
		// One plane for each component, heaviest first, so that a quiet pixel touches the first plane alone.
		weight: new Float32Array(n * K),
		mean: new Float32Array(n * K),
		variance: new Float32Array(n * K),
		/** Components of each pixel. */
		used: new Uint8Array(n),
		/** Pixels of a frame that need the general update: i at the first rate, ~i at the second. */
		busy: new Int32Array(n)
	};
	let frames = 0;

	/** The two learning rates of a frame: handed over in an array, numbers are not allocated. */
	const rates = new Float64Array(2);

	/** The general update of the first `count` busy pixels: who is not explained is foreground in `mask`. */
	function revise(luma: Uint8Array, mask: Uint8Array, count: number, gate?: Uint8Array): void {
		const { n, weight, mean, variance, used, busy } = model;
		for (let j = 0; j < count; j++) {
			const quiet = busy[j] < 0;
			const i = quiet ? ~busy[j] : busy[j];
			const value = luma[i];
			let modes = used[i];
			let background = false;
			let total = 0;
			if (gate && gate[i] && !quiet) {
				for (let at = i, end = i + modes * n; at < end && total < BACKGROUND_RATIO && !background; at += n) {
					const d = value - mean[at];
					background = d * d < THRESHOLD * variance[at];
					total += weight[at];
				}
				if (!background) mask[i] = 255;
				continue;
			}
			const alpha = rates[quiet ? 1 : 0];
			const keep = 1 - alpha;
			const prune = -alpha * COMPLEXITY;
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
						let next = v + k * (d2 - v);
						if (next < VARIANCE_LEAST) next = VARIANCE_LEAST;
						else if (next > VARIANCE_MOST) next = VARIANCE_MOST;
						while (place > i && w >= weight[place - n]) {
							weight[place] = weight[place - n];
							mean[place] = mean[place - n];
							variance[place] = variance[place - n];
							place -= n;
						}
						mean[place] = mu;
						variance[place] = next;
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
			if (!fits && alpha > 0) {
				let at = i + n * (modes === K ? K - 1 : modes++);
				let w = 1;
				if (modes > 1) {
					w = alpha;
					for (let other = i; other < i + n * (modes - 1); other += n) weight[other] *= keep;
				}
				while (at > i && w >= weight[at - n]) {
					weight[at] = weight[at - n];
					mean[at] = mean[at - n];
					variance[at] = variance[at - n];
					at -= n;
				}
				weight[at] = w;
				mean[at] = value;
				variance[at] = VARIANCE_INITIAL;
			}
			used[i] = modes;
			if (!background) mask[i] = 255;
		}
	}

	return {
		apply(luma, mask, gate) {
			frames++;
			const alpha = 1 / Math.min(2 * frames, HISTORY);
			// Quiet pixels, whose heaviest component fits: the general update written out. Weights sum to 1 before, so
			// their sum after is known, and with one component the weight stays 1. With fewer components than five they
			// learn twice as much on every second row of each frame instead.
			const twice = K < 5 && frames > 8 ? 2 : 1;
			const quick = alpha * twice;
			rates[0] = alpha;
			rates[1] = quick;
			const keep = 1 - quick;
			const prune = quick * COMPLEXITY;
			const single = quick / (1 - prune);
			const { n, weight, mean, variance, used, busy } = model;
			let count = 0;
			mask.fill(0);
			for (let y = 0; y < height; y++) {
				const learns = twice === 1 || (y & 1) === (frames & 1);
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
			revise(luma, mask, count, gate);
		},
		picture(out) {
			const { mean } = model;
			for (let i = 0; i < n; i++) out[i] = (mean[i] + 0.5) | 0;
			return out;
		},
		mean: model.mean.subarray(0, n),
		variance: model.variance.subarray(0, n)
	};
}
