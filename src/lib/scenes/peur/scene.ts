import type { Rect, Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { stack, type Layer } from '../layers';
import { crowd, marcel } from './crowd';
import { CUES, type Read } from './cues';
import { evening, underMast } from './evening';
import { focusRect, podiumRect, sheet, tube } from './layout';
import { mast } from './mast';
import { people } from './people';
import { heading, podium } from './podium';
import { ratios } from './ratios';
import { enlarged, shadows } from './shadows';
import { captions, glassNow, television } from './television';
import { wall } from './wall';
import { words } from './words';

export { CUES as cues };

/** A podium before a wall; shadows that run together on it; a screen that enlarges them; then, through it, the square. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const { says, subject } = latest(c, STEPS);
	return {
		night: 0,
		...stack(...(at('square') < 1 ? beforeWall(c, at) : []), ...throughScreen(c, at)),
		subject: subject(c, at),
		says: c.say(says)
	};
};

/** What each step speaks of, and where that is. */
const STEPS: Record<string, { says: string; subject: (c: SceneContext, at: Read) => Rect[] }> = {
	ranking: { says: 'says.ranking', subject: ({ view }) => [podiumRect(view)] },
	shadow: { says: 'says.shadow', subject: ({ view }) => [focusRect(view)] },
	television: { says: 'says.television', subject: ({ view }) => [tube(view), sheet(view)] },
	evening: { says: 'says.evening', subject: (c, at) => underMast(c, at('mast'), at('passing'), at('up')) }
};

function beforeWall(c: SceneContext, at: Read): Layer[] {
	const [near, risen, parted, lit, shown] = [at('near'), at('risen'), at('parted'), at('lit'), at('shown')];
	const rows = people(c, { near, gathered: at('gathered'), shown });
	return [
		wall(c.view, risen, parted, shown),
		shadows(c, rows, parted, lit, shown),
		enlarged(c, shown),
		heading(c, risen, parted),
		podium(c, risen, parted),
		words(c, parted, lit, shown),
		crowd(c, rows, { near, shown, bars: at('bars'), square: at('square') }),
		marcel(c, parted, shown)
	];
}

function throughScreen(c: SceneContext, at: Read): Layer[] {
	const opening = { shown: at('shown'), square: at('square') };
	return [
		evening(c, {
			square: opening.square,
			passing: at('passing'),
			dawn: at('dawn'),
			up: at('up'),
			still: at('still'),
			glass: glassNow(c.view, opening)
		}),
		television(c.view, opening),
		captions(c, at('bars'), opening),
		ratios(c, at('bars'), opening.square),
		mast(c.view, at('mast'), at('up'))
	];
}
