import { SOLVED } from '../../drawing/palette';
import { dots, drawn } from '../../figure/inks';
import type { Ink, Rect } from '../../picture/frame';
import { SKIN } from './layout';

/** Lays `n` cells in a strip, in as many rows as make them largest, none larger than `most`. */
function cells({ x, y, w, h }: Rect, n: number, most: number): { x: number; y: number; cell: number }[] {
	const side = (rows: number) => Math.min(w / Math.ceil(n / rows), h / rows);
	let rows = 1;
	while ((w / Math.ceil(n / rows)) * rows < h && rows < 60) rows++;
	const cell = Math.min(most, Math.max(side(rows), side(Math.max(1, rows - 1))));
	const columns = Math.max(1, Math.floor(w / cell + 1e-6));
	return Array.from({ length: n }, (_, i) => ({
		x: x + ((i % columns) + 0.5) * cell,
		y: y + (Math.floor(i / columns) + 0.5) * cell,
		cell
	}));
}

/** Those who watch, as heads and shoulders. */
export function watchers(strip: Rect, n: number, opacity: number): Ink[] {
	const heads: number[] = [];
	let bodies = '';
	for (const p of cells(strip, n, strip.h)) {
		const g = p.cell * 0.86;
		const cy = p.y + g * 0.2;
		heads.push(p.x, cy - g * 0.34, g * 0.2);
		const [left, right] = [(p.x - g * 0.34).toFixed(1), (p.x + g * 0.34).toFixed(1)];
		const [foot, shoulder] = [(cy + g * 0.3).toFixed(1), (cy + g * 0.12).toFixed(1)];
		bodies += `M${left} ${foot}V${shoulder}Q${p.x.toFixed(1)} ${(cy - g * 0.4).toFixed(1)} ${right} ${shoulder}V${foot}Z`;
	}
	return [drawn(bodies, SOLVED, 1, { opacity }), dots(heads, { fill: SKIN, stroke: 'ink', width: 1, opacity })];
}

/** Alerts of a day, as red dots; ten thousand and more are drawn one for ten. */
export function alerts(strip: Rect, n: number, opacity: number): Ink {
	const drawn = n > 4000 ? Math.round(n / 10) : n;
	const xyr = cells(strip, drawn, strip.h * 0.4).flatMap((p) => [p.x, p.y, p.cell * 0.36]);
	return { type: 'dots', xyr, fill: 'signal', opacity };
}
