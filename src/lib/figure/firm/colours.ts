/**
 * What the firm is built of: the muted colours of the street's houses, a little cooler indoors. Nothing is near the
 * red of what software found, nothing but his coat and what is pointed at is brown or amber.
 */
export const CONCRETE = '#9AA4A8';
export const SLATE = '#7F8B90';
export const TIN = '#B7BEC0';
export const BRICK = '#B98D73';
export const SOOT = '#8E6A55';
export const SAND = '#D9CDB6';
export const CREAM = '#F1E0BF';
export const OAT = '#EAD9BF';
export const ROSE = '#E6C9B4';
export const MIST = '#CFE0E2';
export const STONE = '#D8CBB4';
export { BLUE, OCHRE } from '../colours';
export { LAMP } from '../night';
/** Walls of the rooms, floor by floor from the ground, and of the staircase. */
export const ROOM = [OAT, CREAM, '#E9E4D2', '#EEDCC8'] as const;
export const STAIRWELL = '#DED2BC';
export const STEP = '#C9B79A';
export const SKIRTING = '#B9A98D';
/** Things of wood, cloth and leaf. */
export const FAWN = '#B98D63';
export const PALE_WOOD = '#C79C70';
export const BARK = '#9C7F5E';
export const CUPBOARD = '#8A7660';
export const WORKTOP = '#9DAE9A';
export const SOFA = '#7A8A6B';
export const CUSHION = '#879878';
export const LEAF = '#7F9B72';
export const VEIN = '#5F7A55';
export const HILLS = '#B5C7B2';
export const BOTTLE = '#3F6B63';
/** Machines. */
export const ENAMEL = '#D7E0DF';
export const PARTITIONED = '#D3DADA';
export const STEEL = '#3C444B';
export const SLOT = '#2A3036';
export const BLACK = '#20262B';
export const BEZEL = '#23272C';
export const SEAT = '#4A545C';
export const SCREEN = '#B9CCD1';
export const CELADON = '#8FA3A0';
export const LED = { on: '#B9D7A8', off: '#56606A' } as const;
export const STEAM = '#8E9AA3';
/** Thomas Jusquiame's coat, and the roof of the house of this chapter among all. */
export const COAT = '#8A6A3F';
/** The sky and the pavement, by night and by day, and the half-dark of rooms not spoken of. */
export const MORNING = '#DCE6E4';
export const PAVEMENT = ['#1E2328', SAND] as const;
export const UNLIT = ['#0E1014', '#5A6670'] as const;
