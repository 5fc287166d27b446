import { exponential } from './exponential';

/**
 * From the network's heads to boxes, as NanoDet has it: a pixel of a head says how surely a person's middle is there, and
 * for each side of their box how far away it is, as a distribution over eleven distances of which the mean is taken
 * (generalised focal loss: X. Li et al., arXiv:2006.04388, 2020).
 */

/** Distances from 0 to 10, in strides. */
const DISTANCES = 11;
/** Numbers of a head's pixel: the person, then left, top, right and bottom. */
export const HEAD_CHANNELS = 1 + 4 * DISTANCES;

/** One head as it lies in memory. */
export interface Head {
	readonly stride: number;
	readonly columns: number;
	readonly rows: number;
	/** All memory, where the first pixel's numbers begin, and how many there are from row to row and pixel to pixel. */
	readonly memory: Float32Array;
	readonly first: number;
	readonly row: number;
	readonly pixel: number;
}

/** How surely a person's middle is in each cell of `stride` × `stride` pixels, row by row, 0 to 1. Overwritten by the next. */
export interface Heat {
	readonly stride: number;
	readonly columns: number;
	readonly rows: number;
	readonly score: Float32Array;
}

/** Boxes, in any order. */
export interface Boxes {
	count: number;
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly w: Float64Array;
	readonly h: Float64Array;
	/** 0 to 1. */
	readonly score: Float64Array;
}

export const createBoxes = (most: number): Boxes => ({
	count: 0,
	x: new Float64Array(most),
	y: new Float64Array(most),
	w: new Float64Array(most),
	h: new Float64Array(most),
	score: new Float64Array(most)
});

export const createHeat = ({ stride, columns, rows }: Head): Heat => ({
	stride,
	columns,
	rows,
	score: new Float32Array(columns * rows)
});

/** Reads the score of every cell of a head into its heat, and boxes of those from `threshold` on into `out`, after those it has. */
export function readHead(head: Head, heat: Heat, threshold: number, out: Boxes): void {
	const { stride, columns, rows, memory } = head;
	for (let row = 0, cell = 0; row < rows; row++)
		for (let column = 0; column < columns; column++, cell++) {
			const at = head.first + row * head.row + column * head.pixel;
			const score = (heat.score[cell] = 1 / (1 + exponential(-memory[at])));
			if (score < threshold) continue;
			const x = (column + 0.5) * stride;
			const y = (row + 0.5) * stride;
			const left = x - stride * distance(memory, at + 1);
			const top = y - stride * distance(memory, at + 1 + DISTANCES);
			const i = out.count++;
			out.x[i] = left;
			out.y[i] = top;
			out.w[i] = x + stride * distance(memory, at + 1 + 2 * DISTANCES) - left;
			out.h[i] = y + stride * distance(memory, at + 1 + 3 * DISTANCES) - top;
			out.score[i] = score;
		}
}

/** The mean of a distribution given by its logits. */
function distance(memory: Float32Array, at: number): number {
	let most = memory[at];
	for (let k = 1; k < DISTANCES; k++) if (memory[at + k] > most) most = memory[at + k];
	let all = 0;
	let sum = 0;
	for (let k = 0; k < DISTANCES; k++) {
		const share = exponential(memory[at + k] - most);
		all += share;
		sum += k * share;
	}
	return sum / all;
}

/**
 * Non-maximum suppression: takes the surest box, leaves out all that overlap it by more than `overlap` (intersection over
 * union), and so on, surest first, while `out` has room. The scores of `from` are used up.
 */
export function suppress(from: Boxes, overlap: number, out: Boxes): void {
	out.count = 0;
	while (out.count < out.x.length) {
		let best = -1;
		for (let i = 0; i < from.count; i++)
			if (from.score[i] > 0 && (best < 0 || from.score[i] > from.score[best])) best = i;
		if (best < 0) return;
		const o = out.count++;
		out.x[o] = from.x[best];
		out.y[o] = from.y[best];
		out.w[o] = from.w[best];
		out.h[o] = from.h[best];
		out.score[o] = from.score[best];
		from.score[best] = 0;
		for (let i = 0; i < from.count; i++) {
			if (from.score[i] <= 0) continue;
			const w = Math.min(from.x[i] + from.w[i], out.x[o] + out.w[o]) - Math.max(from.x[i], out.x[o]);
			const h = Math.min(from.y[i] + from.h[i], out.y[o] + out.h[o]) - Math.max(from.y[i], out.y[o]);
			if (w <= 0 || h <= 0) continue;
			const both = w * h;
			if (both > overlap * (from.w[i] * from.h[i] + out.w[o] * out.h[o] - both)) from.score[i] = 0;
		}
	}
}
