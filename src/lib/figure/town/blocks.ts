import type { Voronoi } from 'd3';
import { EAST, WEST, type Block, type Point } from './plan';
import { apart, area, inset, turnOf } from './polygon';

/** Half the width of a street, and depth of the buildings along it. */
const STREET = 6.5;
const BUILDING = 17;

/** The blocks between the streets, the farthest first; `open` are the cells that are squares. */
export function blocksOf(
	voronoi: Voronoi<Point>,
	from: number,
	to: number,
	open: number[],
	random: () => number
): Block[] {
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
			turn: turnOf(outer),
			far: Math.max(...outer.map((p) => p[1]))
		});
	}
	return blocks.sort((a, b) => b.far - a.far);
}

/** Party walls from the street to the courtyard, at uneven spaces along the longer sides. */
function parcels(outer: Point[], random: () => number): Block['walls'] {
	const out: Block['walls'] = [];
	const turn = turnOf(outer);
	outer.forEach((a, i) => {
		const b = outer[(i + 1) % outer.length];
		const [ax, ay] = a;
		const [bx, by] = b;
		const length = apart(a, b);
		for (let s = BUILDING + random() * 8; s < length - BUILDING; s += 12 + random() * 14) {
			const x = ax + ((bx - ax) * s) / length;
			const y = ay + ((by - ay) * s) / length;
			out.push([x, y, x - ((by - ay) / length) * turn * BUILDING, y + ((bx - ax) / length) * turn * BUILDING]);
		}
	});
	return out;
}
