import type { Ink, Rect, SceneContext, View } from '../../picture/frame';
import { SCREEN } from './colours';
import { houseInk, tablesInk } from './house';
import { lightsInk } from './lights';
import { LEVELS, px, py, type Section } from './section';
import { staffInk, WAITING, type Doings } from './staff';
import { streetInk } from './street';
import { whereabouts } from './walk';

/** What of the house is framed: its middle, metres, and width and height. */
export interface Shot {
	x: number;
	y: number;
	w: number;
	h: number;
}

export const WHOLE: Shot = { x: 8.5, y: 7.9, w: 24.4, h: 18 };
const BENCH: Shot = { x: 0.6, y: 2.6, w: 9, h: 8 };

export function fitShot({ free }: View, shot: Shot): Section {
	const k = Math.min(free.w / shot.w, free.h / shot.h);
	return { k, x: free.x + free.w / 2 - shot.x * k, y: free.y + free.h / 2 + shot.y * k };
}

/** How the firm is first seen. A phone begins near, at his bench. */
export const firstSeen = (view: View): Section => fitShot(view, view.phone ? BENCH : WHOLE);

/** House and people, the screens in a colour. */
export const buildingInk = (s: Section, life: number, doings: Doings, screens: string): Ink[] => [
	...houseInk(s, life),
	...(s.k > 5 ? staffInk(s, life, doings) : []),
	...tablesInk(s, screens)
];

/** The lit screen of his telephone as the firm is first seen: the chapter before shrinks into it. */
export function phoneAt(view: View): Rect {
	const s = firstSeen(view);
	const he = whereabouts(WAITING.walks);
	const w = Math.max(5, 0.24 * s.k);
	return { x: px(s, he.x + 0.3 * he.facing) - w / 2, y: py(s, he.y + 1.08) - w * 0.75, w, h: w * 1.5 };
}

/** The firm as it is first seen, by night, with him on the bench: the chapter before ends on it. */
export function firmAtNight({ view, life }: SceneContext): Ink[] {
	const s = firstSeen(view);
	const unlit = LEVELS.map(() => 0);
	return [...streetInk(view, s, 0, 0), ...buildingInk(s, life, WAITING, SCREEN), ...lightsInk(s, unlit, 0)];
}
