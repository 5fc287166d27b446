import { scaleLinear } from 'd3';
import { letter, measure } from '../../figure/text';
import { across, box, disc, down, slip } from '../../figure/marks';
import type { Mark, SceneContext } from '../../picture/frame';
import { scaleRect } from './scale';

/** What the reader said of thirty seconds, and how many people the threshold takes: two places on one line of people. */
export function guessed(
	c: SceneContext,
	guess: number,
	{ seconds, people, all }: { seconds: number; people: number; all: number },
	opacity: number
): Mark[] {
	if (opacity <= 0) return [];
	const { free: f, phone } = c.view;
	const back = scaleRect(c.view);
	const inset = phone ? 16 : 40;
	const size = phone ? 14 : 19;
	const x = scaleLinear([0, Math.max(all, guess)], [f.x + inset, f.x + f.w - inset]);
	const y = back.y + back.h / 2;
	const [own, theirs] = [x(guess), x(people)];
	const word = (key: string, at: number, base: number, text: string, fill: string): Mark => {
		const half = measure(text, size, 'mono') / 2 + 8;
		const middle = Math.max(f.x + half, Math.min(f.x + f.w - half, at));
		return letter(key, 'mono', middle, base, size, text, { anchor: 'middle', fill, opacity });
	};
	return [
		slip('guess-back', back, { opacity }),
		across('guess-all', y, x(0), x.range()[1], { stroke: 'ink', width: 1.6, opacity }),
		box('guess-people', { x: x(0), y: y - 5, w: theirs - x(0), h: 10 }, { fill: 'signal', opacity }),
		down('guess-own', own, y - (phone ? 14 : 20), y + 8, { stroke: 'ink', width: 2.2, opacity }),
		disc('guess-knob', own, y - (phone ? 14 : 20), phone ? 5 : 7, {
			fill: 'paper',
			stroke: 'ink',
			width: 2.2,
			opacity
		}),
		word('guess-said', own, back.y + (phone ? 20 : 32), c.say('guess.said', { n: guess }), 'ink'),
		word(
			'guess-told',
			theirs,
			back.y + back.h - (phone ? 14 : 20),
			c.say('scale.now', { s: seconds, people }),
			'signal-text'
		)
	];
}
