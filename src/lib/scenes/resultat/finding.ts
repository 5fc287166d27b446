import { range } from 'd3';
import { NIGHT, PAPER } from '../../drawing/palette';
import { cameraOnPole } from '../../figure/bullet';
import { CARD, LIGHT, YELLOW } from '../../figure/colours';
import { SLOT, STEEL as IRON } from '../../figure/firm/colours';
import { drawn, oval, slab } from '../../figure/inks';
import { group } from '../../figure/marks';
import { operatorInk } from '../../figure/operator';
import { carInk } from '../../figure/patrol';
import { letters, wrap } from '../../figure/text';
import type { Ink, Rect, SceneContext, SettingName } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { PANELS, type Panel } from './data';
import { LOOKS, person } from './people';
import type { Life } from './studies';

/** A picture of where or how cameras were found to have an effect, and what was found under it. */
export function finding(c: SceneContext, r: Rect, i: number, covered: number, life: Life): Layer {
	const { key } = PANELS[i];
	const { phone, shape } = c.view;
	const low = isLow(c.view);
	const picture = { ...r, h: r.h * (phone ? 0.54 : shape === 'tall' || low ? 0.42 : r.h < 280 ? 0.5 : 0.58) };
	const pad = phone ? 9 : low ? 12 : 16;
	const s = phone ? 14 : low ? 17 : Math.min(25, r.w / 16);
	const room = r.w - 2 * pad;
	const head = r.y + picture.h + s * 1.25;
	const title = letters('title', 'grot', r.x + pad, head, s, c.say(`find.${key}`), room, { leading: 1.1, fact: 'f04' });
	const under = head + title.length * s * 1.1 + (phone ? 2 : 4);
	const text = c.say(`find.${key}.text`);
	const foot = r.y + r.h - (phone || low ? 5 : 12);
	// A sentence with no room for all its lines is left to the text beside the drawing.
	const fits = (size: number) => under + (wrap(text, size, 'news', room).length - 1) * size * 1.18 < foot;
	const size = (phone ? [12.5, 12] : low ? [15, 14, 13, 12] : [17, 16, 15, 14]).find(fits);
	const look = { fact: 'f04', leading: 1.18 };
	const says = size ? letters('text', 'news', r.x + pad, under, size, text, room, look) : [];
	const clip = { ...r, h: r.h * (1 - covered) };
	return {
		ink: [
			drawn(slab(r.x, r.y, r.w, r.h), CARD),
			...PICTURES[key](c, picture, life),
			drawn(slab(picture.x, picture.y, picture.w, picture.h), 'none')
		],
		marks: group(`finding.${i}`, [...title, ...says], { clip, opacity: 1 })
	};
}

const setting = ({ seconds }: Life, name: SettingName, seed: number, { x, y, w, h }: Rect): Ink => {
	return { type: 'setting', name, seed, at: Math.round(seconds * 12.5) / 12.5, x, y, w, h };
};

/** Where cameras were found to have an effect, or with what. */
const PICTURES: Record<Panel['key'], (c: SceneContext, r: Rect, life: Life) => Ink[]> = {
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
