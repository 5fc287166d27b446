import type { Params } from '../../picture/frame';

/** Score, out of 100, from which NanoDet's own demonstration says that somebody is there. */
export const USUAL = 40;
/** Between these the reader sets it. */
export const SCORES = { least: 10, most: 90 };

/** The score as the reader has set it. */
export const sureFrom = (params: Params): number => Number(params['vision.sure'] ?? USUAL);
