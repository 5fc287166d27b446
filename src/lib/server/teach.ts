import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { parse } from 'yaml';
import { loadRecording } from '../recording/node';
import type { Recording } from '../recording/types';
import { fill, type Lang } from '../picture/context';
import { printOptions } from '../show/address';
import { createDrawings, type Say } from '../teach/drawings';
import { numbered, PLANS } from '../teach/plans';
import { SHEETS, type Sheet } from '../teach/sheets';
import { ContentError } from './fault';
import { escape, interpolate, renderQuote, wordsOnly } from './markdown';
import { entry } from './entries';
import { CONTENT, getLabels, getReference, getStats, getStory, renderOptions, UI } from './site';
import { typeset } from './typography';

/** A page of the kit, ready to be put in its document. */
export interface SheetPage {
	sheet: Sheet | null;
	title: string;
	description: string;
	html: string;
	/** How to print it; '' for the kit's own page. */
	hint: string;
	kit: string;
}

let recording: Recording | undefined;
const drawings = new Map<Lang, ReturnType<typeof createDrawings>>();
const said = new Map<Lang, Say>();

/** The kit's words in a language, set as the language sets them. Throws on an unknown key. */
function wordsOf(lang: Lang): Say {
	const file = join(CONTENT, 'teach.yaml');
	const words = parse(readFileSync(file, 'utf8')) as Record<string, Record<Lang, string>>;
	const people = getLabels(lang).people;
	return (key, vars) => {
		const text = words[key]?.[lang] ?? people[key];
		if (!text) throw new ContentError(file, `"${key}"`, `has no "${lang}" text`);
		return typeset(fill(lang, text, vars), lang);
	};
}

/** What the kit is drawn from, opened once for all its pages. */
function openKit(lang: Lang) {
	recording ??= loadRecording(process.cwd());
	if (!said.has(lang)) said.set(lang, wordsOf(lang));
	const say = said.get(lang)!;
	if (!drawings.has(lang)) drawings.set(lang, createDrawings(recording, lang, say, getStats()));
	return { say, drawn: drawings.get(lang)! };
}

let numbers: Map<string, number> | undefined;
/** The number of a step in its chapter, by both names; undefined where the story has none such. */
function stepNumber(chapter: string, name: string): number | undefined {
	numbers ??= new Map(
		getStory('fr', '').flatMap(({ id, steps }) => steps.map((s, i) => [`${id}/${s.name}`, i + 1] as const))
	);
	return numbers.get(`${chapter}/${name}`);
}

/** Links of the kit's own: to a fact, a step of the story, another sheet, a page of the site. */
function linksOf(text: string, file: string, up: string, cited: Set<string>): string {
	const reference = getReference();
	return text
		.replace(/\[([^\]]+)\]\(fact:(\w+)\)/g, (_, words: string, id: string) => {
			if (!reference.facts.has(id) && !reference.claims.has(id))
				throw new ContentError(file, 'the text', `cites an unknown fact "${id}"`);
			cited.add(id);
			return `${words} <a class="ref" href="${up}sources/#${id}">${id}</a>`;
		})
		.replace(/\[([^\]]+)\]\(lang:(\w+)\)/g, '<i lang="$2">$1</i>')
		.replace(/\[([^\]]*)\]\(step:(\w+)\/([\w-]+)\)/g, (_, words: string, chapter: string, name: string) => {
			const n = stepNumber(chapter, name);
			if (!n) throw new ContentError(file, 'the text', `points to an unknown step "${chapter}/${name}"`);
			return `[${words.replace('{n}', String(n))}](${up}#${chapter}.${n})`;
		})
		.replace(/\]\(show:(\d+)\)/g, (_, minutes: string) => {
			const plan = PLANS.find((p) => p.minutes === Number(minutes));
			if (!plan) throw new ContentError(file, 'the text', `points to an unknown plan "${minutes}"`);
			return `](${up}show/${printOptions({ steps: numbered(plan, getStory('fr', '')) })})`;
		})
		.replace(/\]\(sheet:(\w*)\)/g, (_, name: string) => {
			if (name && !SHEETS.some((s) => s.name === name))
				throw new ContentError(file, 'the text', `points to an unknown sheet "${name}"`);
			return `](${up}teach/${name ? `${name}/` : ''})`;
		})
		.replace(/\]\(page:([\w/#]*)\)/g, `](${up}$1)`);
}

/** What the sheet rests on, at its end: so that it can be read away from the site. */
function sourcesOf(cited: Set<string>, lang: Lang): string {
	const reference = getReference();
	const items = [...cited].sort().map((id) => {
		const e = entry(reference, id, lang);
		const source = e.sources[0];
		const from = source && [source.name, source.publisher, source.date].filter(Boolean).join(', ');
		const said = source && source.lang !== lang ? ` lang="${source.lang}"` : '';
		return `<li><b>${id}</b> ${escape(e.title)}${from ? ` <span${said}>${escape(from)}</span>` : ''}</li>`;
	});
	return `<ul class="cited">${items.join('')}</ul>`;
}

/** One line of the form {{name words}}: something drawn, lines to write on, a quotation, what was cited. */
function directive(
	name: string,
	rest: string,
	from: { lang: Lang; file: string; up: string; cited: Set<string> }
): string {
	const { lang, file, up, cited } = from;
	const { drawn } = openKit(lang);
	switch (name) {
		case 'lines':
			return `<div class="lines" aria-hidden="true">${'<span></span>'.repeat(Number(rest))}</div>`;
		case 'quote': {
			const [id, part] = rest.split('|').map((s) => s.trim());
			return renderQuote(id, part, { ...renderOptions(lang, up), file }, 'the text');
		}
		case 'sources':
			return sourcesOf(cited, lang);
		case 'draw': {
			const [what, who] = rest.split(' ');
			const draw = drawn.make[what];
			if (!draw) throw new ContentError(file, 'the text', `draws an unknown "${rest}"`);
			return draw(who);
		}
		default:
			throw new ContentError(file, 'the text', `has an unknown {{${name}}}`);
	}
}

/** The text of a sheet to HTML: papers, each a page or the beginning of one. */
function render(body: string, lang: Lang, file: string, up: string, foot: string): string {
	const cited = new Set<string>();
	const stats = { ...getStats(), ...openKit(lang).drawn.stats };
	const marked = new Marked();
	const scrolling = `<div class="scrolls" role="group" aria-label="${escape(openKit(lang).say('scroll'))}" tabindex="0">`;
	const markdown = (text: string): string =>
		(
			marked.parse(
				typeset(
					linksOf(interpolate(wordsOnly(text, file, 'the text'), { lang, file, stats }, 'the text'), file, up, cited),
					lang
				),
				{
					async: false
				}
			) as string
		)
			// A wide table scrolls in its own box on a phone.
			.replace(/<table>/g, `${scrolling}<table>`)
			.replace(/<\/table>/g, '</table></div>')
			.replace(/<th>/g, '<th scope="col">');
	const papers = body.split(/^\{\{(paper|screen|bare)(?: ([\w -]+))?\}\}[ \t]*$/m);
	let html = '';
	for (let i = 1; i < papers.length; i += 3) {
		const inner = papers[i + 2]
			.split(/^(\{\{(?:lines|quote|sources|draw)[^}]*\}\})[ \t]*$/m)
			.map((piece) => {
				const found = /^\{\{(\w+) ?([^}]*)\}\}$/.exec(piece);
				return found ? directive(found[1], found[2], { lang, file, up, cited }) : piece.trim() ? markdown(piece) : '';
			})
			.join('');
		if (papers[i] === 'bare') html += inner;
		else if (papers[i] === 'screen') html += `<div class="screen">${inner}</div>`;
		else
			html += `<section class="paper ${papers[i + 1] ?? ''}"><div class="paper-text">${inner}</div><p class="paper-foot">${escape(foot)}</p></section>`;
	}
	return html;
}

/** A page of the kit in a language; `name` is '' for the kit's own page. */
export function readSheet(name: string, lang: Lang): SheetPage {
	const file = join(CONTENT, lang, 'teach', `${name || 'index'}.md`);
	let source: string;
	try {
		source = readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trim();
	} catch {
		throw new ContentError(file, 'the file', 'is missing');
	}
	const head = /^title: (.+)\ndescription: (.+)\n([\s\S]*)$/.exec(source);
	if (!head) throw new ContentError(file, 'the first two lines', 'are not a title and a description');
	const [, title, description, body] = head;
	const { say } = openKit(lang);
	const sheet = SHEETS.find((s) => s.name === name) ?? null;
	const up = name ? '../../' : '../';
	const set = typeset(title, lang);
	const pages = sheet && (sheet.pages === 1 ? say('page.one') : say('page.many', { n: sheet.pages }));
	return {
		sheet,
		title: set,
		description: typeset(description, lang),
		html: render(body, lang, file, up, say('foot', { title: UI[lang].title, sheet: set })),
		hint: sheet && pages ? say(sheet.paper === 'A3' ? 'print.two' : 'print', { paper: sheet.paper, pages }) : '',
		kit: say('kit')
	};
}
