import { GRENOBLE } from '../../centre/published';
import type { PictogramName } from '../../figure/pictogram';

/** All cases, and those solved with a clue or a piece of evidence from video (f03). */
export const { cases: CASES, solved: WITH_VIDEO } = GRENOBLE;
/** The same 22 as a share of the solved cases only, as published (f03). */
export const SHARE_OF_SOLVED = 0.0587;

/** Our sum: the study's articles give the share, not the number. */
export const SOLVED = Math.round(WITH_VIDEO / SHARE_OF_SOLVED);
export const SHARE_OF_ALL = WITH_VIDEO / CASES;

/** Share of solved property offences solved "thanks to video" according to the mayors' union (f03). */
export const MAYORS_SHARE = 40.5;

/** A picture of what a study found, and who answers on the sheet that comes over it. */
export interface Panel {
	key: 'place' | 'live' | 'together' | 'newark';
	back: 'mayors' | 'assembly' | 'author' | 'audit';
	seal: PictogramName;
	fact: string;
}

export const PANELS: Panel[] = [
	{ key: 'place', back: 'mayors', seal: 'townhall', fact: 'f03' },
	{ key: 'live', back: 'assembly', seal: 'hall', fact: 'f03' },
	{ key: 'together', back: 'author', seal: 'report', fact: 'f03' },
	{ key: 'newark', back: 'audit', seal: 'ledger', fact: 'f04' }
];
