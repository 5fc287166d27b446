import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** 750 frames of noise and walkers, and the state the pipeline is in after them. */
const RUN = `
	import { fit, MAST, project } from './src/lib/camera/camera';
	import { random } from './src/lib/street/maths';
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

const bundle = async (contents: string, format: 'iife' | 'esm') =>
	(
		await build({
			stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
			bundle: true,
			format,
			target: 'es2022',
			write: false
		})
	).outputFiles[0].text;

const onPath = (name: string) => spawnSync('which', [name]).status === 0;
const first = (...files: (string | undefined)[]) => files.find((f) => f !== undefined && existsSync(f));
const mini = first(
	...['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64']
		.filter((d) => existsSync(d))
		.flatMap((d) =>
			readdirSync(d)
				.filter((n) => /^webkit(2)?gtk-/.test(n))
				.map((n) => join(d, n, 'MiniBrowser'))
		)
);

/** How each engine opens an address; undefined where the machine lacks it. */
const ENGINES: Record<string, ((url: string, profile: string) => string[]) | undefined> = {
	Chromium: (url, profile) => [
		first(process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser') ?? 'chromium',
		...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
		`--user-data-dir=${profile}`,
		url
	],
	Firefox: onPath('firefox-esr')
		? (url, profile) => ['firefox-esr', '--headless', '--no-remote', '--profile', profile, url]
		: undefined,
	WebKit:
		mini && (process.env.DISPLAY || onPath('xvfb-run'))
			? (url) => [...(process.env.DISPLAY ? [] : ['xvfb-run', '-a']), mini, url]
			: undefined
};

describe('the state after 750 frames is the same in', () => {
	let server: Server;
	let url: string;
	let known: string;
	let told: (hash: string) => void;
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
		server = createServer((request, response) => {
			if (request.method === 'POST') {
				let body = '';
				request.on('data', (d) => (body += d));
				request.on('end', () => told(body));
				response.end();
			} else response.setHeader('content-type', 'text/html').end(`<!doctype html><script>${page}</script>`);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	}, 60_000);
	afterAll(() => server?.close());

	for (const [name, command] of Object.entries(ENGINES)) {
		if (!command) process.stderr.write(`Not tried in ${name}: it is not on this machine.\n`);
		it.skipIf(!command)(
			name,
			async () => {
				const profile = mkdtempSync(join(tmpdir(), 'engine-'));
				const [program, ...args] = command!(url, profile);
				const heard = new Promise<string>((done) => (told = done));
				const browser = spawn(program, args, { stdio: 'ignore', detached: true });
				const failed = new Promise<string>((done) => browser.on('error', (e) => done(e.message)));
				try {
					expect(await Promise.race([heard, failed])).toBe(known);
				} finally {
					// The whole group, since browsers are several processes.
					if (browser.pid) process.kill(-browser.pid, 'SIGKILL');
					await new Promise((done) => setTimeout(done, 300));
					rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
				}
			},
			120_000
		);
	}
});
