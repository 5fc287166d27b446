import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Lang } from '../picture/context';
import { text } from './check';
import { dateIn } from './dates';
import { ContentError } from './fault';
import { CONTENT, getStory } from './site';
import { typeset } from './typography';

const Where = v.union([v.string(), v.array(text)]);
const Log = v.array(
	v.strictObject({
		date: v.pipe(v.string(), v.isoDate('is not a date (2026-11-29)')),
		/** Steps (`chapter/name`) and pages by their names, or '' for the whole. */
		where: Where,
		/** The fact or claim that was wrong. */
		fact: v.optional(v.pipe(v.string(), v.regex(/^[fc]\d+$/, 'is not the id of a fact or claim'))),
		fr: text,
		en: text,
		/** What a language said, and says. */
		changed: v.optional(
			v.array(v.strictObject({ lang: v.picklist(['fr', 'en'], 'is neither fr nor en'), was: text, now: text })),
			[]
		)
	})
);
export type Logged = v.InferOutput<typeof Log>[number];

/** Reads and checks the log, newest first. Stops with file and field where it is not in order. */
export function readLog(file: string): Logged[] {
	const log = v.safeParse(Log, parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }));
	if (!log.success) throw new ContentError(file, `"${v.getDotPath(log.issues[0])}"`, log.issues[0].message);
	if (!log.output.length) throw new ContentError(file, 'the log', 'is empty: its oldest line is the first version');
	if (log.output.some((entry, i) => i && entry.date > log.output[i - 1].date))
		throw new ContentError(file, 'the log', 'is not in order, newest first');
	return log.output;
}

const FILE = join(CONTENT, 'corrections.yaml');
let known: Logged[] | undefined;
const getLog = (): Logged[] => (known ??= readLog(FILE));

const placesOf = ({ where }: Logged): string[] => (Array.isArray(where) ? where : where ? [where] : []);

/** A place as a page leads to it: below the language's root. */
export interface Place {
	name: string;
	href: string;
}
/** A correction as a page prints it. */
export interface Correction {
	date: string;
	places: Place[];
	fact: string;
	text: string;
	/** What this language said, and says. */
	changed: { was: string; now: string }[];
}

/** Where a place is. A step is known by its name, so that steps may come before it. */
function find(place: string, lang: Lang): Place {
	if (!place.includes('/')) return { name: place, href: `${place}/` };
	const [chapter, name] = place.split('/');
	const found = getStory(lang, '')
		.find((c) => c.id === chapter)
		?.steps.find((s) => s.name === name);
	if (!found) throw new ContentError(FILE, `"${place}"`, 'is not a step of the story (chapter/name)');
	return { name: found.id, href: `#${found.id}` };
}

/** What was corrected, newest first. */
export const readCorrections = (lang: Lang, log = getLog()): Correction[] =>
	log.map((entry) => ({
		date: entry.date,
		places: placesOf(entry).map((place) => find(place, lang)),
		fact: entry.fact ?? '',
		text: typeset(entry[lang], lang),
		changed: entry.changed
			.filter((c) => c.lang === lang)
			.map(({ was, now }) => ({ was: typeset(was, lang), now: typeset(now, lang) }))
	}));

/**
 * The day of the last correction of a step (`chapter/name`), of a page or of a fact, or ''. In the words of the language,
 * or as 2026-11-29 where none is given.
 */
export function correctedOn(lang: Lang | '', what: { place: string } | { fact: string }, log = getLog()): string {
	const last = log.find((entry) => ('fact' in what ? entry.fact === what.fact : placesOf(entry).includes(what.place)));
	return last ? (lang ? dateIn(lang, last.date) : last.date) : '';
}
