import type { Camera } from '../camera/camera';
import type { RuleOf, RuleSetup } from '../rules/index';
import type { Calibration } from '../vision/footage/calibration';
import { createMachine, type Machine, type Study } from './machine';
import type { Observation } from './observation';
import { scaled, type Setup } from './setup';
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
	/** How that camera was found, and how sure it is; null until then, and for films. */
	readonly calibration: Calibration | null;
	/** A rule of the setup as it runs: the very object that is in `setup.rules`. */
	rule<R extends RuleSetup>(of: R): RuleOf<R>;
	/** Of the state that later frames depend on: equal on every engine. */
	hash(): number;
}

/** Part of the time between two frames by which one may come early. */
const EARLY = 0.25;

/** Makes an observer of a machine and of what it does with a picture. */
export function observerOf(
	machine: Machine,
	{ fps }: Setup,
	see: (rgb: Colour, luma: Uint8Array, time: number) => Observation,
	learn: (preview: Preview) => void
): Observer {
	/** When the next picture is due. */
	let due = -Infinity;
	return {
		see(rgb, luma, time) {
			// After a gap the clock starts anew.
			due = (time - due > 1 / fps ? time : due) + 1 / fps;
			return see(rgb, luma, time);
		},
		wants: (time) => time >= due - EARLY / fps,
		learn,
		now: machine.now,
		get camera() {
			return machine.camera;
		},
		calibration: null,
		rule: machine.rule,
		hash: machine.hash
	};
}

/** The machine for clean pictures through a known camera. */
export function createFilmObserver(setup: Setup, study?: Study): Observer {
	if (setup.footage) throw new RangeError('The setup is for footage, the source is a film');
	if (setup.camera === 'calibrate') throw new RangeError('Only footage calibrates itself');
	const { by = 1 } = setup;
	const [width, height] = [Math.floor(setup.width / by), Math.floor(setup.height / by)];
	const machine = createMachine(setup, width, height, by, study);
	const pipeline = machine.start(by === 1 ? setup.camera : scaled(setup.camera, by, width, height));
	return observerOf(
		machine,
		setup,
		(rgb, luma, time) => {
			machine.begin(rgb, luma, time);
			return machine.report(pipeline.step(rgb, luma), pipeline.objects);
		},
		() => {
			throw new RangeError('Only the scene of footage is learned beforehand');
		}
	);
}

/**
 * What a machine makes of every picture of a source: the one loop. What it yields is overwritten by the next picture.
 * @param observer the machine, where whoever asks needs it too
 */
export function observe(source: Source, setup: Setup, observer = source.observer(setup)): Iterable<Observation> {
	return {
		[Symbol.iterator]() {
			if (setup.footage && source.preview) observer.learn(source.preview(setup.footage.learn));
			// One result for all frames.
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
