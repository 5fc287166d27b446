import { cues, even, type At } from '../cues';

/** Blocks leave the things of the square, make the rows of eighteen uses, and go back to the square as one rule. */
export const CUES = cues({
	/** The page lies over the street: a little, then wholly, then lifts and clears. */
	pale: ['bricks', 0, 0.2],
	zone: ['bricks', 0, 0.06],
	/** Blocks have left the things of the square. */
	lifted: { comes: ['bricks', 0.03, 0.36], goes: ['one-engine', 0.9, 0.99], even: true },
	/** Blocks have joined into one rule. */
	built: even(['bricks', 0.38, 0.58]),

	covered: ['uses', 0, 0.3],
	/** Large blocks have become the head of the matrix. */
	heads: ['uses', 0.02, 0.34],
	rows: even(['uses', 0.14, 0.42]),
	/** A use is explained. */
	explained: ['uses', 0.4, 0.48],
	/** The scroll goes from use to use: those put forward, those that end in a fine, the repressive. */
	put: even(['uses', 0.44, 0.98]),

	spokenFines: ['fines', 0, 0.3],
	tickets: even(['fines', 0.06, 0.3]),
	toFines: ['fines', 0.16, 0.3],
	ecology: even(['fines', 0.2, 0.3]),
	fined: even(['fines', 0.3, 0.98]),

	spokenRepressive: ['re-sorted', 0, 0.3],
	sorted: even(['re-sorted', 0.08, 0.58]),
	toRepressive: ['re-sorted', 0.62, 0.62],
	repressive: even(['re-sorted', 0.62, 1]),

	spokenAll: ['one-engine', 0, 0.3],
	/** Rows have folded onto one, and the head is large again. */
	folded: even(['one-engine', 0.02, 0.34]),
	uncovered: ['one-engine', 0.1, 0.36],
	/** The rules of the recording, one after the other. */
	shorter: ['one-engine', 0.4, 0.47],
	crowd: ['one-engine', 0.58, 0.65],
	again: ['one-engine', 0.76, 0.83],
	/** Everything but the street has gone. */
	gone: ['one-engine', 0.88, 0.92],
	clear: ['one-engine', 0.9, 1],
	boxes: { goes: ['one-engine', 0.96, 1] }
});

export type Read = At<keyof typeof CUES.declared>;
