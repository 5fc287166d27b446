import { createAssigner } from '../assign';
import type { Detections } from '../types';
import { pair } from './cost';
import { GONE, MATCH_THRESH, MATCH_THRESH_LOW, RECENT } from './measures';
import type { TrackerOptions } from './options';
import type { Slots } from './state';

/**
 * Gives each track its detection of a frame, in `matched`, and marks those given in `taken`: everybody against sure
 * boxes, then those just seen against unsure ones (Zhang et al., ByteTrack, ECCV 2022).
 */
export function createAssociation(
	s: Slots,
	options: TrackerOptions
): { readonly taken: Uint8Array; associate(boxes: Detections): void } {
	const { most, detections, highThresh } = options;
	const assigner = createAssigner(Math.max(most, detections));
	const cost = new Float64Array(most * detections);
	const rows = new Int32Array(most);
	const cols = new Int32Array(detections);
	const taken = new Uint8Array(detections);

	function match(n: number, m: number, boxes: Detections, limit: number): void {
		if (!n || !m) return;
		for (let r = 0; r < n; r++) for (let c = 0; c < m; c++) pair(s, rows[r], cols[c], boxes, options, cost, r * m + c);
		const found = assigner.solve(n, m, cost, limit);
		for (let r = 0; r < n; r++) {
			if (found[r] < 0) continue;
			s.matched[rows[r]] = cols[found[r]];
			taken[cols[found[r]]] = 1;
		}
	}

	return {
		taken,
		associate(boxes) {
			taken.fill(0, 0, boxes.count);
			for (let o = 0; o < s.living; o++) s.matched[s.order[o]] = -1;
			for (let stage = 0; stage < 2; stage++) {
				let n = 0;
				let m = 0;
				for (let o = 0; o < s.living; o++) {
					const t = s.order[o];
					if (s.missed[t] < GONE && (stage === 0 || (s.matched[t] < 0 && s.confirmed[t] && s.missed[t] < RECENT)))
						rows[n++] = t;
				}
				for (let d = 0; d < boxes.count; d++) if (boxes.score[d] >= highThresh === (stage === 0)) cols[m++] = d;
				match(n, m, boxes, stage === 0 ? MATCH_THRESH : MATCH_THRESH_LOW);
			}
		}
	};
}
