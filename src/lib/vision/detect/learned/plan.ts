import { createHeat, type Head, type Heat } from './decode';
import { INPUT, isConv, shapesOf, weightsOf, type Conv, type Graph, type Shape } from './graph';
import type { Kernel } from './wasm';
import type { Weighted } from './pack';

const FLOAT = 4;
/** Bytes of WebAssembly memory in a page of it. */
const PAGE = 65_536;
/** Every address is a multiple of this: a vector. */
const VECTOR = 16;
const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/** A picture in memory, in bytes: a border of one pixel of zeros around it. */
interface Place {
	/** Corner of the border, and first pixel within. */
	corner: number;
	first: number;
	/** From row to row, and pixel to pixel. */
	row: number;
	pixel: number;
}

/** Where the numbers of a convolution are, in bytes. */
interface Numbers {
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
function reach(memory: WebAssembly.Memory, end: number): void {
	const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE);
	if (missing > 0) memory.grow(missing);
}

/** Puts weights where the kernel wants them: for each eight outputs, row, column, input (in fours), output. */
export function load({ memory }: Kernel, { graph, weights, biases }: Weighted): Loaded {
	const numbers = new Map<Conv, Numbers>();
	const convs = graph.layers.filter(isConv);
	let end = VECTOR;
	for (const conv of convs) {
		const outputs = up(conv.outputs, 8);
		const bias = end + FLOAT * weightsOf({ ...conv, inputs: up(conv.inputs, 4), outputs });
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
		floats.set(biases[n], place.bias / FLOAT);
		for (let o = 0, from = 0; o < outputs; o++)
			for (let tap = 0; tap < taps; tap++) {
				const to = place.weights / FLOAT + ((o >> 3) * taps + tap) * wide * 8 + (o & 7);
				for (let i = 0; i < inputs; i++) floats[to + 8 * i] = weights[n][from++];
			}
	});
	return { numbers, end };
}

/** All that is computed for an input of one size, laid out beforehand: running it allocates nothing. */
export interface Plan {
	/** All memory as numbers. Void once another plan is made. */
	readonly memory: Float32Array;
	/** Where the input's first pixel is in it, and numbers in a row; four a pixel. */
	readonly first: number;
	readonly row: number;
	/** What it finds, once run. */
	readonly heads: readonly Head[];
	readonly heat: readonly Heat[];
	run(): void;
}

/** Lays out an input of a size; what another plan of this memory had there is lost. */
export function createPlan(
	kernel: Kernel,
	graph: Graph,
	{ numbers, end }: Loaded,
	width: number,
	height: number
): Plan {
	const shapes = shapesOf(graph, width, height);
	const places = new Map<string, Place>();
	let top = end;

	/** Room for a picture. */
	function place(name: string, { width, height, channels }: Shape): Place {
		const pixel = FLOAT * up(channels, name === INPUT ? 4 : 8);
		const row = (width + 2) * pixel;
		const own = { corner: top, first: top + row + pixel, row, pixel };
		top += up((height + 2) * row, VECTOR);
		places.set(name, own);
		return own;
	}
	// What is joined is computed in its place from the first, so that joining costs nothing.
	for (const layer of graph.layers) {
		if (layer.op !== 'join') continue;
		const whole = place(layer.to, shapes.get(layer.to)!);
		let channel = 0;
		for (const part of layer.from) {
			const shift = FLOAT * channel;
			places.set(part, { ...whole, corner: whole.corner + shift, first: whole.first + shift });
			channel += shapes.get(part)!.channels;
		}
	}
	const at = (name: string): Place => places.get(name) ?? place(name, shapes.get(name)!);
	const input = at(INPUT);

	const calls: (() => void)[] = [];
	for (const layer of graph.layers) {
		if (layer.op === 'join') continue;
		const [from, to, shape] = [at(layer.from), at(layer.to), shapes.get(layer.to)!];
		if (layer.op === 'conv') {
			const { weights, bias } = numbers.get(layer)!;
			const start = layer.size === 3 ? from.corner : from.first;
			const inputs = up(layer.inputs, 4);
			const outputs = up(layer.outputs, 8);
			const { size, stride } = layer;
			const leaky = layer.leaky ? 1 : 0;
			calls.push(() =>
				// prettier-ignore
				kernel.conv(
					start, from.row, from.pixel, inputs, size, stride,
					to.first, to.row, to.pixel, shape.height, shape.width, weights, bias, outputs, leaky
				)
			);
		} else if (layer.op === 'pool') {
			calls.push(() =>
				// prettier-ignore
				kernel.pool(
					from.first, from.row, from.pixel, shape.channels, to.first, to.row, to.pixel, shape.height, shape.width
				)
			);
		} else {
			const other = at(layer.with);
			const add = layer.op === 'up' ? kernel.addUp : kernel.addDown;
			const small = layer.op === 'up' ? shapes.get(layer.with)! : shape;
			calls.push(() =>
				// prettier-ignore
				add(
					from.first, from.row, other.first, other.row, to.first, to.row, to.pixel, small.height, small.width
				)
			);
		}
	}

	reach(kernel.memory, top);
	const memory = new Float32Array(kernel.memory.buffer);
	memory.fill(0, end / FLOAT, top / FLOAT);
	const heads = graph.heads.map(({ from, stride }): Head => {
		const { first, row, pixel } = at(from);
		const { width: columns, height: rows } = shapes.get(from)!;
		return { stride, columns, rows, memory, first: first / FLOAT, row: row / FLOAT, pixel: pixel / FLOAT };
	});
	return {
		memory,
		first: input.first / FLOAT,
		row: input.row / FLOAT,
		heads,
		heat: heads.map(createHeat),
		run: () => calls.forEach((call) => call())
	};
}
