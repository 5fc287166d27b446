import type { Recording } from '../../recording/types';
import { PRESETS, type LoiteringSetup } from '../../rules/index';
import type { Street } from '../../street/types';
import { replay } from '../../watch/replay';
import { longest } from './data';

/** The four makers: id of the preset in lib/rules/presets.ts. Facts f23 and f26. */
export const MAKERS = ['hikvision', 'axxon', 'dahua', 'bosch'] as const;

/** One maker's rule run over one stay of Marcel: seconds on its clock at every frame, and when it sounds. */
export interface Run {
	maker: (typeof MAKERS)[number];
	threshold: number;
	clock: Float32Array;
	/** Frame it sounds at; -1 for never. */
	alert: number;
}

export interface Trial {
	person: number;
	track: number;
	from: number;
	to: number;
	runs: Run[];
}

const trials = new WeakMap<Recording, Trial | null>();

/** Seconds for a maker whose documents give none, where the recording has no alert of it to read them from. */
const UNSTATED = 30;
/** Seconds for which the clocks run on after the longest of them should have sounded. */
const PATIENCE = 4;

/**
 * The four rules run on the boxes of the same man, from when he settles in his longest stay until each has had time.
 * Null in a recording without him.
 */
export function trialOf(recording: Recording): Trial | null {
	let trial = trials.get(recording);
	if (trial === undefined) trials.set(recording, (trial = run(recording)));
	return trial;
}

function run(recording: Recording): Trial | null {
	const marcel = recording.street.people.find((p) => p.key === 'marcel');
	const zone = recording.zones[0];
	const stay = longest(recording).find((p) => p.person === marcel?.id);
	const track = recording.tracks.find((t) => t.id === stay?.track);
	if (!marcel || !zone || !track) return null;
	const thresholdOf = (maker: string) =>
		recording.alerts.find((a) => a.rule === 'loitering' && a.preset === maker)?.threshold ??
		PRESETS.find((p) => p.id === maker)?.seconds ??
		UNSTATED;
	const from = settled(recording.street, marcel.id, Math.max(0, track.from), track.to);
	const thresholds = MAKERS.map(thresholdOf);
	const time = Math.max(...thresholds) + PATIENCE;
	const to = Math.min(track.to, Math.round(from + time * recording.fps));
	const runs = MAKERS.map((maker, i): Run => {
		const threshold = thresholds[i];
		const meaning = PRESETS.find((p) => p.id === maker)?.meaning;
		const rule: LoiteringSetup = { kind: 'loitering', zone: zone.id, seconds: threshold, meaning, preset: maker };
		const { alerts, clock } = replay(recording, rule, { from, to, track: track.id });
		return {
			maker,
			threshold,
			clock: Float32Array.from({ length: track.to - from + 1 }, (_, k) =>
				from + k < to ? clock(track.id, from + k) : 0
			),
			alert: alerts[0]?.frame ?? -1
		};
	});
	return { person: marcel.id, track: track.id, from, to: to - 1, runs };
}

/** The first frame from `from` on at which somebody does not walk; `from` if they always do before `to`. */
function settled(street: Street, person: number, from: number, to: number): number {
	let frame = from;
	while (frame < to && street.at(frame).people[person].pose === 'walk') frame++;
	return frame < to ? frame : from;
}
