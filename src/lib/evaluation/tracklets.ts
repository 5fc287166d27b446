import { createAssigner } from '../vision/assign';
import type { Tracker } from '../vision/track';
import type { Detections } from '../vision/types';
import type { Sequence } from './metrics';

/** One box of somebody followed. */
export interface Sight {
	/** From 0. */
	frame: number;
	/** x, y, w, h: as it is reported at that frame, or would be if it were believed. */
	box: number[];
	/** The detection it was given; missing in a gap that was filled. */
	seen?: number[];
	/** Score of that detection. */
	score: number;
	/** Whether its neighbours in time speak for it. */
	believed: boolean;
}

/** Somebody followed, from the first box to the last. */
export interface Tracklet {
	id: number;
	/** Frame at which the tracker believed in them; -1 if it never did. */
	confirmed: number;
	sights: Sight[];
}

/** Everybody a tracker follows, frame after frame, in order of their first boxes. */
export interface Followed {
	readonly tracklets: Tracklet[];
	/** Reads who was seen in a frame, once their boxes are reported; `boxes` are the detections the tracker was given. */
	read(frame: number, tracker: Tracker, boxes: Detections): void;
}

export function createFollowed(): Followed {
	const known = new Map<number, Tracklet>();
	const tracklets: Tracklet[] = [];
	return {
		tracklets,
		read(frame, tracker, boxes) {
			const s = tracker.state;
			const { x, y, w, h } = tracker.tracks;
			for (let o = 0, reported = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				if (s.missed[t]) continue;
				let tracklet = known.get(s.id[t]);
				if (!tracklet) {
					known.set(s.id[t], (tracklet = { id: s.id[t], confirmed: -1, sights: [] }));
					tracklets.push(tracklet);
				}
				if (s.confirmed[t] && tracklet.confirmed < 0) tracklet.confirmed = frame;
				const r = s.confirmed[t] ? reported++ : -1;
				const i = s.matched[t];
				tracklet.sights.push({
					frame,
					box: r < 0 ? [s.x[t] - s.w[t] / 2, s.y[t] - s.h[t] / 2, s.w[t], s.h[t]] : [x[r], y[r], w[r], h[r]],
					seen: [boxes.x[i], boxes.y[i], boxes.w[i], boxes.h[i]],
					score: boxes.score[i],
					believed: false
				});
			}
		}
	};
}

/** How much is made of knowing what comes next. What is said of a frame never rests on more than a second after it. */
export interface Hindsight {
	/** Mean score over the second around a box from which it is believed. */
	belief: number;
	/** Part of the frames of the second from a first box on in which a person is seen. */
	least: number;
	/** Whether it is what was reported that is smoothed, or the detections. */
	reported: boolean;
	/** Seconds on either side over which columns and widths are smoothed, and rows and heights. */
	across: number;
	upright: number;
	/** Longest gap in seconds over which two tracklets are joined. */
	join: number;
	/** Longest time in seconds between two boxes of a tracklet that is filled. */
	fill: number;
}

/** For boxes that come from elsewhere, with scores, and for the pipeline's own, which open and close with the steps. */
export const BOXES_LATE: Hindsight = {
	belief: 0.9,
	least: 0.15,
	reported: false,
	across: 0.35,
	upright: 0.35,
	join: 0.45,
	fill: 0.65
};
export const PIXELS_LATE: Hindsight = {
	belief: 0,
	least: 0.75,
	reported: true,
	across: 0.1,
	upright: 0.6,
	join: 0,
	fill: 0.35
};

/** Seconds that anything said late may rest on. */
const AHEAD = 1;
/** Seconds of two tracklets that say how they move, and whether they are one. */
const MOTION = 0.5;
/** Standard deviations of where a join is expected, in heights: at once, and per second of gap. The same of log height. */
const NEAR = 0.15;
const NEAR_RATE = 0.6;
const SIZE = 0.12;
const SIZE_RATE = 0.2;
/** Sum of squared deviations beyond which tracklets are not joined. */
const FAR = 1;
/** Frames² by which a measured velocity is held back: few boxes say little of it. */
const CALM = 20;

/** What can be said at once: who is believed, at the frame they are seen, judged by the second before. */
export function atOnce(tracklets: Tracklet[], frames: number, fps: number, { belief }: Hindsight): Sequence {
	const told = tracklets.map((t) => ({
		...t,
		sights: t.sights.filter(
			(s) => t.confirmed >= 0 && s.frame >= t.confirmed && mean(t, s.frame, AHEAD * fps, 0) >= belief
		)
	}));
	return toSequence(told, frames);
}

/**
 * What can be said a second later: the boxes of the second before somebody was believed, without those that the second
 * around them does not bear out; smoothed; tracklets joined over short gaps, and gaps filled between two boxes really
 * seen. Nothing is said after the last box.
 */
export function afterwards(tracklets: Tracklet[], frames: number, fps: number, how: Hindsight): Sequence {
	const people = tracklets
		.filter((t) => t.confirmed >= 0)
		.map((t) => ({ ...t, sights: t.sights.slice(beginning(t, fps, how)) }))
		.filter((t) => t.sights.length);
	for (const t of people)
		for (const s of t.sights)
			s.believed = s.frame >= t.confirmed - AHEAD * fps && mean(t, s.frame, AHEAD * fps, AHEAD * fps) >= how.belief;
	const told = join(people, fps, how).map((t) => fill(smooth(t, fps, how), fps, how));
	return toSequence(
		told.map((t) => ({ ...t, sights: t.sights.filter((s) => s.believed) })),
		frames
	);
}

/** Boxes as far as they are in the picture, as the pipeline reports them. */
export function clip(sequence: Sequence, width: number, height: number): Sequence {
	const part = (from: number, size: number, most: number) => {
		const start = Math.max(0, Math.min(most - 1, from));
		return [start, Math.max(1, Math.min(most, from + size) - start)];
	};
	return sequence.map(({ ids, boxes }) => ({
		ids,
		boxes: ids.flatMap((_, i) => {
			const [x, w] = part(boxes[4 * i], boxes[4 * i + 2], width);
			const [y, h] = part(boxes[4 * i + 1], boxes[4 * i + 3], height);
			return [x, y, w, h];
		})
	}));
}

/** Index of the first box that the second from it bears out; the number of boxes if there is none. */
function beginning({ sights }: Tracklet, fps: number, { least }: Hindsight): number {
	const needed = Math.ceil(least * (AHEAD * fps + 1));
	let i = 0;
	while (i < sights.length && !(sights[i + needed - 1]?.frame <= sights[i].frame + AHEAD * fps)) i++;
	return i;
}

/** Mean score of the boxes from `before` frames before to `after` frames after. */
function mean(t: Tracklet, frame: number, before: number, after: number): number {
	const near = t.sights.filter((s) => s.frame >= frame - before && s.frame <= frame + after);
	return near.reduce((sum, s) => sum + s.score, 0) / near.length;
}

/** Each box the weighted mean of its neighbours: sizes as they are, centres moved along the track's motion. */
function smooth(t: Tracklet, fps: number, how: Hindsight): Tracklet {
	const boxOf = (s: Sight) => (how.reported ? s.box : s.seen!);
	const sights = t.sights.map((s) => {
		const value = (k: number, reach: number) => {
			const near = t.sights.filter((o) => Math.abs(o.frame - s.frame) <= reach);
			const weight = near.map((o) => (1 - Math.abs(o.frame - s.frame) / (reach + 1)) * o.score);
			const at = (o: Sight) => (k < 2 ? boxOf(o)[k] + boxOf(o)[k + 2] / 2 : boxOf(o)[k]);
			const sum = (f: (o: Sight) => number) => near.reduce((total, o, i) => total + weight[i] * f(o), 0);
			const all = sum(() => 1);
			const level = sum(at) / all;
			if (k > 1) return level;
			const middle = sum((o) => o.frame) / all;
			const spread = sum((o) => (o.frame - middle) ** 2);
			// A slope is held back, so that two or three boxes do not make one.
			return level + ((s.frame - middle) * sum((o) => (o.frame - middle) * at(o))) / (spread + 0.5 * all);
		};
		const [x, y, w, h] = [0, 1, 2, 3].map((k) => value(k, (k % 2 ? how.upright : how.across) * fps));
		return { ...s, box: [x - w / 2, y - h / 2, w, h] };
	});
	return { ...t, sights };
}

/** Fills short gaps in a straight line; a filled box is believed if the one before the gap is. */
function fill(t: Tracklet, fps: number, how: Hindsight): Tracklet {
	const sights: Sight[] = [];
	for (const s of t.sights) {
		const before = sights[sights.length - 1];
		const gap = before ? s.frame - before.frame : 0;
		if (gap <= how.fill * fps)
			for (let k = 1; k < gap; k++) {
				const box = before.box.map((v, i) => v + ((s.box[i] - v) * k) / gap);
				sights.push({ frame: before.frame + k, box, score: 0, believed: before.believed });
			}
		sights.push(s);
	}
	return { ...t, sights };
}

interface Motion {
	frame: number;
	/** Centre and height at that frame, and velocity of the centre in pixels a frame. */
	at: number[];
	rate: number[];
}

/** The least-squares line through some boxes, and where it is at `frame`. */
function motion(sights: Sight[], frame: number): Motion {
	const n = sights.length;
	const t = sights.map((s) => s.frame - frame);
	const middle = t.reduce((a, b) => a + b, 0) / n;
	const spread = t.reduce((a, b) => a + (b - middle) ** 2, 0) + CALM;
	const lines = [0, 1, 3].map((k) => {
		const v = sights.map(({ box }) => (k < 2 ? box[k] + box[k + 2] / 2 : box[k]));
		const level = v.reduce((a, b) => a + b, 0) / n;
		const rate = v.reduce((a, b, i) => a + (t[i] - middle) * (b - level), 0) / spread;
		return [level - rate * middle, rate];
	});
	return { frame, at: lines.map((l) => l[0]), rate: lines.map((l) => l[1]) };
}

/**
 * Joins tracklets that can be one person: the end of one and the beginning of another, not too far apart, that agree in
 * place, motion forward and backward, and size. Decided MOTION after a beginning, on what is known by then.
 */
function join(tracklets: Tracklet[], fps: number, how: Hindsight): Tracklet[] {
	const span = Math.max(2, Math.round(MOTION * fps));
	const parts = tracklets.map((t) => {
		const first = t.sights[0].frame;
		const last = t.sights[t.sights.length - 1].frame;
		return {
			t,
			begin: motion(
				t.sights.filter((s) => s.frame < first + span),
				first
			),
			end: motion(
				t.sights.filter((s) => s.frame > last - span),
				last
			),
			next: -1,
			joined: false
		};
	});
	const begins = new Map<number, number[]>();
	parts.forEach((p, j) => begins.set(p.begin.frame, [...(begins.get(p.begin.frame) ?? []), j]));
	for (const frame of [...begins.keys()].sort((a, b) => a - b)) {
		const later = begins.get(frame)!;
		const earlier = [...parts.keys()].filter((i) => {
			const gap = frame - parts[i].end.frame;
			return parts[i].next < 0 && gap > 0 && gap <= how.join * fps;
		});
		if (!earlier.length) continue;
		const cost = new Float64Array(earlier.length * later.length);
		earlier.forEach((i, r) =>
			later.forEach((j, c) => (cost[r * later.length + c] = apart(parts[i].end, parts[j].begin, fps)))
		);
		const most = Math.max(earlier.length, later.length);
		const found = createAssigner(most).solve(earlier.length, later.length, cost, FAR);
		earlier.forEach((i, r) => {
			if (found[r] < 0) return;
			parts[i].next = later[found[r]];
			parts[later[found[r]]].joined = true;
		});
	}
	return parts
		.filter((p) => !p.joined)
		.map((p) => {
			const sights = [...p.t.sights];
			for (let next = p.next; next >= 0; next = parts[next].next) sights.push(...parts[next].t.sights);
			return { ...p.t, sights };
		});
}

/** How ill a beginning continues an end: squared deviations over what is expected. */
function apart(end: Motion, begin: Motion, fps: number): number {
	const gap = begin.frame - end.frame;
	const h = (end.at[2] + begin.at[2]) / 2;
	let off = 0;
	for (let k = 0; k < 2; k++) {
		const way = begin.at[k] - end.at[k];
		off += (way - end.rate[k] * gap) ** 2 + (way - begin.rate[k] * gap) ** 2;
	}
	const near = NEAR + (NEAR_RATE * gap) / fps;
	const size = Math.log(begin.at[2] / end.at[2]) / (SIZE + (SIZE_RATE * gap) / fps);
	// Heights of a line through few boxes may be below zero: then nothing can be said.
	return Number.isFinite(size) ? off / (2 * h * h * near * near) + size * size : Infinity;
}

function toSequence(tracklets: Tracklet[], frames: number): Sequence {
	const out: Sequence = Array.from({ length: frames }, () => ({ ids: [], boxes: [] }));
	for (const t of tracklets)
		for (const s of t.sights) {
			out[s.frame].ids.push(t.id);
			out[s.frame].boxes.push(...s.box);
		}
	return out;
}
