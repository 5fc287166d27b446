import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../picture/context';
import { ContentError } from './fault';
import { renderMarkdown } from './markdown';
import { panelsOf } from './panels';
import { CONTENT, getStory, renderOptions, UI, type Ui } from './site';
import { typeset } from './typography';

/** A step's picture, as a page around the story shows it. */
export interface Still {
	lang: Lang;
	/** `chapter.N`: its file, and its place in the story. */
	id: string;
	alt: string;
	/** The step's title. */
	title: string;
}

export interface Heading {
	id: string;
	title: string;
}

export interface ProsePage {
	lang: Lang;
	ui: Ui;
	title: string;
	/** The picture at its head. */
	still: Still;
	headings: Heading[];
	parts: ({ html: string } | { stills: Still[]; caption: string })[];
	/** Panels of its sources and terms, HTML by id. */
	panels: Record<string, string>;
}

/** The picture of a step, `chapter/name`: by its name, so that steps may come before it. */
export function stillOf(lang: Lang, step: string, file = 'a page'): Still {
	const [chapter, name] = step.split('/');
	const found = getStory(lang, '')
		.find((c) => c.id === chapter)
		?.steps.find((s) => s.name === name);
	if (!found) throw new ContentError(file, `"${step}"`, 'is not a step of the story');
	return { lang, id: found.id, alt: found.alt, title: found.title };
}

const plain = (html: string) => html.replace(/<[^>]+>/g, '');
const slug = (title: string) =>
	title
		.normalize('NFD')
		.replace(/[^\w\s-]/g, '')
		.trim()
		.toLowerCase()
		.replace(/\s+/g, '-');

/** Gives the headings of a text ids, so that they can be linked to. */
export function nameHeadings(html: string): { html: string; headings: Heading[] } {
	const headings: Heading[] = [];
	const named = html.replace(/<h2>([\s\S]*?)<\/h2>/g, (_, inner: string) => {
		const heading = { id: slug(plain(inner)), title: plain(inner) };
		headings.push(heading);
		return `<h2 id="${heading.id}">${inner}</h2>`;
	});
	return { html: named, headings };
}

/** A page's file, cut at its first line, which is its title. */
export function readSource(name: string, lang: Lang): { file: string; title: string; text: string } {
	const file = join(CONTENT, 'pages', lang, `${name}.md`);
	let source: string;
	try {
		source = readFileSync(file, 'utf8').trim();
	} catch {
		throw new ContentError(file, 'the file', 'is missing');
	}
	const match = /^# (.+)\n([\s\S]*)$/.exec(source);
	if (!match) throw new ContentError(file, 'the first line', 'is not a heading (# Title)');
	return { file, title: typeset(match[1], lang), text: match[2] };
}

const PICTURES = /^(\{\{stills [^}]*\}\})[ \t]*$/m;

/**
 * A page of prose, content/pages/LANG/NAME.md, with a picture of the story at its head (`chapter/step`). Between
 * paragraphs `{{stills chapter/step chapter/step | caption}}` shows others.
 */
export function readPage(name: string, lang: Lang, picture: string): ProsePage {
	const { file, title, text } = readSource(name, lang);
	const options = { ...renderOptions(lang, '../'), file };
	const headings: Heading[] = [];
	const render = (source: string): string => {
		const named = nameHeadings(renderMarkdown(source, options, 'the text', []));
		headings.push(...named.headings);
		return named.html;
	};
	const parts = text.split(PICTURES).flatMap((piece): ProsePage['parts'] => {
		const shown = /^\{\{stills ([^|]+)\|([^}]+)\}\}$/.exec(piece);
		if (!shown) return piece.trim() ? [{ html: render(piece) }] : [];
		const stills = shown[1]
			.trim()
			.split(/\s+/)
			.map((step) => stillOf(lang, step, file));
		return [{ stills, caption: renderMarkdown(shown[2].trim(), options, 'a caption', []) }];
	});
	const html = parts.map((p) => ('html' in p ? p.html : p.caption)).join('');
	return {
		lang,
		ui: UI[lang],
		title,
		still: stillOf(lang, picture, file),
		headings,
		parts,
		panels: panelsOf(html, lang, '../')
	};
}
