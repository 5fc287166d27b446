import { local, localFlat } from './frame';
import { Tone } from './palette';
import type { Figure } from './people/figure';
import { NEAR } from './people/near';
import { paintBody } from './person';
import type { Pen } from './types';

export interface PersonOptions {
	/** Day when absent. */
	tone?: Tone;
	/** Ink width, pixels. */
	line?: number;
	/** The head turns to the viewer. */
	facing?: boolean;
}

/**
 * Paints one person with the feet at pixel (x, y), `k` pixels per metre, seen level from straight in front.
 * Heading (1, 0) walks to the right, (0, -1) comes to the viewer, (0, 1) goes away.
 */
export function paintPerson(
	pen: Pen,
	figure: Figure,
	x: number,
	y: number,
	k: number,
	{ tone = new Tone(), line = Math.min(2.6, 0.5 + k / 66), facing }: PersonOptions = {}
): void {
	const at = local();
	localFlat(x, y, k, figure.hx, figure.hy, 0.12, at);
	paintBody(pen, figure, at, { tone, line, facing, near: NEAR });
}
