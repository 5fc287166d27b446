import { FPS, sensorCamera } from '../camera/camera';
import { createSensor } from '../camera/sensor';
import { createStreetPainter } from '../drawing/street';
import type { Weather } from '../street/light';
import { truthAt, VISIBLE, type Truth } from '../street/truth';
import type { Instant, Person } from '../street/types';
import { LEARNED, type Network, type Size } from '../vision/detect/learned/index';
import type { Tracks } from '../vision/index';
import { createLearnedObserver, filmSetup, observe, type DetectorSetup } from '../watch/index';
import { findersOf } from './detections';
import { KINDS, type Kind } from './kinds';
import { tally, type Labelled, type Sequence, type Tally } from './metrics';
import { filmOf } from './run';
import { createScene, weatherOf, type SceneOptions } from './scenes';
import { sceneSetup } from './setup';

export const MACHINES = ['motion', 'learned'] as const;
export type MachineName = (typeof MACHINES)[number];

/** How the network looks at scenes. */
export interface Looking {
	/** Frames from one picture to the next: what is sold looks at one to six a second. */
	every: number;
	/** Times the motion sensor's pixels, in each direction. */
	by: number;
	/** Pixels it looks at of that picture. */
	input: Size;
	/** Score from which somebody is followed. */
	threshold: number;
}

/** The default: some four pictures a second of 640 × 360 pixels, looked at whole. */
export const LOOKING: Looking = {
	every: 3,
	by: 2,
	input: { width: 640, height: 384 },
	threshold: LEARNED.highThresh
};

/** How both machines did on the same pictures of a scene. */
export interface Compared {
	options: SceneOptions;
	weather: Weather;
	tallies: Record<MachineName, Tally>;
	/** Of each kind: sights of people who could be seen, and those that each machine had a box on. */
	kinds: Record<Kind, { all: number } & Record<MachineName, number>>;
}

/** Seconds that the network looks before anything is scored; motion has the scene's own lead. */
const BEFORE = 3;

/**
 * Runs a scene through both machines: motion as it always looks, the network at its own size and rate. Both are scored at
 * the pictures the network looked at, against the boxes of people at least 35 % visible to the motion sensor.
 */
export function compareScene(
	options: SceneOptions,
	network: Network,
	looking: Looking = LOOKING,
	detector?: DetectorSetup
): Compared {
	const scored = (frame: number) => frame >= 0 && frame % looking.every === 0;
	const truths: Sequence = [];
	const motion: Sequence = [];
	const kinds = Object.fromEntries(KINDS.map((k) => [k, { all: 0, motion: 0, learned: 0 }])) as Compared['kinds'];
	const people: { truth: Truth[]; now: Instant }[] = [];
	const film = filmOf(options);
	for (const seen of observe(film, sceneSetup(options.matter, detector))) {
		if (!scored(seen.frame)) continue;
		const truth = truthAt(film.now, sensorCamera()).filter((t) => t.visible >= VISIBLE);
		truths.push({ ids: truth.map((t) => t.person), boxes: truth.flatMap(({ x, y, w, h }) => [x, y, w, h]) });
		motion.push(boxesIn(seen.people, 1));
		people.push({ truth, now: film.now });
	}
	const learned = looked(options, network, looking);
	people.forEach(({ truth, now }, i) => {
		const finders = {
			motion: findersOf(truths[i].boxes, motion[i].boxes),
			learned: findersOf(truths[i].boxes, learned[i].boxes)
		};
		truth.forEach((t, k) => {
			for (const kind of kindsOf(
				t,
				now.people.find((p) => p.id === t.person)!
			)) {
				kinds[kind].all++;
				for (const machine of MACHINES) if (finders[machine][k] >= 0) kinds[kind][machine]++;
			}
		});
	});
	return {
		options,
		weather: options.weather ?? weatherOf(options.seed),
		tallies: { motion: tally(truths, motion), learned: tally(truths, learned) },
		kinds
	};
}

/** What the network's machine says at each scored picture, in the motion sensor's pixels. */
function looked(options: SceneOptions, network: Network, { every, by, input, threshold }: Looking): Sequence {
	const street = createScene(options);
	const camera = sensorCamera();
	const [width, height] = [by * camera.width, by * camera.height];
	const sensor = createSensor({ street, paint: createStreetPainter(), width, height });
	const setup = filmSetup({ width, height, fps: FPS / every, camera: sensor.camera });
	const { observer } = createLearnedObserver(setup, network, threshold, input);
	const out: Sequence = [];
	const from = -Math.round((BEFORE * FPS) / every) * every;
	for (let frame = from; frame < Math.round(options.seconds * FPS); frame += every) {
		sensor.expose(frame);
		const { people } = observer.see(sensor.rgb, sensor.luma, frame / FPS);
		if (frame >= 0) out.push(boxesIn(people, by));
	}
	return out;
}

function boxesIn({ count, id, x, y, w, h }: Tracks, by: number): Labelled {
	const out: Labelled = { ids: [], boxes: [] };
	for (let i = 0; i < count; i++) {
		out.ids.push(id[i]);
		out.boxes.push(x[i] / by, y[i] / by, w[i] / by, h[i] / by);
	}
	return out;
}

/** Metres from the camera. */
const NEAR = 20;
const FAR = 33;
/** Share seen, under which somebody is half hidden. */
const HALF = 0.65;

function kindsOf(t: Truth, { pose, look, shelter }: Person): Kind[] {
	const away = t.groundY - sensorCamera().y;
	const kinds: Kind[] = [pose === 'walk' ? 'walking' : pose === 'stand' ? 'standing' : 'seated'];
	if (look.bag || look.suitcase || look.box) kinds.push('bag');
	if (shelter > 0.5) kinds.push('umbrella');
	if (t.visible < HALF) kinds.push('hidden');
	kinds.push(away < NEAR ? 'near' : away < FAR ? 'middle' : 'far');
	return kinds;
}
