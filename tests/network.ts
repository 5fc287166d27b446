import { HEAD_CHANNELS } from '../src/lib/vision/detect/learned/decode';
import { INPUT, shapesOf, type Conv } from '../src/lib/vision/detect/learned/graph';
import type { Weighted } from '../src/lib/vision/detect/learned/pack';

/** Where the site has the network. */
export const NETWORK = 'static/network/nanodet-g.bin';

const f = Math.fround;

/**
 * The heads of a network, by plain loops over arrays and every convolution by its definition: what the kernel is held to.
 * Sums are rounded to float32, in another order than by tiles, so the last digits differ.
 * @param input row, column, channel
 */
export function computeHeads({ graph, weights, biases }: Weighted, input: Float32Array, width: number, height: number) {
	const shapes = shapesOf(graph, width, height);
	const pictures = new Map([[INPUT, input]]);
	let convs = 0;
	for (const layer of graph.layers) {
		const { width: w, height: h, channels } = shapes.get(layer.to)!;
		const out = new Float32Array(w * h * channels);
		pictures.set(layer.to, out);
		if (layer.op === 'join') {
			let shift = 0;
			for (const name of layer.from) {
				const own = shapes.get(name)!.channels;
				pictures.get(name)!.forEach((v, i) => (out[Math.floor(i / own) * channels + shift + (i % own)] = v));
				shift += own;
			}
			continue;
		}
		const from = pictures.get(layer.from)!;
		const source = shapes.get(layer.from)!;
		if (layer.op === 'conv') convolve(layer, from, source, weights[convs], biases[convs++], out, w, h);
		else if (layer.op === 'pool')
			out.forEach((_, i) => {
				const [y, x] = [Math.floor(i / channels / w), Math.floor(i / channels) % w];
				let most = -Infinity;
				for (let sy = Math.max(0, 2 * y - 1); sy <= Math.min(source.height - 1, 2 * y + 1); sy++)
					for (let sx = Math.max(0, 2 * x - 1); sx <= Math.min(source.width - 1, 2 * x + 1); sx++)
						most = Math.max(most, from[(sy * source.width + sx) * channels + (i % channels)]);
				out[i] = most;
			});
		else {
			const other = pictures.get(layer.with)!;
			const size = shapes.get(layer.with)!;
			out.forEach((_, i) => {
				const [y, x] = [Math.floor(i / channels / w), Math.floor(i / channels) % w];
				const at = (sy: number, sx: number) =>
					other[
						(Math.max(0, Math.min(size.height - 1, sy)) * size.width + Math.max(0, Math.min(size.width - 1, sx))) *
							channels +
							(i % channels)
					];
				if (layer.op === 'down') {
					const upper = f(at(2 * y, 2 * x) + at(2 * y, 2 * x + 1));
					const lower = f(at(2 * y + 1, 2 * x) + at(2 * y + 1, 2 * x + 1));
					out[i] = from[i] + f(f(upper + lower) * 0.25);
				} else {
					const [y0, x0] = [(y - 1) >> 1, (x - 1) >> 1];
					const [wy, wx] = [y & 1 ? 0.25 : 0.75, x & 1 ? 0.25 : 0.75];
					const upper = f(f(at(y0, x0) * (1 - wx)) + f(at(y0, x0 + 1) * wx));
					const lower = f(f(at(y0 + 1, x0) * (1 - wx)) + f(at(y0 + 1, x0 + 1) * wx));
					out[i] = from[i] + f(f(upper * (1 - wy)) + f(lower * wy));
				}
			});
		}
	}
	return graph.heads.map(({ from }) => {
		const { channels } = shapes.get(from)!;
		if (channels !== HEAD_CHANNELS) throw new RangeError(`A head of ${channels} channels`);
		return pictures.get(from)!;
	});
}

function convolve(
	{ size, stride, inputs, outputs, leaky }: Conv,
	from: Float32Array,
	source: { width: number; height: number },
	weights: Float32Array,
	bias: Float32Array,
	out: Float32Array,
	width: number,
	height: number
): void {
	const border = (size - 1) / 2;
	for (let y = 0, to = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			for (let o = 0; o < outputs; o++, to++) {
				let sum = bias[o];
				for (let ky = 0, at = o * size * size * inputs; ky < size; ky++)
					for (let kx = 0; kx < size; kx++, at += inputs) {
						const [sy, sx] = [y * stride + ky - border, x * stride + kx - border];
						if (sy < 0 || sx < 0 || sy >= source.height || sx >= source.width) continue;
						const pixel = (sy * source.width + sx) * inputs;
						for (let i = 0; i < inputs; i++) sum = f(sum + f(from[pixel + i] * weights[at + i]));
					}
				out[to] = leaky && sum < 0 ? f(sum * f(0.1)) : sum;
			}
}
