/** What a day of alerts rests on. All of it can be set by the reader. */
export interface Assumptions {
	/** Cameras analysed. */
	cameras: number;
	/** False alerts per camera and day. */
	false: number;
	/** Alerts per camera and day that are right and nobody needed. */
	pointless: number;
	/** Real events a day, under all these cameras, of the kind the rule looks for. */
	events: number;
	/** Share of the real events the software finds, in percent. */
	detected: number;
	/** Operators watching at the same time. */
	operators: number;
	/** Seconds an operator needs to look at an alert and decide. */
	seconds: number;
}

/** What follows from it. */
export interface Day {
	falseAlerts: number;
	pointlessAlerts: number;
	/** Both of these. */
	forNothing: number;
	trueAlerts: number;
	alerts: number;
	/** Real events that raise no alert. */
	missed: number;
	/** Of a thousand alerts, how many are true, and how many right but for nothing. */
	truePerThousand: number;
	pointlessPerThousand: number;
	/** Minutes between two alerts. */
	everyMinutes: number;
	/** Hours of looking, for the whole room and day. */
	hours: number;
	/** Minutes of every hour that each operator spends on alerts; more than 60 cannot be done. */
	minutesPerHour: number;
}

export interface Bound {
	least: number;
	most: number;
	step: number;
}

/** What can be set, and by how much. */
export const BOUNDS: Record<keyof Assumptions, Bound> = {
	cameras: { least: 1, most: 2000, step: 1 },
	false: { least: 0, most: 30, step: 0.1 },
	pointless: { least: 0, most: 30, step: 0.1 },
	events: { least: 0, most: 100, step: 1 },
	detected: { least: 0, most: 100, step: 1 },
	operators: { least: 1, most: 30, step: 1 },
	seconds: { least: 1, most: 120, step: 1 }
};

/**
 * 250 cameras and about ten people are Meaux's (fact f05); ten people at 35 hours make two at a time, day and night.
 * 2.5 false alerts per camera and day is the middle of a maker's own test of 2019, at its best (fact f17).
 * Of alerts that are right but for nothing no figure was found: none, until the reader says how many.
 * Real events, share found and seconds are ours: nobody publishes them.
 */
export const DEFAULTS: Assumptions = {
	cameras: 250,
	false: 2.5,
	pointless: 0,
	events: 5,
	detected: 80,
	operators: Math.round((10 * 35) / (24 * 7)),
	seconds: 30
};

/** Brings what a reader typed into bounds; anything that is not a number becomes the default. */
export function readAssumptions(params: Record<string, unknown>): Assumptions {
	const out = { ...DEFAULTS };
	for (const key of Object.keys(BOUNDS) as (keyof Assumptions)[]) {
		const value = params[`alerte.${key}`];
		if (typeof value === 'number' && Number.isFinite(value))
			out[key] = Math.max(BOUNDS[key].least, Math.min(BOUNDS[key].most, value));
	}
	return out;
}

/** A day of alerts, on average, spread evenly over its hours. */
export function computeDay(a: Assumptions): Day {
	const falseAlerts = a.cameras * a.false;
	const pointlessAlerts = a.cameras * a.pointless;
	const forNothing = falseAlerts + pointlessAlerts;
	const trueAlerts = (a.events * a.detected) / 100;
	const alerts = forNothing + trueAlerts;
	const hours = (alerts * a.seconds) / 3600;
	return {
		falseAlerts,
		pointlessAlerts,
		forNothing,
		trueAlerts,
		alerts,
		missed: a.events - trueAlerts,
		truePerThousand: alerts > 0 ? (1000 * trueAlerts) / alerts : 0,
		pointlessPerThousand: alerts > 0 ? (1000 * pointlessAlerts) / alerts : 0,
		everyMinutes: alerts > 0 ? (24 * 60) / alerts : Infinity,
		hours,
		minutesPerHour: (hours * 60) / 24 / a.operators
	};
}
