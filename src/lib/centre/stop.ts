import type { Recording } from '../recording/types';
import { replay, type ReplayedCrowd } from '../watch/replay';

/** The zone the crowd rule counts in: the tram stop. */
export const ZONE = 'tram';

/** A count used in makers' sample files, and the least time Hikvision lets a density hold: fact f24. */
export const DEFAULT_COUNT = 5;
export const DEFAULT_HOLD = 20;

const asked = new WeakMap<Recording, Map<string, ReplayedCrowd>>();

/** The crowd rule asked of the recording; null where there is no such zone. */
function ask(recording: Recording, zone: string, threshold: number, seconds: number): ReplayedCrowd | null {
	if (!recording.zones.some((z) => z.id === zone)) return null;
	let known = asked.get(recording);
	if (!known) asked.set(recording, (known = new Map()));
	const key = `${zone} ${threshold} ${seconds}`;
	let answer = known.get(key);
	if (!answer) known.set(key, (answer = replay(recording, { kind: 'crowd', zone, threshold, seconds })));
	return answer;
}

const counts = new WeakMap<ReplayedCrowd, Uint8Array>();

/** The machine's count in a zone at every frame. */
export function countsOf(recording: Recording, zone: string): Uint8Array {
	const answer = ask(recording, zone, DEFAULT_COUNT, DEFAULT_HOLD);
	if (!answer) return new Uint8Array(recording.frames);
	let list = counts.get(answer);
	if (!list) counts.set(answer, (list = Uint8Array.from(answer.values.subarray(-recording.from))));
	return list;
}

/** The frame at which the machine counts most people at the stop. */
export function peakOf(recording: Recording): number {
	const list = countsOf(recording, ZONE);
	let best = 0;
	for (let f = 0; f < list.length; f++) if (list[f] > list[best]) best = f;
	return best;
}

/** Frames before the peak. */
const LEAD_IN = 260;

/** The frame the stop begins to fill at: chapter `maraudage` ends there and `attroupement` takes over. */
export const openingFrame = (recording: Recording): number => Math.max(0, peakOf(recording) - LEAD_IN);

/** Times the rule "at least `count` for `hold` seconds" sounds over the recording, with the frames it holds. */
export const soundings = (
	recording: Recording,
	zone: string,
	count: number,
	hold: number
): ReplayedCrowd['stretches'] => ask(recording, zone, count, hold)?.stretches.filter((s) => s.alert >= 0) ?? [];
