import { SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { createSensor } from '../../camera/sensor';
import { createStreetPainter } from '../../drawing/street';
import { findersOf } from '../../evaluation/detections';
import type { Box, Recording } from '../../recording/types';
import { truthAt, VISIBLE, type Truth } from '../../street/truth';
import type { Person } from '../../street/types';
import type { Boxes, Network } from '../../vision/detect/learned/index';
import { LOOP } from './explained';
import { GROUPS, type Group } from './groups';
import { packGuesses, type Guess } from './packed';
import { SCORES, USUAL } from './score';

/** What the neural network found on the recorded square, and how both machines did on it. */
export interface Learned {
	/** Frame of the first picture it looked at, frames between two, and how many there are. */
	from: number;
	every: number;
	pictures: number;
	/** Boxes, `packGuesses`: all of the first picture from SCORES.least on, then those of every picture from USUAL on. */
	boxes: string;
	/** Of the first picture: whom each box is on, in their order; -1 for nobody. */
	on: number[];
	/** Who can be seen there. */
	people: number[];
	/** By group, all through the film: those who could be seen, those our machine had a box on, those the network had. */
	found: Record<Group, [all: number, ours: number, theirs: number]>;
	/** Of all boxes there, those on nobody, of all: ours, theirs. */
	nobody: [ours: [wrong: number, all: number], theirs: [wrong: number, all: number]];
}

/** It looks at some six pictures a second: what is sold looks at one to six. */
const EVERY = 2;
/** The network is given the same view with twice the pixels in each direction, and looks at so many of its own. */
const BY = 2;
const INPUT = { width: 640, height: 384 };
/** Frames between two pictures of the film both machines are counted on. */
const COUNTED = 50;
/** Half hidden; far: metres from the camera. */
const HALF = 0.65;
const FAR = 33;

/** Has the network look at the square that the recording is of. Takes a minute. */
export function learned(recording: Recording, network: Network): Learned {
	const { street, frames, moments } = recording;
	const [width, height] = [BY * SENSOR_WIDTH, BY * SENSOR_HEIGHT];
	const sensor = createSensor({ street, paint: createStreetPainter(), seed: recording.seed, width, height });
	const look = (frame: number, least: number): { boxes: Boxes; truth: Truth[]; people: readonly Person[] } => {
		const now = sensor.expose(frame);
		const boxes = network.detect({ rgb: sensor.rgb, width, height }, { threshold: least / 100, input: INPUT });
		return { boxes, truth: truthAt(now, sensor.camera), people: now.people };
	};
	const from = moments.explain;
	const pictures = Math.floor((LOOP - 1) / EVERY) + 1;
	const first = look(from, SCORES.least);
	const all = guesses(first.boxes, SCORES.least);
	const finders = findersOf(first.truth.flatMap(boxOf), flat(first.boxes));
	const who = all.map((_, i) => first.truth[finders.indexOf(i)]?.person ?? -1);
	// As they are unpacked: new boxes go from left to right.
	const order = all.map((_, i) => i).sort((a, b) => all[a].x - all[b].x);
	const loop = Array.from({ length: pictures }, (_, k) => guesses(look(from + k * EVERY, SCORES.least).boxes, USUAL));
	const found = Object.fromEntries(GROUPS.map((g) => [g, [0, 0, 0]])) as unknown as Learned['found'];
	const nobody: Learned['nobody'] = [
		[0, 0],
		[0, 0]
	];
	for (let frame = COUNTED; frame < frames; frame += COUNTED) {
		const { boxes, truth, people } = look(frame, USUAL);
		const ours = recording.boxesAt(frame).map((b) => scaled(b));
		count(found, nobody, { truth, people, camera: sensor.camera, ours: ours.flat(), theirs: flat(boxes) });
	}
	return {
		from,
		every: EVERY,
		pictures,
		boxes: packGuesses([all, ...loop]),
		on: order.map((i) => who[i]),
		people: first.truth.filter((t) => t.visible >= VISIBLE).map((t) => t.person),
		found,
		nobody
	};
}

const boxOf = ({ x, y, w, h }: Pick<Truth, 'x' | 'y' | 'w' | 'h'>): number[] => [x, y, w, h];
const flat = ({ count, x, y, w, h }: Boxes): number[] =>
	Array.from({ length: count }, (_, i) => [x[i], y[i], w[i], h[i]]).flat();
const scaled = ({ x, y, w, h }: Box): number[] => [x, y, w, h].map((v) => v * BY);

/** Boxes from a score on, in half pixels of the motion sensor: whole pixels of the network's picture. */
const guesses = ({ count, x, y, w, h, score }: Boxes, least: number): Omit<Guess, 'id'>[] =>
	Array.from({ length: count }, (_, i) => ({
		x: Math.round(x[i]),
		y: Math.round(y[i]),
		w: Math.round(w[i]),
		h: Math.round(h[i]),
		sure: Math.floor(100 * score[i])
	})).filter(({ sure }) => sure >= least);

interface Counted {
	truth: Truth[];
	people: readonly Person[];
	camera: Camera;
	ours: number[];
	theirs: number[];
}

/** Adds whom either machine found in a picture. Everybody is in one group: far before hidden, hidden before what they do. */
function count(found: Learned['found'], nobody: Learned['nobody'], { truth, people, camera, ours, theirs }: Counted) {
	const all = truth.flatMap(boxOf);
	const finders = [findersOf(all, ours), findersOf(all, theirs)];
	[ours, theirs].forEach((boxes, m) => {
		nobody[m][0] += boxes.length / 4 - finders[m].filter((f) => f >= 0).length;
		nobody[m][1] += boxes.length / 4;
	});
	truth.forEach((t, i) => {
		if (t.visible < VISIBLE) return;
		const { pose } = people.find((p) => p.id === t.person)!;
		const doing: Group = pose === 'walk' ? 'walking' : pose === 'stand' ? 'standing' : 'seated';
		const group = t.groundY - camera.y > FAR ? 'far' : t.visible < HALF ? 'hidden' : doing;
		found[group][0]++;
		finders.forEach((f, m) => (found[group][1 + m] += f[i] >= 0 ? 1 : 0));
	});
}
