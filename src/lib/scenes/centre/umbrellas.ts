import { FOUND } from '../../centre/published';
import { ease, mix } from '../../figure/motion';
import { place } from '../../figure/place';
import type { Ink, Rect, View } from '../../picture/frame';
import { UMBRELLA } from './layout';
import { testFoot } from './tiles';

export interface Group {
	/** Baseline and left edge of the number. */
	number: { x: number; y: number; size: number };
	caption: { x: number; y: number };
	/** The hundred umbrellas. */
	field: Field;
}

export interface Field {
	x: number;
	y: number;
	cell: number;
	columns: number;
}

/** The four results under the nine screens: in a row, or two by two where the stage is narrow. */
export function groupsOf(view: View): Group[] {
	const { free } = view;
	const bottom = free.y + free.h;
	const row = free.w >= 440;
	const top = testFoot(view) + (row ? 20 : 10);
	const columns = row ? 4 : 2;
	const gap = row ? Math.max(14, free.w * 0.03) : 18;
	const w = (free.w - gap * (columns - 1)) / columns;
	const found = free.h > 500 ? 34 : 0;
	return FOUND.map((_, g) => {
		const x = free.x + (g % columns) * (w + gap);
		if (row) {
			// In narrow groups a number leaves room beside it for the screens it is of, and height to its umbrellas.
			const size = view.shape === 'tall' ? w * 0.27 : Math.min(72, w * 0.4);
			const cell = Math.min(w / 10, (bottom - found - top - 26 - size) / 10);
			const y = top + size * 0.74;
			return {
				number: { x: x - 2, y: y + 18, size },
				caption: { x, y: top + 12 },
				field: { x, y: y + 30, cell, columns: 10 }
			};
		}
		const height = (bottom - top) / 2;
		const cell = Math.min(11.4, (w - 66) / 10, (height - 8) / 10);
		const y = top + Math.floor(g / columns) * height;
		return {
			number: { x, y: y + 46, size: 30 },
			caption: { x, y: y + 14 },
			field: { x: x + w - 10 * cell, y: y + 2, cell, columns: 10 }
		};
	});
}

/** An open umbrella, its ferrule at the origin's height, about 20 units wide. */
const CANOPY = 'M-10 0C-10 -13 10 -13 10 0C7 -3 5 -3 3.4 0C1.6 -3 -1.6 -3 -3.4 0C-5 -3 -7 -3 -10 0Z';
const HANDLE = 'M0 -9.6L0 -12M0 -2L0 7C0 11 -4.4 11 -4.4 7.4';

/**
 * A hundred little umbrellas come down from the lit screens to their places; those `found` stay full, the others turn
 * hollow as they arrive. `shown` 0 to 1. Two shapes and a line.
 */
export function umbrellaField(field: Field, found: number, shown: number, from: Rect[] = [], opacity?: number): Ink[] {
	let full = '';
	let empty = '';
	let lines = '';
	const s = field.cell / 25;
	for (let i = 0; i < 100; i++) {
		const o = ease(shown, i / 145, i / 145 + 0.31);
		if (o <= 0) continue;
		const screen = from[i % from.length];
		const own = {
			x: field.x + (i % field.columns) * field.cell + field.cell / 2,
			y: field.y + Math.floor(i / field.columns) * field.cell + field.cell / 2
		};
		const x = screen ? mix(screen.x + screen.w / 2, own.x, o) : own.x;
		const y = screen ? mix(screen.y + screen.h / 2, own.y, o) : own.y;
		const size = s * (screen ? mix(0.5, 1, o) : o);
		const seen = i < found || o < 1;
		const d = place(CANOPY, x, y, size);
		if (seen) full += d;
		else empty += d;
		if (s > 0.36 && seen) lines += place(HANDLE, x, y, size);
	}
	return [
		{ type: 'shape', d: full, fill: 'paper', stroke: 'paper', width: 0.8, opacity },
		{ type: 'shape', d: empty, fill: 'none', stroke: UMBRELLA.missed, width: 1, opacity },
		{ type: 'shape', d: lines, fill: 'none', stroke: UMBRELLA.handle, width: 1, round: true, opacity }
	];
}
