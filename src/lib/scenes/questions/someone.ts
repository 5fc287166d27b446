import { project, type Camera } from '../../camera/camera';
import { mix } from '../../figure/motion';
import { oval } from '../../figure/place';
import type { Ink, Rect } from '../../picture/frame';
import { HOMES } from '../../street/square';
import { LAST } from './layout';

/** Steps a metre. */
const STRIDE = 0.72;

/** The place where Nour stood, with room for somebody. */
export function homeRect(camera: Camera): Rect {
	const { u, v, k } = project(camera, ...HOMES.nour, 0, { u: 0, v: 0, k: 0 });
	return { x: u - 0.4 * k, y: v - 1.75 * k, w: 0.8 * k, h: 1.8 * k };
}

/** Somebody comes to the place where Nour stood, stops, and waits: `life` in seconds. */
export function someone(camera: Camera, come: number, life: number): Ink[] {
	if (come <= 0) return [];
	const [homeX, homeY] = HOMES.nour;
	const [x, y] = [mix(homeX - 15, homeX, come), mix(homeY + 2.2, homeY, come)];
	const { u, v, k } = project(camera, x, y, 0, { u: 0, v: 0, k: 0 });
	const walking = come < 1;
	return [
		{ type: 'shape', d: oval(u + 0.62 * k, v + 0.01 * k, 0.74 * k, 0.07 * k), fill: 'ink', opacity: 0.16 },
		{
			type: 'person',
			look: LAST,
			pose: walking ? 'walk' : 'stand',
			x: u,
			y: v,
			k,
			height: 1.66,
			// Now and then they look along the street.
			facing: walking ? 1 : Math.floor(life / 3) % 3 === 2 ? -1 : 0,
			phase: ((15 * come) / (2 * STRIDE)) % 1
		}
	];
}
