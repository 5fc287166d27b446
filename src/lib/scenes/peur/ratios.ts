import { letter } from '../../figure/lettering';
import { ease, stagger } from '../../figure/motion';
import { place, slab } from '../../figure/place';
import { wrap } from '../../figure/text';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { BODY, TALL } from './body';
import { TIMES } from './data';
import { sheet } from './layout';

/** Sizes on the sheet, in pixels. */
const sizesOf = ({ free: f, shape }: View) => {
	const phone = shape === 'phone';
	const bar = phone ? 22 : Math.min(54, f.h * 0.066);
	return {
		words: phone ? 13 : Math.min(20, f.w / 42),
		bar,
		unit: Math.min((f.w - (phone ? 42 : 96)) / 4, phone ? 90 : bar * 2.6),
		number: phone ? 21 : 46
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
		ink: [
			{
				type: 'shape',
				d: slab(paper.x, paper.y + dy, paper.w, paper.h),
				fill: 'paper',
				stroke: 'ink',
				width: 1.6
			}
		],
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
	const top = y + lines.length * words * 1.12 + (c.view.shape === 'phone' ? 0 : 2);
	const grown = 1 + (times - 1) * ease(t, 0.3, 1);
	const cell = (name: string, wide: number, fill: string, fact?: string): Mark => ({
		type: 'rect',
		key: name,
		x,
		y: top,
		w: wide,
		h: bar,
		fill,
		stroke: 'ink',
		width: 1.4,
		opacity,
		fact
	});
	return [
		...lines.map((line, k) =>
			letter(`times.${key}.${k}`, 'news', x, y + words * 0.8 + k * words * 1.12, words, line, { opacity, fact })
		),
		cell(`bar.${key}`, unit * grown, '#44587A', fact),
		cell(`one.${key}`, unit, '#C9B48E'),
		{ type: 'path', key: `people.${key}`, d: bodies(c.view, times, grown, top), fill: 'paper', opacity },
		letter(
			`n.${key}`,
			'grot',
			x + unit * grown + (c.view.shape === 'phone' ? 7 : 14),
			top + bar / 2 + number * 0.34,
			number,
			c.say('n', { n: times }),
			{ opacity: ease(t, 0.6, 1) * left, fact }
		)
	];
}

/** Those of a bar's people it has grown over. */
function bodies(view: View, times: number, grown: number, top: number): string {
	const { bar, unit } = sizesOf(view);
	let d = '';
	for (let k = 0; k < times; k++) {
		const on = Math.max(0, Math.min(1, grown - k));
		if (on < 0.6) continue;
		d += place(BODY, view.free.x + (k + 0.5) * unit, top + bar * 0.97, (bar * 0.86) / TALL);
	}
	return d;
}

/** At the foot of the sheet: that none of it could be checked. */
function note(c: SceneContext, foot: number, opacity: number): Mark[] {
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const size = phone ? 12 : 13;
	const lines = wrap(c.say(phone ? 'note.short' : 'note'), size, 'mono', free.w);
	return lines.map((line, i) =>
		letter(`note.${i}`, 'mono', free.x, foot - (phone ? 10 : 24) - (lines.length - 1 - i) * size * 1.2, size, line, {
			fill: 'muted',
			opacity,
			fact: 'f18'
		})
	);
}
