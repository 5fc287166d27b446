import { FPS, MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Pose } from '../camera/camera';
import { createScene } from '../evaluation/scenes';
import { createStreet } from '../street/street';
import { truthAt, VISIBLE, type Truth } from '../street/truth';
import type { Street } from '../street/types';
import { filmSource, type Film } from '../watch/index';
import type { Choice } from './choice';

/** A simulated source: its film, and what is true of the picture last taken. */
export interface LabFilm {
	film: Film;
	/** The same moments in the pixels that motion was made for; `film` itself where that has no more of them. */
	motion: Film;
	/** Films the next moment; false at the end. */
	next(): boolean;
	/** Pictures in all. */
	frames: number;
	/** Whoever can be seen well enough for a machine to be blamed for missing them. */
	truth(): Truth[];
	/** A person of the street: their name ('' for strangers) and why they are there, as keys of content/figures/people.yaml. */
	who(person: number): { key: string; reason: string };
}

/** Seconds of a scene of strangers. */
const LENGTH = 300;
/** Seconds of the story's square at which each ready scene begins and ends. */
const SCENES = { square: [-6, 250], queue: [-6, 55], tram: [40, 110] } as const;
/** Seconds of the empty square before, from which the machine learns what it looks like. */
const EMPTY = 2;

/** Where the camera hangs. The middle of the square stays where it is in the picture. */
export function poseOf({ height, distance }: Pick<Choice, 'height' | 'distance'>): Pose {
	const middle = 7;
	const row = ({ z, y, horizon, focal }: Pose) => horizon + (focal * z) / (middle - y);
	const pose = { ...MAST, z: height, y: -distance };
	return { ...pose, horizon: pose.horizon + row(MAST) - row(pose) };
}

/** The film of a simulated source; a pure function of the choice. */
export function openFilm(choice: Choice): LabFilm {
	const { source, people, seed } = choice;
	const ready = source === 'queue' || source === 'tram' ? SCENES[source] : people === null ? SCENES.square : null;
	const [street, from, to] =
		source !== 'march' && ready
			? ([createStreet({ seed, weather: choice.weather }), ready[0], ready[1]] as const)
			: ([strangers(choice), 0, LENGTH] as const);
	const frame = (seconds: number): number => Math.round(seconds * FPS);
	const take = { from: frame(from), to: frame(to) };
	const empty = { from: frame(from - EMPTY), to: take.from - 1, empty: true };
	// The network was made for more pixels than motion needs; where both look, each is given its own.
	const filmed = (by: number) =>
		filmSource({
			street,
			takes: [empty, take],
			pose: poseOf(choice),
			width: by * SENSOR_WIDTH,
			height: by * SENSOR_HEIGHT
		});
	const film = filmed(choice.machine === 'motion' ? 1 : 2);
	const motion = choice.machine === 'both' ? filmed(1) : film;
	return {
		film,
		motion,
		next: () => film.next() && (motion === film || motion.next()),
		frames: take.to - empty.from + 1,
		truth: () =>
			film.now.frame < take.from ? [] : truthAt(film.now, film.sensor.camera).filter((t) => t.visible >= VISIBLE),
		who: (person) => ({ key: street.people[person].key, reason: street.people[person].reason })
	};
}

/** A square of strangers: a quarter of them stay; in a march all go one way but a few. */
function strangers({ source, people, seed, weather }: Choice): Street {
	const light = weather === 'afternoon' ? 'sun' : weather;
	return source === 'march'
		? createScene({ agents: people ?? 60, seed, seconds: LENGTH, weather: light, matter: 'flow' })
		: createScene({ agents: people ?? 20, seed, seconds: LENGTH, weather: light, matter: 'loitering' });
}
