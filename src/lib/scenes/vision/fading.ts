import { MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { startFrame } from '../../centre/held';
import { clockMarks } from '../../figure/boxes';
import { letter } from '../../figure/text';
import { down } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { bodyRect, frameSquare, placed, sensorRect } from '../../figure/square';
import type { Frame, Ink, Mark, SceneContext } from '../../picture/frame';
import type { Moments } from '../../recording/types';
import { stack, type Layer } from '../layers';
import type { Read } from './cues';
import { FILM } from './rain';
import { black, BLACK, focusOf, mast, nearer, WHITE } from './layout';
import { saying } from './words';

/** Who fades, where, and the frames of which the mask is kept. */
type Fade = NonNullable<Moments['fade']>;

/**
 * Somebody who keeps still, seen by the plain program: on the left the drawing, on the right the mask of the very same
 * place at the same scale, and the seconds between them.
 */
export function fading(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const { fade, explain } = recording.moments;
	if (!fade) return { night: 0, ink: [{ type: 'street', camera: mast(view), at: explain, drained: 0.5 }], marks: [] };
	const [into, run, away] = [at('toMarcel'), at('seconds'), at('away')];
	const near = into * (1 - away);
	const first = fade.frames[0];
	const last = fade.frames[fade.frames.length - 1];
	// In on the still person from the shower, and out to the whole square at the end, time running along.
	const now =
		away > 0
			? mix(last, startFrame(recording), away)
			: into < 1
				? mix(FILM.frames[FILM.frames.length - 1], first, into)
				: mix(first, last, run);
	const camera = cameraOn(c, fade, near, away > 0 ? 1 : nearer(view));
	const drained = away > 0 ? 0.33 * near : mix(0.17, 0.33, into);
	return {
		night: 0,
		...stack({ ink: [{ type: 'street', camera, at: now, drained }] }, maskHalf(c, camera, fade, run, at('splitAgain'))),
		subject: near > 0.5 ? placed(recording, now, camera, [fade.person]).map(bodyRect) : undefined
	};
}

/** As far as it is `near`, who fades stands in the middle of the left half of the free part. */
function cameraOn({ recording, view }: SceneContext, fade: Fade, near: number, far: number): Camera {
	const { free, height, phone } = view;
	const focus = focusOf(view);
	const x = (fade.x + fade.w / 2) / SENSOR_WIDTH;
	const y = (fade.y + fade.h * 0.55) / SENSOR_HEIGHT;
	const own = frameSquare(view, MAST, {
		zoom: mix(far, phone ? 3.1 : 3.4, near),
		focus: [mix(focus[0], x, near), mix(focus[1], y, near)]
	});
	const { u0, v0, f } = recording.camera;
	const s = own.f / f;
	return {
		...own,
		u0: own.u0 + near * (free.x + free.w / 4 - (own.u0 + (x * SENSOR_WIDTH - u0) * s)),
		v0: own.v0 + near * (height * 0.54 - (own.v0 + (y * SENSOR_HEIGHT - v0) * s))
	};
}

/** The mask of the same place, come in from the right, with its clock. */
function maskHalf(c: SceneContext, camera: Camera, fade: Fade, run: number, split: number): Layer {
	if (split <= 0) return {};
	const { free, width, height } = c.view;
	const half = free.w / 2;
	const clip = { x: free.x + half + half * (1 - split), y: 0, w: width - free.x - half, h: height };
	const r = sensorRect(camera);
	const place = { x: r.x + half, y: r.y, w: r.w, h: r.h };
	// Between two kept masks the later one comes in over the earlier.
	const n = fade.frames.length;
	const i = Math.min(n - 2, Math.floor(run * (n - 1)));
	const later = ease(run * (n - 1) - i, 0.25, 0.75);
	const mask = (k: number, opacity: number): Ink[] =>
		opacity > 0 ? [{ type: 'sensor', at: fade.frames[k], layer: 'fade', ...place, clip, opacity }] : [];
	return {
		ink: [black(c.view, clip.x), ...mask(i, 1), ...mask(i + 1, later)],
		marks: [
			down('fade-edge', clip.x, 0, height, { stroke: 'ink', width: 2.5 }),
			...(split > 0.9 ? told(c, clip.x, fade, run) : [])
		]
	};
}

/** The clock on the edge between the halves, and what either shows. */
function told(c: SceneContext, edge: number, { frames }: Fade, run: number): Mark[] {
	const { free, phone, shape } = c.view;
	const radius = phone ? 17 : 30;
	const top = { phone: 26, tall: 58, wide: 104 }[shape];
	const seconds = (run * (frames[frames.length - 1] - frames[0])) / c.recording.fps;
	const text = c.say('fade.seconds', { s: Math.round(seconds) });
	const quarter = free.w / 4;
	const look = { fill: WHITE, halo: BLACK };
	return [
		...clockMarks('fade-clock', edge, top, radius, seconds / 60),
		letter('fade-seconds', 'mono', edge + radius + 10, top + (phone ? 7 : 12), phone ? 20 : 34, text, look),
		...saying(c.view, 'fade-true', c.say('fade.true'), free.x + quarter - (phone ? 0 : 10)),
		...saying(c.view, 'fade-said', c.say(run < 0.5 ? 'fade.said' : 'fade.gone'), edge + quarter, 'signal-text')
	];
}
