import { cues, even, type At } from '../cues';

/** Loitering as a clock and a threshold somebody chose: from running clocks to the list it is absent from. */
export const CUES = cues({
	clock: even('clocks', 'manuals', 'threshold'),
	approach: ['clocks', 0.04, 0.3],
	drained: ['clocks', 0, 0.25],
	boxes: ['clocks', 0.08, 0.28],
	zone: ['clocks', 0.2, 0.4],

	scale: { comes: ['manuals', 0.02, 0.12], goes: ['manuals', 0.95, 1] },
	/** The threshold goes down to thirty seconds, to ten, and to where the reader has it. */
	thirty: ['manuals', 0.12, 0.42],
	ten: ['manuals', 0.56, 0.74],
	own: ['manuals', 0.88, 1],
	guessed: { comes: ['threshold', 0.02, 0.12], goes: ['threshold', 0.95, 1] },

	near: ['turning-round', 0, 0.07],
	turned: ['turning-round', 0.01, 0.07],
	/** Through all who speak. */
	turns: even(['turning-round', 0.07, 0.93]),

	veil: ['durations', 0.02, 0.26],
	fallen: ['durations', 0.02, 0.28],
	words: ['durations', 0.14, 0.27],
	caught: ['durations', 0.24, 0.3],
	line: ['durations', 0.26, 0.3],
	/** The line goes through all durations. */
	sweep: even(['durations', 0.3, 0.93]),

	chart: { goes: ['marcel', 0.02, 0.12] },
	/** Marcel's dot grows into his picture. */
	alone: ['marcel', 0.02, 0.2],
	/** Three nights fall and lift; in each his clock fills. */
	firstNight: { comes: ['marcel', 0.21, 0.25], goes: ['marcel', 0.33, 0.37] },
	firstClock: even(['marcel', 0.22, 0.31]),
	secondNight: { comes: ['marcel', 0.39, 0.43], goes: ['marcel', 0.51, 0.55] },
	secondClock: even(['marcel', 0.4, 0.49]),
	thirdNight: { comes: ['marcel', 0.56, 0.6], goes: ['marcel', 0.88, 0.95] },
	thirdClock: even(['marcel', 0.57, 0.86]),
	dawn: ['marcel', 0.94, 1],

	/** His picture becomes the makers' windows. */
	hikvision: ['four-rules', 0.02, 0.17],
	axxon: ['four-rules', 0.02, 0.18],
	dahua: ['four-rules', 0.02, 0.19],
	bosch: ['four-rules', 0.02, 0.2],
	told: ['four-rules', 0.17, 0.22],
	/** The four clocks run. */
	trial: even(['four-rules', 0.2, 0.86]),

	/** The four windows close into the hole. */
	closed: ['not-on-the-list', 0, 0.2],
	dealt: even(['not-on-the-list', 0, 0.38]),
	/** From Marcel to Nour, in the hole. */
	toNour: ['not-on-the-list', 0.22, 0.42],
	absent: ['not-on-the-list', 0.4, 0.48],
	opened: ['not-on-the-list', 0.76, 0.99]
});

export type Read = At<keyof typeof CUES.declared>;
