import { AMBER } from '../../figure/colours';
import { TEN } from '../../figure/firm/people';
import { FLOOR, LEVELS, px, py, ROOF, type Section } from '../../figure/firm/section';
import { whereabouts } from '../../figure/firm/walk';
import { regular } from '../../figure/text';
import { mix, stagger } from '../../figure/motion';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { note, set, sizeOf } from './note';

/** Where in the house each part of being hired is said, metres. */
const PLACES: [number, number][] = [
	[-2.2, 2.1],
	[7.6, 13],
	[14.1, 13]
];

/** How he was hired, in three numbered parts; how far each is shown. */
export const hiring = (c: SceneContext, s: Section, parts: readonly number[]): Layer => ({
	marks: parts.flatMap((shown, i) => (shown > 0 ? part(c, s, i, shown) : []))
});

function part(c: SceneContext, s: Section, i: number, opacity: number): Mark[] {
	const { free, phone } = c.view;
	const size = phone ? 15 : 22;
	const max = phone ? Math.min(free.w - 40, 230) : i === 0 ? 160 : Math.min(260, 6.3 * s.k - 10);
	const words = set('grot', size, max, c.say(`hired.${i + 1}`));
	const { w, h } = sizeOf(words);
	const r = phone ? 12 : 15;
	const x = Math.max(free.x + r + 4, Math.min(free.x + free.w - w, px(s, PLACES[i][0]) - w / 2));
	const y = Math.max(free.y, py(s, PLACES[i][1]) - h);
	const key = `hired-${i + 1}`;
	return [
		...note(key, words, x, y, opacity),
		{ type: 'circle', key: `${key}-dot`, x: x - 4, y: y - 4, r, fill: AMBER, stroke: 'ink', width: 1.3, opacity },
		regular(`${key}-number`, 'grot', x - 4, y - 4 + r * 0.4, r + 2, String(i + 1), { anchor: 'middle', opacity })
	];
}

/** Where Thomas Jusquiame is. */
export function himself(s: Section, walks: readonly number[]): Rect {
	const he = whereabouts(walks);
	return { x: px(s, he.x) - 0.5 * s.k, y: py(s, he.y + 1.8), w: s.k, h: 1.9 * s.k };
}

/** Where ten people stand in front of the house: the first, the way to the next, and pixels a metre. */
function standing(view: View): { left: number; step: number; y: number; k: number } {
	const { free, phone, shape } = view;
	const most = phone ? 40 : isLow(view) ? free.h / 6.8 : 88;
	const k = Math.min(most, free.w / (shape === 'wide' ? 9.6 : 11));
	const step = Math.min(free.w / 10.4, k * 1.4);
	return { left: free.x + (free.w - step * 9) / 2, step, y: free.y + free.h - (phone ? 34 : 14), k };
}

export function lineRect(view: View): Rect {
	const { left, step, y, k } = standing(view);
	return { x: left - step / 2, y: y - 2 * k, w: step * 10, h: 2 * k };
}

/** Ten people line up, nine men and one woman, and walk off again. */
export function ten({ view }: SceneContext, line: number, off: number): Layer {
	const { free } = view;
	const { left, step, y, k } = standing(view);
	if (off >= 1) return {};
	return {
		ink: TEN.flatMap(({ look }, i): Ink[] => {
			const come = stagger(line, i, TEN.length, 0.9);
			if (come <= 0) return [];
			const walks = come < 1 || off > 0;
			const x = mix(free.x + free.w + 80 + i * 30, left + i * step, come) - off * (free.w + 200);
			const height = 1.66 + ((i * 7) % 5) * 0.04;
			const phase = (come * 3 + off * 4 + i * 0.21) % 1;
			const [pose, facing] = walks ? (['walk', -1] as const) : (['stand', 0] as const);
			return [{ type: 'person', look, pose, x, y, k, height, facing, phase }];
		})
	};
}

/** What is said of the firm: how many are men, and on a wide stage who is on which floor and at the table. */
export function said(c: SceneContext, s: Section, m: { men: number; floors: number; always: number }): Layer {
	const { free, phone } = c.view;
	const { left, step, y, k } = standing(c.view);
	const size = phone ? 16 : isLow(c.view) ? 20 : 29;
	const men = set('grot', size, free.w - 24, c.say('men'));
	const over = y - k * 2.05 - sizeOf(men).h;
	const marks = note('men', men, left - step * 0.3, over, m.men, 'c12');
	if (phone) return { marks };
	const floor = (key: string, level: number): Mark[] => {
		const words = set('grot', 19, free.w, c.say(`floor.${key}`));
		return note(`floor-${key}`, words, px(s, 3.4), py(s, LEVELS[level] + FLOOR - 0.3), m.floors);
	};
	const lunch = note('lunch', set('news', 19, 200, c.say('lunch')), px(s, 11.6), py(s, ROOF + 2.2), m.always);
	return { marks: [...marks, ...floor('engineers', 2), ...floor('sales', 1), ...lunch] };
}
