import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';

const BUILD = 'build';
function* html(folder: string): Generator<string> {
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) yield* html(path);
		else if (name.endsWith('.html')) yield path;
	}
}
const pages = [...html(BUILD)].map((path) => ({
	path,
	name: relative(BUILD, path),
	source: readFileSync(path, 'utf8')
}));
const story = (lang: string) => pages.find((p) => p.name === `${lang}/index.html`)?.source ?? '';
const steps = (source: string) => [...source.matchAll(/data-step="([^"]+)"/g)].map((m) => m[1]);

describe('what ships', () => {
	it('has the pages of the contract in both languages', () => {
		const names = pages.map((p) => p.name);
		for (const lang of ['fr', 'en'])
			for (const page of [
				'',
				'flat/',
				'sources/',
				'method/',
				'accuracy/',
				'credits/',
				'council/',
				'teach/',
				'republish/',
				'facts/'
			])
				expect(names).toContain(`${lang}/${page}index.html`);
	});

	it.each(pages.map((p) => [p.name, p] as const))('%s is valid, self-contained HTML', async (_, { source }) => {
		expect(source).not.toMatch(/<(?!svg|math)[a-z][^>]*\sstyle="/);
		expect(source).not.toMatch(
			/<(?:script|img|iframe|source|link)\b[^>]*\b(?:src|srcset|href)="(?:https?:)?\/\/(?![^"]*"[^>]*rel="(?:alternate|canonical))/
		);
		const report = await new HtmlValidate({
			extends: ['html-validate:standard'],
			rules: {
				// Svelte writes void elements and white space its own way; both are valid HTML.
				'void-style': 'off',
				'no-trailing-whitespace': 'off',
				'attribute-boolean-style': 'off',
				'attribute-empty-style': 'off',
				'doctype-style': 'off',
				'no-inline-style': 'off',
				'long-title': 'off',
				'prefer-native-element': 'off',
				'no-raw-characters': 'off',
				'element-permitted-content': 'error',
				'require-sri': 'off',
				'script-element': 'off'
			}
		}).validateString(source);
		const faults = report.results.flatMap((r) =>
			r.messages.filter((m) => m.severity === 2).map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`)
		);
		expect(faults).toEqual([]);
	});

	it('has the same steps in both languages, each with its text, its still and its alternative text', () => {
		expect(steps(story('fr')).length).toBeGreaterThanOrEqual(60);
		expect(steps(story('fr'))).toEqual(steps(story('en')));
		for (const lang of ['fr', 'en']) {
			const parts = story(lang).split('data-step="').slice(1);
			for (const part of parts) {
				const id = part.slice(0, part.indexOf('"'));
				const img = /<img[^>]*>/.exec(part)?.[0] ?? '';
				expect(img, `${lang} ${id}`).toMatch(/alt="[^"]{10,}"/);
				const src = /src="([^"]+)"/.exec(img)?.[1] ?? '';
				expect(existsSync(join(BUILD, lang, src)), `${lang} ${id}: ${src}`).toBe(true);
			}
		}
	});

	it('has every local file its pages point to', () => {
		for (const { name, source } of pages)
			for (const m of source.matchAll(/(?:src|srcset|href)="([^"#?]+)[^"]*"/g)) {
				if (/^(?:https?:|data:|mailto:)/.test(m[1])) continue;
				const target = join(BUILD, dirname(name), m[1]);
				expect(
					existsSync(target) && (!statSync(target).isDirectory() || existsSync(join(target, 'index.html'))),
					`${name} -> ${m[1]}`
				).toBe(true);
			}
	});

	it('gives every chapter its figure: a takeaway, a description of the right length, and data with a file', () => {
		for (const lang of ['fr', 'en'])
			for (const page of ['', 'flat/']) {
				const source = pages.find((p) => p.name === `${lang}/${page}index.html`)?.source ?? '';
				const figures = source.split('<figure class="sum"').slice(1);
				expect(figures.length).toBe(14);
				for (const figure of figures) {
					const id = /data-figure="([^"]+)"/.exec(figure)?.[1];
					const inner = figure.slice(0, figure.indexOf('</figure>'));
					const text = (part: RegExp) =>
						(part.exec(inner)?.[1] ?? '')
							.replace(/<[^>]+>/g, ' ')
							.split(/\s+/)
							.filter(Boolean).length;
					expect(text(/<figcaption>([\s\S]*?)<\/figcaption>/), `${lang} ${id}: takeaway`).toBeGreaterThan(8);
					const words = text(/<details class="describe">[\s\S]*?<p>([\s\S]*?)<\/p>/);
					expect(words, `${lang} ${id}: description`).toBeGreaterThanOrEqual(80);
					expect(words, `${lang} ${id}: description`).toBeLessThanOrEqual(250);
					expect(inner, `${lang} ${id}`).toContain(`data/${id}.csv"`);
					for (const table of inner.split('<table').slice(1)) {
						expect(table, `${lang} ${id}`).toMatch(/<caption[^>]*>[^<]{10,}/);
						expect(table, `${lang} ${id}`).toMatch(/<th scope="col"/);
						expect(table, `${lang} ${id}`).toMatch(/<th scope="row"/);
					}
					if (page) expect(inner, `${lang} ${id}`).toContain(`id="data-${id}"`);
				}
			}
	});

	it('prints no number of the simulation that the recording did not give', () => {
		const stats = JSON.parse(readFileSync('src/generated/stats.json', 'utf8')) as Record<string, number>;
		let found = 0;
		for (const lang of ['fr', 'en'])
			for (const m of story(lang).matchAll(/<data value="([^"]+)" data-computed="([^"]+)">/g)) {
				expect(Number(m[1])).toBe(stats[m[2]]);
				found++;
			}
		expect(found).toBeGreaterThan(8);
	});

	it('writes no text a second time, as data of its page', () => {
		const all = readdirSync(BUILD, { recursive: true, encoding: 'utf8' });
		expect(all.filter((file) => file.endsWith('__data.json'))).toEqual([]);
	});

	it('greets at the root in under 60 KB as sent, whatever the window, with nothing the story would not fetch', () => {
		const cover = pages.find((p) => p.name === 'index.html')?.source ?? '';
		const fetched = [...cover.matchAll(/(?:href|src|srcset)="(?:\.\/)?([^"]+\.(?:woff2|avif|js))"/g)].map((m) => m[1]);
		const inSheet = [...cover.matchAll(/url\("?(?:\.\/)?([^")]+\.woff2)"?\)/g)].map((m) => m[1]);
		const pictures = fetched.filter((f) => f.endsWith('.avif'));
		const others = [...new Set([...fetched, ...inSheet].filter((f) => !f.endsWith('.avif')))];
		const size = (file: string) => statSync(join(BUILD, file)).size;
		expect(pictures.length).toBe(3);
		expect(others.filter((f) => f.endsWith('.js'))).toEqual([]);
		// Its sheet is in it.
		expect(cover).not.toMatch(/<link(?![^>]*disabled)[^>]*rel="stylesheet"/);
		const all =
			brotliCompressSync(readFileSync(join(BUILD, 'index.html'))).length +
			others.reduce((n, f) => n + size(f), 0) +
			Math.max(...pictures.map(size));
		console.log('the cover, bytes as sent at most:', all);
		expect(all).toBeLessThanOrEqual(60_000);
		const opening = story('fr');
		for (const file of [...pictures, ...others]) expect(opening, file).toContain(file.replace(/^.*\//, ''));
	});

	it('nests titles: one h1, chapters below it, steps below chapters', () => {
		for (const { name, source } of pages) {
			const levels = [...source.matchAll(/<h([1-6])[\s>]/g)].map((m) => Number(m[1]));
			expect(levels.filter((l) => l === 1).length, name).toBe(1);
			levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0), `${name}, title ${i}`).toBeLessThanOrEqual(1));
		}
		for (const lang of ['fr', 'en'])
			for (const page of ['', 'flat/']) {
				const source = pages.find((p) => p.name === `${lang}/${page}index.html`)?.source ?? '';
				const chapters = source.split('data-chapter="').slice(1);
				for (const chapter of chapters) expect(chapter.match(/<h2[\s>]/g)?.length, chapter.slice(0, 12)).toBe(1);
				expect(source.match(/<h3[\s>]/g)?.length).toBe(steps(story(lang)).length - 1);
			}
	});

	it('says that a picture is described before it describes it, after the text of its step', () => {
		for (const [lang, word] of [
			['fr', 'Image\u00a0:'],
			['en', 'Picture:']
		])
			for (const part of story(lang).split('data-step="').slice(1)) {
				const id = part.slice(0, part.indexOf('"'));
				const alt = /<p class="alt"><b>([^<]+)<\/b> ([^<]+)<\/p>/.exec(part);
				expect(alt?.[1], id).toBe(word);
				expect(part.indexOf('class="alt"'), id).toBeGreaterThan(part.lastIndexOf('<blockquote'));
				expect(part.includes(`alt="${alt?.[2]}"`), id).toBe(true);
			}
	});

	it('has no French colon or quotation mark in what an English page says in English', () => {
		for (const { name, source } of pages.filter((p) => p.name.startsWith('en/'))) {
			const english = source
				.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
				.replace(/<(\w+)\b[^>]*\blang="(?:fr|de)"[^>]*>[\s\S]*?<\/\1>/g, '')
				.replace(/<[^>]+>/g, '§');
			expect(english.match(/[^§]{0,30}[\u00a0\u202f ][:;!?][^§]{0,20}|[^§]{0,20}[«»][^§]{0,20}/g) ?? [], name).toEqual(
				[]
			);
		}
	});

	it('keeps the story page light, as sent, on a phone', () => {
		const sent = (file: string) => {
			const body = readFileSync(join(BUILD, file));
			return /\.(woff2|avif|webp)$/.test(file) ? body.length : brotliCompressSync(body).length;
		};
		const below = (folder: string): string[] =>
			readdirSync(join(BUILD, folder), { withFileTypes: true }).flatMap((e) =>
				e.isDirectory() ? below(`${folder}/${e.name}`) : [`${folder}/${e.name}`]
			);
		const sum = (files: string[]) => files.reduce((n, f) => n + sent(f), 0);
		const built = below('_app/immutable');
		const own = [...story('fr').matchAll(/(?:modulepreload" href|src)="\.\.\/([^"]+\.js)"/g)].map((m) => m[1]);
		const workers = built.filter((f) => f.includes('/workers/'));
		const first = {
			page: sent('fr/index.html'),
			scripts: sum([...own, ...workers.filter((f) => /stage\.worker/.test(f))]),
			fonts: sum(built.filter((f) => /(bricolage|newsreader|martian)\.[^/]*woff2$/.test(f))),
			picture: sent('stills/first-phone.avif')
		};
		const all = first.page + first.scripts + first.fonts + first.picture;
		console.log('first view, bytes as sent:', JSON.stringify({ ...first, all }));
		expect(own.length).toBeGreaterThan(0);
		expect(first.fonts).toBeGreaterThan(0);
		expect(first.scripts).toBeLessThanOrEqual(65_000);
		expect(all).toBeLessThanOrEqual(150_000);
	});
});
