/** Bright steel: an arm, a plug's pins, a wheel's hub; and the painted iron of a mast's pole. */
export const STEEL = '#B9C0C4';
export const POLE = '#4A5257';
