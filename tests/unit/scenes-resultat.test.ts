import { describe, expect, it } from 'vitest';
import { CASES, SOLVED, WITH_VIDEO } from '../../src/lib/scenes/resultat/data';
import { fieldOf } from '../../src/lib/scenes/resultat/field';
import { WAITING } from '../../src/lib/scenes/resultat/layout';
import type { Frame, Ink, Mark } from '../../src/lib/picture/frame';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { emptyRecording, expectClearTexts, expectNoJump, framesOf, steps, stepsOf } from '../kit';

const at = framesOf('resultat', { recording: emptyRecording() });
const circles = (step: number, progress: number) => {
	const frame = at(step, progress);
	const dots = frame.ink.filter(
		(i): i is Extract<Ink, { type: 'dots' }> => i.type === 'dots' && i.fill !== WAITING && i.fill !== undefined
	);
	const drawn = dots.reduce((n, d) => n + Array.from(d.xyr).filter((v, i) => i % 3 === 2 && v > 0).length, 0);
	const video = frame.marks.filter((m): m is Extract<Mark, { type: 'circle' }> => m.type === 'circle');
	return { drawn: drawn + video.filter((v) => v.r > 0).length, video };
};

describe('the 1,939 cases', () => {
	it('are all drawn once counted, and 22 of them fill', () => {
		expect(circles(1, 0.02).drawn).toBeLessThan(20);
		expect(circles(1, 0.3).drawn).toBeGreaterThan(600);
		for (const [step, p] of [
			[1, 1],
			[2, 1],
			[3, 0.2],
			[3, 1]
		])
			expect(circles(step, p).drawn, `${step} ${p}`).toBe(CASES);
		expect(circles(2, 1).video).toHaveLength(WITH_VIDEO);
		expect(new Set(circles(2, 1).video.map((v) => v.fill))).toEqual(new Set(['rgb(70, 104, 94)']));
	});

	it('counts about 375 solved from the published 5.87 %', () => expect(SOLVED).toBe(375));

	it('keeps one size of circle and lets none cover another, in one disc or in two', () => {
		for (const size of WINDOWS) {
			const f = fieldOf(viewOfWindow(size));
			for (const places of [f.counted, f.gathered, f.split]) {
				let least = Infinity;
				for (let a = 0; a < CASES; a++)
					for (let b = a + 1; b < CASES; b++) {
						const dx = places[2 * a] - places[2 * b];
						const dy = places[2 * a + 1] - places[2 * b + 1];
						const d = dx * dx + dy * dy;
						if (d < least) least = d;
					}
				expect(Math.sqrt(least), size.join()).toBeGreaterThan(2 * f.dot);
			}
		}
	});
});

describe('a guess', () => {
	const params = { 'guess.circles': 400 };
	it('is a ring round as many circles as were said', () => {
		for (const size of WINDOWS) {
			const ring = at(2, 0.9, size, { params }).marks.find((m) => m.key === 'guess');
			if (ring?.type !== 'circle') throw new Error('no ring');
			const { gathered } = fieldOf(viewOfWindow(size));
			const inside = Array.from({ length: CASES }, (_, k) =>
				Math.hypot(gathered[2 * k] - ring.x, gathered[2 * k + 1] - ring.y)
			).filter((d) => d < ring.r).length;
			expect(inside, size.join()).toBe(400);
		}
		expect(at(2, 0.9).marks.some((m) => m.key === 'guess')).toBe(false);
	});
	it('is written inside the stage, off other words, however small or large', () => {
		expectClearTexts(at, [2], [0.9], [params, { 'guess.circles': 0 }, { 'guess.circles': 1939 }]);
	});
});

describe('the borders of the chapter', () => {
	const shapes = (frame: Frame) => frame.ink.flatMap((i) => (i.type === 'shape' && i.opacity !== 0 ? [i.d] : []));

	it('takes over the houses of the firms where they stand', () => {
		const before = framesOf('entreprise', { recording: emptyRecording() });
		for (const size of WINDOWS) {
			const houses = shapes(before(6, 1, size)).filter((d) => d.includes('l'));
			expect(houses.length).toBeGreaterThan(2);
			const now = new Set(shapes(at(1, 0, size)));
			expect(houses.every((d) => now.has(d))).toBe(true);
			expect(before(6, 1, size).marks.filter((m) => (m.opacity ?? 1) > 0.05)).toEqual([]);
		}
	});

	it('leaves the poster where the next chapter finds it', () => {
		const after = framesOf('empreinte', { recording: emptyRecording() });
		for (const size of WINDOWS) {
			const poster = shapes(at(5, 1, size));
			expect(poster.length).toBeGreaterThan(8);
			const next = new Set(shapes(after(1, 0, size)));
			expect(poster.every((d) => next.has(d))).toBe(true);
		}
	});
});

describe('the scene', () => {
	it('lets the street in its pictures go on from step to step', () => {
		const times = (frame: Frame) => frame.ink.flatMap((i) => (i.type === 'setting' ? [i.at] : []));
		expect(times(at(4, 1))).toHaveLength(7);
		expect(times(at(5, 0))).toEqual(times(at(4, 1)));
	});

	it('goes from step to step without a jump', () => {
		expectNoJump(at, steps.resultat);
	});

	it('sets every label inside the stage and off the others', () => {
		expectClearTexts(at, stepsOf('resultat'), [0.7, 1]);
	});
});
