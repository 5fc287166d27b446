import film from '../../src/generated/objection.json';
import type { Figure } from '../../src/lib/embed/figures';
import type { Lang } from '../../src/lib/picture/context';
import type { Recording } from '../../src/lib/recording/types';
import { HELD } from '../../src/lib/scenes/camera/data';
import { csv, getTables } from '../../src/lib/server/tables';
import type { PackWords } from './captions';

/** A column of a file, for its dictionary. */
export interface Column {
	name: string;
	type: 'number' | 'text';
	says: string;
}
export interface DataFile {
	name: string;
	text: string;
	columns: Column[];
}

/** Tables of the figures that do not show their chapter's; the others have all of it. */
const OWN: Record<string, string[]> = {
	bill: ['camera'],
	'four-rules': ['maraudage'],
	camera: [],
	refusals: []
};

const line = (cells: readonly (string | number)[]): string =>
	`${cells.map((cell) => (/[",\r\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : cell)).join(',')}\r\n`;
const fileOf = (lines: readonly (readonly (string | number)[])[]): string => `\uFEFF${lines.map(line).join('')}`;

/** The picture whose numbers the loupe shows, a row of pixels a line. */
function pixels({ sensor }: Recording, lang: Lang, { words }: PackWords): DataFile {
	const rgba = sensor(HELD, 'luma');
	if (!rgba) throw new Error('The recording does not have the picture under the loupe');
	const heads = ['y', ...Array.from({ length: 320 }, (_, x) => `x${x}`)];
	const rows = Array.from({ length: 180 }, (_, y) => [
		y,
		...Array.from({ length: 320 }, (__, x) => rgba[4 * (320 * y + x)])
	]);
	return {
		name: 'pixels',
		text: fileOf([heads, ...rows]),
		columns: [
			{ name: 'y', type: 'number', says: words['pixels.y'][lang] },
			{ name: 'x0…x319', type: 'number', says: words['pixels.x'][lang] }
		]
	};
}

/** Frame by frame, the number under which the program had her in a box. */
function boxed(lang: Lang, { words }: PackWords): DataFile {
	const names = ['image', 'second', 'track'].map((key) => words[`boxed.${key}`][lang]);
	return {
		name: 'boxed',
		text: fileOf([names, ...film.ids.map((id, i) => [i, +(i / film.fps).toFixed(2), id || ''])]),
		columns: names.map((name, i) => ({ name, type: 'number', says: words[`boxed.says.${i}`][lang] }))
	};
}

/** The figure's own data. */
export function dataOf({ id, chapter }: Figure, lang: Lang, recording: Recording, words: PackWords): DataFile[] {
	const tables = getTables(lang).filter((t) => (OWN[id] ? OWN[id].includes(t.id) : t.chapter === chapter));
	const files = tables.map((t): DataFile => {
		const text = csv(t, lang);
		const heads = text.slice(1, text.indexOf('\r\n')).split(',').slice(-2);
		return {
			name: t.id,
			text,
			columns: [
				...t.columns.map((c): Column => ({ name: c.name, type: c.numeric ? 'number' : 'text', says: t.caption })),
				...heads.map((name, i): Column => ({ name, type: 'text', says: words.words[`basis.${i}`][lang] }))
			]
		};
	});
	if (id === 'camera') files.push(pixels(recording, lang, words));
	if (id === 'refusals') files.push(boxed(lang, words));
	return files;
}

/** What every column of the files is. */
export const dictionaryOf = (files: readonly DataFile[], lang: Lang, { words }: PackWords): string =>
	fileOf([
		['file', 'column', 'type', 'says'].map((key) => words[`dictionary.${key}`][lang]),
		...files.flatMap(({ name, columns }) =>
			columns.map((c) => [`${name}.csv`, c.name, words[`type.${c.type}`][lang], c.says])
		)
	]);
