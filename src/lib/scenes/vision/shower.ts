import { FPS } from '../../camera/camera';
import { createWriter } from '../../recording/bits';
import { LANE } from '../../recording/site';
import { createStreet } from '../../street/street';
import { truthAt, VISIBLE } from '../../street/truth';
import { filmSetup, filmSource, observe } from '../../watch/index';
import { codeMasks, MODELS } from './masks';

/** What the program saw of a shower on the square. */
export interface Shower {
	/** Frame of the street at which it begins to rain. */
	from: number;
	/** Frames kept: one before the rain, then some in it. */
	frames: number[];
	/** Masks of those frames, of the sensor's pixels: what `codeMasks` wrote of them, in base64. */
	masks: string;
	/** x, y, w, h of each box, half pixels of the sensor. */
	boxes: number[][];
	/** People at least 35 % visible. */
	people: number[];
}

/** Between two passages of the tram. */
const FROM = 1180;
/** The program first sees the square empty, as in the recording, then for as many frames before the first one kept. */
const EMPTY = 90;
const WARM = 260;
const KEPT = [-10, 40, 58, 76];

/** Films the square again with a shower in it and runs the same machine on it. Takes some seconds. */
export function shower(seed: number): Shower {
	const begins = FROM / FPS;
	const street = createStreet({ seed, rain: [begins, begins + 60] });
	const frames = KEPT.map((k) => FROM + k);
	const start = -street.lead * FPS;
	const takes = [
		{ from: start, to: start + EMPTY - 1 },
		{ from: frames[0] - WARM, to: frames[frames.length - 1] }
	];
	const film = filmSource({ street, takes });
	const out: Shower = { from: FROM, frames, masks: '', boxes: [], people: [] };
	const masks: Uint8Array[] = [];
	for (const { frame, people, layers } of observe(film, filmSetup({ lane: LANE }))) {
		if (!frames.includes(frame)) continue;
		out.people.push(truthAt(film.now, film.sensor.camera).filter((t) => t.visible >= VISIBLE).length);
		masks.push(layers.mask.slice());
		const boxes: number[] = [];
		for (let i = 0; i < people.count; i++)
			boxes.push(...[people.x[i], people.y[i], people.w[i], people.h[i]].map((v) => Math.round(2 * v)));
		out.boxes.push(boxes);
	}
	const { code, bytes } = createWriter(MODELS);
	codeMasks(code, masks);
	out.masks = Buffer.from(bytes()).toString('base64');
	return out;
}
