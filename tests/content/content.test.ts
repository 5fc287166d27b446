import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHAPTER_IDS, readChapter, readStory } from '../../src/lib/server/content';
import { readReference } from '../../src/lib/server/reference';
import { entry } from '../../src/lib/server/entries';
import { readLabels } from '../../src/lib/server/labels';
import type { RenderOptions } from '../../src/lib/server/markdown';
import { typeset } from '../../src/lib/server/typography';
import { SCENES } from '../../src/lib/scenes/index';

const CONTENT = 'src/content';
const reference = readReference(CONTENT);
// Every {{key}} prints as 7: this test is about words; the numbers have their own.
const stats = new Proxy({} as Record<string, number>, { get: () => 7 });
const options = (lang: 'fr' | 'en'): Omit<RenderOptions, 'file'> => ({
	lang,
	reference,
	stats,
	up: '',
	ui: { source: 'Source {id}: {name}', interview: 'the interview', original: 'Original' }
});
const story = { fr: readStory(CONTENT, options('fr')), en: readStory(CONTENT, options('en')) };

describe('the story', () => {
	it('has the fourteen chapters with a scene each, and the same steps in both languages', () => {
		expect(Object.keys(SCENES)).toEqual([...CHAPTER_IDS]);
		const ids = (lang: 'fr' | 'en') => story[lang].flatMap((c) => c.steps.map((s) => s.id));
		expect(ids('fr')).toEqual(ids('en'));
		expect(ids('fr').length).toBeGreaterThanOrEqual(60);
		expect(ids('fr').length).toBeLessThanOrEqual(90);
	});
	it.each(['fr', 'en'] as const)('cites the same facts in the same steps (%s)', (lang) => {
		const other = lang === 'fr' ? 'en' : 'fr';
		story[lang].forEach((c, i) =>
			c.steps.forEach((s, k) =>
				expect([s.id, [...new Set(s.facts)].sort()]).toEqual([
					s.id,
					[...new Set(story[other][i].steps[k].facts)].sort()
				])
			)
		);
	});
	it.each(['fr', 'en'] as const)('uses every quote (%s)', (lang) => {
		const html = story[lang].flatMap((c) => c.steps.map((s) => s.html)).join('');
		for (const id of reference.quotes.keys()) expect(html).toContain(`data-quote="${id}"`);
	});
	it('says in each language’s own words who spoke, where that is no name', () => {
		const html = story.en.flatMap((c) => c.steps.map((s) => s.html)).join('');
		expect(html).toContain('<b>A sales intern (reported by Thomas Jusquiame)</b>');
		const who = (lang: 'fr' | 'en') => entry(reference, 'c01', lang).says;
		expect([who('fr'), who('en')]).toEqual([
			'Dans l’entretien, chapeau non signé',
			'In the interview, unsigned introduction'
		]);
	});
	it('quotes the interview to the letter', () => {
		const agreed = JSON.parse(readFileSync('src/content/quotes.json', 'utf8')) as {
			id: string;
			fr: string;
			en: string;
		}[];
		const plain = (s: string) =>
			s
				.replace(/<[^>]+>/g, '')
				.replace(/&quot;/g, '"')
				.replace(/&amp;/g, '&')
				.replace(/\s+/g, ' ')
				.trim();
		for (const lang of ['fr', 'en'] as const)
			for (const c of story[lang])
				for (const s of c.steps)
					for (const m of s.html.matchAll(
						/<blockquote data-quote="([^"]+)" lang="(fr|en)"[^>]*>([\s\S]*?)<\/blockquote>/g
					))
						expect(plain(agreed.find((q) => q.id === m[1])![m[2] as 'fr' | 'en']), s.id).toContain(plain(m[3]));
	});
	it('keeps steps short: 90 words of our own at most', () => {
		for (const lang of ['fr', 'en'] as const)
			for (const c of story[lang])
				for (const s of c.steps) {
					if (s.id === 'place.1') continue;
					const own = s.html
						.replace(/<figure class="quote">[\s\S]*?<\/figure>/g, '')
						.replace(/<button[\s\S]*?<\/button>/g, '')
						.replace(/<[^>]+>/g, ' ');
					const words = own.split(/\s+/).filter(Boolean).length;
					expect(words, `${lang} ${s.id}: ${words} words`).toBeLessThanOrEqual(90);
				}
	});
	it('gives every step but the opening a title, so that a reader can go from heading to heading', () => {
		for (const lang of ['fr', 'en'] as const)
			expect(story[lang].flatMap((c) => c.steps.filter((s) => !s.title).map((s) => s.id))).toEqual(['place.1']);
	});
	it('calls every mark of a source by what it leads to', () => {
		for (const lang of ['fr', 'en'] as const)
			for (const c of story[lang])
				for (const s of c.steps)
					for (const [, id, label] of s.html.matchAll(/class="src" href="sources\/#(\w+)" aria-label="([^"]+)"/g)) {
						const title = typeset(reference.facts.get(id)?.[lang].title ?? 'the interview', lang);
						const name = label.replace(/^Source \w+ ?: /, '').replaceAll('&quot;', '"');
						expect(label, s.id).toContain(id);
						expect(name.length, `${s.id} ${id}`).toBeGreaterThan(5);
						expect(title, s.id).toContain(name);
					}
	});
	it('leads through six chapters by the short path, shorter than half of the whole', () => {
		for (const lang of ['fr', 'en'] as const) {
			const path = story[lang].filter((c) => c.path5);
			expect(path.map((c) => c.number)).toEqual([0, 2, 4, 7, 9, 13]);
			const words = (chapters: typeof path) => chapters.reduce((n, c) => n + c.words, 0);
			expect(words(path)).toBeLessThan(words(story[lang]) / 2);
		}
	});
	it('prints none of the figures that could not be verified', () => {
		for (const lang of ['fr', 'en'] as const) {
			const text = JSON.stringify(story[lang]);
			expect(text).not.toMatch(/45 %.*22 min|270 alertes|62 %/);
		}
	});
});

describe('bad content stops the build, naming file and field', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'content-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const good =
		'---\nid: place\ntitle: T\nshort: T\ntakeaway: T.\ndescribe: D.\nsteps:\n  - name: a\n    alt: A.\n---\n## 1\nUn texte.\n';
	const read = (source: string) => {
		const file = join(folder, '00-place.md');
		writeFileSync(file, source);
		return () => readChapter(file, options('fr'));
	};
	it('accepts a good file', () => expect(read(good)().steps[0].html).toBe('<p>Un texte.</p>'));
	it.each([
		['a missing alt', good.replace('\n    alt: A.', ''), '"steps.0.alt"'],
		['an empty alt', good.replace('A.', '""'), '"steps.0.alt" is empty'],
		['a missing name', good.replace('name: a\n    ', ''), '"steps.0.name"'],
		['a name that is none', good.replace('name: a', 'name: A Step'), '"steps.0.name" is not a short name'],
		[
			'two steps of one name',
			good.replace('alt: A.', 'alt: A.\n  - name: a\n    alt: B.'),
			'"steps.1.name" repeats "a"'
		],
		['a rest outside the step', good.replace('name: a', 'name: a\n    rest: 2'), '"steps.0.rest" is above 1'],
		['a missing title', good.replace('title: T\n', ''), '"title"'],
		['an unknown chapter', good.replace('id: place', 'id: plaza'), '"id"'],
		['a step without text', good.replace('Un texte.', ''), 'step 1 has no text'],
		['a step without alt', good + '\n## 2\nEncore.\n', '"steps" lists 1 alternative texts'],
		['an unknown quote', good.replace('Un texte.', '{{quote nobody}}'), 'unknown id "nobody"'],
		['a quote cut too short', good.replace('Un texte.', '{{quote opacite | on ne trouve}}'), 'unbroken part of 25'],
		[
			'a quote that is not the text',
			good.replace('Un texte.', '{{quote opacite | on ne trouve vraiment aucune information}}'),
			'unbroken part'
		],
		['an unknown fact', good.replace('Un texte.', 'Un [chiffre](fact:f99).'), 'unknown fact "f99"'],
		['an unknown term', good.replace('Un texte.', 'Un [mot](term:xyz).'), 'unknown glossary term "xyz"'],
		['an unknown control', good.replace('Un texte.', '{{control lever}}'), 'unknown control "lever"'],
		['no front matter', 'Rien', 'front matter is missing'],
		['a field nobody knows', good.replace('title: T', 'title: T\ncolour: red'), 'colour']
	])('%s', (_, source, message) => {
		expect(read(source)).toThrow(message);
		expect(read(source)).toThrow('00-place.md');
	});
	it('counts the words a reader reads: no marks of sources, no folded originals', () => {
		const words = (body: string, lang: 'fr' | 'en' = 'fr') => {
			const file = join(folder, '00-place.md');
			writeFileSync(file, good.replace('Un texte.', body));
			return readChapter(file, options(lang)).words;
		};
		expect(words('Un [vrai chiffre](fact:f01), ici : oui !')).toBe(5);
		expect(words('Le [maraudage](term:loitering).\n\nEncore')).toBe(3);
		const en = reference.quotes.get('opacite')!.en.split(/\s+/).length;
		expect(words('One.\n\n{{quote opacite}}', 'en')).toBeLessThan(en * 1.6);
	});
	it('an alternative text gives the recording’s number, without markup, and stays short', () => {
		const file = join(folder, '00-place.md');
		const alt = (text: string) => {
			writeFileSync(file, good.replace('alt: A.', `alt: "${text}"`));
			return () => readChapter(file, { ...options('fr'), stats: { tracks: 1234 } }).steps[0].alt;
		};
		expect(alt('Il y a {{tracks}} boîtes.')()).toBe('Il y a 1\u202f234 boîtes.');
		expect(alt('Il y a {{dragons}} boîtes.')).toThrow('{{dragons}}');
		expect(alt(`${'a'.repeat(148)} {{tracks}}`)).toThrow('longer than 150 characters');
	});
	it('an unknown computed number', () => {
		const file = join(folder, '00-place.md');
		writeFileSync(file, good.replace('Un texte.', 'Il y a {{dragons}} ici.'));
		expect(() => readChapter(file, { ...options('fr'), stats: {} })).toThrow('{{dragons}}');
	});
	it('a missing translation', () => {
		mkdirSync(join(folder, 'fr'));
		mkdirSync(join(folder, 'en'));
		writeFileSync(join(folder, 'fr/00-place.md'), good);
		expect(() => readStory(folder, options('en'))).toThrow('en/00-place.md');
		expect(() => readStory(folder, options('fr'))).toThrow('is missing');
	});
	it('steps named otherwise in the other language', () => {
		for (const [lang, source] of [
			['fr', good],
			['en', good.replace('name: a', 'name: b')]
		] as const) {
			mkdirSync(join(folder, lang));
			writeFileSync(join(folder, lang, '00-place.md'), source);
		}
		expect(() => readStory(folder, options('en'))).toThrow(/en\/00-place.md: "steps.0.name" is "b", but "a" in .*fr/);
	});
	it('a label in one language only', () => {
		writeFileSync(join(folder, 'place.yaml'), 'a: { fr: "un" }\n');
		writeFileSync(join(folder, 'people.yaml'), 'nour: { fr: { name: N, why: W }, en: { name: N, why: W } }\n');
		expect(() => readLabels(folder, 'fr')).toThrow('"a" has no "en" text');
	});
});

describe('typography', () => {
	it('sets French spaces', () => {
		expect(typeset('Qui paye ? « Moi » : 26 614 fois !', 'fr')).toBe(
			'Qui paye\u202f? «\u202fMoi\u202f»\u00a0: 26\u202f614 fois\u202f!'
		);
		expect(typeset("l'un", 'fr')).toBe('l’un');
	});
	it('leaves addresses and English alone', () => {
		expect(typeset('[a](https://x.y/z?b=1)', 'fr')).toBe('[a](https://x.y/z?b=1)');
		expect(typeset('Who pays? “Me”: 26,614', 'en')).toBe('Who pays? “Me”: 26,614');
	});
});
