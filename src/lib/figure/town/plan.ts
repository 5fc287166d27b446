/** Town units are about a metre and a half; x to the east, y to the north, as the camera has them. */
export type Point = [number, number];

export interface Block {
	/** Outline along the streets. */
	outer: Point[];
	/** Courtyard; empty when the block is too small for one. */
	inner: Point[];
	/** Party walls: x, y, x, y. */
	walls: [number, number, number, number][];
	kind: 'houses' | 'park' | 'square';
	/** Index in the palette. */
	tone: number;
	height: number;
	/** 1 when the outline turns counter-clockwise (y north), -1 otherwise. */
	turn: number;
	/** Largest y: blocks are painted from the farthest. */
	far: number;
}

export interface Lens {
	/** Index in `nodes`. */
	node: number;
	/** Unit vector it looks along. */
	dx: number;
	dy: number;
	/** Street distance to the centre. */
	distance: number;
}

/** A stretch of street that streams take, from a corner to the next one on the way to the centre. */
export interface Reach {
	from: number;
	to: number;
	length: number;
	/** Distance to the centre at `from`. */
	distance: number;
	/** For every stream that passes: how far its lens is up the street from here, ascending. */
	arrivals: number[];
}

export interface Town {
	blocks: Block[];
	/** Both banks of the river, west to east. */
	banks: [Point[], Point[]];
	bridges: [Point, Point][];
	nodes: Point[];
	lenses: Lens[];
	reaches: Reach[];
	/** Next corner on the way to the centre, -1 at it or where there is no way. */
	next: Int32Array;
	distance: Float64Array;
	/** The centre's house: middle of its front wall on the ground, and half its width. */
	house: { x: number; y: number; half: number; depth: number; height: number };
	/** The square of the story, and its lens. */
	square: { at: Point; lens: number };
}

export const WEST = -320;
export const EAST = 1920;
export const SOUTH = -330;
export const NORTH = 1330;
export const LENSES = 120;
export const HOUSE = { x: 1080, y: 520, half: 30, depth: 40, height: 54 };
export const SQUARE: Point = [770, 330];

/** What the cells that become blocks are cut at. */
export const BOUNDS: [number, number, number, number] = [WEST - 60, SOUTH - 60, EAST + 60, NORTH + 60];

/** Middle line of the river. */
export const stream = (x: number): number => 742 + 62 * Math.sin(x / 250 + 0.6) + 26 * Math.sin(x / 97);
