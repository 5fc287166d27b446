import type { Ink } from '../picture/frame';
import { dots, painted } from './inks';

/** Heads and shoulders, one for each person, `size` pixels from one shoulder to the other and a little more. */
export function busts(
	people: readonly (readonly [x: number, y: number])[],
	size: number,
	fill: string,
	opacity: number
): Ink[] {
	const n = (v: number) => v.toFixed(1);
	const half = size * 0.42;
	const shoulders = people.map(
		([x, y]) =>
			`M${n(x - half)} ${n(y + size * 0.3)}V${n(y + size * 0.06)}Q${n(x)} ${n(y - size * 0.62)} ${n(x + half)} ${n(y + size * 0.06)}V${n(y + size * 0.3)}Z`
	);
	return [
		painted(shoulders.join(''), { fill, opacity }),
		dots(
			people.flatMap(([x, y]) => [x, y - size * 0.62, size * 0.27]),
			{ fill, opacity }
		)
	];
}
