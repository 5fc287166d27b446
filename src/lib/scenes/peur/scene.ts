import type { Rect, Scene, SceneContext } from '../../picture/frame';
import { latestOf, valuesOf } from '../cues';
import { stack, type Layer } from '../layers';
import { crowd, marcel, people } from './crowd';
import { CUES, type Read } from './cues';
import { evening, mast, underMast } from './evening';
import { focusRect, podiumRect, sheet, tube } from './layout';
import { heading, podium } from './podium';
import { enlarged, shadows, wall, words } from './shadows';
import { captions, glassNow, ratios, television } from './television';

export { CUES as cues };

/** A podium before a wall; shadows that run together on it; a screen that enlarges them; then, through it, the square. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const step = latestOf(c, Object.keys(SUBJECTS));
	return {
		night: 0,
		...stack(...(at('square') < 1 ? beforeWall(c, at) : []), ...throughScreen(c, at)),
		subject: SUBJECTS[step](c, at),
		says: c.say(`says.${step}`)
	};
};

/** Where what each step speaks of is. */
const SUBJECTS: Record<string, (c: SceneContext, at: Read) => Rect[]> = {
	ranking: ({ view }) => [podiumRect(view)],
	shadow: ({ view }) => [focusRect(view)],
	television: ({ view }) => [tube(view), sheet(view)],
	evening: (c, at) => underMast(c, at('mast'), at('passing'), at('up'))
};

function beforeWall(c: SceneContext, at: Read): Layer[] {
	const [risen, parted, lit, shown] = [at('risen'), at('parted'), at('lit'), at('shown')];
	const rows = people(c, valuesOf(at, 'near', 'gathered', 'shown'));
	return [
		wall(c.view, risen, parted, shown),
		shadows(c, rows, parted, lit, shown),
		enlarged(c, shown),
		heading(c, risen, parted),
		podium(c, risen, parted),
		words(c, parted, lit, shown),
		crowd(c, rows, valuesOf(at, 'near', 'shown', 'bars', 'square')),
		marcel(c, parted, shown)
	];
}

function throughScreen(c: SceneContext, at: Read): Layer[] {
	const opening = valuesOf(at, 'shown', 'square');
	const glass = glassNow(c.view, opening);
	return [
		evening(c, { ...valuesOf(at, 'square', 'passing', 'dawn', 'up', 'still'), glass }),
		television(c.view, opening),
		captions(c, at('bars'), opening),
		ratios(c, at('bars'), opening.square),
		mast(c.view, at('mast'), at('up'))
	];
}
