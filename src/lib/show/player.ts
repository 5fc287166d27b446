import type { Position } from '../story/locate';
import type { Stop } from './sequence';

/** Milliseconds from one step's rest to the next, and for the last bit of a step that is jumped to. */
const STEP = 1900;
const ARRIVAL = 900;
/** Steps that are played through, not cut over: who presses twice while the picture moves is still led, not thrown. */
const NEAR = 2.3;
/** Share of a step that is still seen to move when it is jumped to. */
const RUN_UP = 0.4;

/** A stretch of a journey: from where to where, as index and progress in one number. */
interface Stretch {
	from: number;
	to: number;
	ms: number;
	/** At one pace, where the eye reads on the way; else it sets off and arrives gently. */
	even: boolean;
}

const gently = (t: number) => (1 - Math.cos(Math.PI * t)) / 2;

/** The last place of a step: a hair before the next begins. */
const END = 1 - 1e-6;

const pointOf = (x: number, count: number): Position => {
	const index = Math.max(0, Math.min(count - 1, Math.floor(x)));
	return { index, progress: Math.max(0, Math.min(END, x - index)) };
};

/** Where a step first comes to rest. */
const restOf = ({ rest, plays }: Stop) => plays?.from ?? rest;

/**
 * The way from `from` to a step's rest, and on through what plays by itself there. Between neighbours of the story the
 * picture moves; further away, or over chapters left out, it is cut to shortly before the rest.
 */
export function journey(stops: readonly Stop[], from: number, index: number): Stretch[] {
	const stop = stops[index];
	const to = index + restOf(stop);
	const here = Math.max(0, Math.min(stops.length - 1, Math.floor(from)));
	const near = stop.place - stops[here].place === index - here && Math.abs(to - from) <= NEAR;
	const start = near ? from : Math.max(index, to - RUN_UP);
	const way = Math.abs(to - start);
	const stretches: Stretch[] = [
		{ from: start, to, ms: near ? STEP * Math.max(0.35, Math.min(1.25, way)) : ARRIVAL, even: false }
	];
	if (stop.plays) stretches.push({ from: to, to: index + stop.plays.to, ms: stop.plays.seconds * 1000, even: true });
	return stretches;
}

/** What tells a player the time. */
export interface Clock {
	now(): number;
	/** Calls back with the next picture; gives what forgets it. */
	next(then: () => void): () => void;
}

export const pageClock: Clock = {
	now: () => performance.now(),
	next(then) {
		const request = requestAnimationFrame(then);
		return () => cancelAnimationFrame(request);
	}
};

/** Leads through the sequence: each step is a journey from where things are to where they rest. */
export interface Player {
	readonly position: Position;
	readonly moving: boolean;
	/** Plays to a step, or with `cut` is there at once. */
	go(index: number, cut?: boolean): void;
	stop(): void;
}

/** @param moved hears of every position on the way, and at the end once with `moving` false */
export function createPlayer(
	stops: readonly Stop[],
	clock: Clock,
	moved: (position: Position, moving: boolean) => void
): Player {
	let x = 0;
	let moving = false;
	let forget = () => {};

	function play(stretches: Stretch[]): void {
		const [{ from, to, ms, even }, ...rest] = stretches;
		const begun = clock.now();
		moving = true;
		const pass = () => {
			const t = ms > 0 ? Math.min(1, (clock.now() - begun) / ms) : 1;
			x = from + (to - from) * (even ? t : gently(t));
			if (t === 1 && rest.length) {
				moved(pointOf(x, stops.length), true);
				return play(rest);
			}
			moving = t < 1;
			moved(pointOf(x, stops.length), moving);
			if (moving) forget = clock.next(pass);
		};
		forget = clock.next(pass);
	}

	return {
		get position() {
			return pointOf(x, stops.length);
		},
		get moving() {
			return moving;
		},
		go(index, cut = false) {
			forget();
			const to = Math.max(0, Math.min(stops.length - 1, index));
			if (!cut) return play(journey(stops, x, to));
			x = to + stops[to].rest;
			moving = false;
			moved(pointOf(x, stops.length), false);
		},
		stop: () => forget()
	};
}
