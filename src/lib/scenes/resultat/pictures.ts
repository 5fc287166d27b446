import { range } from 'd3';
import { NIGHT, PAPER } from '../../drawing/palette';
import { drawn, oval, slab } from '../../figure/inks';
import { STEEL as IRON, SLOT } from '../../figure/firm/colours';
import { operatorInk } from '../../figure/operator';
import { carInk } from '../../figure/patrol';
import { LIGHT, YELLOW } from '../../figure/colours';
import { cameraOnPole } from '../../figure/bullet';
import type { Ink, Rect, SceneContext, SettingName } from '../../picture/frame';
import type { Panel } from './data';
import { LOOKS, person } from './people';
import type { Life } from './studies';

const setting = ({ seconds }: Life, name: SettingName, seed: number, r: Rect): Ink => ({
	type: 'setting',
	name,
	seed,
	at: Math.round(seconds * 12.5) / 12.5,
	...{ x: r.x, y: r.y, w: r.w, h: r.h }
});

/** Where cameras were found to have an effect, or with what. */
export const PICTURES: Record<Panel['key'], (c: SceneContext, r: Rect, life: Life) => Ink[]> = {
	place: (_, r, life) => [setting(life, 'carpark', 3, r), ...cameraOnPole(r.x + r.w * 0.86, r.y + r.h, r.h * 0.86, r)],
	live: (c, r, life) => [
		{ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: 'night' },
		...screens(r, life),
		// Whoever watches, and the recorder that nobody does.
		...operatorInk({
			x: r.x + r.w * 0.33,
			y: r.y + r.h,
			scale: (r.h * 0.62) / 310,
			turn: Math.sin(c.life * 0.4) * 0.6
		}),
		...recorder(r)
	],
	together: (_, r, life) => {
		const x = r.x + r.w * 0.72;
		const foot = r.y + r.h * 0.95;
		return [
			setting(life, 'underpass', 2, r),
			...lamp(x, foot, r),
			...cameraOnPole(r.x + r.w * 0.94, r.y + r.h, r.h * 0.84, r),
			person(LOOKS.guard, x - r.h * 0.2, foot, r.h * 0.34, r, { facing: -1 }),
			person(LOOKS.passer, x - r.h * 0.5, foot, r.h * 0.33, r, { facing: 1, height: 1.66 })
		];
	},
	newark: (_, r, life) => {
		const y = r.y + r.h * 0.97;
		return [
			setting(life, 'square', 4, r),
			...carInk(r.x + r.w * 0.06 + life.toGo * r.w * 0.1, y, r.h * 0.62, r),
			person(LOOKS.guard, r.x + r.w * 0.7, y, r.h * 0.38, r, { facing: -1 }),
			person(LOOKS.other, r.x + r.w * 0.84, y - r.h * 0.02, r.h * 0.37, r, { facing: -1, height: 1.68 })
		];
	}
};

/** Four screens at the top left of a room. */
function screens(r: Rect, life: Life): Ink[] {
	const gap = r.w * 0.018;
	const w = (r.w * 0.62 - 3 * gap) / 2;
	const h = (r.h * 0.74 - 3 * gap) / 2;
	return (['carpark', 'market', 'platform', 'square'] as const).map((name, i) => {
		const x = r.x + gap * 1.6 + (i % 2) * (w + gap);
		return setting(life, name, 5 + i, { x, y: r.y + gap * 1.6 + Math.floor(i / 2) * (h + gap), w, h });
	});
}

function recorder(r: Rect): Ink[] {
	const x = r.x + r.w * 0.7;
	const w = r.w * 0.24;
	const put = (d: string, fill: string) => drawn(d, fill, 1.4, { stroke: PAPER, clip: r });
	return range(3).flatMap((k) => {
		const y = r.y + r.h * 0.24 + k * r.h * 0.2;
		return [
			put(slab(x, y, w, r.h * 0.17, 3), SLOT),
			put(slab(x + w * 0.08, y + r.h * 0.05, w * 0.5, r.h * 0.03), NIGHT),
			put(oval(x + w * 0.76, y + r.h * 0.085, r.h * 0.035), IRON)
		];
	});
}

/** A lamp and its light, standing at (x, foot). */
function lamp(x: number, foot: number, r: Rect): Ink[] {
	const top = r.y + r.h * 0.16;
	const at = (a: number, y: number) => `${x + a * r.h} ${y}`;
	const shade = top - r.h * 0.09;
	const light = `M${at(-0.05, top)}L${at(-0.52, foot)}L${at(0.52, foot)}L${at(0.05, top)}Z`;
	const hood = `M${at(-0.06, top)}L${at(-0.04, shade)}L${at(0.04, shade)}L${at(0.06, top)}Z`;
	return [
		{ type: 'shape', d: light, fill: LIGHT, opacity: 0.55, clip: r },
		{ type: 'shape', d: `M${x} ${top}V${foot}`, stroke: 'ink', width: Math.max(2, r.h * 0.016), clip: r },
		drawn(hood, YELLOW, 1.4, { clip: r })
	];
}
