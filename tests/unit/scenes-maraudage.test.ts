import { describe, expect, it } from 'vitest';
import { MAST } from '../../src/lib/camera/camera';
import { heldFrame, over } from '../../src/lib/centre/held';
import { frameFreely } from '../../src/lib/figure/inset';
import { placeClocks } from '../../src/lib/scenes/maraudage/clocks';
import { flagged } from '../../src/lib/scenes/maraudage/data';
import { swarm } from '../../src/lib/scenes/maraudage/rows';
import { trialOf } from '../../src/lib/scenes/maraudage/trial';
import type { Rect, SceneContext } from '../../src/lib/picture/frame';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { flat, framesOf, recording, textFaults, words } from '../kit';

const at = framesOf('maraudage');

const meet = (a: Rect, b: Rect) =>
	Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > 0.5;

describe('clocks', () => {
	it('never lie over one another, at any moment, threshold or window', () => {
		const faults: string[] = [];
		let chips = 0;
		for (const size of WINDOWS) {
			const view = viewOfWindow(size);
			const camera = frameFreely(view, MAST, 1, [0.46, 0.62], { x: view.width / 2, y: view.height * 0.6 });
			const c = { view, recording } as SceneContext;
			for (let frame = 0; frame < recording.frames; frame += 30)
				for (const limit of [1, 10, 30, 120]) {
					const placed = placeClocks(c, frame, camera, limit, (_, hot) => hot);
					const rects = placed.flatMap((p) => [
						{ x: p.pie.x - p.pie.r, y: p.pie.y - p.pie.r, w: 2 * p.pie.r, h: 2 * p.pie.r },
						...(p.chip ? [p.chip] : [])
					]);
					chips += rects.length - placed.length;
					rects.forEach((a, i) => {
						if (a.x < 0 || a.y < 0 || a.x + a.w > view.width + 1)
							faults.push(`${size} ${frame} ${limit}: leaves the stage`);
						for (const b of rects.slice(i + 1)) if (meet(a, b)) faults.push(`${size} ${frame} ${limit}: two meet`);
					});
				}
		}
		expect(faults.slice(0, 5)).toEqual([]);
		expect(chips).toBeGreaterThan(1000);
	});
});

describe('the swarm', () => {
	it('keeps every disc off the others, on the line where it can', () => {
		const along = [0, 1, 2, 2, 2, 3, 40, 41, 41, 90];
		const off = swarm(along, 5);
		along.forEach((x, i) =>
			along.slice(i + 1).forEach((y, k) => expect(Math.hypot(x - y, off[i] - off[i + 1 + k])).toBeGreaterThan(9.99))
		);
		expect(off[9]).toBe(0);
	});
});

describe('those who turn round', () => {
	it('all speak, one at a time, on every window', () => {
		const people = over(recording, heldFrame(recording), 30).map((p) => p.key);
		expect(people.length).toBeGreaterThan(9);
		for (const size of WINDOWS) {
			const heard = new Set<string>();
			for (let p = 0; p <= 1; p += 0.004) {
				const frame = at(4, p, size);
				const bubbles = frame.marks.filter((m) => m.key === 'name' && (m.opacity ?? 1) > 0.9);
				expect(bubbles.length).toBeLessThan(2);
				for (const b of bubbles) {
					if (b.type === 'text') heard.add(b.text);
					const [who] = frame.subject as Rect[];
					expect(who.x, `${size} ${p}`).toBeGreaterThanOrEqual(0);
					expect(who.x + who.w, `${size} ${p}`).toBeLessThanOrEqual(viewOfWindow(size).width);
				}
			}
			expect(heard.size, String(size)).toBe(people.length);
		}
	});
});

describe('the four rules', () => {
	const trial = trialOf(recording);
	it('sound when their clock says so, at a man who sits', () => {
		expect(trial).not.toBeNull();
		for (const run of trial!.runs) {
			const reached = run.clock.findIndex((v) => v >= run.threshold);
			if (run.alert < 0) expect(reached, run.maker).toBe(-1);
			else expect(trial!.from + reached, run.maker).toBe(run.alert);
		}
	});
	it('do not agree about Marcel', () => expect(new Set(trial!.runs.map((r) => r.alert >= 0)).size).toBe(2));
	it('give their word when they sound, not before', () => {
		const verdicts = (p: number) => at(7, p).marks.filter((m) => m.key.startsWith('verdict-')).length;
		expect(verdicts(0.21)).toBe(0);
		expect(verdicts(0.55)).toBeGreaterThan(0);
		expect(verdicts(0.55)).toBeLessThan(4);
		expect(verdicts(0.9)).toBe(4);
	});
});

describe('a guess', () => {
	const params = { 'guess.flagged': 12, 'maraudage.threshold': 10 };
	it('stands beside what the machine counts, and nothing stands there without one', () => {
		for (const size of WINDOWS) {
			const frame = at(3, 0.62, size, { params });
			expect(words(frame)).toContain('Vous aviez dit 12');
			expect(words(frame)).toContain(`10 s : ${flagged(recording, 10).length} signalés`);
			expect(textFaults(frame, viewOfWindow(size)), String(size)).toEqual([]);
			expect(at(3, 0.62, size).marks.filter((m) => m.key.startsWith('guess'))).toEqual([]);
		}
	});
});

describe('the scale', () => {
	it('has hollow ticks for what is no setting, and says what hollow means', () => {
		const open = at(2, 0.5).marks.filter((m) => m.key.startsWith('tick-open-'));
		expect(open.map((m) => m.key)).toEqual(['tick-open-frigate', 'tick-open-lilin']);
		expect(words(at(2, 0.5))).toContain('creux : exemple ou haut d’un menu');
	});
});

describe('Marcel', () => {
	const nights = (p: number) => at(6, p).marks.filter((m) => m.key.startsWith('night-')).length;
	const streets = (p: number) => at(6, p).ink.filter((i) => i.type === 'street');
	it('is alone, and flagged night after night', () => {
		expect([0.2, 0.36, 0.55, 0.85].map(nights)).toEqual([0, 1, 2, 3]);
		for (const p of [0.3, 0.38, 0.47, 0.8]) {
			const [street, ...more] = streets(p);
			expect(more).toEqual([]);
			if (street.type === 'street') expect(street.only, String(p)).toEqual([trialOf(recording)!.person]);
		}
	});
	it('has his night fall and lift three times', () => {
		const dark = [0.2, 0.3, 0.38, 0.47, 0.555, 0.7].map((p) => {
			const [street] = streets(p);
			return street.type === 'street' && (street.night ?? 0) > 0.5;
		});
		expect(dark).toEqual([false, true, false, true, false, true]);
	});
	it('has the program’s box on him while his clock runs', () => {
		for (const size of WINDOWS) {
			const box = at(6, 0.8, size).marks.find((m) => m.key === 'marcel-box');
			expect(box?.type === 'group' && box.children.length, String(size)).toBe(1);
		}
	});
});

describe('the chart', () => {
	it('counts in its rows as many people as the threshold takes', () => {
		for (const p of [0.35, 0.6, 0.93]) {
			const frame = at(5, p);
			const rows = [...flat(frame.marks)].filter(({ mark }) => mark.key.startsWith('caught-'));
			const sum = rows.reduce((n, { mark }) => n + (mark.type === 'text' ? parseInt(mark.text, 10) : 0), 0);
			expect(sum).toBeGreaterThan(0);
			expect(sum).toBe(flagged(recording, Math.exp(Math.log(120) * Math.min(1, (p - 0.3) / 0.63))).length);
		}
	});
	it('sets its words off one another', () => {
		for (const size of WINDOWS)
			for (const lang of ['fr', 'en'] as const)
				for (const [step, p] of [
					[5, 0.5],
					[5, 0.95],
					[6, 0.35],
					[6, 0.85],
					[7, 0.6],
					[7, 0.95],
					[8, 0.6]
				])
					expect(textFaults(at(step, p, size, { lang }), viewOfWindow(size)), `${step} ${p} ${size} ${lang}`).toEqual(
						[]
					);
	});
});
