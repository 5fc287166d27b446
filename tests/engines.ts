import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { ENGINES, findEngines } from '../scripts/engines.mjs';
import type { Host } from './server';

/** An engine that this machine has. */
export interface Engine {
	name: string;
	/** Milliseconds after which nothing more is expected of it: a little before its test gives up. */
	patience: number;
	/** Opens an address in it. Rejects, or `failed` resolves, when it cannot be started. */
	open(url: string): Promise<{ failed: Promise<string>; close(): Promise<void> }>;
}

/** An engine that is a program of its own, told nothing but an address: what a reader has. */
const programOf = (name: string, patience: number, command: (url: string, profile: string) => string[]): Engine => ({
	name,
	patience,
	async open(url) {
		const profile = mkdtempSync(join(tmpdir(), 'engine-'));
		const [program, ...args] = command(url, profile);
		const browser = spawn(program, args, { stdio: 'ignore', detached: true });
		const failed = new Promise<string>((done) => {
			browser.on('error', (e) => done(e.message));
			browser.on('exit', (code) => done(`${program} ended with code ${code}`));
		});
		return {
			failed,
			async close() {
				// The whole family, since browsers are several processes.
				if (browser.pid && process.platform === 'win32')
					spawn('taskkill', ['/pid', String(browser.pid), '/T', '/F'], { stdio: 'ignore' });
				else if (browser.pid && browser.exitCode === null) process.kill(-browser.pid, 'SIGKILL');
				await new Promise((done) => setTimeout(done, 300));
				rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
			}
		};
	}
});

/** An engine that Playwright downloaded: only Playwright can be relied on to start it. */
const downloadOf = (name: string, patience: number, browser: 'firefox' | 'webkit'): Engine => ({
	name,
	patience,
	async open(url) {
		const playwright = await import('@playwright/test');
		const running = await playwright[browser].launch();
		const page = await running.newPage();
		// The address may be made to fail on purpose: what came of it is for the page to say.
		await page.goto(url).catch(() => null);
		return {
			failed: new Promise((done) => running.on('disconnected', () => done(`${name} ended`))),
			close: () => running.close()
		};
	}
});

/** Opens an address in an engine, and closes it once `heard` resolves. Rejects when the engine ends or goes silent. */
export async function openIn(engine: Engine, url: string, heard: Promise<string>): Promise<string> {
	const { failed, close } = await engine.open(url);
	let clock: NodeJS.Timeout | undefined;
	const silent = new Promise<string>((done) => {
		clock = setTimeout(() => done(`${engine.name} said nothing in ${engine.patience} ms`), engine.patience);
	});
	try {
		return await Promise.race([heard, Promise.race([failed, silent]).then((why) => Promise.reject(new Error(why)))]);
	} finally {
		clearTimeout(clock);
		await close();
	}
}

export interface Probe {
	/** Where the host's page is opened, in a frame of the probe's own page. */
	path: string;
	width?: number;
	height?: number;
	/**
	 * The body of an async function that runs around the frame, and whose value is what the probe gives. It has `frame`,
	 * `page()` (the document in it), `wait(ms)`, `until(test, ms)`, and `faults`: what the page in the frame said went
	 * wrong, when the host was opened with the EAR in its head.
	 */
	script: string;
}

/** Tells the page around a page of its faults. First in the head, so that none comes before it. */
export const EAR = `<script>
if (parent !== self && parent.faults) {
console.error = (...all) => parent.faults.push(all.join(' '));
addEventListener('error', (e) => parent.faults.push(e.message ?? 'not loaded: ' + (e.target.src ?? e.target.href)), true);
addEventListener('unhandledrejection', (e) => parent.faults.push(String(e.reason)));
}
</script>`;

/** Runs a probe in an engine against a host, and gives its value. Rejects when the script throws or the engine ends. */
export async function probe<T>(
	engine: Engine,
	host: Host,
	{ path, width = 1440, height = 900, script }: Probe
): Promise<T> {
	host.serve(
		'/probe',
		`<!doctype html><script>window.faults = []</script><iframe src="${path}" width="${width}" height="${height}"></iframe><script>
const frame = document.querySelector('iframe');
const page = () => frame.contentDocument;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const until = async (test, ms = 60000) => {
	for (const end = Date.now() + ms; !(await test()); await wait(50)) if (Date.now() > end) throw new Error('waited in vain for ' + test);
};
(async () => {
${script}
})().then((value) => ({ value }), (e) => ({ error: String(e) + ' ' + faults.join(' | ') }))
	.then((said) => fetch('/said', { method: 'POST', body: JSON.stringify(said) }));
</script>`
	);
	const { value, error } = JSON.parse(await openIn(engine, `${host.url}probe`, host.heard())) as {
		value: T;
		error?: string;
	};
	if (error) throw new Error(`${engine.name}: ${error}`);
	return value;
}

/** A test for each engine, under its name; on a machine without one, its test is skipped and a line says why. */
export function inEachEngine(test: (engine: Engine) => Promise<void>, milliseconds: number): void {
	const found = findEngines();
	for (const name of ENGINES) {
		const engine = found[name];
		if ('missing' in engine) {
			process.stderr.write(`Not tried in ${name}: ${engine.missing}.\n`);
			it.skip(name, () => {});
		} else {
			const own =
				'command' in engine
					? programOf(name, milliseconds - 3000, engine.command)
					: downloadOf(name, milliseconds - 3000, engine.playwright);
			it(name, () => test(own), milliseconds);
		}
	}
}
