import { describe, expect, it } from 'vitest';
import type { Frame, Ink } from '../../src/lib/picture/frame';
import { WINDOWS } from '../../src/lib/picture/view';
import { framesOf, steps } from '../kit';

const chapters = ['vision', 'maraudage', 'attroupement', 'regles', 'alerte'];

const street = (frame: Frame) => frame.ink.findLast((i): i is Extract<Ink, { type: 'street' }> => i.type === 'street')!;

describe.each(chapters.slice(1).map((to, i) => ({ from: chapters[i], to })))('from $from to $to', ({ from, to }) => {
	it('the square stays where it is, at the same instant, in the same light', () => {
		for (const size of WINDOWS) {
			const a = street(framesOf(from)(steps[from], 1, size));
			const b = street(framesOf(to)(1, 0, size));
			const where = `${from} to ${to} ${size}`;
			expect(Math.abs(a.at - b.at), `${where}: frame`).toBeLessThan(1.5);
			for (const key of ['f', 'u0', 'v0'] as const)
				expect(Math.abs(a.camera[key] - b.camera[key]), `${where}: ${key}`).toBeLessThan(1);
			expect(Math.abs((a.drained ?? 0) - (b.drained ?? 0)), `${where}: colour`).toBeLessThan(0.05);
			expect(Math.abs((a.veil ?? 0) - (b.veil ?? 0)), `${where}: veil`).toBeLessThan(0.05);
		}
	});
});
