import fc from 'fast-check';
import { AID } from '../../src/lib/centre/published';
import { describe, expect, it } from 'vitest';
import { sensorCamera } from '../../src/lib/camera/camera';
import { camerasAMast, mastsInk, MOST } from '../../src/lib/scenes/questions/masts';
import {
	AGENTS_PER_CAMERA,
	BOUNDS,
	computeTown,
	DEFAULTS,
	PRICE,
	readTown,
	RUNNING,
	euros,
	type TownInput
} from '../../src/lib/scenes/questions/town';
import { formatNumber } from '../../src/lib/picture/context';
import { viewOfWindow, WINDOWS } from '../../src/lib/picture/view';
import { expectClearTexts, expectNoJump, framesOf, recording, steps, stepsOf } from '../kit';

const at = framesOf('questions');

const inputs = fc.record({
	cameras: fc.integer({ min: 1, max: BOUNDS.cameras.most }),
	population: fc.integer({ min: 0, max: BOUNDS.population.most }),
	low: fc.integer({ min: 0, max: BOUNDS.low.most }),
	high: fc.integer({ min: 0, max: BOUNDS.high.most }),
	aid: fc.integer({ min: 0, max: BOUNDS.aid.most }),
	false: fc.double({ min: 0, max: BOUNDS.false.most, noNaN: true })
}) as fc.Arbitrary<TownInput>;

describe('your town', () => {
	it('rests on the published figures', () => {
		expect(DEFAULTS.aid).toBe(5561);
		expect(AID.euros / AID.cameras).toBeCloseTo(5561, 0);
		const bill = computeTown({ ...DEFAULTS, cameras: 100, population: 10_000 });
		expect(bill).toMatchObject({
			low: 100 * PRICE.low,
			high: 100 * PRICE.high,
			running: 100 * RUNNING,
			agents: 100 * AGENTS_PER_CAMERA,
			alerts: 250
		});
		expect(bill.restLow).toBe(865_000 - 556_100);
		expect(bill.eachHigh).toBeCloseTo((3_600_000 - 556_100) / 10_000, 6);
	});

	it('gives no share per inhabitant without inhabitants', () => {
		expect(computeTown(DEFAULTS)).toMatchObject({ eachLow: null, eachHigh: null });
	});

	it('never makes the town pay less than nothing, and keeps its ends in order', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const read = readTown(Object.fromEntries(Object.entries(input).map(([k, v]) => [`questions.${k}`, v])));
				expect(read.low).toBeLessThanOrEqual(read.high);
				const bill = computeTown(read);
				expect(bill.restLow).toBeGreaterThanOrEqual(0);
				expect(bill.restHigh).toBeGreaterThanOrEqual(bill.restLow);
				expect(bill.agents).toBeGreaterThanOrEqual(1);
			})
		);
	});

	it('brings whatever is typed into bounds', () => {
		expect(readTown({})).toEqual(DEFAULTS);
		expect(readTown({ 'questions.cameras': 0.2, 'questions.population': -1, 'questions.low': NaN })).toMatchObject({
			cameras: 1,
			population: 0,
			low: PRICE.low
		});
	});

	it('prints euros by their size', () => {
		const say = (key: string, vars?: Record<string, string | number>) => `${key} ${vars?.n}`;
		const number = (v: number, digits?: number) => formatNumber('en', v, digits);
		expect(euros(say, number, 999.6)).toBe('euros 1,000');
		expect(euros(say, number, 519_000)).toBe('euros.k 519');
		expect(euros(say, number, 2_160_000)).toBe('euros.m 2.16');
		expect(euros(say, number, 46_800_000)).toBe('euros.m 46.8');
	});
});

describe('the masts', () => {
	const camera = sensorCamera();
	const masts = (n: number) =>
		mastsInk(camera, n).reduce(
			(sum, i) => sum + (i.type === 'shape' && i.fill === '#8E9AA3' ? i.d.split('M').length - 1 : 0),
			0
		);
	it('grow with the number of cameras, and say how many each stands for', () => {
		expect(masts(1)).toBe(1);
		expect(masts(60)).toBeGreaterThan(30);
		expect(masts(400)).toBeGreaterThan(masts(60) * 4);
		for (const n of [1, 1000, 1001, 5000]) {
			expect(Math.ceil(n / camerasAMast(n))).toBeLessThanOrEqual(MOST);
			expect(camerasAMast(n) * MOST).toBeGreaterThanOrEqual(n);
		}
		expect(camerasAMast(1000)).toBe(1);
	});
});

describe('the chapter', () => {
	it('finds the square as the last chapter leaves it', () => {
		for (const window of WINDOWS) {
			const a = framesOf('peur')(steps.peur, 1, window).ink.find((i) => i.type === 'street');
			const b = at(1, 0, window).ink.find((i) => i.type === 'street');
			if (a?.type !== 'street' || b?.type !== 'street') throw new Error('no street');
			expect(a.night ?? 0).toBeCloseTo(0, 3);
			expect([a.veil ?? 0, b.veil ?? 0, a.drained ?? 0, b.drained ?? 0]).toEqual([0, 0, 0, 0]);
			expect(Math.abs(a.at - b.at)).toBeLessThan(1);
			expect(Math.abs(a.camera.f - b.camera.f) + Math.abs(a.camera.u0 - b.camera.u0)).toBeLessThan(1);
		}
	});

	it('lays the boxes only while the camera is the one that made them, and puts them out one by one', () => {
		const seen: number[] = [];
		for (let p = 0; p < 0.4; p += 0.01) {
			const frame = at(4, p);
			const boxes = frame.marks.filter((m) => m.key.startsWith('box-') && (m.opacity ?? 1) > 0.5).length;
			const street = frame.ink.find((i) => i.type === 'street');
			if (street?.type !== 'street') throw new Error('no street');
			if (boxes) expect(street.camera.z).toBeCloseTo(8.5, 2);
			seen.push(boxes);
		}
		expect(Math.max(...seen)).toBeGreaterThan(4);
		expect(new Set(seen).size).toBeGreaterThan(4);
		expect(seen.at(-1)).toBe(0);
	});

	it('is continuous from step to step, at every size', () => {
		expectNoJump(at, steps.questions);
		for (const window of WINDOWS)
			for (let step = 1; step < steps.questions; step++) {
				const a = at(step, 1, window);
				const b = at(step + 1, 0, window);
				const street = [a, b].map((f) => f.ink.find((i) => i.type === 'street'));
				if (street[0]?.type !== 'street' || street[1]?.type !== 'street') throw new Error('no street');
				expect(Math.abs(street[0].at - street[1].at)).toBeLessThan(1);
				expect(Math.abs(street[0].camera.f - street[1].camera.f)).toBeLessThan(0.5);
			}
	});

	it('moves its camera without a jump', () => {
		for (const window of WINDOWS) {
			let before: { f: number; u: number; v: number } | null = null;
			for (let t = 2.9; t <= 5; t += 0.01) {
				const step = Math.min(5, Math.floor(t) + 1);
				const ink = at(step, t - step + 1, window).ink.find((i) => i.type === 'street');
				if (ink?.type !== 'street') throw new Error('no street');
				const now = { f: ink.camera.f, u: ink.camera.u0, v: ink.camera.v0 };
				const most = viewOfWindow(window).width * 0.09;
				if (before)
					expect(
						Math.max(Math.abs(now.f - before.f), Math.abs(now.u - before.u), Math.abs(now.v - before.v)),
						`at ${t}`
					).toBeLessThan(most);
				before = now;
			}
		}
	});

	it('brings the sisters together in the fourth step and out of the picture at the end, without boxes', () => {
		const sisters = ['nour', 'salma'].map((key) => recording.street.people.find((p) => p.key === key)!.id);
		const look = (step: number, progress: number) => {
			const frame = at(step, progress);
			const ink = frame.ink.find((i) => i.type === 'street');
			if (ink?.type !== 'street') throw new Error('no street');
			const { people } = recording.street.at(ink.at);
			const [nour, salma] = sisters.map((id) => people[id]);
			return { marks: frame.marks, nour, salma };
		};
		const { marks, nour, salma } = look(4, 0.6);
		expect(Math.hypot(nour.x - salma.x, nour.y - salma.y)).toBeLessThan(1);
		expect(marks.filter((m) => m.key.startsWith('box-'))).toHaveLength(0);
		const last = look(5, 1);
		expect(Math.min(last.nour.x, last.salma.x)).toBeGreaterThan(12);
		expect(last.marks).toHaveLength(0);
	});

	it('keeps its words inside the stage and off one another', () => {
		expectClearTexts(
			at,
			stepsOf('questions'),
			[0.5, 0.6, 0.8],
			[
				{},
				{ 'questions.cameras': 5000, 'questions.population': 1_500_000 },
				{ 'questions.cameras': 1, 'questions.population': 800 }
			]
		);
	});
});
