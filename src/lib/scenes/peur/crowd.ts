import { SOLVED } from '../../drawing/palette';
import { nourOut, standing } from '../../figure/nour';
import { ease } from '../../figure/motion';
import type { Ink, SceneContext } from '../../picture/frame';
import { CAST } from '../../street/cast';
import type { Layer } from '../layers';
import { SHELTERS } from './data';
import { floor, focus } from './layout';
import type { Standing } from './people';

/** How far Nour has come, the others have left, the umbrellas have opened, and all are gone. */
interface Crowding {
	near: number;
	shown: number;
	bars: number;
	square: number;
}

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
		ink.push(
			...standing(
				{
					...(own ? out.person : { ...out.person, ...CAST[r.key] }),
					...(sheltered ? { look: { ...CAST[r.key].look, umbrella: SOLVED } } : {}),
					hx: 0,
					hy: turned && (shown === 0 || sheltered) ? 1 : -1,
					pose: walking ? 'walk' : 'stand',
					phase: walking ? ((r.t + shown) * 3.2 + r.x * 0.01) % 1 : 0,
					shelter: sheltered ? ease(bars, 0.1, 0.5) : 0
				},
				r.x,
				y,
				r.k
			)
		);
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
