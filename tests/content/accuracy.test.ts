import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../src/lib/evaluation/failures';
import { fingerprint } from '../../src/lib/evaluation/fingerprint';
import { readAccuracy, readMeasured } from '../../src/lib/server/accuracy';

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
