/** A whole number from two others, the same each time. */
export function hash(a: number, b: number): number {
	let h = Math.imul(a + 101, 2654435761) ^ Math.imul(b + 7, 40503);
	h = Math.imul(h ^ (h >>> 15), 2246822519);
	return (h ^ (h >>> 13)) >>> 0;
}
