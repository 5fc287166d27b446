import { minutesSeconds } from '../../figure/boxes';
import { letter, letters, measure, wrap } from '../../figure/text';
import { across, path, slip } from '../../figure/marks';
import type { Mark, Rect, SceneContext } from '../../picture/frame';

/** Who speaks, whose turn it is of how many, and what the machine has on them. */
interface Speaker {
	key: string;
	turn: string;
	seconds: number;
}

/** What one person says, over their head, with what the machine has on them. */
export function speech(c: SceneContext, who: Rect, { key, turn, seconds }: Speaker, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const { free: f, height, phone } = c.view;
	const size = phone ? 19 : 27;
	const words = size * 0.86;
	const meta = phone ? 12 : 14;
	const max = phone ? f.w - 24 : 340;
	const clock = c.say('clock.of', { time: minutesSeconds(seconds) });
	const name = c.say(`${key}.name`);
	const why = c.say(`${key}.why`);
	const lines = wrap(why, words, 'news', max);
	const w =
		Math.max(
			measure(name, size, 'grot') + 24 + measure(turn, meta, 'mono'),
			measure(clock, meta, 'mono'),
			...lines.map((l) => measure(l, words, 'news'))
		) + 28;
	const h = size * 1.5 + lines.length * size * 1.06 + meta * 2;
	const middle = who.x + who.w / 2;
	const x = Math.max(f.x, Math.min(f.x + f.w - w, middle - w * 0.4));
	const y = phone ? f.y : Math.max(f.y, Math.min(who.y - h - 46, height * 0.2));
	const foot = y + h;
	const root = Math.max(x + 18, Math.min(x + w - 18, middle));
	return [
		path('tail', `M${root - 11} ${foot - 1}L${middle.toFixed(1)} ${(who.y - 3).toFixed(1)}L${root + 11} ${foot - 1}`, {
			fill: 'paper',
			stroke: 'ink',
			width: 1.6,
			opacity
		}),
		slip('bubble', { x, y, w, h }, { width: 1.6, opacity }),
		across('gum', foot, root - 10, root + 10, { stroke: 'paper', width: 3, opacity }),
		letter('name', 'grot', x + 14, y + size * 1.2, size, name, { opacity }),
		letter('turn', 'mono', x + w - 14, y + size * 1.1, meta, turn, { anchor: 'end', opacity }),
		...letters('why', 'news', x + 14, y + size * 2.2, words, why, max, { opacity, leading: 1.23 }),
		letter('clock', 'mono', x + 14, foot - meta * 0.8, meta, clock, { fill: 'signal-text', opacity })
	];
}
