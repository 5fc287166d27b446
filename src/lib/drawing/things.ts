import type { Thing } from '../street/types';
import { axes, localAt } from './frame';
import { pigeon } from './pigeon';
import { INK } from './palette';
import type { Plot } from './plot';
import { CIRCLE, round, SIDES } from './circle';

/** A bicycle upright at (x, y), its length along (hx, hy). */
export function bicycle(p: Plot, x: number, y: number, hx: number, hy: number, colour: string): void {
	const { pen, tone, local: at } = p;
	if (!localAt(p.camera, x, y, hx, hy, at)) return;
	const { X, Y } = axes(at);
	const move = (f: number, z: number): void => pen.moveTo(X(f, 0, z), Y(f, 0, z));
	const line = (f: number, z: number): void => pen.lineTo(X(f, 0, z), Y(f, 0, z));
	const k = at.k;
	if (at.x < -2 * k || at.x > p.camera.width + 2 * k) return;
	const r = 0.33;
	pen.lineCap = 'round';
	pen.lineJoin = 'round';
	// Wheels, frame, saddle, bars, a basket.
	pen.beginPath();
	for (const c of [-0.52, 0.52])
		for (let i = 0; i <= SIDES; i += p.coarse) {
			const f = c + r * CIRCLE[(i % SIDES) * 2];
			const z = r + r * CIRCLE[(i % SIDES) * 2 + 1];
			if (i) pen.lineTo(X(f, 0, z), Y(f, 0, z));
			else pen.moveTo(X(f, 0, z), Y(f, 0, z));
		}
	pen.strokeStyle = tone.of(INK);
	pen.lineWidth = Math.max(p.line, 0.03 * k);
	pen.stroke();
	pen.beginPath();
	move(-0.52, r);
	line(-0.08, 0.3);
	line(-0.2, 0.82);
	line(-0.52, r);
	move(-0.08, 0.3);
	line(0.38, 0.76);
	line(-0.18, 0.74);
	move(0.52, r);
	line(0.36, 0.9);
	pen.strokeStyle = tone.of(INK);
	pen.lineWidth = 0.05 * k + 1.5 * p.line;
	pen.stroke();
	pen.strokeStyle = tone.of(colour);
	pen.lineWidth = 0.05 * k;
	pen.stroke();
	pen.beginPath();
	pen.moveTo(X(-0.34, 0, 0.86), Y(-0.34, 0, 0.86));
	pen.lineTo(X(-0.08, 0, 0.86), Y(-0.08, 0, 0.86));
	pen.moveTo(X(0.34, -0.25, 0.96), Y(0.34, -0.25, 0.96));
	pen.lineTo(X(0.36, 0, 0.9), Y(0.36, 0, 0.9));
	pen.lineTo(X(0.34, 0.25, 0.96), Y(0.34, 0.25, 0.96));
	pen.strokeStyle = tone.of(INK);
	pen.lineWidth = Math.max(p.line * 1.2, 0.042 * k);
	pen.stroke();
}

const BLOOM = ['#D99AAC', '#E8C25A', '#F6F0E0', '#A48BC0', '#E3A878', '#EFD9A8', '#C98BA6'];

/** A bed of flowers between x0 and x1 at (y, z): leaves first, then heads. */
export function flowers(p: Plot, x0: number, x1: number, y: number, z: number): void {
	const { pen, tone, spot } = p;
	const n = Math.max(3, Math.round((x1 - x0) / 0.17));
	pen.beginPath();
	for (let pass = 0; pass < 2; pass++) {
		pen.fillStyle = pass ? tone.of('#86A079') : tone.of(INK);
		pen.beginPath();
		for (let i = 0; i <= n; i++) {
			p.see(x0 + ((x1 - x0) * i) / n, y + 0.1, z + 0.08);
			const r = 0.17 * spot.k + (pass ? 0 : p.line * 0.8);
			pen.moveTo(spot.u + r, spot.v);
			pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
	for (let row = 0; row < 2; row++) {
		pen.fillStyle = tone.of(INK);
		pen.beginPath();
		for (let i = 0; i < n; i++) bloom(p, x0, x1, y, z, n, row, i, p.line * 0.6);
		pen.fill();
		for (let c = 0; c < BLOOM.length; c++) {
			let any = false;
			for (let i = 0; i < n; i++) {
				if (((i * 2 + row) * 5 + row) % BLOOM.length !== c) continue;
				if (!any) pen.beginPath();
				any = true;
				bloom(p, x0, x1, y, z, n, row, i, 0);
			}
			if (!any) continue;
			pen.fillStyle = tone.of(BLOOM[c]);
			pen.fill();
		}
	}
}

function bloom(
	p: Plot,
	x0: number,
	x1: number,
	y: number,
	z: number,
	n: number,
	row: number,
	i: number,
	grow: number
): void {
	const spot = p.see(
		x0 + ((x1 - x0) * (i + 0.3 + row * 0.4)) / n,
		y + 0.15 - row * 0.3,
		z + 0.24 - row * 0.1 + 0.06 * ((i * 3) % 4)
	);
	const r = (0.07 + 0.012 * ((i * 2 + row) % 3)) * spot.k + grow;
	p.pen.moveTo(spot.u + r, spot.v);
	p.pen.arc(spot.u, spot.v, r, 0, 2 * Math.PI);
}

/** Paints a thing that moves or was left. */
export function paintThing(p: Plot, thing: Thing): void {
	const { local: at } = p;
	if (!localAt(p.camera, thing.x, thing.y, thing.hx, thing.hy, at)) return;
	const k = at.k;
	if (at.x < -3 * k || at.x > p.camera.width + 3 * k || at.y < -4 * k || at.y > p.camera.height + 3 * k) return;
	if (thing.kind === 'bicycle') bicycle(p, thing.x, thing.y, thing.hx, thing.hy, thing.colour);
	else if (thing.kind === 'pigeon') pigeon(p, thing);
	else if (thing.kind === 'dog') dog(p, thing);
	else if (thing.kind === 'bag') bag(p, thing);
	else handcart(p, thing);
}

function dog(p: Plot, thing: Thing): void {
	const { pen, tone } = p;
	const { X, Y } = axes(p.local);
	const { k } = p.local;
	const w = 0.065 * k;
	const swing = thing.phase < 0.5 ? thing.phase * 4 - 1 : 3 - thing.phase * 4;
	const fur = tone.of(thing.colour);
	const ink = tone.of(INK);
	pen.lineCap = 'round';
	for (let i = 0; i < 4; i++) {
		const f = i < 2 ? 0.2 : -0.2;
		const r = i % 2 ? 0.07 : -0.07;
		const s = 0.09 * swing * (i === 0 || i === 3 ? 1 : -1);
		pen.beginPath();
		pen.moveTo(X(f, r, 0.26), Y(f, r, 0.26));
		pen.lineTo(X(f + s, r, 0.02), Y(f + s, r, 0.02));
		pen.strokeStyle = ink;
		pen.lineWidth = w + 2 * p.line;
		pen.stroke();
		pen.strokeStyle = i % 2 ? fur : tone.shade(thing.colour);
		pen.lineWidth = w;
		pen.stroke();
	}
	pen.beginPath();
	pen.moveTo(X(-0.26, 0, 0.36), Y(-0.26, 0, 0.36));
	pen.quadraticCurveTo(X(-0.42, 0, 0.44), Y(-0.42, 0, 0.44), X(-0.4, 0, 0.58), Y(-0.4, 0, 0.58));
	pen.strokeStyle = ink;
	pen.lineWidth = w * 0.6 + 2 * p.line;
	pen.stroke();
	pen.strokeStyle = fur;
	pen.lineWidth = w * 0.6;
	pen.stroke();
	pen.beginPath();
	pen.moveTo(X(-0.22, 0, 0.32), Y(-0.22, 0, 0.32));
	pen.lineTo(X(0.2, 0, 0.33), Y(0.2, 0, 0.33));
	pen.strokeStyle = ink;
	pen.lineWidth = 0.2 * k + 2 * p.line;
	pen.stroke();
	pen.strokeStyle = fur;
	pen.lineWidth = 0.2 * k;
	pen.stroke();
	const hx = X(0.36, 0, 0.52);
	const hy = Y(0.36, 0, 0.52);
	pen.beginPath();
	pen.moveTo(X(0.24, 0, 0.38), Y(0.24, 0, 0.38));
	pen.lineTo(hx, hy);
	pen.lineTo(X(0.5, 0, 0.48), Y(0.5, 0, 0.48));
	pen.strokeStyle = ink;
	pen.lineWidth = 0.13 * k + 2 * p.line;
	pen.stroke();
	pen.strokeStyle = fur;
	pen.lineWidth = 0.13 * k;
	pen.stroke();
	pen.beginPath();
	pen.ellipse(X(0.3, 0.04, 0.53), Y(0.3, 0.04, 0.53), 0.045 * k, 0.09 * k, 0, 0, 2 * Math.PI);
	pen.fillStyle = tone.shade(thing.colour);
	pen.fill();
	p.inkStroke(0.8);
	pen.beginPath();
	pen.arc(X(0.56, 0, 0.5), Y(0.56, 0, 0.5), 0.025 * k, 0, 2 * Math.PI);
	pen.fillStyle = ink;
	pen.fill();
}

function bag(p: Plot, thing: Thing): void {
	const { pen, tone, local: at } = p;
	const k = at.k;
	const x = at.x + thing.z * at.uz;
	const y = at.y + thing.z * at.vz;
	const w = 0.25 * k;
	const h = 0.3 * k;
	pen.beginPath();
	pen.moveTo(x - w * 0.5, y - h);
	pen.bezierCurveTo(x - w * 0.4, y - h * 1.6, x + w * 0.4, y - h * 1.6, x + w * 0.5, y - h);
	p.inkStroke(1.3);
	pen.beginPath();
	pen.moveTo(x - w, y);
	pen.quadraticCurveTo(x - w * 1.1, y - h * 0.9, x - w * 0.8, y - h);
	pen.lineTo(x + w * 0.8, y - h);
	pen.quadraticCurveTo(x + w * 1.1, y - h * 0.9, x + w, y);
	pen.closePath();
	pen.fillStyle = tone.of(thing.colour);
	pen.fill();
	p.inkStroke();
	pen.beginPath();
	pen.moveTo(x - w * 0.85, y - h * 0.72);
	pen.lineTo(x + w * 0.85, y - h * 0.72);
	p.inkStroke(0.7);
}

function handcart(p: Plot, thing: Thing): void {
	const { tone } = p;
	const { x, y } = thing;
	p.wall(x - 0.6, x + 0.6, y, 0.35, 0.8).face(tone.of(thing.colour));
	flowers(p, x - 0.55, x + 0.55, y, 0.8);
	round(p, x, y - 0.05, 0.3, 0.3).face(tone.of('#C9B48E'), 0.9);
}
