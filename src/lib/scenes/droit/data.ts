/** What the courts, the law and the CNIL did, each date from the fact named. */
export interface Event {
	key: string;
	/** ISO date. */
	date: string;
	/** Step of the chapter it appears in. */
	step: 1 | 2 | 3 | 4;
	fact: string;
	/** Known from secondary texts only: to be checked on Légifrance. */
	check?: boolean;
}

export const EVENTS: Event[] = [
	{ key: 'position', date: '2022-07-19', step: 1, fact: 'f10' },
	{ key: 'law', date: '2023-05-19', step: 2, fact: 'f11' },
	{ key: 'caen', date: '2023-12-21', step: 3, fact: 'f13' },
	{ key: 'notice', date: '2024-12-05', step: 3, fact: 'f13' },
	{ key: 'report', date: '2025-01-14', step: 2, fact: 'f12' },
	{ key: 'moirans', date: '2025-01-24', step: 3, fact: 'f13' },
	{ key: 'end', date: '2025-03-31', step: 2, fact: 'f11' },
	{ key: 'rider', date: '2025-04-24', step: 3, fact: 'f13' },
	{ key: 'nice', date: '2026-01-30', step: 4, fact: 'f13' },
	{ key: 'again', date: '2026-03-20', step: 4, fact: 'f13', check: true }
];

/** Periods in which algorithmic analysis could be tried, whole days (f11, f13). */
export const TRIALS = [
	{ key: 'first', from: '2023-05-19', to: '2025-03-31' },
	{ key: 'second', from: '2026-03-20', to: '2027-12-31' }
] as const;

/** The extension voted in 2025 and struck out before it began (f13). */
export const STRUCK = { from: '2025-03-31', to: '2027-03-01', on: '2025-04-24' };

export const FIRST_DAY = '2022-06-01';
export const LAST_DAY = '2027-12-31';

/** The day up to which the account follows the law, as its text says. */
export const TODAY = '2026-11-23';
