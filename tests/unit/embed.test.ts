import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { zip } from '../../scripts/zip';
import { CARDS, FIGURES, STORY } from '../../src/lib/embed/figures';
import { pointOf, spotAt } from '../../src/lib/embed/track';
import { fileOf, singleOf } from '../../src/lib/offline/links';
import { readCorrections } from '../../src/lib/server/corrections';
import { feed } from '../../src/lib/server/feed';
import { EMBEDS, embedPage } from '../../src/lib/server/embed';
import { article, sitemap } from '../../src/lib/server/share';
import { frameCode, integrity, oembed, pictureCode, scriptCode } from '../../src/lib/server/snippets';
import { CHAPTERS } from '../../src/lib/scenes/index';
import { cardOf, linksOf } from '../../src/lib/ui/share';

const LANGS = ['fr', 'en'] as const;
const HOME = 'https://example.org/vsa/';

describe('figures for pages of others', () => {
	it('are there for every chapter, under its own id', () => {
		for (const id of [...CHAPTERS, STORY]) expect(EMBEDS).toContain(id);
		expect(new Set(EMBEDS).size).toBe(EMBEDS.length);
		expect(Object.keys(CARDS).sort()).toEqual([...CHAPTERS].sort());
	});

	it('have steps the story has, the same in both languages, and open on one of them', () => {
		for (const { id, steps, opens } of FIGURES) {
			const [fr, en] = LANGS.map((lang) => embedPage(id, lang)!);
			expect(fr.steps.map((s) => s.id)).toEqual(en.steps.map((s) => s.id));
			expect(steps).toContain(opens);
			for (const page of [fr, en]) {
				expect(page.alt.length, id).toBeGreaterThan(20);
				for (const step of page.steps) expect(step.html, step.id).toMatch(/^<p>/);
			}
		}
	});

	it('hand on no quotation, except the whole story, which holds all steps', () => {
		for (const lang of LANGS) {
			for (const { id } of FIGURES)
				for (const step of embedPage(id, lang)!.steps) expect(step.html, step.id).not.toContain('blockquote');
			const whole = embedPage(STORY, lang)!;
			expect(whole.steps.length).toBeGreaterThanOrEqual(60);
			expect(whole.steps.map((s) => s.html).join('')).toContain('blockquote');
		}
	});

	it('lead out of the frame they stand in, and to sources by their page', () => {
		const html = embedPage('maraudage', 'fr')!
			.steps.map((s) => s.html)
			.join('');
		expect(html).toMatch(/<a target="_blank" rel="noopener" class="src" href="\.\.\/\.\.\/sources\/#f23"/);
		expect(html).not.toContain('popovertarget');
		expect(embedPage('nobody', 'fr')).toBeNull();
	});

	it('are led along a track that ends where it ends, whatever it is given', () => {
		fc.assert(
			fc.property(fc.double(), fc.integer({ min: 1, max: 80 }), (point, steps) => {
				const { index, progress } = spotAt(point, steps);
				expect(index).toBeGreaterThanOrEqual(0);
				expect(index).toBeLessThan(steps);
				expect(progress).toBeGreaterThanOrEqual(0);
				expect(progress).toBeLessThan(1);
				expect(spotAt(pointOf({ index, progress }), steps)).toEqual({ index, progress });
			})
		);
	});
});

describe('code to copy', () => {
	it('is short, whole and names no other host', () => {
		for (const lang of LANGS)
			for (const id of EMBEDS) {
				const page = embedPage(id, lang)!;
				for (const code of [frameCode(page), scriptCode(page), pictureCode(page)]) {
					expect(code.length, `${lang} ${id}`).toBeLessThanOrEqual(760);
					expect(code).not.toMatch(/\sstyle=|\son[a-z]+=/);
				}
				expect(frameCode(page)).toMatch(/height="\d{3,4}"/);
				expect(scriptCode(page)).toContain(integrity());
				expect(pictureCode(page)).toMatch(/alt="[^"]{20,}"/);
				// Editing systems take a JPEG; the file is one of the site's own.
				const [, picture] = /src="https?:\/\/[^/]+\/([^"]+\.jpg)"/.exec(pictureCode(page)) ?? [];
				expect(existsSync(`static/${picture}`), `${lang} ${id}`).toBe(true);
				expect(oembed(page)).toMatchObject({ version: '1.0', type: 'rich', html: frameCode(page) });
			}
	});

	it('has a script of at most 1.5 KB', () => {
		expect(readFileSync('static/embed.js').length).toBeLessThanOrEqual(1500);
	});
});

describe('what is said of pages', () => {
	it('is absolute with a public address, and relative or nothing without', () => {
		expect(linksOf('en', 'lab/', '../../', '')).toEqual({
			canonical: null,
			alternates: [
				{ lang: 'fr', href: '../../fr/lab/' },
				{ lang: 'en', href: '../../en/lab/' }
			]
		});
		expect(linksOf('en', '', '../', HOME)).toEqual({
			canonical: `${HOME}en/`,
			alternates: [
				{ lang: 'fr', href: `${HOME}fr/` },
				{ lang: 'en', href: `${HOME}en/` },
				{ lang: 'x-default', href: HOME }
			]
		});
		expect(cardOf('fr', 'peur', '../', HOME)).toBe(`${HOME}cards/fr/peur.jpg`);
		expect(cardOf('fr', 'peur', '../', '')).toBe('../cards/fr/peur.jpg');
	});

	it('is an article and something to learn from, with what readers of other senses find', () => {
		for (const lang of LANGS) {
			const data = JSON.parse(article(lang, '', 25, HOME)) as Record<string, unknown>;
			expect(data['@type']).toEqual(['Article', 'LearningResource']);
			expect(data).toMatchObject({ inLanguage: lang, url: `${HOME}${lang}/`, isAccessibleForFree: true });
			expect(data.accessModeSufficient).toContain('textual');
			expect(article(lang, '', 25, '')).not.toContain('http://');
			expect(JSON.parse(article(lang, '', 25, ''))).not.toHaveProperty('url');
		}
	});

	it('lists pages with their languages, or says why it lists none', () => {
		const listed = sitemap(['', 'lab/'], HOME);
		expect(listed.match(/<loc>/g)).toHaveLength(4);
		expect(listed).toContain(`hreflang="x-default" href="${HOME}fr/lab/"`);
		expect(sitemap(['', 'lab/'], '')).toContain('PUBLIC_ADDRESS');
	});

	it('tells corrections in a feed whose ids stay', () => {
		for (const lang of LANGS) {
			const log = readCorrections(lang);
			const here = feed(lang, log, HOME);
			const ids = (xml: string) => [...xml.matchAll(/<id>([^<]+)<\/id>/g)].map((m) => m[1]);
			expect(ids(here)).toHaveLength(log.length + 1);
			expect(new Set(ids(here)).size).toBe(log.length + 1);
			expect(ids(feed(lang, log, ''))).toEqual(ids(here));
			const later = feed(
				lang,
				[
					{
						date: '2099-01-01',
						places: [{ name: 'place.1', href: '#place.1' }],
						fact: '',
						text: 'A & B < C',
						changed: []
					},
					...log
				],
				HOME
			);
			expect(ids(later)).toEqual(expect.arrayContaining(ids(here)));
			expect(later).toContain('A &amp; B &lt; C');
		}
	});
});

describe('copies for a disk', () => {
	it('send links to files', () => {
		for (const [href, to] of [
			['../', '../index.html'],
			['flat/', 'flat/index.html'],
			['..', '../index.html'],
			['../sources/#f01', '../sources/index.html#f01'],
			['../council/?cameras=3', '../council/index.html?cameras=3'],
			['#place.2', '#place.2'],
			['?source=x', '?source=x'],
			['data/place.csv', 'data/place.csv'],
			['https://a.org/', 'https://a.org/'],
			['mailto:a@b.org', 'mailto:a@b.org']
		])
			expect(fileOf(href), href).toBe(to);
	});

	it('send the one file’s links to what is in it', () => {
		for (const [href, to] of [
			['../en/#peur.2', 'vsa-en.html#peur.2'],
			['./', '#place.1'],
			['lab/', '#offline'],
			['sources/#f01', '#offline'],
			['#place.2', '#place.2']
		])
			expect(singleOf(href), href).toBe(to);
	});

	it('are packed so that the same files give the same archive, which programs can read', () => {
		const files = [
			{ path: 'é/b.txt', bytes: Buffer.from('b'.repeat(500)) },
			{ path: 'a.bin', bytes: Buffer.from([1, 2, 3]) }
		];
		const archive = zip(files);
		expect(zip([...files].reverse())).toEqual(archive);
		// The first file in the order of names, stored; the second, deflated.
		expect(archive.subarray(35, 38)).toEqual(Buffer.from([1, 2, 3]));
		const second = archive.indexOf('PK\x03\x04', 4, 'latin1');
		const size = archive.readUInt32LE(second + 18);
		const from = second + 30 + archive.readUInt16LE(second + 26);
		expect(inflateRawSync(archive.subarray(from, from + size)).toString()).toBe('b'.repeat(500));
	});

	it('have twins that are there', () => {
		const source = readFileSync('scripts/offline/bundle.ts', 'utf8');
		const files = [...source.matchAll(/'(src\/lib\/[^']+\.(?:ts|svelte))'/g)].map((m) => m[1]);
		expect(files.length).toBeGreaterThan(8);
		for (const file of files) expect(existsSync(file), file).toBe(true);
	});
});
