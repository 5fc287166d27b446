import { Delaunay, type Voronoi } from 'd3';
import { seeded } from '../../figure/motion';

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

const WEST = -320;
const EAST = 1920;
const SOUTH = -330;
const NORTH = 1330;
const STREET = 6.5;
const BUILDING = 17;
export const LENSES = 120;
const HOUSE = { x: 1080, y: 520, half: 30, depth: 40, height: 54 };
const SQUARE: Point = [770, 330];

/** Middle line of the river. */
const stream = (x: number): number => 742 + 62 * Math.sin(x / 250 + 0.6) + 26 * Math.sin(x / 97);

let known: Town | undefined;

/** The imagined town of the chapter: always the same one. Blocks are Voronoi cells relaxed by Lloyd's algorithm. */
export function town(): Town {
	return (known ??= build());
}

const BOUNDS: [number, number, number, number] = [WEST - 60, SOUTH - 60, EAST + 60, NORTH + 60];

/** Streets from every corner. */
type Links = { to: number; length: number }[][];

function build(): Town {
	const random = seeded(41);
	const { points, rows } = seeds(random);
	const delaunay = Delaunay.from(points);
	const voronoi = delaunay.voronoi(BOUNDS);
	const { nodes, links, quays, bridges } = streets(delaunay, voronoi, rows);
	const door = nearest(nodes, [HOUSE.x, HOUSE.y - 30], (i) => links[i].length > 0);
	const { distance, next } = shortest(links, door);

	const squareCell = nearest(points, SQUARE);
	const at = points[squareCell];
	const squareNode = nearest(nodes, [at[0] + 30, at[1] - 40], (i) => Number.isFinite(distance[i]));
	const allowed = (i: number) => Number.isFinite(distance[i]) && !quays[0].has(i) && !quays[1].has(i) && i !== door;
	const chosen = corners(nodes, squareNode, allowed, random);
	const lenses = chosen.map((node, i): Lens => {
		const options = links[node];
		const to = i === 0 ? at : nodes[options[Math.floor(random() * options.length)].to];
		const d = Math.hypot(to[0] - nodes[node][0], to[1] - nodes[node][1]) || 1;
		return { node, dx: (to[0] - nodes[node][0]) / d, dy: (to[1] - nodes[node][1]) / d, distance: distance[node] };
	});
	const reaches = reachesOf(lenses, next, distance);

	// The last stretch leads from the corner to the door.
	const last = nodes.push([HOUSE.x, HOUSE.y]) - 1;
	const step = Math.hypot(nodes[door][0] - HOUSE.x, nodes[door][1] - HOUSE.y);
	const arrivals = lenses.map((lens) => lens.distance).sort((a, b) => a - b);
	reaches.set(door, { from: door, to: last, length: step, distance: 0, arrivals });

	const houseCell = nearest(points, [HOUSE.x, HOUSE.y + HOUSE.depth / 2]);
	const blocks = blocksOf(voronoi, rows, points.length, [squareCell, houseCell], random);

	const bank = (set: Set<number>): Point[] => [...set].map((i) => nodes[i]).sort((a, b) => a[0] - b[0]);
	return {
		blocks,
		banks: [bank(quays[0]), bank(quays[1])],
		bridges,
		nodes,
		lenses,
		reaches: [...reaches.values()].sort((a, b) => b.distance - a.distance),
		next,
		distance,
		house: HOUSE,
		square: { at, lens: 0 }
	};
}

/** What the cells grow from, those of the river first: `rows` of them. */
function seeds(random: () => number): { points: Point[]; rows: number } {
	// The river is a chain of cells, so that its banks are streets and what parts two of its cells can carry a bridge.
	const river: Point[] = [];
	const fixed: Point[] = [];
	for (let x = WEST - 100; x <= EAST + 100;) {
		const slope = (stream(x + 1) - stream(x - 1)) / 2;
		const n = Math.hypot(1, slope);
		const y = stream(x);
		river.push([x, y]);
		for (const side of [-1, 1]) fixed.push([x - (side * 62 * slope) / n, y + (side * 62) / n]);
		x += 62 / n;
	}
	let free: Point[] = [];
	const clear = (p: Point) => Math.abs(p[1] - stream(p[0])) > 100;
	while (free.length < 330) {
		const p: Point = [WEST + random() * (EAST - WEST), SOUTH + random() * (NORTH - SOUTH)];
		// The old town, round the centre, has smaller blocks.
		const d = Math.hypot(p[0] - HOUSE.x + 60, p[1] - HOUSE.y);
		if (clear(p) && random() < 0.45 + 0.55 * Math.exp(-d / 420)) free.push(p);
	}
	const all = () => [...river, ...fixed, ...free];
	for (let turn = 0; turn < 3; turn++) {
		const voronoi = Delaunay.from(all()).voronoi(BOUNDS);
		free = free.map((p, i) => {
			const cell = voronoi.cellPolygon(river.length + fixed.length + i);
			return cell ? centroid(cell as Point[]) : p;
		});
	}
	// The house stands across a cell of its own.
	free.splice(nearest(free, [HOUSE.x, HOUSE.y + HOUSE.depth / 2]), 1, [HOUSE.x, HOUSE.y + HOUSE.depth / 2]);
	return { points: all(), rows: river.length };
}

/** Corners and the streets between them, the corners on either bank, and the bridges. */
function streets(
	delaunay: Delaunay<Point>,
	voronoi: Voronoi<Point>,
	rows: number
): { nodes: Point[]; links: Links; quays: [Set<number>, Set<number>]; bridges: [Point, Point][] } {
	const isRiver = (i: number) => i < rows;
	const count = voronoi.circumcenters.length / 2;
	const nodes: Point[] = Array.from({ length: count }, (_, i) => [
		voronoi.circumcenters[2 * i],
		voronoi.circumcenters[2 * i + 1]
	]);
	const inside = (p: Point) => p[0] > WEST && p[0] < EAST && p[1] > SOUTH && p[1] < NORTH;

	const links: Links = nodes.map(() => []);
	const crossings: [number, number, number][] = [];
	const quays: [Set<number>, Set<number>] = [new Set(), new Set()];
	for (let e = 0; e < delaunay.halfedges.length; e++) {
		const twin = delaunay.halfedges[e];
		if (twin < e) continue;
		const a = Math.floor(e / 3);
		const b = Math.floor(twin / 3);
		const p = delaunay.triangles[e];
		const q = delaunay.triangles[e % 3 === 2 ? e - 2 : e + 1];
		if (!inside(nodes[a]) || !inside(nodes[b])) continue;
		if (isRiver(p) && isRiver(q)) {
			crossings.push([a, b, nodes[a][0]]);
			continue;
		}
		if (isRiver(p) !== isRiver(q)) for (const i of [a, b]) quays[nodes[i][1] < stream(nodes[i][0]) ? 0 : 1].add(i);
		const length = Math.hypot(nodes[a][0] - nodes[b][0], nodes[a][1] - nodes[b][1]);
		links[a].push({ to: b, length });
		links[b].push({ to: a, length });
	}
	const bridges: [Point, Point][] = [];
	for (const x of [330, 720, 1050, 1420]) {
		const [a, b] = crossings.reduce((best, c) => (Math.abs(c[2] - x) < Math.abs(best[2] - x) ? c : best));
		const length = Math.hypot(nodes[a][0] - nodes[b][0], nodes[a][1] - nodes[b][1]);
		links[a].push({ to: b, length });
		links[b].push({ to: a, length });
		bridges.push([nodes[a], nodes[b]]);
	}
	return { nodes, links, quays, bridges };
}

/** Where the lenses stand: street corners away from the river's banks, spread out, denser near the centre. */
function corners(nodes: Point[], first: number, allowed: (i: number) => boolean, random: () => number): number[] {
	const chosen: number[] = [first];
	const order = nodes
		.map((_, i) => i)
		.filter((i) => {
			const [x, y] = nodes[i];
			return allowed(i) && x > -60 && x < 1660 && y > -60 && y < 1060;
		});
	shuffle(order, random);
	for (const gap of [62, 50, 38])
		for (const i of order) {
			if (chosen.length >= LENSES) break;
			const near = Math.hypot(nodes[i][0] - HOUSE.x, nodes[i][1] - HOUSE.y);
			if (near < 70) continue;
			const apart = gap + near / 30;
			if (chosen.every((j) => Math.hypot(nodes[i][0] - nodes[j][0], nodes[i][1] - nodes[j][1]) > apart)) chosen.push(i);
		}
	return chosen;
}

/** The stretches of street that the streams take, by the corner each leaves from. */
function reachesOf(lenses: Lens[], next: Int32Array, distance: Float64Array): Map<number, Reach> {
	const reaches = new Map<number, Reach>();
	for (const lens of lenses)
		for (let i = lens.node; next[i] >= 0; i = next[i]) {
			const to = next[i];
			let reach = reaches.get(i);
			if (!reach)
				reaches.set(
					i,
					(reach = { from: i, to, length: distance[i] - distance[to], distance: distance[i], arrivals: [] })
				);
			reach.arrivals.push(lens.distance - distance[i]);
		}
	for (const reach of reaches.values()) reach.arrivals.sort((a, b) => a - b);
	return reaches;
}

/** The blocks between the streets, the farthest first; `open` are the cells that are squares. */
function blocksOf(voronoi: Voronoi<Point>, from: number, to: number, open: number[], random: () => number): Block[] {
	const blocks: Block[] = [];
	for (let i = from; i < to; i++) {
		const cell = voronoi.cellPolygon(i) as Point[] | null;
		if (!cell || !cell.every((p) => p[0] > WEST - 70 && p[0] < EAST + 70)) continue;
		const outer = inset(cell.slice(0, -1), STREET);
		if (outer.length < 3 || area(outer) < 260) continue;
		const chance = random();
		const kind = open.includes(i) ? 'square' : chance < 0.085 ? 'park' : 'houses';
		const court = kind === 'houses' ? inset(outer, BUILDING) : [];
		const inner = court.length >= 3 && area(court) > 120 ? court : [];
		blocks.push({
			outer,
			inner,
			walls: kind === 'houses' ? parcels(outer, random) : [],
			kind,
			tone: Math.floor(random() * 6),
			height: 9 + random() * 8,
			turn: area(outer) < 0 ? -1 : 1,
			far: Math.max(...outer.map((p) => p[1]))
		});
	}
	return blocks.sort((a, b) => b.far - a.far);
}

/** Where a stream stands after `run` units down its streets from a corner; null once it has arrived. */
export function along(t: Town, node: number, run: number): Point | null {
	let i = node;
	let left = run;
	while (t.next[i] >= 0) {
		const length = t.distance[i] - t.distance[t.next[i]];
		if (left < length) {
			const s = left / length;
			const [ax, ay] = t.nodes[i];
			const [bx, by] = t.nodes[t.next[i]];
			return [ax + (bx - ax) * s, ay + (by - ay) * s];
		}
		left -= length;
		i = t.next[i];
	}
	return null;
}

/** Dijkstra's shortest ways from every corner to `goal`, by street length. */
function shortest(links: Links, goal: number): { distance: Float64Array; next: Int32Array } {
	const distance = new Float64Array(links.length).fill(Infinity);
	const next = new Int32Array(links.length).fill(-1);
	const done = new Uint8Array(links.length);
	distance[goal] = 0;
	for (;;) {
		let i = -1;
		for (let j = 0; j < links.length; j++)
			if (!done[j] && distance[j] < Infinity && (i < 0 || distance[j] < distance[i])) i = j;
		if (i < 0) return { distance, next };
		done[i] = 1;
		for (const { to, length } of links[i])
			if (distance[i] + length < distance[to]) {
				distance[to] = distance[i] + length;
				next[to] = i;
			}
	}
}

/** Moves every side of a convex polygon inwards by `by`; fewer than three points when nothing is left. */
export function inset(polygon: Point[], by: number): Point[] {
	let out = polygon;
	const turn = area(polygon) < 0 ? -1 : 1;
	for (let i = 0; i < polygon.length && out.length; i++) {
		const [ax, ay] = polygon[i];
		const [bx, by2] = polygon[(i + 1) % polygon.length];
		const length = Math.hypot(bx - ax, by2 - ay);
		if (length < 1e-6) continue;
		const nx = (-(by2 - ay) / length) * turn;
		const ny = ((bx - ax) / length) * turn;
		const depth = (p: Point) => (p[0] - ax) * nx + (p[1] - ay) * ny - by;
		const kept: Point[] = [];
		for (let j = 0; j < out.length; j++) {
			const p = out[j];
			const q = out[(j + 1) % out.length];
			const dp = depth(p);
			const dq = depth(q);
			if (dp >= 0) kept.push(p);
			if (dp >= 0 !== dq >= 0)
				kept.push([p[0] + ((q[0] - p[0]) * dp) / (dp - dq), p[1] + ((q[1] - p[1]) * dp) / (dp - dq)]);
		}
		out = kept;
	}
	return out;
}

/** Party walls from the street to the courtyard, at uneven spaces along the longer sides. */
function parcels(outer: Point[], random: () => number): Block['walls'] {
	const out: Block['walls'] = [];
	const turn = area(outer) < 0 ? -1 : 1;
	for (let i = 0; i < outer.length; i++) {
		const [ax, ay] = outer[i];
		const [bx, by] = outer[(i + 1) % outer.length];
		const length = Math.hypot(bx - ax, by - ay);
		for (let s = BUILDING + random() * 8; s < length - BUILDING; s += 12 + random() * 14) {
			const x = ax + ((bx - ax) * s) / length;
			const y = ay + ((by - ay) * s) / length;
			out.push([x, y, x - ((by - ay) / length) * turn * BUILDING, y + ((bx - ax) / length) * turn * BUILDING]);
		}
	}
	return out;
}

function area(polygon: Point[]): number {
	let sum = 0;
	for (let i = 0; i < polygon.length; i++) {
		const [ax, ay] = polygon[i];
		const [bx, by] = polygon[(i + 1) % polygon.length];
		sum += ax * by - bx * ay;
	}
	return sum / 2;
}

function centroid(closed: Point[]): Point {
	let x = 0;
	let y = 0;
	let sum = 0;
	for (let i = 0; i + 1 < closed.length; i++) {
		const cross = closed[i][0] * closed[i + 1][1] - closed[i + 1][0] * closed[i][1];
		sum += cross;
		x += (closed[i][0] + closed[i + 1][0]) * cross;
		y += (closed[i][1] + closed[i + 1][1]) * cross;
	}
	return [x / (3 * sum), y / (3 * sum)];
}

function nearest(list: Point[], to: Point, allowed: (i: number) => boolean = () => true): number {
	let best = -1;
	let least = Infinity;
	list.forEach((p, i) => {
		const d = Math.hypot(p[0] - to[0], p[1] - to[1]);
		if (d < least && allowed(i)) {
			least = d;
			best = i;
		}
	});
	return best;
}

function shuffle<T>(list: T[], random: () => number): void {
	for (let i = list.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[list[i], list[j]] = [list[j], list[i]];
	}
}
