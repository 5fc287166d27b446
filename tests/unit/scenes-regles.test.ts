import { describe, expect, it } from 'vitest';
import { BRICKS, OUTSIDE, USES } from '../../src/lib/scenes/regles/data';
import { layoutOf } from '../../src/lib/scenes/regles/layout';
import { scene } from '../../src/lib/scenes/regles/scene';
import type { Mark } from '../../src/lib/story/frame';
import { greatestJump, onlyIn, stageOf, textFaults, viewIn, WINDOWS } from './scenes-kit';

const at = stageOf('regles', 5, scene);
type Group = Extract<Mark, { type: 'group' }>;
const rows = (step: number, progress: number, size: [number, number] = [1440, 900]) =>
	at(step, progress, size).marks.filter((m): m is Group => m.key.startsWith('row.') && m.key !== 'row.outside');

describe('the uses', () => {
	it('are the eighteen the interview names, each with at least two blocks; the nineteenth stands apart', () => {
		expect(USES).toHaveLength(18);
		expect(new Set(USES.map((u) => u.id)).size).toBe(18);
		for (const use of USES) {
			expect(use.bricks.length, use.id).toBeGreaterThan(1);
			expect(use.bricks.every((b) => BRICKS.includes(b))).toBe(true);
		}
		expect(USES).not.toContain(OUTSIDE);
	});

	it('keep their number and their blocks while they are sorted anew', () => {
		for (const size of WINDOWS) {
			const sold = rows(3, 1, size);
			const used = rows(4, 1, size);
			expect(sold).toHaveLength(18);
			expect(used).toHaveLength(18);
			for (const [i, row] of sold.entries()) expect(used[i].children, row.key).toBe(row.children);
			const order = (list: Group[]) =>
				[...list].sort((a, b) => a.y! - b.y! || a.x! - b.x!).map((r) => r.key.replace('row.', ''));
			expect(order(used).slice(0, 5)).toEqual(['ticket', 'crowd', 'loiter', 'face', 'search']);
			expect(order(sold).slice(-5)).toEqual(['ticket', 'crowd', 'loiter', 'face', 'search']);
		}
	});

	it('have places of their own, inside the free part of the stage', () => {
		for (const size of WINDOWS) {
			const view = viewIn(size);
			const l = layoutOf(view);
			for (const order of ['sold', 'used'] as const) {
				expect(new Set(l.places[order].map((p) => `${p.x},${p.y}`)).size).toBe(18);
				for (const p of l.places[order]) {
					expect(p.x).toBeGreaterThanOrEqual(view.free.x - 0.01);
					expect(p.x + l.w).toBeLessThanOrEqual(view.free.x + view.free.w + 0.01);
					expect(p.y + l.h).toBeLessThanOrEqual(view.free.y + view.free.h + 0.01);
				}
			}
		}
	});
});

describe('the scene', () => {
	it('goes from step to step without a jump', () => {
		for (const size of WINDOWS)
			for (let step = 1; step < 5; step++) {
				const a = at(step, 1, size);
				const b = at(step + 1, 0, size);
				expect(greatestJump(a, b).by, `${step} ${size}`).toBeLessThan(2);
				expect(onlyIn(a, b)).toEqual([]);
				expect(onlyIn(b, a)).toEqual([]);
			}
	});

	it('sets every label inside the stage and off the others', () => {
		for (const size of WINDOWS)
			for (const lang of ['fr', 'en'] as const)
				for (let step = 1; step <= 5; step++)
					for (const p of [0.58, 0.9, 1])
						expect(textFaults(at(step, p, size, lang), size, 0.6), `${step} ${p} ${size} ${lang}`).toEqual([]);
	});
});
