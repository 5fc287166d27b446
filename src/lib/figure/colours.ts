/** The white of a card laid on the page's paper: lighter, so that it lies above. */
export const CARD = '#FBF7EE';
/** What a chapter points at, and what people and their own camera are marked with; never the machine's red. */
export const AMBER = '#E0B13A';
