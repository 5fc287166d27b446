import { createCarryOver, type Carry } from './carry';
import { noClothes, noSights, wear } from './clothes';
import { INERTIA, inside, LOST_SECONDS, type People, type Zone } from './types';

/** Somebody in a zone, from the first of the frames that made it sure. */
export interface Occupant {
	track: number;
	/** Tracks the stay was carried on from, oldest first. */
	carried: readonly number[];
	/** Frame of entry. */
	since: number;
	/** Frame and place last seen. */
	last: number;
	x: number;
	y: number;
	/** Mean clothes, as in People; kept for `Carry.colour` alone. */
	readonly colour?: Float32Array;
	/** Frames each part of them was seen in. */
	readonly sights: number[];
	/** Frames in a row in other clothes; when and where they began. */
	changed: number;
	changedAt: number;
	changedX: number;
	changedY: number;
	/** In the zone for sure. */
	within: boolean;
	/** Frames in a row that say otherwise than `within`. */
	doubt: number;
	doubtSince: number;
}

/**
 * Who is in a zone: entered after three frames inside, left after three outside, forgotten after five seconds unseen, or
 * later, when no other identity can have the stay any more.
 */
export interface Presence<O extends Occupant> {
	readonly occupants: ReadonlyMap<number, O>;
	/** Reads a frame; calls `seen` for each person surely in the zone now, after their place is updated. */
	step(frame: number, people: People, seen?: (who: O) => void): void;
}

/**
 * @param extra what the rule keeps with each stay, made anew at each entry
 * @param carry when given, a stay goes on under another identity
 */
export function createPresence<E extends object>(
	zone: Zone,
	fps: number,
	extra: (x: number, y: number) => E,
	carry?: Carry
): Presence<Occupant & E> {
	const occupants = new Map<number, Occupant & E>();
	const carrying = carry && createCarryOver(occupants, carry, fps);
	const memory = Math.max(LOST_SECONDS, carry?.seconds ?? 0) * fps;

	function enter(frame: number, people: People, i: number): Occupant & E {
		const [x, y] = [people.groundX[i], people.groundY[i]];
		const who = {
			track: people.id[i],
			carried: [],
			since: frame,
			last: frame,
			x,
			y,
			...(carry?.colour && people.colour ? { colour: noClothes() } : {}),
			sights: noSights(),
			changed: 0,
			changedAt: frame,
			changedX: x,
			changedY: y,
			within: false,
			doubt: 0,
			doubtSince: frame,
			...extra(x, y)
		};
		occupants.set(who.track, who);
		return who;
	}

	/** Believes what some frames in a row say: inside, or outside. */
	function decide(who: Occupant & E, frame: number, now: boolean): void {
		if (now === who.within) {
			who.doubt = 0;
			return;
		}
		if (who.doubt++ === 0) who.doubtSince = frame;
		if (who.doubt < INERTIA) return;
		who.within = now;
		who.doubt = 0;
		if (!now) return;
		who.since = who.doubtSince;
		Object.assign(who, extra(who.x, who.y));
	}

	return {
		occupants,
		step(frame, people, seen) {
			carrying?.read(frame, people);
			for (let i = 0; i < people.count; i++) {
				const x = people.groundX[i];
				const y = people.groundY[i];
				const track = people.id[i];
				const now = inside(zone.polygon, x, y);
				let who = occupants.get(track);
				if (!who) {
					if (!now) continue;
					const heir = carrying?.inherit(frame, people, i);
					if (heir) {
						[heir.last, heir.x, heir.y] = [frame, x, y];
						continue;
					}
					who = enter(frame, people, i);
				}
				if (carrying && now && who.within) who = carrying.follow(frame, people, i, who);
				if (who.colour && people.colour) wear(who.colour, who.sights, people.colour, i);
				who.last = frame;
				who.x = x;
				who.y = y;
				decide(who, frame, now);
				if (!who.within && !now) occupants.delete(track);
				else if (who.within) seen?.(who);
			}
			carrying?.forget(frame, memory);
			for (const [track, who] of occupants) if (frame - who.last > memory) occupants.delete(track);
		}
	};
}
