import type { Camera } from '../camera/camera';
import { createRule, NO_ALERTS, type RuleOf, type RuleSetup } from '../rules/index';
import { createPipeline, createTracks, type Pipeline, type PipelineOptions, type Tracks } from '../vision/index';
import { createLayers } from './layers';
import type { Observation, State } from './observation';
import type { Setup } from './setup';
import type { Colour } from './source';

/** Is shown what boxes are refined by. */
export type Study = PipelineOptions['study'];

/** Pipeline and rules behind one observation, whatever pictures have to go through before they can be looked at. */
export interface Machine {
	/** The observation, as whoever makes it writes it. */
	readonly now: { -readonly [K in keyof Observation]: Observation[K] };
	camera: Camera | null;
	/** Null until `start`. */
	readonly pipeline: Pipeline | null;
	/**
	 * Makes the pipeline, or makes it anew: all it has learned is forgotten.
	 * @param own what is otherwise than the setup has it
	 */
	start(camera: Camera, own?: Partial<PipelineOptions>): Pipeline;
	/** A picture begins; nothing is said of it yet. */
	begin(rgb: Colour, luma: Uint8Array, time: number): void;
	/** The picture shows these: the rules read them. */
	report(people: Tracks, objects: Tracks): Observation;
	/** Nobody is said to be in the picture, and why. */
	pass(state: Exclude<State, 'watching'>): Observation;
	rule<R extends RuleSetup>(of: R): RuleOf<R>;
	hash(): number;
}

const NOBODY = createTracks(0);

/** @param width pixels looked at, and `height`; `by` of those given in each */
export function createMachine(setup: Setup, width: number, height: number, by: number, study?: Study): Machine {
	const { fps } = setup;
	const rules = setup.rules.map((r) => createRule(r, setup));
	const picture: { rgb: Colour; luma: Uint8Array } = { rgb: new Uint8Array(0), luma: new Uint8Array(0) };
	const running = (): Pipeline => {
		if (!machine.pipeline) throw new Error('There is no scene to look at yet: it is still being learned');
		return machine.pipeline;
	};
	const now: Machine['now'] = {
		frame: 0,
		time: 0,
		state: 'learning',
		epoch: 0,
		trouble: null,
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
	const machine = {
		now,
		camera: null as Camera | null,
		pipeline: null as Pipeline | null,
		start(camera: Camera, own?: Partial<PipelineOptions>): Pipeline {
			const { gated, shadows, components } = setup.detector;
			machine.camera = camera;
			const options = { width, height, camera, fps, gated, shadows, components, lane: setup.lane, study, ...own };
			return (machine.pipeline = createPipeline(options));
		},
		begin(rgb: Colour, luma: Uint8Array, time: number): void {
			picture.rgb = rgb;
			picture.luma = luma;
			now.time = time;
			now.frame = Math.round(time * fps);
			now.alerts = NO_ALERTS;
		},
		report(people: Tracks, objects: Tracks): Observation {
			now.state = 'watching';
			now.trouble = null;
			now.people = people;
			now.objects = objects;
			for (let r = 0; r < rules.length; r++) {
				const found = rules[r].step(now.frame, people, objects);
				if (found.length) now.alerts = now.alerts.length ? [...now.alerts, ...found] : found;
			}
			return now;
		},
		pass(state: State): Observation {
			now.state = state;
			now.people = NOBODY;
			now.objects = NOBODY;
			return now;
		},
		rule<R extends RuleSetup>(of: R): RuleOf<R> {
			const i = setup.rules.indexOf(of);
			if (i < 0) throw new RangeError(`No such ${of.kind} rule runs here`);
			return rules[i] as RuleOf<R>;
		},
		hash: () => running().hash()
	};
	return machine;
}
