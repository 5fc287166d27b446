import { decode, encode, frequenciesOf } from './entropy';
import { isConv, weightsOf, type Graph } from './graph';
import { LEVELS, quantise, restore } from './quantise';

/**
 * A network in one file. Numbers are little-endian: four letters, the length of the whole, a checksum (FNV-1a) of all
 * that follows it, the length of the graph, the graph as JSON; then, for each convolution in order: the steps of its
 * outputs and their biases (float32), how common each level is (uint16), the length of its weights and its weights.
 */
const LETTERS = 'NET1';
/** Letters, length, checksum. */
const HEAD = 12;

/** A graph with the numbers of its convolutions, in order. */
export interface Weighted {
	graph: Graph;
	/** Weights of the first output, of the second…: row, column, input channel. */
	weights: Float32Array[];
	biases: Float32Array[];
}

/** A file that is no network this program can use. The message says why. */
export class NetworkError extends Error {}

/** The bytes of a network, its weights rounded as `quantise` does. The same network gives the same bytes. */
export function pack({ graph, weights, biases }: Weighted): Uint8Array {
	const parts: Uint8Array[] = [];
	const put = (a: Float32Array | Uint16Array | Uint32Array) =>
		parts.push(new Uint8Array(a.buffer, a.byteOffset, a.byteLength));
	const text = new TextEncoder().encode(JSON.stringify(graph));
	put(Uint32Array.of(text.length));
	parts.push(text);
	graph.layers.filter(isConv).forEach(({ outputs }, i) => {
		const { levels, steps } = quantise(weights[i], outputs);
		const frequencies = frequenciesOf(levels, LEVELS);
		const bytes = encode(levels, frequencies);
		put(steps);
		put(biases[i]);
		put(frequencies);
		put(Uint32Array.of(bytes.length));
		parts.push(bytes);
	});
	const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, HEAD));
	let at = HEAD;
	for (const p of parts) {
		out.set(p, at);
		at += p.length;
	}
	new TextEncoder().encodeInto(LETTERS, out);
	const view = new DataView(out.buffer);
	view.setUint32(4, out.length, true);
	view.setUint32(8, checksum(out.subarray(HEAD)), true);
	return out;
}

/** The network of a file. Throws NetworkError on what is none, and on one that was cut short or altered. */
export function unpack(file: Uint8Array): Weighted {
	if (file.length < HEAD || new TextDecoder().decode(file.subarray(0, 4)) !== LETTERS)
		throw new NetworkError('The file of the network is not one: it begins otherwise');
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	const length = view.getUint32(4, true);
	if (file.length !== length)
		throw new NetworkError(`The file of the network has ${file.length} bytes and should have ${length}`);
	if (view.getUint32(8, true) !== checksum(file.subarray(HEAD)))
		throw new NetworkError('The file of the network was altered: its checksum does not fit');
	let at = HEAD;
	const take = (bytes: number) => file.subarray(at, (at += bytes));
	const count = () => view.getUint32((at += 4) - 4, true);
	const floats = (n: number) => new Float32Array(Uint8Array.from(take(4 * n)).buffer);
	const graph = JSON.parse(new TextDecoder().decode(take(count()))) as Graph;
	const weights: Float32Array[] = [];
	const biases: Float32Array[] = [];
	for (const conv of graph.layers.filter(isConv)) {
		const steps = floats(conv.outputs);
		biases.push(floats(conv.outputs));
		const frequencies = new Uint16Array(Uint8Array.from(take(2 * LEVELS)).buffer);
		const levels = decode(take(count()), frequencies, new Uint8Array(weightsOf(conv)));
		weights.push(restore({ levels, steps }));
	}
	return { graph, weights, biases };
}

/** FNV-1a. */
function checksum(bytes: Uint8Array): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
	return hash >>> 0;
}
