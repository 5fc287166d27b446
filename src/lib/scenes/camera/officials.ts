import { OCHRE, ZINC } from '../../figure/colours';
import type { Look } from '../../street/types';

/** What they wear and the colours of their skin and hair: nobody of the square has these, for they are not of its people. */
const DYE = {
	navy: '#384a63',
	soot: '#2e3138',
	sand: '#D8A27F',
	black: '#2a1d18',
	cap: '#2c3848',
	plum: '#7A4A5E',
	slate: '#3D4654',
	rose: '#E0B08E',
	brown: '#6b4a2b',
	linen: '#F2E7CF',
	steel: '#4c5966',
	coal: '#2b2d33',
	sage: '#9AA894',
	earth: '#5a4a42',
	umber: '#8d5a3c',
	white: '#dcd6cc',
	stone: '#44414a',
	dark: '#3a2c22'
};

/** Those who ask for the camera, in their order on either side of the elected official. Height in metres. */
export const OFFICIALS: { key: string; look: Look; dx: number; height: number }[] = [
	{
		key: 'police',
		dx: -2,
		height: 1.78,
		look: { coat: DYE.navy, legs: DYE.soot, skin: DYE.sand, hair: DYE.black, hat: DYE.cap, cut: 'short' }
	},
	{
		key: 'shops',
		dx: -1,
		height: 1.66,
		look: { coat: DYE.plum, legs: DYE.slate, skin: DYE.rose, hair: DYE.brown, apron: DYE.linen, cut: 'bun' }
	},
	{
		key: 'mayor',
		dx: 0,
		height: 1.74,
		look: { coat: DYE.steel, legs: DYE.coal, skin: DYE.rose, hair: ZINC, cut: 'bald', glasses: true }
	},
	{
		key: 'residents',
		dx: 1,
		height: 1.6,
		look: { coat: DYE.sage, legs: DYE.earth, skin: DYE.umber, hair: DYE.white, long: true, cut: 'curly' }
	},
	{
		key: 'neighbours',
		dx: 2,
		height: 1.81,
		look: { coat: OCHRE, legs: DYE.stone, skin: DYE.sand, hair: DYE.dark, cut: 'short', beard: true }
	}
];
