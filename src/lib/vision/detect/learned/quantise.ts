/** Bits of a packed weight. With 5, a person in a hundred more is missed; with 8, nobody fewer, and a third more bytes. */
const BITS = 6;
/** The largest whole number that a weight becomes, of either sign. */
export const LARGEST = 2 ** (BITS - 1) - 1;
/** Different weights there are. */
export const LEVELS = 2 * LARGEST + 1;
/** Clips that are tried: these parts of the largest weight of an output, in hundredths. */
const CLIPS = { from: 40, to: 100 };

/** Whole numbers from 0 to `LEVELS` - 1, the middle one for 0; and what one step of each output channel is worth. */
export interface Quantised {
	levels: Uint8Array;
	steps: Float32Array;
}

/**
 * Weights of a layer as few different numbers. Each output channel has its own step: of those that clip the largest
 * weights more or less, the one by which the sum of squared errors is least.
 * @param weights those of the first output, of the second…
 */
export function quantise(weights: Float32Array, outputs: number): Quantised {
	const each = weights.length / outputs;
	const levels = new Uint8Array(weights.length);
	const steps = new Float32Array(outputs);
	for (let o = 0; o < outputs; o++) {
		const own = weights.subarray(o * each, (o + 1) * each);
		const most = own.reduce((m, w) => Math.max(m, Math.abs(w)), 1e-12);
		let least = Infinity;
		for (let clip = CLIPS.from; clip <= CLIPS.to; clip++) {
			const step = Math.fround((most * clip) / (100 * LARGEST));
			let error = 0;
			for (const w of own) error += (level(w, step) * step - w) ** 2;
			if (error < least) {
				least = error;
				steps[o] = step;
			}
		}
		for (let i = 0; i < each; i++) levels[o * each + i] = level(own[i], steps[o]) + LARGEST;
	}
	return { levels, steps };
}

const level = (weight: number, step: number): number =>
	Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step)));

/** The weights again, as near as they were kept. */
export function restore({ levels, steps }: Quantised): Float32Array {
	const each = levels.length / steps.length;
	const weights = new Float32Array(levels.length);
	for (let o = 0, i = 0; o < steps.length; o++)
		for (const end = i + each; i < end; i++) weights[i] = (levels[i] - LARGEST) * steps[o];
	return weights;
}
