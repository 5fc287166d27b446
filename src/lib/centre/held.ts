import type { Box, Recording } from '../recording/types';

/** The threshold the story begins with: Axxon's default (fact f23). Seconds. */
export const DEFAULT_THRESHOLD = 30;

/** Frames of the recording that pass while clocks run, before people turn round. */
export const RUNNING = 900;

const held = new WeakMap<Recording, number>();

/**
 * The frame people turn round at: among those that leave time for running clocks before it, the one in which most people
 * of the story are over thirty seconds. The middle of the recording where there are none.
 */
export function heldFrame(recording: Recording): number {
	let frame = held.get(recording);
	if (frame !== undefined) return frame;
	frame = recording.frames >> 1;
	let most = -1;
	for (let f = RUNNING; f < recording.frames * 0.75; f += 25) {
		const n = over(recording, f, DEFAULT_THRESHOLD).length;
		if (n > most) {
			most = n;
			frame = f;
		}
	}
	held.set(recording, frame);
	return frame;
}

/** The frame clocks begin to run at: chapter `vision` ends there and `maraudage` takes over. */
export const startFrame = (recording: Recording): number => heldFrame(recording) - RUNNING;

/** Somebody of the story under a box. */
export interface Boxed {
	person: number;
	key: string;
	box: Box;
}

/** People of the story whose clock is over `seconds` at a frame, with their box. One box a person. */
export function over(recording: Recording, frame: number, seconds: number): Boxed[] {
	const person = new Map(recording.tracks.map((t) => [t.id, t.person]));
	const out = new Map<number, Boxed>();
	for (const box of recording.boxesAt(frame)) {
		const who = person.get(box.id) ?? -1;
		const key = recording.street.people[who]?.key;
		if (key && recording.dwell(box.id, frame) >= seconds && !out.has(who)) out.set(who, { person: who, key, box });
	}
	return [...out.values()];
}
