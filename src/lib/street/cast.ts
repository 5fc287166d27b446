import type { Role } from './plan';
import type { Character } from './types';

/** The people of the story: a coat one remembers for each, a face for who comes near, and what they do over and over. */
export const CAST: Record<string, Character> = {
	nour: {
		height: 1.68,
		look: {
			coat: '#E8B23A',
			legs: '#384A63',
			skin: '#D8A27F',
			hair: '#2A1D18',
			cut: 'long',
			long: true,
			hood: true,
			phone: true,
			shoes: '#4B3A30',
			umbrella: '#44587A'
		},
		face: { mole: true, lips: '#9C5546', earrings: '#F2E7CF' },
		gait: 'hurried',
		habits: ['looksUp'],
		embrace: 'sisters'
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
		},
		face: { lips: '#9C5546', hoops: '#E8C25A' },
		gait: 'hurried',
		embrace: 'sisters'
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
		},
		face: { wrinkles: true, brows: 'thick' },
		gait: 'hurried',
		habits: ['dozes']
	},
	baker1: {
		height: 1.63,
		look: {
			coat: '#9AA894',
			legs: '#4B3A30',
			skin: '#E6BFA0',
			hair: '#D9D4CC',
			cut: 'bun',
			long: true,
			bag: '#F2E7CF'
		},
		face: { wrinkles: true, lips: '#9C5B5E', earrings: '#F2E7CF' },
		gait: 'hurried'
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
		},
		face: { wrinkles: true, moustache: '#E2DCD2' },
		gait: 'short',
		habits: ['scratches']
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
		},
		face: { lips: '#9A4F58' },
		gait: 'hurried'
	},
	baker4: {
		height: 1.8,
		look: { coat: '#384A63', legs: '#55423A', skin: '#6F452E', hair: '#17110E', cut: 'short', beard: true },
		face: { brows: 'thick' },
		gait: 'plain'
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
		},
		face: { wrinkles: true, lips: '#A3584A' },
		gait: 'hurried'
	},
	friend1: {
		height: 1.7,
		look: { coat: '#5F7383', legs: '#2E2B2A', skin: '#8D5A3C', hair: '#17110E', cut: 'ponytail', bag: '#C77B55' },
		face: { hoops: '#E8C25A', lips: '#6B3429' },
		gait: 'hurried',
		habits: ['talks']
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
		},
		face: { freckles: true },
		gait: 'hurried',
		habits: ['talks']
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
		},
		face: { freckles: true },
		gait: 'plain',
		habits: ['talks']
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
		},
		face: { hoops: '#F2E7CF', lips: '#5A2F28' },
		gait: 'plain',
		habits: ['talks', 'offers']
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
		},
		face: { brows: 'thick' },
		gait: 'hurried'
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
		},
		face: { flower: '#D98BA0', lips: '#8A4638' },
		gait: 'plain'
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
			scarf: '#C99A3F',
			cane: true,
			glasses: true
		},
		face: { wrinkles: true, lips: '#9A5B66', earrings: '#F2E7CF' },
		gait: 'short'
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
		},
		face: { stubble: true },
		gait: 'hurried',
		brings: { kind: 'bicycle', colour: '#2F7F86' }
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
		},
		face: { brows: 'worried' },
		gait: 'hurried',
		habits: ['searches']
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
		},
		face: { freckles: true, lips: '#A3584A' },
		gait: 'short',
		holds: 'map'
	},
	parent: {
		height: 1.75,
		look: { coat: '#4F5D48', legs: '#3D4654', skin: '#C48A66', hair: '#3A2C22', cut: 'short', beard: true },
		face: { brows: 'thick' },
		gait: 'hurried',
		habits: ['points']
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
		},
		face: { bobbles: '#E8C25A' },
		gait: 'skip',
		habits: ['bounces']
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
		},
		gait: 'hurried'
	}
};

/** One of them as a part of the square: why they are there is told under their own key in content/figures/people.yaml. */
export const roleOf = (key: string): Role => ({ key, reason: key, ...CAST[key] });

/** Somebody with a suitcase, in the first picture. */
export const TRAVELLER: Role = {
	reason: 'commuter',
	height: 1.76,
	look: {
		coat: '#44587A',
		legs: '#2F3133',
		skin: '#8D5A3C',
		hair: '#17110E',
		cut: 'short',
		suitcase: '#C77B55',
		shoes: '#2B2523'
	}
};
