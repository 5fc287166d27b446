import { INERTIA, inside, LOST_SECONDS, type Area, type People } from './types';

/** Somebody's stay in a zone, from the first of the frames that made it sure. */
export interface Stay {
	readonly track: number;
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

/** Who is in a zone: entered after three frames inside, left after three outside, forgotten after five seconds unseen. */
export interface Presence<S extends Stay> {
	readonly stays: ReadonlyMap<number, S>;
	/** Reads a frame; calls `seen` for each person surely in the zone now, after their place is updated. */
	step(frame: number, people: People, seen?: (stay: S) => void): void;
}

/** @param extra what the rule keeps with each stay, made anew at each entry */
export function createPresence<E extends object>(
	zone: Area,
	fps: number,
	extra: (x: number, y: number) => E
): Presence<Stay & E> {
	const stays = new Map<number, Stay & E>();
	return {
		stays,
		step(frame, people, seen) {
			for (let i = 0; i < people.count; i++) {
				const x = people.groundX[i];
				const y = people.groundY[i];
				const track = people.id[i];
				const now = inside(zone.polygon, x, y);
				let stay = stays.get(track);
				if (!stay) {
					if (!now) continue;
					stay = { track, since: frame, last: frame, x, y, within: false, doubt: 0, doubtSince: frame, ...extra(x, y) };
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
			for (const [track, stay] of stays) if (frame - stay.last > LOST_SECONDS * fps) stays.delete(track);
		}
	};
}
