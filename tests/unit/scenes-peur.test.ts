import { describe, expect, it } from 'vitest';
import { TIMES, WORRIES } from '../../src/lib/scenes/peur/data';
import type { Ink, Mark } from '../../src/lib/picture/frame';
import { WINDOWS } from '../../src/lib/picture/view';
import { emptyRecording, expectClearTexts, expectNoJump, framesOf, steps, stepsOf } from '../kit';

const at = framesOf('peur', { recording: emptyRecording() });
const rect = (marks: Mark[], key: string) =>
	marks.find((m) => m.key === key) as Extract<Mark, { type: 'rect' }> | undefined;

describe('the figures', () => {
	it('rank the worries as the interview does', () =>
		expect(WORRIES.map((w) => [w.key, w.rank])).toEqual([
			['jobs', 1],
			['poverty', 2],
			['crime', 3]
		]));
	it('draw each ratio to scale', () => {
		for (const size of WINDOWS) {
			const { marks } = at(3, 0.8, size);
			for (const { key, times } of TIMES)
				expect(rect(marks, `bar.${key}`)!.w / rect(marks, `one.${key}`)!.w, key).toBeCloseTo(times, 6);
		}
	});
	it('say to whom they are attributed', () => {
		const facts = new Set(
			at(3, 0.8)
				.marks.map((m) => m.fact)
				.filter(Boolean)
		);
		for (const fact of ['c41', 'c42', 'c43', 'f18']) expect(facts).toContain(fact);
	});
});

describe('the scene', () => {
	it('finds Nour where the law chapter left her', () => {
		const before = framesOf('droit', { recording: emptyRecording() });
		for (const size of WINDOWS) {
			const person = (ink: Ink[]) => ink.find((i) => i.type === 'person') as Extract<Ink, { type: 'person' }>;
			const nour = at(1, 0, size).ink.filter((i) => i.type === 'person') as Extract<Ink, { type: 'person' }>[];
			const left = person(before(steps.droit, 1, size).ink);
			expect(nour.some((n) => Math.hypot(n.x - left.x, n.y - left.y) < 2 && Math.abs(n.k - left.k) < 0.5)).toBe(true);
		}
	});

	it('goes from step to step without a jump', () => {
		expectNoJump(at, steps.peur);
	});

	it('sets every label inside the stage and off the others', () => {
		expectClearTexts(at, stepsOf('peur'), [0.62, 1]);
	});
});
