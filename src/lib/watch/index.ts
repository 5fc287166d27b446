/** The one machine that observes. `observe(source, setup)`, or an observer that pictures are pushed to. */
export { filmSetup, footageSetup, type DetectorSetup, type FootageFormat, type Setup } from './setup';
export type { Colour, Picture, Preview, Source } from './source';
export { filmSource, type Film, type Take } from './film';
export { footageSource, type FrameReader } from './footage';
export { observe, type Observer } from './observer';
export { createObserver } from './footage-observer';
export { createBoxesObserver } from './footage-boxes';
export { createLearnedObserver, type LearnedObserver } from './learned-observer';
export { boxesOf, type Box, type Observation, type State, type Trouble } from './observation';
export type { Layers } from './layers';
export { createMemory, type Memory, type Observations } from './memory';
export { replay, type Part, type Replayed, type ReplayedCrowd, type ReplayedLoitering, type ReplayOf } from './replay';
