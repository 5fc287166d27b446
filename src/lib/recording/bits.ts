/**
 * Adaptive binary arithmetic coding (Witten, Neal & Cleary, "Arithmetic coding for data compression", CACM 30(6), 1987):
 * a bit costs as little as its model expected it. Coded data is as small as it gets: a compressor finds nothing more in it.
 */

/**
 * Writes or reads one bit under a model (an index below the number of models the coder was made with), and teaches it to
 * the model. A writer is given the bit and gives it back; a reader ignores what it is given. So what goes through
 * a coder is written down once, for both ways. Readers throw at the end of their data.
 */
export type Coder = (model: number, bit: boolean) => boolean;

/** Bits after which a model forgets the oldest. */
const MEMORY = 150;

/** How likely each model holds a 1, learned from the bits it has seen; never sure. */
function learner(models: number) {
	const p = new Float32Array(models).fill(0.5);
	const seen = new Uint8Array(models);
	return {
		/** Where the interval from `low` to `high` is cut: 1 lies up to it, 0 above. */
		cut: (model: number, low: number, high: number): number =>
			low + Math.floor((high - low) * Math.min(0.9995, Math.max(0.0005, p[model]))),
		learn(model: number, bit: boolean): void {
			if (seen[model] < MEMORY) seen[model]++;
			p[model] += ((bit ? 1 : 0) - p[model]) / (seen[model] + 1.5);
		}
	};
}

/** A coder that writes; `bytes` ends the data and gives it. */
export function createWriter(models: number): { code: Coder; bytes(): Uint8Array } {
	const { cut, learn } = learner(models);
	const out: number[] = [];
	let low = 0;
	let high = 0xffffffff;
	return {
		code(model, bit) {
			const at = cut(model, low, high);
			if (bit) high = at;
			else low = at + 1;
			learn(model, bit);
			while (low >>> 24 === high >>> 24) {
				out.push(low >>> 24);
				low = (low << 8) >>> 0;
				high = ((high << 8) | 255) >>> 0;
			}
			return bit;
		},
		bytes: () => Uint8Array.from([...out, low >>> 24, (low >>> 16) & 255, (low >>> 8) & 255, low & 255])
	};
}

/** A coder that reads what a writer of as many models wrote, from byte `at` on. */
export function createReader(models: number, bytes: Uint8Array, at: number): Coder {
	const { cut, learn } = learner(models);
	let low = 0;
	let high = 0xffffffff;
	let value = 0;
	const next = () => {
		if (at >= bytes.length) throw new Error('recording: cut short');
		value = ((value << 8) | bytes[at++]) >>> 0;
	};
	for (let i = 0; i < 4; i++) next();
	return (model) => {
		const middle = cut(model, low, high);
		const bit = value <= middle;
		if (bit) high = middle;
		else low = middle + 1;
		learn(model, bit);
		while (low >>> 24 === high >>> 24) {
			low = (low << 8) >>> 0;
			high = ((high << 8) | 255) >>> 0;
			next();
		}
		return bit;
	};
}

/** Models that a number takes. */
export const NUMBER = 40;
/** Sizes up to this many have a model each; larger ones are an Elias gamma code from here on. */
const COMMON = 12;

/** Codes a whole number between −60,000 and 60,000, small ones cheapest, under the `NUMBER` models from `model` on. */
export function codeNumber(code: Coder, model: number, value: number): number {
	if (!code(model, value !== 0)) return 0;
	const negative = code(model + 1, value < 0);
	let size = Math.abs(value);
	let n = 1;
	while (n < COMMON && code(model + 1 + n, size > n)) n++;
	if (n === COMMON) {
		size -= COMMON - 1;
		let digits = 1;
		while (code(model + COMMON + digits, size >> digits > 0)) digits++;
		n = 1;
		for (let d = digits - 2; d >= 0; d--) n = 2 * n + (code(model + NUMBER - 1, ((size >> d) & 1) > 0) ? 1 : 0);
		n += COMMON - 1;
	}
	return negative ? -n : n;
}
