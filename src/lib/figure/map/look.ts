import type { Rect, View } from '../../picture/frame';
import { ease, mix } from '../motion';
import type { Point, Town } from '../town/plan';
import { town } from '../town/town';

/** A look at the town: pixels of a town point at height z, or null behind the eye. */
export type Look = (x: number, y: number, z: number) => Point | null;

/** Where the house stands on the stage, and pixels per unit, seen from straight above. */
export function anchor(view: View): { x: number; y: number; scale: number } {
	const { free } = view;
	const scale = view.portrait ? 0.62 : Math.max(view.width / 1600, view.height / 1000, 0.52);
	return {
		x: free.x + free.w * (view.portrait ? 0.68 : 0.54),
		y: free.y + free.h * (view.portrait ? 0.4 : 0.56),
		scale
	};
}

/** The lit windows of the house's upper floors, as many as the wall inside has screens: units of its front. */
export const WINDOWS = { columns: 9, rows: 5, dx: 6.2, dz: 4.6, w: 4.8, h: 2.7, top: 47.4 };
const MIDDLE = WINDOWS.top - ((WINDOWS.rows - 1) * WINDOWS.dz + WINDOWS.h) / 2;

/** The eye at a moment of the flight: it keeps the house at the same place of the stage, and ends before its windows. */
export function lookAt(view: View, fly: number): Look {
	const { house } = town();
	const at = anchor(view);
	const f = 1300;
	// Near enough for the front to cover the stage.
	const across = Math.max(at.x, view.width - at.x) / house.half;
	const up = Math.max(at.y / (house.height - MIDDLE), (view.height - at.y) / MIDDLE);
	const near = f / (1.04 * Math.max(across, up));
	// The eye comes down first and goes forward last; equal ratios make an even approach.
	const far = f / at.scale;
	const distance = far * (near / far) ** ease(fly, 0, 1);
	const pitch = (Math.PI / 2) * (1 - ease(fly, 0.02, 0.72));
	const sin = Math.sin(pitch);
	const cos = Math.cos(pitch);
	const z0 = mix(0, MIDDLE, ease(fly, 0.2, 0.8));
	const ex = house.x;
	const ey = house.y - distance * cos;
	const ez = z0 + distance * sin;
	return (x, y, z) => {
		const dy = y - ey;
		const dz = z - ez;
		const depth = dy * cos - dz * sin;
		if (depth < Math.min(2, near / 2)) return null;
		const k = f / depth;
		return [at.x + k * (x - ex), at.y - k * (dy * sin + dz * cos)];
	};
}

/** Left edge and top of every window, in reading order. */
export function windows(t: Town): Point[] {
	const { columns, rows, dx, dz, w, top } = WINDOWS;
	const left = t.house.x - ((columns - 1) * dx + w) / 2;
	return Array.from({ length: columns * rows }, (_, i) => [
		left + (i % columns) * dx,
		top - Math.floor(i / columns) * dz
	]);
}

/** The windows as the eye has them in the later half of its flight, pixels: the screens inside begin as these. */
export function windowsAt(view: View, fly = 1): Rect[] {
	const t = town();
	const look = lookAt(view, fly);
	return windows(t).map(([x, z]) => {
		const [ax, ay] = look(x, t.house.y, z)!;
		const [bx, by] = look(x + WINDOWS.w, t.house.y, z - WINDOWS.h)!;
		return { x: ax, y: ay, w: bx - ax, h: by - ay };
	});
}
