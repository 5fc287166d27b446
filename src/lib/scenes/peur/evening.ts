import { between, EYE, fit, MAST, project, type Camera, type Fit } from '../../camera/camera';
import { AT_DUSK, bulletInk } from '../../figure/bullet';
import { drawn, slab } from '../../figure/inks';
import { cameraIn, mixCameras } from '../../figure/inset';
import { POLE } from '../../figure/colours';
import { ease, mix } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople } from '../../figure/square';
import type { Rect, SceneContext, Shape, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { DUSK } from './layout';

/** Seconds of the street at the end of the chapter: the next one begins there. */
const LAST = 196;
const SPAN = 30;

/** How much of the evening has passed, day has come back, and the eye has gone up to the mast; the rest as named. */
type Evening = Record<'square' | 'passing' | 'dawn' | 'up' | 'still', number> & { glass: Rect };

const frameAt = ({ recording }: SceneContext, passing: number): number => (LAST - SPAN * (1 - passing)) * recording.fps;

/** The square at evening, from the height of an eye; nobody looks up at the mast. Then the view goes up to it. */
export function evening(c: SceneContext, { square, passing, dawn, up, still, glass }: Evening): Layer {
	if (square <= 0) return {};
	const camera = eye(c.view, up);

	const at = frameAt(c, passing) + c.life * c.recording.fps * (1 - still);
	const night = 0.72 * (1 - dawn);
	if (square >= 1) return { ink: [{ type: 'street', camera, at, night }] };
	const within = mixCameras(cameraIn(glass, EYE), camera, ease(square, 0.2, 1));
	return { ink: [{ type: 'street', camera: within, at, night, clip: glass }] };
}

/** How near the square is at the height of an eye; a tablet's stage ends where the paving would only be empty. */
const LOW: Record<Shape, Fit> = {
	phone: { zoom: 1.1, focus: [0.5, 0.6] },
	tall: { zoom: 1.25, focus: [0.53, 0.52] },
	wide: { zoom: 1, focus: [0.5, 0.6] }
};

/** An eye on the square, then up to the mast. */
function eye(view: View, up: number): Camera {
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
function mastAt(view: View, camera: Camera): { u: number; v: number; k: number; top: number } {
	const { free } = view;
	const { v, k } = project(camera, 0, 0.6, 0, spot);
	const u = free.x + free.w * (view.phone ? 0.8 : 0.84);
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

/** A mast with its camera, standing near us on the square until the eye goes up. */
export function mast(view: View, shown: number, up: number): Layer {
	const opacity = shown * (1 - ease(up, 0, 0.4));
	if (opacity <= 0) return {};
	const { u, v, k, top } = mastAt(view, eye(view, up));
	const line = { stroke: AT_DUSK.line, opacity };
	const shade = `M${u - 0.7 * k} ${v}q${0.7 * k} ${-0.1 * k} ${1.4 * k} 0q${-0.7 * k} ${0.12 * k} ${-1.4 * k} 0Z`;
	return {
		ink: [
			{ type: 'shape', d: shade, fill: DUSK.shade, opacity: 0.25 * opacity },
			drawn(slab(u - 0.06 * k, top, 0.12 * k, v - top), POLE, 1.8, line),
			drawn(slab(u - 0.15 * k, v - 0.46 * k, 0.3 * k, 0.46 * k, 3), DUSK.box, 1.8, line),
			// 0.9 m long so that it reads.
			...bulletInk(u, top, 0.9 * k, AT_DUSK, 1.8, { opacity })
		]
	};
}
