import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import * as v from 'valibot';
import { parse } from 'yaml';
import { formatNumber, type Lang } from '../picture/context';
import { typeset } from './typography';

/** The chapters in the order of the story: the same ids in every language. */
export const CHAPTER_IDS = [
	'place',
	'camera',
	'centre',
	'vision',
	'maraudage',
	'attroupement',
	'regles',
	'alerte',
	'entreprise',
	'resultat',
	'empreinte',
	'droit',
	'peur',
	'questions'
] as const;

/** Controls a step may hold: `{{control name}}`. */
export const CONTROLS = ['attention', 'threshold', 'crowd', 'uses', 'alerts', 'town', 'checklist'] as const;

const text = v.pipe(v.string('is missing'), v.trim(), v.minLength(1, 'is empty'));
const both = v.strictObject({ fr: text, en: text });

const ChapterHead = v.strictObject({
	id: v.picklist(CHAPTER_IDS, 'is not a chapter of the story'),
	title: text,
	short: v.pipe(text, v.maxLength(18, 'is longer than 18 characters')),
	takeaway: text,
	path5: v.optional(v.boolean(), false),
	describe: text,
	steps: v.array(
		v.strictObject({
			name: v.pipe(
				v.string('is missing'),
				v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not a short name in kebab-case')
			),
			/** Where the step stands still: the share of it that stills show. */
			rest: v.optional(v.pipe(v.number(), v.minValue(0, 'is below 0'), v.maxValue(1, 'is above 1')), 0.62),
			alt: v.pipe(text, v.maxLength(150, 'is longer than 150 characters'))
		})
	)
});

const Quote = v.looseObject({ id: text, speaker: text, fr: text, en: text, context_fr: text, context_en: text });
export type Quote = v.InferOutput<typeof Quote>;

const Source = v.strictObject({
	name: text,
	publisher: v.optional(text),
	date: v.optional(v.union([v.string(), v.number(), v.date()])),
	url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/(?!\d+\.\d+\.\d+\.\d+)/, 'is not a web address'))),
	copy: v.optional(v.boolean()),
	sure: v.picklist(['S1', 'S2'], 'is neither S1 nor S2'),
	read: v.union([v.string(), v.date()])
});
const FactText = v.strictObject({ title: text, says: text, correction: v.optional(text) });
const Fact = v.strictObject({
	status: v.picklist(['confirmed', 'corrected', 'order', 'attributed', 'notfound', 'contested', 'derived']),
	fr: FactText,
	en: FactText,
	sources: v.array(Source),
	derived: v.optional(both),
	check: v.optional(v.string()),
	changes: v.optional(both)
});
export type Fact = v.InferOutput<typeof Fact>;
const Claim = v.strictObject({
	who: text,
	fr: text,
	en: text,
	verbatim: text,
	facts: v.optional(v.array(v.string()), []),
	note: v.optional(both)
});
export type Claim = v.InferOutput<typeof Claim>;
const Term = v.strictObject({ term: text, name: v.optional(text), text: text });
const Entry = v.strictObject({ fr: Term, en: Term });

export interface Reference {
	quotes: Map<string, Quote>;
	facts: Map<string, Fact>;
	claims: Map<string, Claim>;
	glossary: Map<string, v.InferOutput<typeof Entry>>;
}

export interface Step {
	/** `chapter.N`, N from 1. */
	id: string;
	/** What the step shows: scenes say by these names when their layers come and go. */
	name: string;
	/** Share of the step at which its still is taken. */
	rest: number;
	alt: string;
	/** First paragraph-level heading of the step, or ''. */
	title: string;
	html: string;
	/** Controls in the step, in order; the html holds a placeholder for each. */
	parts: ({ html: string } | { control: string })[];
	facts: string[];
}

export interface Chapter {
	id: string;
	number: number;
	title: string;
	short: string;
	takeaway: string;
	describe: string;
	path5: boolean;
	words: number;
	steps: Step[];
}

/** A fault of content: says file and field, and stops the build. */
export class ContentError extends Error {
	constructor(file: string, field: string, what: string) {
		super(`${file}: ${field} ${what}`);
		this.name = 'ContentError';
	}
}

function check<T extends v.GenericSchema>(schema: T, value: unknown, file: string, prefix = ''): v.InferOutput<T> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const issue = result.issues[0];
	const field = [prefix, v.getDotPath(issue)].filter(Boolean).join('.') || 'the file';
	throw new ContentError(file, `"${field}"`, /^(is|has)/.test(issue.message) ? issue.message : `: ${issue.message}`);
}

function readMap<T extends v.GenericSchema>(file: string, schema: T): Map<string, v.InferOutput<T>> {
	const entries = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	return new Map(Object.entries(entries).map(([id, value]) => [id, check(schema, value, file, id)]));
}

/** Reads facts, claims, quotes and glossary below `folder` (src/content). */
export function readReference(folder: string): Reference {
	const quotesFile = join(folder, 'quotes.json');
	const quotes = check(v.array(Quote), JSON.parse(readFileSync(quotesFile, 'utf8')), quotesFile);
	const reference: Reference = {
		quotes: new Map(quotes.map((q) => [q.id, q])),
		facts: readMap(join(folder, 'facts.yaml'), Fact),
		claims: readMap(join(folder, 'claims.yaml'), Claim),
		glossary: readMap(join(folder, 'glossary.yaml'), Entry)
	};
	for (const [id, claim] of reference.claims)
		for (const fact of claim.facts)
			if (!reference.facts.has(fact))
				throw new ContentError(join(folder, 'claims.yaml'), `"${id}.facts"`, `names an unknown fact "${fact}"`);
	return reference;
}

export interface RenderOptions {
	lang: Lang;
	file: string;
	reference: Reference;
	stats: Record<string, number>;
	/** From the page to the language's root: '' on /fr/, '../' on /fr/flat/. */
	up: string;
	/** Strings the markup needs. */
	ui: { source: string; original: string; glossary: string };
}

export const escape = (s: string): string =>
	s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Replaces {{key}} by the number the recording gave, marked as computed. Unknown keys stop the build. */
export function interpolate(
	source: string,
	{ lang, file, stats }: Pick<RenderOptions, 'lang' | 'file' | 'stats'>,
	field: string
): string {
	return source.replace(/\{\{([a-zA-Z][\w.]*)\}\}/g, (_, key: string) => {
		const value = stats[key];
		if (value === undefined) throw new ContentError(file, field, `uses {{${key}}}, which the recording does not give`);
		return `<data value="${value}" data-computed="${key}">${formatNumber(lang, value, Number.isInteger(value) ? 0 : 1)}</data>`;
	});
}

/** Markdown with this project's links (fact:, term:) to HTML. Facts found are added to `facts`. */
export function renderMarkdown(source: string, options: RenderOptions, field: string, facts: string[]): string {
	const { lang, file, reference, up, ui } = options;
	const marked = new Marked({
		renderer: {
			link({ href, tokens }) {
				const inner = this.parser.parseInline(tokens);
				const [kind, id] = href.split(':');
				if (kind === 'fact') {
					if (!reference.facts.has(id) && !reference.claims.has(id))
						throw new ContentError(file, field, `cites an unknown fact "${id}"`);
					facts.push(id);
					// The story fetches what a marker rests on when it is asked (lib/story/panels.ts); the flat page has it there.
					const label = `aria-label="${escape(ui.source)} ${id}"`;
					const marker = up
						? `<button type="button" class="src" popovertarget="src-${id}" ${label}>${id}</button>`
						: `<a class="src" href="sources/#${id}" ${label}>${id}</a>`;
					return `<span class="fact" data-fact="${id}">${inner}${marker}</span>`;
				}
				if (kind === 'term') {
					const entry = reference.glossary.get(id);
					if (!entry) throw new ContentError(file, field, `uses an unknown glossary term "${id}"`);
					return `<a class="term" href="${up}sources/#term-${id}" title="${escape(typeset(entry[lang].text, lang))}">${inner}</a>`;
				}
				return `<a href="${escape(/^[a-z]+:|^#|^\./.test(href) ? href : up + href)}">${inner}</a>`;
			}
		}
	});
	return (marked.parse(typeset(interpolate(source, options, field), lang), { async: false }) as string).trim();
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
	return `<figure class="quote">${block(lang, shown)}<figcaption><b>${escape(typeset(quote.speaker, lang))}</b> <span>${escape(typeset(context, lang))}</span>${original}</figcaption></figure>`;
}

/** A chapter's front matter, checked, and the text under it. */
function readHead(file: string): { head: v.InferOutput<typeof ChapterHead>; body: string } {
	const source = readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
	const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
	if (!match) throw new ContentError(file, 'front matter', 'is missing (--- … ---)');
	let raw: unknown;
	try {
		raw = parse(match[1]);
	} catch (e) {
		throw new ContentError(file, 'front matter', `is not YAML: ${(e as Error).message}`);
	}
	const head = check(ChapterHead, raw, file);
	head.steps.forEach(({ name }, i) => {
		if (head.steps.findIndex((s) => s.name === name) < i)
			throw new ContentError(file, `"steps.${i}.name"`, `repeats "${name}"`);
	});
	return { head, body: match[2] };
}

/** One chapter's file to data. */
export function readChapter(file: string, options: Omit<RenderOptions, 'file'>): Chapter {
	const { head, body: whole } = readHead(file);
	const full: RenderOptions = { ...options, file };
	const bodies = whole.split(/^## (\d+)[ \t]*$/m).slice(1);
	if (bodies.length / 2 !== head.steps.length)
		throw new ContentError(
			file,
			'"steps"',
			`lists ${head.steps.length} alternative texts, but the text has ${bodies.length / 2} steps`
		);
	let words = 0;
	const steps = head.steps.map(({ name, rest, alt }, i): Step => {
		const field = `step ${i + 1}`;
		if (Number(bodies[2 * i]) !== i + 1) throw new ContentError(file, field, `is headed "## ${bodies[2 * i]}"`);
		const facts: string[] = [];
		const parts: Step['parts'] = [];
		let body = bodies[2 * i + 1].trim();
		let title = '';
		const heading = /^### (.+)\n?/.exec(body);
		if (heading) {
			title = typeset(heading[1].trim(), options.lang);
			body = body.slice(heading[0].length).trim();
		}
		if (!body && !title) throw new ContentError(file, field, 'has no text');
		for (const piece of body.split(/^(\{\{(?:quote|control) [^}]*\}\})[ \t]*$/m)) {
			const directive = /^\{\{(quote|control) ([\w-]+)(?: \| ([^}]+))?\}\}$/.exec(piece);
			let html: string;
			if (!directive) {
				if (!piece.trim()) continue;
				html = renderMarkdown(piece, full, field, facts);
			} else if (directive[1] === 'quote') html = renderQuote(directive[2], directive[3]?.trim(), full, field);
			else {
				if (!(CONTROLS as readonly string[]).includes(directive[2]))
					throw new ContentError(file, field, `has an unknown control "${directive[2]}"`);
				parts.push({ control: directive[2] });
				continue;
			}
			words += html
				.replace(/<[^>]+>/g, ' ')
				.split(/\s+/)
				.filter(Boolean).length;
			const last = parts.at(-1);
			if (last && 'html' in last) last.html += html;
			else parts.push({ html });
		}
		return {
			id: `${head.id}.${i + 1}`,
			name,
			rest,
			alt: typeset(alt, options.lang),
			title,
			html: parts.map((p) => ('html' in p ? p.html : '')).join(''),
			parts,
			facts
		};
	});
	return {
		id: head.id,
		number: CHAPTER_IDS.indexOf(head.id),
		title: typeset(head.title, options.lang),
		short: typeset(head.short, options.lang),
		takeaway: typeset(head.takeaway, options.lang),
		describe: typeset(head.describe.trim(), options.lang),
		path5: head.path5,
		words,
		steps
	};
}

/** Stops the build where a chapter's steps are not the same, in name or rest, as in its other language. */
function compareSteps(file: string, otherFile: string): void {
	const own = readHead(file).head.steps;
	const other = readHead(otherFile).head.steps;
	for (let i = 0; i < Math.max(own.length, other.length); i++)
		for (const key of ['name', 'rest'] as const)
			if (own[i]?.[key] !== other[i]?.[key])
				throw new ContentError(
					file,
					`"steps.${i}.${key}"`,
					`is "${own[i]?.[key]}", but "${other[i]?.[key]}" in ${otherFile}`
				);
}

/** All chapters of a language, in order. Missing files, and steps that differ between languages, stop the build. */
export function readStory(folder: string, options: Omit<RenderOptions, 'file'>): Chapter[] {
	const list = (lang: Lang) =>
		readdirSync(join(folder, lang))
			.filter((f) => f.endsWith('.md'))
			.sort();
	const files = list(options.lang);
	const otherLang: Lang = options.lang === 'fr' ? 'en' : 'fr';
	const other = list(otherLang);
	for (const f of new Set([...files, ...other]))
		for (const [lang, all] of [
			[options.lang, files],
			[otherLang, other]
		] as const)
			if (!all.includes(f))
				throw new ContentError(join(folder, lang, f), 'the file', 'is missing: the other language has it');
	for (const f of files) compareSteps(join(folder, options.lang, f), join(folder, otherLang, f));
	const chapters = files.map((f) => readChapter(join(folder, options.lang, f), options));
	CHAPTER_IDS.forEach((id, i) => {
		if (chapters[i]?.id !== id)
			throw new ContentError(join(folder, options.lang), `chapter ${i}`, `is "${chapters[i]?.id}", not "${id}"`);
	});
	return chapters;
}
