import { Delaunay, polygonCentroid } from 'd3';
import { seeded } from '../motion';
import { blocksOf } from './blocks';
import { BOUNDS, EAST, HOUSE, NORTH, SOUTH, SQUARE, stream, WEST, type Lens, type Point, type Town } from './plan';
import { apart, nearest } from './polygon';
import { corners, reachesOf, shortest, streets } from './streets';

let known: Town | undefined;

/** The imagined town of the story: always the same one. Blocks are Voronoi cells relaxed by Lloyd's algorithm. */
export function town(): Town {
	return (known ??= build());
}

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
	const lenses = corners(nodes, squareNode, allowed, random).map((node, i): Lens => {
		const options = links[node];
		const from = nodes[node];
		const to = i === 0 ? at : nodes[options[Math.floor(random() * options.length)].to];
		const d = apart(to, from) || 1;
		return { node, dx: (to[0] - from[0]) / d, dy: (to[1] - from[1]) / d, distance: distance[node] };
	});
	const reaches = reachesOf(lenses, next, distance);

	// The last stretch leads from the corner to the door.
	const last = nodes.push([HOUSE.x, HOUSE.y]) - 1;
	const length = apart(nodes[door], nodes[last]);
	const arrivals = lenses.map((lens) => lens.distance).sort((a, b) => a - b);
	reaches.set(door, { from: door, to: last, length, distance: 0, arrivals });

	const houseCell = nearest(points, [HOUSE.x, HOUSE.y + HOUSE.depth / 2]);
	const bank = (set: Set<number>): Point[] => [...set].map((i) => nodes[i]).sort((a, b) => a[0] - b[0]);
	return {
		blocks: blocksOf(voronoi, rows, points.length, [squareCell, houseCell], random),
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
		const d = apart(p, [HOUSE.x - 60, HOUSE.y]);
		if (clear(p) && random() < 0.45 + 0.55 * Math.exp(-d / 420)) free.push(p);
	}
	const all = () => [...river, ...fixed, ...free];
	for (let turn = 0; turn < 3; turn++) {
		const voronoi = Delaunay.from(all()).voronoi(BOUNDS);
		free = free.map((p, i) => {
			const cell = voronoi.cellPolygon(river.length + fixed.length + i);
			return cell ? polygonCentroid(cell as Point[]) : p;
		});
	}
	// The house stands across a cell of its own.
	const middle: Point = [HOUSE.x, HOUSE.y + HOUSE.depth / 2];
	free[nearest(free, middle)] = middle;
	return { points: all(), rows: river.length };
}

/** Where a stream stands after `run` units down its streets from a corner; null once it has arrived. */
export function along(t: Town, node: number, run: number): Point | null {
	let left = run;
	for (let i = node; t.next[i] >= 0; i = t.next[i]) {
		const length = t.distance[i] - t.distance[t.next[i]];
		if (left < length) {
			const s = left / length;
			const [ax, ay] = t.nodes[i];
			const [bx, by] = t.nodes[t.next[i]];
			return [ax + (bx - ax) * s, ay + (by - ay) * s];
		}
		left -= length;
	}
	return null;
}
