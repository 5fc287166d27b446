import type { Mark } from '../picture/frame';

type Text = Extract<Mark, { type: 'text' }>;
export type Font = Text['font'];

/** Advances of the characters U+0020 to U+007E in hundredths of an em, read from the site's own subset fonts. */
const ADVANCES: Record<Font, number[]> = {
	grot: parse(
		'19 24 32 54 49 85 65 15 28 30 40 40 16 26 17 29 50 29 47 46 50 48 51 40 50 50 19 17 40 40 40 35 83 52 53 52 53 43 41 54 54 25 32 53 40 75 59 54 52 55 52 50 44 54 52 78 54 53 43 29 30 29 47 47 28 47 50 46 50 46 32 48 49 24 25 47 23 73 49 48 50 50 36 44 32 49 47 71 47 48 40 30 23 29 40'
	),
	news: parse(
		'22 26 34 55 55 76 69 19 27 27 43 50 23 34 22 39 55 55 55 55 55 55 55 55 55 55 24 26 50 50 50 41 88 69 62 69 75 62 57 73 78 32 42 71 58 95 75 76 59 76 62 53 65 75 67 94 69 66 62 32 39 32 50 41 50 43 52 41 53 44 32 47 54 27 23 52 26 80 55 50 54 52 38 35 32 51 50 71 48 50 41 31 24 31 50'
	),
	mono: parse('60')
};

/** Characters outside that range whose base letter says nothing of their width. */
const OTHERS: Record<string, number> = {
	'\u00a0': 20,
	'\u202f': 10,
	'\u2009': 10,
	'’': 20,
	'‘': 20,
	'·': 20,
	'«': 46,
	'»': 46,
	'“': 36,
	'”': 36,
	'–': 46,
	'—': 62,
	'…': 62,
	'€': 57,
	œ: 77,
	Œ: 86,
	'→': 100
};

/** Width in pixels of a line of text. Within 2 % of the fonts the page ships, without asking a browser. */
export function measure(text: string, size: number, font: Font): number {
	const table = ADVANCES[font];
	let width = 0;
	for (const char of text) {
		const own = OTHERS[char];
		const code = (own === undefined ? char.normalize('NFD') : char).charCodeAt(0) - 32;
		width += font === 'mono' ? table[0] : (own ?? table[code] ?? 55);
	}
	return (width * size) / 100;
}

/** Breaks a text at its spaces into lines no wider than `max` pixels; a single longer word keeps its own line. */
export function wrap(text: string, size: number, font: Font, max: number): string[] {
	// French double punctuation never starts a line, an opening guillemet never ends one.
	const words: string[] = [];
	for (const word of text.split(' '))
		if (words.length && (/^[:;?!»%€]/.test(word) || words[words.length - 1].endsWith('«')))
			words[words.length - 1] += ` ${word}`;
		else words.push(word);
	const lines: string[] = [];
	let line = '';
	for (const word of words) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && measure(longer, size, font) > max) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	if (line !== '') lines.push(line);
	return lines;
}

/** How words look besides where, in which hand and how large they are. */
export type Look = Partial<Omit<Text, 'type' | 'key' | 'x' | 'y' | 'text' | 'size' | 'font'>>;

const WEIGHT: Record<Font, number> = { grot: 800, news: 500, mono: 600 };

/** One line in the hand's regular weight, for what is read rather than looked at. */
export const regular = (
	key: string,
	font: Font,
	x: number,
	y: number,
	size: number,
	text: string,
	look: Look = {}
): Mark => ({ type: 'text', key, x, y, text, size, font, ...look });

/** The same at the weight that hand is used with on figures. */
export const letter = (...[key, font, x, y, size, text, look]: Parameters<typeof regular>): Mark =>
	regular(key, font, x, y, size, text, { weight: WEIGHT[font], ...look });

/** Lines one under the other, `lead` pixels apart, the first baseline at `y`; their keys are `key` and a number. */
export const rows = (
	key: string,
	font: Font,
	x: number,
	y: number,
	size: number,
	lines: readonly string[],
	lead: number,
	look?: Look
): Mark[] => lines.map((line, i) => letter(`${key}${i}`, font, x, y + i * lead, size, line, look));

/** A text wrapped to `max` pixels, one mark a line, the first baseline at `y`; their keys are `key.` and a number. */
export const letters = (
	key: string,
	font: Font,
	x: number,
	y: number,
	size: number,
	text: string,
	max: number,
	look: Look & { leading?: number } = {}
): Mark[] => block({ key, font, x, y, size, text, max, weight: WEIGHT[font], ...look });

/** Where and how a block of text is set; every line shares the look. */
export interface Block extends Omit<Extract<Mark, { type: 'text' }>, 'type' | 'text'> {
	text: string;
	/** Widest line in pixels. */
	max: number;
	/** Line height over size. */
	leading?: number;
}

/** A wrapped text as one mark a line, the first baseline at `y`. */
export function block({ text, max, leading = 1.22, ...look }: Block): Mark[] {
	return wrap(text, look.size, look.font, max).map((line, i) => ({
		...look,
		type: 'text' as const,
		key: `${look.key}.${i}`,
		text: line,
		y: look.y + i * look.size * leading
	}));
}

function parse(list: string): number[] {
	return list.split(' ').map(Number);
}
