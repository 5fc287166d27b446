// What a tracker takes for granted, apart from its code; found on scenes of seeds from 101 where no source is named.

/** Highest cost of a match with a sure detection, and with an unsure one (ByteTrack's second association). */
export const MATCH_THRESH = 0.85;
export const MATCH_THRESH_LOW = 0.35;
/** Who has been unseen for as many frames takes no unsure box. */
export const RECENT = 3;
/** Part of their size by which boxes are grown before they are compared, so that fast small ones still meet. */
export const GROW = 0.2;
/** What it takes off the cost that a box was found by looking for the track. */
export const HINT = 0.4;

// Standard deviations in heights of the person: a measured position, and how position and velocity drift in a frame.
export const MEASURED = 0.035;
export const DRIFT = 0.05;
export const DRIFT_RATE = 0.008;
/** Weight of the last frame in a track's usual velocity. */
export const PACE = 0.08;

/** A track seen in fewer frames may be somebody lost before, whose height it has but for this factor. */
export const YOUNG = 11;
export const ALIKE = 1.6;
/** Frames for which somebody is lost but briefly. */
export const BRIEF = 3;
/** Most that clothes and distance may differ, both from 0 to 1, and what distance counts for. */
export const UNLIKE = 0.4;
export const APART = 0.3;
/** Frames unseen that nobody survives: set on a track to have it forgotten. */
export const GONE = 1048576;
