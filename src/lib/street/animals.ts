import { hash, sine, smooth } from '../maths';
import { blank } from './things';
import type { Thing } from './types';

/** When a flock takes fright: they fly off at `from` and are back at `to`, seconds. */
export interface Fright {
	from: number;
	to: number;
}

export interface Pigeon {
	seed: number;
	/** Where it pecks about, metres. */
	x: number;
	y: number;
}

const TURN = 2.4;
const FLIGHT = 3.2;

const GREY = '#9AA3AE';

/** A pigeon at an instant: pecking about, or flying off and back. */
export function pigeonAt(p: Pigeon, frights: readonly Fright[], t: number): Thing {
	const out = blank('pigeon', GREY);
	const late = (hash(p.seed, 7) % 1000) / 1600;
	const now = t / TURN + late;
	const k = Math.floor(now);
	const u = smooth((now - k - 0.55) / 0.45);
	const ax = spot(p.seed, k, 0);
	const ay = spot(p.seed, k, 1);
	const bx = spot(p.seed, k + 1, 0);
	const by = spot(p.seed, k + 1, 1);
	out.x = p.x + ax + (bx - ax) * u;
	out.y = p.y + ay + (by - ay) * u;
	out.z = 0;
	const l = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay)) || 1;
	out.hx = (bx - ax) / l;
	out.hy = (by - ay) / l;
	// Pecks while standing; steps while walking.
	out.phase = u > 0 && u < 1 ? 3 * u - Math.floor(3 * u) : 0.5 + 0.5 * sine(t / 1.1 + late);
	out.present = true;
	for (const f of frights) {
		const away = t < f.from + late ? 0 : t < f.to + late ? (t - f.from - late) / FLIGHT : 0;
		const back = t >= f.from + late && t < f.to + late ? (f.to + late - t) / FLIGHT : 0;
		const fly = Math.min(away, back);
		if (fly <= 0) continue;
		if (fly >= 1) {
			out.present = false;
			return out;
		}
		const side = hash(p.seed, 9) % 2 ? 1 : -1;
		const dir = back < away ? -side : side;
		out.x += dir * 16 * fly * fly;
		out.y += 7 * fly;
		out.z = 7.5 * fly * (1.4 - 0.4 * fly);
		out.hx = back < away ? -dir : dir;
		out.hy = 0;
		out.phase = 6 * t - Math.floor(6 * t);
		return out;
	}
	return out;
}

const spot = (seed: number, k: number, axis: number): number => ((hash(seed + 31 * axis, k) % 2001) - 1000) / 1000;
