import { MEAUX, NIMES } from '../../centre/published';
import type { Rect, View } from '../../picture/frame';

/** A column for each of two centres, at one scale: a row of cameras, one of screens, one of people. */
export interface Centre {
	key: 'nimes' | 'meaux';
	n: typeof NIMES;
	/** Left edge, and width. */
	x: number;
	w: number;
	screens: Rect[];
	people: [number, number][];
	/** Baselines of what is said of the three rows, and of the centre's name. */
	words: [number, number, number];
	title: number;
}

export interface Counts {
	centres: [Centre, Centre];
	/** Room a camera's dot takes, the top of the rows of them, and the dot's radius. */
	cell: number;
	top: number;
	r: number;
	/** Height of a person. */
	glyph: number;
	/** Size of words, and of names. */
	size: number;
	name: number;
}

const columnsOf = (w: number, cell: number): number => Math.floor((w + 0.01) / cell);
const rowsOf = (n: number, w: number, cell: number): number => Math.ceil(n / columnsOf(w, cell));

/** A screen with what parts it from the next one. */
const screenHigh = (wide: number): number => (wide * 9) / 16 + 2;

export function countsOf(view: View): Counts {
	const { free } = view;
	const phone = view.shape === 'phone';
	const gap = phone ? 16 : free.w * 0.07;
	const wide = (free.w - gap) * 0.65;
	const narrow = free.w - gap - wide;
	const size = phone ? 13 : 19;
	const name = phone ? 18 : 28;
	const word = size * 1.5;
	const between = phone ? 7 : 16;
	const glyph = Math.max(8, Math.min(26, free.h * 0.032));
	// The tallest rows decide how large things can be.
	const room = free.h - name - 3 * word - 2 * between - 4.6 * glyph - (phone ? 4 : 20);
	const cell = Math.min(Math.sqrt((wide * room * 0.52) / NIMES.cameras), wide / 40);
	const high = cell * rowsOf(NIMES.cameras, wide, cell);
	const tallest = (screen: number) =>
		Math.max(
			screenHigh(screen) * rowsOf(NIMES.screens, wide, screen),
			screenHigh(screen) * rowsOf(MEAUX.screens, narrow, screen)
		);
	let screen = Math.min(Math.sqrt((wide * room * 0.46 * 16) / (NIMES.screens * 9)), wide / 12);
	while (screen > 6 && high + tallest(screen) > room) screen *= 0.97;
	const total = name + 3 * word + high + tallest(screen) + 2 * between + 4.6 * glyph;
	const top = free.y + Math.max(0, (free.h - total) * 0.4);
	const y1 = top + name + word;
	const y2 = y1 + high + between + word;
	const y3 = y2 + tallest(screen) + between + word;
	const centre = (key: Centre['key'], n: typeof NIMES, x: number, w: number): Centre => ({
		key,
		n,
		x,
		w,
		screens: screensOf(n.screens, x, y2, w, screen, phone ? 1.5 : 4),
		people: peopleOf(n.people, x, y3, w, glyph),
		words: [y1 - size * 0.5, y2 - size * 0.5, y3 - size * 0.5],
		title: top + name * 0.8
	});
	return {
		centres: [centre('nimes', NIMES, free.x, wide), centre('meaux', MEAUX, free.x + wide + gap, narrow)],
		cell,
		top: y1,
		r: Math.min(cell * 0.34, 3.4),
		glyph,
		size,
		name
	};
}

function screensOf(n: number, x: number, y: number, w: number, cell: number, gap: number): Rect[] {
	const down = rowsOf(n, w, cell);
	const high = screenHigh(cell);
	return Array.from({ length: n }, (_, i) => ({
		x: x + Math.floor(i / down) * cell,
		y: y + (i % down) * high,
		w: cell - gap,
		h: high - gap
	}));
}

function peopleOf(n: number, x: number, y: number, w: number, glyph: number): [number, number][] {
	const lines = n > 12 ? 2 : 1;
	const step = w / (n / lines);
	return Array.from({ length: n }, (_, i) => [
		x + (Math.floor(i / lines) + 0.5) * step,
		y + glyph * (1.9 + 2.4 * (i % lines))
	]);
}

/** Places of a camera's dot: in the row of cameras, on a screen, over somebody. */
export interface Falls {
	at: [number, number];
	onScreen: [number, number];
	onPerson: [number, number];
}

/** One dot a camera, column by column, so that falls are straight. */
export function fallsOf({ n, x, w, screens, people }: Centre, { cell, top, glyph }: Counts): Falls[] {
	const rows = rowsOf(n.cameras, w, cell);
	const per = Math.ceil(n.cameras / n.screens);
	const side = Math.ceil(Math.sqrt((per * 16) / 9));
	const lines = Math.max(2, Math.ceil(per / side));
	const step = w / (n.people / (n.people > 12 ? 2 : 1));
	const pile = Math.ceil(n.cameras / n.people);
	const fine = Math.min(step / 6.2, (glyph * 1.1) / Math.ceil(pile / 6));
	/** Which of `m` a camera falls to, and the how-manieth it is there. */
	const whose = (i: number, m: number) => Math.floor((i * m) / n.cameras);
	const there = (i: number, m: number) => i - Math.ceil((whose(i, m) * n.cameras) / m);
	return Array.from({ length: n.cameras }, (_, i) => {
		const r = screens[whose(i, n.screens)];
		const k = there(i, n.screens);
		const [px, py] = people[whose(i, n.people)];
		const j = there(i, n.people);
		return {
			at: [x + (Math.floor(i / rows) + 0.5) * cell, top + ((i % rows) + 0.5) * cell],
			onScreen: [r.x + (((k % side) + 0.5) * r.w) / side, r.y + ((Math.floor(k / side) + 0.5) * r.h) / lines],
			onPerson: [px + ((j % 6) - 2.5) * fine, py - glyph * 0.98 - (Math.floor(j / 6) + 0.5) * fine]
		};
	});
}
