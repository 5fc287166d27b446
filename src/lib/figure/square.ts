import {
	fit,
	MAST,
	project,
	SENSOR_HEIGHT,
	SENSOR_WIDTH,
	sensorToView,
	type Camera,
	type Fit,
	type Pose
} from '../camera/camera';
import { clockOf } from '../centre/queue';
import type { Box, Recording } from '../recording/types';
import type { Mark, Rect, SceneContext, View } from '../picture/frame';
import type { Person, Pose as BodyPose } from '../street/types';
import { regular } from './text';
import { path } from './marks';

/** How the square is framed on each kind of stage: the same pose, nearer and centred on its subject on a phone. */
export function frameSquare(view: View, pose: Pose = MAST, { zoom = 1, focus = [0.449, 0.62] }: Fit = {}): Camera {
	if (view.portrait) return fit(pose, view.width, view.height, { zoom: zoom * 1.3, focus, at: [0.5, 0.56] });
	const narrow = view.width < 700;
	const centre = (view.free.x + view.free.w / 2) / view.width;
	return fit(pose, view.width, view.height, {
		zoom: narrow ? zoom * 1.15 : zoom,
		focus,
		at: [narrow ? 0.5 : centre, 0.6]
	});
}

/** World frame of a step: scroll moves it by `span` over the step, life lets it run while the reader reads. */
export function worldFrame(c: SceneContext, start: number, span: number, last = 2990): number {
	const at = start + c.progress * span + c.life * c.recording.fps;
	const loop = last - start;
	return loop > 0 && at > last ? start + ((at - start) % loop) : at;
}

/** Where a person of the story stands in the picture; null when not in the street or out of the picture. */
export interface Placed {
	person: Person;
	/** Feet. */
	x: number;
	y: number;
	/** Pixels per metre. */
	k: number;
	/** Height of the top of the head. */
	top: number;
}

const spot = { u: 0, v: 0, k: 0 };

/** Places people by key (or all of the cast) in a camera's picture at a world frame. */
export const placePeople = (recording: Recording, at: number, camera: Camera, keys?: string[]): Placed[] =>
	place(recording, at, camera, (p) => (keys ? keys.includes(p.key) : p.key !== ''));

/** Places people by their ids in the street. */
export const placed = (recording: Recording, at: number, camera: Camera, ids: number[]): Placed[] =>
	place(recording, at, camera, (p) => ids.includes(p.id));

/** How high a head is in a pose, as a share of how tall somebody is. */
const STATURE: Partial<Record<BodyPose, number>> = { sit: 0.62, bench: 0.75, crouch: 0.75 };

function place(recording: Recording, at: number, camera: Camera, chosen: (p: Person) => boolean): Placed[] {
	const out: Placed[] = [];
	for (const person of recording.street.at(at).people) {
		if (!person.present || !chosen(person)) continue;
		project(camera, person.x, person.y, 0, spot);
		const { u, v, k } = spot;
		const top = v - k * person.height * (STATURE[person.pose] ?? 1) * camera.cos;
		if (u < 0 || u > camera.width || v < 8 || top > camera.height) continue;
		out.push({ person, x: u, y: v, k, top });
	}
	return out;
}

export const bodyRect = (p: Placed): Rect => ({ x: p.x - 0.3 * p.k, y: p.top, w: 0.6 * p.k, h: p.y - p.top });

/** A sensor box in a view fitted from the same pose. */
export function viewBox(box: Box, camera: Camera): Rect {
	const { s, dx, dy } = sensorToView(camera);
	return { x: box.x * s + dx, y: box.y * s + dy, w: box.w * s, h: box.h * s };
}

/** Where the whole sensor image lies in the view. */
export function sensorRect(camera: Camera): Rect {
	const { s, dx, dy } = sensorToView(camera);
	return { x: dx, y: dy, w: SENSOR_WIDTH * s, h: SENSOR_HEIGHT * s };
}

/** The thin corners and the clock that say: this is the camera's picture. `t` 0 to 1 brings them in. */
export function viewfinder(c: SceneContext, at: number, t: number, night = false): Mark[] {
	if (t <= 0) return [];
	const { width: w, height: h } = c.view;
	const m = c.view.portrait || w < 700 ? 10 : 22;
	const l = 26 * t;
	const bottom = c.view.portrait || c.view.shape === 'tall' ? h - m : h - m - 52;
	const ink = night ? 'paper' : 'ink';
	const corner = (x: number, y: number, sx: number, sy: number) => `M${x} ${y + sy * l}V${y}H${x + sx * l}`;
	const top = corner(m, m, 1, 1) + corner(w - m, m, -1, 1);
	const foot = corner(m, bottom, 1, -1) + corner(w - m, bottom, -1, -1);
	const time = c.say('camera.clock', { clock: clockOf(c.recording, at) });
	const look = { anchor: 'end', halo: night ? 'night' : 'paper', fill: ink, opacity: t } as const;
	return [
		path('finder', top + foot, { stroke: ink, width: 2, opacity: t }),
		regular('finder-clock', 'mono', w - m - 12, m + 24, c.view.portrait ? 12 : 14, time, look)
	];
}
