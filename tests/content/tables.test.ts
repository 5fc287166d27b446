import { describe, expect, it } from 'vitest';
import { CHAPTER_IDS } from '../../src/lib/server/content';
import { getReference, getStats } from '../../src/lib/server/site';
import { csv, getTables, printTables, TABLE_IDS } from '../../src/lib/server/tables';
import { parse } from '../csv';

const tables = { fr: getTables('fr'), en: getTables('en') };
const numbers = (lang: 'fr' | 'en') =>
	tables[lang].map((t) => t.rows.map((r) => r.cells.filter((c) => typeof c === 'number')));

describe('the data of the pictures', () => {
	it('has a table that bears the name of each chapter, and no table without a chapter', () => {
		for (const id of CHAPTER_IDS) expect(TABLE_IDS).toContain(id);
		for (const t of tables.fr) expect(CHAPTER_IDS, t.id).toContain(t.chapter);
	});
	it('has the same numbers in both languages, and words of its own in each', () => {
		expect(numbers('fr')).toEqual(numbers('en'));
		tables.fr.forEach((t, i) => expect(t.caption).not.toBe(tables.en[i].caption));
	});
	it.each(TABLE_IDS)(
		'%s: a cell in every column, nothing that is not a number among numbers, and what each row rests on',
		(id) => {
			const t = tables.en.find((one) => one.id === id)!;
			expect(t.rows.length).toBeGreaterThan(0);
			const { facts, claims } = getReference();
			for (const row of t.rows) {
				expect(row.cells.length).toBe(t.columns.length);
				for (const c of row.cells) if (typeof c === 'number') expect(Number.isFinite(c)).toBe(true);
				expect(row.on.length).toBeGreaterThan(0);
				for (const on of row.on)
					expect(
						facts.has(on) || claims.has(on) || ['recording', 'ours', 'fiction'].includes(on),
						`${id} rests on ${on}`
					).toBe(true);
			}
		}
	);
	it('agrees with the numbers the prose prints', () => {
		const stats = getStats();
		const flagged = tables.en.find((t) => t.id === 'maraudage')!.rows;
		for (const { cells } of flagged) expect(cells[2], `threshold ${cells[0]}`).toBe(stats[`flagged.${cells[0]}`]);
		const loitering = tables.en.find((t) => t.id === 'alerte-queue')!.rows.filter((r) => r.cells[1] === 'Loitering');
		expect(loitering.length).toBe(stats['alerts.30']);
	});
	it('writes files that a reader of RFC 4180 reads back', () => {
		for (const lang of ['fr', 'en'] as const)
			for (const t of tables[lang]) {
				const text = csv(t, lang);
				expect(text.startsWith('\uFEFF')).toBe(true);
				const rows = parse(text.slice(1));
				expect(rows.length, t.id).toBe(t.rows.length + 1);
				for (const row of rows) expect(row.length, t.id).toBe(t.columns.length + 2);
				t.rows.forEach((r, i) =>
					expect(rows[i + 1].slice(0, -2)).toEqual(r.cells.map((c) => (c === null ? '' : String(c))))
				);
			}
	});
	it('prints on the page of the story only what is short, and all but the longest on one page', () => {
		for (const list of printTables('fr', true).values())
			for (const t of list) if (t.body) expect(t.body.length).toBeLessThanOrEqual(8);
		const flat = [...printTables('fr', false).values()].flat();
		expect(flat.filter((t) => !t.body).map((t) => t.id)).toEqual(['vision-seconds']);
	});
});
