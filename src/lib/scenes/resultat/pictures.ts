import { range } from 'd3';
import { NIGHT, PAPER } from '../../drawing/palette';
import { POLE, STEEL } from '../../figure/metals';
import { operatorInk } from '../../figure/operator';
import { BLUE, CREAM, DARK, GLASS, LIGHT, YELLOW, ZINC } from '../../figure/pictogram';
import { oval, slab } from '../../figure/place';
import type { Ink, Rect, SceneContext, SettingName } from '../../picture/frame';
import type { Panel } from './data';
import { LOOKS, person } from './people';
import type { Life } from './studies';

/** The dark metal of a recorder. */
const RECORDER = { front: '#2A3036', dial: '#3C444B' };

const setting = ({ seconds }: Life, name: SettingName, seed: number, r: Rect): Ink => ({
	type: 'setting',
	name,
	seed,
	at: Math.round(seconds * 12.5) / 12.5,
	...{ x: r.x, y: r.y, w: r.w, h: r.h }
});

/** A hand that draws in units of `s` pixels up and to the right of (x, y). */
function handAt(x: number, y: number, s: number, clip: Rect) {
	return {
		at: (a: number, b: number) => `${(x + a * s).toFixed(1)} ${(y - b * s).toFixed(1)}`,
		put: (d: string, fill: string, width: number): Ink => ({ type: 'shape', d, fill, stroke: 'ink', width, clip })
	};
}

/** A camera on its mast, standing at (x, y), `h` pixels high, looking left. */
function mastInk(x: number, y: number, h: number, clip: Rect): Ink[] {
	const { at, put } = handAt(x, y, h / 100, clip);
	return [
		put(`M${at(-2, 0)}L${at(2, 0)}L${at(2, 96)}L${at(-2, 96)}Z`, POLE, 1.4),
		put(`M${at(-34, 88)}L${at(-6, 98)}L${at(-2, 86)}L${at(-30, 76)}Z`, CREAM, 1.4),
		put(`M${at(-36, 93)}L${at(-7, 103)}L${at(-5, 98)}L${at(-34, 88)}Z`, ZINC, 1.4),
		put(`M${at(-37, 91)}L${at(-33, 92)}L${at(-29, 77)}L${at(-33, 76)}Z`, DARK, 1.4)
	];
}

/** Where cameras were found to have an effect, or with what. */
export const PICTURES: Record<Panel['key'], (c: SceneContext, r: Rect, life: Life) => Ink[]> = {
	place: (_, r, life) => [setting(life, 'carpark', 3, r), ...mastInk(r.x + r.w * 0.86, r.y + r.h, r.h * 0.86, r)],
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
			...mastInk(r.x + r.w * 0.94, r.y + r.h, r.h * 0.84, r),
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
	const put = (d: string, fill: string): Ink => ({ type: 'shape', d, fill, stroke: PAPER, width: 1.4, clip: r });
	return range(3).flatMap((k) => {
		const y = r.y + r.h * 0.24 + k * r.h * 0.2;
		return [
			put(slab(x, y, w, r.h * 0.17, 3), RECORDER.front),
			put(slab(x + w * 0.08, y + r.h * 0.05, w * 0.5, r.h * 0.03), NIGHT),
			put(oval(x + w * 0.76, y + r.h * 0.085, r.h * 0.035), RECORDER.dial)
		];
	});
}

/** A lamp and its light, standing at (x, foot). */
function lamp(x: number, foot: number, r: Rect): Ink[] {
	const top = r.y + r.h * 0.16;
	const at = (a: number, y: number) => `${x + a * r.h} ${y}`;
	const shade = top - r.h * 0.09;
	return [
		{
			type: 'shape',
			d: `M${at(-0.05, top)}L${at(-0.52, foot)}L${at(0.52, foot)}L${at(0.05, top)}Z`,
			fill: LIGHT,
			opacity: 0.55,
			clip: r
		},
		{ type: 'shape', d: `M${x} ${top}V${foot}`, stroke: 'ink', width: Math.max(2, r.h * 0.016), clip: r },
		{
			type: 'shape',
			d: `M${at(-0.06, top)}L${at(-0.04, shade)}L${at(0.04, shade)}L${at(0.06, top)}Z`,
			...{ fill: YELLOW, stroke: 'ink', width: 1.4, clip: r }
		}
	];
}

/** A patrol car from its side, its left end at x, its wheels on y, `h` high with its lamp. */
function carInk(x: number, y: number, h: number, clip: Rect): Ink[] {
	const s = h / 46;
	const { at, put } = handAt(x, y, s, clip);
	const wheel = (a: number, q: number) => oval(x + a * s, y - 7 * s, q * s);
	return [
		put(
			`M${at(2, 8)}L${at(2, 20)}Q${at(4, 25)} ${at(18, 26)}L${at(30, 38)}L${at(66, 38)}L${at(80, 26)}Q${at(98, 25)} ${at(99, 16)}L${at(99, 8)}Z`,
			CREAM,
			1.6
		),
		put(`M${at(2.4, 15)}L${at(98.6, 15)}L${at(98.6, 21)}L${at(3, 21)}Z`, BLUE, 1.1),
		put(`M${at(32, 35)}L${at(46, 35)}L${at(46, 26)}L${at(23, 26)}Z`, GLASS, 1.2),
		put(`M${at(50, 35)}L${at(64, 35)}L${at(73, 26)}L${at(50, 26)}Z`, GLASS, 1.2),
		put(`M${at(42, 38)}L${at(54, 38)}L${at(53, 43)}L${at(43, 43)}Z`, BLUE, 1.2),
		put(wheel(22, 8), DARK, 1.6),
		put(wheel(78, 8), DARK, 1.6),
		put(wheel(22, 3.4), STEEL, 1),
		put(wheel(78, 3.4), STEEL, 1)
	];
}
