import { interpolateLab } from 'd3';
import { NIGHT } from '../../drawing/palette';
import { painted, place, slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter, measure } from '../../figure/text';
import { ease, mix, stagger } from '../../figure/motion';
import { slip } from '../../figure/marks';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import type { Standing } from './crowd';
import { BODY, floor, focus, glassOf, PAVING, SET, TALL, WALL } from './layout';

/** The wall as its light goes: `risen` draws it, `parted` brings dusk, `shown` the dark round a screen. */
export function wall(view: View, risen: number, parted: number, shown: number): Layer {
	const tone = (list: string[]) => {
		const a = interpolateLab(list[0], list[1])(ease(risen, 0, 1));
		const b = interpolateLab(a, list[2])(parted);
		return interpolateLab(b, list[3])(shown);
	};
	const y = floor(view);
	const ink = [
		painted(slab(0, 0, view.width, y), { fill: tone(WALL) }),
		painted(slab(0, y, view.width, view.height - y), { fill: tone(PAVING) })
	];
	const drawn = ease(risen, 0, 0.5);
	if (drawn <= 0) return { ink };
	// The foot of the wall is drawn from the middle outwards, then its courses of stone.
	const middle = view.free.x + view.free.w / 2;
	const reach = Math.max(middle, view.width - middle) * drawn;
	ink.push(
		painted(`M${middle - reach} ${y}H${middle + reach}`, { stroke: 'ink', width: 1.8 }),
		painted(stones(view, y), { stroke: 'ink', width: 1, opacity: 0.22 * ease(risen, 0.4, 1) * (1 - 0.6 * shown) })
	);
	return { ink };
}

/** Few of them: a wall is said with some stones. */
function stones({ width, shape }: View, foot: number): string {
	const course = shape === 'phone' ? 26 : 46;
	let d = '';
	for (let row = 1; row * course < foot; row++)
		for (let i = 0; i < 16; i++) {
			if ((row * 7 + i * 5) % 9 > 1) continue;
			const x = ((i + (row % 2) / 2) * width) / 14;
			d += `M${x.toFixed(1)} ${(foot - row * course).toFixed(1)}h${(width / 17).toFixed(1)}m0 0v${course * 0.9}`;
		}
	return d;
}

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
			const opacity = mix(0.2, 0.26, t) * ease(parted, 0.2, 1) * (1 - ease(shown, 0, 0.04));
			return painted(place(BODY, x + sway, y, k), { fill: NIGHT, opacity });
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

/** The words of the quotation, where the shadows leave and where they meet. */
export function words(c: SceneContext, parted: number, lit: number, shown: number): Layer {
	if (parted <= 0 || shown >= 1) return {};
	const { free, shape } = c.view;
	const size = shape === 'phone' ? 14 : Math.min(26, free.w / 30);
	const left = 1 - ease(shown, 0, 0.3);
	const { x, top } = focus(c.view);
	const foot = floor(c.view);
	const [one, two, three] = [ease(parted, 0.6, 1), ease(lit, 0.3, 0.6), ease(lit, 0.8, 1)].map((t) => t * left);
	return {
		marks: [
			...onSlip(c.view, 'lens.left', size, c.say('precarity'), free.x, foot - 0.34 * free.h, one, false),
			...onSlip(c.view, 'lens.middle', size, c.say('fear'), free.x + 0.34 * free.w, foot - 0.5 * free.h, two, true),
			...onSlip(c.view, 'lens.right', size, c.say('focus'), x, top - size * 0.7, three, true)
		]
	};
}

/** A word on its slip, which does not leave the free part. Italics are set about their place, the upright from it. */
function onSlip(
	{ free }: View,
	key: string,
	size: number,
	text: string,
	x: number,
	y: number,
	shown: number,
	italic: boolean
): Mark[] {
	if (shown <= 0) return [];
	const font = italic ? 'news' : 'grot';
	const w = measure(text, size, font) + size * 0.9;
	const left = Math.max(free.x, Math.min(free.x + free.w - w, italic ? x - w / 2 : x));
	return [
		slip(`${key}.slip`, { x: left, y: y - size * 1.05, w, h: size * 1.5 }, { width: 1.4, opacity: shown }),
		letter(key, font, left + size * 0.45, y, size, text, { italic, opacity: shown, fact: 'c38' })
	];
}
