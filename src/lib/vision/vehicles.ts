import type { Camera } from '../camera/camera';

/** A straight lane parallel to the picture, given by whoever installs the camera: metres from near to far edge. */
export interface Lane {
	near: number;
	/** Height of what runs on it, metres. */
	height: number;
	/** Shortest vehicle, metres. */
	length: number;
}

/** Finds vehicles on a lane, so that nobody is looked for in their sides. */
export interface Vehicles {
	/** Clears the foreground that vehicles explain from `rest`, in place; people known already have been taken from it. */
	clear(mask: Uint8Array, rest: Uint8Array): void;
}

/** Metres of the lane before and behind what is seen of a vehicle: trees and shelters hide the rest of it. */
const BESIDE = 10;
/** Share of a column of the lane's height that must be foreground. */
const SOLID = 0.7;

/**
 * Columns of the lane filled from sill to roof, over a vehicle's length together, are a vehicle: no row of people
 * stands that even and that high. Level cameras only. A lane out of the picture is never found.
 */
export function createVehicles(width: number, height: number, camera: Camera, lane: Lane): Vehicles {
	const k = camera.f / (lane.near - camera.y);
	const floor = camera.v0 + k * camera.z;
	const bottom = Math.max(0, Math.min(height, Math.round(floor)));
	const roof = Math.max(0, Math.round(floor - (lane.height + 0.4) * k));
	// Above heads there are only vehicles; below, people stand in front of them.
	const from = Math.max(0, Math.round(floor - (lane.height - 0.3) * k));
	const to = Math.max(from, Math.min(height, Math.round(floor - 1.2 * k)));
	const solid = new Uint8Array(width);
	return {
		clear(mask, rest) {
			if (to <= from) return;
			for (let u = 0; u < width; u++) {
				let on = 0;
				for (let v = from; v < to; v++) on += mask[v * width + u] ? 1 : 0;
				solid[u] = on >= SOLID * (to - from) ? 1 : 0;
			}
			const least = lane.length * k;
			// Window posts and people getting off break the row: gaps of half a metre do not end a vehicle.
			const gap = 0.5 * k;
			let start = -1;
			let last = -1;
			for (let u = 0; u <= width; u++) {
				if (u < width && solid[u]) {
					if (start < 0) start = u;
					last = u;
				} else if (start >= 0 && (u === width || u - last > gap)) {
					if (last - start >= least) {
						const l = Math.max(0, Math.round(start - BESIDE * k));
						const r = Math.min(width, Math.round(last + BESIDE * k + 1));
						for (let v = roof; v < bottom; v++) rest.fill(0, v * width + l, v * width + r);
					}
					start = -1;
				}
			}
		}
	};
}
