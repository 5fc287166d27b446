/** Steps that tell of events. */
export const TELLING = ['position', 'trial', 'moirans', 'rider', 'reopened'] as const;
export type Telling = (typeof TELLING)[number];

/** What the courts, the law and the CNIL did, each date from the fact named. */
export interface Event {
	key: string;
	/** ISO date. */
	date: string;
	/** Step of the chapter it appears in. */
	step: Telling;
	fact: string;
	/** Known from secondary texts only: to be checked on Légifrance. */
	check?: boolean;
}

/** The case of Moirans: the day it was brought, and the day it was decided (f13). */
export const FILED = '2021-08-05';
export const RULED = '2025-01-24';

export const EVENTS: Event[] = [
	{ key: 'position', date: '2022-07-19', step: 'position', fact: 'f10' },
	{ key: 'law', date: '2023-05-19', step: 'trial', fact: 'f11' },
	{ key: 'notice', date: '2024-12-05', step: 'rider', fact: 'f13' },
	{ key: 'report', date: '2025-01-14', step: 'trial', fact: 'f12' },
	{ key: 'moirans', date: RULED, step: 'moirans', fact: 'f13' },
	{ key: 'end', date: '2025-03-31', step: 'trial', fact: 'f11' },
	{ key: 'rider', date: '2025-04-24', step: 'rider', fact: 'f13' },
	{ key: 'nice', date: '2026-01-30', step: 'reopened', fact: 'f13' },
	{ key: 'again', date: '2026-03-20', step: 'reopened', fact: 'f13', check: true }
];

/** Periods in which algorithmic analysis could be tried, whole days (f11, f13). */
export const TRIALS = [
	{ key: 'first', from: '2023-05-19', to: '2025-03-31' },
	{ key: 'second', from: '2026-03-20', to: '2027-12-31' }
] as const;

/** The extension voted in 2025 and struck out before it began (f13). */
export const STRUCK = { from: '2025-03-31', to: '2027-03-01', on: '2025-04-24' };

/** The axis of the years. */
export const FIRST_DAY = '2022-06-01';
export const LAST_DAY = '2027-12-31';

/** The day up to which the account follows the law, as its text says. */
export const TODAY = '2026-11-23';

/** How far the line of the years has run down after each of the steps that tell. */
export const REACHED = [FIRST_DAY, '2022-12-31', '2024-03-01', '2025-02-15', '2025-08-01', LAST_DAY];

/** Where the plug is on its way down the years: in the first trial, out, in the second. */
export const PLUGGED = { first: '2024-09-01', out: '2025-11-01', second: '2026-08-01' };
