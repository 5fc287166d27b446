/** What `npm start` and `npm test` share: whatever is missing on a fresh machine gets installed. Plain Node, no dependencies. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a command in the project, output passed through. Returns its exit code. */
export function run(command, args, env = {}) {
	const result = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env },
		shell: process.platform === 'win32'
	});
	return result.status ?? 1;
}

/** Runs a package's command from node_modules. */
export const bin = (name, args, env) => run('npx', ['--no-install', name, ...args], env);

/** Stops with a message when Node is too old; installs the packages when they are absent or older than the lock file. */
export function installPackages() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		console.error(`Node ${process.versions.node} is too old: this project needs Node 20.19 or later.`);
		process.exit(1);
	}
	const installed = join(root, 'node_modules/.package-lock.json');
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1000)
		return;
	console.log('Installing packages…');
	if (run('npm', ['ci', '--no-fund', '--no-audit']) !== 0) {
		console.error('npm ci failed: is the npm registry within reach?');
		process.exit(1);
	}
}

const works = (path) => existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;

/** The path of a Chromium that runs: one that is there, else Playwright's download, else the system's package manager. */
export function findChromium() {
	const known = [
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
	].filter(Boolean);
	const own = () => {
		try {
			return createRequire(join(root, 'package.json'))('@playwright/test').chromium.executablePath();
		} catch {
			return '';
		}
	};
	for (const path of [...known, own()]) if (path && works(path)) return path;
	console.log('No Chromium here: trying Playwright’s download…');
	if (bin('playwright', ['install', '--with-deps', 'chromium']) === 0 && works(own())) return own();
	console.log('Trying the system’s package manager…');
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
	const managers = [
		['apt-get', [['update'], ['install', '-y', 'chromium']]],
		['dnf', [['install', '-y', 'chromium']]],
		['apk', [['add', 'chromium']]],
		['pacman', [['-Sy', '--noconfirm', 'chromium']]],
		['brew', [['install', '--cask', 'chromium']]]
	];
	for (const [manager, calls] of managers) {
		if (spawnSync(manager, ['--version']).error) continue;
		const prefix = manager === 'brew' ? [] : sudo;
		for (const args of calls) {
			const [command, ...rest] = [...prefix, manager, ...args];
			run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
		}
		for (const path of known) if (works(path)) return path;
	}
	console.error('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.');
	process.exit(1);
}

/** Parses a JSON file; null when there is none. */
export const readJson = (path) =>
	existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')) : null;
