import type { Pose } from '../camera/camera';
import { createSensor, type Paint, type Sensor } from '../camera/sensor';
import { createStreetPainter, type StreetPainter } from '../drawing/street';
import type { Instant, Street } from '../street/types';
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
	/** Pixels; default the sensor's. */
	width?: number;
	height?: number;
	/** Where the camera hangs; the mast by default. */
	pose?: Pose;
	/** Paints the street; default as it is drawn everywhere. */
	paint?: Pick<StreetPainter, 'paintBackdrop' | 'paintStreet'>;
}

/** A film of a street by the simulated camera. */
export interface Film extends Source {
	/** The street as it was at the frame last taken; at the first while none is. */
	readonly now: Instant;
	readonly sensor: Sensor;
}

/** Films a street: a pure function of its options. */
export function filmSource(options: FilmOptions): Film {
	const { street, takes, seed = street.seed, pose, width, height, paint = createStreetPainter() } = options;
	let take = 0;
	let frame = takes[0]?.from ?? 0;
	let empty: boolean | undefined;
	const painter: Paint = {
		paintBackdrop: paint.paintBackdrop,
		paintStreet: (pen, now, camera) => paint.paintStreet(pen, now, camera, { empty })
	};
	const sensor = createSensor({ street, paint: painter, seed, pose, width, height });
	const { rgb, luma } = sensor;
	const film = { observer: createFilmObserver, now: street.at(frame), sensor, rgb, luma, time: 0, next };

	function next(): boolean {
		while (take < takes.length && frame > takes[take].to) frame = takes[++take]?.from;
		if (take === takes.length) return false;
		empty = takes[take].empty;
		film.now = sensor.expose(frame);
		film.time = frame / street.fps;
		frame++;
		return true;
	}

	return film;
}
