import { describe, expect, it } from 'vitest';
import { random } from '../../src/lib/maths';
import { createCalibrator } from '../../src/lib/vision/calibrate';
import { createAbreast } from '../../src/lib/vision/footage/abreast';
import { createObserver, footageSetup, type Observation, type Trouble } from '../../src/lib/watch';

const W = 160;
const H = 120;
const FPS = 10;

/** A dark somebody, and what else is otherwise. */
interface Shot {
	people?: readonly (readonly [left: number, foot: number, tall: number])[];
	light?: number;
	/** People wear white below the waist. */
	white?: boolean;
	/** The same of bright pixels alone: a camera that sets its exposure for something dark. */
	bright?: number;
	/** Pixels that the camera was knocked aside by. */
	knocked?: number;
}

/** Paving of uneven levels and noise, through a camera. */
function shooting() {
	const chance = random(11);
	return ({ people = [], light = 1, white = false, bright = 1, knocked = 0 }: Shot) => {
		const rgb = new Uint8Array(W * H * 3);
		const luma = new Uint8Array(W * H);
		for (let v = 0, i = 0; v < H; v++)
			for (let u = 0; u < W; u++, i++) {
				const [column, row] = [Math.floor((u + knocked) / 9), Math.floor(v / 9)];
				let level = 90 + ((column * 37 + row * 61 + column * row * 13) % 90);
				for (const [left, foot, tall] of people)
					if (u >= left && u < left + 0.36 * tall && v >= foot - tall && v < foot)
						level = white && v > foot - tall / 2 ? 235 : 30;
				if (level > 120) level *= bright;
				luma[i] = Math.min(255, 16 + (level - 16 + (chance() + chance() - 1) * 7) * light);
				rgb.fill(luma[i], 3 * i, 3 * i + 3);
			}
		return { rgb, luma };
	};
}

interface Seen {
	count: number;
	ids: number[];
	state: Observation['state'];
	trouble: Trouble | null;
	epoch: number;
	x: number;
}

/** Shows an observer that knows no camera some shots. */
function show(shots: readonly Shot[], learn = 3) {
	const setup = footageSetup({ width: W, height: H, fps: FPS, colour: false }, { footage: { by: 1, learn } });
	const observer = createObserver(setup);
	const shoot = shooting();
	const seen = shots.map((shot, f): Seen => {
		const { rgb, luma } = shoot(shot);
		const { people, state, trouble, epoch } = observer.see(rgb, luma, f / FPS);
		const ids = Array.from(people.id.subarray(0, people.count));
		return { count: people.count, ids, state, trouble, epoch, x: people.groundX[0] };
	});
	return { observer, seen };
}

const times = (n: number, shot: (f: number) => Shot): Shot[] => Array.from({ length: n }, (_, f) => shot(f));

/** Somebody near who fills the picture: comes in, stands, leaves. */
const visit = (stay: number): Shot[] => [
	...times(25, (f) => ({ people: [[160 - 4 * f, 112, 96]] })),
	...times(stay, (f) => ({ people: [[60 + (f % 2), 112, 96]] })),
	...times(30, (f) => ({ people: [[60 + 4 * f, 112, 96]] }))
];

describe('calibration', () => {
	const walked = (shots: readonly Shot[]) => {
		const calibrator = createCalibrator(W, H);
		const shoot = shooting();
		for (const shot of shots) {
			const { rgb, luma } = shoot(shot);
			calibrator.step(rgb, luma);
		}
		return calibrator.calibration();
	};
	/** Walkers near and far, of heights that a rule gives. */
	const street = (tall: (foot: number, k: number) => number) =>
		walked([
			...times(5, () => ({})),
			...times(150, (f) => ({
				people: [50, 80, 110].map((foot, k) => [((f + 40 * k) % 150) - 10, foot, tall(foot, k)] as const)
			}))
		]);

	it('is sure of a camera on which walkers agree', () => {
		const found = street((foot) => 0.35 * foot);
		expect(found).toMatchObject({ sure: true, why: 'walkers', band: null });
		expect(found.explained).toBeGreaterThan(0.8);
		expect(found.residual).toBeLessThan(0.1);
		expect((1.7 * (100 - found.camera.v0)) / found.camera.z).toBeCloseTo(35, -0.6);
	});

	it('is unsure where people are as tall far away as near, says why, and has no ground', () => {
		const found = street(() => 30);
		expect(found).toMatchObject({ sure: false, why: 'limit' });
		expect(found.reason).toMatch(/mast/);
		expect(found.camera.v0).toBeGreaterThan(H);
		for (const row of [60, 80, 110]) expect(Math.abs(found.band!.tall[row] - 30)).toBeLessThan(8);
	});

	it('is unsure where nobody walks, and where all walk in one row', () => {
		expect(walked(times(40, () => ({})))).toMatchObject({ sure: false, why: 'few', sights: 0 });
		const one = walked([...times(5, () => ({})), ...times(280, (f) => ({ people: [[(f % 170) - 10, 90, 34]] }))]);
		expect(one).toMatchObject({ sure: false, why: 'row' });
	});
});

describe('an observer that cannot calibrate', () => {
	const shots = [...times(60, () => ({})), ...visit(80), ...times(40, () => ({}))];

	it('follows one who comes close, stands and leaves: one box, few numbers, and nobody when nobody is there', () => {
		const { observer, seen } = show(shots, 5);
		expect(observer.calibration).toMatchObject({ sure: false });
		const standing = seen.slice(95, 160);
		expect(standing.filter((s) => s.count === 1).length).toBeGreaterThan(60);
		expect(new Set(seen.flatMap((s) => s.ids)).size).toBe(1);
		expect(seen.slice(-35).every((s) => s.count === 0)).toBe(true);
		expect(standing.every((s) => s.trouble === 'scale' && !(s.x > -Infinity))).toBe(true);
	});

	it('knows who walks out over an edge for the same, though it cuts off what they wear', () => {
		const { seen } = show(
			[
				...times(60, () => ({})),
				...times(25, (f) => ({ people: [[160 - 4 * f, 100, 90]] as const, white: true })),
				...times(60, (f) => ({ people: [[60 + (f % 2), 100, 90]] as const, white: true })),
				...times(30, (f) => ({ people: [[60, 100 + 10 * f, 90]] as const, white: true }))
			],
			5
		);
		expect(new Set(seen.flatMap((s) => s.ids)).size).toBe(1);
		// Ten pixels a frame, from frame 145: till hardly more than their head is left.
		expect(seen.findLastIndex((s) => s.count === 1)).toBeGreaterThan(150);
	});

	it('takes a step of the exposure for light, not for people', () => {
		const { seen } = show([
			...times(60, () => ({})),
			...times(60, () => ({ light: 1.18 })),
			...times(60, () => ({ light: 0.85 }))
		]);
		expect(seen.reduce((sum, s) => sum + s.count, 0)).toBe(0);
	});

	it('finds three who walk abreast of unlike heights, each whole, whatever joins them', () => {
		const mask = new Uint8Array(W * H);
		const chance = random(8);
		const people = [[20, 30, 96], [62, 24, 100], [90, 36, 92]]; // prettier-ignore
		for (let v = 0; v < H; v++)
			for (let u = 0; u < W; u++) {
				const body = people.some(([l, t, b]) => v >= t && v < b && u >= l && u < l + (v < t + 12 ? 10 : 20));
				// Speckle of a shop window between them, at the height of their shoulders.
				const speckle = v > 50 && v < 66 && u > 10 && u < 130 && chance() < 0.6;
				mask[v * W + u] = body || speckle ? 1 : 0;
			}
		const abreast = createAbreast(W, mask);
		abreast.find(10, 130, 20, 102, 76);
		expect(abreast.count).toBe(3);
		people.forEach(([left, top, bottom], k) => {
			expect(Math.abs(abreast.left[k] - left), `left of ${k}`).toBeLessThanOrEqual(6);
			expect(Math.abs(abreast.right[k] - left - 20), `right of ${k}`).toBeLessThanOrEqual(6);
			expect(Math.abs(abreast.top[k] - top), `top of ${k}`).toBeLessThanOrEqual(3);
			expect(Math.abs(abreast.bottom[k] - bottom), `bottom of ${k}`).toBeLessThanOrEqual(3);
		});
		const block = (tall: number, wide: number, person = tall) => {
			mask.fill(0);
			for (let v = 100 - tall; v < 100; v++) mask.fill(1, v * W + 10, v * W + 10 + wide);
			abreast.find(10, 10 + wide, 100 - tall, 100, person);
			return abreast.count;
		};
		// Arm in arm without a gap; a bus; a strip of light.
		expect(block(76, 62)).toBe(2);
		expect(block(52, 140)).toBe(0);
		expect(block(30, 120, 76)).toBe(0);
	});

	it('does not take somebody for the scene because the camera sets its exposure for them', () => {
		const { seen } = show([
			...times(60, () => ({})),
			...visit(120).map((shot, f) => ({ ...shot, bright: Math.min(1, Math.max(0.85, 1 - 0.02 * (f - 15))) }))
		]);
		expect(seen.filter((s) => s.trouble === 'moved')).toEqual([]);
		const standing = seen.slice(90, 200);
		expect(standing.filter((s) => s.count === 1).length).toBeGreaterThan(100);
		expect(new Set(standing.flatMap((s) => s.ids)).size).toBe(1);
	});

	it('learns the scene anew when its camera is knocked, and then sees who comes', () => {
		const { seen } = show([
			...times(60, () => ({})),
			...times(80, () => ({ knocked: 23 })),
			...visit(40).map((shot) => ({ ...shot, knocked: 23 }))
		]);
		expect(seen.some((s) => s.trouble === 'moved')).toBe(true);
		expect(seen[139].epoch).toBeGreaterThan(0);
		expect(seen[139].count).toBe(0);
		expect(seen.slice(175, 200).filter((s) => s.count === 1).length).toBeGreaterThan(20);
	});

	it('never says more boxes than a crowd: a flood is a message', () => {
		const chance = random(4);
		const swarm = times(60, () => ({
			people: Array.from({ length: 40 }, () => [chance() * 150, 30 + chance() * 85, 24] as const)
		}));
		const { seen } = show([...times(40, () => ({})), ...swarm]);
		for (const s of seen) {
			expect(s.count).toBeLessThanOrEqual(60);
			if (s.trouble === 'flood') expect(s.count).toBe(0);
		}
	});
});
