import { Itinerary, type Point } from './itinerary';
import { hash, random } from '../maths';
import { OBSTACLES, TRAM } from './places';
import { tramAt, type TramPass } from './tram';
import type { Character, Draft, Person } from './types';

/** Instants a second at which ways are compared. */
const RATE = 5;
/** Nearer than this, two people are in each other's way (metres). */
const NEAR = 0.62;
/** Brushing past somebody for so many instants is accepted. */
const PASSABLE = 2;

interface Track {
	from: number;
	x: Float32Array;
	y: Float32Array;
}

export interface Part {
	/** As long as they are not there. */
	person: Person;
	itinerary: Itinerary;
}

export interface Role extends Omit<Character, 'height'> {
	key?: string;
	reason: string;
	height?: number;
}

/** Builds the people of a street one after the other; late comers are made to give way to those before them. */
export class Plan {
	readonly parts: Part[] = [];
	/** Which attempt was kept, for each who gave way, in order. */
	readonly attempts: number[] = [];
	private readonly tracks: Track[] = [];

	/** `known` are the attempts of an earlier search with the same seed and script: they are taken without searching. */
	constructor(
		readonly seed: number,
		readonly passes: readonly TramPass[],
		private readonly known?: readonly number[]
	) {}

	/** Adds somebody whose itinerary is written by `write`, as it is. */
	add(role: Role, write: (itinerary: Itinerary) => void): Part {
		const itinerary = new Itinerary(role.height ?? 1.7, hash(this.seed, 1000 + this.parts.length));
		write(itinerary);
		return this.keep(role, itinerary);
	}

	/**
	 * Adds somebody who gives way: `write` is called with small changes (a delay in seconds, a lateral shift in metres)
	 * until nobody is in the way; the best attempt is kept.
	 */
	fit(role: Role, write: (itinerary: Itinerary, delay: number, aside: number) => void, tries = 12, slack = 6): Part {
		const n = this.parts.length;
		const chance = random(hash(this.seed, 2000 + n));
		const known = this.known?.[this.attempts.length];
		let best: Itinerary | null = null;
		let kept = 0;
		let least = Infinity;
		for (let i = 0; i < tries && least > PASSABLE; i++) {
			const delay = i === 0 ? 0 : chance.between(-slack / 3, slack);
			const aside = i === 0 ? 0 : chance.between(-0.9, 0.9);
			if (known !== undefined && i !== known) continue;
			const itinerary = new Itinerary(role.height ?? 1.7, hash(this.seed, 1000 + n));
			write(itinerary, delay, aside);
			const cost = known === undefined ? this.cost(itinerary, least) : 0;
			if (cost >= least) continue;
			least = cost;
			best = itinerary;
			kept = i;
		}
		if (!best) throw new RangeError(`No attempt ${known} among ${tries}`);
		this.attempts.push(kept);
		return this.keep(role, best);
	}

	private keep(role: Role, itinerary: Itinerary): Part {
		const part = { person: person(this.parts.length, role), itinerary };
		this.parts.push(part);
		return part;
	}

	private sample(itinerary: Itinerary): Track {
		const from = Math.ceil(itinerary.begin * RATE);
		const n = Math.max(0, Math.ceil(itinerary.end * RATE) - from);
		const track = { from, x: new Float32Array(n), y: new Float32Array(n) };
		itinerary.sample(from / RATE, 1 / RATE, n, track.x, track.y);
		return track;
	}

	/** How much of a way is in somebody's way, inside furniture or before the tram; stops counting at `enough`. */
	private cost(itinerary: Itinerary, enough: number): number {
		const a = this.sample(itinerary);
		while (this.tracks.length < this.parts.length)
			this.tracks.push(this.sample(this.parts[this.tracks.length].itinerary));
		let cost = 0;
		for (const b of this.tracks) {
			const i0 = Math.max(a.from, b.from);
			const i1 = Math.min(a.from + a.x.length, b.from + b.x.length);
			for (let i = i0; i < i1; i++) {
				const dx = a.x[i - a.from] - b.x[i - b.from];
				const dy = a.y[i - a.from] - b.y[i - b.from];
				if (dx * dx + dy * dy < NEAR * NEAR) cost++;
			}
			if (cost >= enough) return cost;
		}
		for (let i = 0; i < a.x.length && cost < enough; i++)
			if (inObstacle(a.x[i], a.y[i], 0.25) || this.beforeTram(a.x[i], a.y[i], (a.from + i) / RATE)) cost += 3;
		return cost;
	}

	/** Whether a place is on the rails where the tram is or will be within two seconds. */
	private beforeTram(x: number, y: number, t: number): boolean {
		if (y < TRAM.y0 - 0.05 || y > TRAM.y1 + 0.3) return false;
		for (const s of [0, 2]) {
			const left = tramAt(this.passes, t + s);
			if (x > left - 1 && x < left + TRAM.length + 1) return true;
		}
		return false;
	}
}

/** Whether a place is inside furniture or a wall, with a margin in metres. */
export function inObstacle(x: number, y: number, margin: number): boolean {
	for (const [x0, y0, x1, y1] of OBSTACLES) {
		if (x > x0 - margin && x < x1 + margin && y > y0 - margin && y < y1 + margin) return true;
	}
	return false;
}

/** A way written as 'x,y x,y …' in metres, with one more point at its end if given. */
export function way(text: string, end?: Point): Point[] {
	const points = text.split(' ').map((pair): Point => {
		const [x, y] = pair.split(',').map(Number);
		return [x, y];
	});
	return end ? [...points, end] : points;
}

/** Moves the points of a way by `aside` metres along Y, but for the last `keep`. */
export const shift = (points: readonly Point[], aside: number, keep = 0): Point[] =>
	points.map(([x, y], i) => (i < points.length - keep ? [x, y + aside] : [x, y]));

/** Somebody at an instant, made anew where they are there; `finish` may still change it. */
export function personAt({ person, itinerary }: Part, t: number, finish: (now: Draft<Person>) => void): Person {
	if (!(t >= itinerary.begin && t < itinerary.end)) return person;
	const now: Draft<Person> = { ...person };
	itinerary.at(t, now);
	finish(now);
	return now;
}

function person(id: number, role: Role): Person {
	return {
		...role,
		id,
		key: role.key ?? '',
		height: role.height ?? 1.7,
		present: false,
		x: 0,
		y: 0,
		hx: 0,
		hy: -1,
		speed: 0,
		pose: 'stand',
		phase: 0,
		shelter: 0,
		doing: '',
		gaze: 0,
		settled: 1
	};
}
