import { BANDS } from '../vision/types';

/**
 * How much two people's clothes differ in red less green and in blue less green (0 to 510), which light and shade change
 * less than the colours themselves; 0 where no part of both was seen.
 * @param a clothes of one
 * @param b clothes of many, as in People, of which `i` is meant
 */
export function unlike(a: Float32Array, b: ArrayLike<number>, i: number): number {
	let sum = 0;
	let seen = 0;
	for (let k = 0, j = i * BANDS * 3; k < BANDS * 3; k += 3, j += 3) {
		if (a[k] < 0 || b[j] < 0) continue;
		const green = a[k + 1] - b[j + 1];
		sum += Math.abs(a[k] - b[j] - green) + Math.abs(a[k + 2] - b[j + 2] - green);
		seen += 2;
	}
	return seen ? sum / seen : 0;
}

/** Mean clothes of somebody, of which nothing has been seen. */
export const noClothes = (): Float32Array => new Float32Array(BANDS * 3).fill(-1);
/** Frames each part of them was seen in. */
export const noSights = (): number[] => Array<number>(BANDS).fill(0);

/** Adds the clothes of `i` to a mean of those seen before. */
export function wear(mean: Float32Array, sights: number[], clothes: ArrayLike<number>, i: number): void {
	for (let k = 0, j = i * BANDS * 3; k < BANDS * 3; k += 3, j += 3) {
		if (clothes[j] < 0) continue;
		const n = ++sights[k / 3];
		for (let c = 0; c < 3; c++) mean[k + c] += (clothes[j + c] - mean[k + c]) / n;
	}
}
