import { range, shuffler } from 'd3';
import { seeded } from '../../figure/motion';
import type { View } from '../../picture/frame';
import { CASES, SOLVED, WITH_VIDEO } from './data';

/** Turn between two seeds of a sunflower head. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

interface Disc {
	x: number;
	y: number;
	r: number;
}

/**
 * Where the 1,939 cases lie. Cases 0 to 21 were solved with video, up to 374 solved, the others not.
 * Arrays hold x, y pairs by case.
 */
export interface Field {
	/** Distance of the n-th seed from the centre is `unit` times the square root of n. */
	unit: number;
	/** Radius of a circle. */
	dot: number;
	whole: Disc;
	solved: Disc;
	rest: Disc;
	/** Place of each case in the order of counting. */
	order: Uint16Array;
	/** All cases in one disc, in the order counted. */
	counted: Float64Array;
	/** The 22 at the centre. */
	gathered: Float64Array;
	/** Solved and unsolved cases in discs of their own. */
	split: Float64Array;
	/** Half-extent of the split field around its middle, to shrink it by. */
	middle: { x: number; y: number; half: number };
}

let last: { key: string; field: Field } | null = null;

/** The field laid out in the free part of a view. Circles have one size: the same mark is always one case. */
export function fieldOf(view: View): Field {
	const { free } = view;
	const key = [free.x, free.y, free.w, free.h, view.shape, view.portrait].join();
	if (last?.key !== key) last = { key, field: lay(view) };
	return last.field;
}

function lay({ free, portrait, phone }: View): Field {
	const short = !portrait && phone;
	const r = portrait
		? Math.min(free.w, free.h - 74) / 2
		: Math.min(free.w * (short ? 0.36 : 0.4), free.h * (short ? 0.45 : 0.43));
	const unit = r / Math.sqrt(CASES);
	const right = free.x + free.w;
	const bottom = free.y + free.h;
	const whole: Disc = portrait
		? { x: free.x + free.w / 2, y: bottom - r, r }
		: { x: right - r, y: short ? free.y + free.h / 2 : bottom - r, r };

	const rest = discOf(unit, CASES - SOLVED);
	const solved = discOf(unit, SOLVED);
	const gap = unit * 3;
	rest.x = right - rest.r;
	rest.y = bottom - rest.r;
	solved.x = free.x + solved.r + (portrait || short ? 0 : unit * 2);
	const apart = rest.r + solved.r + gap;
	const dx = rest.x - solved.x;
	const drop = dx < apart ? Math.sqrt(apart * apart - dx * dx) : 0;
	// A line of text stands over the small disc where there is room for it.
	const head = portrait ? 0 : short ? 26 : 76;
	solved.y = Math.min(free.y + solved.r + head, rest.y - drop);

	const order = shuffler(seeded(1939))(Uint16Array.from(range(CASES)));
	const seats = seatsOf(order);
	const counted = new Float64Array(2 * CASES);
	const gathered = new Float64Array(2 * CASES);
	for (let k = 0; k < CASES; k++) {
		seat(counted, k, whole, unit, order[k]);
		seat(gathered, k, whole, unit, seats[k]);
	}
	const split = new Float64Array(2 * CASES);
	const byPlace = (from: number, to: number) => range(from, to).sort((a, b) => seats[a] - seats[b]);
	byPlace(0, WITH_VIDEO).forEach((k, n) => seat(split, k, solved, unit, n));
	byPlace(WITH_VIDEO, SOLVED).forEach((k, n) => seat(split, k, solved, unit, WITH_VIDEO + n));
	byPlace(SOLVED, CASES).forEach((k, n) => seat(split, k, rest, unit, n));

	const left = solved.x - solved.r;
	const top = Math.min(solved.y - solved.r, rest.y - rest.r);
	const middle = { x: (left + right) / 2, y: (top + bottom) / 2, half: Math.max(right - left, bottom - top) / 2 };
	return { unit, dot: unit * 0.56, whole, solved, rest, order, counted, gathered, split, middle };
}

/** The 22 change places with those nearest the centre: nobody else moves. */
function seatsOf(order: Uint16Array): Uint16Array {
	const seats = Uint16Array.from(order);
	const holder = new Map<number, number>();
	seats.forEach((n, k) => holder.set(n, k));
	for (let k = 0; k < WITH_VIDEO; k++) {
		const other = holder.get(k)!;
		const own = seats[k];
		seats[k] = k;
		seats[other] = own;
		holder.set(k, k).set(own, other);
	}
	return seats;
}

const discOf = (unit: number, n: number): Disc => ({ x: 0, y: 0, r: unit * Math.sqrt(n) });

function seat(out: Float64Array, k: number, disc: Disc, unit: number, n: number): void {
	const d = unit * Math.sqrt(n + 0.5);
	out[2 * k] = disc.x + d * Math.cos(n * GOLDEN);
	out[2 * k + 1] = disc.y + d * Math.sin(n * GOLDEN);
}
