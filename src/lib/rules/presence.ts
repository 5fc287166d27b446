import { BANDS } from '../vision/types';
import { INERTIA, inside, LOST_SECONDS, type Area, type People } from './types';

/** Somebody's stay in a zone, from the first of the frames that made it sure. */
export interface Stay {
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

/** Adds the clothes of `i` to a mean of those seen before. */
function wear(mean: Float32Array, sights: number[], clothes: ArrayLike<number>, i: number): void {
	for (let k = 0, j = i * BANDS * 3; k < BANDS * 3; k += 3, j += 3) {
		if (clothes[j] < 0) continue;
		const n = ++sights[k / 3];
		for (let c = 0; c < 3; c++) mean[k + c] += (clothes[j + c] - mean[k + c]) / n;
	}
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
 * @param carry when given, a stay goes on under another identity
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

	/** Stays whose track shows somebody else now. */
	const left = new Set<Stay & E>();

	/** The likest of the stays lost a moment ago where somebody is. */
	function inherit(frame: number, people: People, i: number): (Stay & E) | undefined {
		let heir: (Stay & E) | undefined;
		if (!carry) return heir;
		let least = 1;
		for (const lost of [stays.values(), left])
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
	function pass(stay: Stay & E, track: number): void {
		if (!left.delete(stay)) stays.delete(stay.track);
		stay.carried = [...stay.carried, stay.track].filter((t) => t !== track);
		stay.track = track;
		stay.doubt = 0;
		stay.changed = 0;
		stays.set(track, stay);
	}

	/** The stay of whom a track shows: its own unless its clothes have changed to those of another. */
	function follow(frame: number, people: People, i: number, stay: Stay & E): Stay & E {
		if (!carry?.colour || !stay.colour || !people.colour) return stay;
		if (unlike(stay.colour, people.colour, i) <= carry.colour / 2) stay.changed = 0;
		else {
			if (stay.changed++ === 0) [stay.changedAt, stay.changedX, stay.changedY] = [frame, stay.x, stay.y];
			const heir = stay.changed < CHANGE * fps ? undefined : inherit(frame, people, i);
			if (heir) {
				[stay.last, stay.x, stay.y] = [stay.changedAt, stay.changedX, stay.changedY];
				pass(heir, stay.track);
				left.add(stay);
				return heir;
			}
		}
		return stay;
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
					const heir = fresh?.has(track) ? inherit(frame, people, i) : undefined;
					if (heir) {
						pass(heir, track);
						[heir.last, heir.x, heir.y] = [frame, x, y];
						continue;
					}
					stay = {
						track,
						carried: [],
						since: frame,
						last: frame,
						x,
						y,
						...(carry?.colour && people.colour ? { colour: new Float32Array(BANDS * 3).fill(-1) } : {}),
						sights: Array<number>(BANDS).fill(0),
						changed: 0,
						changedAt: frame,
						changedX: x,
						changedY: y,
						within: false,
						doubt: 0,
						doubtSince: frame,
						...extra(x, y)
					};
					stays.set(track, stay);
				}
				if (now && stay.within) stay = follow(frame, people, i, stay);
				if (stay.colour && people.colour) wear(stay.colour, stay.sights, people.colour, i);
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
			for (const [track, last] of known) if (frame - last > memory) known.delete(track);
			for (const [track, stay] of stays) if (frame - stay.last > memory) stays.delete(track);
			for (const stay of left) if (frame - stay.last > memory) left.delete(stay);
		}
	};
}
