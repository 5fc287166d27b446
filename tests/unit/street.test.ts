import { describe, expect, it } from 'vitest';
import { cosine, random, sine } from '../../src/lib/maths';
import { inObstacle } from '../../src/lib/street/plan';
import { COLUMN, TRAM } from '../../src/lib/street/places';
import { HOMES, planSquare, STORY, STORY_ATTEMPTS } from '../../src/lib/street/square';
import { createStreet } from '../../src/lib/street/street';
import type { Instant, Person } from '../../src/lib/street/types';

const FPS = 12.5;
const CAST = [
	...['nour', 'salma', 'marcel', 'baker1', 'baker2', 'baker3', 'baker4', 'baker5', 'friend1', 'friend2'],
	...['teen1', 'teen2', 'teen3', 'florist', 'josette', 'courier', 'simon', 'tourist', 'parent', 'child', 'thief']
];

/** FNV-1a over the exact bits of what a street says of everyone. */
function digest(now: Instant): string {
	const bits = new Float64Array(1);
	const words = new Uint32Array(bits.buffer);
	let h = 2166136261;
	const add = (v: number) => {
		bits[0] = v;
		h = Math.imul(Math.imul(h ^ words[0], 16777619) ^ words[1], 16777619);
	};
	for (const p of now.people) {
		add(p.present ? 1 : 0);
		if (p.present) for (const v of [p.x, p.y, p.hx, p.hy, p.phase, p.speed, p.gaze!, p.settled!]) add(v);
	}
	for (const t of now.things) {
		add(t.present ? 1 : 0);
		if (t.present) for (const v of [t.x, t.y, t.z, t.hx, t.hy, t.phase]) add(v);
	}
	add(now.tramX);
	add(now.sway);
	return (h >>> 0).toString(16).padStart(8, '0');
}

const named = ({ people }: Instant, key: string): Person => people.find((p) => p.key === key)!;
const apart = (a: Person, b: Person): number => Math.hypot(a.x - b.x, a.y - b.y);
const inView = (p: Person): boolean => p.present && Math.abs(p.x) < 0.72 * (p.y + 13) && p.y > -0.4;

describe('maths', () => {
	it('is as good as the engine’s', () => {
		for (let t = -3; t < 3; t += 0.0137) {
			expect(sine(t)).toBeCloseTo(Math.sin(2 * Math.PI * t), 5);
			expect(cosine(t)).toBeCloseTo(Math.cos(2 * Math.PI * t), 5);
		}
	});

	it('draws evenly', () => {
		const chance = random(3);
		const tens = new Array(10).fill(0);
		for (let i = 0; i < 20_000; i++) tens[Math.floor(10 * chance())]++;
		for (const n of tens) expect(Math.abs(n - 2000)).toBeLessThan(180);
	});
});

describe('street', () => {
	const street = createStreet({ seed: STORY });

	it('has the same state bit for bit, today and on every engine', () => {
		const at = [-600, 0, 300, 1000, 2000, 2999].map((f) => digest(street.at(f)));
		expect(at).toMatchInlineSnapshot(`
			[
			  "ecffe45f",
			  "5f1b3b7c",
			  "0f8a5d09",
			  "ea8488dd",
			  "17637455",
			  "3f858842",
			]
		`);
		for (const seed of [1, 2]) {
			const [a, b] = [createStreet({ seed }), createStreet({ seed })].map((s) => digest(s.at(777)));
			expect(a).toBe(b);
			expect(a).not.toBe(digest(street.at(777)));
		}
	});

	it('is a value: the same from wherever one comes, and left alone by what is asked next', () => {
		const other = createStreet({ seed: STORY });
		for (let f = 700; f < 759; f++) other.at(f);
		const now = street.at(759);
		const before = digest(now);
		street.at(2900);
		expect(digest(now)).toBe(before);
		expect(digest(other.at(759))).toBe(before);
		expect([now.frame, now.time]).toEqual([759, 759 / FPS]);
	});

	it('fills from empty before frame 0', () => {
		expect(street.at(-street.lead * FPS).people.filter((p) => p.present)).toHaveLength(0);
		expect(street.at(0).people.filter(inView).length).toBeGreaterThan(15);
	});

	it('knows the whole cast', () => {
		for (const key of CAST) expect(street.people.filter((p) => p.key === key)).toHaveLength(1);
		expect(street.people.every((p, i) => p.id === i)).toBe(true);
		const yellow = street.people.filter((p) => p.look.coat === named(street.at(0), 'nour').look.coat);
		expect(yellow).toHaveLength(1);
	});

	it('moves nobody by jumps, at any frame rate', () => {
		for (const step of [1, 0.2]) {
			const before = street.people.map((p) => ({ present: false, x: 0, y: 0, hx: 0, hy: 0, id: p.id }));
			for (let f = step === 1 ? -600 : 1400; f < (step === 1 ? 3150 : 1700); f += step) {
				for (const p of street.at(f).people) {
					const b = before[p.id];
					if (p.present && b.present) {
						const who = `${p.key || p.reason} ${p.id} at ${f / FPS}`;
						expect((Math.hypot(p.x - b.x, p.y - b.y) * FPS) / step, who).toBeLessThan(3.2);
						expect(p.hx * b.hx + p.hy * b.hy, who).toBeGreaterThan(step === 1 ? 0.5 : 0.95);
					}
					Object.assign(b, { present: p.present, x: p.x, y: p.y, hx: p.hx, hy: p.hy });
				}
			}
		}
	});

	it('walks as far as the gait says', () => {
		const { x, y, phase, id } = street.at(125).people.find((q) => q.present && q.pose === 'walk' && q.speed > 1)!;
		const p = street.at(126).people[id];
		const cycles = (p.phase - phase + 1) % 1;
		expect(cycles * 0.75 * p.height).toBeCloseTo(Math.hypot(p.x - x, p.y - y), 1);
		expect(p.speed).toBeCloseTo(Math.hypot(p.x - x, p.y - y) * FPS, 0);
	});

	it.each([STORY, 1, 2])('keeps people out of one another, of furniture and of the tram (seed %i)', (seed) => {
		const s = seed === STORY ? street : createStreet({ seed });
		let frames = 0;
		let close = 0;
		let inside = 0;
		let hit = 0;
		for (let f = -600; f < 3150; f += 5) {
			const now = s.at(f);
			const here = now.people.filter((p) => p.present);
			for (const p of here) {
				frames++;
				if (here.some((q) => q !== p && apart(p, q) < 0.35)) close++;
				if (p.pose !== 'bench' && p.pose !== 'sit' && inObstacle(p.x, p.y, 0)) inside++;
				if (p.y > TRAM.y0 && p.y < TRAM.y1 && p.x > now.tramX && p.x < now.tramX + TRAM.length) hit++;
			}
		}
		expect(close / frames).toBeLessThan(0.004);
		expect(inside / frames).toBeLessThan(0.001);
		expect(hit).toBe(0);
		expect(Math.hypot(HOMES.marcel[0] - COLUMN.x, HOMES.marcel[1] - COLUMN.y)).toBeGreaterThan(COLUMN.radius);
	});

	it('takes the ways a search would find', () => {
		expect(planSquare(STORY, true).attempts).toEqual(STORY_ATTEMPTS);
	});

	it('lets Nour wait, and Salma come', () => {
		let near = 0;
		for (let f = 0; f < 3000; f++) {
			const nour = named(street.at(f), 'nour');
			if (Math.hypot(nour.x - HOMES.nour[0], nour.y - HOMES.nour[1]) < 1.5) near++;
		}
		expect(near / FPS).toBeGreaterThan(215);
		const sisters = (seconds: number) => ['nour', 'salma'].map((key) => named(street.at(seconds * FPS), key));
		expect(inView(sisters(219)[1])).toBe(false);
		expect(apart(...(sisters(233) as [Person, Person]))).toBeLessThan(0.6);
		expect(sisters(250).some(inView)).toBe(false);
	});

	it('lets the thief try two locks, quickly', () => {
		let crouched = 0;
		let seen = 0;
		let locks = 0;
		let before = '';
		for (let f = 0; f < 3000; f++) {
			const thief = named(street.at(f), 'thief');
			if (inView(thief)) seen++;
			if (thief.present && thief.pose === 'crouch') {
				crouched++;
				if (before !== 'crouch') locks++;
			}
			before = thief.pose;
		}
		expect(locks).toBe(2);
		expect(crouched / FPS).toBeCloseTo(11, 0);
		expect(seen / FPS).toBeLessThan(22);
	});

	it('opens umbrellas while it rains, and only then', () => {
		const street = createStreet({ seed: STORY, rain: [60, 120] });
		const [wet, dry] = [street.at(90 * FPS), street.at(30 * FPS)];
		expect(wet.light.rain).toBe(1);
		expect(wet.people.filter((p) => p.present && p.shelter === 1).length).toBeGreaterThan(2);
		expect(dry.light.rain).toBe(0);
		expect(dry.people.every((p) => p.shelter === 0)).toBe(true);
	});

	it('refuses a frame rate that is none', () => {
		expect(() => createStreet({ fps: 0 })).toThrow(RangeError);
		expect(() => createStreet({ fps: NaN })).toThrow(RangeError);
	});
});
