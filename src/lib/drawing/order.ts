import { BAKERY } from '../street/places';

/**
 * Where something stands in the order from far to near: its Y, except beside the bakery, which is deep: what stands on
 * the side the camera sees comes before it, what stands on the other side behind it.
 */
export function rank(x: number, y: number, cameraX: number): number {
	const { x0, x1, y0, y1 } = BAKERY;
	if (y <= y0 || y >= y1) return y;
	const seen = cameraX < x0 ? x <= x0 : cameraX > x1 ? x >= x1 : false;
	return seen ? y0 - 0.01 * (y1 - y) : y1 - 0.001 * (y1 - y);
}

/** A list that is kept from far to near while it is filled; none is made anew for a picture. */
export function createOrder() {
	let depth = new Float64Array(256);
	let index = new Int32Array(256);
	let count = 0;
	return {
		get count(): number {
			return count;
		},
		/** What is at a place of the order. */
		at: (place: number): number => index[place],
		/** Begins anew, for at most so many. */
		begin(most: number): void {
			count = 0;
			if (depth.length >= most) return;
			depth = new Float64Array(most * 2);
			index = new Int32Array(most * 2);
		},
		/** Adds something at a distance; of two at the same the one added first comes first. */
		add(what: number, y: number): void {
			let j = count++;
			while (j > 0 && depth[j - 1] < y) {
				depth[j] = depth[j - 1];
				index[j] = index[j - 1];
				j--;
			}
			depth[j] = y;
			index[j] = what;
		}
	};
}

export type Order = ReturnType<typeof createOrder>;
