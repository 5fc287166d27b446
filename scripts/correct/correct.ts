import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readStory } from '../../src/lib/server/content';
import { readLog } from '../../src/lib/server/corrections';
import { readReference } from '../../src/lib/server/reference';
import { Refusal, type Change, type Request } from './arguments';
import { find, replace, type Found } from './find';

/** A chapter's step by its name, from where in the file something stands; what is before the steps is of the first. */
function stepAt(text: string, at: number): string {
	const head = parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') as { id: string; steps: { name: string }[] };
	const passed = [...text.slice(0, at).matchAll(/^## (\d+)[ \t]*$/gm)].length;
	return `${head.id}/${head.steps[Math.max(0, passed - 1)].name}`;
}

/** Where readers meet the words of a file: a step, a page, or '' for all over. */
function placeOf({ file, at }: Found, text: string, folder: string): string {
	const page = /^pages\/\w\w\/(.+)\.md$/.exec(file)?.[1];
	if (page) return page;
	if (/^\w\w\/\d\d-.+\.md$/.test(file)) return stepAt(text, at);
	if (/^\w\w\/teach\/|^teach\.yaml$/.test(file)) return 'teach';
	if (/^(facts|claims|glossary)\.yaml$/.test(file)) return 'sources';
	if (file.startsWith('notes/')) return 'speaker';
	if (file === 'tables.yaml') return 'flat';
	const chapter = /^figures\/(\w+)\.yaml$/.exec(file)?.[1];
	if (chapter === 'lab') return 'lab';
	const own = chapter && readFirst(folder, chapter);
	return own || '';
}

/** The first step of a chapter, whose labels say of no step which is theirs. */
function readFirst(folder: string, chapter: string): string | undefined {
	const story = readStory(folder, optionsOf(folder, 'fr'));
	const found = story.find((c) => c.id === chapter);
	return found && `${chapter}/${found.steps[0].name}`;
}

/** The entry of facts.yaml or claims.yaml that something stands in. */
const entryAt = ({ file, at }: Found, text: string): string | undefined =>
	/^(facts|claims)\.yaml$/.test(file) ? [...text.slice(0, at).matchAll(/^([fc]\d+):/gm)].at(-1)?.[1] : undefined;

const optionsOf = (folder: string, lang: 'fr' | 'en') => ({
	lang,
	reference: readReference(folder),
	stats: new Proxy({} as Record<string, number>, { get: () => 7 }),
	up: '',
	ui: { source: '{id}', interview: '', original: '' }
});

/** Stops where what was written is not content that the site can be built of. */
function checkContent(folder: string): void {
	for (const lang of ['fr', 'en'] as const) readStory(folder, optionsOf(folder, lang));
	readLog(join(folder, 'corrections.yaml'));
}

/** The line of the log, before the newest. */
function logged(text: string, request: Request, where: string[], fact: string | undefined): string {
	const entry = {
		date: request.date,
		where: where.length === 1 ? where[0] : where.length ? where : '',
		...(fact && { fact }),
		...request.why,
		changed: request.changes.map(({ lang, was, now }) => ({ lang, was, now }))
	};
	const at = text.search(/^- /m);
	const line = stringify([entry], { lineWidth: 0, singleQuote: true });
	return text.slice(0, at) + line + text.slice(at);
}

export interface Corrected {
	/** Files that were changed. */
	files: string[];
	where: string[];
	fact?: string;
}

/**
 * Corrects content and its log, all or nothing: what cannot be found, is not sure, or could no longer be built changes no
 * file. `folder` is src/content. @throws Refusal
 */
export function correct(folder: string, request: Request): Corrected {
	const texts = new Map<string, string>();
	const original = new Map<string, string>();
	const textOf = (file: string): string => {
		if (!texts.has(file)) {
			const text = readFileSync(join(folder, file), 'utf8');
			texts.set(file, text);
			original.set(file, text);
		}
		return texts.get(file) as string;
	};
	const places = request.changes.map((change: Change) => {
		if (change.was === change.now) throw new Refusal(`--was and --now are both "${change.was}".`);
		return { change, found: find(change, folder) };
	});
	const entries = places.map(({ found }) => entryAt(found, textOf(found.file))).filter((id) => id !== undefined);
	const elsewhere = entries.find((id) => request.fact && id !== request.fact);
	if (elsewhere)
		throw new Refusal(`These words stand under ${elsewhere}, not ${request.fact}: give --fact ${elsewhere}.`);
	const fact = request.fact ?? entries[0];
	const reference = readReference(folder);
	if (fact && !reference.facts.has(fact) && !reference.claims.has(fact))
		throw new Refusal(`There is no fact or claim "${fact}" in ${folder}.`);
	const where = [
		...new Set([request.where ?? '', ...places.map(({ found }) => placeOf(found, textOf(found.file), folder))])
	].filter(Boolean);
	// From the end of each file, so that places found before stay where they are.
	for (const { change, found } of places.sort((a, b) => b.found.at - a.found.at))
		texts.set(found.file, replace(textOf(found.file), found, change.now));
	const newest = readLog(join(folder, 'corrections.yaml'))[0].date;
	if (request.date < newest) throw new Refusal(`--date ${request.date} is before the newest correction, of ${newest}.`);
	texts.set('corrections.yaml', logged(textOf('corrections.yaml'), request, where, fact));
	write(folder, texts);
	try {
		checkContent(folder);
	} catch (e) {
		write(folder, original);
		throw new Refusal(`The site could not be built of this; nothing was changed. ${(e as Error).message}`);
	}
	return { files: [...texts.keys()], where, fact };
}

function write(folder: string, texts: Map<string, string>): void {
	for (const [file, text] of texts) writeFileSync(join(folder, file), text);
}
