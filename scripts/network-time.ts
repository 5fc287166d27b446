import { build } from 'esbuild';
import { brotliCompressSync } from 'node:zlib';
import type { Size } from '../src/lib/vision/detect/learned/index';
import { enginesHere, openIn } from '../tests/browsers';
import { openHost } from '../tests/server';

const CODE = `
	import { createNetwork } from './src/lib/vision/detect/learned/index';
	export { createNetwork };`;

/** Pictures looked at in each size, and those of them that only warm up. */
const PICTURES = 30;
const WARM = 5;
/** Milliseconds after which an engine is given up. */
const PATIENCE = 180_000;

/** Runs in the page: fetches and makes the network, then the median and best milliseconds at each size. */
const measure = (sizes: readonly Size[]): string => `
	(async () => {
		let began = performance.now();
		const file = new Uint8Array(await (await fetch('/network/nanodet-g.bin')).arrayBuffer());
		const lines = ['fetched in ' + (performance.now() - began).toFixed(0) + ' ms'];
		began = performance.now();
		const network = learned.createNetwork(file);
		lines.push('made in ' + (performance.now() - began).toFixed(0) + ' ms');
		const picture = { rgb: new Uint8Array(640 * 480 * 3).map((_, i) => (i * 7919) >> 3), width: 640, height: 480 };
		for (const input of ${JSON.stringify(sizes)}) {
			const spent = [];
			for (let i = 0; i < ${PICTURES}; i++) {
				const start = performance.now();
				network.detect(picture, { input });
				if (i >= ${WARM}) spent.push(performance.now() - start);
				await new Promise((done) => setTimeout(done, 5));
			}
			spent.sort((a, b) => a - b);
			lines.push(input.width + '×' + input.height + ': ' + spent[spent.length >> 1].toFixed(0) + ' ms by the clock, ' + spent[0].toFixed(0) + ' at best');
		}
		return lines.join('\\n');
	})().catch(String).then((body) => fetch('/said', { method: 'POST', body }));`;

/**
 * Milliseconds that a picture takes on a page's own thread, in each of the three engines that this machine has, one after
 * another, and what the code weighs. Where one is missing or says nothing, a line says so.
 */
export async function timeInBrowsers(sizes: readonly Size[]): Promise<string> {
	const options = { bundle: true, format: 'iife', globalName: 'learned', minify: true, write: false } as const;
	const stdin = { contents: CODE, resolveDir: process.cwd(), loader: 'ts' } as const;
	const { text } = (await build({ ...options, stdin, target: 'es2022' })).outputFiles[0];
	const host = await openHost({ folder: 'static' });
	host.serve('/', `<!doctype html><meta charset="utf-8"><title>Time</title><script>${text}${measure(sizes)}</script>`);
	const said: string[] = [];
	try {
		for (const engine of enginesHere(PATIENCE)) {
			const lines =
				'missing' in engine
					? `not tried: ${engine.missing}`
					: await openIn(engine, host.url, host.heard()).catch((error: Error) => `not measured: ${error.message}`);
			said.push(`${engine.name}\n   ${lines.replaceAll('\n', '\n   ')}`);
		}
	} finally {
		await host.close();
	}
	return `${said.join('\n')}\ncode: ${text.length} bytes, ${brotliCompressSync(text).length} in brotli`;
}
