import { cues, even, type At } from '../cues';

/** Share of its step a degree is held before and after it changes. */
const HELD = 0.02;

/** A crowd as a number in an area: from the tram stop in the street to points seen from above, and back. */
export const CUES = cues({
	/** The tram comes, and with it as many people as will be counted. */
	filling: ['stop', 0.02, 0.86],
	approach: ['stop', 0, 0.34],
	drained: ['stop', 0, 0.2],
	zone: ['stop', 0.08, 0.22],
	boxes: ['stop', 0.16, 0.3],
	counter: ['stop', 0.2, 0.34],

	up: ['from-above', 0.02, 0.42],
	/** People have become what the rule has of them, a place on the ground. */
	placed: ['from-above', 0.34, 0.44],
	heat: ['from-above', 0.42, 0.66],
	time: { comes: ['from-above', 0.44, 0.56], goes: ['from-above', 0.95, 1] },

	/** Whoever is not counted. */
	others: { goes: ['three-reasons', 0, 0.1] },
	tram: ['three-reasons', 0.04, 0.12],
	toQueue: even(['three-reasons', 0.16, 0.4]),
	queue: ['three-reasons', 0.38, 0.46],
	toMarch: even(['three-reasons', 0.58, 0.82]),
	prints: ['three-reasons', 0.72, 0.84],
	banners: ['three-reasons', 0.76, 0.84],
	march: ['three-reasons', 0.8, 0.88],
	walk: even(['three-reasons', 0.82, 1]),

	/** What the march carried is laid down, and the outline goes. */
	carried: { goes: ['pressing', 0, 0.08] },
	square: ['pressing', 0.02, 0.16],
	own: ['pressing', 0.14, 0.2],
	/** Fruin's degrees, each reached by more people and then held. */
	slow: even(['pressing', 0.16 + HELD, 0.3 - HELD]),
	contact: even(['pressing', 0.3 + HELD, 0.46 - HELD]),
	forces: even(['pressing', 0.46 + HELD, 0.64 - HELD]),
	critical: even(['pressing', 0.64 + HELD, 0.84 - HELD]),

	frame: { goes: ['rewind', 0, 0.08] },
	leave: even(['rewind', 0, 0.13]),
	back: ['rewind', 0.1, 0.24],
	down: ['rewind', 0.24, 0.43],
	boxesAgain: ['rewind', 0.43, 0.5],
	names: { comes: ['rewind', 0.44, 0.5], goes: ['rewind', 0.7, 0.75] },
	home: ['rewind', 0.68, 0.78],
	clock: { comes: ['rewind', 0.7, 0.76], goes: ['rewind', 0.97, 1] },
	rewound: ['rewind', 0.74, 0.98]
});

export type Read = At<keyof typeof CUES.declared>;
