import { scaleLinear } from 'd3';
import { project, type Camera } from '../../camera/camera';
import { atFoot, cameraOf } from '../../figure/poses';
import type { View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import { AID_PER_CAMERA, COSTS } from './data';

/** The ribbon's yellow as dark as a thin line needs it; the lightest of the sky, behind letters a line may cross. */
export const UMBER = '#8a6518';
export const SKY = '#DDE7E5';
/** Wooden posts, steel blades. */
export const WOOD = '#C9A46A';
export const STEEL = '#DDE3E4';
/** Numbers on dark pixels: paper would pass for one of the greys. */
export const WHITE = '#FFFFFF';

/** Metres from the eye to those who ask, and to the ribbon before them; from the ground to the ribbon. */
export const NEAR = 4;
export const RIBBON = NEAR - 0.35;
export const WAIST = 0.98;

/** Pixels a metre at a distance from the eye at the foot of the mast. */
export const metre = (view: View, away: number): number => cameraOf(view, atFoot(view)).f / away;

/** Where `camera` sees the ground that lies at `x` of the stage and `away` metres for the eye at the foot of the mast. */
export function groundAt(view: View, camera: Camera, x: number, away: number): { u: number; v: number; k: number } {
	const own = atFoot(view);
	const level = cameraOf(view, own);
	return project(camera, own.x + ((x - level.u0) * away) / level.f, own.y + away, 0, { u: 0, v: 0, k: 0 });
}

/** Pixels from one of those who ask to the next. */
export const apart = (view: View): number => Math.min(view.free.w / 5.2, 1.35 * metre(view, NEAR));

/** The axis that the ribbon and the chart share, euros to pixels. */
export function axis({ free: f, phone }: View) {
	return scaleLinear([0, 36_000], [f.x + (phone ? 6 : 10), f.x + f.w - (phone ? 24 : 44)]);
}

/** Where the ribbon is cut: the State pays what lies left of it. */
export const cutAt = (view: View): number => axis(view)(AID_PER_CAMERA);

/** The ribbon as it is stretched. */
export function ribbonAt(view: View): { x0: number; x1: number; y: number; sag: number; ground: number; k: number } {
	const k = metre(view, RIBBON);
	const [x0, x1] = axis(view).range();
	const ground = cameraOf(view, atFoot(view)).v0 + 1.6 * k;
	return { x0, x1, y: ground - WAIST * k, sag: 0.12 * k, ground, k };
}

/** Rows of the chart: the ribbon's own, then one for each price; `end` is where the axis is. */
export function rowsOf(view: View) {
	const { free: f, phone, shape } = view;
	const low = isLow(view);
	const bottom = f.y + f.h - { phone: 20, tall: 0.24 * f.h, wide: low ? 108 : 120 }[shape];
	const head = f.y + (phone || low ? 20 : 40);
	const first = head + (shape === 'wide' && !low ? 74 : 46);
	const step = Math.min(phone ? 70 : 108, (bottom - first - (phone ? 4 : 16)) / COSTS.length);
	return { head, first, step, bottom, end: first + step * COSTS.length + (phone ? 16 : 26) };
}
