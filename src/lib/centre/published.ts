/** Share of the people with an umbrella found, in percent, by number of monitors: UK police test told by C. Donald (fact f16). */
export const FOUND: { monitors: number; percent: number }[] = [
	{ monitors: 1, percent: 85 },
	{ monitors: 4, percent: 74 },
	{ monitors: 6, percent: 58 },
	{ monitors: 9, percent: 53 }
];

/** State aid to cameras, 2007–2013 (fact f01). */
export const AID = { euros: 148_000_000, cameras: 26_614 };

/** The study carried out in four areas of the Grenoble conurbation: cases, and those solved with video (fact f03). */
export const GRENOBLE = { cases: 1939, solved: 22 };

/** Two centres as they were described (fact f05). `people`: «une cinquantaine», in shifts, and «une dizaine». */
export const NIMES = { cameras: 1300, screens: 76, people: 50 };
export const MEAUX = { cameras: 250, screens: 45, people: 10 };

/** Centres in France by the file consulted: general secretariat, data.gouv.fr (fact f05). */
export const CENTRES = [423, 768] as const;
