/** How somebody looks, as a small grid of colours over the middle of their body, and where in a frame that is found. */
export interface Appearance {
	/** Learns the colours of slot `t` in a body's place, where nobody but `own` covers it; `fresh` forgets what was known. */
	learn(
		t: number,
		x: number,
		foot: number,
		tall: number,
		rgb: Uint8Array | Uint8ClampedArray,
		owner: Uint16Array,
		own: number,
		fresh: boolean
	): void;
	/**
	 * Looks for slot `t` around a place, leaving out pixels that somebody nearer covers.
	 * @param owner non-zero where somebody nearer is
	 * @returns whether any of it can be seen; the place is in `found`
	 */
	find(
		t: number,
		x: number,
		foot: number,
		tall: number,
		rgb: Uint8Array | Uint8ClampedArray,
		empty: Uint8Array,
		owner: Uint16Array
	): boolean;
	/** The last place found: how far it moved, how well it fits (-1 the empty scene, 1 the person) and what share was seen. */
	readonly found: { dx: number; dy: number; fit: number; seen: number };
}

const COLS = 5;
const ROWS = 10;
const CELLS = COLS * ROWS;
/** Width of the grid over the height of the body. */
const WIDE = 0.3;
/** Sums of differences over the three channels count up to this. */
const FAR = 90;

export function createAppearance(width: number, height: number, most: number): Appearance {
	const grid = new Float32Array(most * CELLS * 3);
	const found = { dx: 0, dy: 0, fit: 0, seen: 0 };
	let seen = 0;

	/** Sum of evidence that slot `t` is at a place, one cell at a time; leaves the number of cells seen in `seen`. */
	function evidence(
		t: number,
		x: number,
		foot: number,
		tall: number,
		rgb: Uint8Array | Uint8ClampedArray,
		empty: Uint8Array,
		owner: Uint16Array
	): number {
		let sum = 0;
		seen = 0;
		const left = x - (WIDE * tall) / 2;
		const stepX = (WIDE * tall) / COLS;
		const stepY = tall / ROWS;
		let cell = t * CELLS * 3;
		let v = foot - tall + stepY / 2;
		for (let r = 0; r < ROWS; r++, v += stepY) {
			const row = v < 0 ? -1 : v | 0;
			if (row < 0 || row >= height) {
				cell += COLS * 3;
				continue;
			}
			let u = left + stepX / 2;
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
				let d = pr - grid[cell];
				let a = d < 0 ? -d : d;
				d = pg - grid[cell + 1];
				a += d < 0 ? -d : d;
				d = pb - grid[cell + 2];
				a += d < 0 ? -d : d;
				d = pr - empty[at];
				let b = d < 0 ? -d : d;
				d = pg - empty[at + 1];
				b += d < 0 ? -d : d;
				d = pb - empty[at + 2];
				b += d < 0 ? -d : d;
				sum += (b > FAR ? FAR : b) - (a > FAR ? FAR : a);
			}
		}
		return sum;
	}

	return {
		found,
		learn(t, x, foot, tall, rgb, owner, own, fresh) {
			const left = x - (WIDE * tall) / 2;
			let cell = t * CELLS * 3;
			for (let r = 0; r < ROWS; r++) {
				const row = Math.floor(foot - tall + ((r + 0.5) * tall) / ROWS);
				for (let c = 0; c < COLS; c++, cell += 3) {
					const col = Math.floor(left + ((c + 0.5) * WIDE * tall) / COLS);
					if (row < 0 || row >= height || col < 0 || col >= width) continue;
					const whose = owner[row * width + col];
					if (whose && whose !== own && !fresh) continue;
					const at = (row * width + col) * 3;
					const k = fresh ? 1 : 0.12;
					grid[cell] += k * (rgb[at] - grid[cell]);
					grid[cell + 1] += k * (rgb[at + 1] - grid[cell + 1]);
					grid[cell + 2] += k * (rgb[at + 2] - grid[cell + 2]);
				}
			}
		},
		find(t, x, foot, tall, rgb, empty, owner) {
			let dx = 0;
			let dy = 0;
			// Further from the prediction costs a little, so that a wall of one colour does not lead astray.
			const pull = (0.15 * FAR * CELLS) / (tall * tall);
			let best = evidence(t, x, foot, tall, rgb, empty, owner);
			let bestSeen = seen;
			const reach = tall * 0.2 + 1;
			for (let round = 0; round < 4; round++) {
				const cx = dx;
				const cy = dy;
				for (let k = 0; k < 9; k++) {
					const tx = cx + (k % 3) - 1;
					const ty = cy + ((k / 3) | 0) - 1;
					if (k === 4 || tx > reach || tx < -reach || ty > reach || ty < -reach) continue;
					const e = evidence(t, x + tx, foot + ty, tall, rgb, empty, owner) - pull * (tx * tx + ty * ty);
					if (e > best) {
						best = e;
						bestSeen = seen;
						dx = tx;
						dy = ty;
					}
				}
				if (dx === cx && dy === cy) break;
			}
			found.dx = dx;
			found.dy = dy;
			found.seen = bestSeen / CELLS;
			found.fit = bestSeen ? best / (bestSeen * FAR) : 0;
			return bestSeen > 0;
		}
	};
}
