import { iou, type Sequence } from '../evaluation/metrics';
import { VISIBLE } from '../street/truth';
import { boxAt, type TrackData } from './codec';
import type { Moment } from './types';

/** What the street knows of a frame: the people visible enough, and every present person's box. */
export interface FrameTruth {
	people: number[];
	boxes: number[];
	visible: number[];
}

const sides = (t: TrackData, frame: number): number[] | null => {
	const b = boxAt(t, frame);
	return b && [b.x, b.y, b.w, b.h];
};

/** The person most of a track's boxes sit on (IoU of 0.3 or more in at least a third of them), or -1. */
export function owner(track: TrackData, truth: (frame: number) => FrameTruth): number {
	const votes = new Map<number, number>();
	let n = 0;
	for (let f = track.from; f <= track.to; f++) {
		const b = sides(track, f);
		if (!b) continue;
		n++;
		const t = truth(f);
		let best = -1;
		let overlap = 0.3;
		for (let k = 0; k < t.people.length; k++) {
			const o = iou(t.boxes, 4 * k, b, 0);
			if (t.visible[k] >= VISIBLE && o > overlap) {
				overlap = o;
				best = t.people[k];
			}
		}
		if (best >= 0) votes.set(best, (votes.get(best) ?? 0) + 1);
	}
	const [person, count] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [-1, 0];
	return count >= n / 3 ? person : -1;
}

/**
 * Finds the mistakes worth showing: most people under one box, the largest box on nobody, and a clearly visible
 * person whose number changes. Each is held for a second or so before it counts, so that it can be looked at.
 */
export function findMoments(
	tracks: TrackData[],
	truth: (frame: number) => FrameTruth,
	from: number,
	to: number
): { merge: Moment | null; ghost: Moment | null; change: Moment | null } {
	let merge: (Moment & { n: number; size: number }) | null = null;
	let ghost: (Moment & { size: number }) | null = null;
	for (let f = from; f < to; f += 2) {
		const t = truth(f);
		for (const track of tracks) {
			const b = sides(track, f);
			if (!b || track.to - track.from < 12) continue;
			const size = b[2] * b[3];
			const under: number[] = [];
			let near = 0;
			for (let k = 0; k < t.people.length; k++) {
				const x = t.boxes[4 * k] + t.boxes[4 * k + 2] / 2;
				const y = t.boxes[4 * k + 1] + t.boxes[4 * k + 3] / 2;
				near = Math.max(near, iou(t.boxes, 4 * k, b, 0));
				if (
					t.visible[k] >= VISIBLE &&
					x > b[0] &&
					x < b[0] + b[2] &&
					y > b[1] &&
					y < b[1] + b[3] &&
					t.boxes[4 * k + 3] > 0.6 * b[3]
				)
					under.push(t.people[k]);
			}
			if (under.length > 1 && (!merge || under.length > merge.n || (under.length === merge.n && size > merge.size)))
				merge = { frame: f, track: track.id, people: under, n: under.length, size };
			if (near < 0.05 && (!ghost || size > ghost.size)) ghost = { frame: f, track: track.id, people: [], size };
		}
	}
	// A change of number: one track of a person ends, another begins within three seconds, the person in plain sight.
	let change: (Moment & { held: number }) | null = null;
	for (const a of tracks)
		for (const b of tracks) {
			if (
				a.person < 0 ||
				a.person !== b.person ||
				b.from <= a.to - 5 ||
				b.from > a.to + 38 ||
				b.from < from ||
				b.from > to
			)
				continue;
			const held = Math.min(a.to - a.from, b.to - b.from);
			const t = truth(b.from + 3);
			const seen = t.visible[t.people.indexOf(a.person)] ?? 0;
			if (seen > 0.6 && (!change || held > change.held))
				change = { frame: b.from + 3, track: b.id, people: [a.person], held };
		}
	const strip = (m: Moment | null): Moment | null => m && { frame: m.frame, track: m.track, people: m.people };
	return { merge: strip(merge), ghost: strip(ghost), change: strip(change) };
}

/** Truth and results as the metrics take them, frame by frame. */
export const scored = (truth: FrameTruth[]): Sequence =>
	truth.map((t) => {
		const keep = t.people.map((_, k) => k).filter((k) => t.visible[k] >= VISIBLE);
		return { ids: keep.map((k) => t.people[k]), boxes: keep.flatMap((k) => t.boxes.slice(4 * k, 4 * k + 4)) };
	});
