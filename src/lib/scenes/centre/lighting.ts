import { FOUND } from '../../centre/published';
import { ease, span } from '../../figure/motion';

/** Share of the test one group's screens have to themselves before the next one's light up. */
const APART = 0.24;

/** How far group `g`'s screens have lit up, its words have come, and its umbrellas have come down. */
export const litAt = (lighting: number, g: number): number => ease(lighting, APART * g, APART * g + 0.08);
export const toldAt = (lighting: number, g: number): number => ease(lighting, APART * g, APART * g + 0.1);
export const fallenAt = (lighting: number, g: number): number => span(lighting, APART * g + 0.06, APART * g + 0.28);

/** The last group to have lit up, which eyes are on. */
export const lastLit = (lighting: number): number =>
	FOUND.reduce((last, _, g) => (lighting >= APART * g + 0.04 ? g : last), 0);
