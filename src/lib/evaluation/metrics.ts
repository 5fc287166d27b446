import { createAssigner } from '../vision/assign';

/** Boxes with identities at one frame: `ids[i]` has the box x, y, w, h at `boxes[4 i]`. */
export interface Labelled {
	ids: number[];
	boxes: number[];
}

/** Frames of a sequence, in order; both sides of a comparison have the same length. */
export type Sequence = Labelled[];

export interface Scores {
	/** Ground-truth boxes, hits, and the three kinds of error at IoU 0.5. */
	truth: number;
	hits: number;
	falsePositives: number;
	misses: number;
	switches: number;
	mota: number;
	idf1: number;
	/** Mean over the nineteen thresholds 0.05 to 0.95. */
	hota: number;
	detA: number;
	assA: number;
}

export function iou(a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number): number {
	const w = Math.min(a[i] + a[i + 2], b[j] + b[j + 2]) - Math.max(a[i], b[j]);
	const h = Math.min(a[i + 1] + a[i + 3], b[j + 1] + b[j + 3]) - Math.max(a[i + 1], b[j + 1]);
	if (w <= 0 || h <= 0) return 0;
	return (w * h) / (a[i + 2] * a[i + 3] + b[j + 2] * b[j + 3] - w * h);
}

/** Maps each identity to a small number. */
function enumerate(sequence: Sequence): { index: number[][]; count: number; frames: number[] } {
	const seen = new Map<number, number>();
	const frames: number[] = [];
	const index = sequence.map(({ ids }) =>
		ids.map((id) => {
			let k = seen.get(id);
			if (k === undefined) {
				seen.set(id, (k = seen.size));
				frames.push(0);
			}
			frames[k]++;
			return k;
		})
	);
	return { index, count: seen.size, frames };
}

/** Pairs with the highest sum of scores; pairs without a positive score stay apart. Returns each row's column or -1. */
function best(rows: number, cols: number, score: Float64Array): Int32Array {
	let most = 0;
	for (let i = 0; i < rows * cols; i++) if (score[i] > most) most = score[i];
	const cost = new Float64Array(rows * cols);
	for (let i = 0; i < cost.length; i++) cost[i] = score[i] > 0 ? most - score[i] : Infinity;
	return createAssigner(Math.max(rows, cols, 1)).solve(rows, cols, cost, most);
}

/**
 * What is left of truth and results when part of the truth does not count (MOTChallenge's flag 0): it is matched with
 * the rest, one frame at a time at IoU 0.5, and taken out together with the results it matched.
 * @param counts whether an entry of the truth counts
 */
export function dropIgnored(
	truth: Sequence,
	results: Sequence,
	counts: (frame: number, entry: number) => boolean
): { truth: Sequence; results: Sequence } {
	const pick = (from: Labelled, keep: (i: number) => boolean): Labelled => ({
		ids: from.ids.filter((_, i) => keep(i)),
		boxes: from.boxes.filter((_, i) => keep(i >> 2))
	});
	const kept = results.map((r, f) => {
		const t = truth[f];
		const score = new Float64Array(t.ids.length * r.ids.length);
		for (let i = 0; i < t.ids.length; i++)
			for (let j = 0; j < r.ids.length; j++) {
				const o = iou(t.boxes, i * 4, r.boxes, j * 4);
				score[i * r.ids.length + j] = o >= 0.5 - EPS ? o : 0;
			}
		const ignored = new Set<number>();
		best(t.ids.length, r.ids.length, score).forEach((j, i) => {
			if (i < t.ids.length && j >= 0 && !counts(f, i)) ignored.add(j);
		});
		return pick(r, (j) => !ignored.has(j));
	});
	return { truth: truth.map((t, f) => pick(t, (i) => counts(f, i))), results: kept };
}

/** Sums that scores are made of; add those of several sequences before making scores of them. */
export interface Tally {
	truth: number;
	results: number;
	hits: number;
	switches: number;
	/** Identity true positives (Ristani et al. 2016). */
	identityHits: number;
	/** At each of the nineteen thresholds: hits, and the sum over hits of their association accuracy. */
	alphaHits: number[];
	alphaAssociation: number[];
}

const ALPHAS = Array.from({ length: 19 }, (_, i) => 0.05 * (i + 1));
const EPS = 1e-9;

/**
 * CLEAR-MOT (Bernardin and Stiefelhagen 2008), IDF1 (Ristani et al. 2016) and HOTA (Luiten et al. 2021), from their papers.
 * @param truth what was there
 * @param results what the tracker said, frame by frame
 */
export function tally(truth: Sequence, results: Sequence): Tally {
	if (truth.length !== results.length)
		throw new RangeError(`${truth.length} frames of truth and ${results.length} of results`);
	const a = enumerate(truth);
	const b = enumerate(results);
	const out: Tally = {
		truth: 0,
		results: 0,
		hits: 0,
		switches: 0,
		identityHits: 0,
		alphaHits: ALPHAS.map(() => 0),
		alphaAssociation: ALPHAS.map(() => 0)
	};
	const overlaps = truth.map((t, f) => {
		const r = results[f];
		const o = new Float64Array(t.ids.length * r.ids.length);
		for (let i = 0; i < t.ids.length; i++)
			for (let j = 0; j < r.ids.length; j++) o[i * r.ids.length + j] = iou(t.boxes, i * 4, r.boxes, j * 4);
		return o;
	});

	const together = new Float64Array(a.count * b.count);
	const soft = new Float64Array(a.count * b.count);
	const last = new Int32Array(a.count).fill(-1);
	let before = new Int32Array(a.count).fill(-1);
	for (let f = 0; f < truth.length; f++) {
		const n = a.index[f].length;
		const m = b.index[f].length;
		const o = overlaps[f];
		out.truth += n;
		out.results += m;
		const score = new Float64Array(n * m);
		const rowSum = new Float64Array(n);
		const colSum = new Float64Array(m);
		for (let i = 0; i < n; i++)
			for (let j = 0; j < m; j++) {
				rowSum[i] += o[i * m + j];
				colSum[j] += o[i * m + j];
			}
		for (let i = 0; i < n; i++)
			for (let j = 0; j < m; j++) {
				const at = i * m + j;
				const pair = a.index[f][i] * b.count + b.index[f][j];
				const all = rowSum[i] + colSum[j] - o[at];
				if (all > EPS) soft[pair] += o[at] / all;
				if (o[at] < 0.5 - EPS) continue;
				together[pair]++;
				// Who was together in the frame before stays together.
				score[at] = o[at] + (before[a.index[f][i]] === b.index[f][j] ? 1000 : 0);
			}
		const found = best(n, m, score);
		const now = new Int32Array(a.count).fill(-1);
		for (let i = 0; i < n; i++) {
			if (found[i] < 0) continue;
			const t = a.index[f][i];
			const r = b.index[f][found[i]];
			out.hits++;
			if (last[t] >= 0 && last[t] !== r) out.switches++;
			last[t] = now[t] = r;
		}
		before = now;
	}

	const whole = best(a.count, b.count, together);
	for (let i = 0; i < a.count; i++) if (whole[i] >= 0) out.identityHits += together[i * b.count + whole[i]];

	const alignment = new Float64Array(a.count * b.count);
	for (let i = 0; i < a.count; i++)
		for (let j = 0; j < b.count; j++) {
			const s = soft[i * b.count + j];
			alignment[i * b.count + j] = s / (a.frames[i] + b.frames[j] - s);
		}
	const matches = ALPHAS.map(() => new Map<number, number>());
	for (let f = 0; f < truth.length; f++) {
		const n = a.index[f].length;
		const m = b.index[f].length;
		const o = overlaps[f];
		const score = new Float64Array(n * m);
		for (let i = 0; i < n; i++)
			for (let j = 0; j < m; j++) score[i * m + j] = o[i * m + j] * alignment[a.index[f][i] * b.count + b.index[f][j]];
		const found = best(n, m, score);
		for (let i = 0; i < n; i++) {
			if (found[i] < 0) continue;
			const pair = a.index[f][i] * b.count + b.index[f][found[i]];
			for (let k = 0; k < 19 && o[i * m + found[i]] >= ALPHAS[k] - EPS; k++) {
				out.alphaHits[k]++;
				matches[k].set(pair, (matches[k].get(pair) ?? 0) + 1);
			}
		}
	}
	for (let k = 0; k < 19; k++)
		for (const [pair, c] of matches[k])
			out.alphaAssociation[k] += (c * c) / (a.frames[(pair / b.count) | 0] + b.frames[pair % b.count] - c);
	return out;
}

/** Adds tallies of several sequences. */
export function add(tallies: Tally[]): Tally {
	const sum = (f: (t: Tally) => number) => tallies.reduce((s, t) => s + f(t), 0);
	return {
		truth: sum((t) => t.truth),
		results: sum((t) => t.results),
		hits: sum((t) => t.hits),
		switches: sum((t) => t.switches),
		identityHits: sum((t) => t.identityHits),
		alphaHits: ALPHAS.map((_, k) => sum((t) => t.alphaHits[k])),
		alphaAssociation: ALPHAS.map((_, k) => sum((t) => t.alphaAssociation[k]))
	};
}

/** Scores of a tally; with no truth and no results everything is 1 but MOTA, which is NaN. */
export function scores(t: Tally): Scores {
	const misses = t.truth - t.hits;
	const falsePositives = t.results - t.hits;
	let hota = 0;
	let detA = 0;
	let assA = 0;
	for (let k = 0; k < 19; k++) {
		const h = t.alphaHits[k];
		const union = t.truth + t.results - h;
		const det = union ? h / union : 1;
		const ass = h ? t.alphaAssociation[k] / h : union ? 0 : 1;
		detA += det;
		assA += ass;
		hota += Math.sqrt(det * ass);
	}
	return {
		truth: t.truth,
		hits: t.hits,
		falsePositives,
		misses,
		switches: t.switches,
		mota: t.truth ? 1 - (misses + falsePositives + t.switches) / t.truth : NaN,
		idf1: t.truth + t.results ? (2 * t.identityHits) / (t.truth + t.results) : 1,
		hota: hota / 19,
		detA: detA / 19,
		assA: assA / 19
	};
}
