import type { Delaunay, Voronoi } from 'd3';
import { EAST, HOUSE, LENSES, NORTH, SOUTH, stream, WEST, type Lens, type Point, type Reach, type Town } from './plan';
import { shuffle } from '../motion';
import { apart } from './polygon';

/** Streets from every corner. */
export type Links = { to: number; length: number }[][];

/** Where the bridges are wanted, from west to east. */
const BRIDGES = [330, 720, 1050, 1420];

/** Corners and the streets between them, the corners on either bank, and the bridges; the first `rows` cells are river. */
export function streets(
	delaunay: Delaunay<Point>,
	voronoi: Voronoi<Point>,
	rows: number
): { nodes: Point[]; links: Links; quays: [Set<number>, Set<number>]; bridges: [Point, Point][] } {
	const isRiver = (i: number) => i < rows;
	const { circumcenters } = voronoi;
	const nodes = Array.from({ length: circumcenters.length / 2 }, (_, i): Point => [
		circumcenters[2 * i],
		circumcenters[2 * i + 1]
	]);
	const inside = (p: Point) => p[0] > WEST && p[0] < EAST && p[1] > SOUTH && p[1] < NORTH;
	const links: Links = nodes.map(() => []);
	const join = (a: number, b: number) => {
		const length = apart(nodes[a], nodes[b]);
		links[a].push({ to: b, length });
		links[b].push({ to: a, length });
	};
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
		join(a, b);
	}
	const bridges = BRIDGES.map((x): [Point, Point] => {
		const [a, b] = crossings.reduce((best, c) => (Math.abs(c[2] - x) < Math.abs(best[2] - x) ? c : best));
		join(a, b);
		return [nodes[a], nodes[b]];
	});
	return { nodes, links, quays, bridges };
}

/** Where the lenses stand: street corners away from the river's banks, spread out, denser near the centre. */
export function corners(
	nodes: Point[],
	first: number,
	allowed: (i: number) => boolean,
	random: () => number
): number[] {
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
			const near = apart(nodes[i], [HOUSE.x, HOUSE.y]);
			if (near >= 70 && chosen.every((j) => apart(nodes[i], nodes[j]) > gap + near / 30)) chosen.push(i);
		}
	return chosen;
}

/** Dijkstra's shortest ways from every corner to `goal`, by street length. */
export function shortest(links: Links, goal: number): Pick<Town, 'distance' | 'next'> {
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

/** The stretches of street that the streams take, by the corner each leaves from. */
export function reachesOf(lenses: Lens[], next: Int32Array, distance: Float64Array): Map<number, Reach> {
	const reaches = new Map<number, Reach>();
	for (const lens of lenses)
		for (let i = lens.node; next[i] >= 0; i = next[i]) {
			const to = next[i];
			const reach = reaches.get(i) ?? {
				from: i,
				to,
				length: distance[i] - distance[to],
				distance: distance[i],
				arrivals: []
			};
			reach.arrivals.push(lens.distance - distance[i]);
			reaches.set(i, reach);
		}
	for (const reach of reaches.values()) reach.arrivals.sort((a, b) => a - b);
	return reaches;
}
