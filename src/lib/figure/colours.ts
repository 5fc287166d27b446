/** The white of a card laid on the page's paper: lighter, so that it lies above. */
export const CARD = '#FBF7EE';
