import { fit, MAST, project, type Camera } from '../../camera/camera';
import { painted } from '../../figure/inks';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { mix } from '../../figure/motion';
import { framedPicture, nourAt, standing } from '../../figure/nour';
import { OCHRE } from '../../figure/colours';
import { slab } from '../../figure/place';
import { frameSquare } from '../../figure/square';
import type { Rect, SceneContext, View } from '../../picture/frame';
import { BASE, signAt, SPANS, TOTAL } from '../../street/acts';
import type { Person } from '../../street/types';
import type { Layer } from '../layers';
import { lastTrial } from './layout';
import { sign } from './sign';

/** Seconds after BASE: she waits, makes her gestures, leaves; each 0 to 1. */
export function secondsAt(waiting: number, gestures: number, leaving: number): number {
	const first = SPANS.sign.from - 0.6;
	const last = SPANS.leave.from - 0.02;
	return mix(mix(mix(0, first, waiting), last, gestures), TOTAL - 0.02, leaving);
}

/** Where the square is seen, and where Nour is in it. */
export interface Shot {
	/** Frame of the recording. */
	at: number;
	camera: Camera;
	clip: Rect;
	person: Person;
	/** Her feet, pixels a metre, and the whole of her. */
	feet: { u: number; v: number; k: number };
	figure: Rect;
}

/** The last trial's band as it grows to the whole stage. */
export const openingAt = (view: View, through: number): Rect =>
	mixRects(lastTrial(view), { x: 0, y: 0, w: view.width, h: view.height }, through);

/** The camera goes through the band to Nour, then its picture shrinks to a frame; each 0 to 1. */
export function shotAt(
	{ view, recording }: SceneContext,
	seconds: number,
	{ through, near, framed }: { through: number; near: number; framed: number }
): Shot {
	const { width, height, free, portrait } = view;
	const phone = view.shape === 'phone';
	const close = fit(MAST, width, height, {
		zoom: portrait ? 2.7 : phone ? 2.2 : 3.1,
		focus: [0.449, 0.7],
		at: [phone ? 0.4 : (free.x + free.w * 0.3) / width, portrait ? 0.42 : phone ? 0.34 : 0.58]
	});
	const opening = openingAt(view, through);
	const target = framedPicture(view);
	const inside = cameraIn(opening, MAST, { focus: [0.449, 0.62] });
	const square = mixCameras(inside, frameSquare(view), through);
	const camera = mixCameras(mixCameras(square, close, near), cameraIn(target), framed);
	const person = nourAt(recording, seconds);
	const feet = { u: 0, v: 0, k: 0 };
	project(camera, person.x, person.y, 0, feet);
	const { u, v, k } = feet;
	return {
		at: (BASE + seconds) * recording.fps,
		camera,
		clip: mixRects(opening, target, framed),
		person,
		feet,
		figure: { x: u - 0.35 * k, y: v - person.height * k, w: 0.7 * k, h: person.height * k }
	};
}

/** The square without her, drawn up and away in the end (`alone`), and the line round its picture. */
export function square(
	{ recording }: SceneContext,
	{ at, camera, clip }: Shot,
	{ ochre, ochreLine, framed, alone }: { ochre: number; ochreLine: number; framed: number; alone: number }
): Layer {
	const lift = alone * (clip.y + clip.h + 12);
	const lifted = { ...clip, y: clip.y - lift };
	const hung = { ...camera, v0: camera.v0 - lift, height: camera.height - lift };
	const others = recording.street.people.filter((p) => p.key !== 'nour').map((p) => p.id);
	const d = slab(lifted.x, lifted.y, lifted.w, lifted.h);
	return {
		ink: [
			{ type: 'street', camera: hung, at, drained: 0.7, clip: lifted, only: others.length ? others : undefined },
			...(ochreLine > 0
				? ([painted(d, { fill: OCHRE, fillOpacity: ochre, stroke: OCHRE, width: 5 * ochreLine, opacity: 1 })] as const)
				: framed > 0
					? ([{ type: 'shape', d, fill: 'none', fillOpacity: 0, stroke: 'ink', width: 1.8, opacity: framed }] as const)
					: [])
		]
	};
}

/** Nour, with the sign she holds up. While the picture fills the stage she is cut off with it. */
export function nour(c: SceneContext, { person, feet, clip }: Shot, seconds: number, cut: boolean): Layer {
	const held = sign(c, feet, signAt(seconds));
	return {
		ink: [...standing(person, feet.u, feet.v, feet.k, 1, cut ? clip : undefined), ...(held.ink ?? [])],
		marks: held.marks
	};
}
