import { COLUMN } from '../../street/places';
import { SIDES } from '../circle';
import type { Plot } from '../plot';
import { Upright } from './upright';

export function column(p: Plot): void {
	const t = p.tone;
	const { x, y, radius: r, height: h, dome } = COLUMN;
	const it = new Upright(p, x, y);
	const green = t.of('#46685E');
	const dark = t.of('#3D5C53');
	it.drum(r + 0.1, r + 0.1, 0, 0.3).face(dark);
	it.drum(r, r, 0.3, h).face(green);
	posters(p, it);
	it.drum(r + 0.16, r + 0.16, h - 0.35, h - 0.1).face(dark);
	it.drum(r + 0.24, r + 0.24, h - 0.1, h).face(dark);
	it.drum(r + 0.2, r * 0.82, h, h + dome * 0.42).face(green);
	it.drum(r * 0.82, 0.16, h + dome * 0.42, h + dome * 0.9).face(green);
	it.rim(r * 0.82, h + dome * 0.42).rule(0.6, 0.6);
	if (it.k > 14)
		for (let i = 18; i < SIDES; i += 4) {
			p.start();
			it.around(r + 0.2, h, i);
			it.around(r * 0.82, h + dome * 0.42, i);
			it.around(0.16, h + dome * 0.9, i);
			p.rule(0.6, 0.5);
		}
	it.drum(0.13, 0.04, h + dome * 0.9, h + dome * 1.15).face(dark, 0.8);
}

/** A play, a concert, a circus; near by, what is on them. */
function posters(p: Plot, it: Upright): void {
	const t = p.tone;
	const { x, y, radius: r } = COLUMN;
	it.patch(r, 18, 22, 0.75, 2.75).face(t.of('#F2E7CF'), 0.85);
	it.patch(r, 22, 26, 0.75, 2.75).face(t.of('#C77B55'), 0.85);
	it.patch(r, 26, 30, 0.75, 2.75).face(t.of('#DCC98F'), 0.85);
	if (it.k <= 16) return;
	it.patch(r, 18, 22, 2.25, 2.6).fill(t.of('#44587A'));
	it.patch(r, 18, 20, 1.05, 1.75).fill(t.of('#9AA894'));
	for (let i = 0; i < 3; i++) {
		it.patch(r, 18, 22, 0.9 + i * 0.12, 0.9 + i * 0.12).rule(0.6, 0.6);
		it.patch(r, 26, 30, 0.95 + i * 0.12, 0.95 + i * 0.12).rule(0.6, 0.5);
	}
	// A face, a moon.
	p.see(x - it.ahead * r, y - it.aside * r, 1.9);
	const { pen, spot } = p;
	pen.beginPath();
	pen.arc(spot.u, spot.v, 0.24 * spot.k * p.camera.cos, 0, 2 * Math.PI);
	pen.fillStyle = t.of('#F2E2BE');
	pen.fill();
	p.inkStroke(0.7);
	it.patch(r, 22, 26, 1.1, 1.25).fill(t.of('#F2E7CF'));
	it.patch(r, 26, 30, 1.55, 2.5).fill(t.of('#7A4A5E'));
}
