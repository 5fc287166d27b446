import { createHeat, type Head, type Heat } from './decode';
import { INPUT, shapesOf, type Conv, type Graph, type Shape } from './graph';
import { FLOAT, isTiled, PARTS, reach, up, VECTOR, type Loaded, type Numbers } from './layout';
import type { Kernel } from './wasm';

/** Tiles that are taken at a time, so that what is made of them stays in the processor's nearer memory. */
const TILES = 24;
/** Bytes between parts: without, all sixteen would fall on the same few lines of the processor's cache. */
const APART = 64;
/** Least pixels in a row that `conv` takes. */
const FOUR = 4;

/** A picture in memory, in bytes: a border of one pixel of zeros around it. */
interface Place {
	/** Corner of the border, and first pixel within. */
	corner: number;
	first: number;
	/** From row to row, and pixel to pixel. */
	row: number;
	pixel: number;
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
	const tiling: Tiling[] = [];
	for (const layer of graph.layers) {
		if (layer.op === 'join') continue;
		const [from, to, shape] = [at(layer.from), at(layer.to), shapes.get(layer.to)!];
		if (layer.op === 'conv') {
			const step = { conv: layer, from, to, shape, ...numbers.get(layer)! };
			if (isTiled(layer)) {
				const tiled = tilingOf(step);
				tiling.push(tiled);
				calls.push(() => runTiled(kernel, step, tiled, scratch));
			} else calls.push(() => runConv(kernel, step));
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
	// What tiles are made into comes after all pictures, since the last tiles of one reach beyond its end.
	const scratch: Scratch = { zeros: top, tiles: top + Math.max(...tiling.map((t) => FLOAT * t.outputs)), made: 0 };
	scratch.made = scratch.tiles + PARTS * Math.max(...tiling.map((t) => t.part));
	top = scratch.made + PARTS * Math.max(...tiling.map((t) => t.madePart));

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

/** A convolution, where it is from and to, and the size of what it makes. */
interface Step extends Numbers {
	conv: Conv;
	from: Place;
	to: Place;
	shape: Shape;
}

function runConv(kernel: Kernel, { conv, from, to, shape, weights, bias }: Step): void {
	const start = conv.size === 3 ? from.corner : from.first;
	// prettier-ignore
	kernel.conv(
		start, from.row, from.pixel, up(conv.inputs, 4), conv.size, conv.stride,
		to.first, to.row, to.pixel, shape.height, shape.width, weights, bias, up(conv.outputs, 8), conv.leaky ? 1 : 0
	);
}

/** How a picture lies in tiles; sizes in bytes. */
interface Tiling {
	wide: number;
	high: number;
	/** Rows of them taken at a time, and how many tiles that is. */
	rows: number;
	count: number;
	/** Channels that come and that are made. */
	inputs: number;
	outputs: number;
	/** Bytes of one of the sixteen parts of those tiles: of what comes, and of what is made. */
	part: number;
	madePart: number;
}

function tilingOf({ conv, shape }: Step): Tiling {
	const wide = Math.ceil(shape.width / 2);
	const high = Math.ceil(shape.height / 2);
	const rows = Math.max(1, Math.min(high, Math.floor(TILES / wide)));
	const count = Math.max(FOUR, rows * wide);
	const inputs = up(conv.inputs, 4);
	const outputs = up(conv.outputs, 8);
	const room = (channels: number): number => FLOAT * channels * count + APART;
	return { wide, high, rows, count, inputs, outputs, part: room(inputs), madePart: room(outputs) };
}

/** Where tiles are worked at, in bytes: zeros in the place of a bias, what comes, what is made. */
interface Scratch {
	zeros: number;
	tiles: number;
	made: number;
}

function runTiled(kernel: Kernel, { conv, from, to, shape, weights, bias }: Step, t: Tiling, at: Scratch): void {
	const { wide, high, rows, count, inputs, outputs, part, madePart } = t;
	for (let y = 0; y < high; y += rows) {
		const now = Math.min(rows, high - y);
		kernel.tiles(from.corner + 2 * y * from.row, from.row, from.pixel, inputs, at.tiles, part, now, wide);
		for (let k = 0; k < PARTS; k++)
			// prettier-ignore
			kernel.conv(
				at.tiles + k * part, 0, FLOAT * inputs, inputs, 1, 1, at.made + k * madePart, 0, FLOAT * outputs,
				1, count, weights + k * FLOAT * inputs * outputs, at.zeros, outputs, 0
			);
		// prettier-ignore
		kernel.pixels(
			at.made, madePart, outputs, to.first + 2 * y * to.row, to.row, to.pixel, now, wide,
			shape.height - 2 * y, shape.width, bias, conv.leaky ? 1 : 0
		);
	}
}
