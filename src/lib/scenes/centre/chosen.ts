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
			{
				type: 'rect',
				key: 'chosen-slip',
				x: x - 2,
				y: y - size - 10,
				w: measure(text, size, 'mono') + 14,
				h: size + 10,
				fill: 'signal-text',
				opacity: word
			},
			{ type: 'text', key: 'chosen-word', x: x + 5, y: y - 8, text, size, font: 'mono', fill: WHITE, opacity: word }
		]
	};
}
