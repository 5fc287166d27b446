/**
 * The network as data: layers in the order they are computed in, each from pictures that have a name to one of its own.
 * `scripts/network-graph.ts` reads them out of the published graph; pack.ts keeps them with their weights.
 */
export type Layer = Conv | Pool | Join | Sum;

/** A convolution of `size` × `size` at every `stride`-th pixel, with a border of zeros that keeps the picture's size. */
export interface Conv {
	op: 'conv';
	from: string;
	to: string;
	size: 1 | 3;
	stride: 1 | 2;
	inputs: number;
	outputs: number;
	/** Negative sums are multiplied by 0.1: LeakyReLU. */
	leaky: boolean;
}

/** The maximum of 3 × 3 at every second pixel. */
export interface Pool {
	op: 'pool';
	from: string;
	to: string;
}

/** Channels of one picture after those of another. */
export interface Join {
	op: 'join';
	from: string[];
	to: string;
}

/** A picture plus a smaller one enlarged twice (`up`), or plus a larger one halved (`down`). */
export interface Sum {
	op: 'up' | 'down';
	from: string;
	with: string;
	to: string;
}

export interface Graph {
	layers: Layer[];
	/** What it looks at is blue, green, red, less these means, over these deviations (0 to 255). */
	mean: [number, number, number];
	deviation: [number, number, number];
	/** Pictures that say where people are, and how many pixels of the input a pixel of each stands for: see decode.ts. */
	heads: { from: string; stride: number }[];
}

/** The name of what it looks at: three channels. */
export const INPUT = 'input';
/** Sides of what it looks at are multiples of this: a pixel of its coarsest picture. */
export const COARSEST = 32;
/** Least pixels in a row of what it looks at: four in its coarsest picture, as the kernel computes four at a time. */
export const NARROWEST = 128;

export const isConv = (layer: Layer): layer is Conv => layer.op === 'conv';

/** How many weights a convolution has. */
export const weightsOf = ({ size, inputs, outputs }: Conv): number => size * size * inputs * outputs;

export interface Shape {
	width: number;
	height: number;
	channels: number;
}

/** The size of every picture of a graph, by name, for an input of so many pixels. Throws on a layer that does not fit. */
export function shapesOf({ layers }: Graph, width: number, height: number): Map<string, Shape> {
	const shapes = new Map<string, Shape>([[INPUT, { width, height, channels: 3 }]]);
	const of = (name: string): Shape => {
		const shape = shapes.get(name);
		if (!shape) throw new RangeError(`A layer asks for “${name}”, which no layer before it makes`);
		return shape;
	};
	for (const layer of layers) {
		const first = of(layer.op === 'join' ? layer.from[0] : layer.from);
		if (layer.op === 'conv') {
			if (first.channels !== layer.inputs) throw new RangeError(`“${layer.to}” does not fit “${layer.from}”`);
			const { stride, outputs } = layer;
			shapes.set(layer.to, { width: first.width / stride, height: first.height / stride, channels: outputs });
		} else if (layer.op === 'pool')
			shapes.set(layer.to, { ...first, width: first.width / 2, height: first.height / 2 });
		else if (layer.op === 'join')
			shapes.set(layer.to, { ...first, channels: layer.from.reduce((sum, name) => sum + of(name).channels, 0) });
		else {
			const by = layer.op === 'up' ? 2 : 0.5;
			if (of(layer.with).width * by !== first.width)
				throw new RangeError(`“${layer.with}” does not fit “${layer.from}”`);
			shapes.set(layer.to, first);
		}
	}
	return shapes;
}
