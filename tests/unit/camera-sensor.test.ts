import { describe, expect, it } from 'vitest';
import { project, type Camera } from '../../src/lib/camera/camera';
import { createSensor, type Paint } from '../../src/lib/camera/sensor';
import type { Pen } from '../../src/lib/drawing/types';
import { createStreet } from '../../src/lib/street/street';
import type { Instant } from '../../src/lib/street/types';

/** A painter of our own, so that the pinned pixels do not change with the drawing's style. */
const paint: Paint = {
	paintBackdrop(pen: Pen, _now: Instant, camera: Camera) {
		pen.fillStyle = '#DCE6E4';
		pen.fillRect(0, 0, camera.width, camera.height);
		pen.fillStyle = '#EFE4CF';
		pen.fillRect(0, camera.height * 0.4, camera.width, camera.height);
	},
	paintStreet(pen: Pen, now: Instant, camera: Camera) {
		const p = { u: 0, v: 0, k: 0 };
		for (const who of now.people) {
			if (!who.present) continue;
			project(camera, who.x, who.y, 0, p);
			pen.fillStyle = who.look.coat;
			pen.beginPath();
			pen.ellipse(p.u, p.v - 0.85 * p.k, 0.25 * p.k, 0.85 * p.k, 0, 0, 2 * Math.PI);
			pen.fill();
			pen.strokeStyle = '#1D1B1A';
			pen.lineWidth = 0.45;
			pen.stroke();
		}
	}
};

function digest(bytes: Uint8Array | Uint8ClampedArray): string {
	let h = 2166136261;
	for (const b of bytes) h = Math.imul(h ^ b, 16777619);
	return (h >>> 0).toString(16).padStart(8, '0');
}

const sensorOf = (seed: number) => createSensor({ street: createStreet({ seed }), paint });

describe('sensor', () => {
	it('takes the same pixels, today and on every engine', () => {
		const pixels = [7, 1, 2].map((seed) => {
			const sensor = sensorOf(seed);
			sensor.expose(500);
			return [digest(sensor.rgb), digest(sensor.luma)].join(' ');
		});
		expect(pixels).toMatchInlineSnapshot(`
			[
			  "2302bc6c e28d16a7",
			  "71ba7b53 58b1bd35",
			  "4ffba0f9 e1e2477c",
			]
		`);
	});

	it('takes any frame without those before it', () => {
		const a = sensorOf(7);
		const b = sensorOf(7);
		for (let f = 90; f <= 100; f++) a.expose(f);
		b.expose(100);
		expect(digest(a.rgb)).toBe(digest(b.rgb));
		b.expose(99);
		b.expose(100);
		expect(digest(a.rgb)).toBe(digest(b.rgb));
	});

	it('has noise of the deviation asked for, new in each frame', () => {
		const street = createStreet();
		for (const noise of [0, 4, 9]) {
			const sensor = createSensor({ street, paint, noise, drift: 0 });
			const flat = () => Array.from(sensor.luma.subarray(150 * 320, 160 * 320).filter((_, i) => i % 320 < 60));
			sensor.expose(-600);
			const first = flat();
			sensor.expose(-599);
			const second = flat();
			const mean = first.reduce((s, v) => s + v) / first.length;
			const deviation = Math.sqrt(first.reduce((s, v) => s + (v - mean) ** 2, 0) / first.length);
			expect(Math.abs(deviation - noise)).toBeLessThan(0.35 + 0.08 * noise);
			// Frames are independent: their difference deviates by the square root of two.
			const change = Math.sqrt(first.reduce((s, v, i) => s + (v - second[i]) ** 2, 0) / first.length);
			expect(Math.abs(change - Math.SQRT2 * noise)).toBeLessThan(0.5 + 0.1 * noise);
		}
	});

	it('keeps luminance and colour in step', () => {
		const sensor = sensorOf(7);
		sensor.expose(300);
		for (let i = 0; i < sensor.luma.length; i += 97) {
			const [r, g, b] = sensor.rgb.subarray(3 * i, 3 * i + 3);
			expect(Math.abs(sensor.luma[i] - (0.299 * r + 0.587 * g + 0.114 * b))).toBeLessThan(1.5);
		}
	});

	it('takes other sizes', () => {
		const sensor = createSensor({ street: createStreet(), paint, width: 160, height: 90 });
		sensor.expose(10);
		expect(sensor.rgb).toHaveLength(160 * 90 * 3);
		expect(() => createSensor({ street: createStreet(), paint, width: 0, height: 90 })).toThrow(RangeError);
	});
});
