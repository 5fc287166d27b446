import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { apache, caddy, folderRules, headersFile, nginx } from '../../scripts/hosting/configs';
import { HEADERS, kindOf, STRICT } from '../../scripts/hosting/headers';
import { lift } from '../../scripts/hosting/strict';
import { unzip, zip } from '../../scripts/zip';
import { TOKENS } from '../../src/lib/stage/tokens';

const PATHS = [
	'index.html',
	'start.js',
	'_app/immutable/chunks/a.js',
	'_app/immutable/assets/recording.bin',
	'fr/index.html',
	'fr/corrections.xml',
	'fr/lab/index.html',
	'fr/council/index.html',
	'fr/council/start.js',
	'fr/data/place.csv',
	'fr/embed/peur/index.html',
	'fr/teach/index.html',
	'fr/teach/cards/index.html',
	'stills/fr/place.1.webp',
	'network/NOTICE',
	'network/nanodet-g.bin'
];
type Said = Record<string, string>;
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m.slice(1));

/** What each configuration says of an address, as its server would read it. */
const READERS: Record<string, (address: string) => Said> = {
	nginx: (address) => {
		const { text } = nginx();
		const mapOf = (variable: string) => new RegExp(`map \\S+ \\$${variable} \\{([^}]*)\\}`).exec(text)![1];
		const kinds = all(mapOf('vsa_kind'), /"~(.*)" (\w+);/g);
		const kind = kinds.find(([pattern]) => new RegExp(pattern).test(address))?.[1] ?? 'file';
		const headers = all(text, /add_header (\S+) \$(\w+);/g).map(([name, variable]) => [
			name,
			new RegExp(`\\t${kind} "(.*)";`).exec(mapOf(variable))?.[1] ?? ''
		]);
		return Object.fromEntries(headers.filter(([, value]) => value));
	},
	caddy: (address) => {
		const blocks = all(caddy().text, /@(\w+) \{\n([^}]*)\n\t\}\n\theader @\1 \{\n([^}]*)\n\t\}/g);
		const matching = blocks.filter(([, tests]) =>
			tests.split('\n').every((line) => {
				const [, not, pattern] = /^\s*(not )?path_regexp (.*)$/.exec(line) ?? [];
				return !pattern || new RegExp(pattern).test(address) !== Boolean(not);
			})
		);
		expect(matching).toHaveLength(1);
		return Object.fromEntries(all(matching[0][2], /^\s*(\S+) "(.*)"$/gm));
	},
	apache: (address) => {
		const cases = all(apache().text, /<((?:Else)?If|Else)(?: "%\{REQUEST_URI\} =~ m#(.*)#")?>\n([\s\S]*?)\n\s*<\/\1>/g);
		const found = cases.find(([, pattern]) => !pattern || new RegExp(pattern).test(address));
		return Object.fromEntries(all(found![2], /Header set (\S+) "(.*)"/g));
	},
	_headers: (address) => {
		const rules = all(headersFile(PATHS).text, /^(\/.*)\n((?: {2}.*\n)+)/gm);
		const matching = rules.filter(([pattern]) =>
			pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern
		);
		expect(matching, address).toHaveLength(1);
		return Object.fromEntries(all(matching[0][1], /^ {2}(\S+): (.*)$/gm));
	}
};

describe('what servers are told to say', () => {
	it.each(Object.keys(READERS))('is in %s what the table says, for every file', (name) => {
		for (const path of PATHS) {
			const asked = [`/${path}`, ...(path.endsWith('index.html') ? [`/${path.replace('index.html', '')}`] : [])];
			for (const address of asked) expect(READERS[name](address), address).toEqual(HEADERS[kindOf(address)]);
		}
	});

	it('keeps for good what is named by its content, and asks anew about what a correction changes', () => {
		const kept = (path: string) => HEADERS[kindOf(path)]['Cache-Control'];
		expect(kept('/a/b/c/_app/immutable/chunks/x.js')).toContain('immutable');
		for (const path of ['/', '/fr/', '/fr/lab/index.html', '/fr/embed/peur/', '/fr/corrections.xml', '/embed.js'])
			expect(kept(path), path).toBe('no-cache');
	});

	it('lets figures alone be framed, and pages of others fetch what figures are made of', () => {
		const policy = (path: string) => HEADERS[kindOf(path)]['Content-Security-Policy'];
		expect(policy('/fr/embed/peur/')).toContain('frame-ancestors *');
		expect(policy('/fr/')).toContain("frame-ancestors 'none'");
		for (const path of ['/embed.js', '/live/app.js', '/figures/fr/peur.avif', '/_app/immutable/assets/a.woff2'])
			expect(HEADERS[kindOf(path)]['Access-Control-Allow-Origin'], path).toBe('*');
		for (const policy of [STRICT, ...Object.values(HEADERS).map((h) => h['Content-Security-Policy'])])
			expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/);
	});

	it('takes whole folders in _headers where one rule does for all', () => {
		const rules = folderRules(PATHS).map(([pattern]) => pattern);
		expect(rules).toEqual(expect.arrayContaining(['/_app/*', '/fr/embed/*', '/fr/teach/*', '/stills/*', '/']));
		expect(rules).not.toContain('/fr/*');
	});
});

describe('a page for strict policies', () => {
	const files: Record<string, string> = {
		'_app/immutable/assets/a.css': '.a{color:red}',
		'_app/immutable/assets/b.css': "@font-face{src: url('./f.woff2')format('woff2')}"
	};
	const read = (path: string) => files[path];
	const sheet = `<style>.a{color:red}\n\n@font-face{src:url("../_app/immutable/assets/f.woff2")format('woff2')}</style>`;
	const off = (name: string) =>
		`<link href="../_app/immutable/assets/${name}.css" rel="stylesheet" disabled media="(max-width: 0)">`;

	it('has its sheets as files, where they stood', () => {
		const source = `<meta name="x">${sheet}\n<link rel="stylesheet" href="own.css">${off('a')}\n${off('b')}`;
		const { html, files } = lift('fr/index.html', source, read);
		expect(html).toBe(
			'<meta name="x"><link href="../_app/immutable/assets/a.css" rel="stylesheet"><link href="../_app/immutable/assets/b.css" rel="stylesheet">\n<link rel="stylesheet" href="own.css">'
		);
		expect(files.size).toBe(0);
		expect(() => lift('fr/index.html', source.replace('red', 'blue'), read)).toThrow('not those of the files');
	});

	it('moves the addresses of a sheet that is in no file', () => {
		const { html, files } = lift(
			'fr/x/index.html',
			'<noscript><style>a{src:url("../../f.woff2")}</style></noscript>',
			read
		);
		const [[path, css]] = files;
		expect(css).toBe('a{src:url("../../../f.woff2")}');
		expect(html).toBe(`<noscript><link rel="stylesheet" href="../../${path}"></noscript>`);
	});

	it('is not made of a page that styles or runs attributes', () => {
		expect(() => lift('a.html', '<p style="color:red">', read)).toThrow('refused');
		expect(() => lift('a.html', '<p onclick="x()">', read)).toThrow('refused');
		expect(() => lift('a.html', '<script>x()</script>', read)).toThrow('refused');
		const data = '<script type="application/ld+json">{"a":1}</script><script src="x.js"></script>';
		expect(lift('a.html', data, read).html).toBe(data);
	});
});

describe('overrides.js', () => {
	const apply = readFileSync('scripts/hosting/apply.js', 'utf8');
	const overrides = readFileSync('scripts/hosting/overrides.js', 'utf8');

	/** Runs both scripts as a page does; what they complained of, and what they set. */
	function run(settings: string) {
		const said: string[] = [];
		const set: Said = {};
		const style = { setProperty: (name: string, value: string) => void (set[name] = value) };
		const sheet = { replaceSync() {}, cssRules: [{ cssRules: [{ style }] }, { style }] };
		const heard: (() => void)[] = [];
		const document = {
			currentScript: { src: 'https://x.example/apply.js', dataset: { page: 'fr/' } },
			documentElement: { lang: 'fr' },
			adoptedStyleSheets: [] as unknown[],
			querySelector: () => null,
			addEventListener: (_: string, hear: () => void) => void heard.push(hear)
		};
		const window: Record<string, unknown> = {};
		const world = { window, document, console: { error: (text: string) => said.push(text) }, CSSStyleSheet: class {} };
		Object.assign(world, {
			CSSStyleSheet: function () {
				return sheet;
			}
		});
		runInNewContext(settings, world);
		runInNewContext(apply, world);
		for (const hear of heard) hear();
		return { said, set, adopted: document.adoptedStyleSheets.length };
	}
	const theme = (colours: Said) => run(`window.VSA = ${JSON.stringify({ theme: colours })}`);

	it('does nothing as it comes', () => {
		expect(run(overrides)).toEqual({ said: [], set: {}, adopted: 0 });
		expect(run('')).toEqual({ said: [], set: {}, adopted: 0 });
	});

	it('takes every line that it proposes', () => {
		const edited = overrides.replace(/^(\s*)\/\/ /gm, '$1').replace(/\ttypefaces: \{[^}]*\},/, '');
		expect(run(edited).said).toEqual([]);
		expect(run(edited).set).toMatchObject({ '--paper': '#f6efe2', '--muted': '#6b645b' });
	});

	it('knows the colours of the pages', () => {
		const known = Object.fromEntries(all(apply, /['\s]([a-z-]+)'?: '(#[0-9a-f]{6})'/g));
		for (const name of ['paper', 'ground', 'ink', 'muted', 'signal-text', 'solved'])
			expect(known[name], name).toBe(TOKENS[name].toLowerCase());
	});

	it('refuses a theme whole when a pair is under 4.5:1, and names the pair', () => {
		const pale = theme({ paper: '#ffffff', ink: '#000000', muted: '#808080' });
		expect(pale.adopted).toBe(0);
		expect(pale.said[0]).toBe('overrides.js: theme refused: muted #808080 on paper #ffffff is 3.94:1, under 4.5:1');
		// A paper that the machine's own red cannot be read on.
		expect(theme({ paper: '#e0c8a0' }).said.join()).toMatch(/signal-text #c4260c on paper #e0c8a0 is 3\.\d\d:1/);
		expect(theme({ paper: 'white' }).said[0]).toContain('not a colour as #rrggbb');
		const good = theme({ paper: '#ffffff', ground: '#f4f4f4', ink: '#101010', muted: '#5f5f5f' });
		expect(good).toMatchObject({ said: [], adopted: 1, set: { '--paper': '#ffffff', '--ink': '#101010' } });
	});
});

it('dates archives: by what was changed, and else always the same', () => {
	const files = [{ path: 'a.txt', bytes: Buffer.from('a') }];
	const dateOf = (archive: Buffer) => {
		const [time, day] = [archive.readUInt16LE(10), archive.readUInt16LE(12)];
		return new Date(
			Date.UTC(1980 + (day >> 9), ((day >> 5) & 15) - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2)
		).toISOString();
	};
	expect(dateOf(zip(files))).toBe('2026-01-01T00:00:00.000Z');
	const changed = Date.UTC(2026, 10, 29, 16, 7, 36) / 1000;
	expect(dateOf(zip(files, changed))).toBe('2026-11-29T16:07:36.000Z');
	expect(zip(files, changed).equals(zip(files, changed))).toBe(true);
	expect(unzip(zip(files)).get('a.txt')?.toString()).toBe('a');
});
