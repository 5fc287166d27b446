import type { Ink } from '../picture/frame';

type Look = Omit<Extract<Ink, { type: 'shape' }>, 'type' | 'd'>;

/** What is painted on the canvas along path data. */
export const painted = (d: string, look: Look): Ink => ({ type: 'shape', d, ...look });

/** A shape as everything on paper is drawn: filled, with a line of ink round it unless its look has another. */
export const drawn = (d: string, fill: string, width = 1.6, look: Omit<Look, 'fill' | 'width'> = {}): Ink =>
	painted(d, { fill, stroke: 'ink', width, ...look });

export const dots = (xyr: ArrayLike<number>, look: Omit<Extract<Ink, { type: 'dots' }>, 'type' | 'xyr'>): Ink => ({
	type: 'dots',
	xyr,
	...look
});
