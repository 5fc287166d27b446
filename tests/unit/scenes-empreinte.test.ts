import { describe, expect, it } from 'vitest';
import { CONVENTIONS, ENERGY_KWH, flights, MEGAWATTS, WATTS_EACH } from '../../src/lib/scenes/empreinte/data';
import { atlantic, fan, NEW_YORK, offsetOf, PARIS } from '../../src/lib/scenes/empreinte/map';
import { BLOCKS, HOURS, windowAt } from '../../src/lib/scenes/empreinte/zoom';
import type { Ink } from '../../src/lib/picture/frame';
import { emptyRecording, expectClearTexts, expectNoJump, flat, framesOf, steps, stepsOf } from '../kit';

const at = framesOf('empreinte', { recording: emptyRecording() });
const texts = (step: number, progress: number, size: [number, number] = [1440, 900]) =>
	[...flat(at(step, progress, size).marks)].flatMap(({ mark, opacity }) =>
		mark.type === 'text' && opacity > 0.5 ? [mark.text] : []
	);
const curves = (step: number, progress: number) =>
	Math.max(
		...at(step, progress)
			.ink.filter((i): i is Extract<Ink, { type: 'shape' }> => i.type === 'shape')
			.map((i) => (i.stroke === 'blue' ? (i.d.match(/Q/g) ?? []).length : 0))
	);

describe('the sums', () => {
	it('turn a gigawatt-hour a month into power', () => {
		expect(MEGAWATTS).toBeCloseTo(1.389, 3);
		expect(Math.round(WATTS_EACH)).toBe(139);
	});
	it('turn 500 tonnes into flights by convention', () => expect(CONVENTIONS.map(flights)).toEqual([500, 278, 185]));
});

describe('the zoom', () => {
	it('shows one heater, then a thousand, then a million', () => {
		expect(windowAt(0).across).toBe(1);
		const thousand = windowAt(1);
		expect(thousand.across).toBe(HOURS.across);
		expect(HOURS.across * HOURS.down).toBe(1000);
		const million = windowAt(2);
		expect(million.across ** 2).toBeCloseTo(1e6, 3);
		expect([million.x, million.y]).toEqual([500, 500]);
		expect(BLOCKS.across * BLOCKS.down * 1000).toBe(ENERGY_KWH);
	});
	it('keeps the first heater in the window all the way', () => {
		const start = windowAt(0);
		for (let z = 0; z <= 2; z += 0.02) {
			const w = windowAt(z);
			expect(Math.abs(start.x - w.x)).toBeLessThanOrEqual(w.across / 2);
			expect(Math.abs(start.y - w.y)).toBeLessThanOrEqual(w.across / 2);
		}
	});
});

describe('the flights', () => {
	it('are drawn one curve each, as many as the number beside them', () => {
		for (const [p, n] of [
			[0.78, 500],
			[0.89, 278],
			[1, 185]
		]) {
			expect(curves(2, p)).toBe(n);
			expect(texts(2, p)).toContain(String(n));
		}
	});
	it('lie apart, evenly, between the two cities', () => {
		const map = atlantic({ x: 0, y: 0, w: 850, h: 560 });
		const offsets = Array.from({ length: 500 }, (_, i) => offsetOf(map, i, 500)).sort((a, b) => a - b);
		const gaps = offsets.slice(1).map((o, i) => o - offsets[i]);
		expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-9);
		expect(fan(map, 3, 500).match(/M/g)).toHaveLength(3);
		// West is left, and both are on the plate.
		expect(map.newYork[0]).toBeLessThan(map.paris[0]);
		for (const [x, y] of [map.paris, map.newYork]) {
			expect(x).toBeGreaterThan(20);
			expect(x).toBeLessThan(830);
			expect(y).toBeGreaterThan(20);
			expect(y).toBeLessThan(540);
		}
		expect(PARIS[1]).toBeGreaterThan(NEW_YORK[1]);
	});
});

describe('the scene', () => {
	it('lets what moves by itself go on from step to step', () => {
		const shapes = (step: number, progress: number) => at(step, progress).ink.filter((i) => i.type === 'shape');
		for (const step of [1, 2]) {
			const next = new Set(shapes(step + 1, 0).map((i) => i.d));
			expect(next.size).toBeGreaterThan(0);
			expect(shapes(step, 1).length).toBeGreaterThan(0);
			expect(shapes(step, 1).filter((i) => i.opacity !== 0 && !next.has(i.d))).toEqual([]);
		}
	});

	it('goes from step to step without a jump', () => {
		expectNoJump(at, steps.empreinte);
	});

	it('sets every label inside the stage and off the others', () => {
		expectClearTexts(at, stepsOf('empreinte'), [0.3, 0.6, 1]);
	});
});
