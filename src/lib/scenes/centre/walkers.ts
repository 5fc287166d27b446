import { mix } from '../../figure/motion';
import { FEEDS } from '../../figure/wall/feeds';
import type { Ink, Rect, SettingName } from '../../picture/frame';
import type { Look } from '../../street/types';
import { walkerAt, type Round } from './game';
import { GAME } from './layout';
import type { Tile } from './tiles';

/** Those who cross the screens of the game. */
const WALKERS: Look[] = GAME.coats.map((coat, i) => ({
	coat,
	legs: GAME.legs,
	skin: GAME.skins[i % 4],
	hair: GAME.hair,
	long: i % 3 === 0,
	umbrella: GAME.umbrella
}));

/** A way across a screen, from one end to the other: feet (fractions of the screen) and height of a person (of its height). */
interface Lane {
	from: [x: number, y: number, tall: number];
	to: [x: number, y: number, tall: number];
	/** They walk away from the lens or towards it, not across. */
	deep?: boolean;
}

/** A lane from side to side at a height. */
const across = (y: number, tall: number): Lane => ({ from: [0, y, tall], to: [1, y, tall] });

/** Where there is room to walk in each kind of place, far and near. */
const LANES: Record<SettingName, [far: Lane, near: Lane]> = {
	school: [across(0.72, 0.26), across(0.93, 0.35)],
	market: [across(0.95, 0.34), across(0.99, 0.37)],
	carpark: [across(0.8, 0.26), across(0.86, 0.29)],
	platform: [
		{ from: [0.06, 0.99, 0.38], to: [0.42, 0.62, 0.2], deep: true },
		{ from: [0.34, 0.99, 0.38], to: [0.46, 0.62, 0.2], deep: true }
	],
	square: [across(0.78, 0.28), across(0.94, 0.36)],
	underpass: [
		{ from: [0.28, 0.99, 0.42], to: [0.47, 0.64, 0.2], deep: true },
		{ from: [0.72, 0.99, 0.42], to: [0.54, 0.64, 0.2], deep: true }
	]
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
export function targetInk(r: Tile, clock: number): Ink {
	const turn = clock * 0.5 + r.index * 1.7;
	return walking(
		r,
		LANES[FEEDS[r.index].setting as SettingName][1],
		0.5 + 0.24 * Math.sin(turn),
		Math.cos(turn) < 0 ? -1 : 1,
		r.index % WALKERS.length,
		clock * 0.9 + r.index * 0.37,
		1
	);
}

/** The people of a round who cross a screen, the farthest first; one of them may open an umbrella. */
export function walkersInk(round: Round, screen: number, clock: number, r: Rect, setting: SettingName): Ink[] {
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
