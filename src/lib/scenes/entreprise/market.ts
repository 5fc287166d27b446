import { mix, seeded } from '../../figure/motion';
import type { Ink, View } from '../../story/frame';
import { FIRMS } from './data';
import { WIDTH } from './house';

/** How the 2,500 firms stand in the free part of a view, in rows as along streets. */
export interface Market {
	columns: number;
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
const headOf = (view: View): number => (view.portrait ? 100 : view.width < 700 ? 92 : 168);

export function marketAt(view: View): Market {
	const { free } = view;
	const head = headOf(view);
	const cell = Math.sqrt((free.w * (free.h - head)) / FIRMS) * 0.985;
	const columns = Math.floor(free.w / cell);
	const rows = Math.ceil(FIRMS / columns);
	const left = free.x + (free.w - columns * cell) / 2;
	const top = free.y + head + Math.max(0, free.h - head - rows * cell);
	const own = Math.floor(rows * 0.45) * columns + Math.floor(columns * 0.56);
	return {
		columns,
		cell,
		left,
		top,
		k: (cell * 0.62) / WIDTH,
		x: left + ((own % columns) + 0.5) * cell,
		y: top + (Math.floor(own / columns) + 0.86) * cell,
		own
	};
}

/** The middle of a firm's house once all are in sight. */
export const firmAt = (m: Market, i: number): [number, number] => [
	m.left + ((i % m.columns) + 0.5) * m.cell,
	m.top + (Math.floor(i / m.columns) + 0.62) * m.cell
];

const WALLS = ['#EAD9BF', '#E6C9B4', '#CFD8D6', '#F1E0BF', '#D9CDB6'];
const ROOFS = ['#7F8B90', '#B98D73', '#5F6B70'];
const OWN = '#E0B13A';

interface Kind {
	wide: number;
	high: number;
	wall: number;
	roof: number;
}

const random = seeded(2500);
const KINDS: Kind[] = Array.from({ length: FIRMS }, () => ({
	wide: 0.26 + 0.1 * random(),
	high: 0.3 + 0.2 * random(),
	wall: Math.floor(random() * WALLS.length),
	roof: Math.floor(random() * ROOFS.length)
}));

/**
 * The houses of all firms around the chapter's, which stands at (cx, cy) when houses are `step` pixels apart.
 * `own` 0 to 1 draws the chapter's as one of them, in yellow. One roof a firm: what the test counts.
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
	let ownWall = '';
	let ownRoof = '';
	let streets = '';
	const near = step > 34;
	const rows = Math.ceil(FIRMS / m.columns);
	for (let r = 0; r < rows; r++) {
		const y = cy + (r - Math.floor(m.own / m.columns)) * step;
		if (y < -2 || y > view.height + 2) continue;
		const n = r === rows - 1 ? FIRMS - r * m.columns : m.columns;
		const x = cx - ((m.own % m.columns) + 0.5) * step;
		streets += `M${x.toFixed(1)} ${y.toFixed(1)}h${(n * step).toFixed(1)}`;
	}
	for (let i = 0; i < FIRMS; i++) {
		const x = cx + ((i % m.columns) - (m.own % m.columns)) * step;
		const y = cy + (Math.floor(i / m.columns) - Math.floor(m.own / m.columns)) * step;
		if (x + step < 0 || x - step > view.width || y < 0 || y - step > view.height) continue;
		const kind = KINDS[i];
		const mine = i === m.own;
		const w = (mine ? 0.31 : kind.wide) * step;
		const h = (mine ? 0.42 : kind.high) * step;
		const wall = `M${(x - w).toFixed(1)} ${y.toFixed(1)}v${(-h).toFixed(1)}h${(2 * w).toFixed(1)}v${h.toFixed(1)}Z`;
		const e = 0.05 * step;
		const roof = `M${(x - w - e).toFixed(1)} ${(y - h).toFixed(1)}l${(w + e).toFixed(1)} ${(-w * 0.72).toFixed(1)}l${(w + e).toFixed(1)} ${(w * 0.72).toFixed(1)}Z`;
		if (mine) {
			ownWall = wall;
			ownRoof = roof;
			continue;
		}
		walls[kind.wall] += wall;
		roofs[kind.roof] += roof;
		if (near) {
			const pw = w * 0.34;
			const ph = h * 0.26;
			for (const dx of [-0.62, 0.28])
				for (const dy of [0.88, 0.46])
					panes += `M${(x + dx * w).toFixed(1)} ${(y - h * dy).toFixed(1)}h${pw.toFixed(1)}v${ph.toFixed(1)}h${(-pw).toFixed(1)}Z`;
		}
	}
	const width = mix(0.3, 1.3, Math.min(1, step / 50));
	const out: Ink[] = [{ type: 'shape', d: streets, stroke: 'ink', width: width * 0.8, opacity: 0.55 * opacity }];
	const put = (d: string, fill: string, o = opacity) => {
		if (d) out.push({ type: 'shape', d, fill, stroke: 'ink', width, opacity: o });
	};
	walls.forEach((d, i) => put(d, WALLS[i]));
	put(panes, '#8FA3A8');
	roofs.forEach((d, i) => put(d, ROOFS[i]));
	if (own > 0) {
		put(ownWall, OWN, own * opacity);
		put(ownRoof, '#8A6A3F', own * opacity);
	}
	return out;
}
