import { DARK } from '../../figure/pictogram';
import type { Ink, Rect } from '../../picture/frame';
import type { Look } from '../../street/types';

const dressed = (coat: string, hair: string, skin: string, more: Partial<Look> = {}): Look => ({
	coat,
	hair,
	skin,
	legs: '#3B4048',
	...more
});

/** Who answers, who guards and who passes, in the coats they are known by. */
export const LOOKS = {
	mayors: dressed('#44587A', '#D9D4CC', '#E6BFA0', { cut: 'short', glasses: true }),
	assembly: dressed('#2E3440', '#3A2C22', '#C98F6B', { cut: 'short' }),
	author: dressed('#3F6B63', '#6B4A2B', '#E0B08E', { cut: 'curly', beard: true }),
	audit: dressed('#7A4A5E', '#17110E', '#8D5A3C', { cut: 'bun', long: true }),
	guard: { coat: '#384A63', legs: DARK, skin: '#C98F6B', hair: '#17110E', cut: 'short', hat: DARK },
	other: { coat: '#384A63', legs: DARK, skin: '#E0B08E', hair: '#6B4A2B', cut: 'ponytail', hat: DARK },
	passer: dressed('#B98D63', '#8A5A2B', '#E0B08E', { cut: 'bun', bag: '#46685E' })
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
