import { INK } from '../palette';
import type { Plot } from '../plot';
import { hash } from './hash';

/** A row of windows on a wall facing the camera. */
export function windows(
	p: Plot,
	x0: number,
	x1: number,
	y: number,
	z: number,
	w: number,
	h: number,
	n: number,
	seed: number
): void {
	const t = p.tone;
	const gap = (x1 - x0) / n;
	p.open();
	for (let i = 0; i < n; i++) {
		const x = x0 + gap * (i + 0.5);
		p.wall(x - w / 2, x + w / 2, y, z, z + h).add();
	}
	p.paint(t.still('#8FA3AB'), 0.8);
	if (t.night > 0)
		for (let i = 0; i < n; i++) {
			const x = x0 + gap * (i + 0.5);
			if (hash(seed, i + z * 3) % 2) p.wall(x - w / 2, x + w / 2, y, z, z + h).face(t.glow('#8FA3AB', '#FBDD8C'), 0.8);
		}
}

const CROWN = [0, 4.3, 1.5, -1.1, 3.7, 1.15, 1.15, 3.75, 1.2, -0.4, 5.1, 1.1, 0.65, 5.1, 1.05];

/** Round crown on a trunk. */
export function tree(p: Plot, x: number, y: number, s: number): void {
	const { pen, tone, spot } = p;
	p.wall(x - 0.16 * s, x + 0.16 * s, y, 0, 2.6 * s).face(tone.of('#9C8468'), 0.9);
	for (let pass = 0; pass < 2; pass++) {
		pen.beginPath();
		pen.fillStyle = tone.of(pass ? '#7F9B72' : INK);
		for (let i = 0; i < CROWN.length; i += 3) {
			p.see(x + CROWN[i] * s, y, CROWN[i + 1] * s);
			const r = CROWN[i + 2] * s * spot.k + (pass ? 0 : p.line);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
}

export function lamp(p: Plot, x: number, y: number, h = 4.6): void {
	const t = p.tone;
	p.segment(x, y, 0, x, y, h).rule(1.8);
	p.wall(x - 0.2, x + 0.2, y, h, h + 0.5).face(t.glow('#F5E7BC', '#FFEDB0'), 0.9);
}

export function joints(p: Plot, x0: number, x1: number, y0: number, y1: number, step: number): void {
	p.open();
	for (let y = y0; y <= y1; y += step) p.segment(x0, y, 0, x1, y, 0).add(false);
	for (let x = x0; x <= x1; x += step) p.segment(x, y0, 0, x, y1, 0).add(false);
	const a = p.pen.globalAlpha;
	p.pen.globalAlpha = a * 0.14;
	p.inkStroke(0.8);
	p.pen.globalAlpha = a;
}
