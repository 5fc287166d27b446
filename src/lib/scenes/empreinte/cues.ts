import { cues, even, type At } from '../cues';

/** A green poster over ten thousand processors; their hours, tonnes and flights; and what the number is about. */
export const CUES = cues({
	/** The clock of processors at work, and of what drives on the poster. */
	clock: even('poster', 'heaters'),

	poster: ['poster', 0.03, 0.42],
	rolled: ['poster', 0.62, 0.94],

	hung: { goes: ['heaters', 0, 0.12] },
	/** The processors have been cleared away, and the first hour is in sight. */
	away: ['heaters', 0.01, 0.11],
	/** The wrong unit, struck through, and the right one written over it. */
	unit: ['heaters', 0.06, 0.1],
	struck: ['heaters', 0.11, 0.15],
	written: ['heaters', 0.15, 0.2],
	/** Heaters in the window. */
	thousand: ['heaters', 0.21, 0.29],
	million: ['heaters', 0.36, 0.46],
	/** Energy has become tonnes. */
	tonnes: ['heaters', 0.52, 0.61],
	/** Flights that have left, 0 to 1 of the first convention; then by the other two. */
	flown: even(['heaters', 0.6, 0.76]),
	second: ['heaters', 0.82, 0.86],
	third: ['heaters', 0.92, 0.96],

	/** The clock of planes and of the square. */
	crossing: even(['heaters', 0.5, 1], 'two-bars'),
	/** Tonnes have become the bar of the first row. */
	rows: ['two-bars', 0.04, 0.36],
	gpt: ['two-bars', 0.3, 0.4],
	grown: even(['two-bars', 0.34, 0.52]),
	none: ['two-bars', 0.42, 0.54],
	/** The words have gone and the square is closed: only bars are left for the next chapter. */
	bare: ['two-bars', 0.7, 0.97]
});

export type Read = At<keyof typeof CUES.declared>;
