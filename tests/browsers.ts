import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, findEngines } from '../scripts/engines.mjs';

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

/** The three engines in the order they are tried in: what opens each on this machine, or why nothing does. */
export function enginesHere(patience: number): ({ name: string; missing: string } | Engine)[] {
	const found = findEngines();
	return ENGINES.map((name) => {
		const engine = found[name];
		if ('missing' in engine) return { name, missing: engine.missing };
		return 'command' in engine
			? programOf(name, patience, engine.command)
			: downloadOf(name, patience, engine.playwright);
	});
}
