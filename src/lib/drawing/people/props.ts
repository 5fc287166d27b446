import type { Body } from './body';
import { HAND } from './skeleton';

/** A stick from the right hand to the ground. */
export function cane(b: Body): void {
	const { pen, k } = b;
	const { joints } = b.skeleton;
	const f = joints[HAND[1]] + 0.05;
	const r = joints[HAND[1] + 1] + 0.02;
	pen.beginPath();
	pen.moveTo(b.u(HAND[1]), b.v(HAND[1]) - 0.02 * k);
	pen.lineTo(b.x(f, r, 0.01), b.y(f, r, 0.01));
	pen.strokeStyle = b.ink;
	pen.lineWidth = Math.max(1.6 * b.line, 0.035 * k);
	pen.stroke();
}

/** In the right hand; it shines at night. */
export function phone(b: Body): void {
	const { pen, k } = b;
	const half = 0.036 * k;
	pen.beginPath();
	pen.rect(b.u(HAND[1]) - half * 0.9 + b.at.uf * 0.03, b.v(HAND[1]) - 0.115 * k, half * 1.8, 0.13 * k);
	b.face(b.tone.glow('#2b2b2e', '#cfe0e6'), 0.8);
}

/** A map unfolded between the hands. */
export function map(b: Body): void {
	const { pen } = b;
	const { joints } = b.skeleton;
	const [left, right] = HAND;
	const f = (joints[left] + joints[right]) / 2 + 0.03;
	const z = (joints[left + 2] + joints[right + 2]) / 2;
	const half = 0.24;
	// Folds from left to right, low and high; every second one stands forward.
	const fold = (i: number, high: boolean, to: 'moveTo' | 'lineTo') => {
		const ff = (high ? f + 0.1 : f) + 0.04 * (i % 2);
		const r = -half + (2 * half * i) / 4;
		const zz = high ? z + 0.24 : z - 0.06;
		pen[to](b.x(ff, r, zz), b.y(ff, r, zz));
	};
	pen.beginPath();
	for (let i = 0; i <= 4; i++) fold(i, false, i ? 'lineTo' : 'moveTo');
	for (let i = 4; i >= 0; i--) fold(i, true, 'lineTo');
	pen.closePath();
	b.face(b.tone.of('#F6F0E0'), 0.85);
	pen.beginPath();
	for (let i = 1; i < 4; i++) {
		fold(i, false, 'moveTo');
		fold(i, true, 'lineTo');
	}
	b.rule(0.6);
}

/** Where the heads of a bouquet are, across and up from the hand, metres; and their colours. */
const BLOOMS = [0, 0.2, -0.09, 0.15, 0.09, 0.14, -0.04, 0.26, 0.06, 0.24];
const PETALS = ['#D98BA0', '#E8C25A', '#F2E7CF', '#B98BC0', '#E0A070'];

/** In the left hand. */
export function bouquet(b: Body): void {
	const { pen, k, tone } = b;
	const x = b.u(HAND[0]);
	const y = b.v(HAND[0]);
	pen.beginPath();
	pen.moveTo(x, y + 0.06 * k);
	pen.lineTo(x - 0.11 * k, y - 0.12 * k);
	pen.lineTo(x + 0.11 * k, y - 0.12 * k);
	pen.closePath();
	b.face(tone.of('#8FA97E'), 0.8);
	for (let i = 0; i < 5; i++) {
		const r = 0.055 * k;
		const bx = x + BLOOMS[i * 2] * k;
		const by = y - BLOOMS[i * 2 + 1] * k;
		pen.beginPath();
		pen.moveTo(bx + r, by);
		pen.arc(bx, by, r, 0, 2 * Math.PI);
		b.face(tone.of(PETALS[i]), 0.7);
	}
}

/** Over the head, its stick in the left hand; `open` from 0 to 1. */
export function umbrella(b: Body, colour: string, open: number): void {
	const { pen, k } = b;
	const top = b.subject.who.height + 0.42;
	const x = b.x(0.1, 0, top);
	const y = b.y(0.1, 0, top);
	pen.beginPath();
	pen.moveTo(b.u(HAND[0]), b.v(HAND[0]) + 0.08 * k);
	pen.lineTo(x, y);
	b.rule(1.4);
	const w = (0.1 + 0.5 * open) * k;
	const d = (0.16 + 0.2 * open + 0.35 * (1 - open)) * k;
	pen.beginPath();
	pen.moveTo(x - w, y + d);
	pen.quadraticCurveTo(x - w * 0.86, y, x, y - 0.03 * k);
	pen.quadraticCurveTo(x + w * 0.86, y, x + w, y + d);
	for (let i = 0; i < 4; i++) {
		const a = 1 - i * 0.5;
		const sag = i === 1 ? 0.02 : i < 3 ? 0.015 : 0;
		pen.quadraticCurveTo(x + w * (a - 0.25), y + d * 0.78, x + w * (a - 0.5), y + d + sag * k);
	}
	pen.closePath();
	b.face(b.tone.of(colour));
	pen.beginPath();
	for (let i = -1; i <= 1; i++) {
		pen.moveTo(x, y - 0.03 * k);
		pen.quadraticCurveTo(x + w * 0.46 * i, y + d * 0.2, x + w * 0.5 * i, y + d);
	}
	b.rule(0.65);
}
