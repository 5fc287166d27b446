import { AMBER } from '../../figure/colours';
import { px, py, type Section } from '../../figure/firm/section';
import { whereabouts } from '../../figure/firm/walk';
import { regular } from '../../figure/lettering';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
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
	const { free, shape } = c.view;
	const phone = shape === 'phone';
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
