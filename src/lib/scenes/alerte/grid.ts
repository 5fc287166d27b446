import { range } from 'd3';
import { seeded } from '../../figure/motion';
import { shuffle } from '../../figure/shuffle';
import type { Rect, View } from '../../picture/frame';

/** True alerts up to this many are drawn large, in one column. */
const FEW = 12;

export interface Thousand {
	rows: number;
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
	const head = phone ? (view.portrait ? 96 : 88) : view.shape === 'tall' ? 124 : 148;
	const foot = phone ? 52 : view.shape === 'tall' ? 84 : 92;
	const { rows, cell } = cellsIn(free.w, free.h - head - foot, view.shape === 'tall');
	const list = range(1000);
	shuffle(list, seeded(31));
	const order = Int32Array.from(list);
	const rank = new Int32Array(1000);
	order.forEach((dot, i) => (rank[dot] = i));
	const y = free.y + head;
	return { rows, cell, x: free.x, y, foot: y + cell * rows, rank, order, own: order[999] };
}

/** Twenty-five rows; over a whole tablet as many as let dots be largest. Three columns more than dots need part the true ones. */
function cellsIn(w: number, h: number, whole: boolean): Pick<Thousand, 'rows' | 'cell'> {
	const tried = (whole ? range(16, 30) : [25]).map((rows) => ({
		rows,
		cell: Math.min(w / (Math.ceil(1000 / rows) + 3), h / rows)
	}));
	return tried.reduce((best, t) => (t.cell > best.cell ? t : best));
}

export const thousandRect = ({ free }: View, { y, foot }: Thousand): Rect => ({ x: free.x, y, w: free.w, h: foot - y });

/** Place of dot `i` before sorting: filled column by column, as the hours of the day stand. */
export const unsorted = (t: Thousand, i: number): [number, number] => [
	t.x + (Math.floor(i / t.rows) + 0.5) * t.cell,
	t.y + ((i % t.rows) + 0.5) * t.cell
];

/** Half the diagonal of a true alert's lozenge. */
export const lozenge = (t: Thousand, trues: number): number => t.cell * (trues <= FEW ? 0.92 : 0.5);

/** Columns the true ones take, with the gap behind them. */
const firstOf = (t: Thousand, trues: number): number =>
	trues === 0 ? 0 : trues <= FEW ? 2.6 : Math.ceil(trues / t.rows) + 0.9;

/** How far from the left so many of the sorted thousand reach. */
export function columnOf(t: Thousand, n: number, trues: number): number {
	const first = firstOf(t, trues);
	return t.x + t.cell * (n <= trues ? trues && (first * n) / trues : first + (n - trues) / t.rows);
}

/** Place after sorting: the true ones step out to the front, large when they are few; the false ones close ranks. */
export function sorted(t: Thousand, i: number, trues: number): [number, number] {
	const rank = t.rank[i];
	const few = trues <= FEW;
	if (rank < trues && few) return [t.x + 0.95 * t.cell, t.y + (2.06 * rank + 0.95) * t.cell];
	const first = firstOf(t, trues);
	// False ones keep their order and close ranks.
	let place = rank;
	if (rank >= trues) {
		place = i;
		for (let k = 0; k < trues; k++) if (t.order[k] < i) place--;
	}
	const column = (rank < trues ? 0 : first) + Math.floor(place / t.rows);
	return [t.x + (column + 0.5) * t.cell, t.y + ((place % t.rows) + 0.5) * t.cell];
}
