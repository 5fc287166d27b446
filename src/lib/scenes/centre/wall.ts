import { MAST, type Camera } from '../../camera/camera';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { ease, mix, span, stagger } from '../../figure/motion';
import { place } from '../../figure/place';
import { frameSquare } from '../../figure/square';
import type { Ink, Rect, SettingName, View } from '../../picture/frame';
import type { Look } from '../../street/types';
import { FOUND } from '../../centre/published';
import { FEEDS, GROUPS, OURS } from '../../figure/wall/feeds';
import { NEAR, wallFoot, wallRow, wallTiles } from '../../figure/wall/wall';
import { walkerAt, type Round } from './game';

/** Screens nobody's text covers: those the operator may look at. */
export function screensInView(view: View): number[] {
	const reach = view.portrait ? wallFoot(view) - 4 * (wallRow(view, 1) - wallRow(view, 0)) : Infinity;
	return wallTiles(view).flatMap((r, i) => (r.x >= view.free.x && r.y + r.h < reach ? [i] : []));
}

export interface Group {
	/** Baseline and left edge of the number. */
	number: { x: number; y: number; size: number };
	caption: { x: number; y: number };
	/** The hundred umbrellas. */
	field: { x: number; y: number; cell: number; columns: number };
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
			const size = Math.min(72, w * 0.4);
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

/** When each group of the test lights up, and how long its hundred umbrellas take to come down. */
export const LIT = GROUPS.map((_, g) => 3.12 + g * 0.12);
const FALL = 0.11;

/** Nine monitors, three by three, as large as an area lets them be, in its middle. */
function threeByThree({ x, y, w, h }: Rect, gap: number): Rect[] {
	const wide = Math.min((w - 2 * gap) / 3, (((h - 2 * gap) / 3) * 16) / 9);
	const high = (wide * 9) / 16;
	const left = x + (w - 3 * wide - 2 * gap) / 2;
	const top = y + (h - 3 * high - 2 * gap) / 2;
	return GROUPS[3].map((_, k) => ({
		x: left + (k % 3) * (wide + gap),
		y: top + Math.floor(k / 3) * (high + gap),
		w: wide,
		h: high
	}));
}

/** Nine monitors as the game shows them. */
export const gameTiles = (view: View): Rect[] => threeByThree(view.free, view.portrait ? 6 : 10);

/** The nine of the attention test, come forward from the wall: they leave the lower half to what was found. */
export const testTiles = ({ free, portrait }: View): Rect[] =>
	threeByThree({ ...free, y: portrait ? free.y - 4 : free.y, h: free.h * (portrait ? 0.52 : 0.54) }, portrait ? 4 : 8);

/** Where they end. */
export function testFoot(view: View): number {
	const last = testTiles(view)[8];
	return last.y + last.h;
}

/** The single monitor of the game's first round. */
export function soloTile(view: View): Rect {
	const nine = gameTiles(view);
	const w = nine[2].x + nine[2].w - nine[0].x;
	const h = (w * 9) / 16;
	return { x: nine[0].x, y: nine[0].y, w, h };
}

export interface Tile extends Rect {
	index: number;
	/** 0 switched off, 1 showing its picture. */
	on: number;
	/** Width it has when it stays, to keep its picture at. */
	kept: number;
}

/**
 * Where every screen is at time `t` of the chapter (2 to 6), and whether it is lit. `small` are the little screens they
 * grow from; `round` is the round of the game being played (1 one screen, 2 nine), or 0.
 */
export function tilesAt(view: View, t: number, small: Rect[], round: number): Tile[] {
	const wall = wallTiles(view);
	const nine = gameTiles(view);
	const test = testTiles(view);
	const solo = soloTile(view);
	const whole = { x: 0, y: 0, w: view.width, h: view.height };
	const out: Tile[] = [];
	for (let i = 0; i < FEEDS.length; i++) {
		const playing = GROUPS[3].includes(i);
		let r = mixRects(small[i], wall[i], stagger(ease(t, 2, 2.38), i, FEEDS.length, 0.94));
		let on = ease(t, 2, 2.12);
		let kept = wall[i].w;
		if (t > 3) {
			on = 1 - ease(t, 3, 3.1);
			if (playing) {
				const g = GROUPS.findIndex((list) => list.includes(i));
				on = Math.max(on, ease(t, LIT[g] - 0.02, LIT[g] + 0.02));
				if (t <= 4) r = mixRects(wall[i], test[i], ease(t, 3.02, 3.11));
				if (t > 3.06 && t <= 4) kept = test[i].w;
			}
		}
		if (t > 4 && t < 5.3 && playing) {
			const grown = ease(t, 4, 4.28) * (1 - ease(t, 5, 5.24));
			r = mixRects(t < 4.5 ? test[i] : wall[i], nine[i], grown);
			kept = t < 4.5 ? test[i].w : wall[i].w;
			if (grown > 0.5) kept = nine[i].w;
			if (round === 1 && i === 4) {
				r = solo;
				kept = solo.w;
			} else if (round === 1) on = 0;
		}
		if (t > 5) {
			const again = ease(t, 5.06, 5.2) * (1 - ease(t, 5.3 + 0.1 * order(i), 5.36 + 0.1 * order(i)));
			on = i === OURS ? ease(t, 5.06, 5.2) : playing ? Math.max(1 - ease(t, 5.06, 5.2), again) : again;
			if (playing && t < 5.2) on = 1;
		}
		if (i === OURS && t > 5.3) r = mixRects(mixRects(r, chosenTile(view), ease(t, 5.42, 5.52)), whole, grownAt(t));
		out.push({ ...r, index: i, on, kept });
	}
	// Those that grow come last, over the others.
	const rank = (tile: Tile) => (tile.index === OURS ? 2 : GROUPS[3].includes(tile.index) ? 1 : 0);
	return out.sort((a, b) => rank(a) - rank(b));
}

/** The order in which screens go dark, 0 to 1: scattered over the wall. */
const order = (i: number): number => ((i * 19) % FEEDS.length) / FEEDS.length;

/** The square's screen when the machine has chosen it: it comes forward from the wall. */
export function chosenTile(view: View): Rect {
	const own = wallTiles(view)[OURS];
	const { free } = view;
	const w = Math.min(own.w * 3.4, free.w * 0.62);
	const h = (w * 9) / 16;
	return {
		x: Math.max(free.x, Math.min(free.x + free.w - w, own.x + own.w / 2 - w / 2)),
		y: Math.max(view.portrait || view.width < 700 ? 30 : 60, own.y + own.h / 2 - h * 0.6),
		w,
		h
	};
}

/** How far the screen of the square has grown to the whole stage. */
export const grownAt = (t: number): number => ease(t, 5.62, 5.94);

/** The camera of the square's screen: its own on the wall, the next chapter's when it has grown. */
export function ownCamera(view: View, r: Rect, grown: number): Camera {
	if (grown <= 0) return cameraIn(r, MAST, NEAR);
	const a = cameraIn(chosenTile(view), MAST, NEAR);
	const b = frameSquare(view, MAST, { focus: view.portrait || view.width < 700 ? [0.47, 0.62] : [0.5, 0.6] });
	return mixCameras(a, b, grown);
}

/** An open umbrella, its ferrule at the origin's height, about 20 units wide. */
const CANOPY = 'M-10 0C-10 -13 10 -13 10 0C7 -3 5 -3 3.4 0C1.6 -3 -1.6 -3 -3.4 0C-5 -3 -7 -3 -10 0Z';
const HANDLE = 'M0 -9.6L0 -12M0 -2L0 7C0 11 -4.4 11 -4.4 7.4';

/**
 * A hundred little umbrellas come down from the lit screens to their places; those `found` stay full, the others turn
 * hollow as they arrive. `shown` 0 to 1. Two shapes and a line.
 */
export function umbrellaField(field: Group['field'], found: number, shown: number, from: Rect[] = []): Ink[] {
	let full = '';
	let empty = '';
	let lines = '';
	const s = field.cell / 25;
	for (let i = 0; i < 100; i++) {
		const o = ease(shown, i / 145, i / 145 + 0.31);
		if (o <= 0) continue;
		const screen = from[i % from.length];
		const own = {
			x: field.x + (i % field.columns) * field.cell,
			y: field.y + Math.floor(i / field.columns) * field.cell
		};
		const x = screen ? mix(screen.x + screen.w / 2, own.x + field.cell / 2, o) : own.x + field.cell / 2;
		const y = screen ? mix(screen.y + screen.h / 2, own.y + field.cell / 2, o) : own.y + field.cell / 2;
		const size = s * (screen ? mix(0.5, 1, o) : o);
		const d = place(CANOPY, x, y, size);
		if (i < found || o < 1) full += d;
		else empty += d;
		if (s > 0.36 && (i < found || o < 1)) lines += place(HANDLE, x, y, size);
	}
	return [
		{ type: 'shape', d: full, fill: 'paper', stroke: 'paper', width: 0.8 },
		{ type: 'shape', d: empty, fill: 'none', stroke: '#6A727B', width: 1 },
		{ type: 'shape', d: lines, fill: 'none', stroke: '#A9AFB6', width: 1, round: true }
	];
}

/** How much of group `g`'s umbrellas has come down at time `t`. */
export const fallenAt = (t: number, g: number): number => span(t, LIT[g] + 0.01, LIT[g] + FALL + 0.01);

/** Somebody under an open umbrella on a lit screen: what the test asked people to find. */
export function targetInk(r: Tile, clock: number): Ink {
	const setting = FEEDS[r.index].setting as SettingName;
	const lane = LANES[setting][1];
	const run = 0.5 + 0.24 * Math.sin(clock * 0.5 + r.index * 1.7);
	const way = Math.cos(clock * 0.5 + r.index * 1.7) < 0 ? -1 : 1;
	const [x, y, tall] = lane.from.map((v, k) => mix(v, lane.to[k], run));
	return {
		type: 'person',
		look: WALKERS[r.index % WALKERS.length],
		pose: 'walk',
		x: r.x + x * r.w,
		y: r.y + y * r.h,
		k: (tall * r.h) / 1.7,
		height: 1.7,
		...(lane.deep ? (way > 0 ? { back: true } : { facing: 0 as const }) : { facing: way as 1 | -1 }),
		phase: (((clock * 0.9 + r.index * 0.37) % 1) + 1) % 1,
		shelter: 1,
		clip: { x: r.x, y: r.y, w: r.w, h: r.h }
	};
}

const SKINS = ['#E0B08E', '#C98F6B', '#8D5A3C', '#D8A27F'];
/** Clothes of those who cross the screens of the game: quiet ones, and the same umbrella for all. */
const WALKERS: Look[] = ['#4A5568', '#6B5D52', '#5C6B5F', '#7A7F86', '#514A5A', '#8A8073', '#3F4A5A', '#6A6F60'].map(
	(coat, i) => ({
		coat,
		legs: '#2E2B2A',
		skin: SKINS[i % 4],
		hair: '#2E241E',
		long: i % 3 === 0,
		umbrella: '#33415C'
	})
);

/** A way across a screen, from one end to the other: feet (fractions of the screen) and height of a person (of its height). */
interface Lane {
	from: [x: number, y: number, tall: number];
	to: [x: number, y: number, tall: number];
	/** They walk away from the lens or towards it, not across. */
	deep?: boolean;
}

/** Where there is room to walk in each kind of place. */
const LANES: Record<SettingName, Lane[]> = {
	school: [
		{ from: [0, 0.72, 0.26], to: [1, 0.72, 0.26] },
		{ from: [0, 0.93, 0.35], to: [1, 0.93, 0.35] }
	],
	market: [
		{ from: [0, 0.95, 0.34], to: [1, 0.95, 0.34] },
		{ from: [0, 0.99, 0.37], to: [1, 0.99, 0.37] }
	],
	carpark: [
		{ from: [0, 0.8, 0.26], to: [1, 0.8, 0.26] },
		{ from: [0, 0.86, 0.29], to: [1, 0.86, 0.29] }
	],
	platform: [
		{ from: [0.06, 0.99, 0.38], to: [0.42, 0.62, 0.2], deep: true },
		{ from: [0.34, 0.99, 0.38], to: [0.46, 0.62, 0.2], deep: true }
	],
	square: [
		{ from: [0, 0.78, 0.28], to: [1, 0.78, 0.28] },
		{ from: [0, 0.94, 0.36], to: [1, 0.94, 0.36] }
	],
	underpass: [
		{ from: [0.28, 0.99, 0.42], to: [0.47, 0.64, 0.2], deep: true },
		{ from: [0.72, 0.99, 0.42], to: [0.54, 0.64, 0.2], deep: true }
	]
};

/** The people of a round who cross a screen; one of them may open an umbrella. */
export function walkersInk(round: Round, screen: number, clock: number, r: Rect, setting: SettingName): Ink[] {
	const bodies: { y: number; ink: Ink }[] = [];
	const lanes = LANES[setting];
	round.walkers.forEach((w, i) => {
		if (w.screen !== screen) return;
		const { x: run, open } = walkerAt(round, i, clock);
		if (run < -0.06 || run > 1.06) return;
		const lane = lanes[w.depth < 0.5 ? 0 : 1];
		const [x, y, tall] = lane.from.map((v, k) => mix(v, lane.to[k], run));
		bodies.push({
			y,
			ink: {
				type: 'person',
				look: WALKERS[w.coat],
				pose: 'walk',
				x: r.x + x * r.w,
				y: r.y + y * r.h,
				k: (tall * r.h) / 1.7,
				height: 1.7,
				...(lane.deep ? (w.way > 0 ? { back: true } : { facing: 0 }) : { facing: w.way }),
				phase: (((clock * 0.9 + i * 0.37) % 1) + 1) % 1,
				shelter: open,
				clip: { x: r.x, y: r.y, w: r.w, h: r.h }
			}
		});
	});
	return bodies.sort((a, b) => a.y - b.y).map((b) => b.ink);
}
