import type { Mark } from '../picture/frame';
import { letter } from './lettering';
import type { Font } from './text';

/** Lines one under the other, `lead` pixels apart, the first baseline at `y`; their keys are `key` and a number. */
export const rows = (
	key: string,
	font: Font,
	x: number,
	y: number,
	size: number,
	lines: readonly string[],
	lead: number,
	look: Parameters<typeof letter>[6] = {}
): Mark[] => lines.map((line, i) => letter(`${key}${i}`, font, x, y + i * lead, size, line, look));
