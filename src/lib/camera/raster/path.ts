import { createPoints, grow, push, type Points } from './points';

/** A path of straight pieces: its contours' points one after another. */
export interface Path {
	readonly points: Points;
	/** Where each contour begins, and whether it is closed. */
	starts: Int32Array;
	closed: Uint8Array;
	contours: number;
}

export const createPath = (): Path => ({
	points: createPoints(),
	starts: new Int32Array(128),
	closed: new Uint8Array(128),
	contours: 0
});

/** Starts a contour. */
export function begin(path: Path, x: number, y: number): void {
	const c = path.contours;
	if (c === path.starts.length) {
		path.starts = grow(path.starts);
		path.closed = grow(path.closed);
	}
	path.starts[c] = path.points.count;
	path.closed[c] = 0;
	path.contours = c + 1;
	push(path.points, x, y);
}

export const isOpen = ({ contours, closed }: Path): boolean => contours > 0 && !closed[contours - 1];

/** Closes the contour under way. */
export function close(path: Path): void {
	path.closed[path.contours - 1] = 1;
}

/** Starts a contour where the last one started when there is none under way, as a canvas does. */
export function ensure(path: Path, x: number, y: number): void {
	if (isOpen(path)) return;
	const { points, starts, contours } = path;
	if (contours === 0) return begin(path, x, y);
	const first = starts[contours - 1];
	begin(path, points.x[first], points.y[first]);
}

/** Where the points of contour `c` end. */
export const endOf = ({ points, starts, contours }: Path, c: number): number =>
	c + 1 < contours ? starts[c + 1] : points.count;

/** Twice the signed area of contour `c`. */
function turning(path: Path, c: number): number {
	const { x, y } = path.points;
	const from = path.starts[c];
	const to = endOf(path, c);
	let sum = 0;
	for (let i = from, j = to - 1; i < to; j = i++) sum += x[j] * y[i] - x[i] * y[j];
	return sum;
}

/** Whether some contours turn one way and some the other. */
export function turnsBothWays(path: Path): boolean {
	let right = false;
	let left = false;
	for (let c = 0; path.contours > 1 && c < path.contours; c++) {
		const t = turning(path, c);
		if (t > 0) right = true;
		else if (t < 0) left = true;
	}
	return right && left;
}
