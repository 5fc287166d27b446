/** 0 before `from`, 1 after `to`, straight between: where a part of a step stands when the step stands at `t`. */
export function span(t: number, from: number, to: number): number {
	if (to <= from) return t >= to ? 1 : 0;
	return t <= from ? 0 : t >= to ? 1 : (t - from) / (to - from);
}

/** The same with soft ends (smoothstep). */
export function ease(t: number, from = 0, to = 1): number {
	const s = span(t, from, to);
	return s * s * (3 - 2 * s);
}

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** The share of the way done by item `i` of `n` when items leave one after the other; `overlap` 0..1 of their time is shared. */
export function stagger(t: number, i: number, n: number, overlap = 0.8): number {
	if (n <= 1) return ease(t);
	const length = 1 / (1 + (n - 1) * (1 - overlap));
	const start = ((1 - length) * i) / (n - 1);
	return ease(t, start, start + length);
}

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
export function seeded(seed: number): () => number {
	let a = seed >>> 0;
	return () => {
		a = (a + 0x6d2b79f5) >>> 0;
		let t = a;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Shuffles a list in place (Fisher and Yates), with one number fewer than it is long. */
export function shuffle<T>(list: T[], random: () => number): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[list[i], list[j]] = [list[j], list[i]];
	}
}
