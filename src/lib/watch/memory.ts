import type { People, Site } from '../rules/index';
import { BANDS } from '../vision/types';

/** What was observed, so far as rules are concerned: who and what was where on the ground, frame by frame. */
export interface Observations {
	/** Zones, lines and frame rate it was made with. */
	readonly setup: Site;
	/** First frame, and the one after the last. */
	readonly from: number;
	readonly to: number;
	/** Everybody followed, in order of their first boxes, with their first and last frames. */
	readonly tracks: readonly { id: number; from: number; to: number }[];
	/** Who was seen at a frame. */
	peopleAt(frame: number): People;
	/** Small things seen at a frame; missing where none were kept. */
	objectsAt?(frame: number): People;
}

/** Keeps what is observed, frame after frame (an Observation, or as much of one), to ask rules of it afterwards. */
export interface Memory extends Observations {
	/** Frames must grow; one passed over is one in which nobody was seen. */
	keep(seen: { frame: number; people: People; objects?: People }): void;
}

/** @param clothes keep those too, for rules that carry stays on by them; most of what is kept */
export function createMemory(setup: Site, { clothes = false } = {}): Memory {
	const people = createShelf(clothes);
	const objects = createShelf(false);
	const tracks = new Map<number, { id: number; from: number; to: number }>();
	let from = 0;
	let to = 0;
	return {
		setup,
		get from() {
			return from;
		},
		get to() {
			return to;
		},
		get tracks() {
			return [...tracks.values()];
		},
		keep({ frame, people: seen, objects: things }) {
			if (from === to) from = to = frame;
			// Frames passed over are frames in which nobody was seen.
			for (; to <= frame; to++) {
				people.add(to === frame ? seen : null);
				objects.add(to === frame && things ? things : null);
			}
			for (let i = 0; i < seen.count; i++) {
				const track = tracks.get(seen.id[i]);
				if (track) track.to = frame;
				else tracks.set(seen.id[i], { id: seen.id[i], from: frame, to: frame });
			}
		},
		peopleAt: (frame) => people.at(frame - from),
		objectsAt: (frame) => objects.at(frame - from)
	};
}

/** People of many frames, one after another in three or four arrays that grow. */
function createShelf(clothes: boolean) {
	/** Where each frame's people begin. */
	const starts = [0];
	let room = 1024;
	let id = new Int32Array(room);
	let groundX = new Float64Array(room);
	let groundY = new Float64Array(room);
	let colour = new Float32Array(clothes ? room * BANDS * 3 : 0);
	const grow = <A extends Int32Array | Float64Array | Float32Array>(array: A): A => {
		const larger = new (array.constructor as new (length: number) => A)(2 * array.length);
		larger.set(array);
		return larger;
	};
	return {
		add(seen: People | null): void {
			const start = starts[starts.length - 1];
			const end = start + (seen?.count ?? 0);
			for (; end > room; room *= 2) {
				id = grow(id);
				groundX = grow(groundX);
				groundY = grow(groundY);
				colour = grow(colour);
			}
			for (let i = 0; seen && i < seen.count; i++) {
				id[start + i] = seen.id[i];
				groundX[start + i] = seen.groundX[i];
				groundY[start + i] = seen.groundY[i];
				if (!clothes) continue;
				for (let k = 0; k < BANDS * 3; k++)
					colour[(start + i) * BANDS * 3 + k] = seen.colour?.[i * BANDS * 3 + k] ?? -1;
			}
			starts.push(end);
		},
		at(frame: number): People {
			const start = starts[frame] ?? 0;
			const end = starts[frame + 1] ?? start;
			return {
				count: end - start,
				id: id.subarray(start, end),
				groundX: groundX.subarray(start, end),
				groundY: groundY.subarray(start, end),
				...(clothes ? { colour: colour.subarray(start * BANDS * 3, end * BANDS * 3) } : {})
			};
		}
	};
}
