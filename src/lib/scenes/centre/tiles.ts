import { MAST, type Camera } from '../../camera/camera';
import { FOUND } from '../../centre/published';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { ease, span, stagger } from '../../figure/motion';
import { frameSquare } from '../../figure/square';
import { FEEDS, GROUPS, OURS } from '../../figure/wall/feeds';
import { NEAR, wallFoot, wallRow, wallTiles } from '../../figure/wall/wall';
import type { Rect, View } from '../../picture/frame';

/** Share of the test one group's screens have to themselves before the next one's light up. */
const APART = 0.24;

/** How far group `g`'s screens have lit up, its words have come, and its umbrellas have come down. */
const litAt = (lighting: number, g: number): number => ease(lighting, APART * g, APART * g + 0.08);
export const toldAt = (lighting: number, g: number): number => ease(lighting, APART * g, APART * g + 0.1);
export const fallenAt = (lighting: number, g: number): number => span(lighting, APART * g + 0.06, APART * g + 0.28);

/** The last group to have lit up, which eyes are on. */
export const lastLit = (lighting: number): number =>
	FOUND.reduce((last, _, g) => (lighting >= APART * g + 0.04 ? g : last), 0);

/** A screen before it shows anything, and the thin lines of what stands for one. */
export const COLD = { fill: '#303942', stroke: '#8795A3' };

/** Screens nobody's text covers: those the operator may look at. */
export function screensInView(view: View): number[] {
	const row = wallRow(view, 1) - wallRow(view, 0);
	const reach = view.portrait ? wallFoot(view) - row * 4 : Infinity;
	return wallTiles(view).flatMap((r, i) => (r.x >= view.free.x && r.y + r.h < reach ? [i] : []));
}

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

/** What nine monitors take up. */
export const aroundNine = (nine: Rect[]): Rect => ({
	x: nine[0].x,
	y: nine[0].y,
	w: nine[8].x + nine[8].w - nine[0].x,
	h: nine[8].y + nine[8].h - nine[0].y
});

/** Nine monitors as the game shows them. */
export const gameTiles = (view: View): Rect[] => threeByThree(view.free, view.portrait ? 6 : 10);

/** The nine of the attention test, come forward from the wall: they leave the lower half to what was found. */
export const testTiles = ({ free, portrait }: View): Rect[] =>
	threeByThree({ ...free, y: portrait ? free.y - 4 : free.y, h: free.h * (portrait ? 0.52 : 0.54) }, portrait ? 4 : 8);

/** Where they end. */
export function testFoot(view: View): number {
	const { y, h } = aroundNine(testTiles(view));
	return y + h;
}

/** The square's screen when the machine has chosen it: it comes forward from the wall. */
function chosenTile(view: View): Rect {
	const own = wallTiles(view)[OURS];
	const { free } = view;
	const w = Math.min(own.w * (view.shape === 'tall' ? 3.8 : 3.4), free.w * 0.62);
	const h = (w * 9) / 16;
	return {
		x: Math.max(free.x, Math.min(free.x + free.w - w, own.x + own.w / 2 - w / 2)),
		y: Math.max(view.phone ? 30 : 60, own.y + own.h / 2 - h * 0.6),
		w,
		h
	};
}

export interface Tile extends Rect {
	index: number;
	/** 0 switched off, 1 showing its picture. */
	on: number;
	/** Width it has when it stays, to keep its picture at. */
	kept: number;
}

/** The cues that say how far the screens have come. */
export const MOVES = [
	'toWall',
	'on',
	'off',
	'toTest',
	'test',
	'lighting',
	'nine',
	'back',
	'again',
	'dark',
	'forward',
	'whole'
] as const;
type Moves = Record<(typeof MOVES)[number], number>;

/**
 * Where every screen is, and whether it is lit. `small` are the little screens they grow from; `round` is the round of
 * the game being played (1 one screen, 2 nine), or 0. Those that grow come last, over the others.
 */
export function tilesAt(view: View, m: Moves, small: Rect[], round: number): Tile[] {
	const wall = wallTiles(view);
	const whole = { x: 0, y: 0, w: view.width, h: view.height };
	const home = (i: number) => mixRects(small[i], wall[i], stagger(m.toWall, i, FEEDS.length, 0.94));
	const first = m.on * (1 - m.off);
	const tile = (index: number, rect: Rect, on: number): Tile => ({ ...rect, index, on, kept: wall[index].w });
	const others = wall.map((_, i) => tile(i, home(i), first + m.again * (1 - gone(m, i))));
	const own = mixRects(mixRects(home(OURS), chosenTile(view), m.forward), whole, m.whole);
	return [
		...others.filter((t) => t.index !== OURS && !GROUPS[3].includes(t.index)),
		...nineAt(view, m, GROUPS[3].map(home), first, round),
		tile(OURS, own, first + m.again)
	];
}

/** How far a screen has gone dark at the end: one after the other, scattered over the wall. */
function gone(m: Moves, i: number): number {
	const from = (((i * 19) % FEEDS.length) / FEEDS.length) * (10 / 16);
	return ease(m.dark, from, from + 6 / 16);
}

/** The nine of the test and the game: forward from the wall, as large as they are played with, and back. */
function nineAt(view: View, m: Moves, homes: Rect[], first: number, round: number): Tile[] {
	const wall = wallTiles(view);
	const test = testTiles(view);
	const nine = gameTiles(view);
	/** The single monitor of the game's first round. */
	const { x, y, w } = aroundNine(nine);
	const grown = m.nine * (1 - m.back);
	return GROUPS[3].map((index, k) => {
		const group = GROUPS.findIndex((list) => list.includes(index));
		const on = Math.max(first, litAt(m.lighting, group)) * (1 - gone(m, index));
		const rest = m.back > 0 ? wall[index] : mixRects(homes[k], test[k], m.toTest);
		const kept = grown > 0.5 ? nine[k] : m.test > 0 && m.back <= 0 ? test[k] : wall[index];
		if (round === 1 && index === 4) return { x, y, w, h: (w * 9) / 16, index, on, kept: w };
		return { ...mixRects(rest, nine[k], grown), index, on: round === 1 ? 0 : on, kept: kept.w };
	});
}

/** The camera of the square's screen: its own on the wall, near to Nour; the next chapter's when it has grown. */
export function ownCamera(view: View, r: Rect, whole: number): Camera {
	if (whole <= 0) return cameraIn(r, MAST, NEAR);
	const a = cameraIn(chosenTile(view), MAST, NEAR);
	const b = frameSquare(view, MAST, { focus: view.phone ? [0.47, 0.62] : [0.5, 0.6] });
	return mixCameras(a, b, whole);
}
