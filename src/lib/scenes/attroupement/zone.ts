import type { Camera } from '../../camera/camera';
import { letter, measure } from '../../figure/text';
import { between, faded, path, slip } from '../../figure/marks';
import { groundPath, groundPoint } from '../../figure/trails';
import type { Mark, SceneContext } from '../../picture/frame';
import { polygonOf, type Point } from './layout';

/** The outline the rule counts in; on the plan it can be carried elsewhere by (dx, dy) metres. */
export function zone({ recording }: SceneContext, camera: Camera, opacity = 1, [dx, dy]: Point = [0, 0]): Mark[] {
	const polygon = polygonOf(recording).map(([x, y]): Point => [x + dx, y + dy]);
	if (!polygon.length || opacity <= 0) return [];
	return [path('zone', groundPath(polygon, camera), { stroke: 'signal', width: 2, dash: '10 7', opacity })];
}

/** The count on a paper slip tied to the corner of the outline. */
export function counter(c: SceneContext, camera: Camera, n: number, opacity = 1, [dx, dy]: Point = [0, 0]): Mark[] {
	const polygon = polygonOf(c.recording);
	if (!polygon.length) return [];
	const { free, phone } = c.view;
	const corners = polygon.map(([x, y]) => groundPoint(x + dx, y + dy, camera));
	const top = Math.min(...corners.map((p) => p.y));
	const corner = corners.filter((p) => p.y < top + 4).sort((a, b) => b.x - a.x)[0];
	const size = phone ? 26 : 46;
	const words = phone ? 12 : 15;
	const says = c.say('counted');
	const w = Math.max(measure(String(n), size, 'mono'), measure(says, words, 'mono')) + (phone ? 14 : 24);
	const h = size + words + (phone ? 14 : 22);
	const x = Math.max(free.x, Math.min(free.x + free.w - w, corner.x - w * 0.5));
	// Clear of the heads under it, and of the tram's roof.
	const clear = corner.k * 4.3 * camera.cos;
	const y = Math.max(free.y, corner.y - clear - h - (phone ? 12 : 24));
	const look = { anchor: 'middle', fill: 'signal-text' } as const;
	const tied: Point = [Math.max(x + 8, Math.min(x + w - 8, corner.x)), y + h];
	return faded(opacity, [
		between('counter-tie', [corner.x, corner.y], tied, { stroke: 'signal', width: 1.6 }),
		slip('counter-back', { x, y, w, h }, { stroke: 'signal', width: 1.6 }),
		letter('counter', 'mono', x + w / 2, y + size * 0.95, size, String(n), look),
		letter('counter-says', 'mono', x + w / 2, y + h - (phone ? 7 : 11), words, says, look)
	]);
}
