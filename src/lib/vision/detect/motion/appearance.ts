/** How somebody looks, as a small grid of colours over the middle of their body, and where in a frame that is found. */
export interface Appearance {
	/** Where to look or learn: middle column, foot row, height in pixels. To be set before a call. */
	readonly place: Float64Array;
	/** Learns the colours of slot `t` in its place, where nobody but `own` covers it; `fresh` forgets what was known. */
	learn(t: number, rgb: Uint8Array | Uint8ClampedArray, owner: Uint16Array, own: number, fresh: boolean): void;
	/**
	 * Looks for slot `t` around its place, leaving out pixels that somebody nearer covers.
	 * @param owner non-zero where somebody nearer is
	 * @returns whether any of it can be seen; the place is in `found`
	 */
	find(t: number, rgb: Uint8Array | Uint8ClampedArray, empty: Uint8Array, owner: Uint16Array): boolean;
	/** The last place found: how far it moved in pixels, its fit (-1 the empty scene, 1 the person) and the share seen. */
	readonly found: Float64Array;
}

/** Entries of `place`. */
export const X = 0;
export const FOOT = 1;
export const TALL = 2;
/** Entries of `found`. */
export const DX = 0;
export const DY = 1;
export const FIT = 2;
export const SEEN = 3;

const COLS = 5;
const ROWS = 10;
const CELLS = COLS * ROWS;
/** Width of the grid over the height of the body. */
const WIDE = 0.3;
/** Sums of differences over the three channels count up to this. */
const FAR = 90;
/** What speaks against a place counts for less: a part of somebody may be behind what stands in the scene. */
const AGAINST = 0.6;
/** What a move of a whole height costs, as a part of the best fit there is. */
const PULL = 0.8;

export function createAppearance(width: number, height: number, most: number): Appearance {
	const grid = new Float32Array(most * CELLS * 3);
	const place = new Float64Array(3);
	const found = new Float64Array(4);
	/** What `evidence` found: numbers handed over in an array are not allocated. */
	const sum = new Float64Array(1);

	/** Sums up, cell by cell, how much more slot `t` than the empty scene is at a place; returns the number of cells seen. */
	function evidence(
		t: number,
		dx: number,
		dy: number,
		rgb: Uint8Array | Uint8ClampedArray,
		empty: Uint8Array,
		owner: Uint16Array
	): number {
		const tall = place[TALL];
		const stepX = (WIDE * tall) / COLS;
		const stepY = tall / ROWS;
		const left = place[X] + dx - (WIDE * tall) / 2 + stepX / 2;
		let total = 0;
		let seen = 0;
		let cell = t * CELLS * 3;
		let v = place[FOOT] + dy - tall + stepY / 2;
		for (let r = 0; r < ROWS; r++, v += stepY) {
			const row = v < 0 ? -1 : v | 0;
			if (row < 0 || row >= height) {
				cell += COLS * 3;
				continue;
			}
			let u = left;
			for (let c = 0; c < COLS; c++, u += stepX, cell += 3) {
				const col = u < 0 ? -1 : u | 0;
				if (col < 0 || col >= width) continue;
				const i = row * width + col;
				if (owner[i]) continue;
				seen++;
				const at = i * 3;
				const pr = rgb[at];
				const pg = rgb[at + 1];
				const pb = rgb[at + 2];
				const own = Math.abs(pr - grid[cell]) + Math.abs(pg - grid[cell + 1]) + Math.abs(pb - grid[cell + 2]);
				const bare = Math.abs(pr - empty[at]) + Math.abs(pg - empty[at + 1]) + Math.abs(pb - empty[at + 2]);
				const more = Math.min(bare, FAR) - Math.min(own, FAR);
				total += more < 0 ? AGAINST * more : more;
			}
		}
		sum[0] = total;
		return seen;
	}

	return {
		place,
		found,
		learn(t, rgb, owner, own, fresh) {
			const tall = place[TALL];
			const left = place[X] - (WIDE * tall) / 2;
			const k = fresh ? 1 : 0.12;
			let cell = t * CELLS * 3;
			for (let r = 0; r < ROWS; r++) {
				const row = Math.floor(place[FOOT] - tall + ((r + 0.5) * tall) / ROWS);
				for (let c = 0; c < COLS; c++, cell += 3) {
					const col = Math.floor(left + ((c + 0.5) * WIDE * tall) / COLS);
					if (row < 0 || row >= height || col < 0 || col >= width) continue;
					const whose = owner[row * width + col];
					if (whose && whose !== own && !fresh) continue;
					const at = (row * width + col) * 3;
					grid[cell] += k * (rgb[at] - grid[cell]);
					grid[cell + 1] += k * (rgb[at + 1] - grid[cell + 1]);
					grid[cell + 2] += k * (rgb[at + 2] - grid[cell + 2]);
				}
			}
		},
		find(t, rgb, empty, owner) {
			const tall = place[TALL];
			let dx = 0;
			let dy = 0;
			// Further from the prediction costs a little, so that a wall of one colour does not lead astray.
			const pull = (PULL * FAR * CELLS) / (tall * tall);
			let bestSeen = evidence(t, 0, 0, rgb, empty, owner);
			let best = sum[0];
			const reach = tall * 0.2 + 1;
			// Where the round before was.
			let px = 0;
			let py = 0;
			for (let round = 0; round < 4; round++) {
				const cx = dx;
				const cy = dy;
				const known = round ? 1 : 0;
				for (let k = 0; k < 9; k++) {
					const tx = cx + (k % 3) - 1;
					const ty = cy + ((k / 3) | 0) - 1;
					if (Math.abs(tx) > reach || Math.abs(ty) > reach) continue;
					// Looked at before: at first the place itself, then all of the last round.
					if (Math.abs(tx - px) <= known && Math.abs(ty - py) <= known) continue;
					const seen = evidence(t, tx, ty, rgb, empty, owner);
					const e = sum[0] - pull * (tx * tx + ty * ty);
					if (e > best) {
						best = e;
						bestSeen = seen;
						dx = tx;
						dy = ty;
					}
				}
				if (dx === cx && dy === cy) break;
				px = cx;
				py = cy;
			}
			found[DX] = dx;
			found[DY] = dy;
			found[SEEN] = bestSeen / CELLS;
			found[FIT] = bestSeen ? best / (bestSeen * FAR) : 0;
			return bestSeen > 0;
		}
	};
}
