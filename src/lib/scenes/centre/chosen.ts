import { letter } from '../../figure/lettering';
import { box } from '../../figure/marks';
import { WHITE } from '../../figure/night';
import { measure } from '../../figure/text';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import type { Tile } from './tiles';

/** The frame round the screen the machine has chosen, and why. */
export function chosen(c: SceneContext, { x, y, w, h }: Tile, red: number, word: number): Layer {
	const size = c.view.portrait ? 12 : 14;
	const text = c.say('chosen');
	return {
		marks: [
			{ type: 'rect', key: 'chosen', x, y, w, h, stroke: 'signal', width: 4, opacity: red },
			box(
				'chosen-slip',
				{ x: x - 2, y: y - size - 10, w: measure(text, size, 'mono') + 14, h: size + 10 },
				{ fill: 'signal-text', opacity: word }
			),
			letter('chosen-word', 'mono', x + 5, y - 8, size, text, { fill: WHITE, opacity: word, weight: 500 })
		]
	};
}
