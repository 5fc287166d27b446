import { describe, expect, it } from 'vitest';
import { between, MAST, project, type Camera } from '../../src/lib/camera/camera';
import { domeAt, mastInk } from '../../src/lib/figure/mast';
import { travel, type Key } from '../../src/lib/figure/travel';
import { band, lay, type Piece } from '../../src/lib/scenes/camera/ribbon';
import { AT_DOME, BEHIND, WINDOW } from '../../src/lib/figure/poses';
import type { Frame } from '../../src/lib/picture/frame';
import { WINDOWS } from '../../src/lib/picture/view';
import { framesOf, recording, steps } from '../kit';

const CHAPTERS = ['place', 'camera', 'vision'];

const cameraOf = (frame: Frame): Camera => {
	const street = frame.ink.find((i) => i.type === 'street');
	if (!street) throw new Error('no street on stage');
	return street.camera;
};

/** Points of the square that tell a view from another: the ground's middle, a kerb, two house fronts. */
const POINTS = [
	[0, 6, 0],
	[-8, 14, 0],
	[6, 24, 0],
	[-4, 27, 6]
] as const;

/** How far the picture moves from one camera to another: the largest way of a point seen by either, pixels. */
function moved(a: Camera, b: Camera): number {
	const p = { u: 0, v: 0, k: 0 };
	const q = { u: 0, v: 0, k: 0 };
	let most = 0;
	for (const [x, y, z] of POINTS) {
		project(a, x, y, z, p);
		project(b, x, y, z, q);
		const seen = (s: typeof p, c: Camera) => s.u > 0 && s.u < c.width && s.v > 0 && s.v < c.height;
		if (seen(p, a) || seen(q, b)) most = Math.max(most, Math.hypot(p.u - q.u, p.v - q.v));
	}
	return most;
}

describe.each(CHAPTERS)('the eye in %s', (chapter) => {
	const at = framesOf(chapter);
	it('goes from each step to the next without a cut', () => {
		for (const size of WINDOWS)
			for (let step = 1; step < steps[chapter]; step++) {
				const jump = moved(cameraOf(at(step, 1, size)), cameraOf(at(step + 1, 0, size)));
				expect(jump, `${chapter}.${step} to ${step + 1}, ${size.join('×')}`).toBeLessThan(2);
			}
	});
});

it('enters the camera chapter through the lens it has climbed to', () => {
	for (const size of WINDOWS)
		expect(
			moved(cameraOf(framesOf('place')(steps.place, 1, size)), cameraOf(framesOf('camera')(1, 0, size))),
			size.join('×')
		).toBeLessThan(2);
});

describe('the seconds the pipeline is shown on', () => {
	const from = recording.moments.explain;
	const at = framesOf('vision', { recording: { ...recording, live: () => ({ from, to: from + 74 }) } });
	const frames = (step: number, progress: number, life: number) =>
		at(step, progress, undefined, { life }).ink.flatMap((i) =>
			i.type === 'sensor' ? [{ at: i.at, share: i.opacity ?? 1 }] : []
		);

	it('begin again by a dissolve: what leaves goes on while it pales', () => {
		const turn = 65 / recording.fps;
		const [last] = frames(4, 0.5, turn - 0.01);
		expect(last).toEqual({ at: from + 64, share: 1 });
		let share = 1;
		for (let p = 0; p < 10; p++) {
			const shown = frames(4, 0.5, turn + (p + 0.5) / recording.fps);
			const old = shown.find((i) => i.at === from + 65 + p);
			expect(old?.share).toBeLessThan(share);
			share = old?.share ?? 0;
			expect(shown.some((i) => i.at === from + p && i.share === 1)).toBe(true);
		}
		expect(share).toBeLessThan(0.1);
		expect(frames(4, 0.5, turn + 10.5 / recording.fps).every((i) => i.share === 1)).toBe(true);
	});

	it('set out from the frame the chapter is entered on, and come back to it', () => {
		for (const life of [0.4, 2, 5.1, 7])
			for (const [step, progress] of [
				[1, 0],
				[5, 1]
			] as const)
				for (const i of at(step, progress, undefined, { life }).ink)
					if ('at' in i && i.type !== 'setting') expect(i.at).toBe(from);
	});
});

describe('a camera that travels', () => {
	const keys: Key[] = [
		[0, WINDOW],
		[0.4, BEHIND],
		[1, MAST]
	];

	it('meets every pose it is given, and stays at its ends', () => {
		for (const [at, pose] of keys) expect(travel(keys, at).z).toBeCloseTo(pose.z, 9);
		expect(travel(keys, -1)).toEqual(WINDOW);
		expect(travel(keys, 2)).toEqual(MAST);
	});

	it('has no corner at the poses between', () => {
		const slope = (t: number) => (travel(keys, t + 1e-5).y - travel(keys, t).y) / 1e-5;
		expect(Math.abs(slope(0.4 - 2e-5) - slope(0.4 + 1e-5))).toBeLessThan(0.05);
	});
});

describe('the mast', () => {
	const at = (t: number): Camera => {
		const pose = between(AT_DOME, MAST, t);
		return { ...pose, sin: 0, cos: 1, f: pose.focal * 900, u0: 800, v0: pose.horizon * 900, width: 1440, height: 900 };
	};

	it('grows as the eye nears its glass, and is gone once the eye is the lens', () => {
		const sizes = [0, 0.3, 0.6, 0.9].map((t) => domeAt(at(t))!.r);
		expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
		expect(domeAt(at(1))).toBeNull();
		expect(mastInk(at(1))).toEqual([]);
	});
});

describe('the ribbon', () => {
	const piece: Piece = {
		from: 0.15,
		to: 1,
		x0: 100,
		x1: 900,
		y: 400,
		sag: 20,
		tied: 'right',
		ground: 560,
		fallen: 0,
		bar: 80,
		straight: 0
	};

	it('sags between its posts, falls to the ground from the one it is tied to, and ends straight at the same length', () => {
		const stretched = lay(piece);
		expect(stretched[0][0]).toBeCloseTo(220);
		expect(Math.max(...stretched.map((p) => p[1]))).toBeCloseTo(420, 0);
		const fallen = lay({ ...piece, fallen: 1 });
		expect(fallen.at(-1)![0]).toBeCloseTo(900);
		expect(Math.max(...fallen.map((p) => p[1]))).toBeLessThan(570);
		expect(fallen[0][1]).toBeGreaterThan(550);
		const bar = lay({ ...piece, fallen: 1, straight: 1 });
		expect(bar.every((p) => Math.abs(p[1] - 80) < 1e-9)).toBe(true);
		expect(bar.at(-1)![0] - bar[0][0]).toBeCloseTo(680);
	});

	it('is a closed band as wide as it is told', () => {
		expect(
			band(
				[
					[0, 10],
					[100, 10]
				],
				6
			)
		).toBe('M0.0 7.0L100.0 7.0L100.0 13.0L0.0 13.0Z');
	});
});
