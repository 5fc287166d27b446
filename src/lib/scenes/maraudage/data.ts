import { DEFAULT_THRESHOLD } from '../../centre/held';
import type { Params } from '../../picture/frame';
import type { Recording } from '../../recording/types';

/**
 * Loitering as its makers set it: fact f23; seconds on the scale of the slider. `hollow`: no setting, but an example in a
 * manual, or the longest time a menu offers.
 */
export const TICKS: { key: string; seconds: number; hollow?: true }[] = [
	{ key: 'frigate', seconds: 4, hollow: true },
	{ key: 'hikvision', seconds: 10 },
	{ key: 'axxon', seconds: 30 },
	{ key: 'lilin', seconds: 60, hollow: true }
];
export const LONGEST = 120;

/** The threshold as the reader has set it, seconds. */
export const thresholdOf = (params: Params): number => Number(params['maraudage.threshold'] ?? DEFAULT_THRESHOLD);

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
