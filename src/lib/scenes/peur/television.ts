import { range } from 'd3';
import { BLUE } from '../../figure/colours';
import { drawn, oval, painted, place, slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter, letters, rows, wrap } from '../../figure/text';
import { path, slip } from '../../figure/marks';
import { ease, stagger } from '../../figure/motion';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { SHELTERS, TIMES } from './data';
import { BODY, glassOf, PAINT, SET, sheet, shelterAt, TALL, tube } from './layout';

/** How far the television has closed round the shadow, and has opened again onto the square. */
type Opening = Record<'shown' | 'square', number>;

const whole = ({ width, height }: View): Rect => ({ x: 0, y: 0, w: width, h: height });

/** The glass now: it comes in from the edges of the stage, and goes out to them. */
export function glassNow(view: View, { shown, square }: Opening): Rect {
	const glass = glassOf(view);
	return square > 0 ? mixRects(glass, whole(view), square) : mixRects(whole(view), glass, shown);
}

/** Its edge, from well outside the stage and out again. */
function edgeNow(view: View, { shown, square }: Opening): Rect {
	const { width: w, height: h } = view;
	const out = { x: -0.3 * w, y: -0.3 * h, w: w * (1 + 2 * 0.3), h: h * (1 + 2 * 0.3) };
	return square > 0 ? mixRects(tube(view), out, square) : mixRects(out, tube(view), shown);
}

/** The television about its glass: aerial, case, buttons. */
export function television(view: View, opening: Opening): Layer {
	const { shown, square } = opening;
	if (shown <= 0 || square >= 1) return {};
	const rest = tube(view);
	const glass = glassNow(view, opening);
	const edge = edgeNow(view, opening);
	const u = rest.w / 100;
	const opacity = ease(shown, 0.8, 1) * (1 - ease(square, 0, 0.2));
	const aerial = `M${rest.x + 46 * u} ${rest.y}l${-9 * u} ${-11 * u}M${rest.x + 52 * u} ${rest.y}l${12 * u} ${-12 * u}`;
	return {
		ink: [
			...(opacity > 0 ? [painted(aerial, { stroke: SET.knobs, width: 2, round: true, opacity })] : []),
			drawn(ring(edge, glass), SET.case, 1.8),
			...(shown > 0.6 && square < 0.3 ? buttons(edge, ease(shown, 0.6, 1)) : [])
		]
	};
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
		painted(range(6).map(slot).join(''), { stroke: 'ink', width: 1.4, opacity })
	];
}

/** What the television does, and who is sheltered, in words under each. */
export function captions(c: SceneContext, bars: number, { shown, square }: Opening): Layer {
	if (shown <= 0 || square >= 1) return {};
	const { free, phone } = c.view;
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

/** Sizes on the sheet, in pixels. */
const sizesOf = (view: View) => {
	const { free: f, phone } = view;
	const low = isLow(view);
	const bar = phone ? 22 : low ? f.h * 0.046 : Math.min(54, f.h * 0.066);
	return {
		words: phone ? 13 : low ? 16 : Math.min(20, f.w / 42),
		bar,
		unit: Math.min((f.w - (phone ? 42 : 96)) / 4, phone ? 90 : bar * 2.6),
		number: phone ? 21 : low ? 30 : 46
	};
};

/** Ratios given in the interview on a sheet that rises (`bars`) and sinks (`square`), each against one. */
export function ratios(c: SceneContext, bars: number, square: number): Layer {
	const { view } = c;
	const { phone } = view;
	const gone = ease(square, 0, 0.4);
	const rise = 1 - ease(bars, 0, 0.3) + gone;
	if (bars <= 0 || rise >= 1 || square >= 1) return {};
	const paper = sheet(view);
	const dy = rise * (view.height - paper.y);
	const top = paper.y + dy + (phone ? 8 : 16);
	const come = ease(bars, 0.25, 1);
	const pitch = (paper.h - (phone ? 36 : 66)) / TIMES.length;
	return {
		ink: [drawn(slab(paper.x, paper.y + dy, paper.w, paper.h), 'paper')],
		marks: [
			...TIMES.flatMap((_, i) => ratio(c, i, top + i * pitch, stagger(come, i, TIMES.length, 0.5), 1 - gone)),
			...note(c, paper.y + dy + paper.h, ease(bars, 0.6, 0.9) * (1 - gone))
		]
	};
}

/** One ratio: as many people as it says in a bar that grows, the first of them the comparison. */
function ratio(c: SceneContext, i: number, y: number, t: number, left: number): Mark[] {
	const opacity = ease(t, 0, 0.4) * left;
	if (opacity <= 0) return [];
	const { key, times, fact } = TIMES[i];
	const { x, w } = c.view.free;
	const { words, bar, unit, number } = sizesOf(c.view);
	const lines = wrap(c.say(`times.${key}`), words, 'news', w);
	const { phone } = c.view;
	const top = y + lines.length * words * 1.12 + 2;
	const grown = 1 + (times - 1) * ease(t, 0.3, 1);
	const cell = (name: string, w: number, fill: string, fact?: string) =>
		slip(name, { x, y: top, w, h: bar }, { fill, width: 1.4, opacity, fact });
	const after = x + unit * grown + (phone ? 7 : 14);
	const count = { opacity: ease(t, 0.6, 1) * left, fact };
	return [
		...rows(`times.${key}.`, 'news', x, y + words * 0.8, words, lines, words * 1.12, { opacity, fact }),
		cell(`bar.${key}`, unit * grown, BLUE, fact),
		cell(`one.${key}`, unit, PAINT.sand),
		path(`people.${key}`, bodies(c.view, times, grown, top), { fill: 'paper', opacity }),
		letter(`n.${key}`, 'grot', after, top + bar / 2 + number * 0.34, number, c.say('n', { n: times }), count)
	];
}

/** Those of a bar's people it has grown over. */
function bodies(view: View, times: number, grown: number, top: number): string {
	const { bar, unit } = sizesOf(view);
	const at = (k: number) => place(BODY, view.free.x + (k + 0.5) * unit, top + bar * 0.97, (bar * 0.86) / TALL);
	const there = range(times).filter((k) => grown - k >= 0.6);
	return there.map(at).join('');
}

/** At the foot of the sheet: that none of it could be checked. */
function note(c: SceneContext, foot: number, opacity: number): Mark[] {
	const { free, phone, shape } = c.view;
	// One line on a tablet: there is no room for two.
	const size = phone ? 12 : shape === 'tall' ? Math.min(13, free.w / 58) : isLow(c.view) ? 12 : 13;
	const lines = wrap(c.say(phone ? 'note.short' : 'note'), size, 'mono', free.w);
	const top = foot - (phone ? 10 : 24) - (lines.length - 1) * size * 1.2;
	return rows('note.', 'mono', free.x, top, size, lines, size * 1.2, { fill: 'muted', opacity, fact: 'f18' });
}
