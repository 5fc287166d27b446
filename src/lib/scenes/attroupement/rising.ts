import { between, MAST, PLAN } from '../../camera/camera';
import { openingFrame, peakOf } from '../../centre/stop';
import { boxMarks } from '../../figure/boxes';
import { mixCameras, openingCamera } from '../../figure/inset';
import { faded } from '../../figure/marks';
import { mix } from '../../figure/motion';
import type { Frame, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { fromAbove, heatMarks, someoneOf } from './bodies';
import type { Read } from './cues';
import { countedAt, type Counted } from './data';
import { onStage, lookAt, middleOf, planZoom, staging, zoneRect, type Point } from './layout';
import { timeChart } from './time';
import { counter, zone } from './zone';

/** The camera rises over the stop; people become what the rule has of them, a place on the ground. */
export function rising(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const now = peakOf(recording);
	const { near, down, zoom, k } = staging(view);
	const up = at('up');
	const placed = at('placed');
	const camera = lookAt(view, between(MAST, PLAN, up), mix(zoom, planZoom(view, k), up), middleOf(recording), {
		x: mix(near.x, down.x, up),
		y: mix(near.y, down.y, up)
	});
	const { inside, outside } = countedAt(recording, now);
	const place = (q: Counted): Point => onStage(q.x, q.y, camera);
	const bodies = (people: Counted[], counted: boolean, opacity: number) => ({
		marks: someoneOf(recording, people).map((who, i) => fromAbove(who, place(people[i]), k, opacity, { counted }))
	});
	const n = inside.length;
	const hot = (b: { id: number }) => inside.some((q) => q.id === b.id);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.2, ...(placed >= 1 ? { only: [] } : {}) }] },
			{ marks: heatMarks(inside.map(place), k, at('heat')) },
			{ marks: zone(c, camera) },
			up === 0 && { marks: boxMarks(recording, now, camera, { hot }) },
			bodies(outside, false, placed * 0.55),
			bodies(inside, true, placed),
			{ marks: counter(c, camera, n) },
			{ marks: faded(at('time'), timeChart(c, now)) }
		),
		subject: [zoneRect(c, camera)],
		says: c.say('says.count', { n })
	};
}

/** The outline, the boxes in it, and their number, as the tram comes. */
export function counting(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { near, zoom } = staging(view);
	const now = mix(openingFrame(recording), peakOf(recording), at('filling'));
	const stop = lookAt(view, MAST, zoom, middleOf(recording), near);
	const camera = mixCameras(openingCamera(view), stop, at('approach'));
	const within = new Set(countedAt(recording, now).inside.map((q) => q.id));
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
