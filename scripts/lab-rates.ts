import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { enginesHere, openIn, type Engine } from '../tests/browsers';
import { openHost } from '../tests/server';
import { findChromium } from './prepare.mjs';

const CODE = `
	import { DEFAULTS } from './src/lib/lab/choice';
	import { createSession } from './src/lib/lab/session';
	export { createSession, DEFAULTS };`;

/** Pictures looked at, and those of them that only warm up: a scene is learned from the first. */
const PICTURES = 90;
const WARM = 40;
/** A reader's film as the page hands it over, and seconds from which its scene is learned. */
const FORMAT = { width: 640, height: 360, fps: 25, learn: 1 };
/** How much slower a modest phone is, and milliseconds after which an engine is given up. */
const SLOWER = 4;
const PATIENCE = 240_000;

/** Runs in the page: what the lab's worker does with a picture, from its bytes to the report, on the page's own thread. */
const MEASURE = `
	(async () => {
		const network = await (await fetch('/network/nanodet-g.bin')).arrayBuffer();
		const format = ${JSON.stringify(FORMAT)};
		const { width, height } = format;
		// A wall with grain, and three bodies that walk before it.
		const picture = (i) => {
			const rgba = new Uint8ClampedArray(4 * width * height);
			for (let k = 0; k < rgba.length; k++) rgba[k] = 140 + (((k + 977 * i) * 7919) >> 6 & 7);
			for (let body = 0; body < 3; body++)
				for (let y = 150; y < 310; y++)
					for (let x = 0; x < 50; x++) rgba.fill(40 + 30 * body, 4 * (y * width + ((150 * body + 4 * i + x) % width)), 4 * (y * width + ((150 * body + 4 * i + x) % width)) + 3);
			return rgba;
		};
		const lines = [];
		const run = async (name, choice, given) => {
			const spent = [];
			let fault = '';
			const session = rates.createSession((r) => { if (r.type === 'failed') fault = r.why; }, () => performance.now());
			const open = { type: 'open', run: 1, choice: { ...rates.DEFAULTS, ...choice } };
			if (given) open.format = format;
			if (choice.machine === 'learned') open.network = network.slice(0);
			session.take(open);
			for (let i = 0; i < ${PICTURES} && !fault; i++) {
				const order = given && { type: 'picture', run: 1, rgba: picture(i), time: i / format.fps };
				const start = performance.now();
				if (order) session.take(order);
				else session.advance();
				if (i >= ${WARM}) spent.push(performance.now() - start);
				await new Promise((done) => setTimeout(done, 2));
			}
			if (fault) return lines.push(name + ': ' + fault);
			const mean = spent.reduce((a, b) => a + b, 0) / spent.length;
			spent.sort((a, b) => a - b);
			lines.push(name.padEnd(44) + spent[spent.length >> 1].toFixed(1).padStart(7) + ' ms, ' + spent[0].toFixed(1).padStart(6) + ' at best, ' + (1000 / mean).toFixed(1).padStart(6) + ' a second');
		};
		await run('motion, the square (drawing it too)', { source: 'square' }, false);
		await run('motion, a film of ' + width + ' × ' + height, { source: 'file' }, true);
		await run('network, a film of ' + width + ' × ' + height, { source: 'file', machine: 'learned' }, true);
		await run('the same, a small picture to look at', { source: 'file', machine: 'learned', input: 'small' }, true);
		return lines.join('\\n');
	})().catch(String).then((body) => fetch('/said', { method: 'POST', body }));`;

/** Chromium whose page is slowed. Only a page can be: the lab's worker is not, which is why all of it runs on the page here. */
const slowed = (patience: number): Engine => ({
	name: `Chromium, ${SLOWER} times slower`,
	patience,
	async open(url) {
		const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
		const page = await browser.newPage();
		const line = await page.context().newCDPSession(page);
		await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		await page.goto(url);
		return { failed: new Promise(() => {}), close: () => browser.close() };
	}
});

/**
 * Prints median and best milliseconds a picture, and pictures a second at the mean, of the lab's machines (other programs on
 * the machine lengthen all but the best): in each engine of this machine,
 * one after another, and in a slowed Chromium. Each as it comes.
 */
export async function rateLab(): Promise<void> {
	const options = { bundle: true, format: 'iife', globalName: 'rates', minify: true, write: false } as const;
	const stdin = { contents: CODE, resolveDir: process.cwd(), loader: 'ts' } as const;
	const { text } = (await build({ ...options, stdin, target: 'es2022' })).outputFiles[0];
	const host = await openHost({ folder: 'static' });
	const script = `${text}${MEASURE}`.replaceAll('</', '<\\/');
	host.serve(
		'/',
		`<!doctype html><meta charset="utf-8"><title>Rates</title><script>onerror = (e) => fetch('/said', { method: 'POST', body: String(e) });${script}</script>`
	);
	try {
		for (const engine of [...enginesHere(PATIENCE), slowed(PATIENCE)]) {
			const lines =
				'missing' in engine
					? `not tried: ${engine.missing}`
					: await openIn(engine, host.url, host.heard()).catch((error: Error) => `not measured: ${error.message}`);
			console.log(`${engine.name}\n   ${lines.replaceAll('\n', '\n   ')}`);
		}
	} finally {
		await host.close();
	}
}
