/**
 * Finds people with a neural network. Read: graph.ts (what is computed), network.ts (how it is used), plan.ts (where
 * everything lies in memory), kernel.as (the arithmetic), decode.ts (from numbers to boxes), pack.ts (the file).
 */
export { createLearned, LEARNED, type Learned, type LearnedOptions } from './learned';
export { createNetwork, type DetectOptions, type Network, type Picture } from './network';
export { NetworkError } from './pack';
export { inputFor, type Size } from './letterbox';
export type { Boxes, Heat } from './decode';
