import { nourOut } from '../../figure/nour';
import { ease, mix, stagger } from '../../figure/motion';
import type { SceneContext } from '../../picture/frame';
import { CROWD, SHELTERS } from './data';
import { shelterAt } from './layout';

/** Somebody of the square before the wall: `t` is how far they have come. */
export interface Standing {
	key: string;
	x: number;
	y: number;
	k: number;
	t: number;
}

/** How far the people have come, and how far most of them have left: two come forward and are sheltered. */
export interface Coming {
	gathered: number;
	near: number;
	shown: number;
}

/** People of the square, from the back of the picture to the front: Nour comes from where the last chapter left her. */
export function people(c: SceneContext, { gathered, near, shown }: Coming): Standing[] {
	const { free, height, shape } = c.view;
	const out = nourOut(c);
	const phone = shape === 'phone';
	const base = free.y + free.h - (phone ? 2 : 8);
	const size = free.h * 0.115;
	const rows = gathering(c, out.x, base, size, gathered);
	rows.push({ key: 'nour', x: out.x, y: mix(out.y, base, near), k: mix(out.k, size, near), t: near });
	for (const r of rows) {
		const n = SHELTERS.findIndex((s) => s.who === r.key);
		if (n < 0) r.y += ease(shown, 0, 0.9) * (height - base + 2 * r.k);
		else {
			const to = shelterAt(c.view, n);
			r.x = mix(r.x, to.x, shown);
			r.y = mix(r.y, to.y, shown);
			r.k = mix(r.k, to.k, shown);
		}
	}
	return rows.sort((a, b) => a.y - b.y);
}

/** Those besides Nour, one after the other from below; nobody stands in her place. */
function gathering({ view }: SceneContext, nour: number, base: number, size: number, gathered: number): Standing[] {
	const { free, height, shape } = view;
	const count = shape === 'phone' ? 6 : CROWD.length;
	return Array.from({ length: count }, (_, i) => {
		const someone = CROWD[Math.floor((i * CROWD.length) / count)];
		const t = stagger(gathered, i, count, 0.7);
		let x = free.x + ((i + 0.5) / count) * free.w;
		if (Math.abs(x - nour) < 0.78 * size) x = nour + Math.sign(x - nour || 1) * 0.78 * size;
		const k = size * (1 - 0.12 * someone.back);
		return {
			key: someone.key,
			x,
			y: base - someone.back * 0.45 * size + (1 - t) * (height - base + 2 * k),
			k: k * mix(1.25, 1, t),
			t
		};
	});
}
