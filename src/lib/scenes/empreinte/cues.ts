import { cues, even, type At } from '../cues';

/** A green poster over ten thousand processors; their hours, tonnes and flights; and what the number is about. */
export const CUES = cues({
	/** The clock of processors at work, and of what drives on the poster. */
	clock: even('poster', 'heaters'),

	poster: ['poster', 0.03, 0.42],
	rolled: ['poster', 0.62, 0.94],

	hung: { goes: ['heaters', 0, 0.2] },
	/** The processors have been cleared away, and the first hour is in sight. */
	away: ['heaters', 0.02, 0.2],
	/** The wrong unit, struck through, and the right one written over it. */
	unit: ['heaters', 0.1, 0.17],
	struck: ['heaters', 0.2, 0.26],
	written: ['heaters', 0.26, 0.34],
	/** Heaters in the window. */
	thousand: ['heaters', 0.36, 0.5],
	million: ['heaters', 0.74, 0.92],

	/** The clock of planes and of the square. */
	crossing: even('flights', 'two-bars'),
	/** Energy has become tonnes. */
	tonnes: ['flights', 0, 0.18],
	/** Flights that have left, 0 to 1 of the first convention; then by the other two. */
	flown: even(['flights', 0.16, 0.54]),
	second: ['flights', 0.66, 0.74],
	third: ['flights', 0.82, 0.9],

	/** Tonnes have become the bar of the first row. */
	rows: ['two-bars', 0.04, 0.36],
	gpt: ['two-bars', 0.3, 0.4],
	grown: even(['two-bars', 0.34, 0.52]),
	none: ['two-bars', 0.42, 0.54],
	/** The words have gone and the square is closed: only bars are left for the next chapter. */
	bare: ['two-bars', 0.7, 0.97]
});

export type Read = At<keyof typeof CUES.declared>;
