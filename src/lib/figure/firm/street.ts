import { interpolateLab } from 'd3';
import { GROUND, NIGHT } from '../../drawing/palette';
import type { Ink, View } from '../../picture/frame';
import { drawn, slab } from '../inks';
import * as tone from './colours';
import { py, sketch, type Section } from './section';

/** Sky and pavement, and the street the house stands in; `out` 1 is ground alone, for the plan of all firms. */
export function streetInk({ width, height }: View, s: Section, dawn: number, out: number): Ink[] {
	const sky = interpolateLab(interpolateLab(NIGHT, tone.MORNING)(dawn), GROUND)(out);
	const ink: Ink[] = [{ type: 'shape', d: slab(0, 0, width, height), fill: sky }];
	const y = py(s, 0);
	if (y < height && out < 1)
		ink.push(
			drawn(slab(-4, y, width + 8, height - y + 40), interpolateLab(...tone.PAVEMENT)(dawn), 1.4, { opacity: 1 - out })
		);
	return s.k > 8 ? [...ink, ...things(s)] : ink;
}

/** A lamp, a bench, a tree. */
const things = (s: Section): Ink[] =>
	sketch(s, (h) => {
		h.line('M-3.7 0L-3.7 3.9', 'ink', 2);
		h.fill('M-3.95 3.9L-3.8 4.35L-3.6 4.35L-3.45 3.9Z', tone.LAMP);
		h.box(-2.85, 0.42, 1.5, 0.09, tone.FAWN);
		h.box(-2.85, 0.62, 1.5, 0.3, tone.PALE_WOOD);
		h.line('M-2.7 0.42L-2.7 0M-1.5 0.42L-1.5 0', 'ink', 1.5);
		h.box(21.75, 0, 0.22, 2.2, tone.BARK);
		h.fill(
			'M21.86 1.9C20.6 1.9 20.4 3.1 21 3.5C20.6 4.3 21.4 5 22 4.8C22.7 5.1 23.4 4.3 23 3.5C23.5 2.8 23 1.9 21.86 1.9Z',
			tone.LEAF
		);
		h.line('M21.3 3.2C21.5 3.4 21.8 3.4 21.9 3.2M22.2 4C22.4 4.1 22.6 4 22.7 3.8', tone.VEIN, 0.8);
	});
