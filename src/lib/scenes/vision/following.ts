import type { Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { bodyRect, placePeople } from '../../figure/square';
import { trailInk } from '../../figure/trails';
import type { Frame, Rect, SceneContext } from '../../picture/frame';
import { latest } from '../cues';
import { stack } from '../layers';
import type { Read } from './cues';
import { risen } from './layout';
import { plan } from './plan';
import { caption } from './words';

type Subject = (c: SceneContext, now: number, camera: Camera) => Rect[];

/** How far the street is veiled, and whom it is about. */
const STEPS: Record<string, { veil: number; subject: Subject }> = {
	tracks: {
		veil: 0.3,
		subject: ({ recording }, now, camera) => placePeople(recording, now, camera, ['nour']).map(bodyRect)
	},
	ground: {
		veil: 0.2,
		// From above somebody on a bench is a dot.
		subject: ({ recording }, now, camera) =>
			placePeople(recording, now, camera, ['josette']).map(({ x, y }) => ({ x: x - 12, y: y - 12, w: 24, h: 24 }))
	}
};

/** Numbered boxes leave trails; then the camera climbs until they are feet on the ground. */
export function following(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { veil, subject } = latest(c, STEPS);
	const now = recording.moments.explain + 100 * at('followed') + 10 * at('on');
	const up = at('up');
	const camera = risen(view, up);
	const label = ({ id }: { id: number }) => c.say('person.number', { id: String(id) });
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil }] },
			{ ink: trailInk(recording, now, camera, 12 * at('trails'), 0.9) },
			up === 0 && { marks: boxMarks(recording, now, camera, { label, opacity: at('numbers') }) },
			up > 0.02 && { marks: plan(c, camera, now, up) },
			{ marks: caption(c, c.say('layer.plan'), at('plan')) }
		),
		subject: subject(c, now, camera)
	};
}
