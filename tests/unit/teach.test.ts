import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadRecording } from '../../src/lib/recording/node';
import type { Recording } from '../../src/lib/recording/types';
import { readSheet } from '../../src/lib/server/teach';
import { getStats } from '../../src/lib/server/site';
import { deckOf, type Card } from '../../src/lib/teach/cards';
import { flatten, hatch } from '../../src/lib/teach/hatch';
import { RULES } from '../../src/lib/teach/icons';
import { turned } from '../../src/lib/teach/imposition';
import { inked, outlined, toneOf } from '../../src/lib/teach/line';
import { PaperPen } from '../../src/lib/teach/pen';
import { resultsOf } from '../../src/lib/teach/results';
import { SHEETS } from '../../src/lib/teach/sheets';

let recording: Recording;
let deck: Card[];
beforeAll(() => {
	recording = loadRecording(process.cwd());
	deck = deckOf(recording);
});

/** Ends of the lines of a hatching. */
const lines = (d: string): number[][] =>
	[...d.matchAll(/M([\d.-]+) ([\d.-]+)l([\d.-]+?)-([\d.]+)/g)].map((m) => {
		const [x, y, dx, dy] = m.slice(1).map(Number);
		return [x, y, x + dx, y - dy];
	});

describe('pictures in black alone', () => {
	it('hatches the inside of a shape, holes left out, and nothing beside it', () => {
		const found = lines(hatch('M0 0L100 0L100 100L0 100ZM30 30L30 70L70 70L70 30Z', 8));
		expect(found.length).toBeGreaterThan(15);
		for (const [x0, y0, x1, y1] of found) {
			for (const v of [x0, y0, x1, y1]) {
				expect(v).toBeGreaterThanOrEqual(-0.2);
				expect(v).toBeLessThanOrEqual(100.2);
			}
			const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
			expect(x > 31 && x < 69 && y > 31 && y < 69).toBe(false);
		}
	});

	it('hatches a stroke as wide as its pen', () => {
		for (const [, y0, , y1] of lines(hatch('M0 50L100 50', 5, 20))) {
			expect(Math.max(y0, y1)).toBeLessThanOrEqual(60.5);
			expect(Math.min(y0, y1)).toBeGreaterThanOrEqual(39.5);
		}
	});

	it('follows curves to their ends', () => {
		const pen = new PaperPen();
		pen.arc(50, 50, 40, 0, 2 * Math.PI);
		pen.fill();
		for (const [x, y] of flatten(pen.shapes[0].d).flat()) expect(Math.hypot(x - 50, y - 50)).toBeCloseTo(40, 0);
	});

	it('knows no grey: black, white and lines', () => {
		for (const colour of ['#17110E', '#44587A', '#A87A62', '#E8DCC2', '#6F452E'])
			expect(['paper', 'ink', 'close', 'sparse', 'wide']).toContain(toneOf(colour));
		expect(toneOf('#6F452E'), 'skin is paper, whoever it is').toBe('paper');
		const pen = new PaperPen();
		pen.rect(0, 0, 40, 40);
		pen.fillStyle = '#A87A62';
		pen.fill();
		const colours = new Set([...inked(pen.shapes).matchAll(/#[0-9a-f]+/g)].map((m) => m[0]));
		expect([...colours].sort()).toEqual(['#000', '#fff']);
		expect(outlined(pen.shapes, 'x', 2)).not.toContain('url(');
	});
});

describe('the game', () => {
	it('has at least sixteen people, each once, whom the machine followed', () => {
		expect(deck.length).toBe(27);
		expect(new Set(deck.map((c) => c.who.id)).size).toBe(deck.length);
		expect(deck.map((c) => c.order)).toEqual(deck.map((_, i) => i + 1));
		for (const key of ['marcel', 'nour', 'tourist']) expect(deck.some((c) => c.key === key)).toBe(true);
		for (const { box, track, counted, stayed } of deck) {
			expect(box.id).toBe(track);
			expect(counted).toBeGreaterThan(0);
			expect(stayed).toBeGreaterThan(0);
		}
	});

	it('tells what the story tells: the recording’s numbers', () => {
		const stats = getStats();
		const { loitering, crowd } = resultsOf(recording, deck);
		for (const { seconds, people, cards, missed } of loitering) {
			expect(people).toBe(stats[`flagged.${seconds}`]);
			expect(cards.length).toBeLessThanOrEqual(people);
			for (const card of missed) expect(card.stayed >= seconds && card.counted < seconds).toBe(true);
		}
		expect(crowd).toBe(stats['crowd.alerts']);
		const dwell = (key: string) => Math.round(deck.find((c) => c.key === key)!.counted);
		expect(dwell('marcel')).toBe(stats['marcel.dwell']);
		expect(dwell('nour')).toBe(stats['nour.dwell']);
	});

	it('lays backs behind their fronts when a sheet is turned over its long edge', () => {
		expect(turned([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7]);
		const { html } = readSheet('cards', 'fr');
		const pages = html.split('<section class="paper deck').slice(1);
		expect(pages.length).toBe(SHEETS.find((s) => s.name === 'cards')?.pages);
		const numbers = (page: string) => [...page.matchAll(/class="order">[^<]*?(\d+)</g)].map((m) => Number(m[1]));
		for (let i = 0; i < 6; i += 2) expect(numbers(pages[i + 1])).toEqual(turned(numbers(pages[i])));
		expect(RULES.length).toBe(9);
	});
});

describe('the kit’s words', () => {
	const folder = (lang: string) => `src/content/${lang}/teach`;

	it('are there in both languages, with the same papers, drawings and facts', () => {
		const names = ['index', ...SHEETS.map((s) => s.name)].map((n) => `${n}.md`).sort();
		const marks = (lang: string, name: string) =>
			[
				...readFileSync(`${folder(lang)}/${name}`, 'utf8').matchAll(
					/\{\{(?!lines)[^}]+\}\}|\((?:fact|step|sheet|page):[^)]*\)/g
				)
			].map((m) => m[0]);
		for (const lang of ['fr', 'en']) expect(readdirSync(folder(lang)).sort()).toEqual(names);
		for (const name of names) expect(marks('en', name), name).toEqual(marks('fr', name));
		const words = parse(readFileSync('src/content/teach.yaml', 'utf8')) as Record<string, Record<string, string>>;
		for (const [key, value] of Object.entries(words)) expect(Object.keys(value), key).toEqual(['fr', 'en']);
	});

	it.each(['', ...SHEETS.map((s) => s.name)])('teach/%s is whole, and says it was not tested', (name) => {
		for (const lang of ['fr', 'en'] as const) {
			const { html, title } = readSheet(name, lang);
			expect(title.length).toBeGreaterThan(4);
			expect(html).not.toMatch(/"(?:page|step|sheet|fact):|undefined|NaN|\{\{|style="|<script/);
			if (!['cards'].includes(name))
				expect(html).toContain(lang === 'fr' ? 'non essayé avec des utilisateurs' : 'not tested with users');
			for (const svg of html.matchAll(/<svg[^>]*>/g))
				expect(svg[0]).toMatch(/role="img" aria-label="[^"]{8,}"|aria-hidden="true"/);
			expect(html.match(/<h1/g)?.length ?? 0, 'one first heading').toBeLessThanOrEqual(1);
		}
	});

	it('stop the build where they cite or point to what is not there', () => {
		expect(() => readSheet('nothing', 'fr')).toThrow(/is missing/);
	});
});
