import { OCHRE, ZINC } from '../../figure/pictogram';
import type { Look } from '../../street/types';

/** Those who ask for the camera, in their order on either side of the elected official. Height in metres. */
export const OFFICIALS: { key: string; look: Look; dx: number; height: number }[] = [
	{
		key: 'police',
		dx: -2,
		height: 1.78,
		look: { coat: '#384a63', legs: '#2e3138', skin: '#D8A27F', hair: '#2a1d18', hat: '#2c3848', cut: 'short' }
	},
	{
		key: 'shops',
		dx: -1,
		height: 1.66,
		look: { coat: '#7A4A5E', legs: '#3D4654', skin: '#E0B08E', hair: '#6b4a2b', apron: '#F2E7CF', cut: 'bun' }
	},
	{
		key: 'mayor',
		dx: 0,
		height: 1.74,
		look: { coat: '#4c5966', legs: '#2b2d33', skin: '#E0B08E', hair: ZINC, cut: 'bald', glasses: true }
	},
	{
		key: 'residents',
		dx: 1,
		height: 1.6,
		look: { coat: '#9AA894', legs: '#5a4a42', skin: '#8d5a3c', hair: '#dcd6cc', long: true, cut: 'curly' }
	},
	{
		key: 'neighbours',
		dx: 2,
		height: 1.81,
		look: { coat: OCHRE, legs: '#44414a', skin: '#D8A27F', hair: '#3a2c22', cut: 'short', beard: true }
	}
];
