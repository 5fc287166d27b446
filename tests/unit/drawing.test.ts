import { describe, expect, it } from 'vitest';
import { between, EYE, fit, MAST, PLAN, sensorCamera, type Camera } from '../../src/lib/camera/camera';
import { local, localFlat } from '../../src/lib/drawing/frame';
import { createTones, INK, isSignal, mix, PAPER, SIGNAL, Tone } from '../../src/lib/drawing/palette';
import type { Figure } from '../../src/lib/drawing/people/figure';
import { NEAR } from '../../src/lib/drawing/people/near';
import { gaitOf } from '../../src/lib/drawing/people/pace';
import { paintBody } from '../../src/lib/drawing/person';
import { paintPerson } from '../../src/lib/drawing/portrait';
import { inkWidth } from '../../src/lib/drawing/plot';
import { paintSetting, SETTINGS } from '../../src/lib/drawing/settings/settings';
import { createSprites } from '../../src/lib/drawing/sprites';
import { DISC } from '../../src/lib/drawing/standing';
import { createStreetPainter } from '../../src/lib/drawing/street';
import type { Pen } from '../../src/lib/drawing/types';
import { CAST } from '../../src/lib/street/cast';
import { createStreet } from '../../src/lib/street/street';
import type { Instant, Person, Pose } from '../../src/lib/street/types';

type Call = [name: string, ...values: unknown[]];

/** A pen that writes down what it is asked; throws on a number that is not one. */
function recorder() {
	const calls: Call[] = [];
	const colours = new Set<string>();
	const state: Record<string, unknown> = { fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, globalAlpha: 1 };
	const saved: Record<string, unknown>[] = [];
	const pen = new Proxy({} as Pen, {
		get(_, key: string) {
			if (key in state) return state[key];
			return (...values: unknown[]) => {
				for (const v of values)
					if (typeof v === 'number' && !Number.isFinite(v)) throw new Error(`${key}(${values.join()})`);
				if (key === 'save') saved.push({ ...state });
				else if (key === 'restore') Object.assign(state, saved.pop());
				else if (key === 'fill' || key === 'fillRect') colours.add(String(state.fillStyle));
				else if (key === 'stroke') colours.add(String(state.strokeStyle));
				calls.push([key, ...values]);
			};
		},
		set(_, key: string, value: unknown) {
			if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} = ${value}`);
			state[key] = value;
			calls.push([`${key}=`, value]);
			return true;
		}
	});
	return { pen, calls, colours, count: (name: string) => calls.filter((c) => c[0] === name).length };
}

const street = createStreet();
const { paintBackdrop, paintStreet } = createStreetPainter();
const square = (frame = 1500): Instant => street.at(frame);

const CAMERAS: [string, Camera][] = [
	['mast', fit(MAST, 1440, 900)],
	['sensor', fit(MAST, 320, 180)],
	['phone', fit(MAST, 390, 420, { zoom: 1.4, focus: [0.46, 0.62], at: [0.5, 0.56] })],
	['eye', fit(EYE, 1440, 900)],
	['among people', fit({ ...EYE, x: -1, y: 5, z: 1.6 }, 800, 600)],
	['under the tree', fit({ ...EYE, y: 24 }, 800, 600)],
	...[0.1, 0.3, 0.6, 0.85, 0.97].map((t): [string, Camera] => [`tilt ${t}`, fit(between(MAST, PLAN, t), 1440, 900)]),
	['plan', fit(PLAN, 1440, 900)],
	['low plan', fit({ ...PLAN, z: 4 }, 600, 900)]
];
const POSES: Pose[] = ['walk', 'stand', 'sit', 'crouch', 'bench'];

describe('the square', () => {
	it.each(CAMERAS)('is painted from the camera "%s" in every pose', (_, camera) => {
		for (const frame of [0, 900, 2600]) {
			const s = square(frame);
			for (const pose of POSES) {
				const people = s.people.map((p): Person => ({ ...p, pose, present: true, shelter: 0.5 }));
				const { pen, count } = recorder();
				paintBackdrop(pen, s, camera, { near: NEAR });
				paintStreet(pen, { ...s, people }, camera, {
					near: NEAR,
					facing: [0, 1, 2],
					drained: 0.5,
					night: 0.5,
					veil: 0.2
				});
				expect(count('save')).toBe(count('restore'));
				expect(count('fill')).toBeGreaterThan(10);
			}
		}
	});

	it('never uses a colour that could be taken for the machine’s', () => {
		expect(isSignal(SIGNAL)).toBe(true);
		for (const [, camera] of CAMERAS)
			for (const options of [{}, { drained: 1 }, { night: 1 }, { veil: 0.5 }, { night: 0.5, drained: 0.3 }])
				for (const frame of [300, 1500, 2400]) {
					const { pen, colours } = recorder();
					paintBackdrop(pen, square(frame), camera, { ...options, near: NEAR });
					paintStreet(pen, square(frame), camera, { ...options, near: NEAR });
					expect([...colours].filter(isSignal)).toEqual([]);
				}
	});

	it('lets the wind stir the awnings near by, and the sensor see them hang still', () => {
		const strokes = (camera: Camera, frame: number) => {
			const { pen, calls } = recorder();
			const s = square(frame);
			paintStreet(pen, { ...s, people: [], things: [], sway: 0, tramX: NaN }, camera, { shadows: false });
			return calls;
		};
		const eye = fit(EYE, 1440, 900);
		expect(strokes(eye, 300)).not.toEqual(strokes(eye, 306));
		const sensor = sensorCamera();
		expect(strokes(sensor, 300)).toEqual(strokes(sensor, 306));
	});

	it('shows nobody when it is empty', () => {
		const camera = fit(MAST, 1440, 900);
		const full = recorder();
		const empty = recorder();
		const deserted = recorder();
		const s = square(900);
		paintStreet(full.pen, s, camera);
		paintStreet(empty.pen, s, camera, { empty: true });
		const still = s.things.filter((t) => t.kind === 'bicycle' || t.kind === 'cart');
		paintStreet(deserted.pen, { ...s, people: [], things: still, tramX: NaN }, camera);
		expect(empty.calls).toEqual(deserted.calls);
		expect(empty.calls.length).toBeLessThan(full.calls.length);
	});

	it('shows only whom it is asked to', () => {
		const camera = fit(MAST, 1440, 900);
		const s = square();
		const coat = (r: ReturnType<typeof recorder>, key: string) =>
			r.calls.some((c) => c[0] === 'fillStyle=' && c[1] === new Tone().of(CAST[key].look.coat));
		const nour = s.people.findIndex((p) => p.key === 'nour');
		const only = recorder();
		paintStreet(only.pen, s, camera, { only: [nour] });
		expect(coat(only, 'nour')).toBe(true);
		expect(coat(only, 'josette')).toBe(false);
		const hidden = recorder();
		paintStreet(hidden.pen, s, camera, { hide: [nour] });
		expect(coat(hidden, 'nour')).toBe(false);
		expect(coat(hidden, 'josette')).toBe(true);
	});

	it('turns people to the viewer', () => {
		const camera = fit(MAST, 1440, 900);
		const s = square();
		const id = s.people.findIndex((p) => p.key === 'nour');
		const a = recorder();
		const b = recorder();
		paintStreet(a.pen, s, camera, { only: [id] });
		paintStreet(b.pen, s, camera, { only: [id], facing: [id] });
		expect(a.calls).not.toEqual(b.calls);
	});

	it('lets the two sisters embrace when they meet, hands empty', () => {
		const camera = fit(MAST, 1440, 900);
		for (let frame = 2600; frame < 3150; frame += 5) {
			const s = square(frame);
			const [nour, salma] = ['nour', 'salma'].map((key) => s.people.find((p) => p.key === key) as Person);
			if (nour.pose !== 'stand' || salma.pose !== 'stand' || !salma.present) continue;
			if (Math.hypot(nour.x - salma.x, nour.y - salma.y) > 0.7) continue;
			const alone = recorder();
			const together = recorder();
			paintStreet(alone.pen, { ...s, people: [nour] }, camera, { only: [nour.id] });
			paintStreet(together.pen, { ...s, people: [nour, salma] }, camera, { only: [nour.id] });
			const phones = (r: ReturnType<typeof recorder>) => r.calls.filter((c) => c[0] === 'rect').length;
			expect(phones(alone)).toBe(1);
			expect(phones(together)).toBe(0);
			return;
		}
		throw new Error('they never met');
	});

	it('has as many discs on the plan as people present', () => {
		const camera = fit({ ...PLAN, z: 200 }, 1440, 900);
		for (const frame of [200, 900, 2400]) {
			const s = square(frame);
			const { pen, calls } = recorder();
			paintStreet(pen, s, camera);
			const discs = calls.filter((c) => c[0] === 'arc' && Math.abs((c[3] as number) - (DISC * camera.f) / 200) < 1e-9);
			expect(discs.length).toBe(s.people.filter((p) => p.present).length);
		}
	});

	it('knows nobody by name', () => {
		const camera = fit(MAST, 1440, 900, { zoom: 3, focus: [0.45, 0.6], at: [0.5, 0.5] });
		for (const frame of [300, 1500, 2950]) {
			const s = square(frame);
			const named = recorder();
			const nameless = recorder();
			const people = s.people.map((p) => ({ ...p, key: '', reason: '' }));
			paintStreet(named.pen, s, camera, { near: NEAR });
			paintStreet(nameless.pen, { ...s, people }, camera, { near: NEAR });
			expect(nameless.calls).toEqual(named.calls);
		}
	});

	it('is to a sensor the same with faces as without', () => {
		const camera = sensorCamera();
		for (let frame = -500; frame < 3150; frame += 50) {
			const far = recorder();
			const near = recorder();
			for (const [r, o] of [
				[far, {}],
				[near, { near: NEAR }]
			] as const) {
				paintBackdrop(r.pen, square(frame), camera, o);
				paintStreet(r.pen, square(frame), camera, o);
			}
			expect(near.calls).toEqual(far.calls);
		}
		const eye = fit(EYE, 1440, 900);
		const [bare, faced] = [recorder(), recorder()];
		paintStreet(bare.pen, square(), eye);
		paintStreet(faced.pen, square(), eye, { near: NEAR });
		expect(faced.calls.length).toBeGreaterThan(bare.calls.length);
	});

	it('is the same picture every time', () => {
		const camera = fit(MAST, 1440, 900);
		const a = recorder();
		const b = recorder();
		paintStreet(a.pen, square(1234), camera);
		createStreet().at(10);
		paintStreet(b.pen, square(1234), camera);
		expect(a.calls).toEqual(b.calls);
	});
});

describe('a person', () => {
	const figure = { look: CAST.nour.look, height: 1.7, phase: 0, hx: 1, hy: 0 };

	it('stands on its feet, as high as it is', () => {
		for (const [hx, hy] of [
			[1, 0],
			[0, -1],
			[0, 1],
			[-0.6, 0.8]
		]) {
			const { pen, calls } = recorder();
			paintPerson(pen, { ...figure, pose: 'stand', hx, hy }, 300, 500, 100);
			let top = Infinity;
			let low = -Infinity;
			for (const c of calls)
				if (c[0] === 'moveTo' || c[0] === 'lineTo') {
					top = Math.min(top, c[2] as number);
					low = Math.max(low, c[2] as number);
				}
			expect(low).toBeGreaterThan(485);
			expect(low).toBeLessThan(515);
			expect(500 - top).toBeGreaterThan(140);
			expect(500 - top).toBeLessThan(180);
		}
	});

	it('takes every pose, heading, phase and size, with all that people carry', () => {
		for (const { look } of Object.values(CAST))
			for (const pose of POSES)
				for (let i = 0; i < 16; i++) {
					const a = (i / 16) * 2 * Math.PI;
					const { pen, count } = recorder();
					const all = { ...look, suitcase: '#C77B55', umbrella: '#44587A', cane: i % 2 === 0, flowers: i % 3 === 0 };
					const phase = i / 16 + (i === 3 ? 7 : -2);
					const who = {
						look: all,
						pose,
						phase,
						hx: Math.cos(a),
						hy: Math.sin(a),
						height: i % 4 ? 1.7 : 1.1,
						shelter: i / 15
					};
					paintPerson(pen, who, 0, 0, i % 2 ? 4 : 160, { facing: i % 5 === 0 });
					expect(count('fill')).toBeGreaterThan(3);
				}
	});

	it.each([
		['face', 'stand', { face: { freckles: true } }],
		['map', 'stand', { holds: 'map' }],
		['gait', 'walk', { gait: 'short' }],
		...(['talks', 'looksUp', 'searches', 'scratches', 'points', 'bounces', 'offers'] as const).map(
			(habit) => [habit, 'stand', { habits: [habit] }] as const
		),
		['dozes', 'bench', { habits: ['dozes'] }]
	] as const)('shows its own %s near, and from afar only what is large', (name, pose, own) => {
		const draw = (own: object, k: number) => {
			const { pen, calls } = recorder();
			const at = local();
			localFlat(300, 500, k, 0, -1, 0.12, at);
			paintBody(pen, { ...figure, pose, phase: 0.1, ...own }, at, { tone: new Tone(), line: 1, idle: 0.2, near: NEAR });
			return calls;
		};
		expect(draw(own, 120)).not.toEqual(draw({}, 120));
		if (!['map', 'talks', 'searches'].includes(name)) expect(draw(own, 14)).toEqual(draw({}, 14));
	});

	it('has the hood or the scarf of its look', () => {
		const filled = (own: object) => {
			const { pen, calls, colours } = recorder();
			paintPerson(pen, { ...figure, look: { ...figure.look, hood: undefined, ...own }, pose: 'stand' }, 0, 0, 60);
			return { calls: JSON.stringify(calls), colours };
		};
		expect(filled({ scarf: '#123456' }).colours).toContain('#123456');
		expect(filled({ hood: true }).colours).not.toContain('#123456');
		expect(filled({ hood: true }).calls).not.toBe(filled({ scarf: '#123456' }).calls);
	});

	it('walks as it is only near: old people take short steps, children skip, some hurry', () => {
		const walk = (key: string, speed: number): Figure => ({
			...CAST[key],
			speed,
			pose: 'walk',
			phase: 0,
			hx: 1,
			hy: 0
		});
		const near = (key: string, speed: number) => gaitOf(walk(key, speed), 60);
		expect([near('baker2', 0.9), near('josette', 0.6), near('child', 1.2)]).toEqual(['short', 'short', 'skip']);
		expect([near('thief', 2.1), near('salma', 1.12)]).toEqual(['hurried', 'plain']);
		for (const key of Object.keys(CAST)) expect(gaitOf(walk(key, 2), 22)).toBe('plain');
	});

	it('moves its legs through eight different phases', () => {
		const seen = new Set<string>();
		for (let i = 0; i < 8; i++) {
			const { pen, calls } = recorder();
			paintPerson(pen, { ...figure, pose: 'walk', phase: i / 8 }, 0, 0, 50);
			seen.add(JSON.stringify(calls));
		}
		expect(seen.size).toBe(8);
	});
});

describe('the drawn settings', () => {
	it.each(SETTINGS)('%s is painted at any size, by day and by night', (name) => {
		for (const [w, h] of [
			[160, 90],
			[640, 360],
			[90, 160]
		])
			for (let seed = 0; seed < 4; seed++) {
				const { pen, colours, count } = recorder();
				paintSetting(pen, name, seed, seed * 9.7, w, h, { night: seed % 2, drained: seed > 1 ? 1 : 0, umbrella: 0 });
				expect(count('save')).toBe(count('restore'));
				expect([...colours].filter(isSignal)).toEqual([]);
			}
	});

	it('has other people for another seed, and the same for the same', () => {
		const draw = (seed: number) => {
			const { pen, calls } = recorder();
			paintSetting(pen, 'market', seed, 5, 320, 180);
			return calls;
		};
		expect(draw(4)).toEqual(draw(4));
		expect(draw(4)).not.toEqual(draw(5));
	});

	it('throws on a name it does not have', () => {
		expect(() => paintSetting(recorder().pen, 'beach' as never, 1, 0, 160, 90)).toThrow(/beach/);
	});
});

describe('sprites', () => {
	it('puts kept people down once the camera stands still, within the budget', () => {
		const camera = fit(MAST, 1440, 900);
		let made = 0;
		const stamp = createSprites({
			createCanvas: () => {
				made++;
				return { canvas: {}, pen: recorder().pen };
			}
		});
		const drawn: number[] = [];
		for (let i = 0; i < 6; i++) {
			const { pen, count } = recorder();
			paintStreet(pen, square(1500), camera, { stamp });
			drawn.push(count('drawImage'));
		}
		expect(drawn[0]).toBe(0);
		expect(drawn[5]).toBeGreaterThan(20);
		const before = made;
		paintStreet(recorder().pen, square(1500), camera, { stamp });
		expect(made).toBe(before);
		const moved = recorder();
		paintStreet(moved.pen, square(1500), fit(between(MAST, PLAN, 0.5), 1440, 900), { stamp });
		expect(moved.count('drawImage')).toBe(0);
	});
});

describe('the palette', () => {
	it('mixes colours, and leaves them alone by day', () => {
		expect(mix(INK, PAPER, 0)).toBe(INK.toLowerCase());
		expect(mix(INK, PAPER, 1)).toBe(PAPER.toLowerCase());
		expect(new Tone().of('#E8B23A')).toBe('#e8b23a');
		const toneOf = createTones(2);
		expect(toneOf(1, 0, 0)).toBe(toneOf(1, 0, 0));
	});

	it('drains colours towards grey', () => {
		const n = parseInt(new Tone(1).of('#E8B23A').slice(1), 16);
		const channels = [(n >> 16) & 255, (n >> 8) & 255, n & 255];
		expect(Math.max(...channels) - Math.min(...channels)).toBeLessThan(45);
	});

	it('draws an ink line that grows slower than the picture', () => {
		expect(inkWidth(900)).toBeCloseTo(1.3);
		expect(inkWidth(180)).toBeCloseTo(0.45);
		expect(inkWidth(420)).toBeGreaterThan(0.9);
	});
});
