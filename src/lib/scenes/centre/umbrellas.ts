import { FOUND } from '../../centre/published';
import { painted, place, slab } from '../../figure/inks';
import { letter, letters, measure } from '../../figure/text';
import { box } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { PALE } from '../../figure/night';
import { GROUPS } from '../../figure/wall/feeds';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { aroundNine, COLD, fallenAt, lastLit, testFoot, testTiles, toldAt, type Tile } from './tiles';

/** The four results under the nine screens: in a row, or two by two where the stage is narrow. */
export function groupsOf(view: View) {
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
				/** Baseline and left edge of the number. */
				number: { x: x - 2, y: y + 18, size },
				caption: { x, y: top + 12 },
				/** The hundred umbrellas. */
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
type Group = ReturnType<typeof groupsOf>[number];

/** Umbrellas nobody saw, and the handles of all. */
const UMBRELLA = { missed: '#6A727B', handle: '#A9AFB6' };
/** An open umbrella, its ferrule at the origin's height, about 20 units wide. */
const CANOPY = 'M-10 0C-10 -13 10 -13 10 0C7 -3 5 -3 3.4 0C1.6 -3 -1.6 -3 -3.4 0C-5 -3 -7 -3 -10 0Z';
const HANDLE = 'M0 -9.6L0 -12M0 -2L0 7C0 11 -4.4 11 -4.4 7.4';

/**
 * A hundred little umbrellas come down from the lit screens to their places; those `found` stay full, the others turn
 * hollow as they arrive. `shown` 0 to 1. Two shapes and a line.
 */
export function umbrellaField(
	field: Group['field'],
	found: number,
	shown: number,
	from: Rect[] = [],
	opacity?: number
): Ink[] {
	let full = '';
	let empty = '';
	let lines = '';
	const s = field.cell / 25;
	for (let i = 0; i < 100; i++) {
		const o = ease(shown, i / 145, i / 145 + 0.31);
		if (o <= 0) continue;
		const screen = from[i % from.length];
		const ownX = field.x + (i % field.columns) * field.cell + field.cell / 2;
		const ownY = field.y + Math.floor(i / field.columns) * field.cell + field.cell / 2;
		const x = screen ? mix(screen.x + screen.w / 2, ownX, o) : ownX;
		const y = screen ? mix(screen.y + screen.h / 2, ownY, o) : ownY;
		const size = s * (screen ? mix(0.5, 1, o) : o);
		const seen = i < found || o < 1;
		const d = place(CANOPY, x, y, size);
		if (seen) full += d;
		else empty += d;
		if (s > 0.36 && seen) lines += place(HANDLE, x, y, size);
	}
	return [
		painted(full, { fill: 'paper', stroke: 'paper', width: 0.8, opacity }),
		painted(empty, { fill: 'none', stroke: UMBRELLA.missed, width: 1, opacity }),
		painted(lines, { fill: 'none', stroke: UMBRELLA.handle, width: 1, round: true, opacity })
	];
}

/** How many of a hundred umbrellas were found, by number of screens: one group after the other. */
export function attention(c: SceneContext, tiles: Tile[], lighting: number, shown: number): Layer {
	return stack(...groupsOf(c.view).map((g, i) => group(c, g, i, tiles, lighting, shown)));
}

function group(c: SceneContext, g: Group, i: number, tiles: Tile[], lighting: number, shown: number): Layer {
	const { phone } = c.view;
	const { number: n, caption, field } = g;
	const { monitors, percent } = FOUND[i];
	const fallen = fallenAt(lighting, i);
	const opacity = toldAt(lighting, i) * shown;
	const title = c.say(`monitors.${monitors}`);
	const look = { fill: 'paper', fact: 'f16', opacity: shown * ease(fallen, 0.5, 0.9) };
	// Which of the nine screens above the number is of, at the end of the field, or after the words.
	const icons = Math.max(field.x + field.cell * 10 - 43, caption.x + measure(title, 17, 'grot') + 12);
	const icon = (k: number, n: number): Mark => {
		const place = { x: icons + (n % 3) * 14.5, y: caption.y - 14 + Math.floor(n / 3) * 9, w: 12.5, h: 7 };
		const fill = GROUPS[i].includes(k) ? 'paper' : 'none';
		return box(`of-${monitors}-${n}`, place, { fill, stroke: COLD.stroke, width: 1, opacity });
	};
	const from = GROUPS[i].map((k) => tiles.find((r) => r.index === k)!);
	return {
		ink: umbrellaField(field, percent, fallen, from, shown),
		marks: [
			letter(`monitors-${monitors}`, 'grot', caption.x, caption.y, phone ? 13 : 17, title, { fill: PALE, opacity }),
			letter(`percent-${monitors}`, 'grot', n.x, n.y, n.size, c.say('percent', { n: percent }), look),
			...(phone ? [] : GROUPS[3].map(icon))
		]
	};
}

/** One pair of eyes: the bright frame goes from one lit screen to the next, `looks` of them. */
export function eye(tiles: Tile[], lighting: number, looks: number, opacity: number): Layer {
	const group = GROUPS[lastLit(lighting)];
	const on = tiles.find((r) => r.index === group[Math.floor(looks) % group.length]);
	if (!on || on.on <= 0.5) return {};
	return { ink: [painted(slab(on.x, on.y, on.w, on.h), { fill: 'none', stroke: 'paper', width: 3, opacity })] };
}

/** What the numbers are, where there is room under them. */
export function found(c: SceneContext, opacity: number): Layer {
	const { free, shape } = c.view;
	const size = shape === 'phone' ? 13 : 17;
	const y = fieldsFoot(groupsOf(c.view)) + size * 1.6;
	if (y + size * 1.2 >= free.y + free.h + 6) return {};
	return { marks: letters('found', 'news', free.x, y, size, c.say('found'), free.w, { fill: PALE, opacity }) };
}

const fieldsFoot = (groups: Group[]): number => {
	const { y, cell } = groups[groups.length - 1].field;
	return y + cell * 10;
};

/** The nine screens, and the numbers under them. */
export function attentionRects(view: View): Rect[] {
	const groups = groupsOf(view);
	const top = groups[0].caption.y - 16;
	return [aroundNine(testTiles(view)), { x: view.free.x, y: top, w: view.free.w, h: fieldsFoot(groups) - top }];
}
