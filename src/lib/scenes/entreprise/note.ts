import { regular } from '../../figure/lettering';
import { slip } from '../../figure/slip';
import { measure, wrap, type Font } from '../../figure/text';
import type { Mark } from '../../picture/frame';

/** Words in a hand of the page, and their size. */
export interface Words {
	lines: string[];
	size: number;
	font: Font;
}

/** Texts one under the other in a hand, no line wider than `max`. */
export const set = (font: Font, size: number, max: number, ...texts: string[]): Words => ({
	lines: texts.flatMap((text) => wrap(text, size, font, max)),
	size,
	font
});

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
