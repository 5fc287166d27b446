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
	/** In the zone for sure. */
	within: boolean;
	/** Frames in a row that say otherwise than `within`. */
	doubt: number;
	doubtSince: number;
}

/** How a stay goes on under another identity: within so many seconds and metres of where the first was lost. */
export interface Carry {
	seconds: number;
	metres: number;
}

/** Who is in a zone: entered after three frames inside, left after three outside, forgotten after five seconds unseen. */
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

	/** The stay that somebody who appears in the zone has from a track lost there a moment ago, nearest first. */
	function inherit(frame: number, x: number, y: number): (Stay & E) | undefined {
		let heir: (Stay & E) | undefined;
		if (!carry) return heir;
		let least = carry.metres * carry.metres;
		for (const stay of stays.values()) {
			if (!stay.within || known.get(stay.track) === frame) continue;
			if (frame - stay.last > carry.seconds * fps) continue;
			const dx = stay.x - x;
			const dy = stay.y - y;
			if (dx * dx + dy * dy > least) continue;
			least = dx * dx + dy * dy;
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
					const left = fresh?.has(track) ? inherit(frame, x, y) : undefined;
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
						within: false,
						doubt: 0,
						doubtSince: frame,
						...extra(x, y)
					};
					stays.set(track, stay);
				}
				stay.last = frame;
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
			for (const [track, last] of known) if (frame - last > LOST_SECONDS * fps) known.delete(track);
			for (const [track, stay] of stays) if (frame - stay.last > LOST_SECONDS * fps) stays.delete(track);
		}
	};
}
