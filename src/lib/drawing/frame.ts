import type { Camera } from '../camera/camera';

/**
 * The camera near one point of the ground, to first order: where a body's forward, right and up metres go in pixels.
 * A body drawn through it stands rightly in the picture from eye level to the plan without projecting each of its points.
 */
export interface Local {
	/** Pixel of the feet. */
	x: number;
	y: number;
	/** Pixels per metre. */
	k: number;
	/** Pixels per metre of body axes: forward, right, up. */
	uf: number;
	ur: number;
	uz: number;
	vf: number;
	vr: number;
	vz: number;
	/** How much of the front and of the right side is seen: 1 faces the viewer, -1 turns away. */
	front: number;
	side: number;
	/** How steeply the ground is seen: 0 edge on, 1 from straight above. */
	rise: number;
}

export const local = (): Local => ({
	x: 0,
	y: 0,
	k: 1,
	uf: 0,
	ur: 0,
	uz: 0,
	vf: 0,
	vr: 0,
	vz: 0,
	front: 0,
	side: 0,
	rise: 0
});

/** Fills `out` for a body at (X, Y) metres facing (hx, hy); false when it stands behind the lens. */
export function localAt(c: Camera, X: number, Y: number, hx: number, hy: number, out: Local): boolean {
	const dy = Y - c.y;
	const dx = X - c.x;
	const d = dy * c.cos + c.z * c.sin;
	if (d < 0.9) return false;
	const k = c.f / d;
	const up = dy * c.sin - c.z * c.cos;
	const tx = dx / d;
	const ty = up / d;
	out.x = c.u0 + k * dx;
	out.y = c.v0 - k * up;
	const yu = -k * c.cos * tx;
	const yv = -k * (c.sin - c.cos * ty);
	out.uz = k * c.sin * tx;
	out.vz = -k * (c.cos + c.sin * ty);
	turn(out, k, hx, hy, yu, yv);
	const g = Math.sqrt(dx * dx + dy * dy) || 1;
	out.front = -(hx * dx + hy * dy) / g;
	out.side = (hx * dy - hy * dx) / g;
	out.rise = Math.min(1, Math.max(0, -yv / k));
	return true;
}

/** Fills `out` for a body at a pixel, seen level from straight in front: hx to the right, hy away from the viewer. */
export function localFlat(x: number, y: number, k: number, hx: number, hy: number, rise: number, out: Local): void {
	out.x = x;
	out.y = y;
	out.uz = 0;
	out.vz = -k;
	turn(out, k, hx, hy, 0, -k * rise);
	out.front = -hy;
	out.side = hx;
	out.rise = rise;
}

function turn(out: Local, k: number, hx: number, hy: number, yu: number, yv: number): void {
	out.k = k;
	out.uf = k * hx + yu * hy;
	out.vf = yv * hy;
	out.ur = k * hy - yu * hx;
	out.vr = -yv * hx;
}

/** Where points of a thing's axes are seen: forward, right and up of its place, metres. */
export const axes = (at: Local) => ({
	X: (f: number, r: number, z: number): number => at.x + f * at.uf + r * at.ur + z * at.uz,
	Y: (f: number, r: number, z: number): number => at.y + f * at.vf + r * at.vr + z * at.vz
});
