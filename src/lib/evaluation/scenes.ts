import { inObstacle, personAt, Plan } from '../street/plan';
import type { Itinerary, Point } from '../street/itinerary';
import { passerLook } from '../street/looks';
import { random, sine, type Random } from '../maths';
import { LIGHTS, type Weather } from '../street/light';
import { BENCHES } from '../street/places';
import { blank } from '../street/things';
import type { Draft, Instant, Person, Street, Thing } from '../street/types';
import type { Line, Zone } from '../rules/index';
import { FPS } from '../camera/camera';

export const WEATHERS: readonly Weather[] = ['grey', 'sun', 'rain', 'dusk'];

/** What a scene is made to contain, besides people who cross. */
export type Matter = 'crossing' | 'loitering' | 'crowd' | 'flow' | 'abandoned' | 'intrusion';

export interface SceneOptions {
	/** People in view at once, about. */
	agents: number;
	seed: number;
	seconds: number;
	/** Default: by seed, in turn grey, sun, rain, dusk. */
	weather?: Weather;
	/** Default `crossing`. */
	matter?: Matter;
}

/** Seconds before frame 0 in which an empty square fills; the pipeline sees them, nothing is scored. */
export const LEAD = 24;

/** Where the rules look. Metres on the square's ground. */
export const AREAS = {
	loitering: rectangle('loitering', -8, 2, 7, 13),
	crowd: rectangle('crowd', -4, 5, 4, 11),
	flow: rectangle('flow', -14, 1, 14, 13),
	abandoned: rectangle('abandoned', -9, 0.5, 7, 11),
	intrusion: rectangle('intrusion', -3, 4, 3, 9)
} satisfies Record<string, Zone>;
/** A line across the square from near to far; going right crosses it forward. */
export const LINE: Line = { id: 'line', from: [0, 13], to: [0, 0] };

function rectangle(id: string, x0: number, y0: number, x1: number, y1: number): Zone {
	return {
		id,
		polygon: [
			[x0, y0],
			[x1, y0],
			[x1, y1],
			[x0, y1]
		]
	};
}

export const weatherOf = (seed: number): Weather => WEATHERS[((seed % 4) + 4) % 4];

/**
 * A square with people who cross it, alone or two or three together, some of whom stop on the way; one in five is
 * dressed in the colours of the paving. All is a pure function of the options and the frame.
 * Throws RangeError on options that make no scene.
 */
export function createScene(options: SceneOptions): Street {
	const { agents, seed, seconds, weather = weatherOf(seed), matter = 'crossing' } = options;
	if (!(agents >= 0 && agents <= 1000)) throw new RangeError(`A scene takes 0 to 1000 agents, not ${agents}`);
	if (!(seconds > 0 && seconds <= 3600)) throw new RangeError(`A scene lasts up to 3600 seconds, not ${seconds}`);
	const plan = new Plan(seed, []);
	const chance = random(seed * 7919 + 17);
	const drops: { thing: Thing; from: number; to: number }[] = [];
	let left = agents;

	if (matter === 'loitering') {
		const count = Math.round(agents / 4);
		left -= count;
		for (let i = 0; i < count; i++) loiterer(plan, chance, seconds, i);
	}
	if (matter === 'crowd') {
		const count = Math.min(8, left);
		left -= count;
		gathering(plan, chance, seconds, count);
	}
	if (matter === 'abandoned') {
		left -= Math.min(4, left);
		for (let i = 0; i < 4; i++) {
			const [x, y] = place(chance, -7, 2, 6, 9);
			const t = -4 + (i * Math.max(8, seconds - 60)) / 4 + chance.between(0, 4);
			const stays = i % 2 === 0 ? seconds + 60 : t + chance.between(5, 9);
			const part = plan.fit(
				role(chance),
				(it, delay) => {
					const side = chance() < 0.5 ? -1 : 1;
					const from = edge(side, y);
					it.enter(t + delay - Math.abs(from[0] - x) / 1.3, from[0], from[1]);
					it.walk([[x + 0.5, y]], { pace: 1.3 }).stay(it.now + 2, { restless: 0 });
					if (stays < seconds + 60) it.stay(stays + 2, { restless: 0 });
					it.walk([edge(-side, y + 1)], { pace: 1.35, through: true });
				},
				3
			);
			const arrives = part.itinerary.legs.find((l) => l.kind === 'stay')?.t0 ?? t;
			drops.push({ thing: blank('bag', chance.pick(BAGS), x, y), from: arrives + 1, to: Math.max(arrives + 1, stays) });
		}
	}
	// Each place in the scene is taken by one group after another, from the lead to the end.
	while (left > 0) {
		const size = Math.min(left, chance() < 0.68 ? 1 : chance() < 0.7 ? 2 : 3);
		left -= size;
		let t = -LEAD + chance.between(0.5, LEAD - 6);
		while (t < seconds) t = crossing(plan, chance, t, size, matter);
	}

	const light = LIGHTS[weather];
	const shelter = (person: Draft<Person>) => {
		person.shelter = light.rain > 0.5 && person.look.umbrella && person.pose !== 'bench' ? 1 : 0;
	};
	function make(frame: number): Instant {
		const t = frame / FPS;
		return {
			frame,
			time: t,
			people: plan.parts.map((part) => personAt(part, t, shelter)),
			things: drops.map(({ thing, from, to }) => ({ ...thing, present: t >= from && t < to })),
			light,
			tramX: NaN,
			sway: 0.6 * sine(t / 3.7) + 0.3 * sine(t / 1.9 + 0.2) + 0.1 * sine(t / 0.83)
		};
	}
	let latest: Instant | undefined;
	return {
		seed,
		seconds,
		fps: FPS,
		lead: LEAD,
		people: plan.parts.map((p) => p.person),
		at: (frame) => (latest?.frame === frame ? latest : (latest = make(frame)))
	};
}

const BAGS = ['#B4523C', '#44587A', '#2E2B2A', '#46685E'] as const;

const role = (chance: Random) => ({ reason: 'crossing', ...passerLook(chance, chance() < 0.2) });

/** Just outside the view at a depth, on one side. */
const edge = (side: number, y: number): Point => [side * (0.73 * (y + 13) + 1.2), y];

function place(chance: Random, x0: number, y0: number, x1: number, y1: number): Point {
	for (let i = 0; i < 50; i++) {
		const p: Point = [chance.between(x0, x1), chance.between(y0, y1)];
		if (!inObstacle(p[0], p[1], 0.7)) return p;
	}
	return [0, 5];
}

/** A group crosses; returns when the last has gone. */
function crossing(plan: Plan, chance: Random, t: number, size: number, matter: Matter): number {
	const against = matter === 'flow' ? chance() < 0.15 : chance() < 0.5;
	const side = against ? 1 : -1;
	const near = -0.5 + 20 * chance() * chance.between(0.4, 1);
	const far = near + chance.between(-3, 3);
	const middle: Point = [chance.between(-5, 5), (near + far) / 2 + chance.between(-2, 2)];
	const pace = chance.between(1.05, 1.6);
	const stops = matter !== 'flow' && chance() < 0.25 ? chance.between(3, 9) : 0;
	let end = t;
	for (let k = 0; k < size; k++) {
		const dy = k * 0.75;
		const dx = k === 2 ? 0.6 : 0;
		const write = (it: Itinerary, delay: number, aside: number) => {
			const [ax, ay] = edge(side, Math.max(-0.5, near));
			it.enter(t + Math.max(0, delay) + 0.1 * k, ax + side * dx, ay + dy);
			const way: Point = [middle[0] + side * dx, Math.max(-0.5, middle[1] + aside) + dy];
			it.walk([way], { pace, through: !stops });
			if (stops) it.stay(it.now + stops, { doing: chance() < 0.5 ? 'phone' : '' });
			const [bx, by] = edge(-side, Math.max(-0.5, far));
			it.walk([[bx + side * dx, by + dy]], { pace, through: true });
		};
		end = Math.max(end, plan.fit(role(chance), write, 4).itinerary.end);
	}
	return end + chance.between(0, 1.5);
}

/** Somebody comes and stays for more than twenty seconds: standing, pacing, or on a bench. */
function loiterer(plan: Plan, chance: Random, seconds: number, i: number): void {
	const t = chance.between(-10, Math.max(-9, seconds - 45));
	const lasts = chance.between(22, 55);
	const side = chance() < 0.5 ? -1 : 1;
	const way = i % 3;
	const [x, y] = way === 2 && i < 3 ? [BENCHES[0].x + 0.3, BENCHES[0].y - 0.3] : place(chance, -6.5, 3, 5.5, 11.5);
	plan.fit(
		{ ...role(chance), reason: 'waiting' },
		(it, delay) => {
			const from = edge(side, y);
			it.enter(t + delay, from[0], from[1]);
			if (way === 2 && i < 3)
				it.walk([[x, y - 0.5]], {})
					.walk([[x, y]], { pace: 0.6 })
					.stay(it.now + lasts, { pose: 'bench', face: [0, -1] });
			else if (way === 1) {
				it.walk([[x, y]], {});
				for (const until = it.now + lasts; it.now < until;) {
					it.stay(it.now + chance.between(3, 7), {});
					it.walk([[x + chance.between(-2, 2), Math.max(2.5, y + chance.between(-1.2, 1.2))]], { pace: 0.9 });
				}
			} else it.walk([[x, y]], {}).stay(it.now + lasts, { restless: i % 2 ? 0.6 : 0.15 });
			it.walk([edge(-side, y)], { pace: 1.3, through: true });
		},
		6
	);
}

/** People gather in the crowd area one after the other, stay a while, and go. */
function gathering(plan: Plan, chance: Random, seconds: number, count: number): void {
	const starts = Math.min(8, seconds / 4);
	const lasts = Math.min(45, seconds * 0.6);
	for (let k = 0; k < count; k++) {
		const side = k % 2 ? -1 : 1;
		const x = -2.7 + 1.8 * (k % 4) + chance.between(-0.2, 0.2);
		const y = 6.3 + 2.3 * Math.floor(k / 4) + chance.between(-0.3, 0.3);
		plan.fit(
			{ ...role(chance), reason: 'waiting' },
			(it, delay) => {
				const from = edge(side, y);
				it.enter(starts - Math.abs(from[0] - x) / 1.3 + 0.2 * delay + chance.between(0, 3), from[0], from[1]);
				it.walk([[x, y]], {}).stay(starts + lasts + chance.between(0, 3), { restless: 0.5 });
				it.walk([edge(-side, y)], { through: true });
			},
			3
		);
	}
}
