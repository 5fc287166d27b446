import { COLOURS, type Detections } from '../types';
import { GROW, HINT } from './measures';
import type { TrackerOptions } from './options';
import type { Slots } from './state';

/** What `difference` found. Scratch. */
export const other = new Float64Array(1);

/**
 * Writes at `to` the cost of track `t` having gone to detection `d`: how little the grown boxes agree (Yang et al.,
 * C-BIoU, WACV 2023) and the heights (Yang et al., Hybrid-SORT, AAAI 2024), what colours and time add; Infinity where
 * they do not meet.
 */
export function pair(
	s: Slots,
	t: number,
	d: number,
	boxes: Detections,
	{ agePenalty, appearanceWeight }: TrackerOptions,
	cost: Float64Array,
	to: number
): void {
	cost[to] = Infinity;
	const tw = s.w[t];
	const th = s.h[t];
	const dw = boxes.w[d];
	const dh = boxes.h[d];
	if (dh > 2 * th || th > 2 * dh) return;
	const missed = s.missed[t] < 10 ? s.missed[t] : 10;
	const grow = GROW + 0.02 * missed;
	const tx = s.x[t] - tw / 2;
	const ty = s.y[t] - th / 2;
	const dx = boxes.x[d];
	const dy = boxes.y[d];
	const across = Math.min(tx + tw * (1 + grow), dx + dw * (1 + grow)) - Math.max(tx - tw * grow, dx - dw * grow);
	if (across <= 0) return;
	const down = Math.min(ty + th * (1 + grow), dy + dh * (1 + grow)) - Math.max(ty - th * grow, dy - dh * grow);
	const shared = Math.min(ty + th, dy + dh) - Math.max(ty, dy);
	if (shared <= 0) return;
	const grown = (1 + 2 * grow) * (1 + 2 * grow);
	const overlap = (across * down) / (grown * (tw * th + dw * dh) - across * down);
	const heights = shared / (th + dh - shared);
	const known = boxes.hint[d] === t ? HINT : 0;
	if (appearanceWeight > 0) difference(s, t, d, boxes.colour);
	const looks = appearanceWeight > 0 ? appearanceWeight * other[0] : 0;
	cost[to] = 1 - known - overlap * heights + agePenalty * missed + looks;
}

/**
 * Writes to `other` how the colours of track `t` differ from the `i`-th in `colours`: 0 for the same clothes or unseen
 * ones, 1 for quite others.
 */
export function difference(s: Slots, t: number, i: number, colours: Float32Array): void {
	let sum = 0;
	let seen = 0;
	for (let k = 0; k < COLOURS; k++) {
		const p = s.colour[t * COLOURS + k];
		const q = colours[i * COLOURS + k];
		if (p < 0 || q < 0) continue;
		sum += p > q ? p - q : q - p;
		seen++;
	}
	other[0] = seen ? Math.min(1, sum / (seen * 80)) : 0;
}
