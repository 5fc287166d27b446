import { interpolateLab, range } from 'd3';
import { MEAUX, NIMES } from '../../centre/published';
import { busts } from '../../figure/busts';
import { AMBER } from '../../figure/colours';
import { painted } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/text';
import { windowsAt } from '../../figure/map/look';
import { ease, mix, seeded, span } from '../../figure/motion';
import { LAMP, PALE } from '../../figure/night';
import { slabs } from '../../figure/wall/wall';
import type { Rect, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { COLD } from './tiles';

const columnsOf = (w: number, cell: number): number => Math.floor((w + 0.01) / cell);
const rowsOf = (n: number, w: number, cell: number): number => Math.ceil(n / columnsOf(w, cell));

/** A screen with what parts it from the next one. */
const screenHigh = (wide: number): number => (wide * 9) / 16 + 2;

/** A column for each of two centres, at one scale: a row of cameras, one of screens, one of people. */
export function countsOf(view: View) {
	const { free, phone } = view;
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
	const centre = (key: 'nimes' | 'meaux', n: typeof NIMES, x: number, w: number) => ({
		key,
		n,
		x,
		w,
		screens: screensOf(n.screens, x, y2, w, screen, phone ? 1.5 : 4),
		people: peopleOf(n.people, x, y3, w, glyph),
		/** Baselines of what is said of the three rows, and of the centre's name. */
		words: [y1, y2, y3].map((y) => y - size * 0.5),
		title: top + name * 0.8
	});
	return {
		centres: [centre('nimes', NIMES, free.x, wide), centre('meaux', MEAUX, free.x + wide + gap, narrow)],
		/** Room a camera's dot takes, the top of the rows of them, and the dot's radius. */
		cell,
		top: y1,
		r: Math.min(cell * 0.34, 3.4),
		/** Height of a person. */
		glyph,
		/** Size of words, and of names. */
		size,
		name
	};
}
type Counts = ReturnType<typeof countsOf>;
type Centre = Counts['centres'][number];
type Point = [x: number, y: number];

function screensOf(n: number, x: number, y: number, w: number, cell: number, gap: number): Rect[] {
	const down = rowsOf(n, w, cell);
	const high = screenHigh(cell);
	return range(n).map((i) => ({
		x: x + Math.floor(i / down) * cell,
		y: y + (i % down) * high,
		w: cell - gap,
		h: high - gap
	}));
}

function peopleOf(n: number, x: number, y: number, w: number, glyph: number): Point[] {
	const lines = n > 12 ? 2 : 1;
	const step = w / (n / lines);
	return range(n).map((i) => [x + (Math.floor(i / lines) + 0.5) * step, y + glyph * (1.9 + 2.4 * (i % lines))]);
}

/**
 * Places of each camera's dot, in the row of cameras, on a screen, over somebody; column by column, so that falls are
 * straight.
 */
function fallsOf({ n, x, w, screens, people }: Centre, { cell, top, glyph }: Counts): [Point, Point, Point][] {
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
	return range(n.cameras).map((i) => {
		const r = screens[whose(i, n.screens)];
		const k = there(i, n.screens);
		const [px, py] = people[whose(i, n.people)];
		const j = there(i, n.people);
		return [
			[x + (Math.floor(i / rows) + 0.5) * cell, top + ((i % rows) + 0.5) * cell],
			[r.x + (((k % side) + 0.5) * r.w) / side, r.y + ((Math.floor(k / side) + 0.5) * r.h) / lines],
			[px + ((j % 6) - 2.5) * fine, py - glyph * 0.98 - (Math.floor(j / 6) + 0.5) * fine]
		];
	});
}

/** A camera's dot, and what is left where it was. */
const CAMERA = { dot: '#B9CBE0', ghost: '#566474' };

/** Windows part into screens; a dot a camera comes in, and falls on the screens and on the people. */
type Eyes = Record<
	'cameras' | 'onScreens' | 'onPeople' | 'parted' | 'unlit' | 'bezels' | 'people' | 'counts' | 'toWall',
	number
>;

/**
 * Two centres at the same scale: many cameras, few screens, fewer eyes. Meaux's screens are the ones that become the
 * wall. `said` is how clear the names are, and what is said of the three rows.
 */
export function eyes(c: SceneContext, m: Eyes, said: { name: number; rows: number[] }): Layer {
	if (m.counts <= 0) return {};
	const g = countsOf(c.view);
	const random = seeded(9);
	return stack(
		...g.centres.flatMap((n): Layer[] => [
			screens(c.view, n, m),
			dots(c.view, n, g, m, random),
			{ ink: busts(n.people, g.glyph, AMBER, m.people) },
			words(c, n, g, said)
		])
	);
}

/** The house's windows, seen from outside, part in two or three: one screen for Meaux, the others for Nîmes. */
function screens(view: View, n: Centre, m: Eyes): Layer {
	const meaux = n.key === 'meaux';
	// Once they grow into the wall, the wall paints them.
	if (meaux && m.toWall > 0) return {};
	const windows = windowsAt(view);
	const parts = n.screens.map((to, i) => {
		const { x, y, w, h } = windows[i % windows.length];
		const many = (i % windows.length) + windows.length < NIMES.screens ? 3 : 2;
		const which = meaux ? 0 : i < windows.length ? 1 : 2;
		return mixRects({ x: x + (which * w) / many, y, w: w / many, h }, to, m.parted);
	});
	const fill = interpolateLab(LAMP, COLD.fill)(m.unlit);
	const look = { fill, stroke: COLD.stroke, width: mix(0, 1.1, m.bezels), opacity: meaux ? 1 : m.counts };
	return { ink: [painted(slabs(parts), look)] };
}

/** How far the dot has fallen that is `u` of the way along its row: each faster and faster. */
function fallenAt(t: number, u: number): number {
	const s = span(t, u * 0.45, u * 0.45 + 0.55);
	return s * s;
}

/** They rise from the streets, under the stage's edge; where they were, something fainter stays. */
function dots(view: View, n: Centre, g: Counts, m: Eyes, random: () => number): Layer {
	const falls = fallsOf(n, g);
	const small = Math.min(g.r, n.screens[0].w / 13);
	const ghosts: number[] = [];
	const xyr: number[] = [];
	falls.forEach(([at, onScreen, onPerson], i) => {
		const a = random();
		const u = i / falls.length;
		const s = ease(m.cameras, u * 0.5, u * 0.5 + 0.5);
		if (s <= 0) return;
		const one = fallenAt(m.onScreens, u);
		const two = fallenAt(m.onPeople, u);
		if (one > 0) ghosts.push(at[0], at[1], g.r * 0.55);
		xyr.push(
			mix(mix(mix(view.width * a, at[0], s), onScreen[0], one), onPerson[0], two),
			mix(mix(mix(view.height + 20 + 160 * a, at[1], s), onScreen[1], one), onPerson[1], two),
			mix(g.r, small, one)
		);
	});
	return {
		ink: [
			{ type: 'dots', xyr: ghosts, fill: CAMERA.ghost, opacity: m.counts },
			{ type: 'dots', xyr, fill: CAMERA.dot, opacity: m.counts }
		]
	};
}

function words(
	c: SceneContext,
	{ key, n, x, title, words: base }: Centre,
	g: Counts,
	said: Parameters<typeof eyes>[2]
): Layer {
	const people = c.view.phone ? 'short' : 'people';
	const rows = ['cameras', 'screens', 'people'].map((what, i) => {
		const text = c.say(`${key}.${what === 'people' ? people : what}`, { ...n });
		const look = { fill: i ? PALE : 'paper', fact: 'f05', opacity: said.rows[i] };
		return letter(`${key}-${what}`, 'news', x, base[i], g.size, text, look);
	});
	return { marks: [letter(key, 'grot', x, title, g.name, c.say(key), { fill: 'paper', opacity: said.name }), ...rows] };
}
