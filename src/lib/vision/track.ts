import { createAssigner } from './assign';
import { BANDS, createTracks, type Detections, type Tracks } from './types';

export interface TrackerOptions {
	/** Most people followed at once. */
	most: number;
	/** Most detections in a frame. */
	detections: number;
	fps: number;
	/** Detections at least this sure start tracks and are matched first. */
	sure?: number;
	/** Frames in a row before somebody is believed. */
	confirm?: number;
	/** Seconds somebody unseen is remembered. */
	memory?: number;
}

/** Follows boxes from frame to frame: predict, associate, update, spawn, retire (Bewley et al., ICIP 2016). */
export interface Tracker {
	/** Who was seen in the last frame. */
	readonly tracks: Tracks;
	/** Slots of living tracks, oldest first, with `living` of them: for whoever guides detection by prediction. */
	readonly order: Int32Array;
	readonly living: number;
	readonly state: TrackState;
	/** Moves every track to where it should be in the next frame. */
	predict(): void;
	/** Gives the frame's detections to the tracks; call after `predict`. */
	update(detections: Detections): void;
}

/** One slot per living track; lengths in pixels, rates per frame. */
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
	readonly confirmed: Uint8Array;
	/** Detection of this frame, or -1. */
	readonly matched: Int32Array;
	readonly colour: Float32Array;
}

const POSITION_NOISE = 0.05;
const VELOCITY_NOISE = 1 / 160;
const BUFFER = 0.3;

export function createTracker(options: TrackerOptions): Tracker {
	const { most, detections: capacity, fps, sure = 0.5, confirm = 3, memory = 1 } = options;
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
		confirmed: new Uint8Array(most),
		matched: new Int32Array(most).fill(-1),
		colour: new Float32Array(most * BANDS * 3)
	};
	// Covariance of position and velocity over the squared height, the same across and down.
	const p00 = f64();
	const p01 = f64();
	const p11 = f64();
	const lastX = f64();
	const lastY = f64();
	const order = new Int32Array(most);
	const free = new Int32Array(most);
	for (let i = 0; i < most; i++) free[i] = most - 1 - i;
	let living = 0;
	let freed = most;
	let nextId = 1;
	const assigner = createAssigner(Math.max(most, capacity));
	const cost = new Float64Array(most * capacity);
	const rows = new Int32Array(most);
	const cols = new Int32Array(capacity);
	const taken = new Int32Array(capacity);
	const keep = Math.max(1, Math.round(memory * fps));

	function pair(t: number, d: number, boxes: Detections): number {
		const tw = s.w[t];
		const th = s.h[t];
		const dw = boxes.w[d];
		const dh = boxes.h[d];
		const ratio = dh / th;
		if (ratio > 2 || ratio < 0.5) return Infinity;
		// Overlap of the boxes grown by a part of their size, more for those unseen for longer.
		const grow = BUFFER + 0.05 * Math.min(10, s.missed[t]);
		const left = Math.max(s.x[t] - tw * (0.5 + grow), boxes.x[d] - dw * grow);
		const right = Math.min(s.x[t] + tw * (0.5 + grow), boxes.x[d] + dw * (1 + grow));
		if (right <= left) return Infinity;
		const top = Math.max(s.y[t] - th * (0.5 + grow), boxes.y[d] - dh * grow);
		const bottom = Math.min(s.y[t] + th * (0.5 + grow), boxes.y[d] + dh * (1 + grow));
		if (bottom <= top) return Infinity;
		const both = (right - left) * (bottom - top);
		const g = (1 + 2 * grow) * (1 + 2 * grow);
		const overlap = both / (g * (tw * th + dw * dh) - both);
		return 1 - overlap + 0.5 * colourDistance(t, d, boxes);
	}

	/** 0 same clothes, 1 as different as can be; 0 where one of the two has no colour. */
	function colourDistance(t: number, d: number, boxes: Detections): number {
		let sum = 0;
		let seen = 0;
		for (let k = 0; k < BANDS * 3; k++) {
			const a = s.colour[t * BANDS * 3 + k];
			const b = boxes.colour[d * BANDS * 3 + k];
			if (a < 0 || b < 0) continue;
			sum += Math.abs(a - b);
			seen++;
		}
		return seen ? Math.min(1, sum / seen / 80) : 0;
	}

	function associate(n: number, m: number, boxes: Detections, limit: number): void {
		if (!n || !m) return;
		for (let r = 0; r < n; r++) for (let c = 0; c < m; c++) cost[r * m + c] = pair(rows[r], cols[c], boxes);
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
		const noise = POSITION_NOISE * POSITION_NOISE;
		const k0 = p00[t] / (p00[t] + noise);
		const k1 = p01[t] / (p00[t] + noise);
		const rx = x - s.x[t];
		const ry = y - s.y[t];
		s.x[t] += k0 * rx;
		s.y[t] += k0 * ry;
		if (gap > 2) {
			// Seen again: the velocity of the way really gone, not of the guess.
			s.vx[t] = (x - lastX[t]) / gap;
			s.vy[t] = (y - lastY[t]) / gap;
		} else {
			s.vx[t] += k1 * rx;
			s.vy[t] += k1 * ry;
		}
		p11[t] -= k1 * p01[t];
		p01[t] *= 1 - k0;
		p00[t] *= 1 - k0;
		const rh = boxes.h[d] - s.h[t];
		s.h[t] += 0.3 * rh;
		s.vh[t] += 0.05 * rh;
		s.w[t] += 0.3 * (boxes.w[d] - s.w[t]);
		lastX[t] = x;
		lastY[t] = y;
		for (let k = 0; k < BANDS * 3; k++) {
			const seen = boxes.colour[d * BANDS * 3 + k];
			const at = t * BANDS * 3 + k;
			if (seen >= 0) s.colour[at] = s.colour[at] < 0 ? seen : s.colour[at] + 0.1 * (seen - s.colour[at]);
		}
		s.hits[t]++;
		s.missed[t] = 0;
		if (s.hits[t] >= confirm) s.confirmed[t] = 1;
	}

	function spawn(d: number, boxes: Detections): void {
		if (living === most) return;
		const t = free[--freed];
		order[living++] = t;
		s.id[t] = nextId++;
		lastX[t] = s.x[t] = boxes.x[d] + boxes.w[d] / 2;
		lastY[t] = s.y[t] = boxes.y[d] + boxes.h[d] / 2;
		s.w[t] = boxes.w[d];
		s.h[t] = boxes.h[d];
		s.vx[t] = s.vy[t] = s.vh[t] = 0;
		p00[t] = 4 * POSITION_NOISE * POSITION_NOISE;
		p01[t] = 0;
		p11[t] = 100 * VELOCITY_NOISE * VELOCITY_NOISE;
		s.hits[t] = 1;
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
				s.x[t] += s.vx[t];
				s.y[t] += s.vy[t];
				if (s.missed[t] === 0) s.h[t] = Math.max(1, s.h[t] + s.vh[t]);
				p00[t] += 2 * p01[t] + p11[t] + POSITION_NOISE * POSITION_NOISE;
				p01[t] += p11[t];
				p11[t] += VELOCITY_NOISE * VELOCITY_NOISE;
			}
		},
		update(boxes: Detections) {
			taken.fill(0, 0, boxes.count);
			for (let o = 0; o < living; o++) s.matched[order[o]] = -1;
			// Those who are believed against sure boxes, the rest of them against unsure ones, then newcomers.
			for (let stage = 0; stage < 3; stage++) {
				let n = 0;
				let m = 0;
				for (let o = 0; o < living; o++) {
					const t = order[o];
					if (s.matched[t] >= 0) continue;
					if (stage === 0 ? s.confirmed[t] : stage === 1 ? s.confirmed[t] && s.missed[t] < 3 : !s.confirmed[t])
						rows[n++] = t;
				}
				for (let d = 0; d < boxes.count; d++) if (!taken[d] && boxes.score[d] >= sure === (stage !== 1)) cols[m++] = d;
				associate(n, m, boxes, stage === 0 ? 0.95 : 0.8);
			}
			tracks.count = 0;
			let kept = 0;
			for (let o = 0; o < living; o++) {
				const t = order[o];
				if (s.matched[t] >= 0) correct(t, s.matched[t], boxes);
				else s.missed[t]++;
				const lost = s.missed[t] > (s.confirmed[t] ? keep : 1);
				if (lost) free[freed++] = t;
				else order[kept++] = t;
			}
			living = kept;
			for (let d = 0; d < boxes.count; d++) if (!taken[d] && boxes.score[d] >= sure) spawn(d, boxes);
			for (let o = 0; o < living; o++) {
				const t = order[o];
				if (!s.confirmed[t] || s.missed[t]) continue;
				const i = tracks.count++;
				tracks.id[i] = s.id[t];
				tracks.x[i] = s.x[t] - s.w[t] / 2;
				tracks.y[i] = s.y[t] - s.h[t] / 2;
				tracks.w[i] = s.w[t];
				tracks.h[i] = s.h[t];
			}
		}
	};
}
