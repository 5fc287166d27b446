import { createSensor, type Paint, type Sensor } from '../camera/sensor';
import { paintBackdrop, paintStreet } from '../drawing/street';
import type { Street } from '../street/types';
import { createFilmObserver } from './observer';
import type { Source } from './source';

/** Frames of a street to be filmed, the last included. */
export interface Take {
	from: number;
	to: number;
	/** With nobody on it, and nothing that moves. */
	empty?: boolean;
}

export interface FilmOptions {
	street: Street;
	/** One after another; the machine sees them as one film. */
	takes: readonly Take[];
	/** Of the sensor's noise; default the street's. */
	seed?: number;
	/** Paints the street; default as it is drawn everywhere. */
	paint?: typeof paintStreet;
}

/** A film of a street by the simulated camera. The street stands at the frame last taken. */
export interface Film extends Source {
	readonly street: Street;
	readonly sensor: Sensor;
}

/** Films a street: a pure function of its options. */
export function filmSource({ street, takes, seed = street.seed, paint = paintStreet }: FilmOptions): Film {
	let take = 0;
	let frame = takes[0]?.from ?? 0;
	let empty: boolean | undefined;
	const painter: Paint = { paintBackdrop, paintStreet: (pen, at, camera) => paint(pen, at, camera, { empty }) };
	const sensor = createSensor({ street, paint: painter, seed });
	const film = { observer: createFilmObserver, street, sensor, rgb: sensor.rgb, luma: sensor.luma, time: 0, next };

	function next(): boolean {
		while (take < takes.length && frame > takes[take].to) frame = takes[++take]?.from;
		if (take === takes.length) return false;
		empty = takes[take].empty;
		sensor.expose(frame);
		film.time = frame / street.fps;
		frame++;
		return true;
	}

	return film;
}
