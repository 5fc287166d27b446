import { between, EYE, fit, MAST, project, type Camera, type Fit } from '../../camera/camera';
import { cameraIn, mixCameras } from '../../figure/inset';
import { ease, mix } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople } from '../../figure/square';
import type { Rect, SceneContext, Shape, View } from '../../picture/frame';
import type { Layer } from '../layers';

/** Seconds of the street at the end of the chapter: the next one begins there. */
const LAST = 196;
const SPAN = 30;

/** How much of the evening has passed, day has come back, and the eye has gone up to the mast; the rest as named. */
interface Evening {
	square: number;
	passing: number;
	dawn: number;
	up: number;
	still: number;
	glass: Rect;
}

const frameAt = ({ recording }: SceneContext, passing: number): number => (LAST - SPAN * (1 - passing)) * recording.fps;

/** The square at evening, from the height of an eye; nobody looks up at the mast. Then the view goes up to it. */
export function evening(c: SceneContext, { square, passing, dawn, up, still, glass }: Evening): Layer {
	if (square <= 0) return {};
	const camera = eye(c.view, up);
	const opened = square >= 1;
	return {
		ink: [
			{
				type: 'street',
				camera: opened ? camera : mixCameras(cameraIn(glass, EYE), camera, ease(square, 0.2, 1)),
				at: frameAt(c, passing) + c.life * c.recording.fps * (1 - still),
				night: 0.72 * (1 - dawn),
				clip: opened ? undefined : glass
			}
		]
	};
}

/** How near the square is at the height of an eye; a tablet's stage ends where the paving would only be empty. */
const LOW: Record<Shape, Fit> = {
	phone: { zoom: 1.1, focus: [0.5, 0.6] },
	tall: { zoom: 1.25, focus: [0.53, 0.52] },
	wide: { zoom: 1, focus: [0.5, 0.6] }
};

/** An eye on the square, then up to the mast. */
export function eye(view: View, up: number): Camera {
	const low = frameSquare(view, EYE, LOW[view.shape]);
	const high = frameSquare(view, MAST);
	return {
		...fit(between(EYE, MAST, up), view.width, view.height),
		f: mix(low.f, high.f, up),
		u0: mix(low.u0, high.u0, up),
		v0: mix(low.v0, high.v0, up)
	};
}

const spot = { u: 0, v: 0, k: 0 };

/** Where the near mast stands, how large a metre is there, and where it ends. */
export function mastAt(view: View, camera: Camera): { u: number; v: number; k: number; top: number } {
	const { free } = view;
	const { v, k } = project(camera, 0, 0.6, 0, spot);
	const u = free.x + free.w * (view.shape === 'phone' ? 0.8 : 0.84);
	return { u, v, k, top: Math.max(v - 3.7 * k, free.y + 26) };
}

/** The near mast and Nour, who does not look up at it; the whole square before the mast is there and once the view goes up. */
export function underMast(c: SceneContext, mast: number, passing: number, up: number): Rect[] {
	if (mast <= 0 || up > 0.2) return [c.view.free];
	const camera = eye(c.view, up);
	const { u, v, k, top } = mastAt(c.view, camera);
	const nour = placePeople(c.recording, frameAt(c, passing), camera, ['nour']).map(bodyRect);
	return [{ x: u - 1.2 * k, y: top - 0.2 * k, w: 1.4 * k, h: v - top + 0.2 * k }, ...nour];
}
