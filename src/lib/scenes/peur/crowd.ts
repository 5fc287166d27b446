import { SOLVED } from '../../drawing/palette';
import { ease, mix, stagger } from '../../figure/motion';
import { nourOut, standing } from '../../figure/nour';
import type { Ink, SceneContext } from '../../picture/frame';
import { CAST } from '../../street/cast';
import type { Person } from '../../street/types';
import type { Layer } from '../layers';
import { CROWD, SHELTERS } from './data';
import { floor, focus, shelterAt } from './layout';

/** Somebody of the square before the wall: `t` is how far they have come. */
export type Standing = { key: string } & Record<'x' | 'y' | 'k' | 't', number>;

/** How far the people have come, and how far most of them have left: two come forward and are sheltered. */
type Coming = Record<'gathered' | 'near' | 'shown', number>;

/** People of the square, from the back of the picture to the front: Nour comes from where the last chapter left her. */
export function people(c: SceneContext, { gathered, near, shown }: Coming): Standing[] {
	const { free, height, phone } = c.view;
	const out = nourOut(c);
	const base = free.y + free.h - (phone ? 2 : 8);
	const size = free.h * 0.115;
	const rows = gathering(c, out.x, base, size, gathered);
	rows.push({ key: 'nour', x: out.x, y: mix(out.y, base, near), k: mix(out.k, size, near), t: near });
	for (const r of rows) {
		const n = SHELTERS.findIndex((s) => s.who === r.key);
		const to = shelterAt(c.view, n);
		if (n < 0) r.y += ease(shown, 0, 0.9) * (height - base + 2 * r.k);
		else for (const of of ['x', 'y', 'k'] as const) r[of] = mix(r[of], to[of], shown);
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
		const y = base - someone.back * 0.45 * size + (1 - t) * (height - base + 2 * k);
		return { key: someone.key, x, y, k: k * mix(1.25, 1, t), t };
	});
}

/** How far Nour has come, the others have left, the umbrellas have opened, and all are gone. */
type Crowding = Record<'near' | 'shown' | 'bars' | 'square', number>;

/** The people before the wall, their backs to us; two turn round under umbrellas. */
export function crowd(c: SceneContext, rows: Standing[], { near, shown, bars, square }: Crowding): Layer {
	const out = nourOut(c);
	const go = ease(square, 0, 0.5);
	const ink: Ink[] = [];
	for (const r of rows) {
		const y = r.y + go * (c.view.height - r.y + 2 * r.k);
		if (y - 2.6 * r.k > c.view.height) continue;
		const own = r.key === 'nour';
		const sheltered = SHELTERS.some((s) => s.who === r.key);
		const turned = (!own || near > 0.86) && !(sheltered && shown > 0.5);
		const walking = (shown > 0 && shown < 1) || (r.t > 0 && r.t < 1);
		const person: Person = {
			...(own ? out.person : { ...out.person, ...CAST[r.key] }),
			...(sheltered ? { look: { ...CAST[r.key].look, umbrella: SOLVED } } : {}),
			hx: 0,
			hy: turned && (shown === 0 || sheltered) ? 1 : -1,
			pose: walking ? 'walk' : 'stand',
			phase: walking ? ((r.t + shown) * 3.2 + r.x * 0.01) % 1 : 0,
			shelter: sheltered ? ease(bars, 0.1, 0.5) : 0
		};
		ink.push(...standing(person, r.x, y, r.k));
	}
	return { ink };
}

/** Marcel, at the foot of the wall where all shadows fall; nobody has asked him. */
export function marcel({ view }: SceneContext, parted: number, shown: number): Layer {
	if (parted <= 0 || shown >= 1) return {};
	const to = focus(view);
	const k = view.free.h * 0.1;
	const { height, look } = CAST.marcel;
	const x = to.x + 1.15 * k + (1 - ease(parted, 0, 0.9)) * (view.width - to.x);
	const y = floor(view) + 0.06 * k;
	const opacity = 1 - ease(shown, 0, 0.3);
	return { ink: [{ type: 'person', height, look, pose: 'sit', x, y, k, facing: -1, opacity }] };
}
