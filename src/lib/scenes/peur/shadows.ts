import { NIGHT } from '../../drawing/palette';
import { painted } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { ease, mix, stagger } from '../../figure/motion';
import { place, slab } from '../../figure/place';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { BODY, TALL } from './body';
import { floor, focus, glassOf, SET } from './layout';
import type { Standing } from './people';

/** Each person's shadow on the wall: its own size at first (`parted`); then all grow and run together into one (`lit`). */
export function shadows(c: SceneContext, rows: Standing[], parted: number, lit: number, shown: number): Layer {
	if (parted <= 0) return {};
	const to = focus(c.view);
	const y = floor(c.view);
	return {
		ink: rows.map((r, i) => {
			const t = stagger(lit, i, rows.length, 0.75);
			const k = mix(r.k * 1.05, to.k * (0.94 + 0.012 * i), t);
			const x = mix(r.x + 0.2 * r.k, to.x + (i - rows.length / 2) * 1.6, t);
			const sway = 0.006 * k * Math.sin(c.life * 0.9 + i);
			return painted(place(BODY, x + sway, y, k), {
				fill: NIGHT,
				opacity: mix(0.2, 0.26, t) * ease(parted, 0.2, 1) * (1 - ease(shown, 0, 0.04))
			});
		})
	};
}

/** The screen shows the same shadow, larger than it is. */
export function enlarged({ view, life }: SceneContext, shown: number): Layer {
	if (shown <= 0.02) return {};
	const to = focus(view);
	const inside = glassOf(view);
	const s = mix(1, (inside.h * 1.22) / TALL / to.k, shown);
	const clip = mixRects({ x: 0, y: 0, w: view.width, h: floor(view) }, inside, shown);
	const x = mix(to.x, inside.x + inside.w / 2, shown);
	const foot = mix(to.y, inside.y + inside.h * 1.34, shown);
	return {
		ink: [
			{ type: 'shape', d: slab(clip.x, clip.y, clip.w, clip.h), fill: SET.glass, opacity: ease(shown, 0.4, 1) },
			painted(place(BODY, x, foot, to.k * s * (1 + 0.012 * Math.sin(life * 1.6))), { fill: NIGHT, clip, opacity: 0.92 })
		]
	};
}
