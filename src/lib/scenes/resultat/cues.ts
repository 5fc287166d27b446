import { cues, even, type At } from '../cues';

/** Circles are counted, 22 fill and gather, solved cases part from the others, all shrink to one study among others. */
export const CUES = cues({
	/** The houses of the last chapter have become circles. */
	circled: ['cases', 0, 0.07],
	ground: { goes: ['cases', 0.02, 0.3] },
	number: ['cases', 0, 0.06],
	counted: even(['cases', 0.06, 0.68]),
	/** The firms too many for the cases have gone. */
	left: ['cases', 0.68, 0.9],

	filled: even(['twenty-two', 0.04, 0.3]),
	gathered: ['twenty-two', 0.36, 0.58],
	/** What the reader had guessed. */
	guessed: { comes: ['twenty-two', 0.6, 0.68], goes: ['solved', 0, 0.06] },

	split: ['solved', 0.02, 0.42],

	/** The numbers have been read. */
	read: ['other-studies', 0, 0.1],
	shrunk: ['other-studies', 0.06, 0.34],
	/** The pictures have come up. */
	panels: even(['other-studies', 0.1, 0.46]),

	/** The clock of the pictures' street. */
	clock: even('other-studies', 'replies'),
	/** Sheets have covered the pictures. */
	turned: even(['replies', 0.06, 0.42]),
	/** A landscape has covered the sheets, and its quarters have come together. */
	greened: even(['replies', 0.74, 0.88]),
	joined: ['replies', 0.86, 0.98]
});

export type Read = At<keyof typeof CUES.declared>;
