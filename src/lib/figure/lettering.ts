import type { Mark } from '../picture/frame';
import { block, type Font } from './text';

type Text = Extract<Mark, { type: 'text' }>;
type Look = Partial<Omit<Text, 'type' | 'key' | 'x' | 'y' | 'text' | 'size' | 'font'>> & { fact?: string };

const WEIGHT: Record<Font, number> = { grot: 800, news: 500, mono: 600 };

/** One line in one of the page's three hands, at the weight that hand is used with on figures. */
export const letter = (
	key: string,
	font: Font,
	x: number,
	y: number,
	size: number,
	text: string,
	look: Look = {}
): Mark => ({
	type: 'text',
	key,
	x,
	y,
	text,
	size,
	font,
	weight: WEIGHT[font],
	...look
});

/** The same in the hand's regular weight, for what is read rather than looked at. */
export const regular = (
	key: string,
	font: Font,
	x: number,
	y: number,
	size: number,
	text: string,
	look: Look = {}
): Mark => ({ type: 'text', key, x, y, text, size, font, ...look });

/** The first wrapped to `max` pixels, one mark a line, first baseline at `y`. */
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
