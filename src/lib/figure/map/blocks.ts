import type { Ink, View } from '../../picture/frame';
import { painted } from '../inks';
import { mix, seeded, span } from '../motion';
import type { Block, Point, Town } from '../town/plan';
import { apart } from '../town/polygon';
import type { Look } from './look';
import { COURT, GARDEN, LEAVES, PARK, ROOFS, SHADE, windowAt, type Evening } from './palette';
import { PAPER } from '../../drawing/palette';
import { corners, n, path, towards, visible } from './paths';

/** The blocks as a plan has them, one shape a colour. */
export function flatBlocks(view: View, look: Look, t: Town, { tint, line: { stroke, opacity } }: Evening): Ink[] {
	const roofs = ROOFS.map(() => '');
	const open = { park: '', square: '' };
	let courts = '';
	let gardens = '';
	let walls = '';
	const crowns: number[] = [];
	for (const b of t.blocks) {
		if (!visible(view, look, b, 0)) continue;
		const d = path(look, b.outer, 0);
		if (b.kind === 'park') crowns.push(...treesOf(b).flatMap((tree) => crown(look, tree, 0)));
		if (b.kind !== 'houses') {
			open[b.kind] += d;
			continue;
		}
		roofs[b.tone] += d;
		if (b.inner.length && hasGarden(b)) gardens += path(look, b.inner, 0);
		else if (b.inner.length) courts += path(look, b.inner, 0);
		for (const [ax, ay, bx, by] of b.walls) {
			const p = look(ax, ay, 0);
			const q = look(bx, by, 0);
			if (p && q) walls += `M${n(p)}L${n(q)}`;
		}
	}
	const line = { stroke, width: 1.15, opacity };
	return [
		...roofs.flatMap((d, i): Ink[] => (d ? [{ type: 'shape', d, fill: tint(ROOFS[i]), ...line }] : [])),
		{ type: 'shape', d: walls, fill: 'none', stroke, width: 0.7, opacity: 0.55 * opacity },
		{ type: 'shape', d: courts, fill: tint(COURT.flat), stroke, width: 0.8, opacity },
		{ type: 'shape', d: gardens, fill: tint(GARDEN.flat), stroke, width: 0.8, opacity },
		{ type: 'shape', d: open.park, fill: tint(PARK), ...line },
		{ type: 'shape', d: open.square, fill: tint(PAPER), ...line },
		...trees(crowns, tint(LEAVES), line)
	];
}

/** One block with its height, 0 to 1 of it. */
export function standingBlock(view: View, look: Look, b: Block, rise: number, evening: Evening): Ink[] {
	const height = b.kind === 'houses' ? b.height * rise : 0;
	if (!visible(view, look, b, height)) return [];
	if (b.kind === 'houses') return houses(look, b, height, rise, evening);
	const { tint, line } = evening;
	const ground: Ink = painted(path(look, b.outer, 0), {
		fill: tint(b.kind === 'park' ? PARK : PAPER),
		...line,
		width: 1.1
	});
	if (b.kind !== 'park') return [ground];
	const far = treesOf(b).sort((p, q) => q[1] - p[1]);
	return [
		ground,
		...trees(
			far.flatMap((tree) => crown(look, tree, 7 * rise)),
			tint(LEAVES),
			line
		)
	];
}

/** Far walls are hidden by the block's own roof, so only near walls and the roof's shifted outline are painted. */
function houses(look: Look, b: Block, height: number, rise: number, { tint, line, dusk }: Evening): Ink[] {
	let walls = '';
	let windows = '';
	b.outer.forEach((p, i) => {
		const q = b.outer[(i + 1) % b.outer.length];
		const [left, right, top] = [look(p[0], p[1], 0), look(q[0], q[1], 0), look(q[0], q[1], height)];
		if (!left || !right || !top || !towards(left, right, top, b.turn)) return;
		walls += path(look, [p, q], 0, [q, p], height);
		if (Math.abs(right[0] - left[0]) >= 26) windows += windowsOf(look, b, i, p, q, height);
	});
	const roof: Ink[] = [painted(path(look, b.outer, height), { fill: tint(ROOFS[b.tone]), ...line, width: 1.1 })];
	if (b.inner.length)
		roof.push(
			painted(path(look, b.inner, height), { fill: tint((hasGarden(b) ? GARDEN : COURT).deep), ...line, width: 0.8 })
		);
	const front: Ink[] = [{ type: 'shape', d: walls, fill: tint(SHADE[b.tone]), ...line, width: 1 }];
	if (windows)
		front.push({
			type: 'shape',
			d: windows,
			fill: windowAt(dusk),
			stroke: line.stroke,
			width: 0.7,
			opacity: line.opacity * span(rise, 0.4, 0.8)
		});
	return [...front, ...roof];
}

/** Windows of one wall, lit as evening comes. */
function windowsOf(look: Look, b: Block, wall: number, p: Point, q: Point, height: number): string {
	const length = apart(q, p);
	const count = Math.min(7, Math.floor(length / 9));
	const w = 1.5 / length;
	let d = '';
	for (let k = 0; k < count; k++) {
		if ((wall * 7 + k * 5 + b.tone) % 3 === 0) continue;
		const u = (k + 0.5) / count;
		const corner = (s: number, z: number): [number, number, number] => [
			mix(p[0], q[0], s),
			mix(p[1], q[1], s),
			height * z
		];
		d += corners(look, [corner(u - w, 0.72), corner(u + w, 0.72), corner(u + w, 0.38), corner(u - w, 0.38)]);
	}
	return d;
}

const hasGarden = (b: Block): boolean => b.tone % 3 === 1;

type Tree = [x: number, y: number, r: number];

/** Trees of a park: the same ones every time. */
function treesOf(b: Block): Tree[] {
	const random = seeded(Math.round(b.outer[0][0] * 7 + b.outer[0][1] * 13));
	const cx = b.outer.reduce((sum, p) => sum + p[0], 0) / b.outer.length;
	const cy = b.outer.reduce((sum, p) => sum + p[1], 0) / b.outer.length;
	return Array.from({ length: 9 }, () => {
		const p = b.outer[Math.floor(random() * b.outer.length)];
		const s = 0.72 * Math.sqrt(random());
		return [mix(cx, p[0], s), mix(cy, p[1], s), 4.5 + random() * 3];
	});
}

/** A tree's crown as the stage has it: x, y, radius. */
function crown(look: Look, [x, y, r]: Tree, z: number): number[] {
	const p = look(x, y, z);
	const q = look(x + r, y, z);
	return p && q ? [p[0], p[1], q[0] - p[0]] : [];
}

/** Crowns of trees that touch share one outline: ink first, leaves over it. */
const trees = (crowns: number[], fill: string, line: { stroke: string; opacity: number }): Ink[] => [
	{ type: 'dots', xyr: crowns.map((v, i) => (i % 3 === 2 ? v + 0.9 : v)), fill: line.stroke, opacity: line.opacity },
	{ type: 'dots', xyr: crowns, fill, opacity: line.opacity }
];
