import { clamp } from '../../maths';
import { addInside, type Coverage } from './coverage';
import { endOf, type Path } from './path';
import { grow } from './points';

/** Where a line across the picture meets a path, from left to right, and whether the path goes down there (1) or up (-1). */
export interface Crossings {
	x: Float64Array;
	turn: Int8Array;
	count: number;
}

export const createCrossings = (): Crossings => ({ x: new Float64Array(64), turn: new Int8Array(64), count: 0 });

/** Parts of a row. */
const PARTS = 8;

/** Adds a path by the non-zero rule, its contours turning both ways: exact in x, in eighths of rows in y. */
export function addWindings(cover: Coverage, path: Path, crossings: Crossings): void {
	const { y, count } = path.points;
	let low = Infinity;
	let high = -Infinity;
	for (let i = 0; i < count; i++) {
		if (y[i] < low) low = y[i];
		if (y[i] > high) high = y[i];
	}
	const from = Math.max(0, Math.floor(low * PARTS));
	const to = Math.min(cover.height * PARTS, Math.ceil(high * PARTS));
	for (let part = from; part < to; part++) {
		cross(crossings, path, (part + 0.5) / PARTS);
		addPart(cover, crossings, part);
	}
}

/** Finds where row `at` meets the path. */
function cross(crossings: Crossings, path: Path, at: number): void {
	const { x, y } = path.points;
	crossings.count = 0;
	for (let c = 0; c < path.contours; c++) {
		const from = path.starts[c];
		const to = endOf(path, c);
		for (let i = from, j = to - 1; i < to; j = i++) {
			if (y[i] <= at === y[j] <= at) continue;
			insert(crossings, x[j] + ((at - y[j]) * (x[i] - x[j])) / (y[i] - y[j]), y[i] > y[j] ? 1 : -1);
		}
	}
}

function insert(crossings: Crossings, x: number, turn: number): void {
	let k = crossings.count++;
	if (k === crossings.x.length) {
		crossings.x = grow(crossings.x);
		crossings.turn = grow(crossings.turn);
	}
	for (; k > 0 && crossings.x[k - 1] > x; k--) {
		crossings.x[k] = crossings.x[k - 1];
		crossings.turn[k] = crossings.turn[k - 1];
	}
	crossings.x[k] = x;
	crossings.turn[k] = turn;
}

/** Adds a part of a row: an upright edge wherever the inside begins or ends. */
function addPart(cover: Coverage, { x, turn, count }: Crossings, part: number): void {
	let winding = 0;
	for (let k = 0; k < count; k++) {
		const before = winding;
		winding += turn[k];
		const dir = before === 0 ? 1 : winding === 0 ? -1 : 0;
		if (!dir) continue;
		const at = clamp(x[k], 0, cover.width);
		addInside(cover, at, part / PARTS, at, (part + 1) / PARTS, dir);
	}
}
