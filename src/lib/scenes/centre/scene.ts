import { FOUND, MEAUX, NIMES } from '../../centre/published';
import { LENSES } from '../../figure/town/plan';
import { FEEDS, OURS } from '../../figure/wall/feeds';
import { wallFoot, wallTiles } from '../../figure/wall/wall';
import type { Frame, Rect, Scene, SceneContext, View } from '../../picture/frame';
import { valuesOf } from '../cues';
import { stack, type Layer } from '../layers';
import { CUES, type Read } from './cues';
import { countsOf, eyes } from './eyes';
import { gateRect, gates } from './gates';
import { beam, desk, gaze, operator, operatorAt } from './operator';
import { drawBack, houseRect, labels, plan } from './plan';
import { keys, result } from './played';
import { aroundNine, gameTiles, MOVES, screensInView, tilesAt, type Tile } from './tiles';
import { attention, attentionRects, eye, found } from './umbrellas';
import { chosen, chosenScreen, offScreens, screens } from './wall';

export { CUES as cues };
export { paintSetting as settings } from '../../drawing/settings/settings';

/** What is told in CUES, layer by layer. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const tiles = at('toWall') > 0 ? tilesNow(c, at) : [];
	return {
		night: at('night'),
		...stack(
			...(at('fly') < 1 ? inTown(c, at) : [fewEyes(c, at)]),
			...(at('toWall') > 0 ? onTheWall(c, at, tiles) : []),
			...(at('off') > 0 && at('results') > 0 ? tested(c, at, tiles) : []),
			at('keys') > 0 && played(c, at, tiles),
			at('back') > 0 && chosen(c, tileOf(tiles, OURS), at('red'), at('word'))
		),
		...spoken(c, at, tiles)
	};
};

/** What the reader's game says: round, clock, key pressed, rates. */
const param = (c: SceneContext, name: string): number => Number(c.params[`centre.${name}`] ?? 0);

/** The round being played (1 one screen, 2 nine, 3 its result), 0 outside its step. */
const roundNow = (c: SceneContext, at: Read): number => (at('nine') > 0 && at('over') < 1 ? param(c, 'round') : 0);

const inTown = (c: SceneContext, at: Read): Layer[] => [
	plan(c, valuesOf(at, 'fly', 'lenses', 'streams', 'streaming')),
	drawBack(c, valuesOf(at, 'mast', 'framed', 'small', 'square', 'fly')),
	labels(c, valuesOf(at, 'labels', 'house', 'ours', 'cartouche', 'fly', 'gates')),
	gates(c, at('gates'))
];

const fewEyes = (c: SceneContext, at: Read): Layer =>
	eyes(c, valuesOf(at, 'cameras', 'onScreens', 'onPeople', 'parted', 'unlit', 'bezels', 'people', 'counts', 'toWall'), {
		name: at('centres'),
		rows: [at('saysCameras'), at('saysScreens'), at('saysPeople')]
	});

const tilesNow = (c: SceneContext, at: Read): Tile[] =>
	tilesAt(c.view, valuesOf(at, ...MOVES), countsOf(c.view).centres[1].screens, roundNow(c, at));

/** Seconds of the screens' clock while the wall is read. */
const clockNow = (at: Read): number => 20 + 40 * at('images');

function onTheWall(c: SceneContext, at: Read, tiles: Tile[]): (Layer | false)[] {
	const { view } = c;
	const looking = gaze(view, at('images'), c.life);
	const seated = at('seated') + at('seatedAgain');
	const place = operatorAt(view, seated);
	const showing = {
		...valuesOf(at, 'watching', 'test', 'umbrellas', 'chosen', 'whole'),
		looking,
		clock: c.life + clockNow(at),
		// The next chapter holds on this frame: life stops as the screen grows.
		frame: c.recording.moments.explain - 160 * (1 - at('toExplain')),
		round: roundNow(c, at),
		played: param(c, 'clock')
	};
	return [
		offScreens(view, tiles, at('toWall'), at('apart'), at('chosen')),
		screens(c, tiles, showing),
		seated > 0 && desk(c, place),
		beam(c, place, tileOf(tiles, looking), FEEDS[looking], at('watching')),
		seated > 0 && operator(c, place, wallTiles(view)[at('chosen') > 0 ? OURS : looking]),
		chosenScreen(c, tileOf(tiles, OURS), showing, at('luma'))
	];
}

const tileOf = (tiles: Tile[], index: number): Tile => tiles.find((r) => r.index === index)!;

const tested = (c: SceneContext, at: Read, tiles: Tile[]): Layer[] => [
	attention(c, tiles, at('lighting'), at('results')),
	eye(tiles, at('lighting'), 4 * clockNow(at) + c.life * 1.4, at('results')),
	found(c, at('found'))
];

function played(c: SceneContext, at: Read, tiles: Tile[]): Layer {
	const round = roundNow(c, at);
	return round === 3
		? result(c, [param(c, 'percent1'), param(c, 'percent9')], at('keys'))
		: keys(c, tiles, round, param(c, 'pressed'), at('keys'));
}

/** What is spoken of, and where that is. */
function spoken(c: SceneContext, at: Read, tiles: Tile[]): Pick<Frame, 'subject' | 'says'> {
	const { view } = c;
	const rates = FOUND.map((f) => f.percent);
	if (at('back') > 0) return { subject: [tileOf(tiles, OURS)], says: c.say('says.choose') };
	if (at('nine') > 0 && roundNow(c, at) === 3) {
		const [a, b] = [param(c, 'percent1'), param(c, 'percent9')];
		return { subject: [view.free], says: c.say('says.result', { a, b, c: rates[0], d: rates[3] }) };
	}
	if (at('nine') > 0) return { subject: [aroundNine(gameTiles(view))], says: c.say('says.game') };
	if (at('apart') > 0) {
		const [a, b, third, d] = rates;
		return { subject: attentionRects(view), says: c.say('says.attention', { a, b, c: third, d }) };
	}
	if (at('toWall') > 0) return { subject: [wallRect(view)], says: c.say('says.wall', { n: FEEDS.length }) };
	if (at('gates') > 0) return { subject: [gateRect(view)], says: c.say('says.private') };
	if (at('fly') < 1)
		return {
			subject: [houseRect(view)],
			says: at('fly') < 0.25 ? c.say('says.map', { n: LENSES }) : c.say('says.flight')
		};
	const seen = { a: NIMES.cameras, b: NIMES.screens, c: MEAUX.cameras, d: MEAUX.screens };
	return { subject: [view.free], says: c.say('says.counts', seen) };
}

/** The part of the wall no text covers. */
function wallRect(view: View): Rect {
	const wall = wallTiles(view);
	const left = Math.min(...screensInView(view).map((i) => wall[i].x));
	return { x: left, y: wall[0].y, w: view.free.x + view.free.w - left, h: wallFoot(view) - wall[0].y };
}
