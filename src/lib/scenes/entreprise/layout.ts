/** A reply begun, on a screen's white, and the grey of what is written too small to be read. */
export const BEGUN = '#E6E1D6';
export const WRITING = '#6B645B';
