import type { Camera } from '../camera/camera';
import { createRule, NO_ALERTS, type RuleOf, type RuleSetup } from '../rules/index';
import { createPipeline, createTracks, type Pipeline, type PipelineOptions, type Tracks } from '../vision/index';
import { createAcquaintance, type Acquaintance } from './acquaintance';
import { createIntake } from './intake';
import { createLayers } from './layers';
import type { Observation, State } from './observation';
import type { Setup } from './setup';
import type { Colour, Preview, Source } from './source';

/** The machine, given one picture after another: by a loop over a source (`observe`), or by whoever has a camera. */
export interface Observer {
	/**
	 * Looks at a picture, of the setup's size; footage that is not averaged down is corrected in place.
	 * @param time seconds, more than at the picture before
	 */
	see(rgb: Colour, luma: Uint8Array, time: number): Observation;
	/** Whether a picture taken then is due: who has more of them than the setup wants need not make this one. */
	wants(time: number): boolean;
	/** For footage: learns the scene from pictures seen beforehand. Without it, the first seconds teach it. */
	learn(preview: Preview): void;
	/** What was made of the last picture: the object that `see` returns. */
	readonly now: Observation;
	/** The camera, known or found out, in pixels looked at; null until then. */
	readonly camera: Camera | null;
	/** A rule of the setup as it runs: the very object that is in `setup.rules`. */
	rule<R extends RuleSetup>(of: R): RuleOf<R>;
	/** Of the state that later frames depend on: equal on every engine. */
	hash(): number;
}

/** Part of the picture that is foreground when it is the light or the camera that changed; the scene is learned anew. */
const SUDDEN = 0.6;
/** Frames that a scene is learned from then, before anybody is looked for. */
const RELEARN = 8;
/** Part of the picture that boxes cover together, counted as often as they overlap, beyond which they are not people. */
const COVERED = 0.8;
/** Part of the time between two frames by which one may come early. */
const EARLY = 0.25;

const NOBODY = createTracks(0);

/**
 * Makes the machine a setup describes. A film's frame allocates nothing.
 * @param study is shown what boxes are refined by
 */
export function createObserver(setup: Setup, study?: PipelineOptions['study']): Observer {
	const { fps, footage } = setup;
	const by = footage?.by ?? 1;
	const intake = footage && createIntake(setup.width, setup.height, by);
	const width = intake?.width ?? setup.width;
	const height = intake?.height ?? setup.height;
	const rules = setup.rules.map((r) => createRule(r, setup));
	const known = setup.camera === 'calibrate' ? null : footage ? scaled(setup.camera, by, width, height) : setup.camera;
	if (!known && !footage) throw new RangeError('Only footage calibrates itself');

	let camera: Camera | null = null;
	let pipeline: Pipeline | null = null;
	let acquaintance: Acquaintance | null = null;
	/** Frames for which a changed scene is still to be learned. */
	let relearn = 0;
	/** Highest number given to anybody, and to any thing. */
	let highest = 0;
	let highestThing = 0;
	let thingsBefore = 0;
	/** When the next picture is due. */
	let due = -Infinity;

	const picture: { rgb: Colour; luma: Uint8Array } = { rgb: new Uint8Array(0), luma: new Uint8Array(0) };
	const running = (): Pipeline => {
		if (!pipeline) throw new Error('There is no scene to look at yet: it is still being learned');
		return pipeline;
	};
	const now = {
		frame: 0,
		time: 0,
		state: 'learning' as State,
		epoch: 0,
		people: NOBODY,
		objects: NOBODY,
		alerts: NO_ALERTS,
		layers: createLayers(width * height, picture, running),
		get detections() {
			return running().detections;
		},
		get tracker() {
			return running().tracker;
		},
		before: 0,
		dx: 0,
		dy: 0,
		by
	};

	function start(through: Camera): Pipeline {
		const { gated, shadows, components } = setup.detector;
		camera = through;
		return createPipeline({ width, height, camera, fps, gated, shadows, components, lane: setup.lane, study });
	}
	if (known && !footage) pipeline = start(known);

	const meet = (count: number) => createAcquaintance(width, height, known, count);

	function met(): void {
		if (!acquaintance) return;
		pipeline = start(acquaintance.camera());
		acquaintance.teach(pipeline);
		acquaintance = null;
	}

	function said(state: State): Observation {
		now.state = state;
		now.people = NOBODY;
		now.objects = NOBODY;
		return now;
	}

	/** Lets the rules read who and what is there. */
	function read(people: Tracks, objects: Tracks): Observation {
		now.state = 'watching';
		now.people = people;
		now.objects = objects;
		for (let r = 0; r < rules.length; r++) {
			const found = rules[r].step(now.frame, people, objects);
			if (found.length) now.alerts = now.alerts.length ? [...now.alerts, ...found] : found;
		}
		return now;
	}

	/** Footage: the scene must be learned first, may change all at once, and may be too much. */
	function lookAtFootage(): Observation {
		if (!pipeline) {
			acquaintance ??= meet(footage!.learn * fps);
			acquaintance.see(picture.rgb, picture.luma);
			if (acquaintance.made) met();
			return said('learning');
		}
		if (relearn > 0) {
			relearn--;
			pipeline.learn(picture.rgb, picture.luma);
			return said('learning');
		}
		const people = pipeline.step(picture.rgb, picture.luma);
		if (share(pipeline.raw) > SUDDEN) {
			pipeline = start(camera!);
			intake!.restart();
			pipeline.learn(picture.rgb, picture.luma);
			relearn = RELEARN;
			now.epoch++;
			now.before = highest;
			thingsBefore = highestThing;
			return said('learning');
		}
		if (!credible(people, width, height)) return said('doubtful');
		highest = raise(people, now.before, highest);
		highestThing = raise(pipeline.objects, thingsBefore, highestThing);
		return read(people, pipeline.objects);
	}

	return {
		see(rgb, luma, time) {
			now.time = time;
			now.frame = Math.round(time * fps);
			now.alerts = NO_ALERTS;
			// After a gap the clock starts anew.
			due = (time - due > 1 / fps ? time : due) + 1 / fps;
			if (!intake) {
				picture.rgb = rgb;
				picture.luma = luma;
				const people = running().step(rgb, luma);
				return read(people, running().objects);
			}
			intake.take(rgb, luma);
			picture.rgb = intake.rgb;
			picture.luma = intake.luma;
			now.dx = intake.dx;
			now.dy = intake.dy;
			return lookAtFootage();
		},
		wants: (time) => time >= due - EARLY / fps,
		learn({ count, pictures }) {
			if (!intake) throw new RangeError('Only the scene of footage is learned beforehand');
			acquaintance = meet(count);
			for (const p of pictures) {
				intake.take(p.rgb, p.luma);
				acquaintance.see(intake.rgb, intake.luma);
			}
			met();
			intake.restart();
		},
		now,
		get camera() {
			return camera;
		},
		rule<R extends RuleSetup>(of: R) {
			const i = setup.rules.indexOf(of);
			if (i < 0) throw new RangeError(`No such ${of.kind} rule runs here`);
			return rules[i] as RuleOf<R>;
		},
		hash: () => running().hash()
	};
}

/**
 * What a machine makes of every picture of a source: the one loop. What it yields is overwritten by the next picture.
 * @param observer the machine, where whoever asks needs it too
 */
export function observe(source: Source, setup: Setup, observer = createObserver(setup)): Iterable<Observation> {
	return {
		[Symbol.iterator]() {
			if (setup.footage && source.preview) observer.learn(source.preview(setup.footage.learn));
			// One result for all: a frame allocates nothing.
			const result = { done: false, value: observer.now };
			return {
				next() {
					result.done = !source.next();
					if (!result.done) observer.see(source.rgb, source.luma, source.time);
					return result;
				}
			};
		}
	};
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
