import { BANDS } from '../vision/types';
import { INERTIA, inside, LOST_SECONDS, type Area, type People } from './types';

/** Somebody's stay in a zone, from the first of the frames that made it sure. */
export interface Stay {
	readonly track: number;
	/** Tracks the stay was carried on from, oldest first. */
	readonly carried: readonly number[];
	/** Frame of entry. */
	since: number;
	/** Frame and place last seen. */
	last: number;
	x: number;
	y: number;
	/** Clothes when last seen, as in People; kept for `Carry.colour` alone. */
	readonly colour?: Float32Array;
	/** In the zone for sure. */
	within: boolean;
	/** Frames in a row that say otherwise than `within`. */
	doubt: number;
	doubtSince: number;
}

/**
 * How a stay goes on under another identity: each of these is as much as is allowed if the others do not differ, and the
 * squares of the parts that are used of them add up to one at most.
 */
export interface Carry {
	/** Since the first was lost. */
	seconds: number;
	/** From where the first was lost. */
	metres: number;
	/** Mean difference of their clothes' colours, as `unlike` has it; they do not count when missing. */
	colour?: number;
}

/**
 * How much two people's clothes differ in red less green and in blue less green (0 to 510), which light and shade change
 * less than the colours themselves; 0 where no part of both was seen.
 * @param a clothes of one
 * @param b clothes of many, as in People, of which `i` is meant
 */
function unlike(a: Float32Array, b: ArrayLike<number>, i: number): number {
	let sum = 0;
	let seen = 0;
	for (let k = 0, j = i * BANDS * 3; k < BANDS * 3; k += 3, j += 3) {
		if (a[k] < 0 || b[j] < 0) continue;
		const green = a[k + 1] - b[j + 1];
		sum += Math.abs(a[k] - b[j] - green) + Math.abs(a[k + 2] - b[j + 2] - green);
		seen += 2;
	}
	return seen ? sum / seen : 0;
}

/**
 * Who is in a zone: entered after three frames inside, left after three outside, forgotten after five seconds unseen, or
 * later, when no other identity can have the stay any more.
 */
export interface Presence<S extends Stay> {
	readonly stays: ReadonlyMap<number, S>;
	/** Reads a frame; calls `seen` for each person surely in the zone now, after their place is updated. */
	step(frame: number, people: People, seen?: (stay: S) => void): void;
}

/**
 * @param extra what the rule keeps with each stay, made anew at each entry
 * @param carry when given, a stay goes on under the identity that appears where its track was lost
 */
export function createPresence<E extends object>(
	zone: Area,
	fps: number,
	extra: (x: number, y: number) => E,
	carry?: Carry
): Presence<Stay & E> {
	const stays = new Map<number, Stay & E>();
	/** Frame each track was last seen, in the zone or not; kept for `carry` alone. */
	const known = new Map<number, number>();
	const memory = Math.max(LOST_SECONDS, carry?.seconds ?? 0) * fps;

	/** The stay that somebody who appears in the zone has from the likest of the tracks lost there a moment ago. */
	function inherit(frame: number, people: People, i: number): (Stay & E) | undefined {
		let heir: (Stay & E) | undefined;
		if (!carry) return heir;
		let least = 1;
		for (const stay of stays.values()) {
			if (!stay.within || known.get(stay.track) === frame) continue;
			const gap = (frame - stay.last) / (carry.seconds * fps);
			const dx = (stay.x - people.groundX[i]) / carry.metres;
			const dy = (stay.y - people.groundY[i]) / carry.metres;
			const other =
				carry.colour && stay.colour && people.colour ? unlike(stay.colour, people.colour, i) / carry.colour : 0;
			const used = gap * gap + dx * dx + dy * dy + other * other;
			if (used > least) continue;
			least = used;
			heir = stay;
		}
		return heir;
	}

	return {
		stays,
		step(frame, people, seen) {
			const fresh = carry && new Set<number>();
			if (fresh)
				for (let i = 0; i < people.count; i++) {
					if (!known.has(people.id[i])) fresh.add(people.id[i]);
					known.set(people.id[i], frame);
				}
			for (let i = 0; i < people.count; i++) {
				const x = people.groundX[i];
				const y = people.groundY[i];
				const track = people.id[i];
				const now = inside(zone.polygon, x, y);
				let stay = stays.get(track);
				if (!stay) {
					if (!now) continue;
					const left = fresh?.has(track) ? inherit(frame, people, i) : undefined;
					if (left) {
						stays.delete(left.track);
						stays.set(track, { ...left, track, carried: [...left.carried, left.track], last: frame, x, y });
						continue;
					}
					stay = {
						track,
						carried: [],
						since: frame,
						last: frame,
						x,
						y,
						...(carry?.colour && people.colour ? { colour: new Float32Array(BANDS * 3) } : {}),
						within: false,
						doubt: 0,
						doubtSince: frame,
						...extra(x, y)
					};
					stays.set(track, stay);
				}
				stay.last = frame;
				if (stay.colour && people.colour)
					for (let k = 0; k < BANDS * 3; k++) stay.colour[k] = people.colour[i * BANDS * 3 + k];
				stay.x = x;
				stay.y = y;
				if (now === stay.within) stay.doubt = 0;
				else {
					if (stay.doubt++ === 0) stay.doubtSince = frame;
					if (stay.doubt >= INERTIA) {
						stay.within = now;
						stay.doubt = 0;
						if (now) {
							stay.since = stay.doubtSince;
							Object.assign(stay, extra(x, y));
						}
					}
				}
				if (!stay.within && !now) stays.delete(track);
				else if (stay.within) seen?.(stay);
			}
			for (const [track, last] of known) if (frame - last > memory) known.delete(track);
			for (const [track, stay] of stays) if (frame - stay.last > memory) stays.delete(track);
		}
	};
}
