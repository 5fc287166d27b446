/** People at one frame, as the tracker reports them; `count` entries of each array. lib/vision's Tracks is one. */
export interface People {
	readonly count: number;
	readonly id: ArrayLike<number>;
	/** Metres on the ground; NaN where unknown. */
	readonly groundX: ArrayLike<number>;
	readonly groundY: ArrayLike<number>;
	/** Mean colours of their clothes where they are known: lib/vision's `BANDS` × RGB each, below zero where unseen. */
	readonly colour?: ArrayLike<number>;
}

/** A ground polygon, metres; at least three corners. */
export type Polygon = readonly (readonly [number, number])[];

/** A named place on the ground. */
export interface Zone {
	id: string;
	/** Metres. */
	polygon: [number, number][];
}

/** A named line on the ground, metres. Standing at `from` and looking at `to`, a crossing from left to right is forward. */
export interface Line {
	id: string;
	from: readonly [number, number];
	to: readonly [number, number];
}

export type RuleKind = 'loitering' | 'crowd' | 'line' | 'counter-flow' | 'abandoned' | 'intrusion';

/** What a rule says. */
export interface Alert {
	rule: RuleKind;
	/** Id of the zone or line. */
	zone: string;
	/** Whose reading of the rule it is, where there are several. */
	preset?: string;
	/** Frame of the alert. */
	frame: number;
	/** The track it is about; -1 when it is about a place. */
	track: number;
	/** What was measured and the threshold it reached: seconds, people, people a square metre or metres. */
	value: number;
	threshold: number;
}

/** An alert as it is given, with what it rests on. */
export interface Finding extends Alert {
	/** First frame of what led to it. */
	since: number;
	/** Tracks that what led to it was carried on from, oldest first; missing when there are none. */
	carried?: readonly number[];
	/** Of value and threshold. */
	unit: 's' | 'people' | 'people/m2' | 'm';
}

/** One uninterrupted stay of a track in a zone, as the clock of the loitering rule has it. */
export interface Stay {
	track: number;
	/** First and last frame at which the clock ran. */
	from: number;
	to: number;
	/** On the clock when the stay ended. */
	seconds: number;
}

/** A rule reads one frame after another and can be stopped and resumed between any two. */
export interface Rule {
	/**
	 * @param frame a number that grows; a gap is time in which nobody was seen
	 * @param objects small things the pipeline follows, as it follows people; rules about things say nothing without
	 * @returns the alerts of this frame; the same empty array when there are none
	 */
	step(frame: number, people: People, objects?: People): readonly Finding[];
}

export const NO_ALERTS: readonly Finding[] = [];

/** Whether a point is in a polygon, edges counted by the even-odd rule. */
export function inside(polygon: Polygon, x: number, y: number): boolean {
	let within = false;
	for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
		const [ax, ay] = polygon[i];
		const [bx, by] = polygon[j];
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
	}
	return within;
}

/** Square metres of a polygon. */
export function area(polygon: Polygon): number {
	let twice = 0;
	for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++)
		twice += polygon[j][0] * polygon[i][1] - polygon[i][0] * polygon[j][1];
	return Math.abs(twice) / 2;
}

/** Frames in a row inside before somebody is in a zone, and outside before they have left it (Frigate's default). */
export const INERTIA = 3;
/** Seconds unseen after which a track is forgotten (Frigate's default). */
export const LOST_SECONDS = 5;
