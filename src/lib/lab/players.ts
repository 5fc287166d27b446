import { iou, type Sequence } from '../evaluation/metrics';
import { inputFor, type Network } from '../vision/detect/learned/index';
import {
	boxesOf,
	createBoxesObserver,
	createLearnedObserver,
	createObserver,
	type LearnedObserver,
	type Observation,
	type Observer,
	type Setup
} from '../watch/index';
import type { BoxFile } from './boxes';
import { INPUTS, type Choice, type LayerName } from './choice';
import type { LabFilm } from './film';
import { heatOf, layerOf } from './layer';
import type { LabBox, Layer, Running, SeenBy } from './messages';
import { createGuard, type Guard, type Seen } from './rules';

/** A machine that runs, its rules, and what it said. */
export interface Player {
	machine: Running;
	observer: Observer;
	/** Where the network looks, if it is one. */
	eyes?: LearnedObserver['eyes'];
	guard: Guard;
	/** What it said, as far back as scores reach. */
	results: Sequence;
	/** Frames each track was on each person. */
	owners: Map<number, Map<number, number>>;
}

/** What players look at: a film of the square, boxes, or what the page sends. */
export interface Sight {
	film: LabFilm | null;
	boxes: BoxFile | null;
	network: Network | null;
}

/** Overlap from which a box is that person's. */
export const SAME = 0.3;

/** Machines that were chosen; what is in a file of boxes is found already. */
export const machinesOf = ({ source, machine }: Choice): Running[] =>
	source === 'boxes' ? ['given'] : machine === 'both' ? ['motion', 'learned'] : [machine];

export function createPlayer(
	machine: Running,
	setup: Setup,
	{ threshold, input }: Choice,
	{ film, boxes, network }: Sight
): Player {
	const rest = { machine, guard: createGuard(setup.fps), results: [], owners: new Map() };
	if (machine === 'given') return { ...rest, observer: createBoxesObserver(setup, boxes!.frames) };
	if (machine === 'learned')
		return { ...rest, ...createLearnedObserver(setup, network!, threshold, inputFor(setup, INPUTS[input])) };
	return { ...rest, observer: film ? film.film.observer(setup) : createObserver(setup) };
}

/** Rules and report of what a machine made of a picture. */
export function watched({ machine, guard }: Player, seen: Observation, ms: number): SeenBy {
	const people = boxesOf(seen);
	const things = boxesOf({ people: seen.objects, dx: seen.dx, dy: seen.dy, by: seen.by });
	const frame: Seen = {
		frame: seen.frame,
		ids: people.map((b) => b.id),
		feet: people.flatMap((b) => [b.x + b.w / 2, b.y + b.h]),
		things: things.map((b) => b.id),
		thingFeet: things.flatMap((b) => [b.x + b.w / 2, b.y + b.h])
	};
	const alerts = guard.see(frame);
	const boxes = people.map((b): LabBox => ({
		...b,
		score: machine === 'learned' ? surest(seen, b) : NaN,
		...guard.clock(b.id)
	}));
	return { machine, state: seen.state, trouble: seen.trouble, boxes, ms, alerts };
}

/** How sure the network is of a box: its own of those it found that lies on it most. */
function surest(
	{ detections: { count, x, y, w, h, score } }: Observation,
	box: Pick<LabBox, 'x' | 'y' | 'w' | 'h'>
): number {
	let best = NaN;
	let most = SAME;
	for (let i = 0; i < count; i++) {
		const o = iou([box.x, box.y, box.w, box.h], 0, [x[i], y[i], w[i], h[i]], 0);
		if (o > most) [best, most] = [score[i], o];
	}
	return best;
}

/**
 * What is shown under a machine's boxes: of motion every stage, of the network its heat. Undefined where the page shows
 * its own picture, or there is nothing to show.
 * @param filmed whether the worker has the picture, and the page has not
 */
export function pictureOf(
	{ machine, eyes, observer }: Player,
	{ width, height }: Setup,
	layer: LayerName,
	filmed: boolean
): Layer | undefined {
	if (machine === 'given') return undefined;
	if (!eyes) {
		const own = layer === 'heat' ? 'frame' : layer;
		return layerOf(own, observer.now, Math.floor(width / observer.now.by), !filmed);
	}
	if (layer === 'heat') return heatOf(eyes, observer.now, width, height);
	return layerOf('frame', observer.now, width, !filmed);
}
