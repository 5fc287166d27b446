import { describe, expect, it } from 'vitest';
import { fit, PLAN, project, sensorCamera } from '../../src/lib/camera/camera';
import { createStreet } from '../../src/lib/street/street';
import { truthAt } from '../../src/lib/street/truth';

describe('truth', () => {
	const street = createStreet();
	const camera = sensorCamera();

	it('boxes who is in the picture, within it', () => {
		for (const f of [0, 300, 800, 2000]) {
			const now = street.at(f);
			const truth = truthAt(now, camera);
			expect(truth.length).toBeGreaterThan(8);
			for (const t of truth) {
				const p = now.people[t.person];
				expect(p.present).toBe(true);
				expect([p.x, p.y]).toEqual([t.groundX, t.groundY]);
				expect(t.x).toBeGreaterThanOrEqual(0);
				expect(t.y).toBeGreaterThanOrEqual(0);
				expect(t.x + t.w).toBeLessThanOrEqual(320 + 1e-9);
				expect(t.y + t.h).toBeLessThanOrEqual(180 + 1e-9);
				expect(t.visible).toBeGreaterThanOrEqual(0);
				expect(t.visible).toBeLessThanOrEqual(1);
			}
		}
	});

	it('stands people on their feet, at their height', () => {
		const now = street.at(375);
		const nour = now.people.find((p) => p.key === 'nour')!;
		const t = truthAt(now, camera).find((b) => b.person === nour.id)!;
		const feet = project(camera, nour.x, nour.y, 0, { u: 0, v: 0, k: 0 });
		expect(t.y + t.h).toBeCloseTo(feet.v, -0.5);
		expect(t.h / feet.k).toBeGreaterThan(1.6);
		expect(t.h / feet.k).toBeLessThan(1.85);
		expect(t.w / feet.k).toBeGreaterThan(0.35);
		expect(t.w / feet.k).toBeLessThan(0.8);
		expect(t.visible).toBe(1);
	});

	it('hides who is behind the tram', () => {
		const cafe = street.people.find((p) => p.reason === 'cafe')!;
		const seen = (seconds: number): number =>
			truthAt(street.at(seconds * 12.5), camera).find((t) => t.person === cafe.id)!.visible;
		expect(seen(30)).toBeGreaterThan(0.5);
		expect(seen(64)).toBeLessThan(0.1);
	});

	it('refuses a tilted camera', () => {
		expect(() => truthAt(street.at(0), fit(PLAN, 320, 180))).toThrow(RangeError);
	});
});
