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

/** A named place. */
export interface Area {
	id: string;
	polygon: Polygon;
}

/** What a rule found, with what it rests on. */
export interface Alert {
	rule: 'loitering' | 'crowd' | 'line' | 'counter-flow' | 'abandoned' | 'intrusion';
	/** Id of the zone or line. */
	zone: string;
	/** Whose reading of the rule it is, where there are several. */
	preset?: string;
	/** Frame of the alert. */
	frame: number;
	/** First frame of what led to it. */
	since: number;
	/** The track it is about; -1 when it is about a place. */
	track: number;
	/** Tracks that what led to it was carried on from, oldest first; missing when there are none. */
	carried?: readonly number[];
	/** What was measured and the threshold it reached, in `unit`. */
	value: number;
	threshold: number;
	unit: 's' | 'people' | 'people/m2' | 'm';
}

/** A rule reads one frame after another and can be stopped and resumed between any two. */
export interface Rule {
	/**
	 * @param frame a number that grows; a gap is time in which nobody was seen
	 * @returns the alerts of this frame; the same empty array when there are none
	 */
	step(frame: number, people: People): readonly Alert[];
}

export const NO_ALERTS: readonly Alert[] = [];

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
