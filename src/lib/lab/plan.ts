import type { Points } from './choice';
import type { GroundSpec, PictureGround } from './ground';

/** A rectangle of ground, metres or hundredths. */
export interface Plot {
	left: number;
	near: number;
	width: number;
	depth: number;
}

/** Shares of a picture's height whose ground is on the plan. */
const FAR = 0.05;
/** Metres of ground on a plan, at most: beyond, a person is a point among points. */
const WIDEST = 48;
const DEEPEST = 34;

/**
 * The ground that a plan shows: what the picture has of it, with the camera where it is near enough. Null where a place in
 * the picture is no place on the ground.
 */
export function plotOf(spec: GroundSpec, ground: PictureGround, width: number, height: number): Plot | null {
	if (ground.unit !== 'm') return null;
	const seen: [number, number][] = [];
	for (let v = 1; v > FAR; v -= 0.05)
		for (const u of [0, 0.5, 1]) {
			const at = ground.toGround(u * width, v * height);
			if (at && seen.every(([, y]) => Math.abs(y - at[1]) < DEEPEST)) seen.push(at);
		}
	if (seen.length < 4) return null;
	const xs = seen.map(([x]) => x);
	const ys = seen.map(([, y]) => y);
	const middle = (seen[1][0] + seen[seen.length - 1][0]) / 2;
	const across = Math.min(WIDEST, Math.max(...xs) - Math.min(...xs));
	const camera = spec.kind === 'camera' ? spec.camera.y : Infinity;
	const near = Math.min(...ys);
	const from = camera < near && near - camera < DEEPEST / 2 ? camera - 1 : near;
	return { left: middle - across / 2, near: from, width: across, depth: Math.max(...ys) - from };
}

/** What the camera sees of a plot: its nearest row and its farthest, as a polygon. */
export function coneOf(ground: PictureGround, { near, depth }: Plot, width: number, height: number): Points {
	const far = near + depth;
	const side = (u: number): [number, number][] => {
		const out: [number, number][] = [];
		for (let v = 1; v > FAR; v -= 0.01) {
			const at = ground.toGround(u * width, v * height);
			if (at && at[1] <= far) out.push(at);
		}
		return out;
	};
	return [...side(0), ...side(1).reverse()];
}
