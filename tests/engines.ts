import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';

/** The program and arguments that open an address in an engine. */
type Command = (url: string, profile: string) => string[];

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
const ENGINES: Record<string, Command | undefined> = {
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

/** Opens an address in an engine and closes it again once `heard` resolves, or the program cannot be started. */
export async function openIn(command: Command, url: string, heard: Promise<string>): Promise<string> {
	const profile = mkdtempSync(join(tmpdir(), 'engine-'));
	const [program, ...args] = command(url, profile);
	const browser = spawn(program, args, { stdio: 'ignore', detached: true });
	const failed = new Promise<string>((done) => browser.on('error', (e) => done(e.message)));
	try {
		return await Promise.race([heard, failed]);
	} finally {
		// The whole group, since browsers are several processes.
		if (browser.pid) process.kill(-browser.pid, 'SIGKILL');
		await new Promise((done) => setTimeout(done, 300));
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** A test for each engine; on a machine without one, its test is skipped and a line says so. */
export function inEachEngine(test: (command: Command) => Promise<void>, milliseconds: number): void {
	for (const [name, command] of Object.entries(ENGINES)) {
		if (!command) process.stderr.write(`Not tried in ${name}: it is not on this machine.\n`);
		it.skipIf(!command)(name, () => test(command!), milliseconds);
	}
}
