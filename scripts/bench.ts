/**
 * Measures how fast and how heavy the machine is: `npm run bench [-- --json] [--no-chromium]`. Times are medians; ratios
 * are of runs that alternate, so that they hold whatever else the machine does.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { FPS, SENSOR_HEIGHT, SENSOR_PIXELS, SENSOR_WIDTH } from '../src/lib/camera/camera';
import { createScene, LEAD } from '../src/lib/evaluation/scenes';
import { createBackground } from '../src/lib/vision/background';
import { createObserver, filmSetup, filmSource } from '../src/lib/watch/index';

const { json, 'no-chromium': nodeOnly } = parseArgs({
	options: { json: { type: 'boolean' }, 'no-chromium': { type: 'boolean' } }
}).values;
const say = json ? () => {} : (text: string) => process.stdout.write(`${text}\n`);
const RUNS = 5;
const AGENTS = 40;
const FRAMES = 150;
/** The engine counts its heap in pages: over many frames. */
const PASSES = 12;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
const round = (v: number, digits = 3): number => Number(v.toFixed(digits));

/** Frames of a street with 40 people, after the square has filled. */
function film() {
	const street = createScene({ agents: AGENTS, seed: 1, seconds: 30 });
	const source = filmSource({ street, takes: [{ from: -LEAD * FPS, to: FRAMES - 1 }] });
	const frames: { rgb: Uint8ClampedArray; luma: Uint8Array; time: number }[] = [];
	while (source.next()) frames.push({ rgb: source.sensor.rgb.slice(), luma: source.luma.slice(), time: source.time });
	return { frames };
}

type Film = ReturnType<typeof film>;

/** Median milliseconds of a step over the last FRAMES frames. */
function wholePipeline(f: Film): number {
	const p = createObserver(filmSetup());
	const times: number[] = [];
	f.frames.forEach(({ rgb, luma, time }, i) => {
		const start = performance.now();
		p.see(rgb, luma, time);
		if (i >= f.frames.length - FRAMES) times.push(performance.now() - start);
	});
	return median(times);
}

function allocation(f: Film): number {
	setFlagsFromString('--expose-gc');
	const gc = runInNewContext('gc') as () => void;
	const p = createObserver(filmSetup());
	// What the engine allocates before it has compiled everything is not the machine's.
	for (let pass = 0; pass < 4; pass++) for (const { rgb, luma, time } of f.frames) p.see(rgb, luma, time);
	const last = f.frames.slice(-FRAMES);
	const each: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		gc();
		const before = process.memoryUsage().heapUsed;
		for (let pass = 0; pass < PASSES; pass++) for (const { rgb, luma, time } of last) p.see(rgb, luma, time);
		each.push((process.memoryUsage().heapUsed - before) / (PASSES * last.length));
	}
	return median(each);
}

async function openCv() {
	const module = createRequire(import.meta.url)('@techstark/opencv-js') as Record<string, unknown>;
	// The module is a thenable that resolves to itself: it must not be awaited.
	if (!module.Mat) await new Promise<void>((done) => (module.onRuntimeInitialized = () => done()));
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	return { cv: module as any };
}

/** Background stage over opencv.js's MOG2 on the same grey frames, frame by frame in turn; and how masks agree. */
async function againstOpenCv(f: Film) {
	const { cv } = await openCv();
	const size = { width: SENSOR_WIDTH, height: SENSOR_HEIGHT };
	const ratios: number[] = [];
	const ours: number[] = [];
	const theirs: number[] = [];
	let both = 0;
	let either = 0;
	for (let run = 0; run <= RUNS; run++) {
		const mog = new cv.BackgroundSubtractorMOG2(500, 16, false);
		const source = new cv.Mat(SENSOR_HEIGHT, SENSOR_WIDTH, cv.CV_8UC1);
		const foreground = new cv.Mat();
		const fast = createBackground({ ...size, components: 3 });
		const exact = createBackground({ ...size, components: 5 });
		const mask = new Uint8Array(SENSOR_PIXELS);
		const a: number[] = [];
		const b: number[] = [];
		f.frames.forEach(({ luma }, i) => {
			source.data.set(luma);
			let start = performance.now();
			mog.apply(source, foreground, -1);
			const cvTime = performance.now() - start;
			start = performance.now();
			fast.apply(luma, mask);
			const ourTime = performance.now() - start;
			if (i >= f.frames.length - FRAMES) {
				a.push(ourTime);
				b.push(cvTime);
			}
			if (run > 0) return;
			exact.apply(luma, mask);
			const data = foreground.data as Uint8Array;
			for (let k = 0; k < mask.length; k++) {
				if (data[k] && mask[k]) both++;
				if (data[k] || mask[k]) either++;
			}
		});
		[mog, source, foreground].forEach((o) => o.delete());
		if (run === 0) continue;
		ours.push(median(a));
		theirs.push(median(b));
		ratios.push(median(a) / median(b));
	}
	return { ours: median(ours), theirs: median(theirs), ratio: median(ratios), agreement: both / either };
}

async function weight(): Promise<number> {
	const out = await build({
		entryPoints: ['src/lib/vision/pipeline.ts'],
		bundle: true,
		minify: true,
		format: 'esm',
		target: 'es2022',
		write: false
	});
	return brotliCompressSync(out.outputFiles[0].contents).length;
}

/** The same pipeline in Chromium, plain and four times slower. */
async function inChromium() {
	const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
	if (!existsSync(executablePath)) return undefined;
	const { chromium } = await import('@playwright/test');
	const out = await build({
		stdin: {
			contents: `
				import { FPS } from './src/lib/camera/camera';
				import { filmOf } from './src/lib/evaluation/run';
				import { createObserver, filmSetup, filmSource } from './src/lib/watch/index';
				const film = filmOf({ agents: ${AGENTS}, seed: 1, seconds: ${FRAMES} / FPS });
				const frames = [];
				while (film.next()) frames.push([film.rgb.slice(), film.luma.slice(), film.time]);
				globalThis.run = () => {
					const p = createObserver(filmSetup());
					const times = [];
					frames.forEach(([rgb, luma, time], i) => {
						const start = performance.now();
						p.see(rgb, luma, time);
						if (i >= frames.length - ${FRAMES}) times.push(performance.now() - start);
					});
					return { median: times.sort((a, b) => a - b)[times.length >> 1], hash: p.hash() };
				};`,
			resolveDir: process.cwd(),
			loader: 'ts'
		},
		bundle: true,
		format: 'iife',
		target: 'es2022',
		write: false
	});
	const browser = await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run']
	});
	try {
		const page = await browser.newPage();
		await page.addScriptTag({ content: out.outputFiles[0].text });
		const run = () => page.evaluate(() => (globalThis as unknown as { run(): { median: number; hash: number } }).run());
		const session = await page.context().newCDPSession(page);
		const plain: number[] = [];
		const slow: number[] = [];
		let hash = 0;
		for (let i = 0; i <= RUNS; i++) {
			await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
			const a = await run();
			await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
			const b = await run();
			hash = a.hash;
			// The first run warms the engine up.
			if (i === 0) continue;
			plain.push(a.median);
			slow.push(b.median);
		}
		return { plain: median(plain), slow: median(slow), hash, version: browser.version() };
	} finally {
		await browser.close();
	}
}

const f = film();
const heap = allocation(f);
const node: number[] = [];
let hash: number;
for (let i = 0; i <= RUNS; i++) {
	const t = wholePipeline(f);
	if (i > 0) node.push(t);
}
{
	const p = createObserver(filmSetup());
	for (const { rgb, luma, time } of f.frames) p.see(rgb, luma, time);
	hash = p.hash();
}
const cv = await againstOpenCv(f);
const bytes = await weight();
const chromium = nodeOnly ? undefined : await inChromium();
const result = {
	agents: AGENTS,
	runs: RUNS,
	nodeMs: round(median(node)),
	chromiumMs: chromium && round(chromium.plain),
	chromiumSlowMs: chromium && round(chromium.slow),
	chromium: chromium?.version,
	backgroundMs: round(cv.ours),
	openCvMs: round(cv.theirs),
	backgroundOverOpenCv: round(cv.ratio),
	maskAgreement: round(cv.agreement, 5),
	pipelineBrotliBytes: bytes,
	heapBytesPerFrame: Math.round(heap),
	hashNode: hash,
	hashChromium: chromium?.hash
};
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
else {
	say(`whole pipeline, ${SENSOR_WIDTH} × ${SENSOR_HEIGHT}, ${AGENTS} people (medians of ${RUNS} runs)`);
	say(`  Node ${process.version.slice(1).padEnd(30)} ${result.nodeMs} ms`);
	if (chromium) {
		say(`  Chromium ${chromium.version.padEnd(26)} ${result.chromiumMs} ms      aim 2.5, at least 4`);
		say(`  Chromium at 4 × CPU slowdown        ${result.chromiumSlowMs} ms      aim 12, at least 16`);
		say(`  state after ${f.frames.length} frames equal in both   ${hash === chromium.hash ? 'yes' : 'NO'}`);
	}
	say(`background stage                      ${result.backgroundMs} ms`);
	say(`opencv.js MOG2, same frames           ${result.openCvMs} ms`);
	say(`  ratio                               ${result.backgroundOverOpenCv}         aim 0.8, at least 1.0`);
	say(`  K = 5 mask against OpenCV's, IoU    ${result.maskAgreement}       aim 0.999, at least 0.995`);
	say(`pipeline code, brotli                 ${(bytes / 1024).toFixed(2)} KB      aim 7, at most 12`);
	say(`heap growth a frame                   ${result.heapBytesPerFrame} B        aim 64, at most 256`);
}
