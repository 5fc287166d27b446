import { difference, other } from './cost';
import { ALIKE, APART, BRIEF, GONE, UNLIKE, YOUNG } from './measures';
import type { Slots } from './state';

/** Whether two tracks' boxes share nearly half of what they cover. */
function meet(s: Slots, a: number, b: number): boolean {
	const across = Math.min((s.w[a] + s.w[b]) / 2 - Math.abs(s.x[a] - s.x[b]), s.w[a], s.w[b]);
	const down = Math.min((s.h[a] + s.h[b]) / 2 - Math.abs(s.y[a] - s.y[b]), s.h[a], s.h[b]);
	if (across <= 0 || down <= 0) return false;
	return across * down > 0.45 * (s.w[a] * s.h[a] + s.w[b] * s.h[b] - across * down);
}

/**
 * Two tracks in one place that are seen by turns, never together, are one person: after the second turn the older
 * stays, where the person was seen.
 */
export function joinTurns(s: Slots): void {
	for (let o = 0; o < s.living; o++) {
		const a = s.order[o];
		if (s.missed[a] || !s.back[a]) continue;
		for (let p = 0; p < s.living; p++) {
			const b = s.order[p];
			if (s.missed[b] !== 1 || !meet(s, a, b)) continue;
			s.turns[a]++;
			s.turns[b]++;
			if (s.turns[a] < 2 || s.turns[b] < 2) continue;
			if (s.id[a] < s.id[b]) s.missed[b] = GONE;
			else become(s, b, a);
			break;
		}
	}
}

/** Track `a` is where and what `t` is now, and `t` is forgotten. */
function become(s: Slots, a: number, t: number): void {
	s.x[a] = s.x[t];
	s.y[a] = s.y[t];
	s.w[a] = s.w[t];
	s.h[a] = s.h[t];
	s.vx[a] = s.vx[t];
	s.vy[a] = s.vy[t];
	s.lastX[a] = s.lastX[t];
	s.lastY[a] = s.lastY[t];
	s.matched[a] = s.matched[t];
	s.missed[a] = 0;
	s.hits[a]++;
	s.missed[t] = GONE;
}

/**
 * Who was lost and may by now have got to where young track `t` is, of its height and in its clothes: their slot, or
 * -1. How far they may be from where they are expected grows with the time that they are lost.
 */
function lost(s: Slots, t: number): number {
	const h = s.h[t];
	let best = UNLIKE;
	let who = -1;
	for (let p = 0; p < s.living; p++) {
		const a = s.order[p];
		const gap = s.missed[a];
		// Lost while this one was seen, but for a frame.
		if (!s.confirmed[a] || !gap || gap >= GONE || gap + 1 < s.hits[t] || s.id[a] > s.id[t]) continue;
		// What does not move may be a thing that somebody left.
		if (gap > BRIEF && !s.confirmed[t]) continue;
		if (s.h[a] > ALIKE * h || h > ALIKE * s.h[a]) continue;
		const lost = gap < 40 ? gap : 40;
		const dx = (s.x[a] - s.x[t]) / (h * (0.25 + 0.03 * lost));
		// A body half seen has its head or its feet in place.
		const head = s.y[a] - s.y[t] - (s.h[a] - h) / 2;
		const foot = s.y[a] - s.y[t] + (s.h[a] - h) / 2;
		const dy = (head * head < foot * foot ? head : foot) / (h * (0.35 + 0.01 * lost));
		const far = dx * dx + dy * dy;
		if (far > 1) continue;
		difference(s, a, t, s.colour);
		if (APART * far + other[0] < best) {
			best = APART * far + other[0];
			who = a;
		}
	}
	return who;
}

/** A young track that may be somebody lost is that somebody again. */
export function resume(s: Slots): void {
	for (let o = 0; o < s.living; o++) {
		const t = s.order[o];
		if (s.missed[t] || s.hits[t] >= YOUNG) continue;
		const who = lost(s, t);
		if (who < 0) continue;
		const gap = s.missed[who] + 1;
		if (gap > 2) {
			s.vx[t] = (s.x[t] - s.lastX[who]) / gap;
			s.vy[t] = 0;
		} else {
			s.vx[t] = s.vx[who];
			s.vy[t] = s.vy[who];
		}
		become(s, who, t);
	}
}
