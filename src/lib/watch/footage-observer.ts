import { createEdges } from '../vision/footage/edges';
import { createPlain } from '../vision/footage/plain';
import type { Calibration } from '../vision/footage/calibration';
import type { Pipeline, PipelineOptions, Tracks } from '../vision/index';
import { PERSON_HEIGHT } from '../vision/types';
import { createAcquaintance, type Acquaintance } from './acquaintance';
import { createIntake } from './intake';
import { createMachine, type Study } from './machine';
import { createKnock } from './knock';
import type { Observation, Trouble } from './observation';
import { createFilmObserver, observerOf, type Observer } from './observer';
import { scaled, type Setup } from './setup';
import type { Colour, Preview } from './source';

/** Part of the picture that is foreground when it is the light or the camera that changed; the scene is learned anew. */
const SUDDEN = 0.6;
/** Frames that a scene is learned from then, before anybody is looked for. */
const RELEARN = 8;
/** Part of the picture that boxes cover together, counted as often as they overlap, beyond which they are not people. */
const COVERED = 0.8;
/** Part of the picture that people fill at most, in which nobody hides anybody; most of them, and least of that. */
const DENSE = 0.3;
const MOST = 160;
const LEAST = 6;
/** Seconds that somebody is seen before they are believed, where nothing tells how large people are. */
const CONFIRM = 0.5;

/** Makes the machine a setup describes, for pictures to be pushed to. */
export const createObserver = (setup: Setup, study?: Study): Observer =>
	setup.footage ? createFootageObserver(setup, study) : createFilmObserver(setup, study);

/**
 * The machine for footage of a real camera: it learns the scene first, and anew when all of it changes at once; finds
 * out the camera if it must; and says nothing rather than what cannot be.
 */
export function createFootageObserver(setup: Setup, study?: Study): Observer {
	const { fps } = setup;
	if (!setup.footage) throw new RangeError('The setup is for a film, the source is footage');
	const { by, learn } = setup.footage;
	const intake = createIntake(setup.width, setup.height, by);
	const { width, height } = intake;
	const known = setup.camera === 'calibrate' ? null : scaled(setup.camera, by, width, height);
	const machine = createMachine(setup, width, height, by, study);
	const { now } = machine;
	let acquaintance: Acquaintance | null = null;
	let calibration: Calibration | null = null;
	const knock = createKnock(width, height, fps);
	/** Most boxes that may be people: set by how large they are here. */
	let crowd = MOST;
	/** When the first picture of a scene that is being met was taken. */
	let met = NaN;
	/** Frames for which a changed scene is still to be learned. */
	let relearn = 0;
	/** Highest number given to anybody, and to any thing; and those of the epochs before. */
	let highest = 0;
	let highestThing = 0;
	let thingsBefore = 0;

	const meet = (count: number) => (acquaintance = createAcquaintance(width, height, known, count));

	function settle(met: Acquaintance): void {
		calibration = met.calibration();
		crowd = crowdOf(calibration, width, height);
		met.teach(start(calibration));
		acquaintance = null;
	}

	/** Nothing that was fitted on drawn people is for footage: not the edges of boxes and, without a camera, nothing at all. */
	function start({ camera, band }: Calibration): Pipeline {
		const own: Partial<PipelineOptions> = { most: crowd + 1, refiner: createEdges };
		if (band) {
			own.detector = createPlain({ ...setup.detector, width, height, band, fps, most: crowd + 1 });
			own.tracking = { minHits: Math.max(3, Math.round(fps * CONFIRM)) };
		}
		return machine.start(camera, own);
	}

	/** Learns the scene anew, from this picture on. */
	function anew(): Observation {
		start(calibration!).learn(intake.rgb, intake.luma);
		intake.restart();
		knock.restart();
		relearn = RELEARN;
		now.epoch++;
		now.before = highest;
		thingsBefore = highestThing;
		return pass('learning', 'moved');
	}

	function pass(state: 'learning' | 'doubtful', trouble: Trouble | null): Observation {
		now.trouble = trouble;
		return machine.pass(state);
	}

	function see(rgb: Colour, luma: Uint8Array, time: number): Observation {
		intake.take(rgb, luma);
		machine.begin(intake.rgb, intake.luma, time);
		now.dx = intake.dx;
		now.dy = intake.dy;
		const { pipeline } = machine;
		if (!pipeline) {
			if (!acquaintance) met = time;
			const meeting = acquaintance ?? meet(learn * fps);
			meeting.see(intake.rgb, intake.luma);
			// A device that looks at few of the pictures has met the scene when its time is over.
			if (meeting.made || time - met >= learn) settle(meeting);
			return pass('learning', null);
		}
		if (relearn > 0) {
			relearn--;
			pipeline.learn(intake.rgb, intake.luma);
			return pass('learning', 'moved');
		}
		const people = pipeline.step(intake.rgb, intake.luma);
		if (share(pipeline.mask) > SUDDEN || knock.see(pipeline.mask, people)) return anew();
		if (people.count > crowd || !credible(people, width, height)) return pass('doubtful', 'flood');
		highest = raise(people, now.before, highest);
		highestThing = raise(pipeline.objects, thingsBefore, highestThing);
		machine.report(people, pipeline.objects);
		now.trouble = calibration!.sure ? null : 'scale';
		return now;
	}

	const observer = observerOf(machine, setup, see, ({ count, pictures }: Preview) => {
		const meeting = meet(count);
		for (const p of pictures) {
			intake.take(p.rgb, p.luma);
			meeting.see(intake.rgb, intake.luma);
		}
		settle(meeting);
		intake.restart();
	});
	return Object.defineProperty(observer, 'calibration', { get: () => calibration });
}

/** More people than a crowd of their size could be: as many as stand shoulder to shoulder in a quarter of the picture. */
function crowdOf({ camera, band }: Calibration, width: number, height: number): number {
	const row = Math.round(0.6 * height);
	const tall = band ? band.tall[row] : (PERSON_HEIGHT * (row - camera.v0)) / camera.z;
	const room = (DENSE * width * height) / (0.38 * Math.max(8, tall) ** 2);
	return Math.max(LEAST, Math.min(MOST, Math.round(room)));
}

/** Raises the numbers of an epoch over those given before; returns the highest yet. */
function raise(tracks: Tracks, before: number, highest: number): number {
	for (let i = 0; i < tracks.count; i++) {
		tracks.id[i] += before;
		highest = Math.max(highest, tracks.id[i]);
	}
	return highest;
}

/** The part of a mask that is set. */
function share(mask: Uint8Array): number {
	let set = 0;
	for (let i = 0; i < mask.length; i++) if (mask[i]) set++;
	return set / mask.length;
}

/** Whether boxes may be people: not more than the picture has room for. A false box costs as much as a missed person. */
function credible({ count, w, h }: Tracks, width: number, height: number): boolean {
	let area = 0;
	for (let i = 0; i < count; i++) area += w[i] * h[i];
	return area < COVERED * width * height;
}
