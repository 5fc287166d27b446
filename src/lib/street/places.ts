/**
 * The square, as data: what stands where. Metres; X to the right, Y away from the mast camera, Z up.
 * People are planned around it, the painter draws it, the truth uses it as what hides people.
 */

/** Edges of the ground, front to back. */
export const GROUND = { x0: -60, x1: 60, y0: -12, kerb: 21.5, facade: 27 } as const;

/** The tram line along X: rails, the bed they lie in, the car that runs on them. */
export const TRACKS = { rails: [16.2, 17.6], y0: 15.6, y1: 18.2 } as const;
export const TRAM = { length: 26, y0: 15.7, y1: 18.1, floor: 0.35, height: 3.3, doors: [4, 10, 16, 22] } as const;
/** The low platform on the near side of the line; `tramX` is where the tram's left end halts. */
export const STOP = { x0: -24, x1: 3, y0: 13.5, y1: 15.5, tramX: -24, strip: 15.25 } as const;

/** A roof on two posts with glass at both ends and a seat; open to the tram and to the square. */
export const SHELTER = {
	x0: -13.6,
	x1: -9,
	y0: 13.9,
	y1: 15.1,
	height: 2.5,
	seat: { x0: -13.2, x1: -11.4, y: 14.9 }
} as const;

export type Trade =
	'bakery' | 'cafe' | 'pharmacy' | 'books' | 'grocer' | 'hairdresser' | 'bank' | 'flowers' | 'laundry';

export interface Shop {
	trade: Trade;
	x0: number;
	x1: number;
	/** Colour of the front and of the awning; no awning when absent. */
	front: string;
	awning?: string;
	sign?: string;
	/** Centre of the door. */
	door: number;
}

export interface Building {
	x0: number;
	x1: number;
	/** Height of the eaves. */
	eaves: number;
	/** Height of the roof above the eaves and its kind. */
	roof: {
		kind: 'mansard' | 'gable' | 'hip' | 'flat' | 'tiles';
		rise: number;
		colour: string;
		dormers: number;
		chimneys: number;
	};
	wall: string;
	/** Floors above the ground floor, which is `ground` metres high. */
	floors: number;
	ground: number;
	/** Windows in a row, and what they wear. */
	windows: number;
	dress: 'shutters' | 'balconies' | 'plain' | 'tall' | 'mixed';
	shutter?: string;
	shop?: Shop;
	/** A gate in the middle, wide and arched. */
	porch?: { x: number; width: number; height: number; sign: string };
}

/** The row of houses behind the square; every front stands on `GROUND.facade`. */
export const BUILDINGS: readonly Building[] = [
	{
		x0: -60,
		x1: -48,
		eaves: 12.2,
		wall: '#E3CBB7',
		floors: 3,
		ground: 3.7,
		windows: 4,
		dress: 'shutters',
		shutter: '#7C8796',
		roof: { kind: 'mansard', rise: 2.6, colour: '#8E9AA3', dormers: 3, chimneys: 1 }
	},
	{
		x0: -48,
		x1: -38.4,
		eaves: 10.4,
		wall: '#D9DDD8',
		floors: 2,
		ground: 3.8,
		windows: 4,
		dress: 'plain',
		roof: { kind: 'tiles', rise: 2.1, colour: '#B98467', dormers: 0, chimneys: 2 },
		shop: { trade: 'bank', x0: -47.2, x1: -39.2, front: '#5F7383', door: -43 }
	},
	{
		x0: -38.4,
		x1: -30.2,
		eaves: 13.4,
		wall: '#EFE2C6',
		floors: 3,
		ground: 3.9,
		windows: 3,
		dress: 'balconies',
		roof: { kind: 'mansard', rise: 2.9, colour: '#8E9AA3', dormers: 2, chimneys: 2 },
		shop: { trade: 'laundry', x0: -37.6, x1: -31, front: '#44587A', awning: '#44587A', sign: 'Laverie', door: -32.2 }
	},
	{
		x0: -30.2,
		x1: -24.8,
		eaves: 9.2,
		wall: '#E6C9B4',
		floors: 2,
		ground: 3.5,
		windows: 2,
		dress: 'shutters',
		shutter: '#6E8B84',
		roof: { kind: 'gable', rise: 3.1, colour: '#A87A62', dormers: 0, chimneys: 1 },
		shop: { trade: 'hairdresser', x0: -29.6, x1: -25.4, front: '#7A4A5E', sign: 'Coiffure', door: -26.3 }
	},
	{
		x0: -20.8,
		x1: -10.6,
		eaves: 8.6,
		wall: '#F1E3CC',
		floors: 1,
		ground: 4.3,
		windows: 5,
		dress: 'tall',
		roof: { kind: 'hip', rise: 2.4, colour: '#9C8F86', dormers: 0, chimneys: 1 },
		porch: { x: -15.7, width: 2.8, height: 3.4, sign: 'École' }
	},
	{
		x0: -10.6,
		x1: -3.4,
		eaves: 12.4,
		wall: '#E6C9B4',
		floors: 3,
		ground: 3.6,
		windows: 3,
		dress: 'shutters',
		shutter: '#9AA894',
		roof: { kind: 'tiles', rise: 1.9, colour: '#B98467', dormers: 0, chimneys: 2 },
		shop: { trade: 'cafe', x0: -10, x1: -4, front: '#3F4F4A', awning: '#A9553F', sign: 'Café', door: -4.9 }
	},
	{
		x0: -3.4,
		x1: 3.7,
		eaves: 15.2,
		wall: '#EFE2C6',
		floors: 4,
		ground: 3.9,
		windows: 3,
		dress: 'balconies',
		roof: { kind: 'mansard', rise: 3.2, colour: '#8E9AA3', dormers: 3, chimneys: 2 },
		shop: { trade: 'books', x0: -2.8, x1: 3.1, front: '#3F5F6B', sign: 'Librairie', door: 0.2 }
	},
	{
		x0: 3.7,
		x1: 8.6,
		eaves: 10.2,
		wall: '#CFD8DC',
		floors: 2,
		ground: 3.5,
		windows: 2,
		dress: 'plain',
		roof: { kind: 'gable', rise: 2.9, colour: '#8D8078', dormers: 0, chimneys: 1 },
		shop: { trade: 'pharmacy', x0: 4.2, x1: 8.1, front: '#E8E6DC', sign: 'Pharmacie', door: 6.9 }
	},
	{
		x0: 8.6,
		x1: 18.2,
		eaves: 13,
		wall: '#EAD9BF',
		floors: 3,
		ground: 3.8,
		windows: 4,
		dress: 'mixed',
		shutter: '#6E8B84',
		roof: { kind: 'mansard', rise: 2.7, colour: '#8E9AA3', dormers: 3, chimneys: 1 },
		shop: { trade: 'grocer', x0: 9.4, x1: 17.4, front: '#46685E', awning: '#C99A3F', sign: 'Primeurs', door: 13.4 }
	},
	{
		x0: 18.2,
		x1: 24.2,
		eaves: 8.4,
		wall: '#E3CBB7',
		floors: 1,
		ground: 3.7,
		windows: 3,
		dress: 'shutters',
		shutter: '#7C8796',
		roof: { kind: 'tiles', rise: 2.3, colour: '#B98467', dormers: 1, chimneys: 1 },
		shop: { trade: 'bank', x0: 18.8, x1: 23.6, front: '#8C8072', door: 20 }
	},
	{
		x0: 24.2,
		x1: 35.6,
		eaves: 13.8,
		wall: '#D9DDD8',
		floors: 3,
		ground: 4,
		windows: 5,
		dress: 'balconies',
		roof: { kind: 'mansard', rise: 2.9, colour: '#8E9AA3', dormers: 4, chimneys: 2 },
		shop: { trade: 'hairdresser', x0: 25, x1: 34.8, front: '#44587A', awning: '#7A4A5E', sign: 'Chaussures', door: 30 }
	},
	{
		x0: 35.6,
		x1: 48,
		eaves: 11.2,
		wall: '#EFE3CF',
		floors: 2,
		ground: 3.8,
		windows: 5,
		dress: 'shutters',
		shutter: '#8A7F92',
		roof: { kind: 'tiles', rise: 2.2, colour: '#B98467', dormers: 0, chimneys: 2 }
	},
	{
		x0: 48,
		x1: 60,
		eaves: 13.2,
		wall: '#E9D6B8',
		floors: 3,
		ground: 3.8,
		windows: 4,
		dress: 'mixed',
		shutter: '#9AA894',
		roof: { kind: 'mansard', rise: 2.6, colour: '#8E9AA3', dormers: 3, chimneys: 1 }
	}
];

/** The street that opens between two houses, and the house that closes its view. */
export const SIDE_STREET = {
	x0: -24.8,
	x1: -20.8,
	far: { y: 46, eaves: 9.5, wall: '#DAC7AC', roof: '#9C8F86' }
} as const;

/** The bakery: a low pavilion on the square, before the line. Its door is in the left wall (x0), shop window in front. */
export const BAKERY = {
	x0: 9.2,
	x1: 13.8,
	y0: 12.3,
	y1: 14.8,
	height: 3.3,
	roof: 0.7,
	wall: '#EAD3B0',
	front: '#8A5A3C',
	awning: '#C99A3F',
	sign: 'Boulangerie',
	/** Door in the left wall: y of its centre, width, height. */
	door: { y: 13.2, width: 1, height: 2.2 },
	/** Shop window in the front wall. */
	window: { x0: 9.9, x1: 13.2, z0: 0.8, z1: 2.4 }
} as const;

/** The poster column: Marcel sleeps against it. */
export const COLUMN = { x: 8.1, y: 7.8, radius: 0.72, height: 3.4, dome: 0.95 } as const;

export interface Spot {
	x: number;
	y: number;
}

/** Benches face the camera: seat from y - 0.5 to y, back along y; 1.9 m wide. Josette rests on the first. */
export const BENCHES: readonly Spot[] = [
	{ x: -6.2, y: 9.2 },
	{ x: 12.6, y: 9.3 }
];
export const BENCH = { width: 1.9, depth: 0.5, seat: 0.46, back: 0.95 } as const;

export const LAMPS: readonly Spot[] = [
	{ x: -11.2, y: 8.9 },
	{ x: 14.4, y: 8.6 },
	{ x: 2, y: 22.1 },
	{ x: -19.4, y: 22.1 },
	{ x: 17.5, y: 22.1 }
];
export const LAMP_HEIGHT = 4.6;

export interface Tree extends Spot {
	/** 1 is 6.3 m high: trunk to 2.6, crown 2.7 wide on either side. */
	size: number;
	/** Added to the sway's phase, so that trees do not lean together. */
	phase: number;
}
export const TREES: readonly Tree[] = [
	{ x: -15.6, y: 11.6, size: 0.95, phase: 0.3 },
	{ x: -8.7, y: 22.4, size: 0.9, phase: 0 },
	{ x: -27, y: 22.4, size: 1, phase: 0.6 },
	{ x: 8.2, y: 22.4, size: 0.85, phase: 0.45 },
	{ x: 22.4, y: 22.4, size: 1.05, phase: 0.8 }
];

/** Hoops for bicycles, side by side along X; a bicycle stands at each place marked true, along Y. */
export const RACK = {
	y: 4.2,
	places: [8, 8.8, 9.6, 10.4, 11.2],
	taken: [true, true, true, true, false],
	colours: ['#44587A', '#8A5A3C', '#46685E', '#5d5a58']
} as const;

/** The flower seller's cart. */
export const CART = {
	x: 1.3,
	y: 12.8,
	width: 2,
	depth: 1,
	height: 0.9,
	canopy: 2.2,
	cloth: '#9AA894',
	stripes: '#F2E7CF'
} as const;

export interface Box extends Spot {
	width: number;
	depth: number;
	height: number;
}
/** Planters with low shrubs. */
export const PLANTERS: readonly Box[] = [
	{ x: -17.6, y: 8.2, width: 1.6, depth: 0.8, height: 0.6 },
	{ x: 4.6, y: 21.9, width: 1.8, depth: 0.6, height: 0.6 },
	{ x: -2.2, y: 21.9, width: 1.8, depth: 0.6, height: 0.6 },
	{ x: 12.6, y: 21.9, width: 1.8, depth: 0.6, height: 0.6 }
];

/** Round tables of the café, each with two chairs left and right of it (0.55 m from its middle). */
export const TERRACE: readonly Spot[] = [
	{ x: -9.2, y: 24.9 },
	{ x: -7.4, y: 25.1 },
	{ x: -5.8, y: 24.7 }
];

/** Where nobody stands: boxes (x0, y0, x1, y1) of what is on the ground. */
export const OBSTACLES: readonly (readonly [number, number, number, number])[] = [
	[BAKERY.x0, BAKERY.y0, BAKERY.x1, BAKERY.y1],
	[COLUMN.x - COLUMN.radius, COLUMN.y - COLUMN.radius, COLUMN.x + COLUMN.radius, COLUMN.y + COLUMN.radius],
	[CART.x - CART.width / 2, CART.y - CART.depth / 2, CART.x + CART.width / 2, CART.y + CART.depth / 2],
	[RACK.places[0] - 0.3, RACK.y - 0.9, RACK.places[4] + 0.3, RACK.y + 0.9],
	[SHELTER.x0 - 0.1, SHELTER.y0, SHELTER.x0 + 0.1, SHELTER.y1],
	[SHELTER.x1 - 0.1, SHELTER.y0, SHELTER.x1 + 0.1, SHELTER.y1],
	...BENCHES.map((b) => [b.x - BENCH.width / 2, b.y - BENCH.depth, b.x + BENCH.width / 2, b.y + 0.1] as const),
	...LAMPS.map((l) => [l.x - 0.15, l.y - 0.15, l.x + 0.15, l.y + 0.15] as const),
	...TREES.map((t) => [t.x - 0.2, t.y - 0.2, t.x + 0.2, t.y + 0.2] as const),
	...PLANTERS.map((p) => [p.x - p.width / 2, p.y - p.depth / 2, p.x + p.width / 2, p.y + p.depth / 2] as const),
	...TERRACE.map((t) => [t.x - 0.85, t.y - 0.35, t.x + 0.85, t.y + 0.35] as const),
	[GROUND.x0, GROUND.facade, SIDE_STREET.x0, GROUND.facade + 20],
	[SIDE_STREET.x1, GROUND.facade, GROUND.x1, GROUND.facade + 20]
];
