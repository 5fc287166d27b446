import { line } from 'd3';
import { project, type Camera } from '../camera/camera';
import type { Recording } from '../recording/types';
import type { Ink } from '../picture/frame';
import { curve } from './curve';
import { painted } from './inks';

const spot = { u: 0, v: 0, k: 0 };

/** The ground paths of every track seen at a frame, over the `seconds` before it, through the camera: heavier where fresh. */
export function trailInk(recording: Recording, at: number, camera: Camera, seconds: number, opacity = 1): Ink[] {
	if (opacity <= 0) return [];
	const draw = line<[number, number]>(
		(p) => Math.round(10 * project(camera, p[0], p[1], 0, spot).u) / 10,
		(p) => Math.round(10 * project(camera, p[0], p[1], 0, spot).v) / 10
	);
	const from = at - seconds * recording.fps;
	let whole = '';
	let fresh = '';
	for (const b of recording.boxesAt(at)) {
		const points = recording.path(b.id, from, at);
		if (points.length < 2) continue;
		// Every second point is enough to draw.
		const thin = points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
		whole += draw(thin) ?? '';
		fresh += draw(thin.slice(Math.floor(thin.length * 0.55))) ?? '';
	}
	const path = (d: string, width: number, o: number): Ink =>
		painted(d, { stroke: 'signal', width, round: true, opacity: opacity * o });
	return whole ? [path(whole, 1.6, 0.75), path(fresh, 3, 0.95)] : [];
}

/** A ground polygon through the camera. */
export const groundPath = (polygon: [number, number][], camera: Camera): string =>
	`${curve(polygon.map(([x, y]) => [project(camera, x, y, 0, spot).u, spot.v]))}Z`;

/** A ground point through the camera. */
export const groundPoint = (x: number, y: number, camera: Camera): { x: number; y: number; k: number } => {
	project(camera, x, y, 0, spot);
	return { x: spot.u, y: spot.v, k: spot.k };
};
