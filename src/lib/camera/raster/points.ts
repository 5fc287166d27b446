/** Points in device pixels, in arrays that are kept and grow when they must. */
export interface Points {
	x: Float64Array;
	y: Float64Array;
	count: number;
}

export const createPoints = (): Points => ({ x: new Float64Array(1024), y: new Float64Array(1024), count: 0 });

export function push(points: Points, x: number, y: number): void {
	const at = points.count;
	if (at === points.x.length) {
		points.x = grow(points.x);
		points.y = grow(points.y);
	}
	points.x[at] = x;
	points.y[at] = y;
	points.count = at + 1;
}

/** The same numbers in an array with room for as many again. */
export function grow<T extends Float64Array | Int32Array | Uint8Array | Int8Array>(numbers: T): T {
	const more = new (numbers.constructor as new (length: number) => T)(2 * numbers.length);
	more.set(numbers);
	return more;
}
