import type { Body } from './body';
import { HIP, KNEE, NECK } from './skeleton';

/** A trunk as it is seen, pixels: neck, shoulders, middle and hem. */
interface Trunk {
	nx: number;
	ny: number;
	sx: number;
	sy: number;
	mx: number;
	my: number;
	hx: number;
	hy: number;
	/** Along the spine, upwards: a unit vector. */
	ax: number;
	ay: number;
	/** Half the width at the shoulders, at the middle and at the hem. */
	shoulders: number;
	waist: number;
	hem: number;
	/** How far the hem hangs through. */
	droop: number;
	/** How far the front has turned out of the middle. */
	off: number;
}

const isUpright = ({ subject: { pose } }: Body): boolean => pose === 'walk' || pose === 'stand';

function trunkOf(b: Body): Trunk {
	const { k, at, subject, skeleton, wide } = b;
	const { look, s, traits, who } = subject;
	const { joints } = skeleton;
	const upright = isUpright(b);
	let hemF = joints[HIP];
	let hemZ = joints[HIP + 2] - 0.04 * who.height;
	let hemWide = wide * 1.08;
	if (upright && look.long) {
		// A long coat reaches to the knees and goes with them.
		const [left, right] = KNEE;
		const spread = Math.abs(joints[left] - joints[right]) * 0.5;
		hemZ = joints[HIP + 2] - 0.19 * who.height;
		hemF += (joints[left] + joints[right]) * 0.4;
		hemWide = b.girth(0.235, 0.17 + spread * 0.55) * s * traits.build;
	} else if (!upright) hemZ = joints[HIP + 2] - 0.07 * s;
	const nx = b.u(NECK);
	const ny = b.v(NECK);
	const hx = b.x(hemF, joints[HIP + 1], hemZ);
	const hy = b.y(hemF, joints[HIP + 1], hemZ);
	let ax = nx - hx;
	let ay = ny - hy;
	const l = Math.sqrt(ax * ax + ay * ay) || 1;
	ax /= l;
	ay /= l;
	const sx = nx - ax * 0.05 * who.height * k;
	const sy = ny - ay * 0.05 * who.height * k;
	const shoulders = wide * k;
	const hem = hemWide * k;
	return {
		nx,
		ny,
		sx,
		sy,
		mx: (sx + hx) / 2,
		my: (sy + hy) / 2,
		hx,
		hy,
		ax,
		ay,
		shoulders,
		waist: (upright ? 0.99 : 1.06) * ((shoulders + hem) / 2),
		hem,
		droop: Math.max(0.02, at.rise * 0.35 * (0.13 + 0.1 * Math.abs(at.front))) * k,
		off: at.side * wide * 0.85 * k
	};
}

/** Coat or shirt, and what is seen on it. */
export function paintTorso(b: Body): void {
	const { k, at } = b;
	const { look } = b.subject;
	const t = trunkOf(b);
	cloth(b, t);
	if (look.stripes) stripes(b, t, look.stripes);
	if (look.apron && at.front > -0.3) apron(b, t, look.apron);
	else if (k > 24) {
		if (at.front > 0.1 && !look.stripes) opening(b, t);
		if (k > 34 && isUpright(b)) pockets(b, t);
	}
}

function cloth(b: Body, t: Trunk): void {
	const { pen, k } = b;
	const { nx, ny, sx, sy, mx, my, hx, hy, ax, ay, shoulders: w1, waist: wm, hem: w0, droop } = t;
	const nw = 0.075 * b.subject.s * k;
	// Across the spine, in the picture.
	const qx = -ay;
	const qy = ax;
	pen.beginPath();
	pen.moveTo(nx - qx * nw, ny - qy * nw);
	pen.quadraticCurveTo(
		sx - qx * w1 * 0.98 + ax * 0.035 * k,
		sy - qy * w1 * 0.98 + ay * 0.035 * k,
		sx - qx * w1 - ax * 0.05 * k,
		sy - qy * w1 - ay * 0.05 * k
	);
	pen.quadraticCurveTo(mx - qx * wm, my - qy * wm, hx - qx * w0, hy - qy * w0);
	pen.quadraticCurveTo(hx - ax * droop, hy - ay * droop, hx + qx * w0, hy + qy * w0);
	pen.quadraticCurveTo(mx + qx * wm, my + qy * wm, sx + qx * w1 - ax * 0.05 * k, sy + qy * w1 - ay * 0.05 * k);
	pen.quadraticCurveTo(
		sx + qx * w1 * 0.98 + ax * 0.035 * k,
		sy + qy * w1 * 0.98 + ay * 0.035 * k,
		nx + qx * nw,
		ny + qy * nw
	);
	pen.quadraticCurveTo(nx + ax * 0.03 * k, ny + ay * 0.03 * k, nx - qx * nw, ny - qy * nw);
	pen.closePath();
	b.face(b.tone.of(b.subject.look.coat));
}

function stripes(b: Body, t: Trunk, colour: string): void {
	const { pen } = b;
	pen.strokeStyle = b.tone.of(colour);
	pen.lineWidth = Math.max(0.5, 0.032 * b.k);
	pen.beginPath();
	for (let i = 1; i <= 4; i++) {
		const along = 0.1 + i * 0.19;
		const x = t.sx + (t.hx - t.sx) * along;
		const y = t.sy + (t.hy - t.sy) * along;
		const w = (t.shoulders + (t.hem - t.shoulders) * along) * 0.94;
		pen.moveTo(x + t.ay * w, y - t.ax * w);
		pen.quadraticCurveTo(x - t.ax * t.droop * 0.8, y - t.ay * t.droop * 0.8, x - t.ay * w, y + t.ax * w);
	}
	pen.stroke();
}

/** The line where a coat closes, with buttons on long ones. */
function opening(b: Body, { nx, ny, my, mx, hx, hy, off, droop }: Trunk): void {
	const { pen, k } = b;
	const x0 = nx + off * 0.5;
	const cx = mx + off * 1.1;
	const bx = hx + off;
	const by = hy + droop * 0.4;
	pen.beginPath();
	pen.moveTo(x0, ny + 0.02 * k);
	pen.quadraticCurveTo(cx, my, bx, by);
	b.rule(0.65);
	if (!b.subject.look.long || k <= 34) return;
	pen.beginPath();
	for (let i = 1; i <= 3; i++) {
		const t = 0.12 + i * 0.17;
		const u = 1 - t;
		const x = u * u * x0 + 2 * u * t * cx + t * t * bx - 0.035 * k;
		const y = u * u * ny + 2 * u * t * my + t * t * by;
		pen.moveTo(x + 0.014 * k, y);
		pen.arc(x, y, 0.014 * k, 0, 2 * Math.PI);
	}
	pen.fillStyle = b.ink;
	pen.fill();
}

/** Pocket flaps, a belt, the vent of a long coat seen from behind. */
function pockets(b: Body, { mx, my, hx, hy, hem }: Trunk): void {
	const { pen, k, subject } = b;
	const { side, front } = b.at;
	const { long } = subject.look;
	pen.beginPath();
	const px = mx + (hx - mx) * 0.4;
	const py = my + (hy - my) * (long ? 0.22 : 0.42);
	if (front > 0.1)
		for (let i = -1; i <= 1; i += 2) {
			const a = i * 0.62 * front + side * 0.5;
			if (Math.abs(a) > 0.85) continue;
			pen.moveTo(px + (a - 0.13) * hem, py + 0.01 * k * i);
			pen.lineTo(px + (a + 0.13) * hem, py - 0.01 * k * i);
		}
	else if (long && front < -0.3) {
		pen.moveTo(hx - side * hem * 0.5, hy);
		pen.lineTo(mx + (hx - mx) * 0.35 - side * hem * 0.4, my + (hy - my) * 0.35);
	}
	if (long && subject.traits.collar === 'shirt') {
		pen.moveTo(mx - hem * 0.88, my - 0.015 * k);
		pen.quadraticCurveTo(mx, my + 0.02 * k, mx + hem * 0.88, my - 0.015 * k);
		pen.moveTo(mx - hem * 0.89, my + 0.025 * k);
		pen.quadraticCurveTo(mx, my + 0.06 * k, mx + hem * 0.89, my + 0.025 * k);
	}
	b.rule(0.65);
}

/** An apron from the chest to the thighs, with its straps. */
function apron(b: Body, { nx, ny, hx, hy, shoulders, hem, off }: Trunk, colour: string): void {
	const { pen, k } = b;
	const see = Math.max(0.3, b.at.front);
	const top = ny + (hy - ny) * 0.38;
	const low = hy + 0.2 * k;
	const a1 = shoulders * 0.5 * see;
	const a0 = hem * 0.92 * see;
	const c1 = nx + off * 0.7;
	const c0 = hx + off * 0.6;
	pen.beginPath();
	pen.moveTo(c1 - a1, top);
	pen.lineTo(c1 + a1, top);
	pen.lineTo(c0 + a0, top + (low - top) * 0.35);
	pen.lineTo(c0 + a0 * 1.02, low);
	pen.quadraticCurveTo(c0, low + 0.03 * k, c0 - a0 * 1.02, low);
	pen.lineTo(c0 - a0, top + (low - top) * 0.35);
	pen.closePath();
	b.face(b.tone.of(colour), 0.85);
	pen.beginPath();
	pen.moveTo(c1 - a1 * 0.9, top);
	pen.lineTo(nx - 0.05 * k, ny + 0.02 * k);
	pen.moveTo(c1 + a1 * 0.9, top);
	pen.lineTo(nx + 0.05 * k, ny + 0.02 * k);
	pen.moveTo(c0 - a0 * 0.45, top + (low - top) * 0.5);
	pen.lineTo(c0 + a0 * 0.45, top + (low - top) * 0.5);
	b.rule(0.7);
}
