import { ease } from '../../figure/motion';
import { sunInk } from '../../figure/poster';
import type { Scene, SceneContext } from '../../picture/frame';
import { latestOf, valuesOf } from '../cues';
import { guessOf } from '../guess';
import { stack } from '../layers';
import { circles, firms } from './circles';
import { CUES } from './cues';
import { CASES, SHARE_OF_ALL, SHARE_OF_SOLVED, SOLVED, WITH_VIDEO } from './data';
import { fieldOf } from './field';
import { guessed, words } from './words';
import { panelRects, sunOf } from './layout';
import { studies } from './studies';

export { CUES as cues };
export { paintSetting as settings } from '../../drawing/settings/settings';

/** 22 circles among 1,939; the study they belong to among others; what is answered to it; and the next chapter's poster. */
export const scene: Scene = (c) => {
	const { view } = c;
	const at = CUES(c);
	const moved = valuesOf(at, 'counted', 'filled', 'gathered', 'split', 'shrunk', 'joined');
	const { shrunk, joined } = moved;
	const field = fieldOf(view);
	const disc = moved.split > 0.5 ? field.solved : field.whole;
	const clock = 2 * at('clock');
	const sun = sunOf(view);
	const guess = guessOf(c.params, 'circles');
	return {
		night: 0,
		...stack(
			firms(view, valuesOf(at, 'circled', 'ground', 'counted', 'left')),
			circles(view, moved),
			guess === undefined ? {} : guessed(c, guess, at('guessed')),
			words(c, moved, at('number'), at('read')),
			studies(c, valuesOf(at, 'panels', 'turned', 'greened', 'joined'), {
				seconds: 30 + 24 * clock + c.life,
				toGo: Math.max(0, 1 - clock)
			}),
			// The sun of the poster rises over what is left of the study.
			joined > 0 && joined < 1 && { ink: sunInk(sun.x, sun.y, sun.half * ease(joined, 0.5, 1)) }
		),
		subject:
			shrunk > 0.5 ? panelRects(view) : [{ x: disc.x - disc.r, y: disc.y - disc.r, w: 2 * disc.r, h: 2 * disc.r }],
		says: saying(c)
	};
};

function saying(c: SceneContext): string {
	const step = latestOf(c, ['cases', 'twenty-two', 'solved', 'other-studies', 'replies']);
	const share = step === 'solved' ? c.number(100 * SHARE_OF_SOLVED, 2) : c.number(100 * SHARE_OF_ALL, 1);
	const guess = step === 'twenty-two' ? guessOf(c.params, 'circles') : undefined;
	const said = guess === undefined ? '' : `${c.say('guess.said', { n: c.number(guess) })}. `;
	return said + c.say(`says.${step}`, { all: CASES, video: WITH_VIDEO, solved: SOLVED, share });
}
