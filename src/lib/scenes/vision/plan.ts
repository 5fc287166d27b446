import { footOf, type Camera } from '../../camera/camera';
import { mix, span } from '../../figure/motion';
import { groundPath, groundPoint } from '../../figure/trails';
import type { Mark, SceneContext } from '../../picture/frame';

/** What the lens covers, on the ground. Metres. */
const COVERED: [number, number][] = [
	[-9.6, 0.2],
	[9.6, 0.2],
	[29, 26.9],
	[-29, 26.9]
];

/** Where the program has people's feet, with their metres once the eye is nearly `up`; what the lens covers, under them. */
export function plan(c: SceneContext, camera: Camera, now: number, up: number): Mark[] {
	const d = groundPath(COVERED, camera);
	const look = { fill: 'signal', fillOpacity: 0.06 * up, stroke: 'signal', width: 1.2, dash: '6 6', opacity: up };
	return [{ type: 'path', key: 'cone', d, ...look }, ...feet(c, camera, now, up)];
}

function feet(c: SceneContext, camera: Camera, now: number, up: number): Mark[] {
	const { recording, view } = c;
	const told = up > 0.7 && view.shape !== 'phone';
	return recording.boxesAt(now).flatMap((b): Mark[] => {
		const g = footOf(recording.camera, b);
		if (!g) return [];
		const { x, y } = groundPoint(g[0], g[1], camera);
		const marks: Mark[] = [
			{
				type: 'circle',
				key: `foot-${b.id}`,
				x,
				y,
				r: mix(2, 4.5, up),
				fill: 'signal',
				stroke: 'paper',
				width: 1.2
			}
		];
		if (told && y > 24 && x > view.free.x && x < view.width - 90)
			marks.push({
				type: 'text',
				key: `foot-id-${b.id}`,
				x: x + 9,
				y: y - 6,
				text: `${c.number(g[0], 1)} ; ${c.number(g[1], 1)}`,
				size: 12,
				font: 'mono',
				fill: 'signal-text',
				halo: 'paper',
				opacity: span(up, 0.7, 1)
			});
		return marks;
	});
}
