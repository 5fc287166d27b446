import { CIRCLE, SIDES } from '../circle';
import { hash } from './hash';
import type { Place } from './place';

/** Where one of a setting's people is, and which way they go. */
export interface Walker {
	x: number;
	y: number;
	hx: number;
	hy: number;
	walks: boolean;
}

/** Where person i is: to and fro on a way, a little beside it, turning at its ends. */
export function walk(place: Place, seed: number, i: number, time: number): Walker {
	const s = hash(seed, i + 20);
	const way = place.ways[(i + (s % 3 === 0 ? 1 : 0)) % place.ways.length];
	const dx = way[2] - way[0];
	const dy = way[3] - way[1];
	const l = Math.sqrt(dx * dx + dy * dy);
	const aside = ((s >>> 6) % 100) / 100 - 0.5;
	if (l < 0.5) {
		const a = (s >>> 20) % SIDES;
		return {
			x: way[0] + 2.2 * aside,
			y: way[1] + (((s >>> 14) % 100) / 100 - 0.5) * 1.4,
			hx: CIRCLE[a * 2],
			hy: CIRCLE[a * 2 + 1],
			walks: false
		};
	}
	const pace = 1.05 + ((s >>> 4) % 40) / 100;
	const t = time * pace + ((s >>> 12) % 1000) * 0.1;
	const u = t % (2 * l);
	const back = u > l;
	const f = (back ? 2 * l - u : u) / l;
	return {
		x: way[0] + dx * f - (dy / l) * aside * 1.6,
		y: way[1] + dy * f + (dx / l) * aside * 1.6,
		hx: (back ? -dx : dx) / l,
		hy: (back ? -dy : dy) / l,
		walks: true
	};
}
