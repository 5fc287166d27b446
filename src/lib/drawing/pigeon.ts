import type { Thing } from '../street/types';
import { axes } from './frame';
import { INK } from './palette';
import type { Plot } from './plot';

export function pigeon(p: Plot, thing: Thing): void {
	if (p.camera.sin > 0.7) pigeonFromAbove(p, thing);
	else pigeonFromAside(p, thing);
}

/** A body and a tail along its heading. */
function pigeonFromAbove(p: Plot, { z, colour }: Thing): void {
	const { pen, tone } = p;
	const { X, Y } = axes(p.local);
	pen.beginPath();
	pen.moveTo(X(0.2, 0, z), Y(0.2, 0, z));
	pen.quadraticCurveTo(X(0.05, 0.13, z), Y(0.05, 0.13, z), X(-0.26, 0.06, z), Y(-0.26, 0.06, z));
	pen.lineTo(X(-0.26, -0.06, z), Y(-0.26, -0.06, z));
	pen.quadraticCurveTo(X(0.05, -0.13, z), Y(0.05, -0.13, z), X(0.2, 0, z), Y(0.2, 0, z));
	pen.closePath();
	pen.fillStyle = tone.of(colour);
	pen.fill();
	p.inkStroke(0.7);
}

function pigeonFromAside(p: Plot, thing: Thing): void {
	const { pen, tone, local: at } = p;
	// From afar a little larger than life, as a hand draws them; near the eye no more than life-size.
	const s = at.k * (1.15 - 0.5 * Math.min(1, Math.max(0, (at.k - 30) / 70)));
	const d = at.side < 0 ? -1 : 1;
	const flying = thing.z > 0.05;
	const x = at.x + thing.z * at.uz;
	const y = at.y + thing.z * at.vz;
	// Pecking: the head goes down for a part of the cycle.
	const peck = flying ? 0 : thing.phase > 0.7 ? 1 : 0;
	const squash = 0.45 + 0.55 * Math.abs(at.side);
	const q = d * squash * s;
	if (!flying) {
		pen.beginPath();
		pen.moveTo(x - 0.02 * q, y - 0.06 * s);
		pen.lineTo(x - 0.02 * q, y);
		pen.moveTo(x + 0.05 * q, y - 0.06 * s);
		pen.lineTo(x + 0.05 * q, y);
		p.inkStroke(0.9, tone.of('#B9705A'));
	}
	const hy = peck ? -0.06 : -0.27;
	const hx = peck ? 0.25 : 0.17;
	pen.beginPath();
	pen.moveTo(x - 0.25 * q, y - 0.08 * s);
	pen.quadraticCurveTo(x - 0.02 * q, y - 0.26 * s, x + 0.1 * q, y - 0.2 * s);
	pen.quadraticCurveTo(x + (hx - 0.07) * q, y + (hy - 0.06) * s, x + hx * q, y + (hy - 0.03) * s);
	pen.quadraticCurveTo(x + (hx + 0.06) * q, y + hy * s, x + (hx + 0.01) * q, y + (hy + 0.05) * s);
	pen.quadraticCurveTo(x + 0.17 * q, y - 0.04 * s, x + 0.02 * q, y - 0.05 * s);
	pen.quadraticCurveTo(x - 0.12 * q, y - 0.04 * s, x - 0.25 * q, y - 0.08 * s);
	pen.closePath();
	pen.fillStyle = tone.of(thing.colour);
	pen.fill();
	p.inkStroke(0.8);
	if (flying) {
		const up = thing.phase % 0.5 < 0.25 ? -0.34 : 0.1;
		pen.beginPath();
		pen.moveTo(x - 0.12 * q, y - 0.16 * s);
		pen.quadraticCurveTo(x - 0.2 * q, y + (up - 0.12) * s, x - 0.1 * q, y + (up - 0.16) * s);
		pen.quadraticCurveTo(x + 0.06 * q, y + (up * 0.5 - 0.1) * s, x + 0.08 * q, y - 0.17 * s);
		pen.closePath();
		pen.fillStyle = tone.shade(thing.colour);
		pen.fill();
		p.inkStroke(0.8);
	} else if (s > 24) {
		pen.beginPath();
		pen.moveTo(x - 0.14 * q, y - 0.1 * s);
		pen.quadraticCurveTo(x, y - 0.08 * s, x + 0.06 * q, y - 0.15 * s);
		p.inkStroke(0.65);
		pen.beginPath();
		pen.arc(x + (hx + 0.005) * q, y + hy * s, 0.012 * s, 0, 2 * Math.PI);
		pen.fillStyle = tone.of(INK);
		pen.fill();
	}
}
