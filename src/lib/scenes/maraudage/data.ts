import type { Box, Recording } from '../../recording/types';
import { PRESETS, type LoiteringSetup } from '../../rules/index';
import type { Person, Street } from '../../street/types';
import { replay } from '../../watch/replay';

/** Loitering as its makers set it: fact f23; seconds on the scale of the slider. */
export const TICKS = [
	{ key: 'frigate', seconds: 4 },
	{ key: 'hikvision', seconds: 10 },
	{ key: 'axxon', seconds: 30 },
	{ key: 'lilin', seconds: 60 }
];
export const LONGEST = 120;
export const DEFAULT_THRESHOLD = 30;

/** The four makers of the sixth step: id of the preset in lib/rules/presets.ts. Facts f23 and f26. */
export const MAKERS = ['hikvision', 'axxon', 'dahua', 'bosch'] as const;

/** Why people are there, in the rows of the chart; the truth of the street, which the program does not have. */
export const ROWS = ['wait', 'rest', 'together', 'work', 'look', 'cross', 'locks'] as const;
export type Row = (typeof ROWS)[number];

export function rowOf(key: string): Row {
	if (key === 'thief') return 'locks';
	if (key === 'nour' || key === 'salma' || key === 'courier' || key.startsWith('baker')) return 'wait';
	if (key === 'marcel' || key === 'josette') return 'rest';
	if (key.startsWith('teen') || key.startsWith('friend') || key === 'parent' || key === 'child') return 'together';
	if (key === 'florist') return 'work';
	if (key === 'simon' || key === 'tourist') return 'look';
	return 'cross';
}

export interface Longest {
	person: number;
	key: string;
	seconds: number;
	track: number;
	/** Frame at which the stay ended. */
	at: number;
}

/** Longest stay the machine counted for each person it followed, with the frame it reached it. */
export function longest(recording: Recording): Longest[] {
	const best = new Map<number, Longest>();
	for (const s of recording.stays()) {
		if (s.person < 0 || s.to < 0) continue;
		const known = best.get(s.person);
		if (!known || s.seconds > known.seconds)
			best.set(s.person, {
				person: s.person,
				key: recording.street.people[s.person]?.key ?? '',
				seconds: s.seconds,
				track: s.track,
				at: s.to
			});
	}
	return [...best.values()].sort((a, b) => a.person - b.person);
}

/** People flagged at a threshold over the whole recording. */
export const flagged = (recording: Recording, seconds: number) =>
	longest(recording).filter((p) => p.seconds >= seconds);

/** Frames of the recording one step of the running square lasts. */
export const SPAN = 300;

const held = new WeakMap<Recording, number>();

/**
 * The frame the people turn round at: among those that leave three steps of running clocks before it, the one in
 * which most people of the story are over thirty seconds. The middle of the recording where there are none.
 */
export function heldFrame(recording: Recording): number {
	let frame = held.get(recording);
	if (frame !== undefined) return frame;
	const person = new Map(recording.tracks.map((t) => [t.id, t.person]));
	frame = recording.frames >> 1;
	let most = -1;
	for (let f = 3 * SPAN; f < recording.frames * 0.75; f += 25) {
		const over = new Set<number>();
		for (const b of recording.boxesAt(f)) {
			const who = person.get(b.id) ?? -1;
			if (who >= 0 && recording.street.people[who]?.key && recording.dwell(b.id, f) >= DEFAULT_THRESHOLD) over.add(who);
		}
		if (over.size > most) {
			most = over.size;
			frame = f;
		}
	}
	held.set(recording, frame);
	return frame;
}

/** The frame the chapter begins at: three steps of running clocks before people turn round. */
export const startFrame = (recording: Recording): number => heldFrame(recording) - 3 * SPAN;

/** People of the story whose clock is over `seconds` at a frame, with their box. One box a person. */
export function over(
	recording: Recording,
	frame: number,
	seconds: number
): { person: number; key: string; box: Box }[] {
	const person = new Map(recording.tracks.map((t) => [t.id, t.person]));
	const out = new Map<number, { person: number; key: string; box: Box }>();
	for (const box of recording.boxesAt(frame)) {
		const who = person.get(box.id) ?? -1;
		const key = recording.street.people[who]?.key;
		if (key && recording.dwell(box.id, frame) >= seconds && !out.has(who)) out.set(who, { person: who, key, box });
	}
	return [...out.values()];
}

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
	const from = settled(recording.street, marcel, Math.max(0, track.from), track.to);
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
function settled(street: Street, person: Person, from: number, to: number): number {
	const now = street.frame;
	let frame = from;
	for (street.seek(frame); person.pose === 'walk' && frame < to; frame++) street.seek(frame + 1);
	street.seek(now);
	return frame < to ? frame : from;
}
