import { TRAM } from '../street/places';
import type { Person, Thing } from '../street/types';
import { CIRCLE, disc, SIDES } from './circle';
import type { Still } from './furniture/stills';
import type { Plot } from './plot';

/** Adds a person's shadow to the path; its tip is (sx, sy) away from what is a metre high. */
export function personShadow(p: Plot, { x, y, height, pose }: Person, sx: number, sy: number): void {
	const low = pose === 'walk' || pose === 'stand' ? 1 : 0.6;
	shadow(p, x, y, 0.26, 0.3, sx * height * low, sy * height * low);
}

export function thingShadow(p: Plot, { x, y, kind }: Thing, sx: number, sy: number): void {
	const small = kind === 'pigeon';
	shadow(p, x, y, small ? 0.2 : 0.4, small ? 0.1 : 0.3, sx * (small ? 0.15 : 0.5), sy * (small ? 0.15 : 0.5));
}

export function stillShadow(p: Plot, { shade }: Still, sx: number, sy: number): void {
	if (shade) shadow(p, shade.x, shade.y, shade.rx, shade.ry, sx * shade.height, sy * shade.height, shade.crown);
}

export function tramShadow(p: Plot, x: number): void {
	p.floor(x + 0.4, x + TRAM.length, TRAM.y0 - 0.35, TRAM.y1, 0).trace(true);
}

/**
 * Adds the shadow of something to the path: from a foot of half sizes rx, ry to a tip (sx, sy) away, rounded; with
 * `crown` metres, a round one as wide at the tip and nothing but a stem before it. All in one path, so that shadows that
 * meet do not darken twice.
 */
function shadow(p: Plot, x: number, y: number, rx: number, ry: number, sx: number, sy: number, crown = 0): void {
	p.start();
	for (let i = 0; i < SIDES; i += 2) {
		const a = CIRCLE[i * 2];
		const b = CIRCLE[i * 2 + 1];
		// The right half of the ring goes with the tip, a little narrower.
		const t = a > 0 === sx > 0 ? 1 : 0;
		p.at(x + rx * a + t * sx, y + ry * b * (t ? 0.85 : 1) + t * sy, 0);
	}
	p.trace(true);
	if (!crown) return;
	disc(p, x + sx * 0.8, y + sy * 0.8, crown * 1.25, 0, crown * 0.62).trace(true);
}
