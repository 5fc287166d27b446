import type { Tracker } from '../../track';
import { PERSON_HEIGHT } from '../../types';
import { CELLS, createCells, EDGES, FEATURES } from './cells';
import { BELIEVED, FURTHEST, NEW, UNDER } from './measures';
import type { Scan } from './scan';
import { WEIGHTS } from './weights';

/**
 * Bounding-box regression (Girshick et al., CVPR 2014, appendix C): moves the edges of the boxes that the tracker
 * reports by a linear function of what is in and around them. The tracker's own boxes follow half the way, so that it
 * looks for people where they are.
 */
export interface Refiner {
	/**
	 * Call after the tracker and the gait have their detections, before boxes are cut at the picture's edge.
	 * @param mean each slot's usual width over height (gait.ts)
	 */
	refine(tracker: Tracker, mean: Float64Array): void;
}

/**
 * Is given the tracker's slot of every box, the features of its right and of its left side, and which set of weights is
 * for it: scripts/fit-boxes.ts finds the weights from them.
 */
export type Study = (slot: number, right: Float64Array, left: Float64Array, set: number) => void;

export function createRefiner(scan: Scan, study?: Study): Refiner {
	const { detections, umbrellas } = scan;
	const { row, scaleAt } = scan.ground;
	const { tall, look, describe, features } = createCells(scan);
	/** How far the right, left, top and bottom edges move. */
	const moves = new Float64Array(4);

	/** The features that are not of cells, of slot `t`, reported as box `i` and matched to detection `d`. */
	function number(t: number, i: number, d: number, tracker: Tracker, mean: Float64Array): void {
		const s = tracker.state;
		const { x, y, w, h } = tracker.tracks;
		const k = row[0];
		const person = tall[0];
		const right = (detections.x[d] + detections.w[d] - x[i] - w[i]) / person;
		const left = (x[i] - detections.x[d]) / person;
		const across = s.vx[t] / k;
		for (let j = 0; j < 2; j++) {
			const f = features[j];
			f[0] = 1;
			f[1] = w[i] / person;
			f[2] = h[i] / person;
			f[3] = s.vy[t] / k;
			f[4] = Math.abs(across);
			f[5] = mean[t];
			f[6] = (detections.y[d] - y[i]) / person;
			f[7] = (detections.y[d] + detections.h[d] - y[i] - h[i]) / person;
			f[8] = scan.overcast ? 1 : 0;
			f[9] = CELLS / person;
			f[10] = j ? -across : across;
			f[11] = j ? left : right;
			f[12] = j ? right : left;
		}
	}

	/** Moves by which weights of set `set` answer the features: persons' heights times 1000. */
	function regress(set: number): void {
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
	}

	return {
		refine(tracker, mean) {
			const s = tracker.state;
			const { x, y, w, h } = tracker.tracks;
			for (let o = 0, i = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				const d = s.matched[t];
				if (!s.confirmed[t] || s.missed[t] || d < 0) continue;
				row[0] = y[i] + h[i];
				scaleAt();
				const person = PERSON_HEIGHT * row[0];
				tall[0] = person;
				look(t, d, s);
				number(t, i, d, tracker, mean);
				describe();
				const set = umbrellas[t] > UNDER ? 1 : 0;
				study?.(t, features[0], features[1], set);
				regress(set);
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
