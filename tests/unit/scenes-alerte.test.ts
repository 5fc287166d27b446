import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame, Params } from '../../src/lib/picture/frame';
import { BOUNDS, computeDay, DEFAULTS, readAssumptions, type Assumptions } from '../../src/lib/centre/day';
import { dayChart, fallen } from '../../src/lib/scenes/alerte/day';
import { sorted, thousand, unsorted } from '../../src/lib/scenes/alerte/thousand';
import { alertOfNour, queueOf } from '../../src/lib/centre/queue';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { expectClearTexts, expectNoJump, flat, framesOf, recording, steps, stepsOf, words } from '../kit';

const at = framesOf('alerte');

const assumptions = fc.record(
	Object.fromEntries(
		(Object.keys(BOUNDS) as (keyof Assumptions)[]).map((key) => [
			key,
			fc.double({ min: BOUNDS[key].least, max: BOUNDS[key].most, noNaN: true })
		])
	)
) as unknown as fc.Arbitrary<Assumptions>;

describe('a day of alerts', () => {
	it('comes to the figures of the text by default', () => {
		const day = computeDay(DEFAULTS);
		expect(DEFAULTS.operators).toBe(2);
		expect(day.falseAlerts).toBe(625);
		expect(day.pointlessAlerts).toBe(0);
		expect((24 * 60) / day.falseAlerts).toBeCloseTo(2.3, 1);
		expect(day.trueAlerts).toBe(4);
		expect(day.missed).toBe(1);
		expect(day.truePerThousand).toBeCloseTo((1000 * 4) / 629, 6);
		expect(day.hours).toBeCloseTo((629 * 30) / 3600, 6);
		expect(day.minutesPerHour).toBeCloseTo((629 * 30) / 60 / 24 / 2, 6);
	});

	it('has nothing to divide when there are no alerts', () => {
		const day = computeDay({ ...DEFAULTS, false: 0, events: 0 });
		expect(day).toMatchObject({ alerts: 0, truePerThousand: 0, everyMinutes: Infinity, hours: 0, minutesPerHour: 0 });
	});

	it('adds up, whatever the assumptions', () => {
		fc.assert(
			fc.property(assumptions, (a) => {
				const day = computeDay(a);
				expect(day.alerts).toBeCloseTo(day.falseAlerts + day.pointlessAlerts + day.trueAlerts, 6);
				expect(day.forNothing).toBeCloseTo(day.alerts - day.trueAlerts, 6);
				expect(day.trueAlerts + day.missed).toBeCloseTo(a.events, 6);
				expect(day.truePerThousand).toBeGreaterThanOrEqual(0);
				expect(day.truePerThousand).toBeLessThanOrEqual(1000 + 1e-6);
				expect(day.minutesPerHour * a.operators * 24).toBeCloseTo(day.hours * 60, 4);
			})
		);
	});

	it('brings whatever is typed into bounds', () => {
		expect(readAssumptions({})).toEqual(DEFAULTS);
		expect(
			readAssumptions({ 'alerte.cameras': 1e9, 'alerte.false': -3, 'alerte.detected': NaN, 'alerte.seconds': 'x' })
		).toEqual({
			...DEFAULTS,
			cameras: BOUNDS.cameras.most,
			false: 0
		});
	});
});

describe('the drawings of the day', () => {
	it('drops one dot an alert, inside the chart, each once', () => {
		for (const window of WINDOWS) {
			const view = viewOfWindow(window);
			const chart = dayChart(view, DEFAULTS);
			expect(chart.x).toHaveLength(625);
			for (let i = 0; i < chart.x.length; i++) {
				expect(chart.x[i]).toBeGreaterThan(chart.left);
				expect(chart.x[i]).toBeLessThan(chart.right);
				expect(chart.y[i]).toBeLessThan(chart.base);
				expect(chart.y[i]).toBeGreaterThan(view.free.y + 30);
				if (i) expect(chart.hours[i]).toBeGreaterThanOrEqual(chart.hours[i - 1]);
			}
			expect(new Set([...chart.x].map((x, i) => `${x.toFixed(2)}/${chart.y[i].toFixed(2)}`)).size).toBe(625);
			expect(fallen(chart, 0, 0)).toBe(0);
			expect(fallen(chart, 624, 25.2)).toBe(1);
		}
	});

	it('draws one dot for many alerts rather than too many dots', () => {
		const chart = dayChart(viewOfWindow([390, 844]), { ...DEFAULTS, cameras: 2000, false: 30 });
		expect(chart.unit).toBe(100);
		expect(chart.x.length * chart.unit).toBe(60000);
	});

	it('has a thousand places before and after sorting, none twice, the true ones first', () => {
		const grid = thousand(viewOfWindow([1440, 900]));
		for (const trues of [0, 1, 6, 25, 26, 400, 1000]) {
			const places = Array.from({ length: 1000 }, (_, i) =>
				sorted(grid, i, trues)
					.map((v) => v.toFixed(2))
					.join()
			);
			expect(new Set(places).size).toBe(1000);
			const leftmost = Math.min(
				...Array.from({ length: 1000 }, (_, i) => (grid.rank[i] >= trues ? sorted(grid, i, trues)[0] : Infinity))
			);
			for (let i = 0; i < 1000; i++) if (grid.rank[i] < trues) expect(sorted(grid, i, trues)[0]).toBeLessThan(leftmost);
		}
		expect(new Set(Array.from({ length: 1000 }, (_, i) => unsorted(grid, i).join())).size).toBe(1000);
		expect(grid.rank[grid.own]).toBe(999);
	});

	it('draws as many lozenges as the assumptions give, and a thousand in all', () => {
		for (const params of [{}, { 'alerte.events': 100, 'alerte.detected': 100 }, { 'alerte.events': 0 }] as Params[]) {
			const day = computeDay(readAssumptions(params));
			const frame = at(4, 0.9, undefined, { params });
			const rings = frame.ink.find((i) => i.type === 'dots');
			const lozenges = frame.ink.find((i) => i.type === 'shape');
			if (rings?.type !== 'dots' || lozenges?.type !== 'shape') throw new Error('rings and lozenges');
			const trues = lozenges.d.split('M').length - 1;
			expect(rings.xyr.length / 3 + trues).toBe(1000);
			expect(trues).toBe(Math.round(day.truePerThousand));
			// Told apart by shape, not by colour alone: false ones are hollow.
			expect(rings.fillOpacity).toBe(0);
		}
	});
});

describe('alerts that are right, but for nothing', () => {
	const params = { 'alerte.pointless': 2.5 };
	const full = (frame: Frame) =>
		frame.ink.flatMap((i) => (i.type === 'dots' && i.fillOpacity === undefined ? [i.xyr.length / 3] : []));

	it('are none until the reader says so, but for Nour’s, which is drawn as one and named as one', () => {
		const frame = at(4, 0.9);
		expect(full(frame)).toEqual([0]);
		expect(words(frame).join(' ')).toContain('Juste, mais pour rien : l’alerte de Nour');
		const third = frame.marks.find((m) => m.key === 'sign-third');
		const own = frame.marks.find((m) => m.key === 'row-ours');
		expect(own?.type === 'rect' && own.fill).toBe(third?.type === 'circle' && third.fill);
	});
	it('have a mark and a number of their own once the reader has', () => {
		const day = computeDay(readAssumptions(params));
		const frame = at(5, 0.62, undefined, { params });
		expect(full(frame)[0]).toBe(Math.round(day.pointlessPerThousand));
		expect(words(frame)).toContain(`${Math.round(day.pointlessPerThousand)} justes, pour rien`);
		expect(frame.marks.filter((m) => m.key.startsWith('sign-') && (m.opacity ?? 1) > 0.5).map((m) => m.key)).toEqual([
			'sign-true',
			'sign-false',
			'sign-pointless'
		]);
	});
});

describe('a guess', () => {
	it('stands in the square where so many of a thousand end, and nowhere without one', () => {
		const line = (guess?: number) => {
			const params: Params = guess === undefined ? {} : { 'guess.useful': guess };
			const mark = at(4, 0.9, undefined, { params }).marks.find((m) => m.key === 'guess');
			return mark?.type === 'line' ? mark.x1 : undefined;
		};
		expect(line()).toBeUndefined();
		const grid = thousand(viewOfWindow([1440, 900]));
		for (const guess of [7, 300, 999]) {
			const end = line(guess) as number;
			// Of the sorted dots, as many lie before the line as were said, to the height of a column.
			const before = Array.from({ length: 1000 }, (_, i) => sorted(grid, i, 6)[0]).filter((x) => x < end).length;
			expect(Math.abs(before - guess), String(guess)).toBeLessThanOrEqual(grid.rows);
		}
	});
	it('is said with the picture', () =>
		expect(at(4, 0.9, undefined, { params: { 'guess.useful': 300 } }).says).toMatch(/^Vous aviez dit 300\./));
});

describe('the queue', () => {
	it('counts the loitering alerts the prose counts', () => {
		expect(queueOf(recording).filter((a) => a.rule === 'loitering')).toHaveLength(recording.stats['alerts.30']);
	});

	it('follows an alert of Nour’s', () => {
		const alert = alertOfNour(recording);
		expect(alert).not.toBeNull();
		expect(recording.street.people[alert!.person].key).toBe('nour');
		expect(alert!.frame / recording.fps).toBeCloseTo(recording.stats['nour.first30'], -0.5);
	});

	it('puts her row on top when it lands, and lets later ones push it down', () => {
		const y = (progress: number) => {
			const mark = at(2, progress).marks.find((m) => m.key === 'row-ours');
			return mark?.type === 'rect' ? mark.y : NaN;
		};
		expect(y(0.4)).toBeLessThan(y(1));
	});
});

describe('the chapter', () => {
	it('is continuous from step to step, at every size', () => {
		expectNoJump(at, steps.alerte);
	});

	it('keeps one red mark in sight from the square to the thousand', () => {
		for (let t = 0.3; t < 4.98; t += 0.02) {
			const step = Math.floor(t) + 1;
			const frame = at(step, t - step + 1);
			const own = frame.marks.filter((m) => (m.key === 'alert' || m.key === 'row-ours') && (m.opacity ?? 1) > 0.02);
			expect(own.length, `at ${t.toFixed(2)}`).toBeGreaterThan(0);
		}
	});

	it('keeps its words inside the stage and off one another', () => {
		expectClearTexts(
			at,
			stepsOf('alerte'),
			[0.5, 0.6, 0.8],
			[
				{},
				{ 'alerte.pointless': 3, 'guess.useful': 940 },
				{
					'guess.useful': 0,
					'alerte.cameras': 2000,
					'alerte.pointless': 30,
					'alerte.false': 30,
					'alerte.operators': 30,
					'alerte.seconds': 120
				}
			]
		);
	});

	it('shows the operator a number and a duration, and no name inside the screen', () => {
		const frame = at(6, 0.9);
		const words = [...flat(frame.marks)].flatMap(({ mark: m, opacity }) =>
			m.type === 'text' && m.key.startsWith('screen-word') && opacity >= 0.3 ? [m.text] : []
		);
		expect(words).toHaveLength(3);
		expect(words.join(' ')).not.toContain('Nour');
	});

	it('lights the chain part by part, and has red on it only once the server has seen the picture', () => {
		const lit = (progress: number) =>
			[...flat(at(7, progress).marks)].flatMap(({ mark: m }) =>
				m.type === 'text' && m.key.startsWith('part-') && m.fill === 'paper' ? [m.key.slice(5)] : []
			);
		const parts = ['camera', 'network', 'recorder', 'server', 'installer', 'operator', 'patrol'];
		const seen = [0.17, 0.22, 0.31, 0.39, 0.44, 0.52, 0.62].map(lit);
		expect(seen).toEqual(parts.map((_, i) => parts.slice(0, i + 1)));
		const length = (key: string, progress: number) => {
			const mark = at(7, progress).marks.find((m) => m.key === key);
			return mark?.type === 'path' ? mark.d.length : 0;
		};
		expect(length('wire-alert', 0.43)).toBe(length('wire-alert', 0.2));
		expect(length('wire-alert', 0.62)).toBeGreaterThan(length('wire-alert', 0.43));
	});

	it('draws the patrol in dashes, and nothing else of the street', () => {
		const dashed = at(7, 0.83).ink.filter((i) => i.type === 'shape' && i.dash);
		expect(dashed).toHaveLength(2);
		expect(
			at(7, 0.83)
				.marks.filter((m) => m.type === 'path' && m.dash)
				.map((m) => m.key)
		).toEqual(['wire-aerial', 'wire-call']);
	});
});
