import { isDark } from '../palette';
import type { Head } from './head';
import { BEARD } from './rim';

/** Across from the nose and up, in head radii. */
const FRECKLES = [0.26, -0.12, 0.38, -0.18, 0.5, -0.1, 0.32, -0.25, 0.46, -0.22];

/** Cheeks, freckles, stubble: what lies flat on the skin. */
export function complexion(head: Head): void {
	const { R, features } = head;
	const { pen, tone, subject } = head.body;
	const { skin, hair, beard } = subject.look;
	const before = pen.globalAlpha;
	pen.globalAlpha = before * (isDark(skin) ? 0.26 : 0.2);
	pen.fillStyle = tone.of('#B4523C');
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) head.spot(0.74, i * 0.56, -0.24, R * 0.19);
	pen.fill();
	if (features.stubble && !beard) {
		pen.globalAlpha = before * 0.22;
		pen.fillStyle = tone.of(hair);
		if (head.region(BEARD, 1, -0.08)) pen.fill();
	}
	if (features.freckles) {
		pen.globalAlpha = before * 0.55;
		pen.fillStyle = tone.of('#9A5A38');
		pen.beginPath();
		for (let i = 0; i < FRECKLES.length; i += 2)
			for (let side = -1; side <= 1; side += 2)
				head.spot(0.85, side * FRECKLES[i], FRECKLES[i + 1], Math.max(0.5, R * 0.026));
		pen.fill();
	}
	pen.globalAlpha = before;
}

type Direction = readonly [f: number, r: number, z: number];

/** Adds a line on the face between two directions, bent by `bend` radii (downwards when positive). */
function crease(head: Head, from: Direction, to: Direction, bend: number): void {
	const { pen } = head.body;
	if (head.see(...from) < 0.15) return;
	const x = head.u(0.96);
	const y = head.v();
	if (head.see(...to) < 0) return;
	const ex = head.u(0.96);
	const ey = head.v();
	pen.moveTo(x, y);
	pen.quadraticCurveTo((x + ex) / 2, (y + ey) / 2 + bend * head.R, ex, ey);
}

/** Lids, brows, lips, wrinkles, a moustache, a mole. */
export function marks(head: Head): void {
	const { pen, ink, tone } = head.body;
	const { brows, wrinkles, lips, moustache, mole } = head.features;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) {
		crease(head, [0.92, i * 0.24, 0.13], [0.84, i * 0.53, 0.11], lips ? -0.1 : -0.07);
		if (lips) crease(head, [0.84, i * 0.52, 0.11], [0.78, i * 0.62, 0.17], 0);
	}
	head.rule(0.8);
	if (brows) {
		pen.beginPath();
		const [inner, outer] = brows === 'worried' ? [0.43, 0.28] : [0.31, 0.3];
		for (let i = -1; i <= 1; i += 2) crease(head, [0.9, i * 0.2, inner], [0.8, i * 0.55, outer], -0.05);
		head.rule(brows === 'thick' ? 2.1 : 1.3);
	}
	if (wrinkles) {
		pen.beginPath();
		for (let i = -1; i <= 1; i += 2) {
			crease(head, [0.9, i * 0.22, -0.2], [0.84, i * 0.42, -0.5], 0.03);
			crease(head, [0.86, i * 0.3, -0.05], [0.8, i * 0.52, -0.06], 0.06);
			crease(head, [0.72, i * 0.66, 0.1], [0.62, i * 0.76, 0.15], 0);
		}
		head.rule(0.55);
	}
	if (lips) {
		pen.beginPath();
		crease(head, [0.9, -0.17, -0.52], [0.9, 0.17, -0.52], 0.07);
		pen.strokeStyle = tone.of(lips);
		pen.lineWidth = head.fine * 1.7;
		pen.stroke();
	}
	if (moustache) whiskers(head, moustache);
	if (mole) {
		pen.beginPath();
		head.spot(0.84, 0.36, -0.38, Math.max(0.6, head.R * 0.04));
		pen.fillStyle = ink;
		pen.fill();
	}
	pen.strokeStyle = ink;
}

function whiskers(head: Head, colour: string): void {
	const { pen, ink, tone } = head.body;
	const width = head.R * 0.12;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) crease(head, [0.94, i * 0.03, -0.36], [0.86, i * 0.36, -0.46], -0.06);
	pen.strokeStyle = ink;
	pen.lineWidth = width + head.fine;
	pen.stroke();
	pen.strokeStyle = tone.of(colour);
	pen.lineWidth = width;
	pen.stroke();
}
