import { beforeAll, describe, expect, it } from 'vitest';
import film from '../../src/generated/objection.json';
import { act, ACTS, actAt, BASE, SPANS, TOTAL } from '../../src/lib/street/acts';
import { EVENTS, STRUCK, TELLING, TRIALS } from '../../src/lib/scenes/droit/data';
import { nourOut } from '../../src/lib/figure/nour';
import type { Mark } from '../../src/lib/picture/frame';
import type { Person } from '../../src/lib/street/types';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { DAYS } from '../../src/lib/scenes/droit/moirans';
import { emptyRecording, expectClearTexts, expectNoJump, flat, framesOf, names, steps, stepsOf } from '../kit';

const at = framesOf('droit', { recording: emptyRecording() });
const stepOf = (name: string) => names.droit.indexOf(name) + 1;
/** Steps that end on the timeline; that of Moirans ends in its own drawing. */
const telling = TELLING.filter((name) => name !== 'moirans').map(stepOf);

describe('the timeline', () => {
	it('is in order of date', () => {
		const dates = EVENTS.map((e) => e.date);
		expect(dates).toEqual([...dates].sort());
		expect(TRIALS[0].to < TRIALS[1].from).toBe(true);
		expect(STRUCK.on > STRUCK.from).toBe(true);
	});

	it('has leaders that never cross, at any moment', () => {
		for (const size of WINDOWS)
			for (const step of telling)
				for (const p of [0.2, 0.5, 1]) {
					const ends = at(step, p, size)
						.marks.filter((m): m is Extract<Mark, { type: 'path' }> => m.key.startsWith('lead.'))
						.map((m) => m.d.match(/-?\d+\.?\d*/g)!.map(Number))
						.map((n) => ({ from: n[1], to: n[4] }));
					for (let i = 1; i < ends.length; i++) {
						expect(ends[i].from).toBeGreaterThanOrEqual(ends[i - 1].from);
						expect(ends[i].to, `${step} ${p} ${size}`).toBeGreaterThan(ends[i - 1].to);
					}
				}
	});

	it('shows an event only from its step on, and says which has to be checked', () => {
		const shown = (step: number) =>
			EVENTS.filter((e) => at(step, 1).marks.some((m) => m.key === `date.${e.key}`)).map((e) => e.key);
		for (const step of telling)
			expect(shown(step)).toEqual(EVENTS.filter((e) => stepOf(e.step) <= step).map((e) => e.key));
		expect(at(stepOf('rider'), 1).marks.some((m) => m.key === 'date.today')).toBe(false);
		expect(at(stepOf('reopened'), 1).marks.some((m) => m.key === 'stop')).toBe(true);
		const texts = [...flat(at(stepOf('reopened'), 1).marks)].flatMap(({ mark }) =>
			mark.type === 'text' ? [mark.text] : []
		);
		expect(texts.join(' ')).toContain('À vérifier sur Légifrance');
	});
});

describe('the case of Moirans', () => {
	const keysAt = (name: string, p: number) => at(stepOf(name), p).marks.map((m) => m.key);
	const dark = (p: number) =>
		at(stepOf('dark-screens'), p).ink.filter((i) => i.type === 'shape' && i.fill === '#1B1F23').length;

	it('opens out of its day and goes back into it', () => {
		expect(keysAt('moirans', 0.16)).toContain('dot.moirans');
		expect(keysAt('moirans', 1)).not.toContain('dot.moirans');
		expect(keysAt('rider', 0.3)).toContain('dot.moirans');
	});

	it('says the days between the two dates once the court has ruled, and only then darkens the screens', () => {
		expect(DAYS).toBe(1268);
		expect(keysAt('moirans', 1)).toContain('filed.date');
		expect(keysAt('moirans', 1)).not.toContain('ruled.date');
		expect(keysAt('dark-screens', 1)).toContain('ruled.date');
		expect(dark(0.3)).toBe(0);
		expect(dark(0.62)).toBe(12);
	});
});

describe('what the program saw of Nour', () => {
	it('is one box or none for every frame of the acts', () => {
		expect(film.ids).toHaveLength(
			TOTAL * film.fps + ((TOTAL * film.fps) % 1) ? Math.ceil(TOTAL * film.fps) : TOTAL * film.fps
		);
		expect(film.boxes).toHaveLength(4 * film.ids.length);
		expect(film.base).toBe(BASE * film.fps);
	});
	it('goes on through every gesture, and ends once she has left the picture', () => {
		for (const { id, seconds } of ACTS.slice(0, 4)) {
			const frames = film.ids.slice(Math.round(SPANS[id].from * film.fps), Math.round(SPANS[id].to * film.fps));
			expect(frames.filter(Boolean).length / (seconds * film.fps), id).toBeGreaterThan(0.85);
		}
		expect(film.ids.slice(-10).every((id) => id === 0)).toBe(true);
	});
});

describe('the acts', () => {
	let nour: Person;
	beforeAll(() => {
		nour = { pose: 'stand', x: -1.3, y: 4.6, hx: 1, hy: 0, speed: 0, phase: 0, shelter: 0 } as Person;
	});
	it('change nothing before they begin', () => {
		const before = { ...nour };
		expect(act(nour, -1, [0, 0])).toEqual(before);
		expect(nour).toEqual(before);
	});
	it('follow one another and end out of the picture', () => {
		expect(actAt(0)).toBe('wait');
		expect(actAt(SPANS.umbrella.from + 1)).toBe('umbrella');
		const at = (seconds: number) => act(nour, seconds, [-1.3, 4.6]);
		expect(at(SPANS.umbrella.from + 2).shelter).toBe(1);
		const turned = at(SPANS.back.from + 1);
		expect([turned.hx, turned.hy]).toEqual([0, 1]);
		expect(at(TOTAL).y).toBeLessThan(-0.5);
		expect(at(TOTAL).pose).toBe('stand');
	});
	it('leave her on paper, inside the stage', () => {
		for (const size of WINDOWS) {
			const view = viewOfWindow(size);
			const place = nourOut({ view, recording: emptyRecording() } as never);
			expect(place.y).toBeLessThan(view.height);
			expect(place.y - 1.7 * place.k).toBeGreaterThan(view.free.y + view.free.h * 0.5);
			expect(place.x).toBeLessThan(view.width - 20);
			expect(place.x).toBeGreaterThan(view.free.x);
		}
	});
});

describe('the scene', () => {
	it('goes from step to step without a jump', () => {
		expectNoJump(at, steps.droit);
	});

	it('sets every label inside the stage and off the others', () => {
		expectClearTexts(at, stepsOf('droit'), [0.35, 0.6, 0.62, 0.86]);
	});
});
