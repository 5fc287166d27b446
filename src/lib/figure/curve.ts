import { line } from 'd3';

/** The line through points as path data, to a tenth of a pixel: no screen shows more. A point that is not a number breaks it. */
export function curve(points: Iterable<readonly [number, number]>): string {
	return (
		line<readonly [number, number]>()
			.defined(([x, y]) => !Number.isNaN(x + y))
			.digits(1)(points) ?? ''
	);
}
