import { cues, even, type At } from '../cues';

/**
 * One alert and what becomes of it: it leaves the square, runs down the streets to the centre, becomes a row, then one
 * dot of a day and one of a thousand, and comes back as a picture with a number, of which the last step shows the whole way.
 */
export const CUES = cues({
	/** The square comes to the moment the rule sounds, and night falls on it. */
	sounds: ['leaving', 0, 0.24],
	/** The box of the alert, on its own from here to its row. */
	alert: { comes: ['leaving', 0.18, 0.24], goes: ['queue', 0.38, 0.42] },
	dark: ['leaving', 0.2, 0.4],
	boxes: { goes: ['leaving', 0.2, 0.26] },
	/** The square has become a place on the plan of the town, the box a packet. */
	shrunk: ['leaving', 0.24, 0.42],
	night: ['leaving', 0.34, 0.34],
	filled: ['leaving', 0.36, 0.44],
	round: ['leaving', 0.4, 0.46],
	run: ['leaving', 0.44, 0.98],
	/** The eye comes down to the house. */
	fly: even(['leaving', 0.98, 1], ['queue', 0, 0.14]),
	trail: {
		goes: [
			['leaving', 0.98, 1],
			['queue', 0, 0.06]
		]
	},

	/** The packet has gone up to its window; windows have become the wall; screens have come on. */
	enters: ['queue', 0.06, 0.14],
	wall: { comes: ['queue', 0.14, 0.14], goes: ['day', 0.03, 0.1] },
	opened: ['queue', 0.14, 0.26],
	screens: ['queue', 0.16, 0.26],
	list: { comes: ['queue', 0.2, 0.28], goes: ['day', 0, 0.06] },
	source: { comes: ['queue', 0.24, 0.28], goes: ['day', 0, 0.06] },
	/** The row of the alert makes room for itself, and the box drops into it. */
	slot: ['queue', 0.24, 0.38],
	landed: ['queue', 0.27, 0.38],
	/** Later alerts push it down. */
	pushed: even(['queue', 0.42, 1]),
	day: ['queue', 0.98, 0.98],

	off: ['day', 0, 0.07],
	/** The row has closed up into a dot. */
	toDot: ['day', 0, 0.16],
	rounded: ['day', 0.06, 0.16],
	chart: { comes: ['day', 0.05, 0.14], goes: ['thousand', 0, 0.1] },
	/** The day goes by. */
	hours: even(['day', 0.12, 0.58]),
	every: ['day', 0.5, 0.58],

	/** The day's dots close ranks, and those of the days that follow fall into the columns left. */
	toGrid: ['thousand', 0, 0.24],
	gathered: ['thousand', 0, 0.28],
	thousand: ['thousand', 0.02, 0.02],
	falling: even(['thousand', 0.06, 0.28]),
	heading: { comes: ['thousand', 0.12, 0.24], goes: ['decision', 0, 0.12] },
	judged: ['thousand', 0.34, 0.44],
	sorted: ['thousand', 0.4, 0.56],
	told: { comes: ['thousand', 0.42, 0.5], goes: ['decision', 0, 0.12] },
	named: ['thousand', 0.5, 0.58],

	third: { comes: ['thousand', 0.52, 0.6], goes: ['assumptions', 0, 0.05] },
	guessed: { comes: ['thousand', 0.6, 0.68], goes: ['assumptions', 0.94, 1] },

	load: { comes: ['assumptions', 0.05, 0.16], goes: ['decision', 0, 0.12] },
	own: { goes: ['assumptions', 0.94, 1] },
	decision: ['assumptions', 0.98, 0.98],

	dots: { goes: ['decision', 0, 0.12] },
	/** The dot has grown into the operator's screen. */
	grown: ['decision', 0, 0.22],
	seated: { comes: ['decision', 0.1, 0.32], goes: ['chain', 0, 0.12] },
	boxed: { comes: ['decision', 0.14, 0.24], goes: ['chain', 0.87, 0.91] },
	written: { comes: ['decision', 0.2, 0.28], goes: ['chain', 0, 0.06] },
	/** Of the time to decide. */
	spent: even(['decision', 0.28, 0.88]),
	raised: ['decision', 0.3, 0.4],
	unsaid: { comes: ['decision', 0.3, 0.4], goes: ['chain', 0, 0.06] },
	/** The lines of what the screen does not say, one after the other. */
	telling: even(['decision', 0.41, 0.7]),
	kept: { goes: ['chain', 0, 0.06] },

	/** The eye draws back: the screen is one thing in a house, and the house one in a chain. */
	drawn: ['chain', 0.04, 0.15],
	chain: { comes: ['chain', 0.05, 0.15], goes: ['chain', 0.88, 0.93] },
	/** Each part comes into the light as the text names it. */
	camera: ['chain', 0.14, 0.17],
	sent: ['chain', 0.15, 0.18],
	network: ['chain', 0.18, 0.22],
	toRecorder: even(['chain', 0.18, 0.27]),
	recorder: ['chain', 0.25, 0.32],
	toServer: even(['chain', 0.32, 0.35]),
	server: ['chain', 0.34, 0.39],
	installer: ['chain', 0.39, 0.44],
	toScreen: even(['chain', 0.44, 0.51]),
	operator: ['chain', 0.48, 0.51],
	/** A hand goes from one answer to the other, and down again. */
	acting: { comes: ['chain', 0.5, 0.56], goes: ['chain', 0.83, 0.88] },
	/** All of it is there where readers rest. */
	toPatrol: even(['chain', 0.54, 0.61]),
	patrol: ['chain', 0.57, 0.61],
	/** In the end it is one lit screen in the dark, and somebody else's: the telephone of the next chapter. */
	alone: ['chain', 0.88, 0.88],
	away: ['chain', 0.9, 0.995],
	outside: ['chain', 0.93, 0.99]
});

export type Read = At<keyof typeof CUES.declared>;
