import { join } from 'node:path';
import type { Lang } from '../../picture/context';
import { ADDRESS } from '../../ui/share';
import { correctedOn } from '../corrections';
import { writeCsv } from '../csv';
import { entry, type Entry, type PrintedSource } from '../entries';
import { escape } from '../markdown';
import { CONTENT, getReference, getStory, UI } from '../site';
import { linesOf, readSheet, type Kind, type Line, type Sheet } from './lines';
import { numbersIn } from './sentences';

/** A sentence as the page prints it, with every value in it that rests on the same basis. */
export interface PrintedLine {
	/** Ids of its rows in the file. */
	ids: string[];
	/** Chapter and step, as 4.2. */
	number: string;
	value: string;
	sentences: { lang: Lang; html: string; href: string }[];
	/** How its values are known, each kind once. */
	kind: string;
	/** What its computed values are. */
	what: string;
	/** Day of its last correction, or ''. */
	corrected: string;
}
/** What rests on one basis in a chapter. */
export interface Group {
	anchor: string;
	/** It is the first that rests on this fact: links to the fact lead here. */
	fact: string;
	head: string;
	title: string;
	lines: PrintedLine[];
	remarks: { name: string; text: string }[];
	sources: PrintedSource[];
	/** Facts that say more of what was said in the interview. */
	facts: string[];
	changes: string;
	corrected: string;
}
export interface SheetChapter {
	id: string;
	number: number;
	title: string;
	groups: Group[];
}

const LANGS = ['fr', 'en'] as const;

let made: { lines: Line[]; sheet: Sheet } | undefined;
/** The sheet's lines and what the file says of them. Needs what `npm run generate` writes. */
export function getSheet(): { lines: Line[]; sheet: Sheet } {
	if (made) return made;
	const sheet = readSheet(CONTENT);
	const story = { fr: getStory('fr', ''), en: getStory('en', '') };
	return (made = { sheet, lines: linesOf(story, getReference(), sheet, join(CONTENT, 'sheet.yaml')) });
}

const kindIn = (kind: Kind, lang: Lang): string => UI[lang][`facts.kind.${kind}`];

/** A sentence with the words that count in it marked, in their order. */
function highlight(sentence: string, values: string[]): string {
	let html = '';
	let from = 0;
	for (const value of values.filter(Boolean)) {
		const at = sentence.indexOf(value, from);
		if (at < 0) continue;
		html += `${escape(sentence.slice(from, at))}<b>${escape(value)}</b>`;
		from = at + value.length;
	}
	return html + escape(sentence.slice(from));
}

/** What would change a number: what its entry says; for the interview, what its facts say; for our own, what we know. */
function changesOf(kind: Kind, e: Entry | null, lang: Lang): string {
	const own = kind === 'published' || kind === 'sum' ? '' : UI[lang][`facts.changes.${kind}`];
	if (!e) return own;
	if (e.changes) return e.changes;
	const noted = e.facts.map((id) => entry(getReference(), id, lang).changes).filter(Boolean);
	return noted.length ? noted.join(' ') : own || UI[lang]['facts.notNoted'];
}

/** Lines by a key, in the order in which each key first comes. */
function groupBy(lines: Line[], keyOf: (line: Line) => string): Map<string, Line[]> {
	const groups = new Map<string, Line[]>();
	for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
	return groups;
}

const once = (list: string[]): string[] => [...new Set(list.filter(Boolean))];

/** The lines of one sentence. */
function printLine(lines: Line[], lang: Lang): PrintedLine {
	const [first] = lines;
	return {
		ids: lines.map((l) => l.id),
		number: `${first.chapter}.${first.step.split('.')[1]}`,
		value: lines.map((l) => l.value[lang] || UI[lang]['facts.quotation']).join(' · '),
		sentences: LANGS.map((l) => ({
			lang: l,
			html: highlight(
				first.sentence[l],
				lines.map((line) => line.value[l])
			),
			href: l === lang ? `../#${first.step}` : `../../${l}/#${first.step}`
		})),
		kind: once(lines.map((l) => kindIn(l.kind, lang))).join(', '),
		what: once(lines.map((l) => l.what?.[lang] ?? '')).join(' '),
		corrected: correctedOn(lang, { place: first.place })
	};
}

const basisOf = (line: Line): string => line.on || line.kind;

function groupOf(lines: Line[], chapter: string, first: boolean, lang: Lang): Group {
	const ui = UI[lang];
	const [{ on, kind }] = lines;
	const e = on ? entry(getReference(), on, lang) : null;
	const bySentence = groupBy(lines, (l) => l.step + l.sentence.fr);
	const remarks = [
		{ name: ui.correction, text: e?.correction ?? '' },
		{ name: ui.derived, text: lines.some((l) => l.kind === 'sum') ? (e?.derived ?? '') : '' }
	];
	return {
		anchor: `${chapter}-${basisOf(lines[0])}`,
		fact: first && on ? on : '',
		head: e?.kind === 'fact' ? `${e.status}${e.check ? ` · ${ui.checkLaw}` : ''}` : e ? e.says : '',
		title: e ? e.title : ui[`facts.own.${kind as 'made'}`],
		lines: [...bySentence.values()].map((own) => printLine(own, lang)),
		remarks: remarks.filter((r) => r.text),
		sources: e?.sources ?? [],
		facts: e?.facts ?? [],
		changes: changesOf(kind, e, lang),
		corrected: on ? correctedOn(lang, { fact: on }) : ''
	};
}

/** The sheet by chapters, and in each by what its sentences rest on. */
export function printSheet(lang: Lang): SheetChapter[] {
	const { lines } = getSheet();
	const seen = new Set<string>();
	return getStory(lang, '').map(({ id, number, title }) => {
		const groups = groupBy(
			lines.filter((l) => l.chapter === number),
			basisOf
		);
		return {
			id,
			number,
			title,
			groups: [...groups].map(([basis, own]) => {
				const first = !seen.has(basis);
				seen.add(basis);
				return groupOf(own, id, first, lang);
			})
		};
	});
}

/** How much the sheet holds, counted. */
export function countSheet(): Record<'lines' | 'facts' | 'claims' | 'ours' | 'sources' | 'addressed', number> {
	const { lines } = getSheet();
	const { facts } = getReference();
	const cited = new Set(lines.map((l) => l.on));
	const sources = [...facts.values()].flatMap((f) => f.sources);
	return {
		lines: lines.length,
		facts: [...cited].filter((id) => id.startsWith('f')).length,
		claims: [...cited].filter((id) => id.startsWith('c')).length,
		ours: lines.filter((l) => !l.on && !l.quote).length,
		sources: sources.length,
		addressed: sources.filter((s) => s.url).length
	};
}

/** The columns of the file, and what each means. */
export const columnsOf = (lang: Lang): { name: string; means: string }[] =>
	Object.values(getSheet().sheet.columns).map((c) => c[lang]);

/** The sheet as a file: a row a line. */
export function sheetCsv(lang: Lang): string {
	const { lines, sheet } = getSheet();
	const titles = new Map(getStory(lang, '').map((c) => [c.number, c.title]));
	const join = (list: string[]) => list.join(' | ');
	const rows = lines.map((l): Record<string, string> => {
		const e = l.on ? entry(getReference(), l.on, lang) : null;
		const sources = e?.sources ?? [];
		return {
			id: l.id,
			chapter: `${l.chapter}. ${titles.get(l.chapter)}`,
			step: `${ADDRESS ? `${ADDRESS}${lang}/#` : ''}${l.step}`,
			sentence_fr: l.sentence.fr,
			sentence_en: l.sentence.en,
			value_fr: l.value.fr,
			value_en: l.value.en,
			numbers: numbersIn(l.sentence.en, 'en').join('; '),
			basis: l.on,
			kind: kindIn(l.kind, lang),
			status: e?.status ?? '',
			sources: sources.length
				? join(sources.map((s) => [s.name, s.publisher, s.date].filter(Boolean).join(', ')))
				: (e?.says ?? l.what?.[lang] ?? UI[lang][`facts.own.${l.kind as 'made'}`]),
			addresses: join(sources.map((s) => s.url || s.noUrl)),
			read: join((getReference().facts.get(l.on)?.sources ?? []).map((s) => s.read)),
			sure: join(sources.map((s) => s.sure)),
			remark: [e?.correction, l.kind === 'sum' ? e?.derived : ''].filter(Boolean).join(' '),
			changes: changesOf(l.kind, e, lang),
			corrected:
				[correctedOn('', { place: l.place }), l.on && correctedOn('', { fact: l.on })].filter(Boolean).sort().at(-1) ??
				''
		};
	});
	const keys = Object.keys(sheet.columns);
	return writeCsv([keys.map((key) => sheet.columns[key][lang].name), ...rows.map((r) => keys.map((key) => r[key]))]);
}
