import { describe, expect, it } from 'vitest';
import { createRaster, type Raster } from '../../src/lib/camera/raster/raster';

/** Sum of what was painted white on black, in pixels. */
function painted(draw: (r: Raster) => void, width = 60, height = 40): number {
	const r = createRaster(width, height);
	r.clear('#000');
	r.fillStyle = '#fff';
	r.strokeStyle = '#fff';
	draw(r);
	let sum = 0;
	for (let i = 0; i < width * height; i++) sum += r.data[4 * i];
	return sum / 255;
}

const close = (area: number, expected: number, share = 0.01) =>
	expect(Math.abs(area - expected)).toBeLessThan(Math.max(0.5, share * expected));

describe('raster', () => {
	it('covers the area of what it fills', () => {
		close(
			painted((r) => r.fillRect(3.25, 4.5, 10.5, 7.75)),
			10.5 * 7.75
		);
		close(
			painted((r) => (r.beginPath(), r.rect(50.2, 1, -20, 12.3), r.fill())),
			20 * 12.3
		);
		close(
			painted((r) => {
				r.beginPath();
				r.moveTo(2.3, 3.1);
				r.lineTo(50.7, 9.4);
				r.lineTo(20.2, 36.6);
				r.fill();
			}),
			Math.abs((50.7 - 2.3) * (36.6 - 3.1) - (20.2 - 2.3) * (9.4 - 3.1)) / 2
		);
		close(
			painted((r) => (r.beginPath(), r.arc(30, 20, 15, 0, 2 * Math.PI), r.fill())),
			Math.PI * 225,
			0.015
		);
		close(
			painted((r) => (r.beginPath(), r.ellipse(30, 20, 18, 7, 0.6, 0, 2 * Math.PI), r.fill())),
			Math.PI * 126,
			0.015
		);
		close(
			painted((r) => (r.beginPath(), r.arc(30, 20, 15, 0, Math.PI), r.fill())),
			(Math.PI * 225) / 2,
			0.015
		);
	});

	it('bends curves as a canvas does', () => {
		close(
			painted((r) => {
				r.beginPath();
				r.moveTo(5, 30);
				r.quadraticCurveTo(30, -10, 55, 30);
				r.closePath();
				r.fill();
			}),
			(2 / 3) * ((50 * 40) / 2)
		);
		const k = 0.5523 * 15;
		close(
			painted((r) => {
				r.beginPath();
				r.moveTo(45, 20);
				r.bezierCurveTo(45, 20 + k, 30 + k, 35, 30, 35);
				r.bezierCurveTo(30 - k, 35, 15, 20 + k, 15, 20);
				r.bezierCurveTo(15, 20 - k, 30 - k, 5, 30, 5);
				r.bezierCurveTo(30 + k, 5, 45, 20 - k, 45, 20);
				r.fill();
			}),
			Math.PI * 225,
			0.015
		);
	});

	it('follows the non-zero rule, whichever way contours turn', () => {
		const ring = (inner: 1 | -1) =>
			painted((r) => {
				r.beginPath();
				r.rect(10, 5, 30, 30);
				r.rect(inner > 0 ? 20 : 30, 15, 10 * inner, 10);
				r.fill();
			});
		close(ring(1), 900);
		close(ring(-1), 800);
		const crossed = (turn: 1 | -1) =>
			painted((r) => {
				r.beginPath();
				r.rect(5.5, 5.25, 20, 20);
				r.rect(turn > 0 ? 15.5 : 35.5, 15.25, 20 * turn, 20);
				r.fill();
			});
		close(crossed(1), 700);
		// Contours that turn against each other cancel where they overlap.
		close(crossed(-1), 600);
	});

	it('outlines strokes', () => {
		const line = (cap: Raster['lineCap'], width: number) =>
			painted((r) => {
				r.lineCap = cap;
				r.lineWidth = width;
				r.beginPath();
				r.moveTo(10, 10);
				r.lineTo(40, 26);
				r.stroke();
			});
		close(line('butt', 6), 34 * 6);
		close(line('square', 6), 40 * 6);
		close(line('round', 6), 34 * 6 + Math.PI * 9, 0.02);
		close(line('butt', 0.5), 17, 0.03);
		const box = (join: Raster['lineJoin']) =>
			painted((r) => {
				r.lineJoin = join;
				r.lineWidth = 4;
				r.beginPath();
				r.rect(10, 10, 30, 20);
				r.stroke();
			});
		close(box('miter'), 34 * 24 - 26 * 16);
		close(box('round'), 34 * 24 - 26 * 16 - (4 - Math.PI) * 4, 0.01);
		close(box('bevel'), 34 * 24 - 26 * 16 - 8, 0.01);
		close(
			painted((r) => ((r.lineWidth = 3), r.beginPath(), r.arc(30, 20, 12, 0, 2 * Math.PI), r.stroke())),
			2 * Math.PI * 36,
			0.02
		);
		close(
			painted((r) => {
				r.lineCap = 'round';
				r.lineWidth = 8;
				r.beginPath();
				r.moveTo(20, 20);
				r.lineTo(20, 20);
				r.stroke();
			}),
			Math.PI * 16,
			0.06
		);
	});

	it('cuts at the borders and leaves nothing behind', () => {
		close(
			painted((r) => r.fillRect(-100, -100, 300, 300)),
			2400,
			1e-9
		);
		close(
			painted((r) => (r.beginPath(), r.arc(0, 0, 20, 0, 2 * Math.PI), r.fill())),
			(Math.PI * 400) / 4,
			0.015
		);
		close(
			painted((r) => (r.beginPath(), r.arc(60, 40, 20, 0, 2 * Math.PI), r.fill())),
			(Math.PI * 400) / 4,
			0.015
		);
		for (const [x, y] of [
			[-500, 20],
			[500, 20],
			[30, -500],
			[30, 500]
		])
			expect(painted((r) => (r.beginPath(), r.arc(x, y, 20, 0, 2 * Math.PI), r.fill()))).toBe(0);
		close(
			painted((r) => {
				r.beginPath();
				r.moveTo(-1000, 20);
				r.lineTo(30, -980);
				r.lineTo(1060, 20);
				r.lineTo(30, 1020);
				r.fill();
				// What a shape leaves in the buffer would show here.
				r.fillStyle = '#f00';
				r.fillRect(0, 0, 0, 0);
			}),
			2400,
			1e-9
		);
	});

	it('stays sane on bad numbers', () => {
		const bad = (r: Raster) => {
			r.beginPath();
			r.moveTo(5, 5);
			r.lineTo(5, 5);
			r.closePath();
			r.fill();
			r.lineWidth = NaN;
			r.stroke();
			r.lineWidth = 0;
			r.stroke();
		};
		expect(painted(bad)).toBe(0);
	});

	it('mixes colours by coverage and alpha', () => {
		const r = createRaster(4, 4);
		r.clear('#000000');
		r.fillStyle = 'rgba(255, 255, 255, 0.5)';
		r.fillRect(0, 0, 2, 4);
		r.globalAlpha = 0.5;
		r.fillStyle = '#f80';
		r.fillRect(2, 0, 2, 4);
		expect([...r.data.slice(0, 4)]).toEqual([128, 128, 128, 255]);
		expect([...r.data.slice(8, 12)]).toEqual([128, 68, 0, 255]);
		expect(() => {
			r.fillStyle = 'tomato';
			r.fillRect(0, 0, 1, 1);
		}).toThrow('tomato');
	});

	it('keeps and gives back its state', () => {
		const r = createRaster(20, 20);
		r.clear('#000');
		r.fillStyle = '#fff';
		r.save();
		r.translate(4, 6);
		r.scale(2, 3);
		r.fillStyle = '#0f0';
		r.globalAlpha = 0.3;
		r.restore();
		r.restore();
		expect([r.fillStyle, r.globalAlpha]).toEqual(['#fff', 1]);
		r.save();
		r.translate(4, 6);
		r.scale(2, 3);
		r.fillRect(0, 0, 1, 1);
		r.restore();
		expect(r.data[4 * (20 * 6 + 4)]).toBe(255);
		expect(r.data[4 * (20 * 8 + 5)]).toBe(255);
		expect(r.data[4 * (20 * 9 + 5)]).toBe(0);
		expect(r.data[4 * (20 * 6 + 6)]).toBe(0);
	});

	it('copies from its like', () => {
		const a = createRaster(3, 3);
		const b = createRaster(3, 3);
		a.clear('#123456');
		b.copyFrom(a);
		expect([...b.data]).toEqual([...a.data]);
		expect(() => b.copyFrom(createRaster(4, 3))).toThrow(RangeError);
		expect(() => createRaster(0, 3)).toThrow(RangeError);
	});
});
