import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Refusal, type Change } from './arguments';

/** Copied whole from others, measured, or the log itself: not for this command to change. */
const NEVER = ['quotes.json', 'measured.json', 'corrections.yaml'];

/** Files of words, of both languages or of this one, from the folder of content. */
function filesFor({ lang }: Change, folder: string): string[] {
	const other = lang === 'fr' ? 'en' : 'fr';
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /\.(md|ya?ml|json|txt)$/.test(file) && !NEVER.includes(file))
		.filter((file) => !new RegExp(`(^|[/.])${other}[/.]`).test(file))
		.sort();
}

const escape = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Not in the midst of a longer word or number, whatever sets its thousands apart. */
const BEFORE = '(?<![\\p{L}\\d]|\\d[.,]|\\d[ \\u00a0\\u202f](?=\\d{3}(?!\\d)))';
const AFTER = '(?![\\p{L}\\d]|[.,]\\d|(?<=\\d)[ \\u00a0\\u202f]\\d{3}(?!\\d))';
/** Words as a file may break, space and apostrophe them. */
const patternOf = (words: string): RegExp => {
	const inner = words.trim().split(/\s+/).map(escape).join('\\s+').replace(/['’]/g, "['’]");
	return new RegExp(BEFORE + inner + AFTER, 'gu');
};

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Where the words stand although a mark of Markdown is in the midst of them. */
function acrossMarks(texts: Map<string, string>, pattern: RegExp): string {
	for (const [file, text] of texts)
		if (text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').search(pattern) >= 0)
			return ` ${file} has them with a mark inside, [words](fact:…): copy them from there, marks and all.`;
	return '';
}

export interface Found {
	/** From the folder of content. */
	file: string;
	at: number;
	length: number;
}

/** The one place where the words of a change stand. @throws Refusal that names the files, and says what to do */
export function find(change: Change, folder: string): Found {
	const files = filesFor(change, folder);
	if (change.in && !files.includes(change.in))
		throw new Refusal(
			`--in "${change.in}" is not a file of words of ${folder}. It is one of:\n  ${files.join('\n  ')}`
		);
	const texts = new Map(
		(change.in ? [change.in] : files).map((file) => [file, readFileSync(join(folder, file), 'utf8')])
	);
	const pattern = patternOf(change.was);
	const found = [...texts].flatMap(([file, text]) =>
		[...text.matchAll(pattern)].map((m) => ({ file, at: m.index, length: m[0].length, line: lineOf(text, m.index) }))
	);
	if (found.length === 1) return found[0];
	if (!found.length) {
		const where = change.in ? join(folder, change.in) : `any file of ${folder}`;
		throw new Refusal(
			`"${change.was}" (${change.lang}) does not stand in ${where}.${acrossMarks(texts, pattern) || ' Give the words as the file has them; a number that is computed stands there as {{key}} and is not corrected here.'}`
		);
	}
	const places = found.map(({ file, line }) => `  ${join(folder, file)}:${line}`).join('\n');
	const one = new Set(found.map((f) => f.file)).size === 1;
	throw new Refusal(
		`"${change.was}" (${change.lang}) stands in ${found.length} places:\n${places}\n${
			one
				? 'Give more of the words around it, so that one is meant'
				: 'Say which with --in FILE, or give more of the words around it'
		}; to correct several, give --was and --now for each.`
	);
}

/** Every text in a file of data, by its path. */
function leavesOf(value: unknown, path = ''): [string, string][] {
	if (value === null || typeof value !== 'object') return [[path, String(value)]];
	return Object.entries(value).flatMap(([key, v]) => leavesOf(v, `${path}/${key}`));
}

/** The file's text with the words replaced. @throws Refusal where more would change than the words */
export function replace(text: string, { file, at, length }: Found, now: string): string {
	const after = text.slice(0, at) + now.replace(/'/g, '’') + text.slice(at + length);
	if (!/\.(ya?ml|json)$/.test(file)) return after;
	const refused = new Refusal(
		`In ${file}, "${now}" changes more than the words: the file would no longer be read as it is. Change it by hand.`
	);
	let leaves: [string, string][][];
	try {
		const read = (t: string): unknown => (file.endsWith('.json') ? JSON.parse(t) : parse(t));
		leaves = [text, after].map((t) => leavesOf(read(t)));
	} catch {
		throw refused;
	}
	const [before, later] = leaves;
	const differ = later.filter(([path, value], i) => path !== before[i]?.[0] || value !== before[i][1]);
	if (before.length !== later.length || differ.length !== 1) throw refused;
	return after;
}
