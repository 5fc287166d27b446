/** Colours of the night chapters: what glows, what is switched off, and what is written beside it. */

/** Words of the second rank (11:1 on night). */
export const PALE = '#C9CDD2';
/** Whatever the reader is to follow, and letters on the signal. */
export const WHITE = '#FFFFFF';
/** Lamplight in windows. */
export const LAMP = '#F7DFA0';
/** A screen that shows nothing: its glass, and its frame. */
export const GLASS = '#1B1F23';
export const BEZEL = '#434B54';
/** Lines on the night, from faint to clear. */
export const FAINT = '#3A3F45';
export const DIM = '#59626B';
export const GREY = '#7D848C';
/** Surfaces that lie on the night, from the lowest. */
export const PANEL = '#101215';
export const RAISED = '#1E2328';
export const WALLING = '#23272C';
