import { isConv, type Conv } from './graph';
import type { Weighted } from './pack';
import type { Kernel } from './wasm';

export const FLOAT = 4;
/** Bytes of WebAssembly memory in a page of it. */
const PAGE = 65_536;
/** Every address is a multiple of this: a vector. */
export const VECTOR = 16;
export const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/** Where the numbers of a convolution are, in bytes. */
export interface Numbers {
	weights: number;
	bias: number;
}

/** Weights in memory, once for all sizes. */
export interface Loaded {
	numbers: Map<Conv, Numbers>;
	/** The first byte after them. */
	end: number;
}

/** Makes room up to a byte; what is new is zeros. */
export function reach(memory: WebAssembly.Memory, end: number): void {
	const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
	if (missing > 0) memory.grow(missing);
}

/** Whether a convolution is computed by tiles of 2 × 2 pixels (`tiles` in kernel.as), in sixteen parts. */
export const isTiled = ({ size, stride }: Conv): boolean => size === 3 && stride === 1;
export const PARTS = 16;

/** Three numbers as four, G g of Lavin and Gray: from `from[at]` by `step`, into `to[into]` by `by`. */
function widen(from: Float64Array, at: number, step: number, to: Float64Array, into: number, by: number): void {
	const [a, b, c] = [from[at], from[at + step], from[at + 2 * step]];
	to[into] = a;
	to[into + by] = (a + b + c) / 2;
	to[into + 2 * by] = (a - b + c) / 2;
	to[into + 3 * by] = c;
}

/** Four rows of three. */
const rows = new Float64Array(12);

/** Weights of 3 × 3 for each of the sixteen parts of a tile: G g Gᵀ. */
function parts(g: Float64Array, out: Float64Array): void {
	for (let x = 0; x < 3; x++) widen(g, x, 3, rows, x, 3);
	for (let y = 0; y < 4; y++) widen(rows, 3 * y, 1, out, 4 * y, 1);
}

/**
 * Puts weights where the kernel wants them: for each eight outputs, row, column, input (in fours), output; of what is
 * computed by tiles, so for each part.
 */
export function load({ memory }: Kernel, { graph, weights, biases }: Weighted): Loaded {
	const numbers = new Map<Conv, Numbers>();
	const convs = graph.layers.filter(isConv);
	let end = VECTOR;
	for (const conv of convs) {
		const outputs = up(conv.outputs, 8);
		const taps = isTiled(conv) ? PARTS : conv.size ** 2;
		const bias = end + FLOAT * taps * up(conv.inputs, 4) * outputs;
		numbers.set(conv, { weights: end, bias });
		end = bias + FLOAT * outputs;
	}
	reach(memory, end);
	const floats = new Float32Array(memory.buffer);
	convs.forEach((conv, n) => {
		const place = numbers.get(conv)!;
		const { size, inputs, outputs } = conv;
		const taps = size * size;
		const wide = up(inputs, 4);
		const whole = wide * up(outputs, 8);
		const own = new Float64Array(taps);
		const made = isTiled(conv) ? new Float64Array(PARTS) : own;
		floats.set(biases[n], place.bias / FLOAT);
		for (let o = 0; o < outputs; o++)
			for (let i = 0; i < inputs; i++) {
				for (let tap = 0; tap < taps; tap++) own[tap] = weights[n][(o * taps + tap) * inputs + i];
				if (made !== own) parts(own, made);
				const eight = o >> 3;
				for (let k = 0; k < made.length; k++) {
					const before = made === own ? (eight * taps + k) * wide * 8 : k * whole + eight * wide * 8;
					floats[place.weights / FLOAT + before + 8 * i + (o & 7)] = made[k];
				}
			}
	});
	return { numbers, end };
}
