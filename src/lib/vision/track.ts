import { createAssigner } from './assign';
import { BANDS, createTracks, type Detections, type Tracks } from './types';

export interface TrackerOptions {
	/** Most people followed at once. */
	most: number;
	/** Most detections in a frame. */
	detections: number;
	fps: number;
	/** Detections at least this sure start tracks and are matched first. */
	sure: number;
	/** Frames in a row before somebody is believed. */
	confirm: number;
	/** Seconds somebody unseen is remembered. */
	memory: number;
	/** What each frame unseen adds to the cost of being matched; costs run from 0 to 1. */
	forget: number;
	/** Heights somebody must have gone from where they were first seen before they are believed. */
	stride: number;
	/** What quite other clothes add to the cost. */
	clothes: number;
}

/** Settings for boxes that come from elsewhere, with scores and without colours. */
export const BOXES_ALONE = { sure: 0.77, confirm: 2, memory: 0.5, forget: 0.1, stride: 0, clothes: 0 };

/** Follows boxes from frame to frame: predict, associate, update, spawn, retire (Bewley et al., ICIP 2016). */
export interface Tracker {
	/** Who was seen in the last frame. */
	readonly tracks: Tracks;
	/** Slots of living tracks, oldest first; `living` of them. */
	readonly order: Int32Array;
	readonly living: number;
	readonly state: TrackState;
	/** Moves every track to where it should be in the next frame. */
	predict(): void;
	/** Gives the frame's detections to the tracks; call after `predict`. */
	update(detections: Detections): void;
}

/** One slot for each living track; lengths in pixels, rates per frame. */
export interface TrackState {
	readonly id: Int32Array;
	/** Centre of the box. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly w: Float64Array;
	readonly h: Float64Array;
	readonly vx: Float64Array;
	readonly vy: Float64Array;
	readonly vh: Float64Array;
	/** Frames seen in all, and since last seen. */
	readonly hits: Int32Array;
	readonly missed: Int32Array;
	/** Frames since last further than half a height from where they then were. */
	readonly still: Int32Array;
	/** 1 once believed. */
	readonly confirmed: Uint8Array;
	/** Detection of this frame, or -1. */
	readonly matched: Int32Array;
	/** Mean colours of the body, as in Detections. */
	readonly colour: Float32Array;
}

// Standard deviations in heights of the person: a measured position, and how position and velocity drift in a frame.
const MEASURED = 0.035;
const DRIFT = 0.05;
const DRIFT_RATE = 0.008;
/** Weight of the last frame in a track's usual velocity. */
const PACE = 0.08;
/** Part of their size by which boxes are grown before they are compared, so that fast small ones still meet. */
const GROW = 0.2;
/** Highest cost of a match with a sure box and with an unsure one. */
const LIMIT = 0.85;
const LIMIT_UNSURE = 0.35;
/** What it takes off the cost that a box was found by looking for the track. */
const HINT = 0.4;
/** Frames unseen that nobody survives: set on a track to have it forgotten. */
const GONE = 1 << 20;
/** Who has been unseen longer takes no unsure box. */
const RECENT = 3;
/** A track seen in fewer frames may be somebody lost before, whose height it has but for this factor. */
const YOUNG = 11;
const ALIKE = 1.6;
/** Frames for which somebody is lost but briefly. */
const BRIEF = 3;
/** Most that clothes and distance may differ, both from 0 to 1, and what distance counts for. */
const UNLIKE = 0.4;
const APART = 0.3;

/** All arrays are made here; a step allocates nothing. Beyond `most`, newcomers are not followed. */
export function createTracker(options: TrackerOptions): Tracker {
	const { most, detections: capacity, fps, sure, confirm, memory, forget, stride, clothes } = options;
	const tracks = createTracks(most);
	const f64 = () => new Float64Array(most);
	const s: TrackState = {
		id: new Int32Array(most),
		x: f64(),
		y: f64(),
		w: f64(),
		h: f64(),
		vx: f64(),
		vy: f64(),
		vh: f64(),
		hits: new Int32Array(most),
		missed: new Int32Array(most),
		still: new Int32Array(most),
		confirmed: new Uint8Array(most),
		matched: new Int32Array(most).fill(-1),
		colour: new Float32Array(most * BANDS * 3)
	};
	// Covariance of position and velocity over the squared height, the same across and down.
	const p00 = f64();
	const p01 = f64();
	const p11 = f64();
	/** Mean velocity across of the last second or so. */
	const usual = f64();
	const lastX = f64();
	const lastY = f64();
	/** Whether a track was seen again this frame after a short gap, and how often it took turns with another. */
	const back = new Uint8Array(most);
	const turns = new Uint8Array(most);
	const anchorX = f64();
	const anchorY = f64();
	const firstX = f64();
	const firstY = f64();
	const order = new Int32Array(most);
	const free = new Int32Array(most);
	for (let i = 0; i < most; i++) free[i] = most - 1 - i;
	let freed = most;
	let living = 0;
	let nextId = 1;
	const assigner = createAssigner(Math.max(most, capacity));
	const cost = new Float64Array(most * capacity);
	const rows = new Int32Array(most);
	const cols = new Int32Array(capacity);
	const taken = new Uint8Array(capacity);
	/** What `difference` found: numbers handed over in an array are not allocated. */
	const other = new Float64Array(1);
	const looks = clothes > 0;
	const keep = Math.max(1, Math.round(memory * fps));

	/** Writes at `to` the cost of a track having gone to a detection: how little the grown boxes and the heights agree. */
	function pair(t: number, d: number, boxes: Detections, to: number): void {
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
		if (clothes > 0) difference(t * BANDS * 3, d * BANDS * 3, boxes.colour);
		cost[to] = 1 - known - overlap * heights + forget * missed + (clothes > 0 ? clothes * other[0] : 0);
	}

	/** Writes to `other` how the colours of a track from `a` on differ from those from `b` on: 0 for the same clothes or unseen ones, 1 for quite others. */
	function difference(a: number, b: number, colours: Float32Array): void {
		let sum = 0;
		let seen = 0;
		for (let k = 0; k < BANDS * 3; k++) {
			const p = s.colour[a + k];
			const q = colours[b + k];
			if (p < 0 || q < 0) continue;
			sum += p > q ? p - q : q - p;
			seen++;
		}
		other[0] = seen ? Math.min(1, sum / (seen * 80)) : 0;
	}

	function associate(n: number, m: number, boxes: Detections, limit: number): void {
		if (!n || !m) return;
		for (let r = 0; r < n; r++) for (let c = 0; c < m; c++) pair(rows[r], cols[c], boxes, r * m + c);
		const found = assigner.solve(n, m, cost, limit);
		for (let r = 0; r < n; r++) {
			if (found[r] < 0) continue;
			s.matched[rows[r]] = cols[found[r]];
			taken[cols[found[r]]] = 1;
		}
	}

	function correct(t: number, d: number, boxes: Detections): void {
		const x = boxes.x[d] + boxes.w[d] / 2;
		const y = boxes.y[d] + boxes.h[d] / 2;
		const gap = s.missed[t] + 1;
		const spread = p00[t] + MEASURED * MEASURED;
		const k0 = p00[t] / spread;
		const k1 = p01[t] / spread;
		const rx = x - s.x[t];
		const ry = y - s.y[t];
		s.x[t] += k0 * rx;
		s.y[t] += k0 * ry;
		if (gap > 2) {
			// Seen again: the velocity of the way really gone, not of the guess (Cao et al., OC-SORT, CVPR 2023).
			s.vx[t] = (x - lastX[t]) / gap;
			s.vy[t] = (y - lastY[t]) / gap;
		} else {
			s.vx[t] += k1 * rx;
			s.vy[t] += k1 * ry;
		}
		const change = s.vx[t] - usual[t];
		if (s.hits[t] * PACE < 1) usual[t] += change / (s.hits[t] + 1);
		else usual[t] += PACE * change;
		p11[t] -= k1 * p01[t];
		p01[t] *= 1 - k0;
		p00[t] *= 1 - k0;
		const rh = boxes.h[d] - s.h[t];
		s.h[t] += 0.5 * rh;
		s.vh[t] += 0.05 * rh;
		s.w[t] += 0.5 * (boxes.w[d] - s.w[t]);
		lastX[t] = x;
		lastY[t] = y;
		const a = t * BANDS * 3;
		const b = d * BANDS * 3;
		for (let k = 0; k < BANDS * 3; k++) {
			const seen = boxes.colour[b + k];
			if (seen >= 0) s.colour[a + k] = s.colour[a + k] < 0 ? seen : s.colour[a + k] + 0.1 * (seen - s.colour[a + k]);
		}
		const ax = x - anchorX[t];
		const ay = y - anchorY[t];
		s.still[t] += gap;
		if (4 * (ax * ax + ay * ay) > s.h[t] * s.h[t]) {
			s.still[t] = 0;
			anchorX[t] = x;
			anchorY[t] = y;
		}
		s.hits[t]++;
		back[t] = gap > 1 && gap < 5 ? 1 : 0;
		s.missed[t] = 0;
		if (!s.confirmed[t] && s.hits[t] >= confirm) {
			const gx = x - firstX[t];
			const gy = y - firstY[t];
			const far = stride * s.h[t];
			if (gx * gx + gy * gy >= far * far) s.confirmed[t] = 1;
		}
	}

	/** Whether two tracks' boxes share nearly half of what they cover. */
	function meet(a: number, b: number): boolean {
		const dx = s.x[a] > s.x[b] ? s.x[a] - s.x[b] : s.x[b] - s.x[a];
		const dy = s.y[a] > s.y[b] ? s.y[a] - s.y[b] : s.y[b] - s.y[a];
		let across = (s.w[a] + s.w[b]) / 2 - dx;
		let down = (s.h[a] + s.h[b]) / 2 - dy;
		if (across <= 0 || down <= 0) return false;
		if (across > s.w[a]) across = s.w[a];
		if (across > s.w[b]) across = s.w[b];
		if (down > s.h[a]) down = s.h[a];
		if (down > s.h[b]) down = s.h[b];
		return across * down > 0.45 * (s.w[a] * s.h[a] + s.w[b] * s.h[b] - across * down);
	}

	/**
	 * Two tracks in one place that are seen by turns, never together, are one person: after the second turn the older
	 * stays, where the person was seen.
	 */
	function joinTurns(): void {
		for (let o = 0; o < living; o++) {
			const a = order[o];
			if (s.missed[a] || !back[a]) continue;
			for (let p = 0; p < living; p++) {
				const b = order[p];
				if (s.missed[b] !== 1 || !meet(a, b)) continue;
				turns[a]++;
				turns[b]++;
				if (turns[a] < 2 || turns[b] < 2) continue;
				if (s.id[a] < s.id[b]) {
					s.missed[b] = GONE;
					break;
				}
				become(b, a);
				break;
			}
		}
	}

	/** Track `a` is where and what `t` is now, and `t` is forgotten. */
	function become(a: number, t: number): void {
		s.x[a] = s.x[t];
		s.y[a] = s.y[t];
		s.w[a] = s.w[t];
		s.h[a] = s.h[t];
		s.vx[a] = s.vx[t];
		s.vy[a] = s.vy[t];
		lastX[a] = lastX[t];
		lastY[a] = lastY[t];
		s.matched[a] = s.matched[t];
		s.missed[a] = 0;
		s.hits[a]++;
		s.missed[t] = GONE;
	}

	/**
	 * A young track where somebody lost may have got to by now, of their height and in their clothes, is that somebody
	 * again. How far they may be from where they are expected grows with the time that they are lost.
	 */
	function resume(): void {
		for (let o = 0; o < living; o++) {
			const t = order[o];
			if (s.missed[t] || s.hits[t] >= YOUNG) continue;
			const h = s.h[t];
			let best = UNLIKE;
			let who = -1;
			for (let p = 0; p < living; p++) {
				const a = order[p];
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
				difference(a * BANDS * 3, t * BANDS * 3, s.colour);
				if (APART * far + other[0] < best) {
					best = APART * far + other[0];
					who = a;
				}
			}
			if (who < 0) continue;
			const gap = s.missed[who] + 1;
			if (gap > 2) {
				s.vx[t] = (s.x[t] - lastX[who]) / gap;
				s.vy[t] = 0;
			} else {
				s.vx[t] = s.vx[who];
				s.vy[t] = s.vy[who];
			}
			become(who, t);
		}
	}

	function spawn(d: number, boxes: Detections): void {
		if (!freed) return;
		const t = free[--freed];
		order[living++] = t;
		s.id[t] = nextId++;
		s.still[t] = 0;
		firstX[t] = anchorX[t] = lastX[t] = s.x[t] = boxes.x[d] + boxes.w[d] / 2;
		firstY[t] = anchorY[t] = lastY[t] = s.y[t] = boxes.y[d] + boxes.h[d] / 2;
		s.w[t] = boxes.w[d];
		s.h[t] = boxes.h[d];
		s.vx[t] = s.vy[t] = s.vh[t] = usual[t] = 0;
		p00[t] = 0.01;
		p01[t] = 0;
		p11[t] = 0.004;
		s.hits[t] = 1;
		back[t] = turns[t] = 0;
		s.missed[t] = 0;
		s.confirmed[t] = confirm <= 1 ? 1 : 0;
		s.matched[t] = d;
		for (let k = 0; k < BANDS * 3; k++) s.colour[t * BANDS * 3 + k] = boxes.colour[d * BANDS * 3 + k];
	}

	return {
		tracks,
		order,
		get living() {
			return living;
		},
		state: s,
		predict() {
			for (let o = 0; o < living; o++) {
				const t = order[o];
				// Going behind something, what is seen of somebody gets smaller and seems to slow down.
				if (looks && s.missed[t] === 1) s.vx[t] = usual[t];
				s.x[t] += s.vx[t];
				if (s.missed[t] === 0) {
					s.y[t] += s.vy[t];
					s.h[t] = Math.max(1, s.h[t] + s.vh[t]);
				} else if (s.missed[t] === 1) {
					// People cross a picture; what was measured of them going up, down or nearer is mostly noise.
					s.y[t] = lastY[t];
					s.vy[t] = s.vh[t] = 0;
				}
				p00[t] += 2 * p01[t] + p11[t] + DRIFT * DRIFT;
				p01[t] += p11[t];
				p11[t] += DRIFT_RATE * DRIFT_RATE;
			}
		},
		update(boxes) {
			taken.fill(0, 0, boxes.count);
			for (let o = 0; o < living; o++) s.matched[order[o]] = -1;
			// Everybody against sure boxes, then those just seen against unsure ones (Zhang et al., ByteTrack, ECCV 2022).
			for (let stage = 0; stage < 2; stage++) {
				let n = 0;
				let m = 0;
				for (let o = 0; o < living; o++) {
					const t = order[o];
					if (s.missed[t] < GONE && (stage === 0 || (s.matched[t] < 0 && s.confirmed[t] && s.missed[t] < RECENT)))
						rows[n++] = t;
				}
				for (let d = 0; d < boxes.count; d++) if (boxes.score[d] >= sure === (stage === 0)) cols[m++] = d;
				associate(n, m, boxes, stage === 0 ? LIMIT : LIMIT_UNSURE);
			}
			for (let o = 0; o < living; o++) {
				const t = order[o];
				if (s.matched[t] >= 0) correct(t, s.matched[t], boxes);
				else s.missed[t]++;
			}
			for (let d = 0; d < boxes.count; d++) if (!taken[d] && boxes.score[d] >= sure) spawn(d, boxes);
			if (looks) {
				joinTurns();
				resume();
			}
			let kept = 0;
			for (let o = 0; o < living; o++) {
				const t = order[o];
				if (s.missed[t] > (s.confirmed[t] ? keep : 1)) free[freed++] = t;
				else order[kept++] = t;
			}
			living = kept;
			tracks.count = 0;
			for (let o = 0; o < living; o++) {
				const t = order[o];
				if (!s.confirmed[t] || s.missed[t]) continue;
				const i = tracks.count++;
				tracks.id[i] = s.id[t];
				tracks.x[i] = s.x[t] - s.w[t] / 2;
				tracks.y[i] = s.y[t] - s.h[t] / 2;
				tracks.w[i] = s.w[t];
				tracks.h[i] = s.h[t];
				for (let k = 0; k < BANDS * 3; k++) tracks.colour[i * BANDS * 3 + k] = s.colour[t * BANDS * 3 + k];
			}
		}
	};
}
