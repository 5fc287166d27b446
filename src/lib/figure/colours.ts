/** The white of a card laid on the page's paper: lighter, so that it lies above. */
export const CARD = '#FBF7EE';
/** What a chapter points at, and what people and their own camera are marked with; never the machine's red. */
export const AMBER = '#E0B13A';
/**
 * What pictograms, signs and machines of the page are painted with: the street's own hues, flat. What shines (YELLOW,
 * LIGHT, ON) shines by day; the machine's red is none of them.
 */
export const CREAM = '#F4EFE4';
export const GLASS = '#A9C0C6';
export const OCHRE = '#C99A3F';
export const YELLOW = '#E8B23A';
export const BLUE = '#44587A';
export const ZINC = '#8E9AA3';
export const DARK = '#2E2B2A';
export const LIGHT = '#F7DFA0';
/** A lamp that says something works. */
export const ON = '#8FB38A';
/** Bright steel: an arm, a plug's pins, a wheel's hub; and the painted iron of a mast's pole. */
export const STEEL = '#B9C0C4';
export const POLE = '#4A5257';
