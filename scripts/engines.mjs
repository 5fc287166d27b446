/**
 * The three engines the site is tried in: where each is on this machine, and how one that is missing is got. Chromium
 * has to be there (prepare.mjs); Firefox and WebKit are had where they can be. Plain Node, no dependencies.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	downloadBrowser,
	findChromium,
	installPackages,
	installSystemPackages,
	lookForChromium,
	playwrightPath
} from './prepare.mjs';

/**
 * @typedef {(url: string, profile: string) => string[]} Command The program and arguments that open an address.
 * @typedef {{ command: Command } | { playwright: 'firefox' | 'webkit' } | { missing: string }} Engine What opens it:
 *   a program, a browser that only Playwright can drive, or nothing, and why.
 */

/** The names of the engines, in the order they are tried in. */
export const ENGINES = /** @type {const} */ (['Chromium', 'Firefox', 'WebKit']);

const onPath = (name) =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((file) => existsSync(file));

/** Firefox, but not Ubuntu's snap of it, which may not read a profile below /tmp. */
function lookForFirefox() {
	const isSnap = (file) => {
		const head = readFileSync(file).subarray(0, 4096).toString('latin1');
		return file.startsWith('/snap/') || (head.startsWith('#!') && head.includes('/snap/'));
	};
	return [
		process.env.FIREFOX_PATH,
		onPath('firefox-esr'),
		onPath('firefox'),
		'/Applications/Firefox.app/Contents/MacOS/firefox',
		'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
	].find((file) => file && existsSync(file) && !isSnap(file));
}

/** WebKitGTK's own little browser. Each distribution keeps it elsewhere, beside the library's other programs. */
function lookForMiniBrowser() {
	const folders = ['/usr/libexec', '/usr/lib64', '/usr/lib'];
	if (existsSync('/usr/lib'))
		for (const name of readdirSync('/usr/lib')) if (name.endsWith('-linux-gnu')) folders.push(join('/usr/lib', name));
	const own = folders
		.filter((folder) => existsSync(folder))
		.flatMap((folder) =>
			readdirSync(folder)
				.filter((name) => /^webkit(2)?gtk-?\d/.test(name))
				.map((name) => join(folder, name, 'MiniBrowser'))
		);
	return [process.env.WEBKIT_PATH, ...own].find((file) => file && existsSync(file));
}

/**
 * How each engine opens an address on this machine; installs nothing.
 * @returns {Record<typeof ENGINES[number], Engine>}
 */
export function findEngines() {
	const chromium = lookForChromium();
	const firefox = lookForFirefox();
	const mini = lookForMiniBrowser();
	// A screen of its own rather than the developer's, whose work a window would cover.
	const screen = onPath('xvfb-run') ? ['xvfb-run', '-a'] : process.env.DISPLAY ? [] : null;
	const downloaded = (browser) => (existsSync(playwrightPath(browser)) ? { playwright: browser } : null);
	return {
		Chromium: chromium
			? {
					command: (url, profile) => [
						chromium,
						...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
						`--user-data-dir=${profile}`,
						url
					]
				}
			: { missing: 'no Chromium found' },
		Firefox: firefox
			? { command: (url, profile) => [firefox, '--headless', '--no-remote', '--profile', profile, url] }
			: (downloaded('firefox') ?? { missing: 'no Firefox found' }),
		WebKit:
			mini && screen
				? { command: (url) => [...screen, mini, url] }
				: (downloaded('webkit') ?? {
						missing: mini ? 'WebKitGTK is there, but no screen: xvfb-run is missing' : 'no WebKitGTK MiniBrowser found'
					})
	};
}

/** Packages with the engine, by package manager. */
const PACKAGES = {
	Firefox: { 'apt-get': ['firefox-esr'], dnf: ['firefox'], apk: ['firefox-esr'], pacman: ['firefox'] },
	WebKit: {
		'apt-get': ['webkit2gtk-driver', 'xvfb', 'xauth'],
		dnf: ['webkit2gtk4.1', 'xorg-x11-server-Xvfb', 'xorg-x11-xauth'],
		pacman: ['webkit2gtk-4.1', 'xorg-server-xvfb', 'xorg-xauth']
	}
};

/**
 * Gets what is missing of Firefox and WebKit: on Linux from the system's package manager, else Playwright's download.
 * Never fails: gives, for each engine that cannot be had, why.
 * @returns {Partial<Record<typeof ENGINES[number], string>>}
 */
export function prepareEngines() {
	const why = {};
	for (const name of /** @type {const} */ (['Firefox', 'WebKit'])) {
		const is = () => findEngines()[name];
		if (!('missing' in is())) continue;
		console.log(`${name}: ${is().missing}.`);
		let system = '';
		if (process.platform === 'linux') {
			console.log('Trying the system’s package manager…');
			system = installSystemPackages(PACKAGES[name]);
			if (!('missing' in is())) continue;
		}
		if (downloadBrowser(name.toLowerCase()) && !('missing' in is())) continue;
		why[name] = [is().missing, system, 'Playwright’s download failed'].filter(Boolean).join('; ');
	}
	return why;
}

/** Where an engine is, in a few words. */
export const describeEngine = (engine) =>
	'missing' in engine
		? `not here (${engine.missing})`
		: 'playwright' in engine
			? 'Playwright’s download'
			: engine.command('', '').find((part) => existsSync(part));

// `node scripts/engines.mjs`: gets what is missing, and says what is there.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	installPackages();
	findChromium();
	prepareEngines();
	for (const [name, engine] of Object.entries(findEngines())) console.log(`${name}: ${describeEngine(engine)}`);
}
