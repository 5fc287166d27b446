/**
 * `npm run weigh`: what the story page costs a reader, measured on the built site in a phone's window (412×823) on a
 * processor slowed four times and, for the first load, a line of 1.6 Mbit/s with 150 ms of delay.
 *   bytes     everything the host sent, workers' requests too, text compressed with brotli at 6, as hosts do on the fly
 *   links     how long a step opened by its link takes until its whole picture is there and its control answers
 *   load      largest and first paint, layout shifts, blocking time
 *   scroll    the whole page at 1,200 px/s: gaps between frames, gaps between pictures of the stage, long tasks
 * Gaps are what a clock on the wall says: other programs on the machine lengthen them. Beside them stands what the page's
 * own thread and the workers spent of the processor, from Chromium's trace, which a busy machine does not change much.
 * Chromium slows the page's own thread only; the worker that draws runs at the speed of this machine. So the scroll is
 * measured a second time without workers, where the page draws by itself (`--quick` leaves that out).
 * `--lang en` weighs the English page; `--chapter vision` scrolls one chapter only; `--files` lists what is sent; `--lab` only
 * prints what each part of the lab weighs, `--rates` only how fast its machines are in each engine of this machine.
 */
import { chromium, type Page } from '@playwright/test';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import type { StageElement } from '../src/lib/story/story';
import { rateLab } from './lab-rates';
import { findChromium, root } from './prepare.mjs';
import { weighLab } from './weigh-lab';

const { values } = parseArgs({
	options: {
		lang: { type: 'string', default: 'fr' },
		port: { type: 'string', default: '4189' },
		chapter: { type: 'string', default: '' },
		quick: { type: 'boolean', default: false },
		files: { type: 'boolean', default: false },
		lab: { type: 'boolean', default: false },
		rates: { type: 'boolean', default: false }
	}
});
const build = join(root, 'build');
if (values.lab) {
	console.log(weighLab(build));
	process.exit();
}
if (values.rates) {
	await rateLab();
	process.exit();
}
const LINE = { bytesPerSecond: 200_000, delay: 150 };
const WINDOW = { width: 412, height: 823 };
/** Pixels a second. */
const PACE = 1200;

// ---- A host on a slow line ----

type Kind = 'HTML' | 'scripts' | 'styles' | 'fonts' | 'pictures' | 'data';
const KINDS: Record<string, [Kind, string]> = {
	'.html': ['HTML', 'text/html; charset=utf-8'],
	'.js': ['scripts', 'text/javascript'],
	'.css': ['styles', 'text/css'],
	'.json': ['data', 'application/json'],
	'.bin': ['data', 'application/octet-stream'],
	'.svg': ['pictures', 'image/svg+xml'],
	'.webp': ['pictures', 'image/webp'],
	'.avif': ['pictures', 'image/avif'],
	'.woff2': ['fonts', 'font/woff2']
};
/** How hard text is packed: what hosts do on the fly. */
const PACKED = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const sent: { path: string; kind: Kind; bytes: number; at: number }[] = [];
const packed = new Map<string, Buffer>();
let slow = true;
const queues = new Set<{ body: Buffer; at: number; response: { write(b: Buffer): boolean; end(): void } }>();
// The line is shared out evenly among what is on its way, as without priorities.
const TICK = 10;
setInterval(() => {
	const share = Math.floor((LINE.bytesPerSecond * TICK) / 1000 / Math.max(1, queues.size));
	for (const q of queues) {
		const end = Math.min(q.body.length, q.at + share);
		q.response.write(q.body.subarray(q.at, end));
		q.at = end;
		if (end < q.body.length) continue;
		q.response.end();
		queues.delete(q);
	}
}, TICK).unref();

const server = createServer((request, response) => {
	const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
	let file = normalize(join(build, path));
	if (!file.startsWith(build)) return response.writeHead(403).end();
	if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
	if (!existsSync(file)) return response.writeHead(404).end('not found');
	const [kind, type] = KINDS[extname(file)] ?? ['data', 'application/octet-stream'];
	let body = packed.get(file);
	const text = ['HTML', 'scripts', 'styles', 'data'].includes(kind) || file.endsWith('.svg');
	if (!body) {
		const raw = readFileSync(file);
		packed.set(file, (body = text ? brotliCompressSync(raw, PACKED) : raw));
	}
	sent.push({ path, kind, bytes: body.length, at: Date.now() });
	const head = { 'content-type': type, 'content-length': body.length, 'cache-control': 'max-age=600' };
	const send = () => {
		response.writeHead(200, text ? { ...head, 'content-encoding': 'br' } : head);
		if (slow) queues.add({ body, at: 0, response });
		else response.end(body);
	};
	if (slow) setTimeout(send, LINE.delay);
	else send();
}).listen(Number(values.port), '127.0.0.1');
const address = `http://127.0.0.1:${values.port}/${values.lang}/`;

// ---- Measuring ----

interface Seen {
	lcp: number;
	lcpOf: string;
	fcp: number;
	cls: number;
	tasks: { at: number; ms: number; step: string }[];
}
/** Installs observers before the page's own code. */
const observe = () => {
	const seen: Seen = { lcp: 0, lcpOf: '', fcp: 0, cls: 0, tasks: [] };
	(window as unknown as { seen: Seen }).seen = seen;
	const on = (type: string, hear: (e: PerformanceEntry & Record<string, unknown>) => void) =>
		new PerformanceObserver((list) => {
			for (const e of list.getEntries()) hear(e as PerformanceEntry & Record<string, unknown>);
		}).observe({ type, buffered: true });
	on('largest-contentful-paint', (e) => {
		seen.lcp = e.startTime;
		const of = e.element as Element | null;
		seen.lcpOf = of ? `${of.tagName.toLowerCase()} ${of.className}`.trim() : '';
	});
	on('paint', (e) => {
		if (e.name === 'first-contentful-paint') seen.fcp = e.startTime;
	});
	on('layout-shift', (e) => {
		seen.cls += e.value as number;
	});
	on('longtask', (e) => {
		seen.tasks.push({ at: e.startTime, ms: e.duration, step: document.documentElement.dataset.at ?? '' });
	});
};
const seenBy = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

interface Gaps {
	frames: Record<string, number[]>;
	pictures: Record<string, number[]>;
}
/** Scrolls through a part of the page at an even pace, noting the gaps by chapter. */
const scroll = (page: Page, from: number, to: number): Promise<Gaps> =>
	page.evaluate(
		async ([from, to, pace]) => {
			const out: Gaps = { frames: {}, pictures: {} };
			const chapter = () => (document.documentElement.dataset.at ?? '').split('.')[0];
			let marked = '';
			const stage = document.querySelector('.stage') as StageElement;
			scrollTo({ top: from, behavior: 'instant' });
			await new Promise((r) => setTimeout(r, 600));
			let picture = performance.now();
			stage.pictured = () => {
				const now = performance.now();
				(out.pictures[chapter()] ??= []).push(now - picture);
				picture = now;
			};
			await new Promise<void>((done) => {
				let last = 0;
				let y = from;
				const step = (now: number) => {
					if (chapter() !== marked) performance.mark(`at:${(marked = chapter())}`);
					if (last) {
						(out.frames[chapter()] ??= []).push(now - last);
						y += (pace * Math.min(100, now - last)) / 1000;
					}
					last = now;
					scrollTo({ top: y, behavior: 'instant' });
					if (y < to) requestAnimationFrame(step);
					else done();
				};
				requestAnimationFrame(step);
			});
			stage.pictured = undefined;
			performance.mark('at:');
			return out;
		},
		[from, to, PACE] as const
	);

/** What each thread spent of the processor in its tasks, by the marks `at:…` the page set meanwhile; milliseconds. */
interface Spent {
	/** Of the page's own thread. */
	tasks: Record<string, number[]>;
	/** Of all workers together. */
	workers: Record<string, number>;
}
interface TraceEvent {
	name: string;
	cat: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	tdur?: number;
	args: { name?: string };
}
/** Runs `work` under Chromium's trace. Tasks before the first mark and after an empty one are left out. */
async function traced<T>(page: Page, work: () => Promise<T>): Promise<{ result: T; spent: Spent }> {
	await browser.startTracing(page, {
		categories: ['blink.user_timing', 'disabled-by-default-devtools.timeline', '__metadata']
	});
	const result = await work();
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	const spent: Spent = { tasks: {}, workers: {} };
	const marks = traceEvents
		.filter((e) => e.cat.includes('blink.user_timing') && e.name.startsWith('at:'))
		.sort((a, b) => a.ts - b.ts);
	const { pid, tid } = marks[0] ?? { pid: -1, tid: -1 };
	const workers = new Set(
		traceEvents
			.filter((e) => e.name === 'thread_name' && e.pid === pid && e.args.name?.startsWith('DedicatedWorker'))
			.map((e) => e.tid)
	);
	for (const e of traceEvents) {
		if (e.pid !== pid || e.ph !== 'X' || !e.name.endsWith('RunTask')) continue;
		const place = marks.findLast((m) => m.ts <= e.ts)?.name.slice(3);
		if (!place) continue;
		const used = (e.tdur ?? e.dur ?? 0) / 1000;
		if (e.tid === tid) (spent.tasks[place] ??= []).push(used);
		else if (workers.has(e.tid)) spent.workers[place] = (spent.workers[place] ?? 0) + used;
	}
	return { result, spent };
}

const quantile = (list: number[], q: number): number => {
	const sorted = [...list].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
};
const ms = (v: number) => (Number.isNaN(v) ? '-' : v.toFixed(0)).padStart(6);
const line = (name: string, ...cells: string[]) => console.log(name.padEnd(30) + cells.join(' '));

const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
});

async function open(
	workers: boolean,
	reduced = false,
	viewport = WINDOW
): Promise<{ page: Page; slowly: (rate: number) => Promise<void> }> {
	const context = await browser.newContext({
		viewport,
		deviceScaleFactor: viewport === WINDOW ? 2 : 1,
		isMobile: viewport === WINDOW,
		hasTouch: viewport === WINDOW,
		reducedMotion: reduced ? 'reduce' : 'no-preference'
	});
	const page = await context.newPage();
	// tsx names functions with a helper that pages do not have.
	await page.addInitScript({ content: 'globalThis.__name = (f) => f' });
	if (!workers)
		await page.addInitScript(() => {
			Reflect.deleteProperty(window, 'Worker');
			Reflect.deleteProperty(window, 'OffscreenCanvas');
		});
	await page.addInitScript(observe);
	const cdp = await context.newCDPSession(page);
	return { page, slowly: async (rate) => void (await cdp.send('Emulation.setCPUThrottlingRate', { rate })) };
}
const ready = (page: Page) =>
	page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 120_000 });

/** Opens the page on the slow line: how many requests came in the first two seconds, and until five after it loaded. */
async function firstLoad(page: Page): Promise<{ first: number; settled: number; aliveAt: number }> {
	const start = Date.now();
	await page.goto(address, { waitUntil: 'load' });
	const loaded = Date.now();
	await page.waitForFunction(() => document.querySelector('.painted'), null, { timeout: 60_000 });
	const aliveAt = await page.evaluate(() => performance.now());
	await page.waitForTimeout(Math.max(0, loaded + 5000 - Date.now()));
	const until = (time: number) => sent.filter((s) => s.at <= time).length;
	const counted = { first: until(start + 2000), settled: until(loaded + 5000), aliveAt };
	await ready(page);
	await page.waitForTimeout(300);
	return counted;
}

/** Seconds from opening a step by its link until its whole picture is there and its control answers; medians of LINKED. */
const LINKED = 5;
async function linked(step: string, phone: boolean): Promise<number> {
	const times: number[] = [];
	for (let i = 0; i < LINKED; i++) {
		slow = phone;
		const { page, slowly } = await open(true, false, phone ? WINDOW : { width: 1440, height: 900 });
		await slowly(phone ? 4 : 1);
		await page.goto(`${address}#${step}`, { waitUntil: 'commit' });
		await page.waitForFunction((id) => document.documentElement.dataset.live === id, step, {
			timeout: 60_000,
			polling: 20
		});
		times.push((await page.evaluate(() => performance.now())) / 1000);
		await page.context().close();
	}
	return quantile(times, 0.5);
}

async function report(title: string, workers: boolean): Promise<void> {
	slow = false;
	const { page, slowly } = await open(workers);
	await slowly(4);
	await page.goto(address, { waitUntil: 'load' });
	await ready(page);
	await page.waitForTimeout(500);
	const before = (await seenBy(page)).tasks.length;
	const [from, to] = await page.evaluate((chapter) => {
		const e = chapter ? document.querySelector(`[data-chapter="${chapter}"]`) : null;
		if (!e) return [0, document.documentElement.scrollHeight - innerHeight];
		const top = scrollY + e.getBoundingClientRect().top;
		return [Math.max(0, top - innerHeight), top + e.getBoundingClientRect().height - innerHeight];
	}, values.chapter);
	const { result: gaps, spent } = await traced(page, () => scroll(page, from, to));
	const seen = await seenBy(page);
	const during = seen.tasks.slice(before);
	console.log(`\n${title}: ${await page.$eval('.stage', (e) => (e as StageElement).place)}`);
	const cells = (f: number[], p: number[], tasks: number[], workers: number) => [
		`       ${ms(quantile(f, 0.5))} ${ms(quantile(f, 0.95))} ${ms(Math.max(...f))}`,
		`         ${ms(quantile(p, 0.5))} ${ms(quantile(p, 0.95))} ${ms(Math.max(...p))}`,
		`         ${ms(tasks.reduce((n, t) => n + t, 0) / f.length)} ${ms(Math.max(0, ...tasks))}`,
		`${ms(workers / p.length)}    `
	];
	line(
		'chapter',
		'frame gap p50    p95    max',
		'  picture gap p50    p95    max',
		'  CPU, page: a frame  worst task',
		' workers: a picture',
		'long tasks'
	);
	for (const chapter of Object.keys(gaps.frames)) {
		const f = gaps.frames[chapter];
		const p = gaps.pictures[chapter] ?? [];
		const tasks = during.filter((t) => t.step.startsWith(`${chapter}.`));
		line(
			chapter,
			...cells(f, p, spent.tasks[chapter] ?? [], spent.workers[chapter] ?? 0),
			`  ${tasks.map((t) => `${t.step} ${Math.round(t.ms)}`).join(', ') || 0}`
		);
	}
	const f = Object.values(gaps.frames).flat();
	const p = Object.values(gaps.pictures).flat();
	line(
		'whole scroll',
		...cells(
			f,
			p,
			Object.values(spent.tasks).flat(),
			Object.values(spent.workers).reduce((n, t) => n + t, 0)
		),
		`  ${during.length}`
	);
	const heap = await page.evaluate(
		() => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0
	);
	line('layout shift, whole scroll', seen.cls.toFixed(4));
	line('JS heap of the page, MB', (heap / 1e6).toFixed(1));
	await page.context().close();
}

try {
	// 1. The first load, and what comes without a touch.
	{
		const { page, slowly } = await open(true);
		await slowly(4);
		await page.addInitScript(() => {
			addEventListener('DOMContentLoaded', () => performance.mark('at:load'));
		});
		const load = await traced(page, () => firstLoad(page));
		const { first, settled, aliveAt } = load.result;
		const seen = await seenBy(page);
		slow = false;
		await scroll(page, 0, 3000);
		await page.evaluate(async () => {
			for (let i = 0; i <= 40; i++) {
				scrollTo({ top: (i / 40) * document.documentElement.scrollHeight, behavior: 'instant' });
				await new Promise((r) => setTimeout(r, 60));
			}
		});
		const kinds: Kind[] = ['HTML', 'scripts', 'styles', 'fonts', 'pictures', 'data'];
		const sum = (upTo: number, kind?: Kind) =>
			sent.slice(0, upTo).reduce((n, s) => n + (!kind || s.kind === kind ? s.bytes : 0), 0);
		const kb = (n: number) => (n / 1000).toFixed(1).padStart(12);
		line('KB as sent', '   first 2 s', '  5 s loaded', ' whole story');
		for (const kind of kinds) line(kind, kb(sum(first, kind)), kb(sum(settled, kind)), kb(sum(sent.length, kind)));
		line('all', kb(sum(first)), kb(sum(settled)), kb(sum(sent.length)));
		if (values.files)
			for (const s of [...sent].sort((a, b) => b.bytes - a.bytes))
				line('', kb(s.bytes), s.path, sent.indexOf(s) < first ? '(first 2 s)' : '');
		const blocking = seen.tasks.filter((t) => t.at + t.ms > seen.fcp).reduce((n, t) => n + t.ms - 50, 0);
		console.log('\nfirst load, slow line, processor slowed four times');
		line('first paint, s', (seen.fcp / 1000).toFixed(2));
		line('largest paint, s', `${(seen.lcp / 1000).toFixed(2)} (${seen.lcpOf})`);
		line('the drawing moves, s', (aliveAt / 1000).toFixed(2));
		line('layout shift', seen.cls.toFixed(4));
		line(
			'blocking time until all is there, ms',
			blocking.toFixed(0),
			seen.tasks.map((t) => `${Math.round(t.at)}:${Math.round(t.ms)}`).join(' ')
		);
		const tasks = load.spent.tasks.load ?? [];
		line(
			'the same of the processor, ms',
			tasks.reduce((n, t) => n + Math.max(0, t - 50), 0).toFixed(0),
			tasks
				.filter((t) => t > 50)
				.map((t) => Math.round(t))
				.join(' ')
		);
		await page.context().close();
	}
	// 2. Links, on this machine's own line and on a phone's.
	console.log(`\nby link until whole, s (medians of ${LINKED})`);
	for (const step of ['maraudage.1', 'alerte.5'])
		line(
			`#${step}`,
			`desktop ${(await linked(step, false)).toFixed(2)}`,
			`  phone ${(await linked(step, true)).toFixed(2)}`
		);
	slow = false;
	// 3. The scroll, drawn by a worker, then by the page.
	await report('scroll, processor slowed four times, drawn by the', true);
	if (!values.quick) await report('scroll, processor slowed four times, drawn by the', false);
	// 4. Reduced motion.
	{
		const { page } = await open(true, true);
		await page.goto(address);
		await ready(page);
		await page.evaluate(async () => {
			for (let i = 0; i <= 20; i++) {
				scrollTo({ top: (i / 20) * document.documentElement.scrollHeight, behavior: 'instant' });
				await new Promise((r) => setTimeout(r, 50));
			}
		});
		line('\nanimations, reduced motion', String(await page.evaluate(() => document.getAnimations().length)));
	}
} finally {
	await browser.close();
	server.close();
	server.closeAllConnections();
}
