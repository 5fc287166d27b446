import { FPS } from '../camera/camera';
import { pigeonAt } from './animals';
import type { Itinerary } from './itinerary';
import { sine, smooth } from '../maths';
import { LIGHTS } from './light';
import { person as blank } from './plan';
import { FRIGHTS, LEAD, PIGEONS, planSquare } from './square';
import { tramAt } from './tram';
import type { Person, Street, Thing } from './types';

export interface StreetOptions {
	/** Default 7, the story's square. */
	seed?: number;
	/** Default STREET_SECONDS. */
	seconds?: number;
	/** Frames a second; default the sensor's. */
	fps?: number;
	/** Default the story's afternoon. */
	weather?: keyof typeof LIGHTS;
	/** Seconds between which it rains. */
	rain?: [from: number, to: number];
}

/** Seconds a street lives: the four minutes that are recorded, and a little longer for the last chapter. */
export const STREET_SECONDS = 252;

/**
 * A street that lives: who is there, where, doing what, at any frame. Everything is a pure function of the options and
 * the frame; `seek` goes anywhere at once (negative frames too, down to -lead * fps, where the square is still empty).
 * Throws RangeError on a frame rate that is not positive.
 */
export function createStreet({
	seed = 7,
	seconds = STREET_SECONDS,
	fps = FPS,
	weather = 'afternoon',
	rain
}: StreetOptions = {}): Street {
	if (!(fps > 0)) throw new RangeError(`A street needs a frame rate above 0, not ${fps}`);
	const plan = planSquare(seed);
	const people = plan.parts.map((p) => p.person);
	const ways = plan.parts.map((p) => p.itinerary);
	const light = { ...LIGHTS[weather] };
	const dry = { ...light };
	const pigeons = PIGEONS.map((): Thing => thing('pigeon', '#9AA3AE'));
	const brought = (kind: Thing['kind']) =>
		plan.parts.flatMap((part) => {
			const { brings } = part.person;
			return brings?.kind === kind ? [{ part, thing: thing(kind, brings.colour) }] : [];
		});
	const dogs = brought('dog');
	const bikes = brought('bicycle').map((b) => ({ ...b, parked: parking(b.part.itinerary) }));
	const things = [...pigeons, ...dogs.map((d) => d.thing), ...bikes.map((b) => b.thing)];
	const probe = blank(-1, { reason: '', look: people[0].look });

	const street = {
		seed,
		seconds,
		fps,
		lead: LEAD,
		frame: 0,
		people,
		things,
		light,
		tramX: NaN,
		sway: 0,
		tick: () => street.seek(street.frame + 1),
		seek(frame: number): void {
			const t = frame / fps;
			street.frame = frame;
			for (let i = 0; i < ways.length; i++) ways[i].at(t, people[i]);
			street.tramX = tramAt(plan.passes, t);
			street.sway = 0.6 * sine(t / 3.7) + 0.3 * sine(t / 1.9 + 0.2) * sine(t / 23) + 0.1 * sine(t / 0.83);
			const wet = rain ? smooth((t - rain[0]) / 4) * smooth((rain[1] - t) / 4) : dry.rain;
			light.rain = wet;
			light.sun = dry.sun * (1 - wet);
			for (const p of people)
				p.shelter = p.look.umbrella && (p.pose === 'stand' || p.pose === 'walk') ? smooth(wet * 3 - 1) : 0;
			for (let i = 0; i < pigeons.length; i++) pigeonAt(PIGEONS[i], FRIGHTS, t, pigeons[i]);
			for (const d of dogs) follow(d.part.person, d.part.itinerary, t, d.thing, probe);
			for (const b of bikes) wheel(b.part.person, b.parked, t, b.thing);
		}
	} satisfies Street;
	street.seek(0);
	return street;
}

const thing = (kind: Thing['kind'], colour: string): Thing => ({
	kind,
	x: 0,
	y: 0,
	z: 0,
	hx: 1,
	hy: 0,
	phase: 0,
	present: false,
	colour
});

/** A dog trots ahead of its owner, now on one side, now on the other. */
function follow(owner: Person, way: Itinerary, t: number, out: Thing, probe: Person): void {
	out.present = owner.present && way.at(t + 0.8, probe);
	if (!out.present) return;
	const aside = 0.55 * sine(t / 6.3) + 0.2 * sine(t / 2.1);
	out.x = probe.x - aside * probe.hy;
	out.y = probe.y + aside * probe.hx;
	out.hx = probe.hx;
	out.hy = probe.hy;
	out.phase = 2.2 * probe.phase - Math.floor(2.2 * probe.phase);
}

/** A bicycle is wheeled along by its rider, and stands where they left it until they take it again. */
function wheel(rider: Person, parked: Parking, t: number, out: Thing): void {
	out.present = rider.present;
	const led = 1 - smooth(t - parked.from + 1) + smooth((t - parked.to) / 1.2);
	out.x = parked.x + (rider.x + 0.1 - parked.x) * led;
	out.y = parked.y + (rider.y + 0.5 - parked.y) * led;
	out.hx = led > 0.5 ? rider.hx : 1;
	out.hy = led > 0.5 ? rider.hy : 0;
	out.phase = led > 0.5 ? rider.phase : 0;
}

interface Parking {
	from: number;
	to: number;
	x: number;
	y: number;
}

/** Where and when a bicycle stands: beside its rider's first stay, until their last walk. */
function parking({ legs }: Itinerary): Parking {
	const first = legs.find((l) => l.kind === 'stay')!;
	return { from: first.t0, to: legs[legs.length - 1].t0, x: first.x - 0.95, y: first.y + 0.3 };
}
