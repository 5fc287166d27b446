import { range } from 'd3';
import { drawn } from '../../figure/inks';
import { letter } from '../../figure/lettering';
import { ease, stagger } from '../../figure/motion';
import { BLUE } from '../../figure/colours';
import { place, slab } from '../../figure/place';
import { rows } from '../../figure/rows';
import { slip } from '../../figure/slip';
import { wrap } from '../../figure/text';
import type { Mark, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { BODY, TALL } from './body';
import { TIMES } from './data';
import { PAINT, sheet } from './layout';

/** Sizes on the sheet, in pixels. */
const sizesOf = (view: View) => {
	const { free: f, shape } = view;
	const phone = shape === 'phone';
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
	const phone = view.shape === 'phone';
	const gone = ease(square, 0, 0.4);
	const rise = 1 - ease(bars, 0, 0.3) + gone;
	if (bars <= 0 || rise >= 1 || square >= 1) return {};
	const paper = sheet(view);
	const dy = rise * (view.height - paper.y);
	const top = paper.y + dy + (phone ? 8 : 16);
	const pitch = (paper.h - (phone ? 36 : 66)) / TIMES.length;
	return {
		ink: [drawn(slab(paper.x, paper.y + dy, paper.w, paper.h), 'paper')],
		marks: [
			...TIMES.flatMap((_, i) =>
				ratio(c, i, top + i * pitch, stagger(ease(bars, 0.25, 1), i, TIMES.length, 0.5), 1 - gone)
			),
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
	const phone = c.view.shape === 'phone';
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
		{ type: 'path', key: `people.${key}`, d: bodies(c.view, times, grown, top), fill: 'paper', opacity },
		letter(`n.${key}`, 'grot', after, top + bar / 2 + number * 0.34, number, c.say('n', { n: times }), count)
	];
}

/** Those of a bar's people it has grown over. */
function bodies(view: View, times: number, grown: number, top: number): string {
	const { bar, unit } = sizesOf(view);
	const at = (k: number) => place(BODY, view.free.x + (k + 0.5) * unit, top + bar * 0.97, (bar * 0.86) / TALL);
	return range(times)
		.filter((k) => grown - k >= 0.6)
		.map(at)
		.join('');
}

/** At the foot of the sheet: that none of it could be checked. */
function note(c: SceneContext, foot: number, opacity: number): Mark[] {
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	// One line on a tablet: there is no room for two.
	const size = phone ? 12 : shape === 'tall' ? Math.min(13, free.w / 58) : isLow(c.view) ? 12 : 13;
	const lines = wrap(c.say(phone ? 'note.short' : 'note'), size, 'mono', free.w);
	const top = foot - (phone ? 10 : 24) - (lines.length - 1) * size * 1.2;
	return rows('note.', 'mono', free.x, top, size, lines, size * 1.2, { fill: 'muted', opacity, fact: 'f18' });
}
