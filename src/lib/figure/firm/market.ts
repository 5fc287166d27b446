import { range } from 'd3';
import type { Ink, Rect, View } from '../../picture/frame';
import { AMBER } from '../colours';
import { mix, seeded } from '../motion';
import { COAT, CREAM, OAT, BRICK, ROSE, SAND, SLATE } from './colours';
import { WIDTH } from './section';

/** Firms of the industry as Jusquiame gives it (c23); not found elsewhere (f06). */
export const FIRMS = 2500;

/** Houses on a side of a block, so that a block is a hundred firms, and the width of the streets between blocks, in houses. */
export const SIDE = 10;
const STREET = 1.7;
const BLOCKS = FIRMS / (SIDE * SIDE);

/** How the 2,500 firms stand in the free part of a view: in blocks of a hundred. */
export interface Market {
	/** Blocks in a row. */
	across: number;
	/** Pixels from a house to the next, across and down. */
	cell: number;
	left: number;
	top: number;
	/** Pixels a metre, and the middle of the ground line, of the chapter's house when it is one of them. */
	k: number;
	x: number;
	y: number;
	/** Which of them is the chapter's. */
	own: number;
}

/** Room kept over the rows for what they are. */
const headOf = ({ shape, portrait }: View): number => (shape !== 'phone' ? 168 : portrait ? 100 : 92);

/** Houses and streets along so many blocks, in houses. */
const along = (blocks: number): number => blocks * (SIDE + STREET) - STREET;

/** Column and row of a firm, in houses. */
function placeOf({ across }: Pick<Market, 'across'>, i: number): [number, number] {
	const block = Math.floor(i / (SIDE * SIDE));
	const within = i % (SIDE * SIDE);
	return [
		(block % across) * (SIDE + STREET) + (within % SIDE),
		Math.floor(block / across) * (SIDE + STREET) + Math.floor(within / SIDE)
	];
}

/** The chapter's: in the middle block, a little off its middle. */
const OWN_BLOCK = Math.floor(BLOCKS / 2);
const OWN_FIRM = OWN_BLOCK * SIDE * SIDE + 4 * SIDE + 5;

export function marketAt(view: View): Market {
	const { free } = view;
	const room = free.h - headOf(view);
	let across = 1;
	let cell = 0;
	for (let a = 1; a <= BLOCKS; a++) {
		const fits = Math.min(free.w / along(a), room / along(Math.ceil(BLOCKS / a)));
		if (fits > cell) [across, cell] = [a, fits];
	}
	const left = free.x + (free.w - along(across) * cell) / 2;
	const top = free.y + free.h - along(Math.ceil(BLOCKS / across)) * cell;
	const [column, row] = placeOf({ across }, OWN_FIRM);
	return {
		across,
		cell,
		left,
		top,
		k: (cell * HOUSE) / WIDTH,
		x: left + (column + 0.5) * cell,
		y: top + (row + 0.86) * cell,
		own: OWN_FIRM
	};
}

/** Share of its cell that the chapter's house is wide. */
const HOUSE = 0.62;

/** The same while the chapter's own block fills the free part, under its words: cell, and where its house stands. */
export function blockAt(view: View): Pick<Market, 'cell' | 'k' | 'x' | 'y'> {
	const { free } = view;
	const head = headOf(view) * 0.5;
	const cell = Math.min(free.w, free.h - head) / (SIDE + 0.3);
	return {
		cell,
		k: (cell * HOUSE) / WIDTH,
		x: free.x + free.w / 2 + ((OWN_FIRM % SIDE) + 0.5 - SIDE / 2) * cell,
		y: free.y + head + (free.h - head) / 2 + ((Math.floor(OWN_FIRM / SIDE) % SIDE) + 0.86 - SIDE / 2) * cell
	};
}

/** The chapter's block when its house stands at (x, y) and houses are `step` apart. */
export const blockRect = (x: number, y: number, step: number): Rect => ({
	x: x - ((OWN_FIRM % SIDE) + 0.5) * step,
	y: y - ((Math.floor(OWN_FIRM / SIDE) % SIDE) + 0.86) * step,
	w: SIDE * step,
	h: SIDE * step
});

/** The middle of a firm's house once all are in sight. */
export function firmAt(m: Market, i: number): [number, number] {
	const [column, row] = placeOf(m, i);
	return [m.left + (column + 0.5) * m.cell, m.top + (row + 0.62) * m.cell];
}

const WALLS = [OAT, ROSE, '#CFD8D6', CREAM, SAND];
const ROOFS = [SLATE, BRICK, '#5F6B70'];
const GLASS = '#8FA3A8';

/** How a house is built: half its width and its height as shares of its cell, and its colours. */
interface Kind {
	wide: number;
	high: number;
	wall: number;
	roof: number;
}

const random = seeded(2500);
const KINDS: Kind[] = range(FIRMS).map(() => ({
	wide: 0.26 + 0.1 * random(),
	high: 0.3 + 0.2 * random(),
	wall: Math.floor(random() * WALLS.length),
	roof: Math.floor(random() * ROOFS.length)
}));
const OWN = { wide: 0.31, high: 0.42 };

/** Pixels as path data has them. */
const f = (v: number): string => v.toFixed(1);

/** A house `w` to each side of the middle of its ground line, `h` high: wall, roof, and the panes of four windows. */
const wallOf = (x: number, y: number, w: number, h: number): string =>
	`M${f(x - w)} ${f(y)}v${f(-h)}h${f(2 * w)}v${f(h)}Z`;
const roofOf = (x: number, y: number, w: number, eaves: number): string =>
	`M${f(x - w - eaves)} ${f(y)}l${f(w + eaves)} ${f(-w * 0.72)}l${f(w + eaves)} ${f(w * 0.72)}Z`;
const panesOf = (x: number, y: number, w: number, h: number): string =>
	PANES.map(([dx, dy]) => `M${f(x + dx * w)} ${f(y - h * dy)}h${f(w * 0.34)}v${f(h * 0.26)}h${f(-w * 0.34)}Z`).join('');
const PANES = [
	[-0.62, 0.88],
	[-0.62, 0.46],
	[0.28, 0.88],
	[0.28, 0.46]
];

/**
 * The houses of all firms around the chapter's, which stands at (cx, cy) when houses are `step` pixels apart.
 * `own` 0 to 1 draws the chapter's as one of them, in amber. One roof a firm: what the test counts.
 */
export function housesInk(
	view: View,
	m: Market,
	cx: number,
	cy: number,
	step: number,
	own: number,
	opacity: number
): Ink[] {
	const walls = WALLS.map(() => '');
	const roofs = ROOFS.map(() => '');
	let panes = '';
	let streets = '';
	const eaves = 0.05 * step;
	const [ownColumn, ownRow] = placeOf(m, m.own);
	for (let i = 0; i < FIRMS; i++) {
		const [column, row] = placeOf(m, i);
		const x = cx + (column - ownColumn) * step;
		const y = cy + (row - ownRow) * step;
		// A row of ten stands on its ground, on stage or not.
		if (i % SIDE === 0 && y > -2 && y < view.height + 2) streets += `M${f(x - 0.5 * step)} ${f(y)}h${f(SIDE * step)}`;
		if (i === m.own || x + step < 0 || x - step > view.width || y < 0 || y - step > view.height) continue;
		const kind = KINDS[i];
		const [w, h] = [kind.wide * step, kind.high * step];
		walls[kind.wall] += wallOf(x, y, w, h);
		roofs[kind.roof] += roofOf(x, y - h, w, eaves);
		if (step > 24) panes += panesOf(x, y, w, h);
	}
	const width = mix(0.3, 1.3, Math.min(1, step / 50));
	const painted = (path: string, fill: string, o = opacity): Ink[] =>
		path ? [{ type: 'shape', d: path, fill, stroke: 'ink', width, opacity: o }] : [];
	const [w, h] = [OWN.wide * step, OWN.high * step];
	return [
		{ type: 'shape', d: streets, stroke: 'ink', width: width * 0.8, opacity: 0.55 * opacity },
		...walls.flatMap((path, i) => painted(path, WALLS[i])),
		...painted(panes, GLASS),
		...roofs.flatMap((path, i) => painted(path, ROOFS[i])),
		...(own > 0
			? [
					...painted(wallOf(cx, cy, w, h), AMBER, own * opacity),
					...painted(roofOf(cx, cy - h, w, eaves), COAT, own * opacity)
				]
			: [])
	];
}
