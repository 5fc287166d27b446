import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readChapter } from '../../src/lib/server/content';
import { renderMarkdown, renderQuote, wordsOnly } from '../../src/lib/server/markdown';
import { outlineOf } from '../../src/lib/server/page';
import { readReference, type Reference } from '../../src/lib/server/reference';
import { renderStill } from '../../src/lib/server/render';
import { asData } from '../../src/lib/server/share';
import { UI, type Ui } from '../../src/lib/server/site';
import type { PrintedTable } from '../../src/lib/server/tables';
import { createTimeline } from '../../src/lib/story/timeline';
import Foot from '../../src/lib/ui/Foot.svelte';
import Steps from '../../src/lib/ui/Steps.svelte';

/** What a careless or a hostile translator may write, in any text. */
const HOSTILE = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'" onmouseover="alert(1)" x="',
	"' onfocus='alert(1)",
	'</script><!-- <style>*{display:none}',
	'${alert(1)} $& $1 {ink}',
	'\u202eright to left\u202c \u200f',
	'm'.repeat(300)
];
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reference = readReference('src/content');
const ui = { source: 'Source {id}: {name}', interview: 'the interview', original: 'Original' };
const stats = new Proxy({} as Record<string, number>, { get: () => 7 });
const options = { lang: 'en' as const, reference, stats, up: '', ui, file: 'x.md' };

/** Tags of a page and their attributes, as a browser reads them: quoted values are skipped. */
function tagsOf(html: string): { name: string; attributes: string[] }[] {
	return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, name, rest]) => ({
		name,
		attributes: [...rest.matchAll(/\s([^\s=>/]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute)
	}));
}

/** Nothing in a page but its own elements: no script, no style, nothing that runs on an event, no comment. */
function expectHarmless(html: string): void {
	for (const { name, attributes } of tagsOf(html)) {
		expect(['script', 'style', 'iframe', 'object', 'base', 'meta']).not.toContain(name);
		expect(attributes.filter((attribute) => /^(?:on|style$|srcdoc$)/i.test(attribute))).toEqual([]);
	}
	expect(html).not.toMatch(/<(?![a-z/])/i);
}

describe.each(HOSTILE)('%.40s', (text) => {
	it('comes out as words, wherever the story’s text may hold it', () => {
		const line = JSON.stringify(text.slice(0, 150));
		const file = join(folder, '04-x.md');
		writeFileSync(
			file,
			`---\nid: maraudage\ntitle: ${line}\nshort: ${JSON.stringify(text.slice(0, 18))}\ntakeaway: ${line}\ndescribe: ${line}\nsteps:\n  - name: one\n    alt: ${line}\n---\n\n## 1\n\n### A ${text}\n\nB ${text}\n\n${text}\n\n- C ${text}\n`
		);
		const chapter = readChapter(file, options);
		const table: PrintedTable = {
			id: 'maraudage',
			caption: text,
			rows: 1,
			columns: [{ name: text, numeric: false }],
			basis: text,
			body: [{ cells: [text], on: [{ text, id: '' }] }]
		};
		const tables = new Map([['maraudage', [table]]]);
		const words = Object.fromEntries(Object.entries(UI.en).map(([key, said]) => [key, `${said} ${text}`])) as Ui;
		const timeline = createTimeline(outlineOf([chapter]));
		const props = { chapters: [chapter], tables, timeline, ui: words, lang: 'en' as const, up: '' };
		const html = renderStill(Steps, { ...props, flat: true });
		expectHarmless(html);
		expectHarmless(renderStill(Foot, { ui: words, lang: 'en' as const, up: '' }));
		// It is there to be read, whole.
		const shown = html
			.replace(/<[^>]+>/g, ' ')
			.replace(/&lt;/g, '<')
			.replace(/&gt;/g, '>')
			.replace(/&quot;/g, '"')
			.replace(/&#39;/g, "'")
			.replace(/&amp;/g, '&');
		const read = (words: string) => words.replace(/['’]/g, "'").replace(/\s+/g, ' ');
		expect(read(shown)).toContain(read(`A ${text}`).trim());
		expect(read(shown)).toContain(read(`C ${text}`).trim());
	});

	it('comes out as words in quotations and in data', () => {
		const quote = { ...reference.quotes.get('maraudage')!, fr: text, en: text, context_fr: text, context_en: text };
		const quoted: Reference = { ...reference, quotes: new Map([['maraudage', { ...quote, speaker: text }]]) };
		expectHarmless(renderQuote('maraudage', undefined, { ...options, reference: quoted }, 'x'));
		const data = asData({ headline: text });
		expect(data).not.toContain('<');
		expect((JSON.parse(data) as { headline: string }).headline).toBe(text);
	});
});

it('stops the build where a link could run something', () => {
	for (const link of [
		'[x](javascript:alert(1))',
		'[x]( JavaScript:alert(1))',
		'[x](data:text/html,x)',
		'[x](<vbscript:x>)'
	])
		expect(() => renderMarkdown(link, options, 'step 1', [])).toThrow(/has a link that begins with/);
	expect(renderMarkdown('[x](https://example.org/)', options, 'step 1', [])).toContain('href="https://example.org/"');
});

it('changes nothing in the texts there are', () => {
	for (const lang of ['fr', 'en'])
		for (const page of ['republish', 'method', 'credits', 'accuracy']) {
			const text = readFileSync(`src/content/pages/${lang}/${page}.md`, 'utf8');
			expect(wordsOnly(text, page, 'x')).toBe(text);
		}
});
