/**
 * Measures two ways of keeping the stage's SVG in step with a scene's marks: ours (the worker says what changed, the page
 * applies it: lib/stage/diff.ts and svg.ts) and a Svelte component with a keyed `{#each}` over the marks. The same frames
 * are played through both, on a processor slowed four times; what they leave on the SVG is compared.
 *   npx tsx scripts/bench-marks.ts [--chapters regles,alerte,attroupement] [--places 60] [--slow 4] [--size 1440x900]
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { openFrames } from '../src/lib/server/frames';
import type { Mark } from '../src/lib/picture/frame';
import type { Times } from './bench-marks/page.svelte';
import { findChromium, root } from './prepare.mjs';

const { values } = parseArgs({
	options: {
		chapters: { type: 'string', default: 'regles,alerte,attroupement' },
		places: { type: 'string', default: '60' },
		slow: { type: 'string', default: '4' },
		size: { type: 'string', default: '1440x900' }
	}
});
const [width, height] = values.size.split('x').map(Number);
const places = Number(values.places);

const { steps: counts, frameAt } = await openFrames();

/** Every step of a chapter at evenly spaced places: its marks. */
function* steps(): Generator<{ chapter: string; frames: Mark[][] }> {
	for (const chapter of values.chapters.split(','))
		for (let step = 1; step <= counts[chapter]; step++)
			yield {
				chapter,
				frames: Array.from({ length: places }, (_, i) => {
					const progress = i / (places - 1);
					// Small life goes on while the reader scrolls, 25 pictures a second.
					return frameAt({ chapter, step, progress, window: [width, height], life: i / 25 }).marks;
				})
			};
}

/** One script of a module and all it imports but `external`, as the site's build makes them. */
async function bundle(entry: string, external: RegExp[] = []): Promise<string> {
	const output = (await build({
		root,
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: {
			write: false,
			target: 'es2022',
			minify: true,
			lib: { entry: join(root, entry), formats: ['es'] },
			rollupOptions: { external }
		}
	})) as Rollup.RollupOutput[];
	return output[0].output[0].code;
}
const bytes = (code: string) => brotliCompressSync(code).length;

const quantile = (list: number[], q: number): number => {
	const sorted = [...list].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
};
const cells = (list: number[]): string =>
	[quantile(list, 0.5), quantile(list, 0.95), Math.max(...list)].map((v) => v.toFixed(2).padStart(8)).join('');

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
try {
	const page = await browser.newPage({ viewport: { width, height } });
	await page.setContent(`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"></svg>`);
	await page.addScriptTag({ type: 'module', content: await bundle('scripts/bench-marks/page.svelte.ts') });
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slow) });

	const ways = ['patches', 'svelte'] as const;
	type Way = (typeof ways)[number];
	const run = (way: Way, frames: Mark[][]) =>
		page.evaluate(
			([way, frames]) =>
				(window as unknown as Record<Way, (f: Mark[][]) => Promise<{ times: Times; dom: string }>>)[way](frames),
			[way, frames] as const
		);
	const all: Record<string, Record<Way, Times>> = {};
	let marks = 0;
	let frameCount = 0;
	let turn = 0;
	for (const { chapter, frames } of steps()) {
		const sent = JSON.parse(JSON.stringify(frames)) as Mark[][];
		// Once unmeasured, so that both are compiled; then in turn, first one, then the other.
		if (turn === 0) for (const way of ways) await run(way, sent);
		const doms: string[] = [];
		for (const way of turn++ % 2 ? [...ways].reverse() : ways) {
			const { times, dom } = await run(way, sent);
			doms.push(dom);
			for (const name of [chapter, 'all']) {
				const known = ((all[name] ??= {} as Record<Way, Times>)[way] ??= { page: [], received: [], worker: [] });
				// The first frame makes everything: the reader jumped. Counted with the others.
				for (const k of ['page', 'received', 'worker'] as const) known[k].push(...times[k]);
			}
		}
		if (doms[0] !== doms[1]) throw new Error(`${chapter}: the two leave different marks`);
		const count = (list: Mark[]): number =>
			list.reduce((n, m) => n + 1 + (m.type === 'group' ? count(m.children) : 0), 0);
		for (const f of frames) marks += count(f);
		frameCount += frames.length;
	}
	console.log(
		`${frameCount} frames, ${Math.round(marks / frameCount)} marks each on average, ${values.size}, processor slowed ${values.slow} times; milliseconds a frame`
	);
	console.log(`${''.padEnd(38)}  median     p95   worst`);
	for (const [name, of] of Object.entries(all)) {
		console.log(name);
		for (const way of ways) console.log(`  ${way}: change and layout, page`.padEnd(38) + cells(of[way].page));
		for (const way of ways) console.log(`  ${way}: received, page`.padEnd(38) + cells(of[way].received));
		console.log('  patches: found, worker'.padEnd(38) + cells(of.patches.worker));
	}
	const [svg, diff, component, whole] = await Promise.all([
		bundle('src/lib/stage/svg.ts'),
		bundle('src/lib/stage/diff.ts'),
		bundle('scripts/bench-marks/Marks.svelte', [/^svelte/]),
		bundle('scripts/bench-marks/Marks.svelte')
	]);
	console.log(
		`bytes, brotli: patches ${bytes(svg)} in the page and ${bytes(diff)} in the worker; Svelte ${bytes(component)} where its runtime is there already, ${bytes(whole)} with what it needs of it`
	);
} finally {
	await browser.close();
}
