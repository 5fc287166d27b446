/** Finds how a whole picture has moved against another, by sums along strips of it. */
export interface Shake {
	/** Pixels by which `luma` was moved by the last `find`, to be added to a place in it. */
	readonly dx: number;
	readonly dy: number;
	find(luma: ArrayLike<number>, reference: ArrayLike<number>): void;
}

/** Furthest shake looked for, pixels. */
export const SHAKE = 4;
/** Strips across, and strips down, that are looked at apart; odd. */
const BANDS = 7;
/** Least shake that is worth a blur, pixels. */
const LEAST = 0.12;
/** Bands that must have moved alike, of BANDS, and within how many pixels: one camera moves them all. */
const ALIKE = 4;
const NEAR = 0.35;

export function createShake(width: number, height: number): Shake {
	const columns = new Float64Array(width * BANDS);
	const rows = new Float64Array(height * BANDS);
	const knownColumns = new Float64Array(width * BANDS);
	const knownRows = new Float64Array(height * BANDS);
	const moves = new Float64Array(BANDS);
	const offs = new Float64Array(2 * SHAKE + 1);
	const self = { dx: 0, dy: 0, find };

	/** Sums of each column within each band of rows, and of each row within each band of columns. */
	function profiles(from: ArrayLike<number>, across: Float64Array, down: Float64Array): void {
		across.fill(0);
		down.fill(0);
		for (let y = 0, i = 0; y < height; y++) {
			const band = Math.floor((y * BANDS) / height) * width;
			for (let x = 0; x < width; x++, i++) {
				across[band + x] += from[i];
				down[Math.floor((x * BANDS) / width) * height + y] += from[i];
			}
		}
	}

	/** The median over bands of how they moved: people who pass through some of them do not count. */
	function shift(a: Float64Array, b: Float64Array, length: number): number {
		for (let band = 0; band < BANDS; band++) moves[band] = bandShift(a, b, band * length, length);
		moves.sort();
		const d = moves[BANDS >> 1];
		let alike = 0;
		for (let band = 0; band < BANDS; band++) if (Math.abs(moves[band] - d) < NEAR) alike++;
		return alike >= ALIKE && (d > LEAST || d < -LEAST) ? d : 0;
	}

	/** The move of a band of `a` onto that of `b` that leaves least, to a part of a step by the parabola through three. */
	function bandShift(a: Float64Array, b: Float64Array, start: number, length: number): number {
		const first = start + SHAKE;
		const last = start + length - SHAKE;
		let best = -SHAKE;
		for (let d = -SHAKE; d <= SHAKE; d++) {
			// Levels are set equal first: the exposure is corrected after the shake.
			let level = 0;
			for (let k = first; k < last; k++) level += b[k] - a[k - d];
			level /= last - first;
			let off = 0;
			for (let k = first; k < last; k++) off += (b[k] - a[k - d] - level) ** 2;
			offs[d + SHAKE] = off;
			if (off < offs[best + SHAKE]) best = d;
		}
		if (best === -SHAKE || best === SHAKE) return 0;
		const [l, c, r] = [offs[best + SHAKE - 1], offs[best + SHAKE], offs[best + SHAKE + 1]];
		const bend = l - 2 * c + r;
		return bend > 0 ? best + (0.5 * (l - r)) / bend : best;
	}

	function find(luma: ArrayLike<number>, reference: ArrayLike<number>): void {
		profiles(luma, columns, rows);
		profiles(reference, knownColumns, knownRows);
		self.dx = shift(columns, knownColumns, width);
		self.dy = shift(rows, knownRows, height);
	}

	return self;
}
