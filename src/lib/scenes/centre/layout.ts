/** A screen before it shows anything, and the thin lines of what stands for one. */
export const COLD = { fill: '#303942', stroke: '#8795A3' };
/** A camera's dot, and what is left where it was. */
export const CAMERA = { dot: '#B9CBE0', ghost: '#566474' };
/** Umbrellas nobody saw, and the handles of all. */
export const UMBRELLA = { missed: '#6A727B', handle: '#A9AFB6' };
/** Bar of the published test, beside the reader's. */
export const PUBLISHED = '#4A5057';
