import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A text of the site in both languages. */
export interface Text {
	/** Its file below src/content, and its place there. */
	key: string;
	fr: string;
	en: string;
	/** Characters it may have at most, where there is a limit. */
	most?: number;
	/** What a translator should know. */
	note?: string;
}

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The limits that the build keeps texts to: lib/server/content.ts. */
const LIMITS: [field: RegExp, most: number][] = [
	[/^\d\d-.*:short$/, 18],
	[/^\d\d-.*:steps\.\d+\.alt$/, 150]
];
const limitOf = (key: string): number | undefined => LIMITS.find(([field]) => field.test(key))?.[1];

/** Fields of a chapter that are no text. */
const NOT_TEXT = /(?:^|\.)(?:id|name|rest|path5)$/;

/** Every text in a tree, by its way there. */
function* leaves(tree: unknown, way: string[] = []): Generator<[way: string, text: string]> {
	if (typeof tree === 'string') yield [way.join('.'), tree];
	else if (isTree(tree)) for (const [key, value] of Object.entries(tree)) yield* leaves(value, [...way, key]);
}

/** Pairs of texts in trees of one form, the one French and the other English; '' where only one language has a text. */
function pairs(file: string, fr: unknown, en: unknown, note?: string): Text[] {
	const [french, english] = [new Map(leaves(fr)), new Map(leaves(en))];
	return [...new Set([...french.keys(), ...english.keys()])].map((way) => {
		const key = `${file}:${way}`;
		const most = limitOf(key);
		return {
			key,
			fr: french.get(way) ?? '',
			en: english.get(way) ?? '',
			...(most && { most }),
			...(note && { note })
		};
	});
}

/** Texts of a tree in which `fr` and `en` stand beside each other, however deep. */
function beside(file: string, tree: unknown, way: string[] = []): Text[] {
	if (!isTree(tree)) return [];
	if (tree.fr !== undefined && tree.en !== undefined)
		return [
			...pairs([file, ...way].join(':'), tree.fr, tree.en),
			...Object.entries(tree).flatMap(([key, value]) => beside(file, value, [...way, key]))
		].map((text) => ({ ...text, key: text.key.replace(/:$/, '') }));
	return Object.entries(tree).flatMap(([key, value]) => beside(file, value, [...way, key]));
}

/** A Markdown file as a tree: its front matter, if any, and its parts below `## N` or its whole. */
function markdownTree(source: string): Tree {
	const [, head = '', body] = /^(?:---\n([\s\S]*?)\n---\n)?([\s\S]*)$/.exec(source.replace(/\r\n/g, '\n'))!;
	const parts = body.split(/^## (?=\d+$)/m);
	const tree: Tree = {};
	for (const [way, text] of leaves(head ? parse(head) : {})) if (!NOT_TEXT.test(way)) tree[way] = text.trim();
	for (const part of parts.slice(head ? 1 : 0)) {
		const [, number, text] = head ? /^(\d+)\n([\s\S]*)$/.exec(part)! : [part, 'text', part];
		tree[number] = text.trim();
	}
	return tree;
}

const NOTES: [file: RegExp, note: string][] = [
	[/\.md$/, 'Markdown. Keep {{…}}, and what stands in brackets behind a link.'],
	[/^ui/, 'Keep what stands in {braces}.'],
	[/^quotes/, 'Words of the interview: translate from the French.']
];
const noteOf = (file: string): string | undefined => NOTES.find(([name]) => name.test(file))?.[1];

/** Every text of the site, in the order of its files. */
export function readTexts(content: string): Text[] {
	const read = (file: string): string => readFileSync(join(content, file), 'utf8');
	const list = (folder: string, end: string): string[] =>
		readdirSync(join(content, folder))
			.filter((name) => name.endsWith(end))
			.sort();
	const markdown = (folder: (lang: string) => string) =>
		list(folder('fr'), '.md').flatMap((name) =>
			pairs(
				join(folder('').replace(/^\/|\/$/g, ''), name),
				markdownTree(read(join(folder('fr'), name))),
				markdownTree(read(join(folder('en'), name))),
				noteOf(name)
			)
		);
	const yaml = (folder: string) =>
		list(folder, '.yaml').flatMap((name) => beside(join(folder, name), parse(read(join(folder, name)))));
	const quotes = (JSON.parse(read('quotes.json')) as Record<string, string>[]).flatMap((quote) => [
		{ key: `quotes.json:${quote.id}`, fr: quote.fr, en: quote.en, note: noteOf('quotes') },
		{ key: `quotes.json:${quote.id}.context`, fr: quote.context_fr, en: quote.context_en }
	]);
	return [
		...pairs('ui', JSON.parse(read('ui.fr.json')), JSON.parse(read('ui.en.json')), noteOf('ui')),
		...markdown((lang) => lang),
		...markdown((lang) => join('pages', lang)),
		...markdown((lang) => join(lang, 'teach')),
		...yaml(''),
		...yaml('figures'),
		...yaml('notes'),
		...quotes
	];
}
