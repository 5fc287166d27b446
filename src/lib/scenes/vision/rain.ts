import film from '../../../generated/shower.json';
import { MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { box, down } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople, sensorRect } from '../../figure/square';
import type { Frame, Mark, Rect, SceneContext } from '../../picture/frame';
import { createReader } from '../../recording/bits';
import { stack, type Layer } from '../layers';
import type { Read } from './cues';
import { black, focusOf, nearer, WHITE } from './layout';
import { codeMasks, MODELS } from './masks';
import { centreOf, mistakesOf, nearness, type Mistake } from './mistakes';
import type { Shower } from './shower';
import { saying } from './words';

/** A shower: the drawing on the left, on the right the mask that the program made of the very same rain. */
export function raining(c: SceneContext, at: Read): Frame {
	const { recording } = c;
	const previous = mistakesOf(recording).at(-1);
	const wide = previous ? at('wide') : 1;
	const camera = cameraFrom(c, previous, wide);
	const index = Math.round(at('raining') * (FILM.frames.length - 1));
	const split = at('split');
	// The drawing runs up to the frames the mask was kept of, then keeps to them.
	const now = wide < 1 ? mix(previous?.moment.frame ?? FILM.frames[0], FILM.frames[0], wide) : FILM.frames[index];
	const nour = placePeople(recording, now, camera, ['nour']).map(bodyRect);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: now, drained: mix(0.5, 0.17, wide), rain: at('rain') }] },
			maskHalf(c, camera, index, split)
		),
		subject: nour.length ? nour : undefined
	};
}

/** From the last failure back to the square. */
function cameraFrom({ recording, view }: SceneContext, previous: Mistake | undefined, wide: number): Camera {
	const focus = focusOf(view);
	if (!previous) return frameSquare(view, MAST, { zoom: 1, focus });
	const [x, y] = centreOf(previous);
	return frameSquare(view, MAST, {
		zoom: mix(nearness(recording, view, previous), nearer(view), wide),
		focus: [mix(x, focus[0], wide), mix(y, focus[1], wide)]
	});
}

/** The mask with the program's boxes, come in from the right. */
function maskHalf(c: SceneContext, camera: Camera, index: number, split: number): Layer {
	const { width, height, free, shape } = c.view;
	const half = free.x + free.w * { phone: 0.34, tall: 0.35, wide: 0.28 }[shape];
	const edge = Math.round(mix(width, half, split));
	if (edge >= width) return {};
	const r = sensorRect(camera);
	const marks = [
		...boxes(FILM.boxes[index], r, split),
		down('rain-edge', edge, 0, height, { stroke: 'ink', width: 2.5 })
	];
	if (split > 0.95) {
		const said = c.say('rain.said', { count: FILM.boxes[index].length / 4, people: FILM.people[index] });
		marks.push(
			...saying(c.view, 'rain-true', c.say('rain.true'), (free.x + half) / 2),
			...saying(c.view, 'rain-said', said, half + (width - half) * 0.5, 'signal-text')
		);
	}
	return {
		ink: [
			black(c.view, edge),
			{ type: 'shape', d: maskPath(index, r), fill: WHITE, clip: { x: edge, y: 0, w: width - edge, h: height } }
		],
		marks
	};
}

/** Boxes as kept with the film: x, y, w and h of each, half pixels of the sensor, whose picture lies at `r`. */
function boxes(list: number[], r: Rect, opacity: number): Mark[] {
	const s = r.w / SENSOR_WIDTH;
	const out: Mark[] = [];
	for (let i = 0; i < list.length; i += 4) {
		const [x, y, w, h] = list.slice(i, i + 4).map((v) => (v / 2) * s);
		const place = { x: r.x + x, y: r.y + y, w, h };
		out.push(box(`rain-box-${i}`, place, { stroke: 'signal', width: 2, opacity }));
	}
	return out;
}

/** What the program saw of the shower. */
export const FILM: Shower = film;

let masks: Uint8Array[] | null = null;

/** The kept masks, unpacked when the first is asked for. */
function opened(): Uint8Array[] {
	if (masks) return masks;
	const bytes = Uint8Array.from(atob(FILM.masks), (c) => c.charCodeAt(0));
	masks = FILM.frames.map(() => new Uint8Array(SENSOR_WIDTH * SENSOR_HEIGHT));
	codeMasks(createReader(MODELS, bytes, 0), masks);
	return masks;
}

const n = (v: number) => Math.round(10 * v) / 10;

/** The white of a kept mask as a path in the view; the last one is kept, for it is asked again and again. */
let kept: { key: string; d: string } = { key: '', d: '' };
export function maskPath(index: number, r: Rect): string {
	const key = [index, r.x, r.y, r.w].join();
	if (kept.key === key) return kept.d;
	const s = r.w / SENSOR_WIDTH;
	let d = '';
	const mask = opened()[index];
	for (let at = 0; at < mask.length; at++) {
		if (!mask[at]) continue;
		const x = at % SENSOR_WIDTH;
		let w = 1;
		while (x + w < SENSOR_WIDTH && mask[at + w]) w++;
		d += `M${n(r.x + x * s)} ${n(r.y + Math.floor(at / SENSOR_WIDTH) * s)}h${n(w * s)}v${n(s)}h${n(-w * s)}Z`;
		at += w - 1;
	}
	kept = { key, d };
	return d;
}
