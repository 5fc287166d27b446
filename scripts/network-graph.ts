import { INPUT, type Graph, type Layer } from '../src/lib/vision/detect/learned/graph';
import type { Weighted } from '../src/lib/vision/detect/learned/pack';

/** What of TensorFlow.js's graph format is read here. */
interface Published {
	modelTopology: { node: Node[] };
	weightsManifest: {
		weights: { name: string; shape: number[]; dtype: string; quantization?: { dtype: string } }[];
	}[];
}

interface Node {
	name: string;
	op: string;
	input?: string[];
	attr?: { strides?: { list: { i: string[] } }; perm?: unknown };
}

interface Tensor {
	shape: number[];
	values: Float32Array;
}

/** The three nodes whose inputs are the heads, by the stride of each, and the numbers that a pixel of them has. */
const HEADS = [
	{ split: 'PartitionedCall/onnx_tf_prefix_Split_153', stride: 8 },
	{ split: 'PartitionedCall/onnx_tf_prefix_Split_164', stride: 16 },
	{ split: 'PartitionedCall/onnx_tf_prefix_Split_175', stride: 32 }
];
/** Kinds of thing it was taught, of which the first is people; then come the distances of sides. */
const CLASSES = 80;

/** What NanoDet subtracts and divides by, for blue, green and red: its config/nanodet-g.yml. */
const MEAN: Graph['mean'] = [103.53, 116.28, 123.675];
const DEVIATION: Graph['deviation'] = [57.375, 57.12, 58.395];

/** Halves to floats (IEEE 754). */
function half(bits: number): number {
	const sign = bits >> 15 ? -1 : 1;
	const exponent = (bits >> 10) & 31;
	const fraction = bits & 1023;
	if (exponent === 31) return fraction ? NaN : sign * Infinity;
	return exponent ? sign * (1 + fraction / 1024) * 2 ** (exponent - 15) : sign * fraction * 2 ** -24;
}

function tensorsOf({ weightsManifest }: Published, bin: Buffer): Map<string, Tensor> {
	const tensors = new Map<string, Tensor>();
	let at = 0;
	for (const { name, shape, dtype, quantization } of weightsManifest[0].weights) {
		const count = shape.reduce((product, n) => product * n, 1);
		const kind = quantization?.dtype ?? dtype;
		if (kind !== 'float16' && kind !== 'int32') throw new Error(`${name} is of ${kind}, which is not read here`);
		const wide = kind === 'float16' ? 2 : 4;
		const read = (i: number) => (wide === 2 ? half(bin.readUInt16LE(at + 2 * i)) : bin.readInt32LE(at + 4 * i));
		tensors.set(name, { shape, values: Float32Array.from({ length: count }, (_, i) => read(i)) });
		at += wide * count;
	}
	if (at !== bin.length) throw new Error(`The weights have ${bin.length} bytes, their list says ${at}`);
	return tensors;
}

/**
 * NanoDet-G as TensorFlow.js has it, as a graph of ours. Of each head's outputs only people and distances are kept.
 * Throws on a node it does not know.
 */
export function readPublished(json: string, bin: Buffer): Weighted {
	const published = JSON.parse(json) as Published;
	const tensors = tensorsOf(published, bin);
	const nodes = new Map(published.modelTopology.node.map((n) => [n.name, n]));
	const layers: Layer[] = [];
	const weights: Float32Array[] = [];
	const biases: Float32Array[] = [];
	const known = new Map<string, string>();
	const nodeOf = (input: string): Node => {
		const node = nodes.get(input.split(':')[0]);
		if (!node) throw new Error(`The graph has no node ${input}`);
		return node;
	};
	const next = () => `p${layers.length}`;
	const add = (layer: Layer): string => {
		layers.push(layer);
		return layer.to;
	};
	/** The node a transposition or a border goes round: our layers have both by themselves. */
	const within = (node: Node): Node =>
		/^(Transpose|Pad|PadV2)$/.test(node.op) ? within(nodeOf(node.input![0])) : node;

	function conv(node: Node, conv: Node, leaky: boolean): string {
		const from = picture(conv.input![0]);
		const { shape, values } = tensors.get(conv.input![1])!;
		const [size, , inputs, outputs] = shape;
		weights.push(transpose(values, outputs));
		biases.push(tensors.get(node.input![1])!.values);
		const stride = Number(conv.attr!.strides!.list.i[1]);
		return add({ op: 'conv', from, to: next(), size, stride, inputs, outputs, leaky } as Layer);
	}

	function make(node: Node): string {
		const [a, b] = node.input ?? [];
		switch (node.op) {
			case 'Placeholder':
				return INPUT;
			case 'LeakyRelu': {
				const sum = within(nodeOf(a));
				return conv(sum, within(nodeOf(sum.input![0])), true);
			}
			case 'MaxPool': {
				const from = picture(a);
				return add({ op: 'pool', from, to: next() });
			}
			case 'ConcatV2': {
				const from = node.input!.slice(0, -1).map(picture);
				return add({ op: 'join', from, to: next() });
			}
			case 'Add': {
				const first = within(nodeOf(a));
				if (first.op === 'Conv2D') return conv(node, first, false);
				const second = within(nodeOf(b));
				if (second.op !== 'ResizeBilinear') throw new Error(`${node.name} adds ${second.op}`);
				const from = picture(a);
				const other = picture(second.input![0]);
				return add({ op: isUp(from, other) ? 'up' : 'down', from, with: other, to: next() });
			}
			default:
				throw new Error(`${node.name} is a ${node.op}, which is not read here`);
		}
	}

	/** The picture that a node makes, its layer added if it was not yet. */
	function picture(input: string): string {
		const node = within(nodeOf(input));
		const name = known.get(node.name) ?? make(node);
		known.set(node.name, name);
		return name;
	}

	/** Halvings from the input to a picture. */
	function depth(name: string): number {
		if (name === INPUT) return 0;
		const layer = layers.find((l) => l.to === name)!;
		const before = depth(layer.op === 'join' ? layer.from[0] : layer.from);
		return before + (layer.op === 'pool' || (layer.op === 'conv' && layer.stride === 2) ? 1 : 0);
	}
	const isUp = (to: string, from: string) => depth(from) > depth(to);

	const heads = HEADS.map(({ split, stride }) => ({ from: picture(nodeOf(split).input![0]), stride }));
	for (const { from } of heads) {
		const layer = layers.find((l) => l.to === from)!;
		const n = layers.filter((l) => l.op === 'conv').indexOf(layer as never);
		if (layer.op !== 'conv') throw new Error(`The head ${from} is a ${layer.op}`);
		const each = weights[n].length / layer.outputs;
		weights[n] = keep(weights[n], each);
		biases[n] = keep(biases[n], 1);
		layer.outputs = biases[n].length;
	}
	return { graph: { layers, mean: MEAN, deviation: DEVIATION, heads }, weights, biases };
}

/** From row, column, input, output to output, row, column, input. */
function transpose(values: Float32Array, outputs: number): Float32Array {
	const each = values.length / outputs;
	return values.map((_, i) => values[(i % each) * outputs + Math.floor(i / each)]);
}

/** Of outputs of `each` numbers: people and distances. */
const keep = (values: Float32Array, each: number): Float32Array =>
	values.filter((_, i) => i < each || i >= CLASSES * each);
