import { cues, even, type At } from '../cues';

/** The law year by year, with the analysis plugged in and out; then Nour, who cannot say no to a lens except by leaving. */
export const CUES = cues({
	/** The bars of the last chapter have turned into the years. */
	turned: ['position', 0, 0.16],
	legend: ['position', 0.1, 0.3],
	rig: ['position', 0.12, 0.24],
	/** The clock of a step's events, which come one after the other and are told in full until the next step. */
	'told.position': even('position'),

	'folded.position': ['trial', 0, 0.14],
	'told.trial': even('trial'),
	firstTrial: ['trial', 0.08, 0.5],
	socket: { comes: ['trial', 0.34, 0.4], goes: ['rider', 0.54, 0.62] },
	plugged: { comes: ['trial', 0.39, 0.47], goes: ['rider', 0.48, 0.58] },

	'folded.trial': ['moirans', 0, 0.12],
	'told.moirans': even(['moirans', 0, 0.5]),
	/** The drawing of the case opens out of its day, and goes back into it. */
	opened: { comes: ['moirans', 0.18, 0.38], goes: ['rider', 0, 0.2] },
	filed: ['moirans', 0.36, 0.44],
	/** Along the years, to the court. */
	walk: even(['moirans', 0.42, 0.84]),
	climbed: ['dark-screens', 0.02, 0.14],
	door: ['dark-screens', 0.08, 0.16],
	inside: { comes: ['dark-screens', 0.14, 0.19], goes: ['dark-screens', 0.26, 0.31] },
	ruled: ['dark-screens', 0.22, 0.32],
	/** The town's screens, one after the other. */
	dark: even(['dark-screens', 0.32, 0.58]),

	'folded.moirans': ['rider', 0.16, 0.28],
	'told.rider': even(['rider', 0.12, 1]),
	/** Voted, then struck out. */
	extension: { comes: ['rider', 0.34, 0.46], goes: ['rider', 0.5, 0.6] },
	/** The plug hangs out, past the trial. */
	out: ['rider', 0.56, 0.72],

	'folded.rider': ['reopened', 0, 0.14],
	'told.reopened': even('reopened'),
	again: ['reopened', 0.2, 0.44],
	secondTrial: ['reopened', 0.36, 0.62],
	socketAgain: ['reopened', 0.42, 0.5],
	pluggedAgain: ['reopened', 0.5, 0.62],
	today: ['reopened', 0.56, 0.7],

	/** The camera goes through the last trial's band into the square. */
	through: ['refusals', 0, 0.2],
	ochre: { goes: ['refusals', 0, 0.12] },
	waiting: even(['refusals', 0, 0.2]),
	years: { goes: ['refusals', 0.03, 0.14] },
	near: ['refusals', 0.06, 0.32],
	ochreLine: { goes: ['refusals', 0.16, 0.22] },
	boxed: ['refusals', 0.16, 0.26],
	gestures: even(['refusals', 0.2, 0.92]),

	framed: ['out-of-frame', 0, 0.22],
	leaving: even(['out-of-frame', 0.16, 0.54]),
	outOfFrame: ['out-of-frame', 0.52, 0.6],
	/** The picture is drawn up out of the stage, and she stays. */
	alone: ['out-of-frame', 0.86, 1]
});

export type Read = At<keyof typeof CUES.declared>;
