import { painted } from '../../figure/inks';
import { mix } from '../../figure/motion';
import { BEZEL, DIM, GLASS } from '../../figure/night';
import { slab } from '../../figure/place';
import { sensorRect } from '../../figure/square';
import { FEEDS, GROUPS, OURS } from '../../figure/wall/feeds';
import { feedInk, slabs } from '../../figure/wall/wall';
import type { Ink, SceneContext, SettingName, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { ROUNDS } from './game';
import { COLD } from './layout';
import { ownCamera, testFoot, type Tile } from './tiles';
import { targetInk, walkersInk } from './walkers';

/** What the screens show. */
export interface Showing {
	/** The screen the operator looks at, and how much. */
	looking: number;
	watching: number;
	/** Clocks: the feeds' in seconds, the square's in frames. */
	clock: number;
	frame: number;
	/** The nine are in a test or a game; umbrellas to find go through them; the round and its clock. */
	test: number;
	umbrellas: number;
	round: number;
	played: number;
	/** The machine has chosen the square's screen, and it fills the stage. */
	chosen: number;
	whole: number;
}

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

const square = (c: SceneContext, r: Tile, m: Showing, drained: number): Ink => ({
	type: 'street',
	camera: ownCamera(c.view, r, m.whole),
	at: m.frame,
	drained,
	clip: r
});

/** The screen the machine has chosen, over everything else: in colour, then as the sensor has it. */
export function chosenScreen(c: SceneContext, r: Tile, m: Showing, luma: number): Layer {
	if (m.chosen <= 0) return {};
	const ink = [square(c, r, m, 1 - m.chosen)];
	if (luma > 0)
		ink.push({
			type: 'sensor',
			at: m.frame,
			layer: 'luma',
			...sensorRect(ownCamera(c.view, r, m.whole)),
			opacity: luma
		});
	return { ink };
}

/** Screens nobody looks at change twice a second, out of step; the one that is watched, ten times. */
function imageTime(at: number, index: number, watched: boolean): number {
	const rate = watched ? 10 : 2;
	const offset = (index * 0.37) % 1;
	return (Math.floor(at * rate + offset) - offset) / rate;
}
