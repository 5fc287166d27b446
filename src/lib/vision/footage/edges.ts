import type { Refiner } from '../detect/motion/refine';
import type { Scan } from '../detect/motion/scan';
import { PERSON_HEIGHT } from '../types';

/** Where people are looked at for their edges, around their boxes: parts of a person's height. */
const BESIDE = 0.34;
const ABOVE = 0.15;
const BELOW = 0.12;
/** Part of the box from above that sides are read in: shadows lie at the feet. */
const UPPER = 0.72;
/** Part of the fullest column that a body's columns have, and of its middle's width that its rows have. */
const COLUMN = 0.25;
const ROW = 0.3;
/** What sides read so lack of a whole body: arms, hems, feet. */
const LACKING = 1.08;
/** Width over height of people seen on streets, and frames of their own that count as much. */
const USUAL = 0.36;
const PRIOR = 8;
const SLIMMEST = 0.24;
const WIDEST = 0.62;
/** Rows without foreground that do not end a body, as a part of a person's height. */
const GAP = 0.05;
/** How fast a height follows what is measured, and frames after which it is known. */
const HEIGHT = 0.15;
const NEW = 4;
/** Part of the way that the tracker's own boxes follow. */
const BELIEVED = 0.2;

/**
 * Edges of real people, from the picture alone: the columns and rows that hold nearly all of the foreground there, so
 * that a strip of shadow, an arm or noise moves them little, and widths held to people's usual ones.
 */
export function createEdges(scan: Scan): Refiner {
	const { width, height, mask, owner, metres } = scan;
	const { row, scaleAt } = scan.ground;
	const columns = new Int32Array(width);
	const rows = new Int32Array(height);
	/** Of each slot: width over height, height over a person's there, as measured lately. */
	const aspect = new Float64Array(metres.length);
	const size = new Float64Array(metres.length);

	/** From `at` by `step` to the last entry of at least `least`, over gaps of up to `gap`. */
	function run(counts: Int32Array, at: number, step: number, end: number, least: number, gap: number): number {
		let last = at;
		for (let k = at; k !== end && (last - k) * -step <= gap; k += step) if (counts[k] >= least) last = k;
		return last;
	}

	return {
		refine(tracker) {
			const s = tracker.state;
			const { x, y, w, h } = tracker.tracks;
			for (let o = 0, i = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				const d = s.matched[t];
				if (!s.confirmed[t] || s.missed[t] || d < 0) continue;
				row[0] = y[i] + h[i];
				scaleAt();
				const person = PERSON_HEIGHT * row[0];
				if (s.hits[t] <= NEW || !aspect[t]) {
					aspect[t] = USUAL;
					size[t] = 0;
				}
				const middle = x[i] + w[i] / 2;
				const l = Math.max(0, Math.round(middle - BESIDE * person));
				const r = Math.min(width, Math.round(middle + BESIDE * person));
				const a = Math.max(0, Math.round(y[i] - ABOVE * person));
				const b = Math.min(height, Math.round(y[i] + h[i] + BELOW * person));
				const neck = Math.min(b, Math.round(y[i] + UPPER * h[i]));
				columns.fill(0, l, r);
				for (let v = a; v < neck; v++)
					for (let u = l, at = v * width + l; u < r; u++, at++)
						if (mask[at] && (!owner[at] || owner[at] === d + 1)) columns[u]++;
				let peak = l;
				for (let u = l; u < r; u++)
					if (columns[u] - Math.abs(u - middle) > columns[peak] - Math.abs(peak - middle)) peak = u;
				let tall = h[i];
				let low = y[i] + h[i];
				let centre = middle;
				if (r > l && columns[peak] > 0.3 * person) {
					const least = COLUMN * columns[peak];
					const left = run(columns, peak, -1, l - 1, least, 1);
					const right = run(columns, peak, 1, r, least, 1) + 1;
					// As wide as the window: two side by side. Their edges are not to be had.
					const alone = right - left < WIDEST * person;
					if (alone) centre = (left + right) / 2;
					const half = Math.max(1, 0.35 * (alone ? right - left : USUAL * person));
					const from = Math.max(0, Math.round(centre - half));
					const to = Math.min(width, Math.round(centre + half));
					rows.fill(0, a, b);
					for (let v = a; v < b; v++)
						for (let u = from, at = v * width + from; u < to; u++, at++)
							if (mask[at] && (!owner[at] || owner[at] === d + 1)) rows[v]++;
					const core = Math.max(a, Math.min(b - 1, Math.round(y[i] + 0.4 * h[i])));
					const gap = GAP * person;
					const top = run(rows, core, -1, a - 1, ROW * (to - from), gap);
					low = run(rows, core, 1, b, ROW * (to - from), gap) + 1;
					tall = low - top;
					const ratio = Math.max(SLIMMEST, Math.min(WIDEST, (LACKING * (right - left)) / Math.max(tall, 0.7 * person)));
					if (alone) aspect[t] += (1 / Math.min(20, PRIOR + s.hits[t])) * (ratio - aspect[t]);
				}
				const relative = tall / person;
				if (!size[t]) size[t] = relative;
				else size[t] += HEIGHT * (relative - size[t]);
				const known = size[t] * person;
				// Hidden feet: as tall as known, from the head down.
				const base = tall < 0.8 * known ? low - tall + known : low;
				if (s.hits[t] > NEW) {
					s.x[t] += BELIEVED * (centre - middle);
					s.y[t] += BELIEVED * (base - known / 2 - y[i] - h[i] / 2);
					s.h[t] += BELIEVED * (known - h[i]);
				}
				h[i] = known;
				y[i] = base - known;
				w[i] = aspect[t] * known;
				x[i] = centre - w[i] / 2;
				i++;
			}
		}
	};
}
