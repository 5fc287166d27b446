/**
 * `npm run hours`: eight hours of an exhibition and of a talk, at a hundred times their speed, with what they leave in
 * memory. Needs a build and a Chromium; five minutes.
 *   --hours 8   --speed 100
 * A kiosk runs by itself and is touched every ten minutes, so that it begins anew; beside it somebody leads a show from the
 * speaker's window, a step every ninety seconds, with the screen dark and a question on the wall now and then, while the
 * speaker's clocks run. The engine runs in each page, so that a page's heap is all there is. Each hour, after the garbage
 * is collected: heap, nodes and listeners of each page. Fails when a heap has grown by more than 20 MB since the first
 * hour, when nodes or listeners go on growing, or when a page has said that anything went wrong.
 */
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { parseArgs } from 'node:util';
import { openHost } from '../tests/server';
import { findChromium, root } from './prepare.mjs';

const { values } = parseArgs({
	options: { hours: { type: 'string', default: '8' }, speed: { type: 'string', default: '100' } }
});
const [hours, speed] = [Number(values.hours), Number(values.speed)];
/** What E10 of the requirements allows, in MB; of nodes and listeners, what one picture may have more than another. */
const MOST = { heap: 20, nodes: 1500, listeners: 60 };

/** In the page, before anything else: its clocks run `times` faster, and its engine stays with it. */
function hasten(times: number): void {
	Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
	const [start, began] = [Date.now(), performance.now()];
	const now = performance.now.bind(performance);
	Date.now = () => start + (now() - began) * times;
	performance.now = () => began + (now() - began) * times;
	const [later, often] = [setTimeout, setInterval];
	const sooner = (ms?: number) => (ms ?? 0) / times;
	Object.assign(globalThis, {
		setTimeout: (then: () => void, ms?: number, ...all: []) => later(then, sooner(ms), ...all),
		setInterval: (then: () => void, ms?: number, ...all: []) => often(then, sooner(ms), ...all)
	});
	Object.assign(globalThis, { done: { steps: 0, dark: 0, tasks: 0, touches: 0 } });
}

type Done = Record<'steps' | 'dark' | 'tasks' | 'touches', number>;

/** In the kiosk: somebody passes every ten minutes, goes on by two steps, and walks away. */
function pass(): void {
	const { done } = globalThis as unknown as { done: Done };
	const press = () => dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }));
	setInterval(() => {
		done.touches++;
		press();
		setTimeout(press, 4000);
	}, 600_000);
	new MutationObserver(() => done.steps++).observe(document.documentElement, { attributeFilter: ['data-at'] });
}

/** In the speaker's window: goes on every ninety seconds; every fourth time dark for twenty, every sixth a question. */
function lead(): void {
	const { done } = globalThis as unknown as { done: Done };
	const press = (key: string) => dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
	const ask = () => document.querySelector<HTMLElement>('.here [data-wall="0"]')?.click();
	setInterval(() => {
		done.steps++;
		press(document.documentElement.dataset.at === 'questions.5' ? 'Home' : 'ArrowRight');
		if (done.steps % 4 === 0) {
			done.dark++;
			press('b');
			setTimeout(() => press('b'), 20_000);
		}
		if (done.steps % 6 === 0) {
			done.tasks++;
			setTimeout(ask, 30_000);
			setTimeout(ask, 70_000);
		}
	}, 90_000);
}

interface Watched {
	name: string;
	page: Page;
	session: CDPSession;
	readings: Reading[];
}
type Reading = Record<'heap' | 'nodes' | 'listeners', number>;

async function watch(name: string, page: Page): Promise<Watched> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	return { name, page, session, readings: [] };
}

async function read({ name, session, readings }: Watched, when: string): Promise<void> {
	// Twice: what was freed first may hold what is freed next.
	for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	const { metrics } = await session.send('Performance.getMetrics');
	const of = (key: string) => metrics.find((m) => m.name === key)?.value ?? 0;
	const reading = { heap: usedSize / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
	readings.push(reading);
	console.log(
		`${when.padEnd(8)} ${name.padEnd(8)} ${reading.heap.toFixed(1)} MB  ${reading.nodes} nodes  ${reading.listeners} listeners`
	);
}

async function openPages(context: BrowserContext, url: string, faults: string[]): Promise<Watched[]> {
	// What runs these files gives functions their names by this, which pages do not have.
	await context.addInitScript('globalThis.__name = (named) => named');
	await context.addInitScript(hasten, speed);
	context.on('weberror', (e) => faults.push(String(e.error())));
	context.on('console', (m) => {
		if (m.type() === 'error' || m.type() === 'warning') faults.push(m.text());
	});
	const ready = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
	const kiosk = await context.newPage();
	await kiosk.goto(`${url}fr/show/?kiosk=60&motion=off`);
	await ready(kiosk);
	const show = await context.newPage();
	await show.goto(`${url}fr/show/?motion=off`);
	await ready(show);
	const [speaker] = await Promise.all([show.waitForEvent('popup'), show.keyboard.press('s')]);
	await ready(speaker);
	await speaker.getByRole('button', { name: 'Lancer' }).click();
	await kiosk.evaluate(pass);
	await speaker.evaluate(lead);
	return [await watch('kiosk', kiosk), await watch('show', show), await watch('speaker', speaker)];
}

const faults: string[] = [];
const host = await openHost({ folder: `${root}/build` });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-background-networking',
		'--no-first-run',
		// Pages that are not in front are not slowed down: in a room each has a screen of its own.
		'--disable-background-timer-throttling',
		'--disable-backgrounding-occluded-windows',
		'--disable-renderer-backgrounding'
	]
});
try {
	const context = await browser.newContext({ viewport: { width: 640, height: 360 }, reducedMotion: 'reduce' });
	const pages = await openPages(context, host.url, faults);
	for (const page of pages) await read(page, 'start');
	for (let hour = 1; hour <= hours; hour++) {
		await new Promise((done) => setTimeout(done, 3_600_000 / speed));
		for (const page of pages) await read(page, `${hour} h`);
	}
	for (const { name, page } of pages) {
		const done = await page.evaluate(() => (globalThis as unknown as { done: Done }).done);
		console.log(
			`${name}: ${JSON.stringify(done)}, now at ${await page.evaluate(() => document.documentElement.dataset.at)}`
		);
	}
	for (const { name, readings } of pages)
		for (const key of ['heap', 'nodes', 'listeners'] as const) {
			const grown = readings.at(-1)![key] - readings[Math.min(1, readings.length - 1)][key];
			if (grown > MOST[key]) faults.push(`${name}: ${key} has grown by ${grown.toFixed(1)} since the first hour`);
		}
} finally {
	await browser.close();
	await host.close();
}
for (const fault of [...new Set(faults)]) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
