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

/** The people of the story: a coat one remembers for each. */
export const CAST: Record<string, { look: Look; height: number }> = {
	nour: {
		height: 1.68,
		look: {
			coat: '#E8B23A',
			legs: '#384A63',
			skin: '#D8A27F',
			hair: '#2A1D18',
			cut: 'long',
			long: true,
			phone: true,
			shoes: '#4B3A30',
			umbrella: '#44587A'
		}
	},
	salma: {
		height: 1.65,
		look: {
			coat: '#5E7FA3',
			legs: '#2E2B2A',
			skin: '#D8A27F',
			hair: '#2A1D18',
			cut: 'curly',
			long: true,
			bag: '#E8DCC2',
			shoes: '#7A4A5E',
			umbrella: '#46685E'
		}
	},
	marcel: {
		height: 1.74,
		look: {
			coat: '#7D6A58',
			legs: '#4C5140',
			skin: '#D8A27F',
			hair: '#8E857A',
			hat: '#5F7383',
			beard: true,
			shoes: '#3B332E'
		}
	},
	baker1: {
		height: 1.63,
		look: { coat: '#9AA894', legs: '#4B3A30', skin: '#E6BFA0', hair: '#D9D4CC', cut: 'bun', long: true, bag: '#F2E7CF' }
	},
	baker2: {
		height: 1.66,
		look: {
			coat: '#8C8072',
			legs: '#5A4A42',
			skin: '#E6BFA0',
			hair: '#E2DCD2',
			cut: 'bald',
			hat: '#6B5A4A',
			glasses: true,
			umbrella: '#2E2B2A'
		}
	},
	baker3: {
		height: 1.61,
		look: {
			coat: '#7A4A5E',
			legs: '#2E3B2A',
			skin: '#EBC7AA',
			hair: '#17110E',
			cut: 'long',
			glasses: true,
			umbrella: '#7A4A5E'
		}
	},
	baker4: {
		height: 1.8,
		look: { coat: '#384A63', legs: '#55423A', skin: '#6F452E', hair: '#17110E', cut: 'short', beard: true }
	},
	baker5: {
		height: 1.6,
		look: {
			coat: '#B4523C',
			legs: '#2E2B2A',
			skin: '#E6BFA0',
			hair: '#D9D4CC',
			cut: 'curly',
			long: true,
			bag: '#46685E',
			umbrella: '#B4523C'
		}
	},
	friend1: {
		height: 1.7,
		look: { coat: '#5F7383', legs: '#2E2B2A', skin: '#8D5A3C', hair: '#17110E', cut: 'ponytail', bag: '#C77B55' }
	},
	friend2: {
		height: 1.78,
		look: {
			coat: '#E3CBB7',
			legs: '#6A4A3B',
			skin: '#E6BFA0',
			hair: '#B5532C',
			cut: 'short',
			beard: true,
			bag: '#46685E'
		}
	},
	teen1: {
		height: 1.72,
		look: {
			coat: '#44587A',
			legs: '#3A332F',
			skin: '#E0B08E',
			hair: '#6B4A2B',
			hat: '#7A4A5E',
			shoes: '#E8E1D2',
			cut: 'curly'
		}
	},
	teen2: {
		height: 1.66,
		look: {
			coat: '#F2E7CF',
			legs: '#384A63',
			skin: '#6F452E',
			hair: '#120D0B',
			cut: 'curly',
			shoes: '#B4523C',
			bag: '#2E2B2A'
		}
	},
	teen3: {
		height: 1.7,
		look: {
			coat: '#6E8B84',
			legs: '#59636B',
			skin: '#C48A66',
			hair: '#2A1D18',
			cut: 'short',
			phone: true,
			shoes: '#E8E1D2'
		}
	},
	florist: {
		height: 1.67,
		look: {
			coat: '#46685E',
			legs: '#3D4654',
			skin: '#C48A66',
			hair: '#3A2C22',
			cut: 'bun',
			apron: '#E8DCC2',
			flowers: true
		}
	},
	josette: {
		height: 1.56,
		look: {
			coat: '#8A7F92',
			legs: '#5A4A42',
			skin: '#E6BFA0',
			hair: '#E2DCD2',
			cut: 'curly',
			long: true,
			cane: true,
			glasses: true
		}
	},
	courier: {
		height: 1.76,
		look: {
			coat: '#2F7F86',
			legs: '#2E2B2A',
			skin: '#8D5A3C',
			hair: '#17110E',
			helmet: '#E8E1D2',
			box: '#2F7F86',
			phone: true,
			shoes: '#E8E1D2'
		}
	},
	simon: {
		height: 1.79,
		look: {
			coat: '#A87A62',
			legs: '#384A63',
			skin: '#E0B08E',
			hair: '#8A5A2B',
			cut: 'short',
			glasses: true,
			beard: true
		}
	},
	tourist: {
		height: 1.73,
		look: {
			coat: '#F4EFE4',
			stripes: '#384A63',
			legs: '#B9AD94',
			skin: '#EBC7AA',
			hair: '#C9A46A',
			cut: 'ponytail',
			hat: '#B98D63',
			bag: '#6B5A4A',
			shoes: '#8A5A3C'
		}
	},
	parent: {
		height: 1.75,
		look: { coat: '#4F5D48', legs: '#3D4654', skin: '#C48A66', hair: '#3A2C22', cut: 'short', beard: true }
	},
	child: {
		height: 1.14,
		look: {
			coat: '#7FA3A8',
			legs: '#5A4A42',
			skin: '#C48A66',
			hair: '#3A2C22',
			cut: 'curly',
			bag: '#B4523C',
			shoes: '#E8E1D2'
		}
	},
	thief: {
		height: 1.75,
		look: {
			coat: '#5D5A58',
			legs: '#3A332F',
			skin: '#E0B08E',
			hair: '#4B3A30',
			cut: 'short',
			bag: '#3D4654',
			shoes: '#E8E1D2'
		}
	}
};
