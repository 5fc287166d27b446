import { fit, MAST, project } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { CARD, OCHRE } from '../../figure/colours';
import { drawn, painted, slab } from '../../figure/inks';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter, measure } from '../../figure/text';
import { box, overlap } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { WHITE } from '../../figure/night';
import { framedPicture, nourAt, standing } from '../../figure/nour';
import { frameSquare, viewBox } from '../../figure/square';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { BASE, SIGN, signAt, SPANS, TOTAL } from '../../street/acts';
import type { Layer } from '../layers';
import { boxAt } from './counter';
import { lastTrial, WOOD } from './timeline';

/** Seconds after BASE: she waits, makes her gestures, leaves; each 0 to 1. */
export function secondsAt(waiting: number, gestures: number, leaving: number): number {
	const first = SPANS.sign.from - 0.6;
	const last = SPANS.leave.from - 0.02;
	return mix(mix(mix(0, first, waiting), last, gestures), TOTAL - 0.02, leaving);
}

/** The last trial's band as it grows to the whole stage. */
export const openingAt = (view: View, through: number): Rect =>
	mixRects(lastTrial(view), { x: 0, y: 0, w: view.width, h: view.height }, through);

/** The camera goes through the band to Nour, then its picture shrinks to a frame; each 0 to 1. */
export function shotAt(
	c: SceneContext,
	seconds: number,
	{ through, near, framed }: Record<'through' | 'near' | 'framed', number>
) {
	const { view, recording } = c;
	const { width, height, free, portrait, phone } = view;
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
		/** Frame of the recording. */
		at: (BASE + seconds) * recording.fps,
		camera,
		clip: mixRects(opening, target, framed),
		person,
		/** Her feet, pixels a metre, and the whole of her. */
		feet,
		figure: { x: u - 0.35 * k, y: v - person.height * k, w: 0.7 * k, h: person.height * k }
	};
}
type Shot = ReturnType<typeof shotAt>;

/** The square without her, drawn up and away in the end (`alone`), and the line round its picture. */
export function square(
	{ recording }: SceneContext,
	{ at, camera, clip }: Shot,
	m: Record<'ochre' | 'ochreLine' | 'framed' | 'alone', number>
): Layer {
	const { ochre, ochreLine, framed, alone } = m;
	const lift = alone * (clip.y + clip.h + 12);
	const lifted = { ...clip, y: clip.y - lift };
	const hung = { ...camera, v0: camera.v0 - lift, height: camera.height - lift };
	const others = recording.street.people.filter((p) => p.key !== 'nour').map((p) => p.id);
	const d = slab(lifted.x, lifted.y, lifted.w, lifted.h);
	const only = others.length ? others : undefined;
	const ink: Ink[] = [{ type: 'street', camera: hung, at, drained: 0.7, clip: lifted, only }];
	const band = { fill: OCHRE, fillOpacity: ochre, stroke: OCHRE, width: 5 * ochreLine, opacity: 1 };
	const frame = { fill: 'none', fillOpacity: 0, stroke: 'ink', width: 1.8, opacity: framed };
	if (ochreLine > 0 || framed > 0) ink.push(painted(d, ochreLine > 0 ? band : frame));
	return { ink };
}

/** Nour, with the sign she holds up. While the picture fills the stage she is cut off with it. */
export function nour(c: SceneContext, { person, feet, clip }: Shot, seconds: number, cut: boolean): Layer {
	const held = sign(c, feet, signAt(seconds));
	return {
		ink: [...standing(person, feet.u, feet.v, feet.k, 1, cut ? clip : undefined), ...(held.ink ?? [])],
		marks: held.marks
	};
}

/** The sign she holds up, its word big enough to read. */
function sign(c: SceneContext, { u, v, k }: { u: number; v: number; k: number }, up: number): Layer {
	if (up <= 0) return {};
	const x = u + SIGN.aside * k;
	const lift = (1 - up) * 0.9 * k;
	const top = v - SIGN.top * k + lift;
	const neck = v - SIGN.neck * k + lift;
	const half = SIGN.half * k;
	const size = Math.max(12, (neck - top) * 0.78);
	const pole = slab(x - 0.028 * k, neck, 0.056 * k, (SIGN.neck - SIGN.low) * k);
	const board = slab(x - half, top, 2 * half, neck - top);
	return {
		ink: [drawn(pole, WOOD, 1.3, { opacity: up }), drawn(board, CARD, 1.8, { opacity: up })],
		marks: [
			letter('no', 'grot', x, (top + neck) / 2 + size * 0.35, size, c.say('no'), { anchor: 'middle', opacity: up })
		]
	};
}

const within = (a: Rect, b: Rect): boolean =>
	a.x >= b.x && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h && a.y >= b.y;

/** The program's boxes: everybody else's in the picture, and hers. */
export function boxes(c: SceneContext, shot: Shot, seconds: number, shown: number): Layer {
	const { at, camera, clip, person, figure } = shot;
	const boxed = boxAt(seconds);
	const hers = boxed && viewBox(boxed, camera);
	const own = new Set(c.recording.tracks.filter((t) => t.person === person.id).map((t) => t.id));
	const others = boxMarks(c.recording, at, camera, {
		opacity: 0.7 * shown,
		only: (b) => {
			const r = viewBox(b, camera);
			return !own.has(b.id) && !(hers && overlap(r, hers)) && !overlap(r, figure) && within(r, clip);
		}
	});
	return { marks: hers && shown > 0 ? [...others, ...herBox(c, hers, boxed.id, shown)] : others };
}

function herBox(c: SceneContext, r: Rect, id: number, opacity: number): Mark[] {
	const size = c.view.phone ? 12 : 14;
	const text = c.say('tag', { id: String(id) });
	const tag = { x: r.x - 1.3, y: r.y + r.h, w: measure(text, size, 'mono') + 10, h: size + 8 };
	return [
		box('hers', r, { fill: 'signal', fillOpacity: 0.1, stroke: 'signal', width: 2.6, opacity }),
		box('hers.tag', tag, { fill: 'signal-text', opacity }),
		letter('hers.id', 'mono', r.x + 3.7, r.y + r.h + size + 2, size, text, { fill: WHITE, opacity })
	];
}
