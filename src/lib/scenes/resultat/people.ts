import { SOLVED } from '../../drawing/palette';
import { BOTTLE, FAWN } from '../../figure/firm/colours';
import { BLUE, DARK } from '../../figure/colours';
import type { Ink, Rect } from '../../picture/frame';
import type { Look } from '../../street/types';
import { CLOTH, HAIR, SKIN } from './layout';

const dressed = (coat: string, hair: string, skin: string, more: Partial<Look> = {}): Look => ({
	coat,
	hair,
	skin,
	legs: CLOTH.trousers,
	...more
});
const uniformed = { coat: CLOTH.uniform, legs: DARK, hat: DARK };

/** Who answers, who guards and who passes, in the coats they are known by. */
export const LOOKS = {
	mayors: dressed(BLUE, HAIR.grey, SKIN.fair, { cut: 'short', glasses: true }),
	assembly: dressed(CLOTH.suit, HAIR.dark, SKIN.tan, { cut: 'short' }),
	author: dressed(BOTTLE, HAIR.brown, SKIN.light, { cut: 'curly', beard: true }),
	audit: dressed(CLOTH.plum, HAIR.black, SKIN.dark, { cut: 'bun', long: true }),
	guard: { ...uniformed, skin: SKIN.tan, hair: HAIR.black, cut: 'short' },
	other: { ...uniformed, skin: SKIN.light, hair: HAIR.brown, cut: 'ponytail' },
	passer: dressed(FAWN, HAIR.auburn, SKIN.light, { cut: 'bun', bag: SOLVED })
} satisfies Record<string, Look>;

type Person = Extract<Ink, { type: 'person' }>;

/** Somebody standing at (x, y), `k` pixels a metre. */
export const person = (look: Look, x: number, y: number, k: number, clip: Rect, more: Partial<Person> = {}): Ink => ({
	type: 'person',
	look,
	pose: 'stand',
	x,
	y,
	k,
	height: 1.75,
	facing: 0,
	clip,
	...more
});
