import { afterAll, beforeAll, describe, expect } from 'vitest';
import { bundle } from '../bundle';
import { inEachEngine, openIn } from '../engines';
import { openHost, type Host } from '../server';

/** 750 frames of noise and walkers, and the state the pipeline is in after them. */
const RUN = `
	import { fit, MAST, project } from './src/lib/camera/camera';
	import { random } from './src/lib/maths';
	import { createPipeline } from './src/lib/vision/index';
	export function run() {
		const [w, h] = [160, 90];
		const camera = fit(MAST, w, h);
		const pipeline = createPipeline({ width: w, height: h, camera });
		const chance = random(11);
		const rgb = new Uint8Array(w * h * 3);
		const luma = new Uint8Array(w * h);
		const spot = { u: 0, v: 0, k: 0 };
		let seen = 0;
		for (let f = 0; f < 750; f++) {
			for (let i = 0; i < w * h; i++) {
				const v = 140 + (chance() + chance() + chance() - 1.5) * 8;
				rgb[i * 3] = v;
				rgb[i * 3 + 1] = v + 4;
				rgb[i * 3 + 2] = v - 6;
			}
			for (let k = 0; f > 25 && k < 6; k++) {
				project(camera, -9 + 0.09 * ((f + 37 * k) % 200), 1 + 2 * k, 0, spot);
				const right = Math.min(w, spot.u + 0.3 * spot.k);
				for (let y = Math.max(0, Math.round(spot.v - 1.7 * spot.k)); y < spot.v && y < h; y++)
					for (let x = Math.max(0, Math.round(spot.u - 0.3 * spot.k)); x < right; x++) {
						rgb[(y * w + x) * 3] = 60 + 25 * k;
						rgb[(y * w + x) * 3 + 1] = 50;
						rgb[(y * w + x) * 3 + 2] = 120 - 15 * k;
					}
			}
			for (let i = 0; i < w * h; i++) luma[i] = (rgb[i * 3] * 77 + rgb[i * 3 + 1] * 150 + rgb[i * 3 + 2] * 29) >> 8;
			seen += pipeline.step(rgb, luma).count;
		}
		return pipeline.hash() + ' ' + seen;
	}`;

describe('the state after 750 frames is the same in', () => {
	let host: Host;
	let known: string;
	beforeAll(async () => {
		const page = await bundle(
			`${RUN}\nfetch('/hash', { method: 'POST', body: run() }).catch((e) => (document.title = String(e)));`,
			'iife'
		);
		const here = await bundle(RUN, 'esm');
		const module = (await import(`data:text/javascript;base64,${Buffer.from(here).toString('base64')}`)) as {
			run(): string;
		};
		known = module.run();
		expect(module.run(), 'a second run in Node').toBe(known);
		expect(Number(known.split(' ')[1]), 'people followed').toBeGreaterThan(1000);
		host = await openHost();
		host.serve('/', `<!doctype html><script>${page}</script>`);
	}, 60_000);
	afterAll(() => host?.close());

	inEachEngine(async (engine) => {
		expect(await openIn(engine, host.url, host.heard())).toBe(known);
	}, 120_000);
});
