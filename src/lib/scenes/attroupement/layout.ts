import { MAST, PLAN, project, type Camera, type Pose } from '../../camera/camera';
import { SOLVED } from '../../drawing/palette';
import { frameFreely } from '../../figure/inset';
import { WHITE } from '../../figure/night';
import { YELLOW } from '../../figure/colours';
import { groundPoint } from '../../figure/trails';
import type { Rect, SceneContext, View } from '../../picture/frame';
import type { Recording } from '../../recording/types';
import { ZONE } from '../../centre/stop';

/** Coats and hair of people who are not of the story, in the street's own flat colours: seen from above they are all there is. */
export const COATS = ['#B4523C', '#44587A', '#C99A3F', '#3F6B63', '#7A4A5E', '#8E9AA3', '#E3CBB7', '#384a63'];
export const HAIR = ['#2E2B2A', '#6b4a2b', '#8a5a2b', '#3b2f2a', '#b9b2a6'];
/** Cloths, boards and flags of the march: white, yellow, green and blue, since red is the machine's. */
export const CLOTHS = {
	front: WHITE,
	second: YELLOW,
	boards: [WHITE, '#DCE6E2', '#F3DFA0'],
	flags: [SOLVED, '#5E7FA3']
};

export type Point = [number, number];
export type Spot = { x: number; y: number };

/** Corners of the zone the rule counts in, metres; none in a recording without it. */
export const polygonOf = (recording: Recording): Point[] => recording.zones.find((z) => z.id === ZONE)?.polygon ?? [];

/** Middle of the zone, metres. */
export function middleOf(recording: Recording): Point {
	const p = polygonOf(recording);
	return p.length
		? [p.reduce((s, q) => s + q[0], 0) / p.length, p.reduce((s, q) => s + q[1], 0) / p.length]
		: [-10, 13.4];
}

/** The whole view of a pose, before anything is brought anywhere. */
export const whole = (view: View, pose: Pose, zoom = 1): Camera =>
	frameFreely(view, pose, zoom, [0.5, 0.5], { x: 0, y: 0 });

/** A camera of a pose, `zoom` times the whole view, with a ground point brought to a pixel. */
export function lookAt(view: View, pose: Pose, zoom: number, [x, y]: Point, at: Spot): Camera {
	const camera = whole(view, pose, zoom);
	const p = project(camera, x, y, 0, { u: 0, v: 0, k: 0 });
	return { ...camera, u0: camera.u0 + at.x - p.u, v0: camera.v0 + at.y - p.v };
}

/** The zoom at which the plan has `k` pixels to a metre. */
export const planZoom = (view: View, k: number): number => (k * PLAN.z) / whole(view, PLAN).f;

/** Straight down, `k` pixels to a metre, a ground point at a pixel. */
export const above = (view: View, k: number, point: Point, at: Spot): Camera =>
	lookAt(view, PLAN, planZoom(view, k), point, at);

/** Where the counted place stands on the stage, and the scales the chapter looks at it with. */
export function staging(view: View): { near: Spot; down: Spot; zoom: number; k: number } {
	const { free, width, height, phone } = view;
	const near: Spot = phone ? { x: width / 2, y: height * 0.5 } : { x: free.x + free.w / 2, y: free.y + free.h * 0.56 };
	const down: Spot = phone ? { x: width / 2, y: height * 0.4 } : { x: free.x + free.w / 2, y: free.y + free.h * 0.42 };
	// The near edge of the outline, thirteen metres or so, has to fit beside the text.
	const edge = (13.5 * whole(view, MAST).f) / 24;
	return { near, down, zoom: Math.min(1.55, free.w / edge), k: Math.min(50, (free.w - (phone ? 16 : 90)) / 14) };
}

/** Where the square of three metres stands, and how large. */
export function squareOf({ free: f, phone }: View): Rect {
	const side = phone ? Math.min(f.w * 0.66, f.h - 92) : Math.min(f.h - 70, f.w * 0.62, 600);
	return { x: f.x + (phone ? 0 : 4), y: f.y + (phone ? 4 : (f.h - side) / 2 - 14), w: side, h: side };
}

/** Somebody's place on the ground, as the stage has it. */
export function onStage(x: number, y: number, camera: Camera): Point {
	const p = groundPoint(x, y, camera);
	return [p.x, p.y];
}

/** Where the outline lies on the stage, carried by (dx, dy) metres. */
export function zoneRect({ recording, view }: SceneContext, camera: Camera, [dx, dy]: Point = [0, 0]): Rect {
	const points = polygonOf(recording).map(([x, y]) => groundPoint(x + dx, y + dy, camera));
	if (!points.length) return view.free;
	const x = Math.min(...points.map((p) => p.x));
	const y = Math.min(...points.map((p) => p.y));
	return { x, y, w: Math.max(...points.map((p) => p.x)) - x, h: Math.max(...points.map((p) => p.y)) - y };
}
