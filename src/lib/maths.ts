/** Mathematics that gives the same bits in every engine: + - * / and square roots only. */

/** Sine of a number of turns (1 is a full circle), by its Taylor polynomial; error below 4e-6. */
export function sine(turns: number): number {
	let x = turns - Math.floor(turns + 0.5);
	if (x > 0.25) x = 0.5 - x;
	else if (x < -0.25) x = -0.5 - x;
	const q = x * x;
	return (
		x *
		(6.283185307179586 +
			q * (-41.34170224039975 + q * (81.60524927607506 + q * (-76.70585975306136 + q * 42.05869394489765))))
	);
}

/** Cosine of a number of turns. */
export const cosine = (turns: number): number => sine(turns + 0.25);

export const clamp = (v: number, lo: number, hi: number): number => (v < lo ? lo : v > hi ? hi : v);

/** 0 below 0, 1 above 1, smooth between (cubic Hermite). */
export const smooth = (x: number): number => (x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x));

/** Integral of `smooth` from 0 to x, for x between 0 and 1. */
export const smoothArea = (x: number): number => x * x * x * (1 - 0.5 * x);

/** A hash of two integers as a 32-bit unsigned integer. */
export function hash(a: number, b: number): number {
	let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
	h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
	h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
	return (h ^ (h >>> 15)) >>> 0;
}

export interface Random {
	/** From 0 to 1, 1 excluded. */
	(): number;
	/** From a to b. */
	between(a: number, b: number): number;
	/** One of a list. */
	pick<T>(list: readonly T[]): T;
}

/** A seeded generator (a counter through `hash`). */
export function random(seed: number): Random {
	let n = 0;
	const next = (() => hash(seed | 0, n++) / 4294967296) as Random;
	next.between = (a, b) => a + (b - a) * next();
	next.pick = (list) => list[Math.floor(next() * list.length)];
	return next;
}
