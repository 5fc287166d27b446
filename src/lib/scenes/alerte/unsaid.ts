import { AMBER } from '../../figure/colours';
import { stagger } from '../../figure/motion';
import { rows } from '../../figure/rows';
import { wrap } from '../../figure/text';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { Panel } from './layout';

const SENTENCES = 4;
/** Part of its coming that each shares with the one before. */
const SHARED = 1 / 8;

/** What stands beside the screen, in the hand of the story: a title, and one sentence after the other. */
export function unsaid(c: SceneContext, { screen }: Panel, shown: number, telling: number, kept: number): Layer {
	const { free, portrait, shape } = c.view;
	const phone = shape === 'phone';
	const title = phone ? 15 : 20;
	const size = phone ? 15 : 23;
	const x = portrait ? screen.x : screen.x + screen.w + (phone ? 16 : 36);
	const max = free.x + free.w - x;
	const top = portrait ? screen.y + screen.h + 26 : screen.y + title;
	const lines = wrap(c.say('unsaid'), title, 'grot', max);
	const marks = rows('unsaid-', 'grot', x, top, title, lines, title * 1.1, {
		fill: AMBER,
		opacity: shown,
		weight: 500
	});
	let y = top + (lines.length - 1) * title * 1.1 + size * 1.5;
	for (let n = 1; n <= SENTENCES; n++) {
		const said = wrap(c.say(`unsaid.${n}`), size, 'news', max);
		const opacity = stagger(telling, n - 1, SENTENCES, SHARED) * kept;
		marks.push(...rows(`unsaid.${n}-`, 'news', x, y, size, said, size * 1.2, { italic: true, fill: 'paper', opacity }));
		y += said.length * size * 1.2 + (phone ? 4 : 12);
	}
	return { marks };
}
