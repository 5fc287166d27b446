import { letter, measure } from '../../figure/text';
import { box, disc } from '../../figure/marks';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { fieldOf } from './field';

/** The reader's guess as a ring round so many of the circles. */
export function guessed(c: SceneContext, guess: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	const size = c.view.phone ? 14 : 18;
	const { whole, unit } = fieldOf(c.view);
	const r = unit * Math.sqrt(guess);
	const text = c.say('guess.said', { n: c.number(guess) });
	const w = measure(text, size, 'grot') + size;
	// Under the ring; inside the disc where that has no room.
	const y = Math.min(whole.y + r + size * 0.6, whole.y + whole.r - size * 2.4);
	return {
		marks: [
			disc('guess', whole.x, whole.y, r, { stroke: 'ink', width: 2.6, dash: '7 5', opacity }),
			box(
				'guess-slip',
				{ x: whole.x - w / 2, y, w, h: size * 1.7 },
				{ fill: 'paper', stroke: 'ink', width: 1.4, opacity }
			),
			letter('guess-said', 'grot', whole.x, y + size * 1.2, size, text, { anchor: 'middle', opacity })
		]
	};
}
