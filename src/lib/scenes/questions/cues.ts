import { cues, even, type At } from '../cues';

/** Three questions, a town's answers to them, the sheet to take away; then the square, two sisters, and neither. */
export const CUES = cues({
	/** The street runs on. */
	before: even('asking', 'town', 'sheet'),
	coming: even(['asking', 0.01, 0.36]),
	asked: even(['asking', 0.12, 0.48]),
	/** The paper lies ready below the stage, with the answers on it. */
	ready: ['asking', 0.96, 0.96],

	/** Those who ask go back, and are out of the picture before the eye is down. */
	gone: ['town', 0, 0.2],
	askers: { goes: ['town', 0.3, 0.3] },
	/** Each question goes from its balloon to the head of an answer, on a slip of its own. */
	toRow: ['town', 0, 0.24],
	slips: { goes: ['town', 0.26, 0.26] },
	bare: ['town', 0.18, 0.25],
	paper: ['town', 0, 0.22],
	down: { comes: ['town', 0, 0.26], goes: ['sheet', 0.02, 0.5] },
	masts: { comes: ['town', 0.12, 0.4], goes: ['sheet', 0, 0.24] },
	answers: even(['town', 0.16, 0.36]),

	answered: { goes: ['sheet', 0, 0.1] },
	/** The paper grows into the sheet, and the questions go to the heads of its parts. */
	toSheet: ['sheet', 0, 0.24],
	sheet: ['sheet', 0.16, 0.3],
	items: even(['sheet', 0.29, 0.54]),
	note: ['sheet', 0.44, 0.54],

	dropped: [
		['sheet', 0.98, 1],
		['salma', 0, 0.18]
	],
	papers: { goes: ['salma', 0.2, 0.2] },
	boxes: [
		['sheet', 0.98, 1],
		['salma', 0, 0.1]
	],
	fading: even(['salma', 0.08, 0.3]),
	near: ['salma', 0.3, 0.62],
	meeting: even('salma'),

	back: ['square', 0, 0.36],
	leaving: even('square'),
	someone: ['square', 0.3, 0.86],
	/** The square goes on by itself. */
	onward: ['square', 0.86, 0.98]
});

export type Read = At<keyof typeof CUES.declared>;
