import { describe, expect, it } from 'vitest';
import { countsOf, peakOf, ZONE } from '../../src/lib/centre/stop';
import { BODY, countedAt, crowding, DANGER, SIDE, situations } from '../../src/lib/scenes/attroupement/data';
import type { Mark } from '../../src/lib/picture/frame';
import { expectClearTexts, flat, framesOf, onlyIn, recording, stepsOf } from '../kit';

const at = framesOf('attroupement');
const counted = countedAt(recording, peakOf(recording)).inside;
const bodies = (step: number, p: number) =>
	at(step, p).marks.filter(
		(m): m is Extract<Mark, { type: 'group' }> => m.type === 'group' && m.key.startsWith('who-')
	);

describe('the three situations', () => {
	it('are made of the very people counted at the stop', () => {
		expect(counted.length).toBe(countsOf(recording, ZONE)[peakOf(recording)]);
		const keys = counted.map((q) => `who-${q.id}`).sort();
		for (const p of [0.12, 0.3, 0.5, 0.7, 0.95])
			expect(
				bodies(3, p)
					.map((m) => m.key)
					.sort(),
				String(p)
			).toEqual(keys);
	});
	it('let what the march carries hide nobody', () => {
		const frame = at(3, 1);
		const cloths = frame.marks.flatMap((m) =>
			m.type === 'path' && /^(banner|board|flag)-\d$/.test(m.key) ? [[...m.d.matchAll(/-?[\d.]+/g)].map(Number)] : []
		);
		expect(cloths.length).toBe(2 + 3 + 2);
		const outlines = cloths.map((n) => ({
			x0: Math.min(...n.filter((_, i) => i % 2 === 0)),
			x1: Math.max(...n.filter((_, i) => i % 2 === 0)),
			y0: Math.min(...n.filter((_, i) => i % 2)),
			y1: Math.max(...n.filter((_, i) => i % 2))
		}));
		for (const { x = 0, y = 0, key } of bodies(3, 1))
			expect(
				outlines.some((o) => x > o.x0 && x < o.x1 && y > o.y0 && y < o.y1),
				key
			).toBe(false);
	});
	it('print the same number all along', () => {
		for (const p of [0, 0.3, 0.5, 0.7, 1]) {
			const counter = at(3, p).marks.find((m) => m.key === 'counter');
			expect(counter?.type === 'text' && counter.text).toBe(String(counted.length));
		}
	});
	it('leave nobody standing in anybody', () => {
		for (const s of Object.values(situations(20)))
			s.places.forEach((a, i) =>
				s.places.slice(i + 1).forEach((b) => expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(0.45))
			);
	});
});

describe('the square of three metres', () => {
	it('holds the number of people each degree asks for, inside it and hardly over one another', () => {
		const list = crowding(counted.length);
		expect(list.slice(1).map((l) => l.n)).toEqual(DANGER.map((d) => Math.round(d.density * 9)));
		for (const { n, at: points } of list) {
			expect(points).toHaveLength(n);
			for (const [x, y] of points) {
				expect(x).toBeGreaterThanOrEqual(BODY.rx - 1e-9);
				expect(x).toBeLessThanOrEqual(SIDE - BODY.rx + 1e-9);
				expect(y).toBeGreaterThanOrEqual(BODY.ry - 1e-9);
				expect(y).toBeLessThanOrEqual(SIDE - BODY.ry + 1e-9);
			}
			points.forEach((a, i) =>
				points
					.slice(i + 1)
					.forEach((b) =>
						expect(Math.hypot((a[0] - b[0]) / BODY.rx, (a[1] - b[1]) / BODY.ry) / 2, `${n}`).toBeGreaterThan(0.66)
					)
			);
		}
	});
	it('never loses anybody as the scroll goes', () => {
		let before = 0;
		for (let p = 0; p <= 1; p += 0.02) {
			const now = at(4, p).marks.filter((m) => /^(who|more)-/.test(m.key)).length;
			expect(now).toBeGreaterThanOrEqual(before);
			before = now;
		}
		expect(before).toBe(64);
	});
});

describe('the chapter', () => {
	it('carries its people from step to step', () => {
		for (const [a, b] of [
			[at(2, 1), at(3, 0)],
			[at(3, 1), at(4, 0)],
			[at(4, 1), at(5, 0)]
		]) {
			const people = (list: string[]) => list.filter((k) => /^(who|more)-/.test(k));
			expect(people(onlyIn(a, b))).toEqual([]);
			expect(people(onlyIn(b, a))).toEqual([]);
		}
	});
	it('sets its words off one another', () => {
		expectClearTexts(at, stepsOf('attroupement'), [0.5, 0.64, 0.9]);
	});
	it('counts on the stage what the recording counts', () => {
		const texts = [...flat(at(1, 1).marks)].map(({ mark }) => (mark.type === 'text' ? mark.text : ''));
		expect(texts).toContain(String(counted.length));
	});
});
