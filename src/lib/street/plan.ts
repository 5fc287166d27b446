import { Itinerary, type Point } from './itinerary';
import { hash, random, type Random } from './maths';
import { OBSTACLES, TRAM } from './places';
import { tramAt, type TramPass } from './tram';
import type { Look, Person } from './types';

/** Instants a second at which ways are compared. */
const RATE = 5;
/** Nearer than this, two people are in each other's way (metres). */
const NEAR = 0.62;

interface Track {
	from: number;
	x: Float32Array;
	y: Float32Array;
}

export interface Part {
	person: Person;
	itinerary: Itinerary;
}

export interface Role {
	key?: string;
	reason: string;
	look: Look;
	height?: number;
}

/** Builds the people of a street one after the other; late comers are made to give way to those before them. */
export class Plan {
	readonly parts: Part[] = [];
	readonly chance: Random;
	private readonly tracks: Track[] = [];
	private readonly probe = person(-1, { reason: '', look: { coat: '', legs: '', skin: '', hair: '' } });

	constructor(
		readonly seed: number,
		readonly passes: readonly TramPass[]
	) {
		this.chance = random(seed);
	}

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
	fit(role: Role, write: (itinerary: Itinerary, delay: number, aside: number) => void, tries = 24, slack = 6): Part {
		let best: Itinerary | null = null;
		let least = Infinity;
		const chance = random(hash(this.seed, 2000 + this.parts.length));
		for (let i = 0; i < tries && least > 0; i++) {
			const itinerary = new Itinerary(role.height ?? 1.7, hash(this.seed, 1000 + this.parts.length));
			const delay = i === 0 ? 0 : chance.between(-slack / 3, slack);
			const aside = i === 0 ? 0 : chance.between(-0.9, 0.9);
			write(itinerary, delay, aside);
			const cost = this.cost(itinerary);
			if (cost < least) {
				least = cost;
				best = itinerary;
			}
		}
		return this.keep(role, best!);
	}

	private keep(role: Role, itinerary: Itinerary): Part {
		const part = { person: person(this.parts.length, role), itinerary };
		this.parts.push(part);
		this.tracks.push(this.sample(itinerary));
		return part;
	}

	private sample(itinerary: Itinerary): Track {
		const from = Math.ceil(itinerary.begin * RATE);
		const n = Math.max(0, Math.ceil(itinerary.end * RATE) - from);
		const x = new Float32Array(n);
		const y = new Float32Array(n);
		for (let i = 0; i < n; i++) {
			itinerary.at((from + i) / RATE, this.probe);
			x[i] = this.probe.x;
			y[i] = this.probe.y;
		}
		return { from, x, y };
	}

	/** How much of a way is in somebody's way, inside furniture or before the tram. */
	private cost(itinerary: Itinerary): number {
		const a = this.sample(itinerary);
		let cost = 0;
		for (let i = 0; i < a.x.length; i++) {
			const blocked = inObstacle(a.x[i], a.y[i], 0.25) || this.beforeTram(a.x[i], a.y[i], (a.from + i) / RATE);
			if (blocked) cost += 3;
		}
		for (const b of this.tracks) {
			const i0 = Math.max(a.from, b.from);
			const i1 = Math.min(a.from + a.x.length, b.from + b.x.length);
			for (let i = i0; i < i1; i++) {
				const dx = a.x[i - a.from] - b.x[i - b.from];
				const dy = a.y[i - a.from] - b.y[i - b.from];
				if (dx * dx + dy * dy < NEAR * NEAR) cost++;
			}
		}
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
	for (const [x0, y0, x1, y1] of OBSTACLES)
		if (x > x0 - margin && x < x1 + margin && y > y0 - margin && y < y1 + margin) return true;
	return false;
}

/** Moves way-points sideways, all but the first `still` and the last `end`. */
export const shift = (points: readonly Point[], aside: number, still = 0, end = 0): Point[] =>
	points.map(([x, y], i) => (i < still || i >= points.length - end ? [x, y] : [x, y + aside]));

export function person(id: number, role: Role): Person {
	return {
		id,
		key: role.key ?? '',
		reason: role.reason,
		look: role.look,
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
