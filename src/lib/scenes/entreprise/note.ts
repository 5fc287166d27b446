import { letter, measure, regular, wrap, type Font } from '../../figure/text';
import { slip } from '../../figure/marks';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';

/** Texts one under the other in a hand, no line wider than `max`. */
export const set = (font: Font, size: number, max: number, ...texts: string[]) => ({
	lines: texts.flatMap((text) => wrap(text, size, font, max)),
	size,
	font
});

type Words = ReturnType<typeof set>;

/** How large a slip is that takes the words. */
export const sizeOf = ({ lines, size, font }: Words): { w: number; h: number } => ({
	w: Math.max(...lines.map((line) => measure(line, size, font))) + 20,
	h: lines.length * size * 1.22 + 14
});

/** Words on a slip of paper, its top left at (x, y). */
export function note(key: string, words: Words, x: number, y: number, opacity: number, fact?: string): Mark[] {
	if (opacity <= 0) return [];
	const { lines, size, font } = words;
	return [
		slip(`${key}-slip`, { x, y, ...sizeOf(words) }, { width: 1.3, opacity }),
		...lines.map((text, i) =>
			regular(`${key}-${i}`, font, x + 10, y + 5 + size + i * size * 1.22, size, text, { opacity, fact })
		)
	];
}

const sizeIn = ({ view }: SceneContext): number => (view.phone ? 12 : 13);

/** Where it is said that the setting is invented. */
export function decorAt(c: SceneContext): Rect {
	const { width, height, shape, free } = c.view;
	const size = sizeIn(c);
	const w = measure(c.say('decor'), size, 'mono') + 16;
	const h = size + 10;
	// On a phone on its side a bar lies over the foot of the stage, and over none of a picture.
	const bottom = shape === 'phone' ? free.y + free.h + 4 : height - 8;
	return { x: width - w - 8, y: bottom - h, w, h };
}

/** In a corner of every step: real people are shown, what they are shown in is not. */
export function decor(c: SceneContext, opacity: number): Layer {
	if (opacity <= 0) return {};
	const size = sizeIn(c);
	const text = c.say('decor');
	const r = decorAt(c);
	return {
		marks: [
			slip('decor.slip', r, { width: 1, opacity }),
			letter('decor', 'mono', r.x + 8, r.y + size + 3, size, text, { opacity })
		]
	};
}
