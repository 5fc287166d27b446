import type { Params } from '../picture/frame';

/** What readers may guess before they see it, and the most it can be. Nothing is kept of it beyond the page. */
export const MOST = { flagged: 100, useful: 1000, circles: 1939 };
export type Guessed = keyof typeof MOST;

/** What the reader has said; undefined for who has not. */
export function guessOf(params: Params, what: Guessed): number | undefined {
	const said = params[`guess.${what}`];
	return typeof said === 'number' ? Math.max(0, Math.min(MOST[what], Math.round(said))) : undefined;
}
