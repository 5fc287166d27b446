import { interpolateLab, interpolateRgb } from 'd3';
import { INK, PAPER } from '../../drawing/palette';
import { BLUE } from '../colours';

/** The plan's flat colours by day; houses have one of six roofs, and each its wall in the shade. */
export const ROOFS = ['#EFE2C6', '#E9D6B8', '#E6C9B4', '#D9DDD8', '#EAD9BF', '#CFD8DC'];
export const SHADE = ROOFS.map((c) => interpolateRgb(c, '#7A6A55')(0.28));
export const WATER = '#B9CCD1';
export const RIPPLE = '#8FAAB2';
export const PARK = '#A9BC9C';
export const LEAVES = '#7F9B72';
export const COURT = { flat: '#E6DDC8', deep: '#C4B99F' };
export const GARDEN = { flat: '#C5CFAE', deep: '#A9B592' };
/** A lens and the cone it sees. */
export const CONE = BLUE;
export const LENS = '#2E3F5C';

/** The blue the town turns to as evening comes. */
const EVENING = '#1C2846';
/** What has a colour of its own at dusk, by how far it has come. */
export const skyAt = interpolateLab(PAPER, '#45587A');
export const windowAt = interpolateLab('#8EA5AC', '#E8C877');
export const streamAt = interpolateRgb(CONE, '#8FA3C4');

/** The colours of the hour. */
export interface Evening {
	dusk: number;
	tint: (colour: string, depth?: number) => string;
	line: { stroke: string; opacity: number };
}

/** 0 day, 1 night. */
export const eveningAt = (dusk: number, opacity: number): Evening => ({
	dusk,
	tint: (colour, depth = 0.86) => interpolateLab(colour, EVENING)(dusk * depth),
	line: { stroke: dusk > 0 ? interpolateRgb(INK, '#000000')(dusk) : 'ink', opacity }
});
