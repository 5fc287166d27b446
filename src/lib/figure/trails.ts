import { line } from 'd3';
import { project, type Camera } from '../camera/camera';
import type { Recording } from '../recording/types';
import type { Mark } from '../story/frame';

const spot = { u: 0, v: 0, k: 0 };

/** The ground paths of every track seen at a frame, over the `seconds` before it, through the camera. */
export function trailMarks(
	recording: Recording,
	at: number,
	camera: Camera,
	seconds: number,
	opacity = 1,
	hot?: (id: number) => boolean
): Mark[] {
	if (opacity <= 0) return [];
	const draw = line<[number, number]>(
		(p) => Math.round(10 * project(camera, p[0], p[1], 0, spot).u) / 10,
		(p) => Math.round(10 * project(camera, p[0], p[1], 0, spot).v) / 10
	);
	const from = at - seconds * recording.fps;
	return recording.boxesAt(at).flatMap((b): Mark[] => {
		const points = recording.path(b.id, from, at);
		if (points.length < 2) return [];
		// Every second point is enough to draw, and half the DOM's work.
		const thin = points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
		// A thread that is heavier where it is fresh.
		const fresh = thin.slice(Math.floor(thin.length * 0.55));
		const strong = hot?.(b.id) ? 1.3 : 1;
		const clear = opacity * (hot && !hot(b.id) ? 0.5 : 1);
		const path = (key: string, way: [number, number][], width: number, o: number): Mark => ({
			type: 'path',
			key: `${key}-${b.id}`,
			d: draw(way) ?? '',
			stroke: 'signal',
			width: width * strong,
			round: true,
			opacity: clear * o
		});
		return fresh.length > 1
			? [path('trail', thin, 1.6, 0.75), path('fresh', fresh, 3, 0.95)]
			: [path('trail', thin, 2, 0.9)];
	});
}

/** A ground polygon through the camera. */
export function groundPath(polygon: [number, number][], camera: Camera): string {
	return (
		polygon
			.map(([x, y], i) => `${i ? 'L' : 'M'}${project(camera, x, y, 0, spot).u.toFixed(1)} ${spot.v.toFixed(1)}`)
			.join('') + 'Z'
	);
}

/** A ground point through the camera. */
export const groundPoint = (x: number, y: number, camera: Camera): { x: number; y: number; k: number } => {
	project(camera, x, y, 0, spot);
	return { x: spot.u, y: spot.v, k: spot.k };
};
