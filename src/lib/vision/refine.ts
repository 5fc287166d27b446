import type { Detector } from './detect';
import type { Gait } from './gait';
import type { Ground } from './ground';
import type { Tracker } from './track';
import { WEIGHTS } from './weights';

/**
 * Bounding-box regression (Girshick et al., CVPR 2014, appendix C): moves the edges of the boxes that the tracker
 * reports by a linear function of what is in and around them. The tracker's own boxes follow half the way, so that it
 * looks for people where they are.
 */
export interface Refiner {
	/**
	 * Call after the tracker and the gait have their detections, before boxes are cut at the picture's edge.
	 * @param overcast whether the mask had no cast shadows taken out
	 */
	refine(tracker: Tracker, detector: Detector, gait: Gait, mask: Uint8Array, overcast: boolean): void;
}

/** What a box is judged by, for one of its sides: the other is a mirror image. */
export const FEATURES = 105;
/** What is found, in heights of a person there: how far out the side goes, how far down the top and the bottom. */
export const EDGES = 3;
/** Cells to a person's height. They lie around the middle of the box and reach from above its head to below its foot. */
const CELLS = 10;
export const COLS = 8;
export const ROWS = 14;
const ROWS_ABOVE = 12;
/** Rows of cells where the four parts of a body begin: head, trunk, thighs, feet; and where they end. */
const PARTS = [2, 4, 7, 10, 12];
/** Features that are not of cells. */
export const NUMBERS = 13;
/** Metres of the person that all is measured by. */
export const PERSON = 1.7;
/** Part of a box's width or height by which an edge moves at most. */
const FURTHEST = 0.4;
/** Part of the way that the tracker's own boxes follow. */
const BELIEVED = 0.5;
/** Frames for which they do not: velocities are still unsure. */
const NEW = 4;
/** How sure it must be that somebody is under an umbrella. */
const SHELTERED = 0.4;

/**
 * Is given the tracker's slot of every box, the features of its right and of its left side, and which set of weights is
 * for it: scripts/fit-boxes.ts finds the weights from them.
 */
export type Study = (slot: number, right: Float64Array, left: Float64Array, set: number) => void;

export function createRefiner(ground: Ground, width: number, height: number, study?: Study): Refiner {
	const { row, scaleAt } = ground;
	/** Of both sides, right first. */
	const features = [new Float64Array(FEATURES), new Float64Array(FEATURES)];
	/** Of each cell, the share of foreground and then of other people. */
	const cells = new Float64Array(2 * ROWS * COLS);
	/** How far the right, left, top and bottom edges move. */
	const moves = new Float64Array(4);
	/** Pixels of a person's height at the foot. */
	const tall = new Float64Array(1);

	/** Fills the cells around the box of slot `t`, which detection `d` was matched to. */
	function look(t: number, d: number, tracker: Tracker, owner: Uint16Array, mask: Uint8Array): void {
		const s = tracker.state;
		const size = tall[0] / CELLS;
		const left = s.x[t] - (COLS / 2) * size;
		const above = s.y[t] + s.h[t] / 2 - ROWS_ABOVE * size;
		const area = size * size;
		const w = width;
		for (let n = 0; n < ROWS * COLS; n++) {
			const from = left + (n % COLS) * size;
			const top = above + ((n / COLS) | 0) * size;
			const right = Math.min(w, from + size);
			const bottom = Math.min(height, top + size);
			const first = Math.max(0, from) | 0;
			let own = 0;
			let others = 0;
			for (let v = Math.max(0, top) | 0; v < bottom; v++) {
				const down = (v + 1 < bottom ? v + 1 : bottom) - (v > top ? v : top);
				for (let u = first, at = v * w + first; u < right; u++, at++) {
					const whose = owner[at];
					const theirs = whose !== 0 && whose !== d + 1;
					if (!theirs && !mask[at]) continue;
					const part = ((u + 1 < right ? u + 1 : right) - (u > from ? u : from)) * down;
					if (theirs) others += part / area;
					else own += part / area;
				}
			}
			cells[2 * n] = own;
			cells[2 * n + 1] = others;
		}
	}

	/** Fills in what the cells show, seen from the right and, as in a mirror, from the left. */
	function describe(): void {
		const right = features[0];
		const left = features[1];
		let n = NUMBERS;
		for (let row = 0; row < ROWS; row++)
			for (let kind = 0; kind < 2; kind++, n++) {
				let sum = 0;
				for (let c = 1; c < COLS - 1; c++) sum += cells[2 * (row * COLS + c) + kind];
				right[n] = left[n] = sum;
			}
		for (let part = 0; part + 1 < PARTS.length; part++, n += 2 * COLS)
			for (let c = 0; c < COLS; c++)
				for (let kind = 0; kind < 2; kind++) {
					let sum = 0;
					for (let row = PARTS[part]; row < PARTS[part + 1]; row++) sum += cells[2 * (row * COLS + c) + kind];
					right[n + 2 * c + kind] = left[n + 2 * (COLS - 1 - c) + kind] = sum;
				}
	}

	return {
		refine(tracker, { detections, owner, umbrellas }, { mean }, mask, overcast) {
			const s = tracker.state;
			const { x, y, w, h } = tracker.tracks;
			for (let o = 0, i = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				const d = s.matched[t];
				if (!s.confirmed[t] || s.missed[t] || d < 0) continue;
				row[0] = y[i] + h[i];
				scaleAt();
				const k = row[0];
				const person = PERSON * k;
				tall[0] = person;
				look(t, d, tracker, owner, mask);
				const right = (detections.x[d] + detections.w[d] - x[i] - w[i]) / person;
				const left = (x[i] - detections.x[d]) / person;
				const across = s.vx[t] / k;
				for (let j = 0; j < 2; j++) {
					const f = features[j];
					f[0] = 1;
					f[1] = w[i] / person;
					f[2] = h[i] / person;
					f[3] = s.vy[t] / k;
					f[4] = across < 0 ? -across : across;
					f[5] = mean[t];
					f[6] = (detections.y[d] - y[i]) / person;
					f[7] = (detections.y[d] + detections.h[d] - y[i] - h[i]) / person;
					f[8] = overcast ? 1 : 0;
					f[9] = CELLS / person;
					f[10] = j ? -across : across;
					f[11] = j ? left : right;
					f[12] = j ? right : left;
				}
				describe();
				const set = umbrellas[t] > SHELTERED ? 1 : 0;
				study?.(t, features[0], features[1], set);
				let out = 0;
				let back = 0;
				let up = 0;
				let down = 0;
				for (let n = 0, to = set * FEATURES * EDGES; n < FEATURES; n++, to += EDGES) {
					const r = features[0][n];
					const l = features[1][n];
					out += WEIGHTS[to] * r;
					back += WEIGHTS[to] * l;
					up += (WEIGHTS[to + 1] * (r + l)) / 2;
					down += (WEIGHTS[to + 2] * (r + l)) / 2;
				}
				moves[0] = out;
				moves[1] = back;
				moves[2] = up;
				moves[3] = down;
				for (let e = 0; e < 4; e++) {
					const most = FURTHEST * (e < 2 ? w[i] : h[i]);
					moves[e] = Math.max(-most, Math.min(most, (moves[e] / 1000) * person));
				}
				if (s.hits[t] > NEW) {
					s.x[t] += (BELIEVED * (moves[0] - moves[1])) / 2;
					s.y[t] += (BELIEVED * (moves[2] + moves[3])) / 2;
					s.h[t] += BELIEVED * (moves[3] - moves[2]);
				}
				x[i] -= moves[1];
				y[i] += moves[2];
				w[i] += moves[0] + moves[1];
				h[i] += moves[3] - moves[2];
				i++;
			}
		}
	};
}
