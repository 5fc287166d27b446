import { expect, it } from 'vitest';
import { createSensor } from '../../src/lib/camera/sensor';
import { createStreetPainter } from '../../src/lib/drawing/street';
import { tally, scores } from '../../src/lib/evaluation/metrics';
import { createScene } from '../../src/lib/evaluation/scenes';
import { truthAt } from '../../src/lib/street/truth';
import { createPipeline } from '../../src/lib/vision/index';
import { EDGES, FEATURES } from '../../src/lib/vision/detect/motion/cells';
import { WEIGHTS } from '../../src/lib/vision/detect/motion/weights';

it('has a weight for every feature and edge, with and without an umbrella', () => {
	expect(WEIGHTS).toHaveLength(2 * FEATURES * EDGES);
	expect(WEIGHTS.every(Number.isInteger)).toBe(true);
});

it.each([
	[320, 180],
	[200, 112]
])('brings boxes nearer to people than the tracker has them, at %i × %i pixels', (width, height) => {
	const street = createScene({ agents: 20, seed: 101, seconds: 8 });
	const sensor = createSensor({ street, paint: createStreetPainter(), width, height });
	const pipeline = createPipeline({ width, height, camera: sensor.camera });
	const { state: s } = pipeline.tracker;
	const truth: { ids: number[]; boxes: number[] }[] = [];
	const before: typeof truth = [];
	const after: typeof truth = [];
	for (let f = -200; f < 100; f++) {
		const now = sensor.expose(f);
		const { count, id, x, y, w, h } = pipeline.step(sensor.rgb, sensor.luma);
		const ids: number[] = [];
		const boxes: number[] = [];
		for (let i = 0; i < count; i++) {
			ids.push(id[i]);
			boxes.push(x[i], y[i], w[i], h[i]);
			expect(w[i] >= 1 && h[i] >= 1 && x[i] >= 0 && y[i] >= 0).toBe(true);
			expect(x[i] + w[i] <= width + 1e-9 && y[i] + h[i] <= height + 1e-9).toBe(true);
		}
		if (f < 0) continue;
		const seen = truthAt(now, sensor.camera).filter((t) => t.visible >= 0.35);
		truth.push({ ids: seen.map((t) => t.person), boxes: seen.flatMap((t) => [t.x, t.y, t.w, t.h]) });
		const slots = Array.from(pipeline.tracker.order.subarray(0, pipeline.tracker.living));
		const reported = slots.filter((t) => s.confirmed[t] && !s.missed[t]);
		const own = reported.flatMap((t) => [s.x[t] - s.w[t] / 2, s.y[t] - s.h[t] / 2, s.w[t], s.h[t]]);
		before.push({ ids, boxes: own });
		after.push({ ids, boxes });
	}
	const plain = scores(tally(truth, before));
	const refined = scores(tally(truth, after));
	expect(refined.hota).toBeGreaterThan(plain.hota + 0.01);
	expect(refined.mota).toBeGreaterThan(plain.mota);
});
