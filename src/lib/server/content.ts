import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Lang } from '../picture/context';
import { check, text } from './check';
import { ContentError } from './fault';
import { interpolatePlain, renderMarkdown, renderQuote, type Given, type RenderOptions } from './markdown';
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
export const CONTROLS = [
	'attention',
	'sureness',
	'threshold',
	'crowd',
	'uses',
	'alerts',
	'town',
	'checklist',
	'flagged',
	'useful',
	'circles'
] as const;
/** Those that ask for a number before it is told: without scripts the prose asks and answers by itself. */
const GUESSES = ['flagged', 'useful', 'circles'];

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
			alt: v.pipe(text, v.maxLength(170, 'is longer than 170 characters'))
		})
	)
});

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
	parts: ({ html: string } | { control: string; guess: boolean })[];
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

/** Words a reader reads: without the marks of sources, and without originals that are folded away. */
const countWords = (html: string): number =>
	html
		.replace(/<(a|button)\b[^>]*class="src"[\s\S]*?<\/\1>|<details[\s\S]*?<\/details>/g, '')
		.replace(/<\/(?:p|li|h\d|blockquote|b)>/g, ' ')
		.replace(/<[^>]+>/g, '')
		.split(/\s+/)
		.filter((word) => /[\p{L}\d]/u.test(word)).length;

/** An alternative text with its numbers in it: still short enough to be heard. */
function readAlt(source: string, given: Given, field: string): string {
	const alt = typeset(interpolatePlain(source, given, field), given.lang);
	if (alt.length > 150) throw new ContentError(given.file, field, 'is longer than 150 characters with its numbers');
	return alt;
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
				parts.push({ control: directive[2], guess: GUESSES.includes(directive[2]) });
				continue;
			}
			words += countWords(html);
			const last = parts.at(-1);
			if (last && 'html' in last) last.html += html;
			else parts.push({ html });
		}
		return {
			id: `${head.id}.${i + 1}`,
			name,
			rest,
			alt: readAlt(alt, full, `"steps.${i}.alt"`),
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
