import type { Camera } from '../camera/camera';
import type { Tracks } from '../vision/index';
import { createAcquaintance, type Acquaintance } from './acquaintance';
import { createIntake } from './intake';
import { createMachine, type Study } from './machine';
import type { Observation } from './observation';
import { createFilmObserver, observerOf, type Observer } from './observer';
import type { Setup } from './setup';
import type { Colour, Preview } from './source';

/** Part of the picture that is foreground when it is the light or the camera that changed; the scene is learned anew. */
const SUDDEN = 0.6;
/** Frames that a scene is learned from then, before anybody is looked for. */
const RELEARN = 8;
/** Part of the picture that boxes cover together, counted as often as they overlap, beyond which they are not people. */
const COVERED = 0.8;

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
	/** Frames for which a changed scene is still to be learned. */
	let relearn = 0;
	/** Highest number given to anybody, and to any thing; and those of the epochs before. */
	let highest = 0;
	let highestThing = 0;
	let thingsBefore = 0;

	const meet = (count: number) => (acquaintance = createAcquaintance(width, height, known, count));

	function settle(met: Acquaintance): void {
		met.teach(machine.start(met.camera()));
		acquaintance = null;
	}

	function see(rgb: Colour, luma: Uint8Array, time: number): Observation {
		intake.take(rgb, luma);
		machine.begin(intake.rgb, intake.luma, time);
		now.dx = intake.dx;
		now.dy = intake.dy;
		const { pipeline } = machine;
		if (!pipeline) {
			const meeting = acquaintance ?? meet(learn * fps);
			meeting.see(intake.rgb, intake.luma);
			if (meeting.made) settle(meeting);
			return machine.pass('learning');
		}
		if (relearn > 0) {
			relearn--;
			pipeline.learn(intake.rgb, intake.luma);
			return machine.pass('learning');
		}
		const people = pipeline.step(intake.rgb, intake.luma);
		if (share(pipeline.raw) > SUDDEN) {
			machine.start(machine.camera!).learn(intake.rgb, intake.luma);
			intake.restart();
			relearn = RELEARN;
			now.epoch++;
			now.before = highest;
			thingsBefore = highestThing;
			return machine.pass('learning');
		}
		if (!credible(people, width, height)) return machine.pass('doubtful');
		highest = raise(people, now.before, highest);
		highestThing = raise(pipeline.objects, thingsBefore, highestThing);
		return machine.report(people, pipeline.objects);
	}

	return observerOf(machine, setup, see, ({ count, pictures }: Preview) => {
		const meeting = meet(count);
		for (const p of pictures) {
			intake.take(p.rgb, p.luma);
			meeting.see(intake.rgb, intake.luma);
		}
		settle(meeting);
		intake.restart();
	});
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

/** A camera of pictures as they are given, in the pixels that are looked at. */
const scaled = (c: Camera, by: number, width: number, height: number): Camera => ({
	...c,
	f: c.f / by,
	u0: c.u0 / by,
	v0: c.v0 / by,
	width,
	height
});
