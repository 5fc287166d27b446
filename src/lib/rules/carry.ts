import { unlike } from './clothes';
import type { Occupant } from './presence';
import type { People } from './types';

/**
 * How a stay goes on under another identity: each of these is as much as is allowed if the others do not differ, and the
 * squares of the parts that are used of them add up to one at most. With `colour`, a stay follows its clothes: a track
 * whose clothes differ from its stay's by more than half of that is somebody else, and takes the stay of a track lost
 * near by in clothes like those it shows now; where there is none it keeps its own.
 */
export interface Carry {
	/** Since the first was lost. */
	seconds: number;
	/** From where the first was lost. */
	metres: number;
	/** Difference from the mean clothes of the stay, as `unlike` has it; clothes do not count when this is missing. */
	colour?: number;
}

/** Seconds in other clothes before a track is taken to show somebody else. */
const CHANGE = 0.5;

/** Gives stays to other identities. */
export interface CarryOver<O extends Occupant> {
	/** Reads who is seen in a frame; call first. */
	read(frame: number, people: People): void;
	/** The stay that somebody seen for the first time goes on with, theirs from now on. */
	inherit(frame: number, people: People, i: number): O | undefined;
	/** The stay of whom a track shows: its own unless its clothes have changed to those of another. */
	follow(frame: number, people: People, i: number, own: O): O;
	/** Forgets who was last seen more than `memory` frames ago. */
	forget(frame: number, memory: number): void;
}

/** @param occupants by track; changed when a stay goes on under another */
export function createCarryOver<O extends Occupant>(
	occupants: Map<number, O>,
	carry: Carry,
	fps: number
): CarryOver<O> {
	/** Frame each track was last seen, in the zone or not. */
	const known = new Map<number, number>();
	/** Tracks first seen in this frame. */
	const fresh = new Set<number>();
	/** Stays whose track shows somebody else now. */
	const left = new Set<O>();

	/** The likest of the stays lost a moment ago where somebody is. */
	function likest(frame: number, people: People, i: number): O | undefined {
		let heir: O | undefined;
		let least = 1;
		for (const lost of [occupants.values(), left])
			for (const stay of lost) {
				if (lost !== left && (!stay.within || known.get(stay.track) === frame)) continue;
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

	/** Gives a stay to another track, or back to one it left. */
	function pass(stay: O, track: number): void {
		if (!left.delete(stay)) occupants.delete(stay.track);
		stay.carried = [...stay.carried, stay.track].filter((t) => t !== track);
		stay.track = track;
		stay.doubt = 0;
		stay.changed = 0;
		occupants.set(track, stay);
	}

	return {
		read(frame, people) {
			fresh.clear();
			for (let i = 0; i < people.count; i++) {
				if (!known.has(people.id[i])) fresh.add(people.id[i]);
				known.set(people.id[i], frame);
			}
		},
		inherit(frame, people, i) {
			if (!fresh.has(people.id[i])) return undefined;
			const heir = likest(frame, people, i);
			if (heir) pass(heir, people.id[i]);
			return heir;
		},
		follow(frame, people, i, own) {
			if (!carry.colour || !own.colour || !people.colour) return own;
			if (unlike(own.colour, people.colour, i) <= carry.colour / 2) {
				own.changed = 0;
				return own;
			}
			if (own.changed++ === 0) [own.changedAt, own.changedX, own.changedY] = [frame, own.x, own.y];
			const heir = own.changed < CHANGE * fps ? undefined : likest(frame, people, i);
			if (!heir) return own;
			[own.last, own.x, own.y] = [own.changedAt, own.changedX, own.changedY];
			pass(heir, own.track);
			left.add(own);
			return heir;
		},
		forget(frame, memory) {
			for (const [track, last] of known) if (frame - last > memory) known.delete(track);
			for (const stay of left) if (frame - stay.last > memory) left.delete(stay);
		}
	};
}
