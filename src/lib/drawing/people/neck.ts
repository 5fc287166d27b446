import type { Body } from './body';
import { HEAD, NECK } from './skeleton';

/** The neck, then what closes the coat around it. */
export function paintNeck(b: Body): void {
	skin(b);
	if (b.k < 22 || b.subject.look.stripes) return;
	const { collar } = b.subject.traits;
	if (collar === 'scarf') scarf(b);
	else if (collar === 'hood') hood(b);
	else if (b.at.front > 0) shirt(b);
}

function skin(b: Body): void {
	const { pen, k } = b;
	const w = 0.052 * k;
	const x = b.u(NECK);
	const y = b.v(NECK);
	const hx = b.u(HEAD);
	const hy = b.v(HEAD);
	pen.beginPath();
	pen.moveTo(x - w, y + 0.01 * k);
	pen.lineTo(hx - w * 0.9, hy);
	pen.lineTo(hx + w * 0.9, hy);
	pen.lineTo(x + w, y + 0.01 * k);
	pen.quadraticCurveTo(x, y + 0.045 * k, x - w, y + 0.01 * k);
	pen.fillStyle = b.tone.shade(b.subject.look.skin);
	pen.fill();
	if (k >= 30) b.rule(0.85);
}

/** Half the width of a collar, and how far its front has turned out of the middle, pixels. */
const collarOf = (b: Body) => ({
	x: b.u(NECK),
	y: b.v(NECK),
	w: 0.085 * b.k,
	off: b.at.side * b.wide * 0.4 * b.k
});

/** Round the neck, one end hanging down in front. */
function scarf(b: Body): void {
	const { pen, k } = b;
	const { x, y, w, off } = collarOf(b);
	pen.beginPath();
	pen.moveTo(x - w, y - 0.015 * k);
	pen.quadraticCurveTo(x + off * 0.5, y + 0.075 * k, x + w, y - 0.015 * k);
	if (b.at.front > -0.2) {
		pen.moveTo(x + off * 0.5, y + 0.04 * k);
		pen.lineTo(x + off * 0.9 - 0.03 * k, y + 0.26 * k);
	}
	b.band(w, b.tone.of(b.subject.traits.scarf));
}

/** It hangs on the back, and lies round the neck in front. */
function hood(b: Body): void {
	const { pen, k } = b;
	const { x, y, w, off } = collarOf(b);
	pen.beginPath();
	if (b.at.front < -0.25) {
		pen.moveTo(x - w * 1.35, y - 0.01 * k);
		pen.bezierCurveTo(x - w * 1.3, y + 0.2 * k, x + w * 1.3, y + 0.2 * k, x + w * 1.35, y - 0.01 * k);
		pen.quadraticCurveTo(x, y + 0.06 * k, x - w * 1.35, y - 0.01 * k);
	} else {
		pen.moveTo(x - w * 1.25, y + 0.02 * k);
		pen.quadraticCurveTo(x - w * 1.2, y - 0.06 * k, x - w * 0.7, y - 0.05 * k);
		pen.quadraticCurveTo(x + off * 0.4, y + 0.05 * k, x + w * 0.7, y - 0.05 * k);
		pen.quadraticCurveTo(x + w * 1.2, y - 0.06 * k, x + w * 1.25, y + 0.02 * k);
		pen.quadraticCurveTo(x + off, y + 0.14 * k, x - w * 1.25, y + 0.02 * k);
	}
	pen.closePath();
	b.face(b.tone.of(b.subject.look.coat), 0.8);
}

/** A shirt between the points of the coat's collar. */
function shirt(b: Body): void {
	const { pen, k } = b;
	const { x, y, w, off } = collarOf(b);
	pen.beginPath();
	pen.moveTo(x - w * 0.85, y);
	pen.quadraticCurveTo(x, y + 0.03 * k, x + w * 0.85, y);
	pen.lineTo(x + off, y + 0.13 * k);
	pen.closePath();
	b.face(b.tone.of('#EDE3CE'), 0.75);
	pen.beginPath();
	pen.moveTo(x - w * 0.9, y - 0.02 * k);
	pen.lineTo(x - w * 1.15, y + 0.06 * k);
	pen.lineTo(x + off, y + 0.13 * k);
	pen.lineTo(x + w * 1.15, y + 0.06 * k);
	pen.lineTo(x + w * 0.9, y - 0.02 * k);
	b.rule(0.7);
}
