import { painted, slab } from '../../figure/inks';
import { letter, measure } from '../../figure/text';
import { box } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { BEZEL, DIM, GLASS, WHITE } from '../../figure/night';
import { sensorRect } from '../../figure/square';
import { FEEDS, GROUPS, OURS } from '../../figure/wall/feeds';
import { feedInk, slabs } from '../../figure/wall/wall';
import type { Ink, Rect, SceneContext, SettingName, View } from '../../picture/frame';
import type { Look } from '../../street/types';
import type { Layer } from '../layers';
import { ROUNDS, walkerAt, type Round } from './game';
import { COLD, ownCamera, testFoot, type Tile } from './tiles';

/**
 * What the screens show: the one the operator looks at, and how much; clocks, the feeds' in seconds, the square's in
 * frames; whether the nine are in a test or a game, umbrellas to find go through them, the round and its clock; whether
 * the machine has chosen the square's screen, and how far it fills the stage.
 */
type Showing = Record<
	'looking' | 'watching' | 'clock' | 'frame' | 'test' | 'umbrellas' | 'round' | 'played' | 'chosen' | 'whole',
	number
>;

/** Screens that are off are one shape; as the nine of the test come forward, the others draw back and make room. */
export function offScreens(view: View, tiles: Tile[], toWall: number, apart: number, chosen: number): Layer {
	const foot = testFoot(view);
	const off = tiles.filter((r) => r.on < 1 && !(r.index === OURS && chosen > 0));
	const isFront = (r: Tile) => apart > 0 && GROUPS[3].includes(r.index);
	const isLow = (r: Tile) => r.y + r.h > foot;
	const frames = { ...(toWall < 1 ? COLD : { fill: GLASS, stroke: BEZEL }), width: 1.2 };
	const shape = (which: (r: Tile) => boolean) => slabs(off.filter(which));
	return {
		ink: [
			{ type: 'shape', d: shape((r) => !isFront(r) && !isLow(r)), ...frames, opacity: 1 - 0.6 * apart },
			{ type: 'shape', d: shape((r) => !isFront(r) && isLow(r)), ...frames, opacity: 1 - apart },
			{ type: 'shape', d: shape(isFront), ...frames }
		]
	};
}

/** Pictures on the screens that are lit: grey where nobody looks. The square's is left out once it is chosen. */
export function screens(c: SceneContext, tiles: Tile[], m: Showing): Layer {
	const lit = tiles.filter((r) => r.on >= 0.01 && !(r.index === OURS && m.chosen > 0));
	const framed = tiles.filter((r) => r.on >= 0.5 && (r.index !== OURS || m.chosen === 0));
	return {
		ink: [...lit.flatMap((r) => screen(c, r, m)), painted(slabs(framed), { fill: 'none', stroke: DIM, width: 1.2 })]
	};
}

function screen(c: SceneContext, r: Tile, m: Showing): Ink[] {
	const lit = r.index === m.looking ? m.watching : 0;
	const feed = FEEDS[r.index];
	const test = m.test > 0;
	const grey = test ? (r.index === OURS ? 1 : 0.5) : 1 - lit;
	const out: Ink[] = [
		feed.setting === 'street'
			? square(c, r, m, grey)
			: feedInk(feed, r, imageTime(m.clock + r.index * 3.7, r.index, lit > 0 || test), grey)
	];
	// The dark comes over a whole picture: half-clear shapes would show through one another.
	const dark = 1 - r.on * (test ? 1 : mix(0.66, 1, lit));
	if (dark > 0.01) out.push({ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: GLASS, opacity: dark });
	if (r.on <= 0.5) return out;
	if (m.round > 0 && m.round < 3 && GROUPS[3].includes(r.index)) {
		const round = ROUNDS[m.round - 1];
		out.push(...walkersInk(round, round.screens === 1 ? 0 : r.index, m.played, r, feed.setting as SettingName));
	}
	if (m.umbrellas > 0) out.push(targetInk(r, m.clock));
	return out;
}

function square(c: SceneContext, r: Tile, m: Showing, drained: number): Ink {
	return { type: 'street', camera: ownCamera(c.view, r, m.whole), at: m.frame, drained, clip: r };
}

/** The screen the machine has chosen, over everything else: in colour, then as the sensor has it. */
export function chosenScreen(c: SceneContext, r: Tile, m: Showing, luma: number): Layer {
	if (m.chosen <= 0) return {};
	const ink = [square(c, r, m, 1 - m.chosen)];
	const rect = sensorRect(ownCamera(c.view, r, m.whole));
	if (luma > 0) ink.push({ type: 'sensor', at: m.frame, layer: 'luma', ...rect, opacity: luma });
	return { ink };
}

/** Screens nobody looks at change twice a second, out of step; the one that is watched, ten times. */
function imageTime(at: number, index: number, watched: boolean): number {
	const rate = watched ? 10 : 2;
	const offset = (index * 0.37) % 1;
	return (Math.floor(at * rate + offset) - offset) / rate;
}

/** The frame round the screen the machine has chosen, and why. */
export function chosen(c: SceneContext, { x, y, w, h }: Tile, red: number, word: number): Layer {
	const size = c.view.portrait ? 12 : 14;
	const text = c.say('chosen');
	const slip = { x: x - 2, y: y - size - 10, w: measure(text, size, 'mono') + 14, h: size + 10 };
	return {
		marks: [
			box('chosen', { x, y, w, h }, { stroke: 'signal', width: 4, opacity: red }),
			box('chosen-slip', slip, { fill: 'signal-text', opacity: word }),
			letter('chosen-word', 'mono', x + 5, y - 8, size, text, { fill: WHITE, opacity: word, weight: 500 })
		]
	};
}

/** Those who cross the screens of the game: quiet clothes, and one umbrella for all, so that nothing but its being open tells who is meant. */
const COATS = ['#4A5568', '#6B5D52', '#5C6B5F', '#7A7F86', '#514A5A', '#8A8073', '#3F4A5A', '#6A6F60'];
const SKINS = ['#E0B08E', '#C98F6B', '#8D5A3C', '#D8A27F'];
const WALKERS: Look[] = COATS.map((coat, i) => ({
	coat,
	legs: '#2E2B2A',
	skin: SKINS[i % 4],
	hair: '#2E241E',
	long: i % 3 === 0,
	umbrella: '#33415C'
}));

/**
 * A way across a screen, from one end to the other: feet (fractions of the screen) and height of a person (of its
 * height). On a `deep` one they walk away from the lens or towards it, not across.
 */
type Lane = { from: Foot; to: Foot; deep?: boolean };
type Foot = [x: number, y: number, tall: number];

/** A lane from side to side at a height. */
const across = (y: number, tall: number): Lane => ({ from: [0, y, tall], to: [1, y, tall] });
/** A lane away from the lens, from the foot of the picture to a far height. */
const away = (from: number, to: number, far: number, tall: number): Lane => ({
	from: [from, 0.99, tall],
	to: [to, far, 0.2],
	deep: true
});

/** Where there is room to walk in each kind of place, far and near. */
const LANES: Record<SettingName, [far: Lane, near: Lane]> = {
	school: [across(0.72, 0.26), across(0.93, 0.35)],
	market: [across(0.95, 0.34), across(0.99, 0.37)],
	carpark: [across(0.8, 0.26), across(0.86, 0.29)],
	platform: [away(0.06, 0.42, 0.62, 0.38), away(0.34, 0.46, 0.62, 0.38)],
	square: [across(0.78, 0.28), across(0.94, 0.36)],
	underpass: [away(0.28, 0.47, 0.64, 0.42), away(0.72, 0.54, 0.64, 0.42)]
};

/** Somebody on a screen who has gone `run` of the lane's way; `way` is 1 along it, -1 against it. */
function walking(r: Rect, lane: Lane, run: number, way: 1 | -1, coat: number, step: number, shelter: number): Ink {
	const [x, y, tall] = lane.from.map((v, k) => mix(v, lane.to[k], run));
	return {
		type: 'person',
		look: WALKERS[coat],
		pose: 'walk',
		x: r.x + x * r.w,
		y: r.y + y * r.h,
		k: (tall * r.h) / 1.7,
		height: 1.7,
		...(!lane.deep ? { facing: way } : way > 0 ? { back: true } : { facing: 0 }),
		phase: ((step % 1) + 1) % 1,
		shelter,
		clip: { x: r.x, y: r.y, w: r.w, h: r.h }
	};
}

/** Somebody under an open umbrella on a lit screen: what the test asked people to find. */
function targetInk(r: Tile, clock: number): Ink {
	const turn = clock * 0.5 + r.index * 1.7;
	const [, near] = LANES[FEEDS[r.index].setting as SettingName];
	const way = Math.cos(turn) < 0 ? -1 : 1;
	const coat = r.index % WALKERS.length;
	return walking(r, near, 0.5 + 0.24 * Math.sin(turn), way, coat, clock * 0.9 + r.index * 0.37, 1);
}

/** The people of a round who cross a screen, the farthest first; one of them may open an umbrella. */
function walkersInk(round: Round, screen: number, clock: number, r: Rect, setting: SettingName): Ink[] {
	return round.walkers
		.flatMap((w, i) => {
			if (w.screen !== screen) return [];
			const { x: run, open } = walkerAt(round, i, clock);
			if (run < -0.06 || run > 1.06) return [];
			const lane = LANES[setting][w.depth < 0.5 ? 0 : 1];
			const y = mix(lane.from[1], lane.to[1], run);
			return [{ y, ink: walking(r, lane, run, w.way, w.coat, clock * 0.9 + i * 0.37, open) }];
		})
		.sort((a, b) => a.y - b.y)
		.map((b) => b.ink);
}
