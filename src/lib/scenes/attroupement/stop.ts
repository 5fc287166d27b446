import { MAST, footOf } from '../../camera/camera';
import { mixCameras, openingCamera } from '../../figure/inset';
import { mix } from '../../figure/motion';
import type { Frame, SceneContext } from '../../picture/frame';
import { inside } from '../../rules/index';
import { stack } from '../layers';
import type { Read } from './cues';
import { openingFrame, peakOf } from '../../centre/stop';
import { boxMarks } from '../../figure/boxes';
import { lookAt, middleOf, polygonOf, staging, zoneRect } from './layout';
import { counter, zone } from './zone';

/** The outline, the boxes in it, and their number, as the tram comes. */
export function counting(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { near, zoom } = staging(view);
	const now = mix(openingFrame(recording), peakOf(recording), at('filling'));
	const stop = lookAt(view, MAST, zoom, middleOf(recording), near);
	const camera = mixCameras(openingCamera(view), stop, at('approach'));
	const within = countedBoxes(c, now);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7 * at('drained'), veil: 0.2 * at('drained') }] },
			{ marks: zone(c, camera, at('zone')) },
			{ marks: boxMarks(recording, now, camera, { hot: (b) => within.has(b.id), opacity: at('boxes') }) },
			{ marks: counter(c, camera, within.size, at('counter')) }
		),
		subject: [zoneRect(c, camera)],
		says: c.say('says.count', { n: within.size })
	};
}

/** Ids of the boxes whose feet are in the outline. */
function countedBoxes({ recording }: SceneContext, now: number): Set<number> {
	const polygon = polygonOf(recording);
	const within = recording.boxesAt(now).filter((b) => {
		const g = footOf(recording.camera, b);
		return g && inside(polygon, g[0], g[1]);
	});
	return new Set(within.map((b) => b.id));
}
