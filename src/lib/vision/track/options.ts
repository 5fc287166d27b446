/**
 * Settings of a tracker, by the names that SORT (Bewley et al., ICIP 2016), ByteTrack (Zhang et al., ECCV 2022) and
 * Deep SORT (Wojke et al., ICIP 2017) gave them, where they have them. Costs run from 0, the same, to 1.
 */
export interface TrackerOptions {
	/** Most people followed at once; beyond them, newcomers are not followed. */
	most: number;
	/** Most detections in a frame. */
	detections: number;
	/** Frames a second, by which `maxAge` is counted in frames. */
	fps: number;
	/**
	 * Score from 0 to 1 from which a detection is matched first and may start a track: ByteTrack's high_thresh, and its
	 * new_thresh too. Those below only go on with tracks just seen.
	 */
	highThresh: number;
	/** Frames seen before a track is reported: SORT's min_hits. They need not follow each other. */
	minHits: number;
	/** Seconds a confirmed track lives on unmatched: SORT's max_age, which counts frames; ByteTrack's track_buffer. */
	maxAge: number;
	/** Added to the cost for each frame unmatched: the older of two tracks waits, as in Deep SORT's cascade. Ours. */
	agePenalty: number;
	/** Heights of their own that people must have gone from where they were first seen before they are reported. Ours. */
	minTravel: number;
	/**
	 * What quite other colours add to the cost: Deep SORT's weight of appearance. 0 where detections have none; tracks
	 * are then neither joined nor taken up again by their looks.
	 */
	appearanceWeight: number;
}

type Settings = Pick<TrackerOptions, 'highThresh' | 'maxAge' | 'agePenalty' | 'minTravel' | 'appearanceWeight'>;

/** For people found in motion: with colours, and scores that are no probabilities. */
export const PEOPLE: Settings & { minHits: number } = {
	highThresh: 0.5,
	minHits: 3,
	maxAge: 5,
	agePenalty: 0.02,
	minTravel: 0.05,
	appearanceWeight: 0.8
};

/** For small things that stay; how many frames they must be seen depends on the frame rate. */
export const THINGS = { ...PEOPLE, agePenalty: 0.005, minTravel: 0, appearanceWeight: 0 };

/** For boxes that come from elsewhere, with scores that are probabilities and without colours. */
export const BOXES_ALONE: Settings & { minHits: number } = {
	highThresh: 0.77,
	minHits: 2,
	maxAge: 0.5,
	agePenalty: 0.1,
	minTravel: 0,
	appearanceWeight: 0
};
