import { PLACE, STOP } from '../recording/site';
import type { Recording } from '../recording/types';
import type { Line, RuleSetup } from '../rules/index';
import { flagged } from '../scenes/maraudage/data';
import { replay, type ReplayOf } from '../watch/replay';
import type { Card } from './cards';

/** The thresholds the game is played with, seconds. */
export const THRESHOLDS = [30, 60, 120] as const;

/** A line across the square, from the shops to the reader: the game's line of chalk. */
const CHALK: Line = { id: 'chalk', from: [0, 15], to: [0, 1] };

/** What the machine said of the recording under each rule of the game; numbers of alerts, or of people. */
export interface Results {
	/** People flagged, by threshold: of the whole recording, and which cards. */
	loitering: { seconds: number; people: number; cards: Card[]; missed: Card[] }[];
	/** Alerts of the rule that wants somebody to hardly move, at 30 seconds. */
	still: number;
	/** Alerts of each of the others. */
	crowd: number;
	counterFlow: number;
	line: number;
	intrusion: number;
}

/** Asks every rule of the game of the recording: the rules themselves, as the story runs them. */
export function resultsOf(recording: Recording, deck: readonly Card[]): Results {
	const site = { ...recording.setup, lines: [CHALK] };
	const ask = <R extends RuleSetup>(rule: R): ReplayOf<R> => replay({ ...recording, setup: site }, rule, { from: 0 });
	const crowd = ask({ kind: 'crowd', zone: STOP.id, threshold: 5, seconds: 20 });
	return {
		loitering: THRESHOLDS.map((seconds) => ({
			seconds,
			people: flagged(recording, seconds).length,
			cards: deck.filter((c) => c.counted >= seconds),
			missed: deck.filter((c) => c.stayed >= seconds && c.counted < seconds)
		})),
		still: ask({ kind: 'loitering', zone: PLACE.id, seconds: 30, meaning: 'barely-moves' }).alerts.length,
		crowd: crowd.alerts.length,
		counterFlow: ask({ kind: 'counter-flow', zone: PLACE.id, direction: [1, 0], metres: 10 }).alerts.length,
		line: ask({ kind: 'line', line: CHALK.id }).alerts.length,
		intrusion: ask({ kind: 'intrusion', zone: STOP.id, seconds: 10 }).alerts.length
	};
}
