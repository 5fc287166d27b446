import { between, MAST, PLAN } from '../../camera/camera';
import { mix } from '../../figure/motion';
import { groundPoint } from '../../figure/trails';
import type { Frame, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import { fromAbove, heatMarks, someoneOf } from './bodies';
import type { Read } from './cues';
import { peakOf, ZONE } from '../../centre/stop';
import { boxMarks } from '../../figure/boxes';
import { countedAt, pointsIn, type Counted } from './data';
import { lookAt, middleOf, planZoom, staging, zoneRect, type Point } from './layout';
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
	const place = (q: Counted): Point => {
		const p = groundPoint(q.x, q.y, camera);
		return [p.x, p.y];
	};
	const bodies = (people: Counted[], counted: boolean, opacity: number) => ({
		marks: someoneOf(recording, people).map((who, i) =>
			fromAbove(who, place(people[i]), { scale: k, counted, opacity })
		)
	});
	const n = pointsIn(recording, now, ZONE).length;
	const hot = (b: { id: number }) => inside.some((q) => q.id === b.id);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.2, ...(placed >= 1 ? { only: [] } : {}) }] },
			{ marks: heatMarks(inside.map(place), k, at('heat')) },
			{ marks: zone(c, camera, 1) },
			up === 0 && { marks: boxMarks(recording, now, camera, { hot }) },
			bodies(outside, false, placed * 0.55),
			bodies(inside, true, placed),
			{ marks: counter(c, camera, n, 1) },
			{ marks: timeChart(c, now, at('time')) }
		),
		subject: [zoneRect(c, camera)],
		says: c.say('says.count', { n })
	};
}
