import { FPS } from '../camera/camera';
import { pigeonAt } from './animals';
import type { Itinerary } from './itinerary';
import { sine, smooth } from '../maths';
import { LIGHTS } from './light';
import { personAt } from './plan';
import { FRIGHTS, LEAD, PIGEONS, planSquare } from './square';
import { tramAt } from './tram';
import { blank } from './things';
import type { Draft, Instant, Light, Person, Street, Thing } from './types';

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
 * A street that lives: who is there, where, doing what, at any frame, negative ones too, down to -lead * fps, where the
 * square is still empty. Throws RangeError on a frame rate that is not positive.
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
	const dry = LIGHTS[weather];
	const brought = (kind: Thing['kind']) =>
		plan.parts.flatMap(({ person, itinerary }) => {
			const { brings } = person;
			return brings?.kind === kind ? [{ owner: person.id, itinerary, colour: brings.colour }] : [];
		});
	const dogs = brought('dog');
	const bikes = brought('bicycle').map((b) => ({ ...b, parked: parking(b.itinerary) }));

	function lightAt(t: number): Light {
		const wet = rain ? smooth((t - rain[0]) / 4) * smooth((rain[1] - t) / 4) : dry.rain;
		return { ...dry, rain: wet, sun: dry.sun * (1 - wet) };
	}
	function make(frame: number): Instant {
		const t = frame / fps;
		const light = lightAt(t);
		const shelter = (person: Draft<Person>) => openUmbrella(person, light.rain);
		const now = plan.parts.map((part) => personAt(part, t, shelter));
		return {
			frame,
			time: t,
			people: now,
			things: [
				...PIGEONS.map((p) => pigeonAt(p, FRIGHTS, t)),
				...dogs.map((d) => follow(now[d.owner], d.itinerary, t, d.colour)),
				...bikes.map((b) => wheel(now[b.owner], b.parked, t, b.colour))
			],
			light,
			tramX: tramAt(plan.passes, t),
			sway: 0.6 * sine(t / 3.7) + 0.3 * sine(t / 1.9 + 0.2) * sine(t / 23) + 0.1 * sine(t / 0.83)
		};
	}
	/** Several ask for the same instant of a picture. */
	let latest: Instant | undefined;
	return {
		seed,
		seconds,
		fps,
		lead: LEAD,
		people,
		at: (frame) => (latest?.frame === frame ? latest : (latest = make(frame)))
	};
}

/** Opens somebody's umbrella in the rain, where they have one and a hand for it. */
export function openUmbrella(person: Draft<Person>, rain: number): Person {
	const { look, pose } = person;
	person.shelter = look.umbrella && (pose === 'stand' || pose === 'walk') ? smooth(rain * 3 - 1) : 0;
	return person;
}

/** A dog trots ahead of its owner, now on one side, now on the other. */
function follow(owner: Person, way: Itinerary, t: number, colour: string): Thing {
	const dog = blank('dog', colour);
	const ahead: Draft<Person> = { ...owner };
	if (!owner.present || !way.at(t + 0.8, ahead)) return dog;
	const aside = 0.55 * sine(t / 6.3) + 0.2 * sine(t / 2.1);
	dog.present = true;
	dog.x = ahead.x - aside * ahead.hy;
	dog.y = ahead.y + aside * ahead.hx;
	dog.hx = ahead.hx;
	dog.hy = ahead.hy;
	dog.phase = 2.2 * ahead.phase - Math.floor(2.2 * ahead.phase);
	return dog;
}

/** A bicycle is wheeled along by its rider, and stands where they left it until they take it again. */
function wheel(rider: Person, parked: Parking, t: number, colour: string): Thing {
	const bicycle = blank('bicycle', colour);
	const led = 1 - smooth(t - parked.from + 1) + smooth((t - parked.to) / 1.2);
	bicycle.present = rider.present;
	bicycle.x = parked.x + (rider.x + 0.1 - parked.x) * led;
	bicycle.y = parked.y + (rider.y + 0.5 - parked.y) * led;
	bicycle.hx = led > 0.5 ? rider.hx : 1;
	bicycle.hy = led > 0.5 ? rider.hy : 0;
	bicycle.phase = led > 0.5 ? rider.phase : 0;
	return bicycle;
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
