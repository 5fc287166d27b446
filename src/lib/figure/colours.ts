/** The white of a card laid on the page's paper: lighter, so that it lies above. */
export const CARD = '#FBF7EE';
/** What a chapter points at, where red would say that software found it. */
export const AMBER = '#E0B13A';
