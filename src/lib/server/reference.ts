import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { both, check, text } from './check';
import { ContentError } from './fault';

/** Who spoke: a name, the same in both languages, or words for somebody who is not named. */
const Who = v.union([text, both], 'is neither a name nor words in both languages');

const Quote = v.looseObject({ id: text, speaker: Who, fr: text, en: text, context_fr: text, context_en: text });
export type Quote = v.InferOutput<typeof Quote>;

/** What a source's day of reading is where nobody wrote it down. */
export const NOT_NOTED = 'not noted';
const Source = v.pipe(
	v.strictObject({
		name: text,
		publisher: v.optional(text),
		date: v.optional(v.union([v.string(), v.number(), v.date()])),
		url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/(?!\d+\.\d+\.\d+\.\d+)/, 'is not a web address'))),
		/** Why no address is printed. */
		noUrl: v.optional(both),
		copy: v.optional(v.boolean()),
		/** Language its name is in, when that is not French. */
		lang: v.optional(v.picklist(['en', 'de'], 'is neither en nor de')),
		sure: v.picklist(['S1', 'S2'], 'is neither S1 nor S2'),
		read: v.pipe(
			v.string('is missing'),
			v.regex(new RegExp(`^(\\d{4}-\\d{2}-\\d{2}|${NOT_NOTED})$`), `is neither a date (2026-11-23) nor "${NOT_NOTED}"`)
		)
	}),
	v.forward(
		v.check(
			(s) => (s.url === undefined) !== (s.noUrl === undefined),
			'is missing: a source has "url", or "noUrl" with the reason'
		),
		['url']
	)
);
const FactText = v.strictObject({ title: text, says: text, correction: v.optional(text) });
const Fact = v.strictObject({
	status: v.picklist(['confirmed', 'corrected', 'order', 'attributed', 'notfound', 'contested', 'derived']),
	fr: FactText,
	en: FactText,
	sources: v.array(Source),
	derived: v.optional(both),
	check: v.optional(v.string()),
	changes: both
});
export type Fact = v.InferOutput<typeof Fact>;
const Claim = v.strictObject({
	who: Who,
	fr: text,
	en: text,
	verbatim: text,
	facts: v.optional(v.array(v.string()), []),
	note: v.optional(both),
	changes: v.optional(both)
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
