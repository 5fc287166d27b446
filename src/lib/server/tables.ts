import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { loadRecording } from '../recording/node';
import type { Recording } from '../recording/types';
import { BOUNDS, computeDay, DEFAULTS } from '../centre/day';
import { queueOf } from '../centre/queue';
import { soundings } from '../centre/stop';
import { COUNTS, DANGER } from '../scenes/attroupement/data';
import { AID_PER_CAMERA, COSTS } from '../scenes/camera/data';
import { FOUND, MEAUX, NIMES } from '../centre/published';
import { EVENTS } from '../scenes/droit/data';
import {
	CONVENTIONS,
	ENERGY_KWH,
	flights,
	GPT3_MWH,
	MEGAWATTS,
	PROCESSORS,
	TONNES,
	WATTS_EACH
} from '../scenes/empreinte/data';
import { FIRMS } from '../figure/firm/market';
import { EMPLOYEES } from '../scenes/entreprise/data';
import { flagged, longest, rowOf, TICKS } from '../scenes/maraudage/data';
import { TIMES, WORRIES } from '../scenes/peur/data';
import { BRICKS, USES } from '../scenes/regles/data';
import { CASES, MAYORS_SHARE, SHARE_OF_ALL, SHARE_OF_SOLVED, SOLVED, WITH_VIDEO } from '../scenes/resultat/data';
import { computeTown, DEFAULTS as TOWN } from '../scenes/questions/town';
import { fill, formatNumber, type Lang } from '../picture/context';
import { truthAt } from '../street/truth';
import { CHAPTER_IDS } from './content';
import { writeCsv, type Cell } from './csv';
import { entry } from './entries';
import { ContentError } from './fault';
import { CONTENT, getLabels, getReference, getStats } from './site';
import { typeset } from './typography';

/** Cells by column, and what the row rests on: ids of facts and claims, or one of our own words (`recording`, `ours`, `fiction`). */
type Row = { on: string[] } & Record<string, Cell | string[]>;

/** The numbers of a picture, as a table in one language. */
export interface Table {
	/** Name of its file: the chapter's for its first table. */
	id: string;
	chapter: string;
	caption: string;
	/** Heads with units, and whether the column holds numbers. */
	columns: { key: string; name: string; numeric: boolean }[];
	/** A cell a column: numbers as numbers, null where there is nothing. */
	rows: { cells: Cell[]; on: string[] }[];
}

const both = v.strictObject({ fr: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) });
const Heads = v.record(
	v.string(),
	v.strictObject({
		caption: both,
		columns: v.record(v.string(), both),
		words: v.optional(v.record(v.string(), both), {})
	})
);
type Heads = v.InferOutput<typeof Heads>;

const FILE = join(CONTENT, 'tables.yaml');
/** More rows than this are in the file only. */
const MOST_ROWS = 80;
const HOLDS = [5, 10, 20, 30, 60];
const THRESHOLDS = [...new Set([...TICKS.map((t) => t.seconds), 15, 20, 90, 120])].sort((a, b) => a - b);
const TOWNS = [10, TOWN.cameras, 250, 1000];

const round = (value: number, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits;

interface Given {
	lang: Lang;
	recording: Recording;
	stats: Record<string, number>;
	/** A label of the figures. */
	label: (chapter: string, key: string, vars?: Record<string, string | number>) => string;
	/** A word of tables.yaml, of the table or common to all. */
	word: (key: string, vars?: Record<string, string | number>) => string;
}

/** Seconds each person is in the street during the recording, by id. Truth. */
function presence({ street, frames, fps }: Recording): Map<number, number> {
	const seen = new Map<number, number>();
	for (let f = 0; f < frames; f++) {
		for (const p of street.at(f).people) if (p.present) seen.set(p.id, (seen.get(p.id) ?? 0) + 1 / fps);
	}
	return seen;
}

const named = (g: Given, key: string, id: number) =>
	key && key !== 'thief' ? g.label('people', `${key}.name`) : g.word('passer', { n: String(id) });

/** The rows of every table, by its id. Each number is computed here or stands in the data of its scene, next to its source. */
const ROWS: Record<string, (g: Given) => Row[]> = {
	place(g) {
		const seconds = presence(g.recording);
		return g.recording.street.people
			.filter((p) => p.key && p.key !== 'thief' && seconds.has(p.id))
			.map((p) => ({
				who: g.label('people', `${p.key}.name`),
				why: g.label('people', `${p.key}.why`),
				seconds: round(seconds.get(p.id) as number),
				on: ['fiction']
			}));
	},
	camera: (g) => [
		...COSTS.map((c) => ({ what: g.label('camera', `cost.${c.key}`), low: c.low, high: c.high, on: [c.fact] })),
		{
			what: g.label('camera', 'aid.name'),
			low: round(AID_PER_CAMERA),
			high: round(AID_PER_CAMERA),
			on: ['f01']
		}
	],
	centre: () => FOUND.map((f) => ({ monitors: f.monitors, found: f.percent, on: ['f16'] })),
	'centre-rooms': (g) =>
		(
			[
				['nimes', NIMES],
				['meaux', MEAUX]
			] as const
		).map(([key, c]) => ({ town: g.label('centre', key), ...c, each: round(c.cameras / c.screens, 1), on: ['f05'] })),
	vision: (g) =>
		(
			[
				['people', 'people'],
				['tracks', 'numbers'],
				['nour.ids', 'numbers'],
				['merged', 'people'],
				['fade.seconds', 'seconds'],
				['mota', 'percent'],
				['idf1', 'percent'],
				['hota', 'percent']
			] as const
		).map(([key, unit]) => ({
			what: g.word(key),
			value: g.stats[key],
			unit: g.word(`unit.${unit}`),
			on: ['recording']
		})),
	'vision-seconds'({ recording }) {
		return Array.from({ length: Math.floor(recording.frames / recording.fps) }, (_, second) => {
			const frame = Math.round(second * recording.fps);
			const people = truthAt(recording.street.at(frame), recording.camera).filter((t) => t.visible >= 0.5).length;
			return { second, boxes: recording.boxesAt(frame).length, people, on: ['recording'] };
		});
	},
	maraudage: (g) =>
		THRESHOLDS.map((seconds) => {
			const tick = TICKS.find((t) => t.seconds === seconds);
			return {
				seconds,
				maker: tick ? g.label('maraudage', `tick.${tick.key}`).replace(/^\d+ /, '') : null,
				flagged: flagged(g.recording, seconds).length,
				on: tick ? ['recording', 'f23'] : ['recording']
			};
		}),
	'maraudage-people': (g) =>
		longest(g.recording)
			.sort((a, b) => b.seconds - a.seconds)
			.map((p) => ({
				who: named(g, p.key, p.person),
				// A stroke is where its line may break on the stage.
				reason: g.label('maraudage', `row.${rowOf(p.key)}`).replace('|', ' '),
				seconds: round(p.seconds, 1),
				on: ['recording']
			})),
	attroupement: ({ recording }) =>
		COUNTS.map((count) => ({
			count,
			...Object.fromEntries(HOLDS.map((hold) => [`hold.${hold}`, soundings(recording, 'tram', count, hold).length])),
			on: ['recording', 'f24']
		})),
	'attroupement-density': (g) =>
		DANGER.map((d) => ({ density: d.density, says: g.label('attroupement', `danger.${d.key}`), on: ['f24'] })),
	regles: (g) =>
		USES.map((use) => ({
			use: g.label('regles', `use.${use.id}`),
			sold: g.label('regles', `sold.${use.pitch}`),
			used: g.label('regles', `used.${use.service}`),
			...Object.fromEntries(BRICKS.map((b) => [b, g.word(use.bricks.includes(b) ? 'yes' : 'no')])),
			fine: g.word(use.fine ? 'yes' : 'no'),
			on: ['f27']
		})),
	alerte(g) {
		const day = computeDay(DEFAULTS);
		const row = (key: keyof typeof day, unit: string, digits = 0, on = ['f17', 'ours']) => ({
			what: g.word(key),
			value: round(day[key], digits),
			unit: g.word(`unit.${unit}`),
			on
		});
		return [
			row('falseAlerts', 'day', 0, ['f05', 'f17']),
			row('trueAlerts', 'day', 0, ['ours']),
			row('missed', 'day', 0, ['ours']),
			row('truePerThousand', 'thousand', 1),
			row('everyMinutes', 'minutes', 1),
			row('hours', 'hours', 1),
			row('minutesPerHour', 'load', 1)
		];
	},
	'alerte-assumptions': (g) =>
		(Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).map((key) => ({
			what: g.label('alerte', `control.${key}`),
			value: DEFAULTS[key],
			least: BOUNDS[key].least,
			most: BOUNDS[key].most,
			on: [{ cameras: 'f05', operators: 'f05', false: 'f17' }[key as string] ?? 'ours']
		})),
	'alerte-queue': (g) =>
		queueOf(g.recording).map((a) => ({
			second: round(a.frame / g.recording.fps, 1),
			rule: g.label('alerte', `rule.${a.rule}`),
			track: a.track,
			value: round(a.value, 1),
			threshold: a.threshold,
			on: ['recording']
		})),
	entreprise: (g) => [
		{ what: g.word('firms'), value: FIRMS, on: ['c23', 'f06'] },
		{ what: g.word('employees'), value: EMPLOYEES, on: ['c23', 'f06'] },
		{ what: g.word('mean'), value: round(EMPLOYEES / FIRMS, 1), on: ['c23'] }
	],
	resultat: (g) => [
		{ what: g.word('all'), cases: CASES, video: WITH_VIDEO, share: round(100 * SHARE_OF_ALL, 2), on: ['f03'] },
		{ what: g.word('solved'), cases: SOLVED, video: WITH_VIDEO, share: round(100 * SHARE_OF_SOLVED, 2), on: ['f03'] },
		{ what: g.word('mayors'), cases: null, video: null, share: MAYORS_SHARE, on: ['f03'] }
	],
	empreinte: (g) => [
		{ what: g.word('energy'), value: ENERGY_KWH, unit: 'kWh', on: ['c29', 'f08'] },
		{ what: g.word('power'), value: round(MEGAWATTS, 2), unit: 'MW', on: ['f08'] },
		{ what: g.word('processors'), value: PROCESSORS, unit: g.word('unit.processors'), on: ['c29'] },
		{ what: g.word('each'), value: round(WATTS_EACH), unit: 'W', on: ['f08'] },
		{ what: g.word('gas'), value: TONNES, unit: 't', on: ['c30', 'f08'] },
		...CONVENTIONS.map((t) => ({
			what: g.word('flights', { t }),
			value: flights(t),
			unit: g.word('unit.flights'),
			on: ['f08']
		})),
		{ what: g.word('gpt'), value: GPT3_MWH, unit: 'MWh', on: ['f08'] }
	],
	droit: (g) =>
		EVENTS.map((e) => ({
			date: e.date,
			what: g.label('droit', `${e.key}.title`),
			detail: g.label('droit', `${e.key}.detail`),
			on: [e.fact]
		})),
	peur: (g) => [
		...WORRIES.map((w) => ({ what: g.label('peur', `worry.${w.key}`), rank: w.rank, times: null, on: ['c39', 'f18'] })),
		...TIMES.map((t) => ({ what: g.label('peur', `times.${t.key}`), rank: null, times: t.times, on: [t.fact, 'f18'] }))
	],
	questions: () =>
		TOWNS.map((cameras) => {
			const { low, high, running, aid, agents, alerts } = computeTown({ ...TOWN, cameras });
			return { cameras, low, high, running, aid, agents, alerts: round(alerts), on: ['f01', 'f02', 'f17'] };
		})
};

/** One table from its heads and rows. A column without a head, or a head without a cell, stops the build. */
function build(id: string, heads: Heads, g: Omit<Given, 'word'>): Table {
	const head = heads[id];
	if (!head) throw new ContentError(FILE, `"${id}"`, 'is missing');
	const word: Given['word'] = (key, vars) => {
		const text = head.words[key] ?? heads.common.words[key];
		if (!text) throw new ContentError(FILE, `"${id}.words.${key}"`, 'is missing');
		return fill(g.lang, text[g.lang], vars);
	};
	const keys = Object.keys(head.columns);
	const rows = ROWS[id]({ ...g, word }).map(({ on, ...cells }) => {
		for (const key of new Set([...keys, ...Object.keys(cells)]))
			if (cells[key] === undefined || !keys.includes(key))
				throw new ContentError(FILE, `"${id}.columns.${key}"`, 'is not in both the heads and the rows');
		return { cells: keys.map((key) => cells[key] as Cell), on };
	});
	return {
		id,
		chapter: CHAPTER_IDS.find((c) => id === c || id.startsWith(`${c}-`)) as string,
		caption: head.caption[g.lang],
		columns: keys.map((key, i) => ({
			key,
			name: head.columns[key][g.lang],
			numeric: rows.every((r) => r.cells[i] === null || typeof r.cells[i] === 'number')
		})),
		rows
	};
}

const made = new Map<Lang, Table[]>();

/** All tables in a language, in the order of the story. Needs what `npm run generate` writes. */
export function getTables(lang: Lang): Table[] {
	let tables = made.get(lang);
	if (!tables) {
		const parsed = v.safeParse(Heads, parse(readFileSync(FILE, 'utf8')));
		if (!parsed.success)
			throw new ContentError(FILE, `"${v.getDotPath(parsed.issues[0])}"`, `: ${parsed.issues[0].message}`);
		const labels = getLabels(lang);
		const given = {
			lang,
			recording: loadRecording(process.cwd()),
			stats: getStats(),
			label(chapter: string, key: string, vars?: Record<string, string | number>) {
				const text = labels[chapter]?.[key];
				if (text === undefined) throw new ContentError(`content/figures/${chapter}.yaml`, `"${key}"`, 'is missing');
				return fill(lang, text, vars);
			}
		};
		made.set(lang, (tables = TABLE_IDS.map((id) => build(id, parsed.output, given))));
	}
	return tables;
}

/** Names of the files of data, without their ending. */
export const TABLE_IDS = Object.keys(ROWS);

const ours = (id: string) => !/^[fc]\d+$/.test(id);

/** The sources of an entry, as a reader of the file needs them: names and addresses. */
function sourcesOf(id: string, lang: Lang): string {
	const e = entry(getReference(), id, lang);
	const said =
		e.kind === 'claim'
			? e.says
			: e.sources.map((s) => [s.name, s.publisher, s.url].filter(Boolean).join(', ')).join(' ; ');
	return lang === 'fr' ? `${id} : ${said}` : `${id}: ${said.replaceAll(' ; ', '; ')}`;
}

/**
 * A table as a file of comma-separated values: points for decimals in both languages; units in the heads; the last two
 * columns say what each row rests on.
 */
export function csv(table: Table, lang: Lang): string {
	const heads = parse(readFileSync(FILE, 'utf8')) as Heads;
	const common = heads.common;
	const lines: Cell[][] = [
		[...table.columns.map((c) => c.name), common.columns.basis[lang], common.columns.source[lang]],
		...table.rows.map((r) => [
			...r.cells,
			r.on.map((id) => (ours(id) ? common.words[id][lang] : id)).join(', '),
			r.on
				.filter((id) => !ours(id))
				.map((id) => sourcesOf(id, lang))
				.join(' | ')
		])
	];
	return writeCsv(lines);
}

/** A table ready for a page: numbers as the language prints them, and what each row rests on. */
export interface PrintedTable {
	id: string;
	caption: string;
	rows: number;
	columns: { name: string; numeric: boolean }[];
	basis: string;
	/** Null when the table is too long for this page: its file has it. */
	body: { cells: string[]; on: { text: string; id: string }[] }[] | null;
}

/** Prints the tables of a language for the page that shows all, or for the story's (`brief`), which only names them for its weight's sake. */
export function printTables(lang: Lang, brief: boolean): Map<string, PrintedTable[]> {
	const heads = parse(readFileSync(FILE, 'utf8')) as Heads;
	const out = new Map<string, PrintedTable[]>();
	const print = (cell: Cell) =>
		cell === null ? '–' : typeof cell === 'number' ? formatNumber(lang, cell, 2) : typeset(cell, lang);
	for (const t of getTables(lang)) {
		const shown = !brief && t.rows.length <= MOST_ROWS;
		const printed: PrintedTable = {
			id: t.id,
			caption: typeset(t.caption, lang),
			rows: t.rows.length,
			columns: t.columns.map(({ name, numeric }) => ({ name: typeset(name, lang), numeric })),
			basis: heads.common.columns.basis[lang],
			body: shown
				? t.rows.map((r) => ({
						cells: r.cells.map(print),
						on: r.on.map((id) => (ours(id) ? { id: '', text: heads.common.words[id][lang] } : { id, text: id }))
					}))
				: null
		};
		out.set(t.chapter, [...(out.get(t.chapter) ?? []), printed]);
	}
	return out;
}
