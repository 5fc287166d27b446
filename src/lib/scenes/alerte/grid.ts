import { range } from 'd3';
import { seeded } from '../../figure/motion';
import { shuffle } from '../../figure/shuffle';
import type { Rect, View } from '../../picture/frame';

/** Rows of the thousand's square. */
const ROWS = 25;

/** True alerts up to this many are drawn large, in one column. */
const FEW = 12;

export interface Thousand {
	cell: number;
	x: number;
	y: number;
	/** Foot of the square. */
	foot: number;
	/** Rank of every dot, and the dot of every rank: those below `trues` are true alerts. */
	rank: Int32Array;
	order: Int32Array;
	/** The dot of the alert the chapter follows: the last to be called true. */
	own: number;
}

/** The square of a thousand dots, before and after it is sorted into true and false. */
export function thousand(view: View): Thousand {
	const { free } = view;
	const phone = view.shape === 'phone';
	const head = phone ? (view.portrait ? 96 : 88) : 148;
	const foot = phone ? 52 : 92;
	const cell = Math.min(free.w / 43, (free.h - head - foot) / ROWS);
	const list = range(1000);
	shuffle(list, seeded(31));
	const order = Int32Array.from(list);
	const rank = new Int32Array(1000);
	order.forEach((dot, i) => (rank[dot] = i));
	const y = free.y + head;
	return { cell, x: free.x, y, foot: y + cell * ROWS, rank, order, own: order[999] };
}

export const thousandRect = ({ free }: View, { y, foot }: Thousand): Rect => ({ x: free.x, y, w: free.w, h: foot - y });

/** Place of dot `i` before sorting: filled column by column, as the hours of the day stand. */
export const unsorted = (t: Thousand, i: number): [number, number] => [
	t.x + (Math.floor(i / ROWS) + 0.5) * t.cell,
	t.y + ((i % ROWS) + 0.5) * t.cell
];

/** Half the diagonal of a true alert's lozenge. */
export const lozenge = (t: Thousand, trues: number): number => t.cell * (trues <= FEW ? 0.92 : 0.5);

/** Place after sorting: the true ones step out to the front, large when they are few; the false ones close ranks. */
export function sorted(t: Thousand, i: number, trues: number): [number, number] {
	const rank = t.rank[i];
	const few = trues <= FEW;
	if (rank < trues && few) return [t.x + 0.95 * t.cell, t.y + (2.06 * rank + 0.95) * t.cell];
	const first = trues === 0 ? 0 : few ? 2.6 : Math.ceil(trues / ROWS) + 0.9;
	// False ones keep their order and close ranks.
	let place = rank;
	if (rank >= trues) {
		place = i;
		for (let k = 0; k < trues; k++) if (t.order[k] < i) place--;
	}
	const column = (rank < trues ? 0 : first) + Math.floor(place / ROWS);
	return [t.x + (column + 0.5) * t.cell, t.y + ((place % ROWS) + 0.5) * t.cell];
}
