import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bundle } from '../bundle';
import { inEachEngine, openIn } from '../engines';
import { NETWORK } from '../network';
import { openHost, type Host } from '../server';

/** What the network makes of a picture of stripes, shapes and noise: every score and box, as one number. */
const RUN = `
	import { random } from './src/lib/maths';
	import { createNetwork } from './src/lib/vision/detect/learned/index';
	export function run(file) {
		const network = createNetwork(file);
		const [width, height] = [203, 151];
		const chance = random(11);
		const rgb = new Uint8Array(width * height * 3);
		for (let i = 0; i < rgb.length; i++) {
			const x = Math.floor(i / 3) % width;
			const y = Math.floor(i / 3 / width);
			const body = (x - 100) ** 2 / 300 + (y - 80) ** 2 / 2500 < 1;
			rgb[i] = (body ? 40 + 30 * (i % 3) : 150 + (x & 32)) + 40 * chance();
		}
		const found = network.detect({ rgb, width, height }, { threshold: 0.01 });
		let hash = 0x811c9dc5;
		const fold = (array) => {
			for (const v of new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
				hash = Math.imul(hash ^ v, 0x01000193);
		};
		for (const { score } of network.heat) fold(score);
		for (const key of ['x', 'y', 'w', 'h', 'score']) fold(found[key].subarray(0, found.count));
		return (hash >>> 0) + ' ' + found.count;
	}`;

describe('what the network sees is the same in', () => {
	let host: Host;
	let known: string;
	beforeAll(async () => {
		const page = await bundle(
			`${RUN}
			const said = async () => run(new Uint8Array(await (await fetch('/network/nanodet-g.bin')).arrayBuffer()));
			said().catch(String).then((body) => fetch('/said', { method: 'POST', body }));`,
			'iife'
		);
		const here = await bundle(RUN, 'esm');
		const module = (await import(`data:text/javascript;base64,${Buffer.from(here).toString('base64')}`)) as {
			run(file: Uint8Array): string;
		};
		known = module.run(readFileSync(NETWORK));
		expect(module.run(readFileSync(NETWORK)), 'a second run in Node').toBe(known);
		expect(Number(known.split(' ')[1]), 'boxes').toBeGreaterThan(0);
		host = await openHost({ folder: 'static' });
		host.serve('/', `<!doctype html><meta charset="utf-8"><script>${page}</script>`);
	}, 60_000);
	afterAll(() => host?.close());

	inEachEngine(async (engine) => {
		expect(await openIn(engine, host.url, host.heard())).toBe(known);
	}, 120_000);
});
