import type { TrackState } from '../../track';
import type { Scan } from './scan';

/** What a box is judged by, for one of its sides: the other is a mirror image. */
export const FEATURES = 105;
/** Cells to a person's height. They lie around the middle of the box and reach from above its head to below its foot. */
export const CELLS = 10;
export const COLS = 8;
export const ROWS = 14;
const ROWS_ABOVE = 12;
/** Features that are not of cells. */
export const NUMBERS = 13;
/** What is found, in heights of a person there: how far out the side goes, how far down the top and the bottom. */
export const EDGES = 3;
/** Rows of cells where the four parts of a body begin: head, trunk, thighs, feet; and where they end. */
const PARTS = [2, 4, 7, 10, 12];

/** What is in and around a box, cell by cell: the share of foreground, and of other people. */
export interface Cells {
	/** Pixels of a person's height at the foot. To be set before a call. */
	readonly tall: Float64Array;
	/** Fills the cells around the box of slot `t`, which detection `d` was matched to. */
	look(t: number, d: number, s: TrackState): void;
	/** Writes what the cells show into features: rows of cells, and the columns of each part of a body. */
	describe(): void;
	/** Of the right side and of the left; the first NUMBERS are left to others. */
	readonly features: readonly Float64Array[];
}

export function createCells({ width, height, mask, owner }: Scan): Cells {
	const features = [new Float64Array(FEATURES), new Float64Array(FEATURES)];
	/** Of each cell, the share of foreground and then of other people. */
	const cells = new Float64Array(2 * ROWS * COLS);
	const tall = new Float64Array(1);

	/** Fills the cells around the box of slot `t`, which detection `d` was matched to. */
	function look(t: number, d: number, s: TrackState): void {
		const size = tall[0] / CELLS;
		const left = s.x[t] - (COLS / 2) * size;
		const above = s.y[t] + s.h[t] / 2 - ROWS_ABOVE * size;
		const area = size * size;
		for (let n = 0; n < ROWS * COLS; n++) {
			const from = left + (n % COLS) * size;
			const top = above + ((n / COLS) | 0) * size;
			const right = Math.min(width, from + size);
			const bottom = Math.min(height, top + size);
			const first = Math.max(0, from) | 0;
			let own = 0;
			let others = 0;
			for (let v = Math.max(0, top) | 0; v < bottom; v++) {
				const down = (v + 1 < bottom ? v + 1 : bottom) - (v > top ? v : top);
				for (let u = first, at = v * width + first; u < right; u++, at++) {
					const whose = owner[at];
					const theirs = whose !== 0 && whose !== d + 1;
					if (!theirs && !mask[at]) continue;
					const part = ((u + 1 < right ? u + 1 : right) - (u > from ? u : from)) * down;
					if (theirs) others += part / area;
					else own += part / area;
				}
			}
			cells[2 * n] = own;
			cells[2 * n + 1] = others;
		}
	}

	/** Fills in what the cells show, seen from the right and, as in a mirror, from the left. */
	function describe(): void {
		const right = features[0];
		const left = features[1];
		let n = NUMBERS;
		for (let row = 0; row < ROWS; row++)
			for (let kind = 0; kind < 2; kind++, n++) {
				let sum = 0;
				for (let c = 1; c < COLS - 1; c++) sum += cells[2 * (row * COLS + c) + kind];
				right[n] = left[n] = sum;
			}
		for (let part = 0; part + 1 < PARTS.length; part++, n += 2 * COLS)
			for (let c = 0; c < COLS; c++)
				for (let kind = 0; kind < 2; kind++) {
					let sum = 0;
					for (let row = PARTS[part]; row < PARTS[part + 1]; row++) sum += cells[2 * (row * COLS + c) + kind];
					right[n + 2 * c + kind] = left[n + 2 * (COLS - 1 - c) + kind] = sum;
				}
	}

	return { tall, look, describe, features };
}
