import { letter } from '../../figure/lettering';
import { slip } from '../../figure/slip';
import { measure } from '../../figure/text';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';

/** In a corner of every step: real people are shown, what they are shown in is not. */
export function decor(c: SceneContext, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { width, height, shape } = c.view;
	const size = shape === 'phone' ? 12 : 13;
	const text = c.say('decor');
	const w = measure(text, size, 'mono') + 16;
	const bar = shape === 'phone' && width > height ? 46 : 0;
	const r = { x: width - w - 8, y: height - size - 18 - bar, w, h: size + 10 };
	return {
		marks: [
			slip('decor.slip', r, { width: 1, opacity }),
			letter('decor', 'mono', r.x + 8, r.y + size + 3, size, text, { opacity })
		]
	};
}
