/** What one remembers of a face, beyond hair and hat. Drawn only where a face is large: a small sensor never has it. */
export interface Features {
	lips?: string;
	earrings?: string;
	hoops?: string;
	mole?: boolean;
	freckles?: boolean;
	wrinkles?: boolean;
	moustache?: string;
	stubble?: boolean;
	brows?: 'thick' | 'worried';
	flower?: string;
	bobbles?: string;
}

export const FEATURES: Record<string, Features> = {
	nour: { mole: true, lips: '#9C5546', earrings: '#F2E7CF' },
	salma: { lips: '#9C5546', hoops: '#E8C25A' },
	marcel: { wrinkles: true, brows: 'thick' },
	baker1: { wrinkles: true, lips: '#9C5B5E', earrings: '#F2E7CF' },
	baker2: { wrinkles: true, moustache: '#E2DCD2' },
	baker3: { lips: '#9A4F58' },
	baker4: { brows: 'thick' },
	baker5: { wrinkles: true, lips: '#A3584A' },
	friend1: { hoops: '#E8C25A', lips: '#6B3429' },
	friend2: { freckles: true },
	teen1: { freckles: true },
	teen2: { hoops: '#F2E7CF', lips: '#5A2F28' },
	teen3: { brows: 'thick' },
	florist: { flower: '#D98BA0', lips: '#8A4638' },
	josette: { wrinkles: true, lips: '#9A5B66', earrings: '#F2E7CF' },
	courier: { stubble: true },
	simon: { brows: 'worried' },
	tourist: { freckles: true, lips: '#A3584A' },
	parent: { brows: 'thick' },
	child: { bobbles: '#E8C25A' }
};
