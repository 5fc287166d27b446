import type { Camera } from '../camera/camera';

/** A straight lane parallel to the picture, given by whoever installs the camera. */
export interface Lane {
	/** Metres from the origin to its near edge. */
	near: number;
	/** Height of what runs on it, metres. */
	height: number;
}

/** Finds vehicles on a lane, so that nobody is looked for in their sides. */
export interface Vehicles {
	/** Looks for vehicles in a frame's mask. */
	find(mask: Uint8Array): void;
	/** Takes what vehicles cover out of `rest`, and closes it in `gate`: the background does not learn a tram that halts. */
	clear(rest: Uint8Array): void;
	close(gate: Uint8Array): void;
	/** Whether somebody whose feet are at (u, foot) would stand in a vehicle's side. */
	hides(u: number, foot: number): boolean;
}

/** Share of a column of the lane's height that must be foreground. */
const SOLID = 0.7;
/** Metres of such columns, side by side, that make a vehicle. */
const LEAST = 2;
/** Metres of the lane before and behind what is seen of a vehicle: trees and shelters hide the rest of it. */
const BESIDE = 10;

/**
 * Columns of the lane filled from above heads to its roof, over some metres together, are a vehicle: no row of people
 * is that even and that high. Level cameras only. A lane out of the picture is never found.
 */
export function createVehicles(width: number, height: number, camera: Camera, lane: Lane): Vehicles {
	const k = camera.f / (lane.near - camera.y);
	const floor = camera.v0 + k * camera.z;
	const clampRow = (v: number) => Math.max(0, Math.min(height, Math.round(v)));
	const bottom = clampRow(floor);
	const roof = clampRow(floor - (lane.height + 0.9) * k);
	const from = clampRow(floor - (lane.height - 0.3) * k);
	const to = Math.max(from, clampRow(floor - 1.2 * k));
	/** Columns covered by vehicles now. */
	const covered = new Uint8Array(width);
	let any = false;

	function paint(pixels: Uint8Array, value: number): void {
		if (!any) return;
		for (let v = roof; v < bottom; v++) for (let u = 0; u < width; u++) if (covered[u]) pixels[v * width + u] = value;
	}

	return {
		find(mask) {
			if (any) covered.fill(0);
			any = false;
			if (to <= from) return;
			// Window posts and people getting off break the row: gaps of half a metre do not end a vehicle.
			const gap = 0.5 * k;
			let start = -1;
			let last = -1;
			for (let u = 0; u <= width; u++) {
				let on = 0;
				if (u < width) for (let v = from; v < to; v++) on += mask[v * width + u] ? 1 : 0;
				if (u < width && on >= SOLID * (to - from)) {
					if (start < 0) start = u;
					last = u;
				} else if (start >= 0 && (u === width || u - last > gap)) {
					if (last - start >= LEAST * k) {
						any = true;
						covered.fill(
							1,
							Math.max(0, Math.round(start - BESIDE * k)),
							Math.min(width, Math.round(last + BESIDE * k))
						);
					}
					start = -1;
				}
			}
		},
		clear: (rest) => paint(rest, 0),
		close: (gate) => paint(gate, 1),
		hides(u, foot) {
			const column = Math.round(u);
			return any && column >= 0 && column < width && covered[column] === 1 && foot > roof && foot <= bottom + 1;
		}
	};
}
