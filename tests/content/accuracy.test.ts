import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../src/lib/evaluation/failures';
import { fingerprint } from '../../src/lib/evaluation/fingerprint';
import { WEATHERS } from '../../src/lib/evaluation/scenes';
import { readAccuracy, readMeasured } from '../../src/lib/server/accuracy';
import { NETWORK } from '../network';

describe('the page of measured figures', () => {
	it('prints figures of the very program beside them', () => {
		expect(readMeasured().fingerprint, 'the program gives other results now: npm run eval -- --write').toBe(
			fingerprint()
		);
	});

	it('is made on seeds that nothing was tuned on (tuning uses those from 101), with every crowd and every rule', () => {
		const m = readMeasured();
		expect(m.seeds.length).toBeGreaterThanOrEqual(8);
		for (const seed of m.seeds) expect(seed).toBeLessThan(100);
		expect(m.people.map((p) => p.agents)).toEqual([10, 40, 120]);
		expect(m.rules.map((r) => r.rule).sort()).toEqual(
			['abandoned', 'counter-flow', 'crowd', 'intrusion', 'line', 'loitering'].sort()
		);
	});

	it('has both machines on every crowd, weather and kind of people, of the very weights that are there', () => {
		const { machines } = readMeasured();
		expect(machines, 'npm run eval -- --machine learned --write').toBeDefined();
		expect(machines!.network).toBe(createHash('sha256').update(readFileSync(NETWORK)).digest('hex').slice(0, 16));
		expect(machines!.crowds.map((c) => c.agents)).toEqual([10, 40, 120]);
		for (const { weathers } of machines!.crowds) expect(Object.keys(weathers).sort()).toEqual([...WEATHERS].sort());
		for (const lang of ['fr', 'en'] as const) {
			const ui = readAccuracy(lang).ui as Record<string, string>;
			for (const { kind } of machines!.kinds) expect(ui[`accuracy.kind.${kind}`]).toBeTruthy();
		}
	});

	it('says of the actors’ film, here and in the story, what the network was measured to give', () => {
		const { actors } = JSON.parse(readFileSync('src/content/measured.json', 'utf8')) as {
			actors: { usual: number; stands: Record<'384x224' | '320x192', number[]> };
		};
		const { '384x224': wide, '320x192': small } = actors.stands;
		const lost = small.filter((score) => score < actors.usual);
		const said = { fr: ['réduite d’un sixième', 'deux', 'six'], en: ['a sixth smaller', 'two', 'six'] };
		expect([wide.length, wide.filter((score) => score >= actors.usual).length, lost.length]).toEqual([6, 6, 2]);
		expect(1 - 320 / 384).toBeCloseTo(1 / 6, 6);
		for (const lang of ['fr', 'en'] as const) {
			const story = readFileSync(`src/content/${lang}/03-vision.md`, 'utf8').split(/^## 11$/m)[1];
			const [smaller, two, six] = said[lang];
			expect(story).toContain(smaller);
			expect(story).toMatch(new RegExp(`\\b${two}\\b`));
			expect(story).toMatch(new RegExp(`\\b${six}\\b`));
			const page = readFileSync(`src/content/pages/${lang}/accuracy.md`, 'utf8');
			expect(page).toMatch(new RegExp(`${Math.min(...wide)} (à|to) ${Math.max(...wide)}`));
			expect(page).toMatch(new RegExp(`${lost[0]} (et|and) ${lost[1]}`));
		}
	});

	it('says of the actors’ film, here and in the story, what our machine was measured to give', () => {
		const { actors } = JSON.parse(readFileSync('src/content/measured.json', 'utf8')) as {
			actors: {
				motion: { visits: number[]; sizes: Record<string, { stands: number[]; empty: [boxed: number, of: number] }> };
			};
		};
		const { visits, sizes } = actors.motion;
		expect(visits).toHaveLength(6);
		expect(Object.keys(sizes)).toEqual(['768x432', '640x360']);
		expect(1 - 640 / 768).toBeCloseTo(1 / 6, 6);
		for (const { stands, empty } of Object.values(sizes)) {
			// One number from the table to the door: those who come and go take two seconds at most.
			stands.forEach((seconds, k) => expect(visits[k] - seconds, `visit ${k + 1}`).toBeLessThan(2));
			expect(empty[0]).toBe(0);
			expect(empty[1]).toBeGreaterThan(100);
		}
		const said = {
			fr: [
				/il en perd deux, et le nôtre aucun/,
				/une boîte sur chacune tant qu’elle y est debout, et aucune dans la pièce vide/
			],
			en: [/loses two, and ours none/, /a box on each as long as they stand there, and none in the empty room/]
		};
		for (const lang of ['fr', 'en'] as const) {
			const story = readFileSync(`src/content/${lang}/03-vision.md`, 'utf8').split(/^## 11$/m)[1];
			expect(story.replaceAll("'", '’')).toMatch(said[lang][0]);
			const page = readFileSync(`src/content/pages/${lang}/accuracy.md`, 'utf8').replaceAll("'", '’');
			expect(page).toMatch(said[lang][1]);
		}
	});

	it('has a picture for every mistake it tells of, and words in both languages', () => {
		for (const lang of ['fr', 'en'] as const) {
			const { failures, measured, ui } = readAccuracy(lang);
			for (const { kind } of measured.failures) {
				expect(FAILURES).toContain(kind);
				expect(failures[kind]).toContain('<strong>');
				expect(existsSync(`static/accuracy/${kind}.webp`)).toBe(true);
				expect((ui as Record<string, string>)[`accuracy.failure.${kind}`].length).toBeLessThanOrEqual(150);
			}
		}
	});

	it('names file and field of figures that are not there', () => {
		const file = join(tmpdir(), `measured-${process.pid}.json`);
		expect(() => readMeasured(file)).toThrow(file);
		writeFileSync(file, JSON.stringify({ ...readMeasured(), people: [{ agents: 10 }] }));
		expect(() => readMeasured(file)).toThrow('people.0.scenes');
	});
});
