import { body, type Scan } from './scan';
import { AGAINST, CELLS, COLS, FAR, FOOT, PULL, ROWS, TALL, WIDE, X, DX, DY, FIT, SEEN } from './measures';

/** The last place found: how far it moved in pixels, its fit (-1 the empty scene, 1 the person) and the share seen. */
export const found = new Float64Array(4);
/** What `evidence` found. */
const sum = new Float64Array(1);

/**
 * Looks for slot `t` around where `body` is, leaving out pixels that somebody nearer covers; whether any of it can be
 * seen. Where, into `found`.
 */
export function lookFor(scan: Scan, t: number): boolean {
	const tall = body[TALL];
	let dx = 0;
	let dy = 0;
	// Further from the prediction costs a little, so that a wall of one colour does not lead astray.
	const pull = (PULL * FAR * CELLS) / (tall * tall);
	let bestSeen = evidence(scan, t, 0, 0);
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
			const seen = evidence(scan, t, tx, ty);
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

/**
 * Learns the colours of slot `t` where `body` is, and nobody but `own` covers it; `fresh` forgets what was known.
 */
export function remember(scan: Scan, t: number, own: number, fresh: boolean): void {
	const { width, height, grid, rgb, owner } = scan;
	const tall = body[TALL];
	const left = body[X] - (WIDE * tall) / 2;
	const part = fresh ? 1 : 0.12;
	let cell = t * CELLS * 3;
	for (let r = 0; r < ROWS; r++) {
		const row = Math.floor(body[FOOT] - tall + ((r + 0.5) * tall) / ROWS);
		for (let c = 0; c < COLS; c++, cell += 3) {
			const col = Math.floor(left + ((c + 0.5) * WIDE * tall) / COLS);
			if (row < 0 || row >= height || col < 0 || col >= width) continue;
			const whose = owner[row * width + col];
			if (whose && whose !== own && !fresh) continue;
			const at = (row * width + col) * 3;
			for (let k = 0; k < 3; k++) grid[cell + k] += part * (rgb[at + k] - grid[cell + k]);
		}
	}
}

/** Sums up, cell by cell, how much more slot `t` than the empty scene is at a place; returns the number of cells seen. */
function evidence({ width, height, grid, rgb, empty, owner }: Scan, t: number, dx: number, dy: number): number {
	const tall = body[TALL];
	const stepX = (WIDE * tall) / COLS;
	const stepY = tall / ROWS;
	const left = body[X] + dx - (WIDE * tall) / 2 + stepX / 2;
	let total = 0;
	let seen = 0;
	let cell = t * CELLS * 3;
	let v = body[FOOT] + dy - tall + stepY / 2;
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
