import { MAST, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { heldFrame, over, type Boxed } from '../../centre/held';
import { cameraIn, frameBeside, mixCameras } from '../../figure/inset';
import { ease, mix } from '../../figure/motion';
import { frameSquare, placePeople, viewBox } from '../../figure/square';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { Recording } from '../../recording/types';
import { thresholdOf } from './data';
import { MAKERS, trialOf } from './trial';

/** Upright tablets have the square a little higher: the scale lies on the paving below it. */
const besideText = (view: View): Camera =>
	view.phone
		? frameBeside(view, 1.05, [0.44, 0.62], 0.62)
		: frameBeside(view, 0.88, [0.485, 0.62], view.shape === 'tall' ? 0.53 : 0.6);

/** From the framing of the chapter before to the square beside the text. */
export const approach = (view: View, t: number): Camera =>
	mixCameras(frameSquare(view, MAST, { focus: view.phone ? [0.47, 0.62] : [0.5, 0.6] }), besideText(view), t);

const middle = (r: { x: number; w: number }): number => r.x + r.w / 2;

/** Those who turn round, in the order they speak: across the square from left to right, Nour last. */
export const speakers = ({ recording, params }: SceneContext): Boxed[] =>
	over(recording, heldFrame(recording), thresholdOf(params)).sort(
		(a, b) => Number(a.key === 'nour') - Number(b.key === 'nour') || middle(a.box) - middle(b.box)
	);

/** Whose turn it is among `n`, and how far into it; the last does not end theirs. */
export function turnOf(n: number, turns: number): { index: number; local: number } {
	const place = turns * n;
	const index = Math.min(n - 1, Math.floor(place));
	return { index, local: index === n - 1 ? Math.min(0.5, place - index) : place - index };
}

/**
 * The camera that comes near those who speak, and moves on only as far as it must to have who does beside the text; on
 * a phone, in the middle.
 */
export function speakersCamera(c: SceneContext, near: number, turns: number): Camera {
	const { view } = c;
	const { width, free } = view;
	const base = besideText(view);
	const all = speakers(c);
	if (all.length === 0) return base;
	const { phone } = view;
	const close = phone ? frameBeside(view, 1.5, [0.44, 0.62], 0.74) : frameBeside(view, 1.24, [0.5, 0.62], 0.66);
	/** How far the picture is moved for a speaker, pixels. */
	const shift = (i: number) => {
		const x = middle(viewBox(all[i].box, close));
		if (phone) return width / 2 - x;
		return Math.max(0, free.x + 130 - x) + Math.min(0, free.x + free.w - 130 - x);
	};
	const { index, local } = turnOf(all.length, turns);
	const settled = mix(shift(Math.max(0, index - 1)), shift(index), index === 0 ? 1 : ease(local, 0, 0.2));
	return mixCameras(base, { ...close, u0: close.u0 + settled }, near);
}

/** Marcel's picture: as much of the free part of the stage as words under it leave. */
export function marcelRect({ free: f, phone }: View): Rect {
	const foot = phone ? 40 : 76;
	const w = Math.min(f.w, (f.h - foot) * 1.5);
	return { x: f.x + (f.w - w) / 2, y: f.y, w, h: f.h - foot };
}

/** The makers' windows, two by two, as large as the free part of the stage lets them be, with room for words under each. */
export function panels({ free: f, phone }: View): Rect[] {
	const gap = phone ? 10 : 20;
	const words = phone ? 40 : 58;
	const between = phone ? 4 : gap;
	const w = (f.w - gap) / 2;
	const h = (f.h - 2 * words - between) / 2;
	return MAKERS.map((_, i) => ({
		x: f.x + (i % 2) * (w + gap),
		y: f.y + Math.floor(i / 2) * (h + words + between),
		w,
		h
	}));
}

/** Where somebody is at a frame, in fractions of the sensor's picture. */
export function spotOf(recording: Recording, key: string, at: number, absent: [number, number]): [number, number] {
	const p = placePeople(recording, at, recording.camera, [key])[0];
	return p ? [p.x / SENSOR_WIDTH, p.y / SENSOR_HEIGHT] : absent;
}

/** The picture in a maker's window: Marcel at his column, as he sits at the end of the trial, his feet at `foot` of it. */
export const panelCamera = (recording: Recording, rect: Rect, zoom = 5.2, foot = 0.78): Camera =>
	cameraIn(rect, MAST, {
		zoom,
		focus: spotOf(recording, 'marcel', trialOf(recording)?.to ?? 0, [0.6, 0.62]),
		at: [0.5, foot]
	});

/** Nine places, three by three. */
export function nine({ free: f, phone }: View): Rect[] {
	const gap = phone ? 7 : 14;
	const w = (f.w - 2 * gap) / 3;
	const h = (f.h - 2 * gap) / 3;
	return Array.from({ length: 9 }, (_, i) => ({
		x: f.x + (i % 3) * (w + gap),
		y: f.y + Math.floor(i / 3) * (h + gap),
		w,
		h
	}));
}
