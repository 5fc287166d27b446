import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/lib/scenes/entreprise/cues';
import { walksAt } from '../../src/lib/scenes/entreprise/scene';
import { EMPLOYEES } from '../../src/lib/scenes/entreprise/data';
import { DESKS } from '../../src/lib/figure/firm/furniture';
import { FIRMS, firmAt, marketAt } from '../../src/lib/figure/firm/market';
import { TEN } from '../../src/lib/figure/firm/people';
import { LEVELS, ROOF } from '../../src/lib/figure/firm/section';
import { whereabouts, WALKS } from '../../src/lib/figure/firm/walk';
import type { Frame } from '../../src/lib/picture/frame';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { expectClearTexts, expectNoJump, framesOf, names, steps, stepsOf } from '../kit';

const at = framesOf('entreprise');

/** So many of his walks are done. */
const walked = (n: number): number[] => Array.from({ length: WALKS }, (_, i) => Math.max(0, Math.min(1, n - i)));

const people = (frame: Frame) => frame.ink.flatMap((i) => (i.type === 'person' ? [i] : []));

describe('the message', () => {
	it('comes to one desk after the other, and one answers', () => {
		const bubbles = (progress: number) => {
			const frame = at(4, progress);
			const white = frame.ink.find((i) => i.type === 'shape' && i.fill === '#FFFFFF' && i.width === 1.4);
			return white?.type === 'shape' ? white.d.split('Z').length - 1 : 0;
		};
		const counts = [0.18, 0.26, 0.34, 0.4, 0.48].map(bubbles);
		expect([...counts].sort((a, b) => a - b)).toEqual(counts);
		expect(counts[0]).toBeLessThan(3);
		expect(counts.at(-1)).toBe(DESKS.length - 1);
		const euro = (progress: number) => at(4, progress).marks.find((m) => m.key === 'euro' && (m.opacity ?? 1) > 0.9);
		expect(euro(0.5)).toBeUndefined();
		expect(euro(0.8)).toBeDefined();
	});
});

describe('the house', () => {
	it('lets him walk without a jump, on floors and stairs only', () => {
		const walksOf = (t: number) =>
			walksAt(CUES({ chapter: 'entreprise', steps: names.entreprise, step: Math.floor(t) + 1, progress: t % 1 }));
		let before = whereabouts(walksOf(0));
		for (let n = 0.001; n < steps.entreprise; n += 0.001) {
			const now = whereabouts(walksOf(n));
			expect(Math.hypot(now.x - before.x, now.y - before.y), `at ${n}`).toBeLessThan(0.35);
			expect(now.y).toBeGreaterThanOrEqual(0);
			expect(now.y).toBeLessThan(ROOF);
			if (now.pose !== 'walk') expect(LEVELS.some((y) => Math.abs(now.y - y) < 0.13)).toBe(true);
			before = now;
		}
	});

	it('seats engineers on another floor than his', () => {
		const his = whereabouts(walked(3));
		const floor = DESKS.filter((d) => d.two).map((d) => d.level);
		expect(new Set(floor).size).toBe(1);
		expect(Math.abs(LEVELS[floor[0]] - his.y)).toBeGreaterThan(2);
	});

	it('says ninety per cent with ten people', () => {
		expect(TEN).toHaveLength(10);
		expect(TEN.filter((p) => !p.woman)).toHaveLength(9);
		const frame = at(2, 0.7);
		expect(people(frame).filter((p) => TEN.some((t) => t.look === p.look))).toHaveLength(10);
		expect(frame.marks.some((m) => m.fact === 'c12')).toBe(true);
	});

	it('keeps a director at the lunch table and has the intern leave', () => {
		for (const step of [2, 3, 4, 5]) expect(people(at(step, 0.5)).length).toBeGreaterThan(12);
		const before = people(at(5, 0.6)).length;
		const after = people(at(6, 0.04)).length;
		expect(after).toBe(before - 1);
	});

	it('counts its houses', () => {
		const frame = at(6, 0.9);
		const houses = frame.ink.flatMap((i) =>
			i.type === 'shape' && i.d.includes('l') ? [i.d.split('M').length - 1] : []
		);
		expect(houses.reduce((a, b) => a + b, 0)).toBe(FIRMS);
		const mean = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(EMPLOYEES / FIRMS);
		expect(frame.marks.some((m) => m.type === 'text' && m.text.includes(mean))).toBe(true);
	});
});

describe('the firms', () => {
	it('are shown by the hundred before they are shown all', () => {
		for (const window of WINDOWS) {
			const frame = at(6, 0.2, window);
			const block = frame.marks.find((m) => m.key === 'market-hundred');
			if (block?.type !== 'rect') throw new Error('no block on stage');
			expect(block.w).toBeGreaterThan(0.5 * Math.min(...window) * 0.5);
		}
		const m = marketAt(viewOfWindow([390, 844]));
		const seats = new Set(Array.from({ length: FIRMS }, (_, i) => firmAt(m, i).map(Math.round).join()));
		expect(seats.size).toBe(FIRMS);
	});
});

describe('the chapter', () => {
	it('is continuous from step to step, at every size', () => {
		expectNoJump(at, steps.entreprise);
		for (const window of WINDOWS)
			for (let step = 1; step < steps.entreprise; step++) {
				const a = at(step, 1, window);
				const b = at(step + 1, 0, window);
				expect(people(a).length).toBe(people(b).length);
			}
	});

	it('keeps its words inside the stage and off one another', () => {
		expectClearTexts(at, stepsOf('entreprise'), [0.5, 0.6, 0.8, 0.95]);
	});
});
