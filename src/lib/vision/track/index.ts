/** Follows boxes from frame to frame. Start at tracker.ts. */
export { createTracker, type Tracker } from './tracker';
export { BOXES_ALONE, PEOPLE, THINGS, type TrackerOptions } from './options';
export { type Predictions, type TrackState } from './state';
