import { interpolateLab } from 'd3';
import { NIGHT } from '../../drawing/palette';
import type { Ink } from '../../picture/frame';
import { mix } from '../motion';
import { slab } from '../inks';
import { UNLIT } from './colours';
import { FLOOR, laid, LEVELS, STAIRS, WIDTH, type Section } from './section';

/** How much of the firm the night hides, before it dawns. */
const DARK = 0.5;

/** The half-dark that floors wait in, by how brightly each is lit. */
export function lightsInk(s: Section, lit: readonly number[], dawn: number): Ink[] {
	const fill = interpolateLab(UNLIT[0], UNLIT[1])(dawn);
	const ink = lit.flatMap((light, level): Ink[] => {
		if (light >= 1) return [];
		const y = LEVELS[level] + 0.12;
		const rooms = slab(STAIRS, y, WIDTH - STAIRS, FLOOR - 0.34);
		const landing = slab(0, y, STAIRS, level === 3 ? FLOOR - 0.24 : FLOOR);
		return [{ type: 'shape', d: laid(s, rooms + landing), fill, opacity: mix(0.86, 0.5, dawn) * (1 - light) }];
	});
	if (dawn < 1) ink.push({ type: 'shape', d: slab(-10, -10, 6000, 4000), fill: NIGHT, opacity: DARK * (1 - dawn) });
	return ink;
}
