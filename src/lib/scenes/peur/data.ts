import { OCHRE, ZINC } from '../../figure/colours';
import { PAINT } from './layout';

/** Worries in the order the interview gives them, after Robert and Zauberman, 2017 (c39, f18). */
export const WORRIES: { key: string; rank: 1 | 2 | 3; colour: string }[] = [
	{ key: 'jobs', rank: 1, colour: ZINC },
	{ key: 'poverty', rank: 2, colour: PAINT.sand },
	{ key: 'crime', rank: 3, colour: OCHRE }
];

/** How many times likelier, in the interview's words (c41, c42); not found in the texts of the book we could read (f18). */
export const TIMES: { key: string; times: number; fact: string }[] = [
	{ key: 'victim', times: 2, fact: 'c41' },
	{ key: 'right', times: 3, fact: 'c42' },
	{ key: 'far', times: 4, fact: 'c42' }
];

/** What the interview says protects best (c43), and which of the crowd stands for it. */
export const SHELTERS: { key: string; who: string }[] = [
	{ key: 'school', who: 'teen1' },
	{ key: 'income', who: 'florist' }
];

/** Who gathers round the podium besides Nour, from left to right, and how far back they stand (metres). */
export const CROWD: { key: string; back: number }[] = [
	{ key: 'josette', back: 0.1 },
	{ key: 'teen1', back: 0.5 },
	{ key: 'teen2', back: 0.2 },
	{ key: 'courier', back: 0 },
	{ key: 'florist', back: 0.4 },
	{ key: 'friend1', back: 0.05 },
	{ key: 'baker2', back: 0.45 },
	{ key: 'tourist', back: 0.15 },
	{ key: 'simon', back: 0.3 }
];
