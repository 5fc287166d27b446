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
	socket: { comes: ['trial', 0.34, 0.4], goes: ['decisions', 0.5, 0.58] },
	plugged: { comes: ['trial', 0.39, 0.47], goes: ['decisions', 0.44, 0.54] },

	'folded.trial': ['decisions', 0, 0.14],
	'told.decisions': even('decisions'),
	/** Voted, then struck out. */
	extension: { comes: ['decisions', 0.3, 0.42], goes: ['decisions', 0.46, 0.58] },
	/** The plug hangs out, past the trial. */
	out: ['decisions', 0.52, 0.7],

	'folded.decisions': ['reopened', 0, 0.14],
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
