import { MAST, type Camera } from '../../camera/camera';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { ease, mix, stagger } from '../../figure/motion';
import { place } from '../../figure/place';
import { frameSquare } from '../../figure/square';
import type { Ink, Rect, SettingName, View } from '../../story/frame';
import type { Look } from '../../street/types';
import { FEEDS, FOUND, GROUPS, OURS, type Feed } from './data';
import { walkerAt, type Round } from './game';

/** Times of the chapter (steps run from 0) at which the wall changes. */
export const TIMES = { wall: 2, groups: 3, game: 4, choose: 5 } as const;

/** Rectangles of the 45 screens on the wall. */
export function wallTiles(view: View): Rect[] {
	const { free } = view;
	const columns = view.portrait ? 7 : 9;
	const gap = view.portrait ? 4 : Math.max(4, free.w * 0.009);
	const w = (free.w - gap * (columns - 1)) / columns;
	const h = (w * 9) / 16;
	return FEEDS.map((_, i) => ({
		x: free.x + (i % columns) * (w + gap),
		y: free.y + Math.floor(i / columns) * (h + gap),
		w,
		h
	}));
}

export interface Group {
	/** The monitors' own place. */
	box: Rect;
	tiles: Rect[];
	/** Baseline and left edge of the number. */
	number: { x: number; y: number; size: number; anchor: 'start' | 'middle' };
	caption: { x: number; y: number; anchor: 'start' | 'middle' };
	/** The hundred umbrellas. */
	field: { x: number; y: number; cell: number; columns: number };
}

const boxHeight = (w: number): number => (w * 0.56 * 9) / 16;

/** The four groups of monitors: in a row, or two by two where the stage is narrow. */
export function groupsOf(view: View): Group[] {
	const { free } = view;
	const row = free.w >= 440;
	const columns = row ? 4 : 2;
	const gap = row ? Math.max(14, free.w * 0.04) : 18;
	const w = (free.w - gap * (columns - 1)) / columns;
	const h = (w * 9) / 16;
	const size = row ? Math.min(72, w * 0.46) : 34;
	const cell = row
		? Math.min(w / 10, (free.h - h - size - 40) / 11)
		: Math.min(11.2, w / 10, (free.h - 2 * boxHeight(w) - 80) / 20);
	const fieldColumns = 10;
	const total = row ? h + 24 + size + 14 + cell * 10 : 0;
	const top = row ? free.y + Math.max(0, (free.h - total) * 0.42) : free.y;
	return FOUND.map((_, g) => {
		const x = free.x + (g % columns) * (w + gap);
		const y = row ? top : top + Math.floor(g / columns) * (boxHeight(w) + 12 + cell * 10 + 18);
		const boxW = row ? w : w * 0.56;
		const boxH = (boxW * 9) / 16;
		const side = GROUPS[g].length === 1 ? [1, 1] : GROUPS[g].length === 4 ? [2, 2] : [3, GROUPS[g].length / 3];
		const inner = 3;
		const tw = (boxW - inner * (side[0] - 1)) / side[0];
		const th = (tw * 9) / 16;
		const used = th * side[1] + inner * (side[1] - 1);
		const tiles = GROUPS[g].map((_, k) => ({
			x: x + (k % side[0]) * (tw + inner),
			y: y + boxH - used + Math.floor(k / side[0]) * (th + inner),
			w: tw,
			h: th
		}));
		return row
			? {
					box: { x, y, w: boxW, h: boxH },
					tiles,
					number: { x: x - 2, y: y + boxH + 44 + size * 0.62, size, anchor: 'start' },
					caption: { x, y: y + boxH + 24, anchor: 'start' },
					field: { x, y: y + boxH + 58 + size * 0.66, cell, columns: fieldColumns }
				}
			: {
					box: { x, y, w: boxW, h: boxH },
					tiles,
					number: { x: x + boxW + 8, y: y + boxH - 2, size, anchor: 'start' },
					caption: { x: x + boxW + 8, y: y + 12, anchor: 'start' },
					field: { x, y: y + boxH + 12, cell, columns: fieldColumns }
				};
	});
}

/** Nine monitors as the game shows them, three by three. */
export function gameTiles(view: View): Rect[] {
	const { free } = view;
	const gap = view.portrait ? 6 : 10;
	const w = Math.min((free.w - 2 * gap) / 3, (((free.h - 2 * gap) / 3) * 16) / 9);
	const h = (w * 9) / 16;
	const x = free.x + (free.w - 3 * w - 2 * gap) / 2;
	const y = free.y + (free.h - 3 * h - 2 * gap) / 2;
	return GROUPS[3].map((_, k) => ({ x: x + (k % 3) * (w + gap), y: y + Math.floor(k / 3) * (h + gap), w, h }));
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
	opacity: number;
}

/**
 * Where every screen is at time `t` of the chapter (2 to 6). `small` are the little screens they grow from;
 * `round` is the round of the game being played (1 one screen, 2 nine), or 0.
 */
export function tilesAt(view: View, t: number, small: Rect[], round: number): Tile[] {
	const wall = wallTiles(view);
	const groups = groupsOf(view);
	const nine = gameTiles(view);
	const solo = soloTile(view);
	const out: Tile[] = [];
	for (let i = 0; i < FEEDS.length; i++) {
		const g = GROUPS.findIndex((list) => list.includes(i));
		const k = g < 0 ? -1 : GROUPS[g].indexOf(i);
		let r = mixRects(small[i], wall[i], stagger(ease(t, 2, 2.38), i, FEEDS.length, 0.94));
		let opacity = 1;
		if (t > 3) {
			if (g < 0) opacity = 1 - ease(t, 3, 3.14);
			else r = mixRects(r, groups[g].tiles[k], ease(t, 3.04 + g * 0.05, 3.26 + g * 0.05));
		}
		if (t > 4) {
			if (g === 3) {
				r = mixRects(r, nine[k], ease(t, 4, 4.28));
				if (round === 1) {
					if (k === 4) r = solo;
					else opacity = 0;
				}
			} else opacity = g < 0 ? 0 : 1 - ease(t, 4, 4.14);
		}
		if (t > 5) {
			if (g === 3) r = mixRects(nine[k], wall[i], ease(t, 5, 5.24));
			else {
				r = wall[i];
				opacity = ease(t, 5.06, 5.24);
			}
		}
		if (i === OURS && t > 5.3) {
			const whole = { x: 0, y: 0, w: view.width, h: view.height };
			r = mixRects(mixRects(r, chosenTile(view), ease(t, 5.36, 5.48)), whole, grownAt(t));
		} else if (i !== OURS && t > 5.28) opacity *= mix(1, 0.16, ease(t, 5.28, 5.4));
		if (opacity > 0.01) out.push({ ...r, index: i, opacity });
	}
	// The one that grows comes last, over the others.
	return out.sort((a, b) => Number(a.index === OURS) - Number(b.index === OURS));
}

/** The square's screen when the machine has chosen it: it comes forward from the wall. */
function chosenTile(view: View): Rect {
	const own = wallTiles(view)[OURS];
	const { free } = view;
	const w = Math.min(own.w * 3.4, free.w * 0.62);
	const h = (w * 9) / 16;
	return {
		x: Math.max(free.x, Math.min(free.x + free.w - w, own.x + own.w / 2 - w / 2)),
		y: Math.max(free.y + 24, own.y + own.h / 2 - h * 0.6),
		w,
		h
	};
}

/** How far the screen of the square has grown to the whole stage. */
export const grownAt = (t: number): number => ease(t, 5.62, 5.94);

/** The camera of the square's screen: its own on the wall, the next chapter's when it has grown. */
export function ownCamera(view: View, r: Rect, grown: number): Camera {
	// On the wall it is small: the picture comes near to Nour, and widens as the screen grows.
	const near = { zoom: 2.3, focus: [0.449, 0.62], at: [0.5, 0.6] } satisfies Parameters<typeof cameraIn>[2];
	if (grown <= 0) return cameraIn(r, MAST, near);
	const a = cameraIn(chosenTile(view), MAST, near);
	const b = frameSquare(view, MAST, { focus: view.portrait || view.width < 700 ? [0.47, 0.62] : [0.5, 0.6] });
	return mixCameras(a, b, grown);
}

/** What a screen shows, other than the square's. */
export const feedInk = (feed: Feed, r: Rect, at: number, drained: number): Ink => ({
	type: 'setting',
	name: feed.setting as SettingName,
	seed: feed.seed,
	at,
	x: r.x,
	y: r.y,
	w: r.w,
	h: r.h,
	drained
});

/** An open umbrella, its ferrule at the origin's height, about 20 units wide. */
const CANOPY = 'M-10 0C-10 -13 10 -13 10 0C7 -3 5 -3 3.4 0C1.6 -3 -1.6 -3 -3.4 0C-5 -3 -7 -3 -10 0Z';
const HANDLE = 'M0 -9.6L0 -12M0 -2L0 7C0 11 -4.4 11 -4.4 7.4';

/** A hundred little umbrellas, `found` of them filled. Two shapes and a line. */
export function umbrellaField(field: Group['field'], found: number, shown: number): Ink[] {
	let full = '';
	let empty = '';
	let lines = '';
	const s = field.cell / 25;
	for (let i = 0; i < 100; i++) {
		const o = ease(shown, i / 130, i / 130 + 0.23);
		if (o <= 0) continue;
		const x = field.x + (i % field.columns) * field.cell + field.cell / 2;
		const y = field.y + Math.floor(i / field.columns) * field.cell + field.cell / 2;
		const d = place(CANOPY, x, y, s * o);
		if (i < found) full += d;
		else empty += d;
		if (s > 0.36) lines += place(HANDLE, x, y, s * o);
	}
	return [
		{ type: 'shape', d: full, fill: 'paper', stroke: 'paper', width: 0.8 },
		{ type: 'shape', d: empty, fill: 'none', stroke: '#7D848C', width: 1 },
		{ type: 'shape', d: lines, fill: 'none', stroke: '#A9AFB6', width: 1, round: true }
	];
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
