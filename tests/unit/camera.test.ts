import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	between,
	EYE,
	fit,
	MAST,
	PLAN,
	project,
	scaleAtRow,
	sensorCamera,
	sensorToView,
	toGround
} from '../../src/lib/camera/camera';

const spot = () => ({ u: 0, v: 0, k: 0 });

describe('camera', () => {
	it('comes back from the picture to the ground', () => {
		const poses = [MAST, EYE, PLAN, between(MAST, PLAN, 0.4), between(EYE, MAST, 0.7)];
		fc.assert(
			fc.property(
				fc.constantFrom(...poses),
				fc.double({ min: -20, max: 20, noNaN: true }),
				fc.double({ min: 0, max: 25, noNaN: true }),
				(pose, x, y) => {
					const camera = fit(pose, 1280, 720);
					const p = project(camera, x, y, 0, spot());
					const g = toGround(camera, p.u, p.v)!;
					expect(g[0]).toBeCloseTo(x, 6);
					expect(g[1]).toBeCloseTo(y, 6);
				}
			)
		);
	});

	it('has no ground above the horizon', () => {
		const camera = sensorCamera();
		expect(toGround(camera, 160, camera.v0 - 1)).toBeNull();
	});

	it('keeps uprights upright and sizes as the rows say', () => {
		const camera = sensorCamera();
		const foot = project(camera, 4, 9, 0, spot());
		const head = project(camera, 4, 9, 1.7, spot());
		expect(head.u).toBe(foot.u);
		expect(foot.v - head.v).toBeCloseTo(1.7 * foot.k, 9);
		expect(scaleAtRow(camera, foot.v)).toBeCloseTo(foot.k, 9);
	});

	it('lays the sensor over any view of the mast', () => {
		for (const [w, h, zoom] of [
			[1440, 900, 1],
			[390, 440, 1.4]
		]) {
			const view = fit(MAST, w, h, { zoom, focus: [0.4, 0.6] });
			const { s, dx, dy } = sensorToView(view);
			const a = project(sensorCamera(), 3, 8, 1, spot());
			const b = project(view, 3, 8, 1, spot());
			expect(s * a.u + dx).toBeCloseTo(b.u, 6);
			expect(s * a.v + dy).toBeCloseTo(b.v, 6);
		}
	});

	it('always covers the image', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 200, max: 2000 }),
				fc.integer({ min: 200, max: 2000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(w, h, at) => {
					const c = fit(MAST, w, h, { focus: [at, 1 - at], at: [1 - at, at] });
					const full = c.f / MAST.focal;
					expect(c.u0 - (full * 16) / 18).toBeLessThanOrEqual(1e-6);
					expect(c.u0 + (full * 16) / 18).toBeGreaterThanOrEqual(w - 1e-6);
					expect(c.v0 - MAST.horizon * full).toBeLessThanOrEqual(1e-6);
					expect(c.v0 + (1 - MAST.horizon) * full).toBeGreaterThanOrEqual(h - 1e-6);
				}
			)
		);
	});
});
