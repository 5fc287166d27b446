import type { Finding } from '../rules/index';
import type { Detections, Tracker, Tracks } from '../vision/index';
import type { Layers } from './layers';

/** A box round somebody, in pixels of the picture as it was given, with the number the tracker gave them. */
export interface Box {
	id: number;
	x: number;
	y: number;
	w: number;
	h: number;
}

/**
 * `watching`; `learning` a scene, nobody is looked for; `doubtful`: the boxes cover more than the picture has room for and
 * are left out.
 */
export type State = 'watching' | 'learning' | 'doubtful';

/**
 * What the machine knows to be wrong: `scale`, it could not find out how tall people are and goes by blobs; `flood`, more
 * boxes than people have room for, and none is said; `moved`, the camera was knocked or the light has changed, and the
 * scene is learned anew.
 */
export type Trouble = 'scale' | 'flood' | 'moved';

/** What the machine makes of one picture. One object, overwritten by the next picture. */
export interface Observation {
	/** Counted at the setup's frame rate from the clock's zero. */
	readonly frame: number;
	/** Seconds, as given. */
	readonly time: number;
	readonly state: State;
	/** What is wrong, if anything is known to be. */
	readonly trouble: Trouble | null;
	/** Times the scene was learned anew because light or camera had changed. Whom it followed before is lost then. */
	readonly epoch: number;
	/** People with boxes in pixels looked at, numbers never used twice, and ground points; nobody unless watching. */
	readonly people: Tracks;
	/** Small things that stay, followed like people. */
	readonly objects: Tracks;
	/** What the rules say at this frame. */
	readonly alerts: readonly Finding[];
	/** Of the last picture looked at; throws before there is a scene to look at. */
	readonly layers: Layers;
	/** What people were found from, and what follows them; as `layers`. Numbers in here begin anew with each epoch. */
	readonly detections: Detections;
	readonly tracker: Tracker;
	/** Raises the numbers of this epoch over those of the epochs before. */
	readonly before: number;
	/** Pixels looked at by which the picture was moved to lie on the others, and pixels as given in one looked at. */
	readonly dx: number;
	readonly dy: number;
	readonly by: number;
}

/** The boxes of an observation as plain objects, where they are in the picture as it was given. */
export function boxesOf({ people, dx, dy, by }: Pick<Observation, 'people' | 'dx' | 'dy' | 'by'>): Box[] {
	return Array.from({ length: people.count }, (_, i) => ({
		id: people.id[i],
		x: (people.x[i] - dx) * by,
		y: (people.y[i] - dy) * by,
		w: people.w[i] * by,
		h: people.h[i] * by
	}));
}
