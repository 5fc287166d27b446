import type { Look } from '../../street/types';
import { hash } from './hash';

const COATS = [
	'#44587A',
	'#B98467',
	'#3F6B63',
	'#C99A3F',
	'#7A4A5E',
	'#8E9AA3',
	'#E3CBB7',
	'#46685E',
	'#384A63',
	'#F2E7CF'
];
const SKINS = ['#E0B08E', '#8D5A3C', '#D8A27F', '#6F452E', '#EBC7AA', '#B77F5A'];
const HAIRS = ['#2A1D18', '#17110E', '#6B4A2B', '#8A5A2B', '#D9D4CC', '#3A2C22'];
const LEGS = ['#2E2B2A', '#3D4654', '#4C5140', '#55423A', '#384A63'];
const CUTS = ['short', 'long', 'curly', 'ponytail', 'short', 'bun'] as const;

const UMBRELLAS = ['#44587A', '#7A4A5E', '#46685E', '#2E2B2A'];
const BAG = '#5A4A42';

/** What people of the settings look like. */
export const LOOKS: readonly Look[] = Array.from({ length: 48 }, (_, i) => {
	const h = hash(i, 3);
	return {
		coat: COATS[h % COATS.length],
		legs: LEGS[(h >>> 4) % LEGS.length],
		skin: SKINS[(h >>> 8) % SKINS.length],
		hair: HAIRS[(h >>> 12) % HAIRS.length],
		cut: CUTS[(h >>> 16) % CUTS.length],
		long: (h >>> 20) % 4 === 0,
		umbrella: UMBRELLAS[(h >>> 22) % 4],
		...((h >>> 24) % 4 === 0 ? { bag: BAG } : {})
	};
});
