import { ease } from '../../figure/motion';
import { sunInk } from '../../figure/poster';
import type { Scene, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { stack } from '../layers';
import { circles } from './circles';
import { CUES } from './cues';
import { CASES, SHARE_OF_ALL, SHARE_OF_SOLVED, SOLVED, WITH_VIDEO } from './data';
import { fieldOf } from './field';
import { firms } from './firms';
import { panelRects, sunOf } from './layout';
import { studies } from './studies';
import { words } from './words';

export { CUES as cues };
export { paintSetting as settings } from '../../drawing/settings';

/** 22 circles among 1,939; the study they belong to among others; what is answered to it; and the next chapter's poster. */
export const scene: Scene = (c) => {
	const { view } = c;
	const at = CUES(c);
	const [counted, shrunk, joined] = [at('counted'), at('shrunk'), at('joined')];
	const moved = { counted, filled: at('filled'), gathered: at('gathered'), split: at('split'), shrunk, joined };
	const field = fieldOf(view);
	const disc = moved.split > 0.5 ? field.solved : field.whole;
	const clock = 2 * at('clock');
	const sun = sunOf(view);
	return {
		night: 0,
		...stack(
			firms(view, { circled: at('circled'), ground: at('ground'), counted, left: at('left') }),
			circles(view, moved),
			words(c, moved, at('number'), at('read')),
			studies(
				c,
				{ panels: at('panels'), turned: at('turned'), greened: at('greened'), joined },
				{ seconds: 30 + 24 * clock + c.life, toGo: Math.max(0, 1 - clock) }
			),
			// The sun of the poster rises over what is left of the study.
			joined > 0 && joined < 1 && { ink: sunInk(sun.x, sun.y, sun.half * ease(joined, 0.5, 1)) }
		),
		subject:
			shrunk > 0.5 ? panelRects(view) : [{ x: disc.x - disc.r, y: disc.y - disc.r, w: 2 * disc.r, h: 2 * disc.r }],
		says: saying(c)
	};
};

const SAYS = {
	cases: 'says.cases',
	'twenty-two': 'says.twenty-two',
	solved: 'says.solved',
	'other-studies': 'says.other-studies',
	replies: 'says.replies'
};

function saying(c: SceneContext): string {
	const key = latest(c, SAYS);
	const share = key === SAYS.solved ? c.number(100 * SHARE_OF_SOLVED, 2) : c.number(100 * SHARE_OF_ALL, 1);
	return c.say(key, { all: CASES, video: WITH_VIDEO, solved: SOLVED, share });
}
