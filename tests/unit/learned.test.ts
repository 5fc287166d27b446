import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { compileKernel } from '../../scripts/network-kernel';
import { fit, MAST } from '../../src/lib/camera/camera';
import { createSensor } from '../../src/lib/camera/sensor';
import { createStreetPainter } from '../../src/lib/drawing/street';
import { iou } from '../../src/lib/evaluation/metrics';
import { random } from '../../src/lib/maths';
import { createStreet } from '../../src/lib/street/street';
import { truthAt } from '../../src/lib/street/truth';

import { decode, encode, frequenciesOf } from '../../src/lib/vision/detect/learned/entropy';
import { exponential } from '../../src/lib/vision/detect/learned/exponential';
import { INPUT, type Graph } from '../../src/lib/vision/detect/learned/graph';
import {
	createLearned,
	createNetwork,
	inputFor,
	LEARNED,
	type Network
} from '../../src/lib/vision/detect/learned/index';
import { KERNEL } from '../../src/lib/vision/detect/learned/kernel';
import { load } from '../../src/lib/vision/detect/learned/layout';
import { pack, unpack } from '../../src/lib/vision/detect/learned/pack';
import { createLetterbox } from '../../src/lib/vision/detect/learned/letterbox';
import { createPlan } from '../../src/lib/vision/detect/learned/plan';
import { LARGEST, quantise, restore } from '../../src/lib/vision/detect/learned/quantise';
import { createKernel } from '../../src/lib/vision/detect/learned/wasm';
import { createPipeline } from '../../src/lib/vision/index';
import { computeHeads, NETWORK } from '../network';

const file = new Uint8Array(readFileSync(NETWORK));

/** A frame of the square at a size, and who is in it. */
function square(width: number, height: number, frame: number) {
	const street = createStreet({ seed: 7 });
	const sensor = createSensor({ street, paint: createStreetPainter(), width, height });
	sensor.expose(frame);
	return { sensor, truth: truthAt(street.at(frame), sensor.camera).filter((t) => t.visible > 0.6) };
}

describe('the arithmetic', () => {
	afterEach(() => void vi.unstubAllGlobals());

	it('is what its source gives', async () => {
		expect(Buffer.from(await compileKernel()).toString('base64')).toBe(KERNEL);
	}, 60_000);

	it.each([
		['odd rows and columns of tiles', 160, 96],
		['fewer tiles than are taken at a time', 128, 32],
		['many rows of them', 128, 224]
	])(
		'gives what convolutions are by their definition, twice the same bits: %s',
		(_, width, height) => {
			const network = unpack(file);
			const kernel = createKernel();
			const plan = createPlan(kernel, network.graph, load(kernel, network), width, height);
			const chance = random(3);
			const input = Float32Array.from({ length: width * height * 3 }, () => 4 * chance() - 2);
			input.forEach((v, i) => {
				const pixel = Math.floor(i / 3);
				plan.memory[plan.first + Math.floor(pixel / width) * plan.row + (pixel % width) * 4 + (i % 3)] = v;
			});
			const known = computeHeads(network, input, width, height);
			const read = () =>
				plan.heads.map(({ columns, rows, memory, first, row, pixel }, n) => {
					const channels = known[n].length / columns / rows;
					return known[n].map((_, i) => {
						const cell = Math.floor(i / channels);
						return memory[first + Math.floor(cell / columns) * row + (cell % columns) * pixel + (i % channels)];
					});
				});
			plan.run();
			const own = read();
			own.forEach((head, n) => {
				const worst = head.reduce((most, v, i) => Math.max(most, Math.abs(v - known[n][i])), 0);
				// Logits of some units: what float32 rounds in other orders of sums.
				expect(worst, `head ${n}`).toBeLessThan(2e-5);
				expect(Math.max(...head)).toBeGreaterThan(1);
			});
			plan.run();
			expect(read()).toEqual(own);
		},
		60_000
	);

	it('says so where WebAssembly has no SIMD, or may not run', () => {
		const { Module, validate } = WebAssembly;
		vi.stubGlobal('WebAssembly', { Module, validate: () => false });
		expect(() => createNetwork(file)).toThrow('This browser’s WebAssembly has no SIMD');
		const forbidden = class {
			constructor() {
				throw new EvalError('violates the policy');
			}
		};
		vi.stubGlobal('WebAssembly', { Module: forbidden, validate });
		expect(() => createNetwork(file)).toThrow('WebAssembly may not run here: violates the policy');
		vi.stubGlobal('WebAssembly', undefined);
		expect(() => createNetwork(file)).toThrow('This browser has no WebAssembly');
	});

	it('knows e to the power of anything', () => {
		for (let x = -39; x < 39; x += 0.37) expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
		expect(exponential(-1e9)).toBeGreaterThan(0);
		expect(exponential(1e9)).toBeLessThan(1e18);
	});
});

describe('the file', () => {
	const graph: Graph = {
		layers: [{ op: 'conv', from: INPUT, to: 'a', size: 3, stride: 2, inputs: 3, outputs: 8, leaky: true }],
		mean: [1, 2, 3],
		deviation: [4, 5, 6],
		heads: []
	};
	const chance = random(5);
	const weights = [Float32Array.from({ length: 216 }, () => chance() + chance() + chance() - 1.5)];
	const biases = [Float32Array.from({ length: 8 }, chance)];

	it('holds a network: graph and biases as they are, weights to half a step or clipped', () => {
		const packed = pack({ graph, weights, biases });
		expect(pack({ graph, weights, biases })).toEqual(packed);
		const read = unpack(packed);
		expect(read.graph).toEqual(graph);
		expect(read.biases).toEqual(biases);
		const { steps } = quantise(weights[0], 8);
		read.weights[0].forEach((w, i) => {
			const step = steps[Math.floor(i / 27)];
			const most = LARGEST * step;
			expect(Math.abs(w - Math.max(-most, Math.min(most, weights[0][i])))).toBeLessThanOrEqual(step * 0.501);
		});
	});

	it('rounds weights to what they are when they are of few levels already', () => {
		const few = Float32Array.from({ length: 64 }, (_, i) => (i % 2 ? 1 : -1) * (i >> 1) * 0.25);
		expect(restore(quantise(few, 1))).toEqual(few.map((v) => v + 0));
	});

	it('loses no symbol, rare or common or alone', () => {
		for (const data of [
			Uint8Array.from({ length: 5000 }, () => (chance() < 0.97 ? 3 : Math.floor(63 * chance()))),
			new Uint8Array(100).fill(7),
			Uint8Array.of(1)
		]) {
			const parts = frequenciesOf(data, 63);
			expect(parts.reduce((sum, n) => sum + n)).toBe(4096);
			expect(decode(encode(data, parts), parts, new Uint8Array(data.length))).toEqual(data);
		}
	});

	it.each([
		['cut short', () => file.subarray(0, file.length >> 1), /has \d+ bytes and should have \d+/],
		['empty', () => new Uint8Array(0), /is not one: it begins otherwise/],
		['a page that says 404', () => new TextEncoder().encode('<!doctype html><title>404</title>'), /is not one/],
		['altered by a bit', () => file.map((v, i) => (i === 1_000_000 ? v ^ 4 : v)), /was altered/]
	])('says what is wrong with one that is %s', (_, make, message) => {
		expect(() => createNetwork(make())).toThrow(message);
	});

	it('is read wherever it lies in a larger buffer', () => {
		const larger = new Uint8Array(file.length + 3);
		larger.set(file, 3);
		expect(unpack(larger.subarray(3)).weights[5]).toEqual(unpack(file).weights[5]);
	});

	it('weighs what a reader can be sent', () => expect(file.length).toBeLessThan(2_330_000));
});

describe('the network', () => {
	let network: Network;
	beforeAll(() => void (network = createNetwork(file)));

	it('chooses an input of multiples of 32 within its budget, in which the picture is largest', () => {
		expect(inputFor({ width: 320, height: 256 })).toEqual({ width: 320, height: 256 });
		expect(inputFor({ width: 1920, height: 1080 })).toEqual({ width: 384, height: 224 });
		expect(inputFor({ width: 768, height: 432 }, 640 * 384)).toEqual({ width: 640, height: 384 });
		expect(inputFor({ width: 90, height: 1000 })).toEqual({ width: 128, height: 672 });
		expect(inputFor({ width: 4000, height: 30 })).toEqual({ width: 2720, height: 32 });
	});

	it('lays a picture in the middle, black around it, averaged where it is made smaller', () => {
		const scale = { mean: [1, 2, 3], deviation: [1, 2, 4] };
		const lay = (width: number, height: number, to: number, rgb: number[]) => {
			const box = createLetterbox({ width, height }, { width: to, height: to }, scale);
			const out = new Float32Array(to * to * 4).fill(NaN);
			box.fill(rgb, out, 0, 4 * to);
			return { box, blue: Array.from({ length: to * to }, (_, i) => out[4 * i] + 1), out };
		};
		const grey = (list: number[]) => list.flatMap((v) => [v, v, v]);
		expect(lay(4, 2, 2, grey([10, 20, 30, 40, 50, 60, 70, 80])).blue).toEqual([35, 55, 0, 0]);
		// Of three pixels that two are made of, the middle one is shared.
		expect(lay(3, 3, 2, grey([0, 30, 60, 0, 30, 60, 0, 30, 60])).blue).toEqual([10, 50, 10, 50]);
		expect(lay(2, 1, 4, grey([0, 40])).blue).toEqual([0, 0, 0, 0, 0, 10, 30, 40, 0, 10, 30, 40, 0, 0, 0, 0]);
		const { box, out } = lay(1, 1, 1, [7, 8, 9]);
		expect([...out.subarray(0, 3)]).toEqual([8, 3, 1]);
		expect([box.left, box.top, box.across, box.down]).toEqual([0, 0, 1, 1]);
	});

	it('finds drawn people where they are, twice the same, at a size that is no multiple of 32', () => {
		const { sensor, truth } = square(650, 411, 800);
		const { rgb, width, height } = sensor;
		const input = { width: 640, height: 416 };
		const found = network.detect({ rgb, width, height }, { input });
		const boxes = Array.from({ length: found.count }, (_, i) => [found.x[i], found.y[i], found.w[i], found.h[i]]);
		const right = boxes.filter((b) => truth.some((t) => iou(b, 0, [t.x, t.y, t.w, t.h], 0) > 0.5));
		expect(right.length).toBeGreaterThan(0.4 * truth.length);
		expect(right.length).toBeGreaterThan(0.85 * boxes.length);
		for (let i = 1; i < found.count; i++) expect(found.score[i]).toBeLessThanOrEqual(found.score[i - 1]);
		// Another size in between: what it left in memory must not be seen.
		network.detect({ rgb: new Uint8Array(200 * 200 * 3).fill(255), width: 200, height: 200 });
		const again = network.detect({ rgb, width, height }, { input });
		expect(Array.from({ length: again.count }, (_, i) => [again.x[i], again.y[i], again.w[i], again.h[i]])).toEqual(
			boxes
		);
	});

	it('says where it is how sure: the hottest cell of a person is near their middle', () => {
		const { sensor } = square(640, 416, 800);
		const found = network.detect({ rgb: sensor.rgb, width: 640, height: 416 }, { input: { width: 640, height: 416 } });
		const hottest = network.heat.map(({ score }) => Math.max(...score));
		expect(Math.max(...hottest)).toBeCloseTo(found.score[0], 6);
		const { stride, columns, score } = network.heat[hottest.indexOf(Math.max(...hottest))];
		const cell = score.indexOf(Math.max(...score));
		const [x, y] = [((cell % columns) + 0.5) * stride, (Math.floor(cell / columns) + 0.5) * stride];
		expect(x).toBeGreaterThan(found.x[0]);
		expect(x).toBeLessThan(found.x[0] + found.w[0]);
		expect(y).toBeGreaterThan(found.y[0]);
		expect(y).toBeLessThan(found.y[0] + found.h[0]);
	});

	it('finds nobody in grey, and refuses sizes it cannot look at', () => {
		const rgb = new Uint8Array(97 * 61 * 3).fill(128);
		expect(network.detect({ rgb, width: 97, height: 61 }).count).toBe(0);
		expect(() => network.detect({ rgb, width: 97, height: 61 }, { input: { width: 160, height: 100 } })).toThrow(
			'160 × 100 is not looked at: multiples of 32'
		);
		expect(() => network.detect({ rgb, width: 970, height: 61 })).toThrow('are no 970 × 61 pixels');
	});

	it('is a detector: the pipeline follows what it finds', () => {
		const [width, height] = [640, 384];
		const { sensor, truth } = square(width, height, 800);
		const pipeline = createPipeline({
			width,
			height,
			camera: fit(MAST, width, height),
			detector: createLearned({ network, width, height, input: { width, height } }),
			tracking: LEARNED
		});
		for (let f = 800; f < 804; f++) {
			sensor.expose(f);
			pipeline.step(sensor.rgb, sensor.luma);
		}
		const { count, x, y, w, h, groundY } = pipeline.tracks;
		expect(count).toBeGreaterThan(0.35 * truth.length);
		for (let i = 0; i < count; i++) {
			expect(x[i] + w[i]).toBeLessThanOrEqual(width);
			expect(y[i] + h[i]).toBeLessThanOrEqual(height);
			expect(groundY[i]).toBeGreaterThan(0);
		}
	});
});
