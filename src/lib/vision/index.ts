/** From pixels to people. Start at pipeline.ts. */
export { createPipeline, type Pipeline, type PipelineOptions } from './pipeline';
export { createBackground, type Background } from './background';
export { createTracker, type Tracker } from './track';
export { createDetections, createTracks, type Detections, type Tracks } from './types';
