import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { formatNumber, type Lang } from '../picture/context';
import type { Plays } from '../show/sequence';
import type { Chapter } from './content';
import { ContentError } from './fault';
import { typeset } from './typography';

/** A question for the room, and what may be expected of it. */
export interface Prompt {
	ask: string;
	expect: string;
}

/** What whoever presents a step has before them. */
export interface Note {
	/** The one line under the picture, in show mode. */
	line: string;
	/** What to say, to be read aloud or told. */
	notes: string;
	prompts: Prompt[];
	plays?: Plays;
	/** Where in the step the show stands, where that is not where its still was taken. */
	stands?: number;
}

const text = v.pipe(v.string('is missing'), v.trim(), v.minLength(1, 'is empty'));
/** A line fits across a projector at 32 pixels. */
const LINE = 92;
const Spoken = v.strictObject({
	line: v.pipe(text, v.maxLength(LINE, `is longer than ${LINE} characters`)),
	notes: text,
	prompts: v.pipe(v.array(v.strictObject({ ask: text, expect: text })), v.length(2, 'are not two'))
});
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const StepNotes = v.strictObject({
	plays: v.optional(v.strictObject({ from: share, to: share, seconds: v.number() })),
	stands: v.optional(share),
	fr: Spoken,
	en: Spoken
});

/**
 * The notes of a chapter, content/notes/CHAPTER.yaml, by the names of its steps: plain text, with the recording's numbers
 * as `{{key}}`. A step without notes, and notes without a step, stop the build.
 */
export function readNotes(folder: string, chapter: Chapter, lang: Lang, stats: Record<string, number>): Note[] {
	const file = join(folder, `${chapter.id}.yaml`);
	if (!existsSync(file)) throw new ContentError(file, 'the file', 'is missing');
	const all = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	const names = chapter.steps.map(({ name }) => name);
	for (const name of Object.keys(all))
		if (!names.includes(name)) throw new ContentError(file, `"${name}"`, 'is no step of the chapter');
	const print = (source: string, field: string): string =>
		typeset(
			source.trim().replace(/\{\{([a-zA-Z][\w.]*)\}\}/g, (_, key: string) => {
				if (stats[key] === undefined)
					throw new ContentError(file, `"${field}"`, `uses {{${key}}}, which the recording does not give`);
				return formatNumber(lang, stats[key], Number.isInteger(stats[key]) ? 0 : 1);
			}),
			lang
		);
	return names.map((name) => {
		const result = v.safeParse(StepNotes, all[name]);
		if (!result.success) {
			const [issue] = result.issues;
			throw new ContentError(file, `"${[name, v.getDotPath(issue)].filter(Boolean).join('.')}"`, issue.message);
		}
		const { plays, stands, [lang]: spoken } = result.output;
		return {
			line: print(spoken.line, `${name}.line`),
			notes: print(spoken.notes, `${name}.notes`),
			prompts: spoken.prompts.map(({ ask, expect }) => ({
				ask: print(ask, `${name}.prompts`),
				expect: print(expect, `${name}.prompts`)
			})),
			plays,
			stands
		};
	});
}
