// What the motion detector takes for granted, apart from its code; found on scenes of seeds from 101 where no source is
// named. Metres on the ground, heights of the person, pixels, frames.

/** Height of somebody under an umbrella, metres; the least height of whoever is. */
export const SHELTERED = 2.1;
export const SHELTERED_LEAST = 1.85;
/** Heights that somebody is taken to have, metres, with an umbrella. */
export const SHORTEST = 0.85;
export const TALLEST = 2.4;
/** Width over height of somebody newly seen, and of somebody under an umbrella. */
export const ASPECT = 0.42;
export const ASPECT_SHELTERED = 0.53;
/** Wider than this, over their height, is more than one person. */
export const WIDEST = 0.66;
/** Pixels of height below which nobody is told from noise. */
export const LEAST = 9;

/** Pixels by which a body spills over its edge: the lens blurs, and a pixel covered in part counts. */
export const BLEED = 0.35;
/** The same for feet on ground that has no shadow taken out. */
export const BLEED_OVERCAST = 0.85;
/** Parts of the height by which who stands is narrower on either side than their edges seem, for a bag or a last bit of shadow. */
export const HALO = 0.03;
/** Metres a frame below which somebody stands. */
export const SLOW = 0.027;
/** A row or column that was not found. */
export const NOWHERE = -1000;

/** Part of how well somebody usually fits their looks that is enough. */
export const FAITHFUL = 0.4;
/** Frames for which somebody on a vehicle's lane is not yet believed. */
export const NEWCOMER = 60;
/** How well somebody new must explain what is left, and most of them in one component. */
export const ENOUGH = 0.55;
export const MOST_PEELED = 24;

/** How sure it must be that somebody is under an umbrella; score of an umbrella's cloth that is enough. */
export const UNDER = 0.4;
export const SURE = 0.75;
/** Share of people with an umbrella below which it does not rain, and what looks like one is none. */
export const RAINY = 0.15;
/** Places where an umbrella's cloth is looked at; squared distance below which its colours are one. */
export const CLOTH = 15;
export const PLAIN = 900;

/** Most small things in a frame. */
export const MOST_THINGS = 64;
/** Seconds after which somebody who does not move may become background after all. */
export const RELEASE = 120;

/** Part of a box's width or height by which an edge is moved at most. */
export const FURTHEST = 0.4;
/** Part of the way that the tracker's own boxes follow, and frames for which they do not: velocities are still unsure. */
export const BELIEVED = 0.5;
export const NEW = 4;

// How somebody looks: a small grid of colours over the middle of their body.
export const COLS = 5;
export const ROWS = 10;
export const CELLS = 50;
/** Width of the grid over the height of the body. */
export const WIDE = 0.3;
/** Sums of differences over the three channels count up to this. */
export const FAR = 90;
/** What speaks against a place counts for less: a part of somebody may be behind what stands in the scene. */
export const AGAINST = 0.6;
/** What a move of a whole height costs, as a part of the best fit there is. */
export const PULL = 0.8;

// Entries of the last place found (appearance.ts).
export const DX = 0;
export const DY = 1;
export const FIT = 2;
export const SEEN = 3;

// Entries of `body` (scan.ts): column of its middle, row of its foot, height as known, pixels of a metre there;
export const X = 0;
export const FOOT = 1;
export const TALL = 2;
export const SCALE = 3;
// height as seen and whether all of it is; row of its lower end, and where that puts the foot; middle of the umbrella
// over it, else its own.
export const H = 4;
export const WHOLE = 5;
export const BOTTOM_ROW = 6;
export const BOTTOM = 7;
export const AXLE = 8;
