import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Lang } from '../../picture/context';
import { both, check, text } from '../check';
import type { Chapter } from '../content';
import { ContentError } from '../fault';
import type { Reference } from '../reference';
import { typeset } from '../typography';
import { hasNumber, numbersIn, quotesOf, sentencesOf, type Sentence } from './sentences';

/** How a number is known. */
export const KINDS = ['published', 'sum', 'said', 'measured', 'made', 'assumed', 'convention'] as const;
export type Kind = (typeof KINDS)[number];
const OWN = ['measured', 'made', 'assumed', 'convention'] as const;

const Column = v.strictObject({ name: text, means: text });
const Sheet = v.strictObject({
	computed: v.record(
		v.string(),
		v.strictObject({ kind: v.picklist(['measured', 'made'], 'is neither measured nor made'), ...both.entries })
	),
	unmarked: v.record(v.string(), v.array(v.strictObject({ ...both.entries, on: text }))),
	columns: v.record(v.string(), v.strictObject({ fr: Column, en: Column }))
});
export type Sheet = v.InferOutput<typeof Sheet>;

/** Reads what the sheet cannot find in the story. `folder` is src/content. */
export function readSheet(folder: string): Sheet {
	const file = join(folder, 'sheet.yaml');
	return check(Sheet, parse(readFileSync(file, 'utf8')), file);
}

type Words = Record<Lang, string>;

/** A sentence of the story, and one thing it rests on. */
export interface Line {
	/** Chapter, step by name, basis, rank: stays the same when steps come before it. */
	id: string;
	chapter: number;
	/** `chapter.N`. */
	step: string;
	/** `chapter/name`. */
	place: string;
	kind: Kind;
	/** A fact or a claim, or '' where the number is our own. */
	on: string;
	sentence: Words;
	/** The words that rest on it; '' where it is a whole quotation. */
	value: Words;
	/** What the number is, where it was computed. */
	what: Words | null;
	quote: boolean;
}

const LANGS = ['fr', 'en'] as const;
const spaces = (s: string) => s.replace(/[\s\u00a0\u202f]+/g, ' ');

/** A number that is in the sum made of a fact and not in what its sources say was computed by us. */
function kindOf(id: string, value: string, { facts }: Reference): Kind {
	const fact = facts.get(id);
	if (!fact) return 'said';
	const inFrench = (...texts: string[]) => numbersIn(typeset(texts.join(' '), 'fr'), 'fr');
	const said = inFrench(fact.fr.title, fact.fr.says, ...fact.sources.map((s) => s.name));
	const summed = inFrench(fact.derived?.fr ?? '');
	const numbers = numbersIn(value, 'fr');
	const ours = numbers.length > 0 && numbers.every((n) => !said.includes(n) && summed.includes(n));
	return ours || fact.status === 'derived' ? 'sum' : 'published';
}

type Found = Pick<Line, 'kind' | 'on' | 'sentence' | 'value' | 'what' | 'quote'> & { order: number };

interface Step {
	place: string;
	html: Words;
}

/** What is marked in the prose of a step, in both languages at once. */
function marked(step: Step, all: Record<Lang, Sentence[]>, sheet: Sheet, reference: Reference, file: string): Found[] {
	const marks = (lang: Lang) =>
		all[lang].flatMap((s, order) => s.marks.map((m) => ({ ...m, sentence: s.text, order })));
	const [fr, en] = LANGS.map(marks);
	const ranks = new Map<string, number>();
	return fr.map((m) => {
		const rank = ranks.get(m.kind + m.id) ?? 0;
		ranks.set(m.kind + m.id, rank + 1);
		const other = en.filter((o) => o.kind === m.kind && o.id === m.id)[rank];
		if (!other)
			throw new ContentError(file, step.place, `marks "${m.words}" with ${m.id}, and its other language does not`);
		const known = sheet.computed[m.id];
		if (m.kind === 'computed' && !known)
			throw new ContentError(file, `"computed.${m.id}"`, `is missing: ${step.place} prints it`);
		return {
			kind: m.kind === 'computed' ? known.kind : kindOf(m.id, m.words, reference),
			on: m.kind === 'computed' ? '' : m.id,
			sentence: { fr: m.sentence, en: other.sentence },
			value: { fr: m.words, en: other.words },
			what: m.kind === 'computed' ? { fr: known.fr, en: known.en } : null,
			quote: false,
			order: m.order
		};
	});
}

/** The sentences that the sheet itself gives a basis. Stops the build at one that is not in the step. */
function listed(step: Step, all: Record<Lang, Sentence[]>, sheet: Sheet, reference: Reference, file: string): Found[] {
	return (sheet.unmarked[step.place] ?? []).map(({ on, ...words }, i) => {
		const field = `"unmarked.${step.place}.${i}`;
		const found = LANGS.map((lang) => {
			const order = all[lang].findIndex((s) => !s.marks.length && spaces(s.text).includes(words[lang]));
			if (order < 0)
				throw new ContentError(
					file,
					`${field}.${lang}"`,
					`: no sentence of the step without a mark has "${words[lang]}"`
				);
			return order;
		});
		const own = (OWN as readonly string[]).includes(on);
		if (!own && !reference.facts.has(on) && !reference.claims.has(on))
			throw new ContentError(file, `${field}.on"`, `names "${on}", which is no fact, claim or kind of our own`);
		return {
			kind: own ? (on as Kind) : kindOf(on, words.fr, reference),
			on: own ? '' : on,
			sentence: { fr: all.fr[found[0]].text, en: all.en[found[1]].text },
			value: words,
			what: null,
			quote: false,
			order: found[0]
		};
	});
}

/** The quotations with a number in them: each rests on the claim that was taken out of it, or on the interview. */
function quoted(step: Step, { claims, quotes }: Reference): Found[] {
	const en = quotesOf(step.html.en);
	return quotesOf(step.html.fr)
		.filter((q) => hasNumber(q.text))
		.map((q) => {
			const whole = spaces(quotes.get(q.id)!.fr);
			const taken = [...claims].filter(([, c]) => whole.includes(spaces(c.verbatim)));
			const claim = taken.find(([, c]) => hasNumber(c.verbatim)) ?? taken[0];
			return {
				kind: 'said' as const,
				on: claim?.[0] ?? '',
				sentence: { fr: q.text, en: en.find((e) => e.id === q.id)?.text ?? '' },
				value: { fr: '', en: '' },
				what: null,
				quote: true,
				order: Infinity
			};
		});
}

/** Stops the build at a number that nothing answers for. */
function refuseBare(step: Step, all: Record<Lang, Sentence[]>, found: Found[], file: string): void {
	for (const lang of LANGS)
		for (const s of all[lang])
			if (hasNumber(s.text) && !found.some((f) => f.sentence[lang] === s.text))
				throw new ContentError(
					file,
					`"unmarked.${step.place}"`,
					`is missing a line for a number without a mark (${lang}): "${s.text}"`
				);
}

/** Every number and every sourced statement of the story, in its order. */
export function linesOf(story: Record<Lang, Chapter[]>, reference: Reference, sheet: Sheet, file: string): Line[] {
	const places = new Set<string>();
	const lines = story.fr.flatMap((chapter, c) =>
		chapter.steps.flatMap((own, s) => {
			const step: Step = { place: `${chapter.id}/${own.name}`, html: { fr: own.html, en: story.en[c].steps[s].html } };
			places.add(step.place);
			const all = { fr: sentencesOf(step.html.fr), en: sentencesOf(step.html.en) };
			const found = [...marked(step, all, sheet, reference, file), ...listed(step, all, sheet, reference, file)];
			refuseBare(step, all, found, file);
			const ranks = new Map<string, number>();
			return [...found.sort((a, b) => a.order - b.order), ...quoted(step, reference)].map(
				({ order: _, ...f }): Line => {
					const basis = f.on || f.kind;
					const rank = (ranks.get(basis) ?? 0) + 1;
					ranks.set(basis, rank);
					return {
						...f,
						id: `${chapter.id}-${own.name}-${basis}-${rank}`,
						chapter: chapter.number,
						step: own.id,
						place: step.place
					};
				}
			);
		})
	);
	for (const place of Object.keys(sheet.unmarked))
		if (!places.has(place)) throw new ContentError(file, `"unmarked.${place}"`, 'is not a step of the story');
	return lines;
}
