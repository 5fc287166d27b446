import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLog } from '../../src/lib/server/corrections';
import { entry } from '../../src/lib/server/entries';
import { markCorrected } from '../../src/lib/server/page';
import { readReference } from '../../src/lib/server/reference';
import { KINDS, linesOf, readSheet } from '../../src/lib/server/sheet/lines';
import { hasNumber, numbersIn, sentencesOf } from '../../src/lib/server/sheet/sentences';
import { columnsOf, countSheet, getSheet, printSheet, sheetCsv } from '../../src/lib/server/sheet/sheet';
import { CONTENT, getReference, getStory } from '../../src/lib/server/site';
import { parse } from '../csv';

const LANGS = ['fr', 'en'] as const;
const reference = getReference();
const story = { fr: getStory('fr', ''), en: getStory('en', '') };
const { lines, sheet } = getSheet();

describe('sources', () => {
	it('have an address, or the reason in both languages why there is none', () => {
		for (const [id, fact] of reference.facts)
			for (const s of fact.sources) {
				expect(Boolean(s.url) !== Boolean(s.noUrl), `${id}: ${s.name}`).toBe(true);
				for (const lang of LANGS) if (s.noUrl) expect(s.noUrl[lang].length, `${id}: ${s.name}`).toBeGreaterThan(20);
			}
	});

	const folder = mkdtempSync(join(tmpdir(), 'facts-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	it.each([
		['no address and no reason', /\n {6}url: 'http:\/\/questions[^\n]*/, '', '"f01.sources.0.url" is missing'],
		[
			'an address and a reason',
			/(\n {6}url: 'http:\/\/questions[^\n]*)/,
			"$1\n      noUrl: { fr: 'a', en: 'b' }",
			'"f01.sources.0.url"'
		],
		[
			'an address that is none',
			/url: 'http:\/\/questions/,
			"url: 'questions",
			'"f01.sources.0.url" is not a web address'
		],
		['no day of reading', /\n {6}read: '2026-11-23'/, '', '"f01.sources.0.read" is missing'],
		[
			'a day that is none',
			/read: '2026-11-23'/,
			"read: 'last week'",
			'"f01.sources.0.read" is neither a date (2026-11-23) nor "not noted"'
		],
		['nothing that would change it', /\n {2}changes:\n[\s\S]*?\n\nf02:/, '\n\nf02:', '"f01.changes" is missing'],
		['no sureness', /\n {6}sure: S1/, '\n      sure: S3', '"f01.sources.0.sure" is neither S1 nor S2'],
		[
			'a field nobody knows',
			/\n {6}sure: S1/,
			'\n      sure: S1\n      colour: red',
			'"f01.sources.0.colour" is not a field that is known'
		]
	])('stop the build, naming file, fact and field: %s', (_, find, by, message) => {
		for (const own of ['quotes.json', 'facts.yaml', 'claims.yaml', 'glossary.yaml'])
			cpSync(join(CONTENT, own), join(folder, own));
		const file = join(folder, 'facts.yaml');
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace(find, by));
		expect(() => readReference(folder)).toThrow(message);
		expect(() => readReference(folder)).toThrow('facts.yaml');
		writeFileSync(file, text.replace("read: '2026-11-23'", 'read: not noted'));
		expect(entry(readReference(folder), 'f01', 'fr').sources[0].read).toBe('non noté');
	});
});

describe('sentences', () => {
	it('are cut where readers see them end, with what is marked in them', () => {
		const html =
			'<p>Il y a <span class="fact" data-fact="f01">93 &amp; <data value="7" data-computed="people">7</data> caméras<a class="src" href="x">f01</a></span>. ' +
			'La p. 70 dit « non ». Et <a class="term" href="y">un mot</a> ?</p><figure class="quote">99</figure><p>7,5 fin</p>';
		expect(sentencesOf(html)).toEqual([
			{
				text: 'Il y a 93 & 7 caméras.',
				marks: [
					{ kind: 'fact', id: 'f01', words: '93 & 7 caméras', at: 7 },
					{ kind: 'computed', id: 'people', words: '7', at: 12 }
				]
			},
			{ text: 'La p. 70 dit « non ».', marks: [] },
			{ text: 'Et un mot ?', marks: [] },
			{ text: '7,5 fin', marks: [] }
		]);
	});
	it('have their numbers read, as each language writes them', () => {
		expect(numbersIn('de 8\u202f650 à 36\u202f000\u202f€, 5,87\u202f%, GPT-3 et l’AN2V', 'fr')).toEqual([
			'8650',
			'36000',
			'5.87',
			'3'
		]);
		expect(numbersIn('€8,650 to €36,000, 5.87%, and AN2V', 'en')).toEqual(['8650', '36000', '5.87']);
		for (const text of ['une cinquantaine', 'un millier', 'fifty', 'a dozen', '3 fois'])
			expect(hasNumber(text), text).toBe(true);
		for (const text of ['l’AN2V', 'un homme', 'disent', 'often']) expect(hasNumber(text), text).toBe(false);
	});
});

describe('the fact sheet', () => {
	it('has a line for every mark and every number of the prose, its words in its sentence in both languages', () => {
		const marks = story.fr.flatMap((c) => c.steps.flatMap((s) => s.facts));
		expect(
			lines.filter((l) => l.on && !l.quote && !JSON.stringify(sheet.unmarked).includes(`"${l.value.fr}"`)).length
		).toBe(marks.length);
		expect(new Set(lines.map((l) => l.id)).size).toBe(lines.length);
		for (const l of lines)
			for (const lang of LANGS) {
				expect(l.sentence[lang].length, l.id).toBeGreaterThan(3);
				if (!l.quote)
					expect(l.sentence[lang].replace(/[\u00a0\u202f]/g, ' '), l.id).toContain(
						l.value[lang].replace(/[\u00a0\u202f]/g, ' ')
					);
			}
	});
	it('stops the build at a number nothing answers for, and at words that are nowhere', () => {
		const without = (place: string) => ({ ...sheet, unmarked: { ...sheet.unmarked, [place]: [] } });
		const read = (s: typeof sheet) => () => linesOf(story, reference, s, 'sheet.yaml');
		expect(read(without('attroupement/pressing'))).toThrow(/sheet.yaml: "unmarked.attroupement\/pressing" .*3,57/);
		const { people: _, ...computed } = sheet.computed;
		expect(read({ ...sheet, computed })).toThrow('sheet.yaml: "computed.people" is missing');
		const line = { fr: 'dragons', en: 'dragons', on: 'made' };
		expect(read({ ...sheet, unmarked: { ...sheet.unmarked, 'place/nour': [line] } })).toThrow(
			'"unmarked.place/nour.0.fr"'
		);
		expect(read({ ...sheet, unmarked: { ...sheet.unmarked, 'place/dragon': [line] } })).toThrow(
			'not a step of the story'
		);
		const unknown = { fr: 'quatre minutes', en: 'four minutes', on: 'f99' };
		expect(read({ ...sheet, unmarked: { ...sheet.unmarked, 'place/square': [unknown] } })).toThrow('names "f99"');
		expect(() => readSheet('/nowhere')).toThrow();
	});
	it('marks as our sum what its sources do not give, and as said what only the interview says', () => {
		const kind = (id: string) => lines.find((l) => l.id === id)?.kind;
		expect(kind('camera-bill-f01-2')).toBe('sum');
		expect(kind('place-nour-f01-1')).toBe('published');
		expect(kind('resultat-twenty-two-f03-1')).toBe('sum');
		expect(kind('camera-bill-c19-1')).toBe('said');
		expect(kind('vision-tracks-measured-1')).toBe('measured');
		expect(new Set(lines.map((l) => l.kind))).toEqual(new Set(KINDS));
	});
	it.each(LANGS)(
		'has a chapter for each of the story, every line once, and something that would change each (%s)',
		(lang) => {
			const chapters = printSheet(lang);
			expect(chapters.map((c) => c.id)).toEqual(story[lang].map((c) => c.id));
			const ids = chapters.flatMap((c) => c.groups.flatMap((g) => g.lines.flatMap((l) => l.ids)));
			expect([...ids].sort()).toEqual(lines.map((l) => l.id).sort());
			const groups = chapters.flatMap((c) => c.groups);
			expect(new Set(groups.map((g) => g.anchor)).size).toBe(groups.length);
			for (const g of groups) expect(g.changes.length, g.anchor).toBeGreaterThan(8);
			const cited = new Set(lines.map((l) => l.on).filter(Boolean));
			expect(
				groups
					.map((g) => g.fact)
					.filter(Boolean)
					.sort()
			).toEqual([...cited].sort());
			const bold = groups
				.flatMap((g) => g.lines.flatMap((l) => l.sentences.map((s) => s.html)))
				.filter((h) => h.includes('<b>'));
			expect(bold.length).toBeGreaterThan(200);
		}
	);
	it('counts what it holds', () => {
		const count = countSheet();
		const sources = [...reference.facts.values()].flatMap((f) => f.sources);
		expect(count).toMatchObject({ lines: lines.length, sources: sources.length });
		expect(count.addressed).toBe(sources.filter((s) => !s.noUrl).length);
	});
	it.each(LANGS)(
		'is a file that a reader of RFC 4180 reads back, a row a line, as its dictionary says (%s)',
		(lang) => {
			const text = sheetCsv(lang);
			expect(text.startsWith('\uFEFF')).toBe(true);
			const [head, ...rows] = parse(text.slice(1));
			expect(head).toEqual(columnsOf(lang).map((c) => c.name));
			expect(rows.length).toBe(lines.length);
			const keys = Object.keys(sheet.columns);
			const cell = (row: string[], key: string) => row[keys.indexOf(key)];
			rows.forEach((row, i) => {
				expect(row.length).toBe(keys.length);
				expect(cell(row, 'id')).toBe(lines[i].id);
				expect(cell(row, 'sentence_fr')).toBe(lines[i].sentence.fr);
				expect(cell(row, 'value_en')).toBe(lines[i].value.en);
				const of = (key: string) => cell(row, key).split(' | ').filter(Boolean).length;
				expect([of('addresses'), of('read'), of('sure')], lines[i].id).toEqual(
					Array(3).fill(reference.facts.get(lines[i].on)?.sources.length ?? 0)
				);
				expect(cell(row, 'changes').length, lines[i].id).toBeGreaterThan(8);
			});
		}
	);
});

describe('the mark of a correction', () => {
	it('costs the story nothing while there is none, and stands in the step that was corrected', () => {
		const log = readLog(join(CONTENT, 'corrections.yaml'));
		expect(markCorrected(story.fr, 'fr', '', log.slice(-1))).toEqual(story.fr);
		const later = { date: '2099-01-02', where: ['resultat/solved', 'sources'], fr: 'a', en: 'b', changed: [] };
		const marked = markCorrected(story.fr, 'fr', '../', [later, ...log]);
		const html = (c: typeof story.fr) => c.flatMap((x) => x.steps.map((s) => [s.id, JSON.stringify(s.parts)]));
		const differ = html(marked).filter(([, parts], i) => parts !== html(story.fr)[i][1]);
		expect(differ.map(([id]) => id)).toEqual(['resultat.3']);
		expect(differ[0][1]).toContain('../facts/#corrections\\">corrigé le 2 janvier 2099');
	});
});
