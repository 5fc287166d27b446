import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { KINDS } from '../evaluation/kinds';
import { FAILURES } from '../evaluation/failures';
import { WEATHERS } from '../evaluation/scenes';
import type { Lang } from '../picture/context';
import { ContentError } from './fault';
import { renderMarkdown } from './markdown';
import { nameHeadings, readSource, stillOf, type Heading } from './pages';
import { panelsOf } from './panels';
import { CONTENT, renderOptions, UI } from './site';

const Share = v.number();
const Figure = v.object({ value: v.number(), margin: v.nullable(v.number()) });
const People = v.object({
	scenes: v.number(),
	mota: Figure,
	idf1: Figure,
	hota: Figure,
	recall: Share,
	precision: Share,
	switches: v.number()
});
const Crowd = v.object({ ...People.entries, agents: v.number(), weathers: v.record(v.picklist(WEATHERS), People) });
const Scores = v.object({ mota: v.number(), idf1: v.number(), hota: v.number() });
const Marks = v.object({ recall: Share, precision: Share, ...Scores.entries, switches: v.number() });
const Both = v.object({ motion: Marks, learned: Marks });
const Machines = v.object({
	date: v.string(),
	command: v.string(),
	/** Of the weights, so that a test can say whether these are still theirs. */
	network: v.string(),
	seconds: v.number(),
	every: v.number(),
	scenes: v.number(),
	crowds: v.array(v.object({ ...Both.entries, agents: v.number(), weathers: v.record(v.picklist(WEATHERS), Both) })),
	kinds: v.array(v.object({ kind: v.picklist(KINDS), all: v.number(), motion: Share, learned: Share }))
});
const Measured = v.object({
	date: v.string(),
	command: v.string(),
	fingerprint: v.number(),
	seeds: v.array(v.number()),
	people: v.array(v.object({ ...Crowd.entries, late: Crowd })),
	rules: v.array(
		v.object({
			rule: v.string(),
			truths: v.number(),
			right: v.number(),
			wrong: v.number(),
			precision: Share,
			recall: Share,
			falsePerTenMinutes: v.number()
		})
	),
	machines: v.optional(Machines),
	mot: v.optional(v.object({ all: Scores, online: Scores, sort: Scores })),
	failures: v.array(
		v.object({
			kind: v.picklist(FAILURES),
			agents: v.number(),
			seed: v.number(),
			weather: v.picklist(WEATHERS),
			second: v.number(),
			pictures: v.number()
		})
	)
});
export type Measured = v.InferOutput<typeof Measured>;

/** The figures `npm run eval -- --write` left. Throws a ContentError naming file and field when one is missing. */
export function readMeasured(file = join(CONTENT, 'measured.json')): Measured {
	let raw: unknown;
	try {
		raw = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new ContentError(file, 'the file', `cannot be read (${(error as Error).message}): npm run eval -- --write`);
	}
	const result = v.safeParse(Measured, raw);
	if (result.success) return result.output;
	const issue = result.issues[0];
	throw new ContentError(file, `"${v.getDotPath(issue) ?? ''}"`, issue.message);
}

/** Numbers the text may use, in percent where they are shares. */
function numbers(m: Measured): Record<string, number> {
	const percent = (x: number) => Math.round(x * 1000) / 10;
	const out: Record<string, number> = { seeds: m.seeds.length };
	for (const p of m.people) {
		for (const k of ['mota', 'idf1', 'hota'] as const) out[`${k}.${p.agents}`] = percent(p[k].value);
		out[`recall.${p.agents}`] = percent(p.recall);
		out[`precision.${p.agents}`] = percent(p.precision);
		for (const [weather, w] of Object.entries(p.weathers)) out[`${weather}.mota.${p.agents}`] = percent(w.mota.value);
	}
	for (const r of m.rules) {
		out[`${r.rule}.truths`] = r.truths;
		out[`${r.rule}.right`] = r.right;
		out[`${r.rule}.wrong`] = r.wrong;
		out[`${r.rule}.missed`] = r.truths - r.right;
		out[`${r.rule}.false`] = r.falsePerTenMinutes;
	}
	return out;
}

/** The page of measured figures: its text, cut where a table or the pictures go. */
export function readAccuracy(lang: Lang) {
	const measured = readMeasured();
	const { file, title, text } = readSource('accuracy', lang);
	const options = { ...renderOptions(lang, '../'), file };
	const stats = { ...options.stats, ...numbers(measured) };
	const failures: Record<string, string> = {};
	const headings: Heading[] = [];
	const parts: ({ html: string } | { insert: string })[] = [];
	for (const piece of text.split(/^(\{\{(?:insert|failure) [^}]*\}\})[ \t]*$/m)) {
		const directive = /^\{\{(insert|failure) (\w+)(?: \| ([^}]+))?\}\}$/.exec(piece);
		if (!directive) {
			if (!piece.trim()) continue;
			const named = nameHeadings(renderMarkdown(piece, { ...options, stats }, 'the text', []));
			headings.push(...named.headings);
			parts.push({ html: named.html });
		} else if (directive[1] === 'insert') parts.push({ insert: directive[2] });
		else failures[directive[2]] = renderMarkdown(directive[3] ?? '', { ...options, stats }, directive[2], []);
	}
	for (const { kind } of measured.failures)
		if (!failures[kind]) throw new ContentError(file, `{{failure ${kind}}}`, 'is missing: a picture of it was made');
	const html = [...parts.map((p) => ('html' in p ? p.html : '')), ...Object.values(failures)].join('');
	return {
		lang,
		ui: UI[lang],
		title,
		still: stillOf(lang, 'vision/tracks', file),
		headings,
		parts,
		measured,
		failures,
		panels: panelsOf(html, lang, '../')
	};
}
