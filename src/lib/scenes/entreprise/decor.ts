import { letter } from '../../figure/lettering';
import { slip } from '../../figure/slip';
import { measure } from '../../figure/text';
import type { Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';

const sizeIn = ({ view }: SceneContext): number => (view.shape === 'phone' ? 12 : 13);

/** Where it is said that the setting is invented. */
export function decorAt(c: SceneContext): Rect {
	const { width, height, shape, free } = c.view;
	const size = sizeIn(c);
	const w = measure(c.say('decor'), size, 'mono') + 16;
	const h = size + 10;
	// On a phone on its side a bar lies over the foot of the stage, and over none of a picture.
	const bottom = shape === 'phone' ? free.y + free.h + 4 : height - 8;
	return { x: width - w - 8, y: bottom - h, w, h };
}

/** In a corner of every step: real people are shown, what they are shown in is not. */
export function decor(c: SceneContext, opacity: number): Layer {
	if (opacity <= 0) return {};
	const size = sizeIn(c);
	const text = c.say('decor');
	const r = decorAt(c);
	return {
		marks: [
			slip('decor.slip', r, { width: 1, opacity }),
			letter('decor', 'mono', r.x + 8, r.y + size + 3, size, text, { opacity })
		]
	};
}
