/**
 * `npx tsx scripts/lab-soak.ts FILE.mp4`: whether the lab's memory stays flat. Opens the lab of a site that is being served
 * (`--at http://localhost:4173/fr/lab/`), gives it a film, plays it over and over at `--pace` (4) for `--minutes` (30) of the
 * film's own time, and prints what is in use of the heaps of page and worker, after a forced collection, at the beginning,
 * six times on the way and at the end. Ends with 1 when the page's heap has grown by more than `--most` MB (20).
 */
import { chromium, type CDPSession } from '@playwright/test';
import { parseArgs } from 'node:util';
import { findChromium } from './prepare.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		at: { type: 'string', default: 'http://localhost:4173/fr/lab/' },
		minutes: { type: 'string', default: '30' },
		pace: { type: 'string', default: '4' },
		most: { type: 'string', default: '20' }
	}
});
const [film] = positionals;
if (!film) throw new Error('Which film?');
const real = (60_000 * Number(values.minutes)) / Number(values.pace);
const STOPS = 7;

const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.goto(`${values.at}?source=file`);
const line = await page.context().newCDPSession(page);
const workers: { sessionId: string }[] = [];
line.on('Target.attachedToTarget', (event) => workers.push(event));
await line.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
await page.locator('.lab input[type=file]').first().setInputFiles(film);
await page.getByRole('combobox').first().selectOption(values.pace);
await page.waitForFunction(() => Number(document.documentElement.dataset.labFrame) > 100, null, { timeout: 300_000 });

/** Megabytes in use after a collection, of the page or of a worker. */
async function heapOf(session: CDPSession, worker?: string): Promise<number> {
	const ask = async (
		method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage'
	): Promise<{ usedSize?: number }> => {
		if (!worker) return (await session.send(method)) as { usedSize?: number };
		const answer = new Promise<{ usedSize?: number }>((resolve) => {
			const hear = (event: { sessionId: string; message: string }): void => {
				if (event.sessionId !== worker) return;
				session.off('Target.receivedMessageFromTarget', hear);
				resolve((JSON.parse(event.message) as { result?: { usedSize?: number } }).result ?? {});
			};
			session.on('Target.receivedMessageFromTarget', hear);
		});
		await session.send('Target.sendMessageToTarget', { sessionId: worker, message: JSON.stringify({ id: 1, method }) });
		return answer;
	};
	await ask('HeapProfiler.collectGarbage');
	return ((await ask('Runtime.getHeapUsage')).usedSize ?? NaN) / 1e6;
}

const pages: number[] = [];
for (let stop = 0; stop < STOPS; stop++) {
	const until = performance.now() + (stop ? real / (STOPS - 1) : 0);
	while (performance.now() < until) {
		await page.waitForTimeout(Math.min(500, Math.max(0, until - performance.now())));
		// A film that is over is played again.
		const play = page.locator('.strip .play');
		if (/Lecture|Play/.test((await play.textContent()) ?? '')) await play.click();
	}
	const pictures = Number(await page.evaluate(() => document.documentElement.dataset.labFrame));
	pages.push(await heapOf(line));
	const others = await Promise.all(workers.map(({ sessionId }) => heapOf(line, sessionId)));
	const minute = ((stop * Number(values.minutes)) / (STOPS - 1)).toFixed(1);
	console.log(
		`minute ${minute}: page ${pages.at(-1)!.toFixed(1)} MB, worker ${others.map((m) => m.toFixed(1)).join(', ')} MB, ${pictures} pictures`
	);
}
await browser.close();
if (pages.at(-1)! - pages[0] > Number(values.most)) process.exitCode = 1;
