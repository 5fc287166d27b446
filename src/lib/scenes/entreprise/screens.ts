import { DESKS, screenOf } from '../../figure/firm/furniture';
import { FLOOR, laid, LEVELS, px, py, STAIRS, WIDTH, type Section } from '../../figure/firm/section';
import { drawn, place, slab } from '../../figure/inks';
import { WHITE } from '../../figure/night';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { note, set, sizeOf } from './note';

const CURSOR = 'M0 0L0 -0.15L0.035 -0.115L0.06 -0.17L0.085 -0.158L0.06 -0.105L0.11 -0.105Z';

/** Red boxes follow little figures on the engineers' screens; `clock` a step a unit. */
export function figures(c: SceneContext, s: Section, clock: number, opacity: number): Layer {
	const across = (x: number) => (c.life * 0.06 + clock * 0.5 + x) % 1;
	let bodies = '';
	let boxes = '';
	for (const d of DESKS.filter((desk) => desk.level === 2))
		for (const i of [0, 1]) {
			const [x, y] = screenOf(d);
			const left = x - 0.22 + across(d.x * 0.13 + i * 0.5) * 0.44;
			const low = y - 0.2 + i * 0.05;
			bodies += laid(s, slab(left - 0.02, low, 0.04, 0.12));
			boxes += laid(s, slab(left - 0.05, low - 0.02, 0.1, 0.18));
		}
	// Somebody's cursor goes after one of them.
	const [mx, my] = screenOf(DESKS[6]);
	const chased = mx - 0.26 + across(DESKS[6].x * 0.13) * 0.44 + 0.03 * Math.sin(clock * 40);
	const cursor = place(CURSOR, px(s, chased), py(s, my - 0.02), s.k, -s.k);
	return {
		ink: [
			{ type: 'shape', d: bodies, fill: 'ink', opacity },
			{ type: 'shape', d: boxes, fill: 'none', stroke: 'signal', width: Math.max(1, s.k / 46), opacity },
			drawn(cursor, WHITE, 1, { opacity })
		],
		marks: challenge(c, s, opacity)
	};
}

function challenge(c: SceneContext, s: Section, opacity: number) {
	const { free, shape } = c.view;
	const size = shape === 'phone' ? 15 : 26;
	const words = set('grot', size, free.w - 30, c.say('challenge'));
	const y = Math.max(free.y, py(s, LEVELS[2] + FLOOR) - sizeOf(words).h - 16);
	return note('challenge', words, Math.max(free.x, px(s, 3.6)), y, opacity);
}

/** The part of a floor's rooms that is in the free part of the stage. */
export function roomRect({ free }: View, s: Section, level: number): Rect {
	const x = Math.max(free.x, px(s, STAIRS));
	const right = Math.min(free.x + free.w, px(s, WIDTH));
	return { x, y: py(s, LEVELS[level] + FLOOR), w: right - x, h: FLOOR * s.k };
}
