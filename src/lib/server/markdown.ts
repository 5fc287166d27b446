import { Marked } from 'marked';
import { formatNumber, type Lang } from '../picture/context';
import type { Reference } from './reference';
import { ContentError } from './fault';
import { typeset } from './typography';

export interface RenderOptions {
	lang: Lang;
	file: string;
	reference: Reference;
	stats: Record<string, number>;
	/** From the page to the language's root: '' on /fr/, '../' on /fr/flat/. */
	up: string;
	/** Markers of sources and terms lead to their page, where there are no panels for them to open. */
	linked?: boolean;
	/** Strings the markup needs. */
	ui: { source: string; interview: string; original: string };
}

export const escape = (s: string): string =>
	s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Who spoke: a name, the same in both languages, or words for somebody who is not named. */
export const whoIn = (who: string | Record<Lang, string>, lang: Lang): string =>
	typeof who === 'string' ? who : who[lang];

/** Schemes that a text's links may have: those of the web, and this project's own. */
const SCHEMES = /^(?:https?|mailto|fact|term|lang|step|sheet|show|page)$/;

/**
 * A Markdown text that can bring nothing into a page but words: what looks like HTML in it is printed as it stands. A link
 * of a scheme that could run something stops the build.
 */
export function wordsOnly(source: string, file: string, field: string): string {
	for (const [, scheme] of source.matchAll(/\]\(\s*<?([a-z][\w+.-]*):/gi))
		if (!SCHEMES.test(scheme)) throw new ContentError(file, field, `has a link that begins with "${scheme}:"`);
	return source.replace(/<(?=[a-z/!?])/gi, '&lt;');
}

/** A plain text as HTML, with the words in it that are in another language: `[words](lang:fr)`. */
export const escapeWords = (text: string): string =>
	escape(text).replace(/\[([^\]]+)\]\(lang:(\w+)\)/g, '<i lang="$2">$1</i>');

export type Given = Pick<RenderOptions, 'lang' | 'file' | 'stats'>;

/** Replaces {{key}} by what `print` makes of the number the recording gave. Unknown keys stop the build. */
function replaceKeys(
	source: string,
	given: Given,
	field: string,
	print: (key: string, text: string) => string
): string {
	return source.replace(/\{\{([a-zA-Z][\w.]*)\}\}/g, (_, key: string) => {
		const value = given.stats[key];
		if (value === undefined)
			throw new ContentError(given.file, field, `uses {{${key}}}, which the recording does not give`);
		return print(key, formatNumber(given.lang, value, Number.isInteger(value) ? 0 : 1));
	});
}

/** Puts the recording's numbers in a text, marked as computed. */
export const interpolate = (source: string, given: Given, field: string): string =>
	replaceKeys(
		source,
		given,
		field,
		(key, text) => `<data value="${given.stats[key]}" data-computed="${key}">${text}</data>`
	);

/** The same where no markup may stand: alternative texts. */
export const interpolatePlain = (source: string, given: Given, field: string): string =>
	replaceKeys(source, given, field, (_, text) => text);

/** A link's name is heard whole before a reader can go on: longer titles are cut at their first stop. */
const LONGEST_NAME = 45;

/** What the link to a source is called: its title, or that it is the interview. */
function sourceName(id: string, { lang, reference, ui }: RenderOptions): string {
	const title = reference.facts.get(id)?.[lang].title ?? ui.interview;
	const name = title.length > LONGEST_NAME ? title.split(/\s*[:,](?=\s)|\s*\(/)[0] : title;
	return escape(typeset(ui.source.replace('{id}', id).replace('{name}', name), lang));
}

/** Markdown with this project's links (fact:, term:) to HTML. Facts found are added to `facts`. */
export function renderMarkdown(source: string, options: RenderOptions, field: string, facts: string[]): string {
	const { lang, file, reference, up, linked } = options;
	/**
	 * What opens the panel of a source or a term. The story fetches its panels when one is asked for
	 * (lib/story/panels.ts), and leads to their page without scripts; other pages have theirs in them.
	 */
	const opener = (kind: 'src' | 'term', id: string, inner: string, label = '') =>
		up && !linked
			? `<button type="button" class="${kind}" popovertarget="src-${id}"${label}>${inner}</button>`
			: `<a class="${kind}" href="${up}sources/#${id}"${label}>${inner}</a>`;
	const marked = new Marked({
		renderer: {
			link({ href, tokens }) {
				const inner = this.parser.parseInline(tokens);
				const [kind, id] = href.split(':');
				if (kind === 'fact') {
					if (!reference.facts.has(id) && !reference.claims.has(id))
						throw new ContentError(file, field, `cites an unknown fact "${id}"`);
					facts.push(id);
					const label = ` aria-label="${sourceName(id, options)}"`;
					return `<span class="fact" data-fact="${id}">${inner}${opener('src', id, id, label)}</span>`;
				}
				if (kind === 'term') {
					if (!reference.glossary.has(id)) throw new ContentError(file, field, `uses an unknown glossary term "${id}"`);
					return opener('term', `term-${id}`, inner);
				}
				if (kind === 'lang') return `<i lang="${escape(id)}">${inner}</i>`;
				return `<a href="${escape(/^[a-z]+:|^#|^\./.test(href) ? href : up + href)}">${inner}</a>`;
			}
		}
	});
	const html = (
		marked.parse(typeset(interpolate(wordsOnly(source, file, field), options, field), lang), { async: false }) as string
	).trim();
	// A button and the stop behind it stay on one line.
	return html.replace(
		/(<button type="button" class="(?:src|term)"[^>]*>[^<]*<\/button>)((?:<\/span>)?)([\u00a0\u202f]?[.,;:!?»)”…]+)/g,
		'<span class="whole">$1$3</span>$2'
	);
}

/** A quotation: the agreed text alone in the blockquote, speaker and context outside; the French original a click away on an English page. */
export function renderQuote(
	id: string,
	part: string | undefined,
	{ lang, file, reference, ui }: RenderOptions,
	field: string
): string {
	const quote = reference.quotes.get(id);
	if (!quote) throw new ContentError(file, field, `quotes an unknown id "${id}"`);
	const whole = quote[lang];
	if (part !== undefined && (!whole.includes(part) || part.length < 25))
		throw new ContentError(
			file,
			field,
			`cuts quote "${id}" to something that is not an unbroken part of 25 characters or more`
		);
	const shown = part ?? whole;
	const fragment = /^\p{Ll}/u.test(shown);
	const open = /[.…?!»]$/.test(shown.trim()) ? '' : ' open';
	const block = (l: Lang, t: string) =>
		`<blockquote data-quote="${id}" lang="${l}"${l === 'fr' && lang === 'en' ? '' : ` class="said${fragment ? ' cut' : ''}${open}"`}><p>${escape(typeset(t, l))}</p></blockquote>`;
	const context = lang === 'fr' ? quote.context_fr : quote.context_en;
	const original =
		lang === 'en'
			? `<details class="original"><summary>${escape(ui.original)}</summary>${block('fr', quote.fr)}</details>`
			: '';
	return `<figure class="quote">${block(lang, shown)}<figcaption><b>${escape(typeset(whoIn(quote.speaker, lang), lang))}</b> <span>${escape(typeset(context, lang))}</span>${original}</figcaption></figure>`;
}
