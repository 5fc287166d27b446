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

/** Where Playwright keeps a browser it downloads: 'chromium', 'firefox' or 'webkit'. '' before packages are installed. */
export function playwrightPath(browser) {
	try {
		return createRequire(join(root, 'package.json'))('@playwright/test')[browser].executablePath();
	} catch {
		return '';
	}
}

/** Has Playwright download a browser. Whether it is there now. */
export function downloadBrowser(browser) {
	console.log(`Trying Playwright’s download of ${browser}…`);
	const deps = process.platform === 'linux' ? ['--with-deps'] : [];
	return bin('playwright', ['install', ...deps, browser]) === 0 && existsSync(playwrightPath(browser));
}

/**
 * Installs packages with the system's package manager, as root or where sudo asks for no password. `names` are the
 * packages by manager. What came of it: '' when the manager says it is done, else why nothing was.
 */
export function installSystemPackages(names) {
	const installs = {
		'apt-get': [['update'], ['install', '-y']],
		dnf: [['install', '-y']],
		apk: [['add']],
		pacman: [['-Sy', '--noconfirm']],
		brew: [['install', '--cask']]
	};
	for (const [manager, calls] of Object.entries(installs)) {
		if (spawnSync(manager, ['--version']).error) continue;
		const packages = names[manager];
		if (!packages) return `no package of ${manager}’s is known to have it`;
		const sudo = manager === 'brew' || process.getuid?.() === 0 ? [] : ['sudo', '-n'];
		let code = 0;
		for (const [i, args] of calls.entries()) {
			const last = i === calls.length - 1;
			const [command, ...rest] = [...sudo, manager, ...args, ...(last ? packages : [])];
			code = run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
		}
		return code === 0 ? '' : `${manager} could not install ${packages.join(' ')}`;
	}
	return 'no package manager that is known';
}

/** The path of a Chromium that runs, if there is one: CHROMIUM_PATH, the usual places, Playwright's download. */
export const lookForChromium = () =>
	[
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		playwrightPath('chromium')
	].find((path) => path && works(path));

/** The path of a Chromium that runs: one that is there, else Playwright's download, else the system's package manager. */
export function findChromium() {
	const known = lookForChromium();
	if (known) return known;
	console.log('No Chromium here.');
	if (!downloadBrowser('chromium')) {
		console.log('Trying the system’s package manager…');
		const own = ['chromium'];
		installSystemPackages({ 'apt-get': own, dnf: own, apk: own, pacman: own, brew: own });
	}
	const installed = lookForChromium();
	if (installed) return installed;
	console.error('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.');
	process.exit(1);
}

/** Parses a JSON file; null when there is none. */
export const readJson = (path) =>
	existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')) : null;
