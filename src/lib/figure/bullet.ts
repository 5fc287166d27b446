import { NIGHT } from '../drawing/palette';
import type { Ink, Rect } from '../picture/frame';
import { BLUE, CREAM, DARK, POLE, ZINC } from './colours';
import { drawn, place, slab } from './inks';

/** A long camera on its arm, looking down to the left, in hundred-and-twentieths of its length; the arm's root is at (152, 4). */
const ARM = 'M152 18L104 18L90 34';
const PARTS = [
	'M4 58L102 26L114 62L16 94Z',
	'M0 54L100 21L105 36L5 69Z',
	'M-4 64L8 60L18 94L6 98Z',
	'M-11 70L-2 67L5 90L-4 93Z'
];

/** Its body, hood, front and lens; its line, and its arm. By day and at dusk, when paint has lost its white. */
export const BY_DAY = { parts: [CREAM, ZINC, DARK, BLUE], line: 'ink', arm: ZINC };
export const AT_DUSK = { parts: ['#B9B6AC', '#5F6B70', NIGHT, BLUE], line: '#0E0F10', arm: '#6C757A' };

type Look = Pick<Extract<Ink, { type: 'shape' }>, 'clip' | 'opacity'>;

/** The camera with the root of its arm at (x, y), `long` pixels from end to end, lines `width` wide. */
export function bulletInk(x: number, y: number, long: number, paint: typeof BY_DAY, width: number, look: Look): Ink[] {
	const s = long / 120;
	const on = (d: string) => place(d, x - 152 * s, y - 4 * s, s);
	return [
		{ type: 'shape', d: on(ARM), stroke: paint.line, width: 9 * s, ...look },
		{ type: 'shape', d: on(ARM), stroke: paint.arm, width: Math.max(1, 9 * s - 3), ...look },
		...PARTS.map((d, i) => drawn(on(d), paint.parts[i], width, { stroke: paint.line, ...look }))
	];
}

/** A camera on its pole as a sign of one, standing at (x, foot), `h` pixels high, looking left. The square's own is `mastInk`. */
export const cameraOnPole = (x: number, foot: number, h: number, clip: Rect, opacity?: number): Ink[] => [
	drawn(slab(x - 0.02 * h, foot - 0.96 * h, 0.04 * h, 0.96 * h), POLE, 1.4, { clip, opacity }),
	...bulletInk(x, foot - 0.92 * h, 0.36 * h, BY_DAY, 1.4, { clip, opacity })
];
