import type { Tracks } from './types';
import { project, toGround, type Camera } from '../camera/camera';

/** What the camera says of each image row: how tall a person standing there looks. */
export interface Ground {
	readonly camera: Camera;
	/** Pixels of one upright metre whose foot is on the row's lower edge; 0 at and above the horizon. */
	readonly scale: Float64Array;
	/** Pixels of one upright metre at a foot at height `v` of the image; clamped to the image's rows. */
	at(v: number): number;
	/** The same of the height in `row`, put into `row`: numbers handed over in an array are not allocated. */
	scaleAt(): void;
	readonly row: Float64Array;
	/** Writes the ground points (metres) of the boxes' bottom centres; NaN at and above the horizon. */
	locate(boxes: Tracks): void;
}

/** Tables for one camera and image height, computed once. */
export function createGround(camera: Camera, height: number): Ground {
	const scale = new Float64Array(height + 1);
	const { x: cx, y: cy, z: cz, cos, sin, f, u0, v0 } = camera;
	const out = { u: 0, v: 0, k: 0 };
	let first = height;
	for (let v = height; v >= 0; v--) {
		const g = toGround(camera, camera.u0, v);
		if (!g) break;
		const tall = v - project(camera, g[0], g[1], 1, out).v;
		// Under half a pixel for a metre nobody can be seen.
		if (!(tall >= 0.5)) break;
		scale[v] = tall;
		first = v;
	}
	const row = new Float64Array(1);
	function scaleAt(): void {
		const low = row[0] | 0;
		if (low < first) row[0] = scale[first];
		else if (low >= height) row[0] = scale[height];
		else row[0] = scale[low] + (scale[low + 1] - scale[low]) * (row[0] - low);
	}
	return {
		camera,
		scale,
		row,
		scaleAt,
		at(v) {
			row[0] = v;
			scaleAt();
			return row[0];
		},
		locate({ count, x, y, w, h, groundX, groundY }) {
			for (let i = 0; i < count; i++) {
				const rise = (v0 - y[i] - h[i]) / f;
				const down = sin - rise * cos;
				groundX[i] = groundY[i] = NaN;
				if (down <= 1e-6) continue;
				groundX[i] = cx + ((cz / down) * (x[i] + w[i] / 2 - u0)) / f;
				groundY[i] = cy + (cz / down) * (cos + rise * sin);
			}
		}
	};
}
