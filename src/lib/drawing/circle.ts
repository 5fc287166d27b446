import type { Plot } from './plot';

/** Points of a drawn circle. */
export const SIDES = 32;

/** The unit circle: cosine and sine in turn, from the right, counter-clockwise. */
export const CIRCLE = Float64Array.from({ length: 2 * SIDES }, (_, i) => {
	const a = (2 * Math.PI * (i >> 1)) / SIDES;
	return Math.round((i % 2 ? Math.sin(a) : Math.cos(a)) * 1e6) / 1e6;
});

/** A level circle, or an ellipse along the axes. */
export function disc(p: Plot, x: number, y: number, r: number, z = 0, ry = r): Plot {
	p.start();
	for (let i = 0; i < SIDES; i += p.coarse) p.at(x + r * CIRCLE[i * 2], y + ry * CIRCLE[i * 2 + 1], z);
	return p;
}

/** A circle on a wall that faces the camera, or an ellipse. */
export function round(p: Plot, x: number, y: number, z: number, r: number, rz = r): Plot {
	p.start();
	for (let i = 0; i < SIDES; i += p.coarse) p.at(x + r * CIRCLE[i * 2], y, z + rz * CIRCLE[i * 2 + 1]);
	return p;
}
