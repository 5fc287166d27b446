/**
 * `npm run weigh`: what the story page costs a reader, by kind, from the built site: bytes as a host would send them
 * (text compressed with brotli, pictures and fonts as they are), for the first view and after the whole scroll, on a
 * phone's window. Prints a table; `--lang en` weighs the English page.
 */
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { findChromium, root } from './prepare.mjs';

const { values } = parseArgs({
	options: { lang: { type: 'string', default: 'fr' }, port: { type: 'string', default: '4189' } }
});
const server = spawn('npx', ['--no-install', 'tsx', 'scripts/serve.ts', values.port], {
	cwd: root,
	stdio: 'ignore',
	detached: true
});
const address = `http://127.0.0.1:${values.port}/${values.lang}/`;
const kinds = ['document', 'script', 'stylesheet', 'font', 'image', 'fetch'];
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
});
try {
	for (let i = 0; i < 50; i++) {
		if (
			await fetch(address).then(
				(r) => r.ok,
				() => false
			)
		)
			break;
		await new Promise((r) => setTimeout(r, 200));
	}
	const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
	const bytes = new Map<string, { kind: string; bytes: number; at: number }>();
	let loaded = 0;
	page.on('response', async (response) => {
		const kind = response.request().resourceType();
		const at = loaded;
		const body = await response.body().catch(() => Buffer.alloc(0));
		const text = /document|script|stylesheet/.test(kind) || /\.(bin|svg)$/.test(response.url());
		bytes.set(response.url(), {
			kind: kind === 'other' ? 'fetch' : kind,
			bytes: text ? brotliCompressSync(body).length : body.length,
			at
		});
	});
	const total = (upTo: number, kind?: string) =>
		[...bytes.values()].filter((b) => b.at <= upTo && (!kind || b.kind === kind)).reduce((n, b) => n + b.bytes, 0);
	await page.goto(address, { waitUntil: 'load' });
	await page.waitForFunction(() => document.documentElement.dataset.at !== undefined);
	await page.waitForTimeout(150);
	loaded = 1;
	await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 60_000 });
	for (let share = 0; share <= 1; share += 0.02) {
		await page.evaluate(
			(s) => window.scrollTo({ top: s * document.documentElement.scrollHeight, behavior: 'instant' }),
			share
		);
		await page.waitForTimeout(40);
	}
	await page.waitForTimeout(500);
	const heap = await page.evaluate(
		() => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0
	);
	console.log(`bytes                first view   whole scroll`);
	for (const kind of kinds)
		console.log(`${kind.padEnd(18)} ${String(total(0, kind)).padStart(12)} ${String(total(1, kind)).padStart(14)}`);
	console.log(`${'all'.padEnd(18)} ${String(total(0)).padStart(12)} ${String(total(1)).padStart(14)}`);
	console.log(`JS heap after the scroll: ${(heap / 1e6).toFixed(1)} MB (coarse, as the browser tells it)`);
} finally {
	await browser.close();
	if (server.pid) process.kill(-server.pid);
}
