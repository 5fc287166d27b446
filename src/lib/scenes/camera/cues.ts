import { cues, even, type At } from '../cues';

/** What the lens yields: pixels, numbers; then the eye comes out of it, down its mast, to what it costs. */
export const CUES = cues({
	/** The street runs, and is brought to rest: a table of numbers is one frame of it. */
	running: even('viewfinder'),
	stopping: even(['pixels', 0, 0.08]),
	finder: { goes: ['pixels', 0.2, 0.32] },
	/** Two edges cross the stage: right of the first are pixels, right of the second numbers. */
	pixels: { comes: ['pixels', 0.08, 0.78], goes: ['thirty-days', 0, 0.17] },
	numbers: { comes: ['pixels', 0.3, 0.66], goes: ['thirty-days', 0, 0.1] },

	loupe: ['loupe', 0.1, 0.42],

	again: even('thirty-days', 'who-asks', 'ribbon', 'bill'),
	out: even('thirty-days'),
	days: ['thirty-days', 0.5, 0.9],

	/** The eye comes down, and they from both sides. */
	coming: even('who-asks'),

	laid: ['ribbon', 0.02, 0.2],
	/** The official goes to where the State's part ends, the others make room. */
	toCut: ['ribbon', 0.14, 0.34],
	scissors: { comes: ['ribbon', 0.28, 0.34], goes: ['ribbon', 0.56, 0.62] },
	open: { comes: ['ribbon', 0.3, 0.38], goes: ['ribbon', 0.42, 0.45] },
	cut: ['ribbon', 0.44, 0.44],
	fallen: ['ribbon', 0.46, 0.7],

	sky: ['bill', 0, 0.34],
	/** The ribbon has gone up and become the first bar. */
	straight: ['bill', 0.06, 0.4],
	chart: ['bill', 0.34, 0.44],
	aid: ['bill', 0.44, 0.6],
	prices: even(['bill', 0.4, 0.75]),
	stays: { goes: ['bill', 0.93, 1] }
});

export type Read = At<keyof typeof CUES.declared>;
