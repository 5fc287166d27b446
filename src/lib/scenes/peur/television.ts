import { range } from 'd3';
import { drawn } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease } from '../../figure/motion';
import { oval, slab } from '../../figure/place';
import type { Ink, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { SHELTERS } from './data';
import { glassOf, SET, sheet, shelterAt, tube } from './layout';

/** How far the television has closed round the shadow, and has opened again onto the square. */
interface Opening {
	shown: number;
	square: number;
}

const grown = (r: Rect, by: number): Rect => ({
	x: r.x - by * r.w,
	y: r.y - by * r.h,
	w: r.w * (1 + 2 * by),
	h: r.h * (1 + 2 * by)
});
const whole = ({ width, height }: View): Rect => ({ x: 0, y: 0, w: width, h: height });

/** The glass now: it comes in from the edges of the stage, and goes out to them. */
export function glassNow(view: View, { shown, square }: Opening): Rect {
	const glass = glassOf(view);
	return square > 0 ? mixRects(glass, whole(view), square) : mixRects(whole(view), glass, shown);
}

function edgeNow(view: View, { shown, square }: Opening): Rect {
	const rest = tube(view);
	const out = grown(whole(view), 0.3);
	return square > 0 ? mixRects(rest, out, square) : mixRects(out, rest, shown);
}

/** The television about its glass: aerial, case, buttons. */
export function television(view: View, opening: Opening): Layer {
	const { shown, square } = opening;
	if (shown <= 0 || square >= 1) return {};
	const rest = tube(view);
	const glass = glassNow(view, opening);
	const edge = edgeNow(view, opening);
	const u = rest.w / 100;
	const ink: Ink[] = [];
	const aerial = ease(shown, 0.8, 1) * (1 - ease(square, 0, 0.2));
	if (aerial > 0)
		ink.push({
			type: 'shape',
			d: `M${rest.x + 46 * u} ${rest.y}l${-9 * u} ${-11 * u}M${rest.x + 52 * u} ${rest.y}l${12 * u} ${-12 * u}`,
			stroke: SET.knobs,
			width: 2,
			round: true,
			opacity: aerial
		});
	ink.push(drawn(ring(edge, glass), SET.case, 1.8));
	if (shown > 0.6 && square < 0.3) ink.push(...buttons(edge, ease(shown, 0.6, 1)));
	return { ink };
}

const ring = (a: Rect, b: Rect): string =>
	slab(a.x, a.y, a.w, a.h, Math.min(16, a.w * 0.04)) +
	`M${b.x} ${b.y}L${b.x} ${b.y + b.h}L${b.x + b.w} ${b.y + b.h}L${b.x + b.w} ${b.y}Z`;

function buttons(e: Rect, opacity: number): Ink[] {
	const x = e.x + e.w * 0.915;
	const knob = (y: number) => oval(x, e.y + e.h * y, e.w * 0.035);
	const slot = (i: number) => `M${e.x + e.w * 0.87} ${e.y + e.h * (0.54 + i * 0.05)}h${e.w * 0.09}`;
	return [
		drawn(knob(0.2) + knob(0.36), SET.knobs, 1.4, { opacity }),
		{ type: 'shape', d: range(6).map(slot).join(''), stroke: 'ink', width: 1.4, opacity }
	];
}

/** What the television does, and who is sheltered, in words under each. */
export function captions(c: SceneContext, bars: number, { shown, square }: Opening): Layer {
	if (shown <= 0 || square >= 1) return {};
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const rest = tube(c.view);
	const opacity = ease(bars, 0, 0.4) * (1 - ease(square, 0, 0.4));
	const s = phone ? 13 : Math.min(21, free.w / 40);
	const protects = { anchor: 'middle', opacity, fill: 'paper', fact: 'c43' } as const;
	const amplifies = { opacity, fill: 'paper', fact: 'c40', leading: 1.14 };
	const foot = rest.y + rest.h;
	// Three lines under the television, or two wider ones where the sheet would cover the third.
	const tight = sheet(c.view).y - foot < s * 4;
	const wide = tight ? rest.w * (phone ? 1.3 : 1.45) : rest.w + (phone ? 0 : 10);
	const between = (rest.x + rest.w + free.x + free.w) / 2;
	return {
		marks: [
			...letters('screen', 'news', rest.x, foot + s * 1.35, s, c.say('screen'), wide, amplifies),
			...SHELTERS.map(({ key }, n) => {
				const { x, y } = shelterAt(c.view, n);
				return letter(`shelter.${key}.t`, 'grot', x, y + s * 1.25, Math.max(13, s), c.say(`shelter.${key}`), protects);
			}),
			...(phone ? [] : [letter('shelter', 'news', between, foot + s * 1.6, s, c.say('shelter'), protects)])
		]
	};
}
