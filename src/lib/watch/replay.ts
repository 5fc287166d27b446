import {
	createRule,
	type Crowd,
	type CrowdSetup,
	type Finding,
	type Loitering,
	type LoiteringSetup,
	type People,
	type RuleSetup,
	type Stay
} from '../rules/index';
import type { Observations } from './memory';

/** What a rule would have said of frames already observed. */
export interface Replayed {
	alerts: Finding[];
}

/** The clocks of the loitering rule, too. */
export interface ReplayedLoitering extends Replayed {
	/** Seconds on a track's clock at a frame; 0 for who is not in the zone. */
	clock(track: number, frame: number): number;
	/** In the order they began. */
	stays: Stay[];
}

/** What the crowd rule counted, too. */
export interface ReplayedCrowd extends Replayed {
	/** People in the zone, or people a square metre, at each frame from the first replayed on. */
	values: Float64Array;
	/** The stretches it sounded in: since when it had held, when it sounded, and the last frame that reached the threshold. */
	stretches: { from: number; alert: number; to: number }[];
}

export type ReplayOf<R extends RuleSetup> = R extends LoiteringSetup
	? ReplayedLoitering
	: R extends CrowdSetup
		? ReplayedCrowd
		: Replayed;

/** Part of what was observed; default all. */
export interface Part {
	/** First frame, and the one after the last. */
	from?: number;
	to?: number;
	/** As if nobody else had been there. */
	track?: number;
}

/**
 * Asks a rule of what was observed already ("what if the threshold were 12 s?"): the rule that runs live, reading the same
 * people in the same order. Throws RangeError when its zone or line is not there.
 */
export function replay<R extends RuleSetup>(observations: Observations, rule: R, part: Part = {}): ReplayOf<R> {
	const from = part.from ?? observations.from;
	const to = part.to ?? observations.to;
	const running = createRule<RuleSetup>(rule, observations.setup);
	const reader =
		rule.kind === 'loitering'
			? readClocks(running as Loitering, observations.tracks, part.track)
			: rule.kind === 'crowd'
				? readValues(running as Crowd, from, to, rule.threshold)
				: null;
	const alerts: Finding[] = [];
	for (let frame = from; frame < to; frame++) {
		const all = observations.peopleAt(frame);
		const people = part.track === undefined ? all : only(all, part.track);
		const found = running.step(frame, people, observations.objectsAt?.(frame));
		if (found.length) alerts.push(...found);
		reader?.read(frame, found);
	}
	return { alerts, ...reader?.result } as unknown as ReplayOf<R>;
}

/** One of many people. */
function only(people: People, track: number): People {
	for (let i = 0; i < people.count; i++)
		if (people.id[i] === track)
			return { count: 1, id: [track], groundX: [people.groundX[i]], groundY: [people.groundY[i]] };
	return { count: 0, id: [], groundX: [], groundY: [] };
}

/** Reads every track's clock after each frame. */
function readClocks(rule: Loitering, all: Observations['tracks'], track: number | undefined) {
	const tracks = track === undefined ? all : all.filter((t) => t.id === track);
	const seconds = new Map(tracks.map((t) => [t.id, { from: t.from, values: new Float32Array(t.to - t.from + 1) }]));
	const open = new Map<number, Stay>();
	const stays: Stay[] = [];
	return {
		read(frame: number) {
			for (const t of tracks) {
				if (frame < t.from || frame > t.to) continue;
				const value = rule.dwell(t.id);
				seconds.get(t.id)!.values[frame - t.from] = value;
				const stay = open.get(t.id);
				if (stay && value >= stay.seconds && value > 0) {
					stay.seconds = value;
					stay.to = frame;
				} else if (value > 0) {
					const next = { track: t.id, from: frame, to: frame, seconds: value };
					open.set(t.id, next);
					stays.push(next);
				} else open.delete(t.id);
			}
		},
		result: {
			stays,
			clock(track: number, frame: number) {
				const own = seconds.get(track);
				return own?.values[Math.floor(frame) - own.from] ?? 0;
			}
		}
	};
}

/** Reads what a crowd rule counts, and the stretches it sounds in. */
function readValues(rule: Crowd, from: number, to: number, threshold: number) {
	const values = new Float64Array(Math.max(0, to - from));
	const stretches: ReplayedCrowd['stretches'] = [];
	let open: ReplayedCrowd['stretches'][number] | null = null;
	return {
		read(frame: number, found: readonly Finding[]) {
			values[frame - from] = rule.value;
			if (rule.held === 0) open = null;
			else if (open && rule.value >= threshold) open.to = frame;
			for (const { since, frame: alert } of found) stretches.push((open = { from: since, alert, to: alert }));
		},
		result: { values, stretches }
	};
}
