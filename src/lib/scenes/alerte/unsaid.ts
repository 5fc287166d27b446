import { stagger } from '../../figure/motion';
import { AMBER } from '../../figure/colours';
import { wrap } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
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
	const marks = lines.map((text, i): Mark => ({
		type: 'text',
		key: `unsaid-${i}`,
		x,
		y: top + i * title * 1.1,
		text,
		size: title,
		font: 'grot',
		fill: AMBER,
		opacity: shown
	}));
	let y = top + (lines.length - 1) * title * 1.1 + size * 1.5;
	for (let n = 1; n <= SENTENCES; n++) {
		const rows = wrap(c.say(`unsaid.${n}`), size, 'news', max);
		const opacity = stagger(telling, n - 1, SENTENCES, SHARED) * kept;
		marks.push(
			...rows.map((text, i): Mark => ({
				type: 'text',
				key: `unsaid.${n}-${i}`,
				x,
				y: y + i * size * 1.2,
				text,
				size,
				font: 'news',
				italic: true,
				fill: 'paper',
				opacity
			}))
		);
		y += rows.length * size * 1.2 + (phone ? 4 : 12);
	}
	return { marks };
}
