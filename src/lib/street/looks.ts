import type { Random } from '../maths';
import type { Look } from './types';

const SKINS = ['#E0B08E', '#D8A27F', '#C48A66', '#B77F5A', '#8D5A3C', '#6F452E', '#E6BFA0', '#EBC7AA'] as const;
const HAIRS = [
	'#2A1D18',
	'#3A2C22',
	'#17110E',
	'#6B4A2B',
	'#8A5A2B',
	'#B5532C',
	'#D9D4CC',
	'#A8825A',
	'#4B3A30'
] as const;
const COATS = [
	'#3F6B63',
	'#44587A',
	'#B4523C',
	'#F2E7CF',
	'#9AA894',
	'#7A4A5E',
	'#384A63',
	'#8E9AA3',
	'#5F7383',
	'#E3CBB7',
	'#2E2B2A',
	'#46685E',
	'#7C8796',
	'#A87A62',
	'#6E8B84',
	'#8A7F92',
	'#B98D63',
	'#5A4A42'
] as const;
const LEGS = [
	'#2E2B2A',
	'#3D4654',
	'#384A63',
	'#4C5140',
	'#5A4A42',
	'#2F3A4A',
	'#55423A',
	'#59636B',
	'#6A4A3B'
] as const;
/** Clothes hardly lighter or darker than the paving: hard to see for a program that compares brightness. */
const PALE_COATS = ['#DDD2BF', '#D2C8B6', '#E4DAC6', '#CDC4B4'] as const;
const PALE_LEGS = ['#CBBFA9', '#BFB6A6', '#D3C8B5'] as const;
const BAGS = ['#B4523C', '#46685E', '#44587A', '#5A4A42', '#F2E7CF', '#C77B55'] as const;
const HATS = ['#5F7383', '#2E2B2A', '#7A4A5E', '#B98D63', '#46685E'] as const;
const UMBRELLAS = ['#44587A', '#2E2B2A', '#7A4A5E', '#46685E', '#B4523C', '#8A7F92'] as const;
const CUTS = ['short', 'short', 'short', 'bun', 'long', 'long', 'curly', 'bald', 'ponytail'] as const;

/** The look and height of a passer-by, drawn by chance. `pale` dresses them in the colours of the paving. */
export function passerLook(chance: Random, pale = false): { look: Look; height: number } {
	const grown = 1.58 + 0.14 * (chance() + chance());
	const skin = chance.pick(SKINS);
	const dark = skin === '#8D5A3C' || skin === '#6F452E';
	const look: Look = {
		coat: chance.pick(pale ? PALE_COATS : COATS),
		legs: chance.pick(pale ? PALE_LEGS : LEGS),
		skin,
		hair: dark ? '#17110E' : chance.pick(HAIRS),
		cut: chance.pick(CUTS),
		shoes: chance.pick(['#2B2523', '#4B3A30', '#59636B', '#E8E1D2'])
	};
	const extra = chance();
	if (extra < 0.22) look.bag = chance.pick(BAGS);
	else if (extra < 0.3) look.suitcase = chance.pick(['#C77B55', '#44587A', '#5A4A42']);
	else if (extra < 0.4) look.phone = true;
	if (chance() < 0.25) look.long = true;
	if (chance() < 0.18) look.hat = chance.pick(HATS);
	if (chance() < 0.16) look.glasses = true;
	if (look.cut !== 'long' && look.cut !== 'bun' && look.cut !== 'ponytail' && chance() < 0.3) look.beard = true;
	if (chance() < 0.12) look.stripes = chance.pick(['#384A63', '#7A4A5E', '#F2E7CF']);
	if (chance() < 0.5) look.umbrella = chance.pick(UMBRELLAS);
	return { look, height: Math.round(grown * 100) / 100 };
}
