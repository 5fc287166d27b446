import { heldFrame } from '../../centre/held';
import { mix } from '../../figure/motion';
import type { Frame, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { chart, limitOf, NAMED } from './chart';
import type { Read } from './cues';
import { speakersCamera } from './layout';
import { rowsOf } from './rows';

/** Everyone as a dot in the row of their reason; the scroll sweeps the threshold through all of them. */
export function sorting(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const camera = speakersCamera(c, at('near'), at('turns'));
	const limit = limitOf(at('sweep'));
	const { r, dots } = rowsOf(recording, view);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: heldFrame(recording), drained: 0.7, veil: mix(0.28, 1, at('veil')) }] },
			{ marks: chart(c, camera, at) }
		),
		subject: dots.filter((d) => NAMED.includes(d.key)).map((d) => ({ x: d.x - r, y: d.y - r, w: 2 * r, h: 2 * r })),
		says: c.say('result', { people: dots.filter((d) => d.seconds >= limit).length, s: Math.round(limit) })
	};
}
