import type { Tree } from '../../street/places';
import { INK } from '../palette';
import type { Plot } from '../plot';
import { Upright } from './upright';

const LEAVES = [
	0, 4.35, 1.5, -1.15, 3.7, 1.15, 1.2, 3.75, 1.2, -0.55, 5.15, 1.1, 0.68, 5.1, 1.05, -1.75, 4.35, 0.75, 1.75, 4.45, 0.8,
	0.1, 3.3, 1
];

const STROKES = [
	-0.9, 4.7, 0.5, 0.3, 5.4, 0.55, 1.2, 4.3, 0.5, -1.35, 3.9, 0.45, 0.1, 4.05, 0.55, -0.3, 3.3, 0.45, 0.95, 3.4, 0.4,
	-0.5, 5.5, 0.4
];

export function tree(p: Plot, tr: Tree, sway: number): void {
	const { pen, tone, spot } = p;
	const { x, y, size: g } = tr;
	const it = new Upright(p, x, y);
	const bark = tone.of('#9C8468');
	p.start();
	const across = (a: number, z: number) => p.at(x + it.aside * a * g, y - it.ahead * a * g, z * g);
	across(-0.2, 0);
	across(-0.12, 1.4);
	across(-0.11, 2.4);
	across(-0.6, 3.4);
	across(-0.45, 3.5);
	across(0, 2.8);
	across(0.5, 3.5);
	across(0.62, 3.4);
	across(0.12, 2.4);
	across(0.13, 1.4);
	across(0.21, 0);
	p.face(bark, 0.95);
	if (it.k > 20) {
		p.segment(x + 0.02, y, 0.5 * g, x + 0.04, y, 1.1 * g).rule(0.6, 0.5);
		p.segment(x - 0.05, y, 1.3 * g, x - 0.04, y, 1.8 * g).rule(0.6, 0.5);
	}
	// The crown leans with the wind, more at the top.
	const lean = sway * (0.7 + 0.3 * (tr.phase * 2 - 1));
	for (let pass = 0; pass < 2; pass++) {
		pen.fillStyle = pass ? tone.of('#7F9B72') : tone.of(INK);
		pen.beginPath();
		for (let i = 0; i < LEAVES.length; i += 3) {
			const z = LEAVES[i + 1] * g;
			const a = LEAVES[i] * g + lean * 0.09 * (z - 2.4);
			p.see(x + it.aside * a, y - it.ahead * a, z);
			const r = LEAVES[i + 2] * g * spot.k + (pass ? 0 : p.line);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
	if (it.k >= 9) foliage(p, it, tr, lean);
}

/** Lighter where the sky falls on it, and a few strokes for leaves. */
function foliage(p: Plot, it: Upright, { x, y, size: g }: Tree, lean: number): void {
	const { pen, tone, spot } = p;
	pen.fillStyle = tone.of('#93AD84');
	pen.beginPath();
	for (let i = 0; i < 15; i += 3) {
		const z = (LEAVES[i + 1] + 0.22) * g;
		const a = (LEAVES[i] - 0.2) * g + lean * 0.09 * (z - 2.4);
		p.see(x + it.aside * a, y - it.ahead * a, z);
		const r = LEAVES[i + 2] * 0.66 * g * spot.k;
		pen.moveTo(spot.u + r, spot.v);
		pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
	}
	pen.fill();
	pen.beginPath();
	for (let i = 0; i < STROKES.length; i += 3) {
		const z = STROKES[i + 1] * g;
		const a = STROKES[i] * g + lean * 0.09 * (z - 2.4);
		p.see(x + it.aside * a, y - it.ahead * a, z);
		const r = STROKES[i + 2] * g * spot.k;
		pen.moveTo(spot.u - r * 0.5, spot.v - r * 0.1);
		pen.quadraticCurveTo(spot.u - r * 0.3, spot.v + r * 0.24, spot.u + r * 0.1, spot.v + r * 0.1);
		pen.quadraticCurveTo(spot.u + r * 0.25, spot.v + r * 0.3, spot.u + r * 0.6, spot.v + r * 0.06);
	}
	const before = pen.globalAlpha;
	pen.globalAlpha = before * 0.5;
	p.inkStroke(0.75);
	pen.globalAlpha = before;
}
