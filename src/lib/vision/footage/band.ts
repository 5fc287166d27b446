/** How tall people may be at each row, as far as blobs tell it: no camera, no metres, no ground. */
export interface Band {
	/** Pixels that somebody whose foot is on the row's lower edge is tall, about; `height + 1` of them. */
	readonly tall: Float64Array;
	/** Blobs it was made from. */
	readonly sights: number;
}

/** Parts that the rows are divided into. */
const PARTS = 6;
/** Blobs that count as much as all those of the whole picture together do for a part. */
const PRIOR = 30;
/** Where nothing was seen: people are this part of the picture tall. */
const GUESS = 0.35;
/** Part of the seen area that is of smaller blobs than the size taken: pieces of people outnumber people. */
const QUANTILE = 0.5;

/**
 * A band from blobs seen: at each part of the rows, the height that half of the foreground is of smaller blobs than,
 * held to that of the whole picture where little was seen.
 */
export function bandOf(foot: readonly number[], tall: readonly number[], height: number): Band {
	const usual = foot.length ? quantile(tall) : GUESS * height;
	const parts = Array.from({ length: PARTS }, (_, part) => {
		const own = tall.filter((_, k) => Math.min(PARTS - 1, Math.floor((foot[k] / (height + 1)) * PARTS)) === part);
		return own.length ? (own.length * quantile(own) + PRIOR * usual) / (own.length + PRIOR) : usual;
	});
	const rows = Float64Array.from({ length: height + 1 }, (_, v) => {
		const at = Math.max(0, Math.min(PARTS - 1, (v / (height + 1)) * PARTS - 0.5));
		const low = Math.min(PARTS - 2, Math.floor(at));
		return parts[low] + (parts[low + 1] - parts[low]) * (at - low);
	});
	return { tall: rows, sights: foot.length };
}

/** The height below which a part of the area is: a blob counts by the square of its height. */
function quantile(values: readonly number[]): number {
	const sorted = Float64Array.from(values).sort();
	const all = sorted.reduce((sum, v) => sum + v * v, 0);
	let sum = 0;
	for (const v of sorted) if ((sum += v * v) >= QUANTILE * all) return v;
	return sorted[sorted.length - 1];
}
