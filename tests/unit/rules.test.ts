import { describe, expect, it } from 'vitest';
import {
	createAbandoned,
	createCounterFlow,
	createCrowd,
	createIntrusion,
	createLine,
	createLoitering,
	inside,
	PRESETS,
	type Finding,
	type People,
	type Rule
} from '../../src/lib/rules';

const FPS = 10;
const SQUARE = {
	id: 'square',
	polygon: [
		[0, 0],
		[10, 0],
		[10, 10],
		[0, 10]
	] as [number, number][]
};

const people = (...at: [id: number, x: number, y: number][]): People => ({
	count: at.length,
	id: at.map((p) => p[0]),
	groundX: at.map((p) => p[1]),
	groundY: at.map((p) => p[2])
});

/** Runs a rule over frames; `where` gives the people of each. */
const run = (rule: Rule, frames: number, where: (f: number) => People): Finding[] => {
	const all: Finding[] = [];
	for (let f = 0; f < frames; f++) all.push(...rule.step(f, where(f)));
	return all;
};

describe('zones', () => {
	it('knows inside from outside', () => {
		expect(inside(SQUARE.polygon, 5, 5)).toBe(true);
		expect(inside(SQUARE.polygon, 11, 5)).toBe(false);
		expect(inside(SQUARE.polygon, NaN, 5)).toBe(false);
	});
});

describe('loitering across a lost identity', () => {
	/** Track 1 stays six seconds and is lost; a second later track 2 is where `x` says. */
	const lost =
		(x: number, before: [number, number, number][] = []) =>
		(f: number) =>
			f < 60 ? people([1, 5, 5], ...before) : f < 70 ? people() : people([2, x, 5]);
	const rule = (carry?: { seconds: number; metres: number; colour?: number }) =>
		createLoitering({ zone: SQUARE, seconds: 10, fps: FPS, carry });
	const carry = { seconds: 4, metres: 1.5 };

	it('starts anew unless told to carry on', () => {
		expect(run(rule(), 180, lost(5.5)).map((a) => [a.track, a.frame, a.since])).toEqual([[2, 170, 70]]);
	});
	it('carries on where the first was lost, and is the same stay', () => {
		expect(run(rule(carry), 180, lost(5.5)).map((a) => [a.track, a.frame, a.since])).toEqual([[2, 100, 0]]);
	});
	it('does not carry on further away, or too late', () => {
		expect(run(rule(carry), 160, lost(7))).toEqual([]);
		expect(run(rule({ seconds: 0.5, metres: 1.5 }), 160, lost(5.5))).toEqual([]);
	});
	it('carries on under like clothes only, in light or in shade, and less far the less like they are', () => {
		/** As `lost`, in clothes of one colour, before and after. */
		const dressed = (x: number, before: number[], after: number[]) => (f: number) => {
			const there = lost(x)(f);
			return {
				...there,
				colour: Array(4)
					.fill(f < 60 ? before : after)
					.flat()
			};
		};
		const blue = [60, 70, 120];
		const shaded = [40, 50, 100];
		const bluish = [60, 70, 112];
		const red = [140, 50, 50];
		const alerts = (x: number, before: number[], after: number[], colour?: number) =>
			run(rule({ ...carry, colour }), 160, dressed(x, before, after)).map((a) => a.since);
		expect(alerts(5.5, blue, shaded, 9)).toEqual([0]);
		expect(alerts(5.5, blue, red, 9)).toEqual([]);
		expect(alerts(5.5, blue, red)).toEqual([0]);
		expect(alerts(5.5, blue, [-1, -1, -1], 9)).toEqual([0]);
		expect(alerts(6.4, blue, shaded, 9)).toEqual([0]);
		expect(alerts(6.4, blue, bluish, 9)).toEqual([]);
	});
	it('does not give the stay to somebody who was there all along', () => {
		expect(run(rule(carry), 160, lost(5.5, [[2, -3, 5]]))).toEqual([]);
	});

	describe('that follows its clothes', () => {
		const blue = [60, 70, 120];
		const red = [90, 70, 100];
		const unseen = [-1, -1, -1];
		type Dressed = [id: number, x: number, clothes: number[]];
		const dressed = (...all: Dressed[]): People => ({
			...people(...all.map(([id, x]): [number, number, number] => [id, x, 5])),
			colour: all.flatMap(([, , clothes]) => Array<number[]>(4).fill(clothes).flat())
		});
		const alerts = (frames: number, where: (f: number) => People) =>
			run(rule({ ...carry, colour: 9 }), frames, where).map((a) => [a.track, a.frame, a.since, a.carried]);
		/** Somebody in blue is there from the start and lost at frame 60; somebody in red comes at 30, as track 2. */
		const pair = (f: number, clothes: number[]): Dressed[] => [
			...(f < 60 ? [[1, 5, blue] as Dressed] : []),
			...(f < 30 ? [] : [[2, 5.5, clothes] as Dressed])
		];

		it('goes to a track that was there already once that is in its clothes, and no other stay with it', () => {
			expect(alerts(160, (f) => dressed(...pair(f, f < 62 ? red : blue)))).toEqual([[2, 100, 0, [1]]]);
		});
		it('leaves that track for the one that is in its clothes from then on', () => {
			const three = (f: number) =>
				dressed(...pair(f, f < 62 ? red : blue), ...(f < 70 ? [] : [[3, 6, red] as Dressed]));
			expect(alerts(160, three)).toEqual([
				[2, 100, 0, [1]],
				[3, 130, 30, [2]]
			]);
		});
		it('comes back to its track with its clothes', () => {
			const mistaken = (f: number) => dressed(...pair(f, f < 62 || f >= 80 ? red : blue));
			expect(alerts(160, mistaken)).toEqual([[2, 130, 30, undefined]]);
		});
		it('stays where it is when nobody in such clothes was lost, when they are unseen, or changed for a moment', () => {
			const own = [[2, 130, 30, undefined]];
			const white = [200, 200, 200];
			expect(alerts(160, (f) => dressed(...pair(f, f < 62 ? red : white)))).toEqual(own);
			expect(alerts(160, (f) => dressed(...pair(f, f < 62 ? red : unseen)))).toEqual(own);
			expect(alerts(160, (f) => dressed(...pair(f, f < 62 || f > 65 ? red : blue)))).toEqual(own);
			expect(alerts(160, (f) => dressed(...pair(f, unseen)))).toEqual(own);
		});
		it('is known by its clothes over all its time, not by the last it was seen in', () => {
			const passed = (f: number) =>
				dressed(...(f < 60 ? [[1, 5, f < 57 ? blue : red] as Dressed] : f < 70 ? [] : [[2, 5.5, blue] as Dressed]));
			expect(alerts(160, passed)).toEqual([[2, 100, 0, [1]]]);
		});
	});
});

describe('loitering', () => {
	const rule = (seconds: number, meaning?: 'zone-clock' | 'must-move' | 'barely-moves') =>
		createLoitering({ zone: SQUARE, seconds, fps: FPS, meaning });

	it('speaks once, when the clock reaches the threshold, with its evidence', () => {
		const alerts = run(rule(10), 300, () => people([1, 5, 5]));
		expect(alerts).toEqual([
			{ rule: 'loitering', zone: 'square', frame: 100, since: 0, track: 1, value: 10, threshold: 10, unit: 's' }
		]);
	});

	it('does not count two frames inside, nor outside', () => {
		expect(run(rule(0), 30, (f) => people([1, f === 10 || f === 11 ? 5 : 20, 5]))).toEqual([]);
		// Two frames outside do not stop the clock; three do.
		expect(run(rule(5), 80, (f) => people([1, f === 20 || f === 21 ? 20 : 5, 5]))).toHaveLength(1);
		expect(run(rule(5), 70, (f) => people([1, f >= 20 && f < 23 ? 20 : 5, 5]))).toHaveLength(0);
	});

	it('keeps the clock of somebody unseen for five seconds, not longer', () => {
		const gap = (n: number) => (f: number) => (f >= 20 && f < 20 + n ? people() : people([1, 5, 5]));
		expect(run(rule(10), 105, gap(49))).toHaveLength(1);
		expect(run(rule(10), 105, gap(52))).toHaveLength(0);
	});

	it('reads one man three ways', () => {
		const still = () => people([1, 5, 5]);
		const pacing = (f: number) => people([1, 5 + 3 * Math.abs(((f / 40) % 2) - 1), 5]);
		expect(run(rule(10, 'zone-clock'), 150, still)).toHaveLength(1);
		expect(run(rule(10, 'must-move'), 300, still)).toHaveLength(0);
		expect(run(rule(10, 'barely-moves'), 150, still)).toHaveLength(1);
		expect(run(rule(10, 'zone-clock'), 150, pacing)).toHaveLength(1);
		expect(run(rule(10, 'must-move'), 150, pacing)).toHaveLength(1);
		expect(run(rule(10, 'barely-moves'), 300, pacing)).toHaveLength(0);
	});

	it('tells its clocks at any time', () => {
		const r = rule(100);
		run(r, 51, () => people([1, 5, 5], [2, 50, 5]));
		expect(r.dwell(1)).toBe(5);
		expect(r.dwell(2)).toBe(0);
	});

	it('has presets with a source each, and a number only where one was found', () => {
		expect(new Set(PRESETS.map((p) => p.id)).size).toBe(PRESETS.length);
		for (const p of PRESETS) {
			expect(p.source).toMatch(/^https?:\/\//);
			expect(p.seconds === null).toBe(p.basis === 'not-found');
		}
	});
});

describe('crowd', () => {
	const rule = () => createCrowd({ zone: SQUARE, threshold: 3, seconds: 5, fps: FPS });
	const three = people([1, 1, 1], [2, 2, 2], [3, 3, 3]);
	const two = people([1, 1, 1], [2, 2, 2]);

	it('must hold, forgives a second, and speaks once', () => {
		expect(run(rule(), 40, () => three)).toEqual([]);
		const alerts = run(rule(), 200, (f) => (f % 20 < 8 ? two : three));
		expect(alerts).toHaveLength(1);
		expect(alerts[0]).toMatchObject({ track: -1, value: 3, threshold: 3, unit: 'people' });
		expect(run(rule(), 200, (f) => (f % 20 < 12 ? two : three))).toEqual([]);
	});

	it('measures density over the ground it covers', () => {
		const r = createCrowd({ zone: SQUARE, threshold: 0.03, density: true, seconds: 0, fps: FPS });
		expect(run(r, 2, () => three)[0]).toMatchObject({ value: 0.03, unit: 'people/m2' });
	});
});

describe('line', () => {
	const rule = (way?: 'forward' | 'backward') => createLine({ id: 'door', from: [0, 0], to: [0, 10], way, fps: FPS });
	const walk = (f: number) => people([1, -2 + f * 0.1, 5]);

	it('counts a crossing, in the way asked for', () => {
		expect(run(rule(), 50, walk)).toHaveLength(1);
		expect(run(rule('forward'), 50, walk)).toHaveLength(1);
		expect(run(rule('backward'), 50, walk)).toHaveLength(0);
	});

	it('ignores who passes beyond its ends and who sways on it', () => {
		expect(run(rule(), 50, (f) => people([1, -2 + f * 0.1, 12]))).toEqual([]);
		expect(run(rule(), 50, (f) => people([1, f % 2 ? 0.2 : -0.2, 5]))).toEqual([]);
	});

	it('refuses a line without length', () => {
		expect(() => createLine({ id: 'x', from: [1, 1], to: [1, 1], fps: 1 })).toThrow(RangeError);
	});
});

describe('counter-flow', () => {
	const rule = (degrees?: number) =>
		createCounterFlow({ zone: SQUARE, direction: [1, 0], metres: 4, degrees, fps: FPS });

	it('speaks of who goes against the flow, far enough', () => {
		expect(run(rule(), 60, (f) => people([1, 9 - f * 0.1, 5]))[0]).toMatchObject({ track: 1, threshold: 4, unit: 'm' });
		expect(run(rule(), 60, (f) => people([1, 1 + f * 0.1, 5]))).toEqual([]);
		expect(run(rule(), 30, (f) => people([1, 9 - f * 0.1, 5]))).toEqual([]);
	});

	it('takes the angle into account', () => {
		// Going back at 45 degrees: 135 degrees away from the flow.
		const slant = (f: number) => people([1, 9 - f * 0.1, 1 + f * 0.1]);
		expect(run(rule(120), 70, slant)).toHaveLength(1);
		expect(run(rule(150), 70, slant)).toHaveLength(0);
	});
});

describe('abandoned object and intrusion', () => {
	it('speaks of a thing alone for long enough', () => {
		const rule = createAbandoned({ zone: SQUARE, seconds: 10, fps: FPS });
		const alerts: Finding[] = [];
		for (let f = 0; f < 200; f++) alerts.push(...rule.step(f, people([1, f < 50 ? 5.5 : 9, 5]), people([9, 5, 5])));
		expect(alerts).toHaveLength(1);
		expect(alerts[0].frame).toBe(149);
	});

	it('speaks of who enters, after three frames and the seconds set', () => {
		expect(run(createIntrusion({ zone: SQUARE, fps: FPS }), 5, () => people([1, 5, 5]))[0].frame).toBe(2);
		expect(run(createIntrusion({ zone: SQUARE, seconds: 2, fps: FPS }), 50, () => people([1, 5, 5]))[0].frame).toBe(20);
	});
});
