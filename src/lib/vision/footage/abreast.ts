/** People who stand or walk side by side in one stretch of foreground: each from the first column to the last, and from head to foot. */
export interface Abreast {
	count: number;
	readonly left: Int32Array;
	readonly top: Int32Array;
	readonly right: Int32Array;
	readonly bottom: Int32Array;
	/** Looks for them in columns `l` to `r` and rows `t` to `b`; people are about `tall` there. */
	find(l: number, r: number, t: number, b: number, tall: number): void;
}

/** Most that are looked for. */
const MOST = 24;
/** Columns that are summed together for one, to either side: a part of a person's height. */
const BLUR = 0.07;
/** Part of a person's height that the fullest column of somebody has of foreground. */
const FULL = 0.5;
/** Part of the lower of two neighbours' fullest columns below which the emptiest between them parts them. */
const VALLEY = 0.8;
/** Part of their fullest column that others of a body have; and how far to either side it goes, of a person's height. */
const BODY = 0.35;
const REACH = 0.32;
/** Width of each of several between whom there is no valley, of a person's height; and most of them: more are a vehicle, or light. */
const EACH = 0.42;
const CLOSE = 4;
/** Part of a body's width that head and foot have of foreground at least. */
const END = 0.12;

/**
 * Cuts by columns: bodies are full from head to foot, what is between them is not, whoever or whatever joins them.
 * @param mask of pictures that are `width` wide
 */
export function createAbreast(width: number, mask: Uint8Array): Abreast {
	const counts = new Float64Array(width);
	const sums = new Float64Array(width + 1);
	const smooth = new Float64Array(width);
	const peaks = new Int32Array(MOST);
	const from = new Int32Array(1);
	const to = new Int32Array(1);
	const left = new Int32Array(MOST);
	const top = new Int32Array(MOST);
	const right = new Int32Array(MOST);
	const bottom = new Int32Array(MOST);
	const self: Abreast = { count: 0, left, top, right, bottom, find };

	/** Means of `counts` over `reach` columns to either side. */
	function blur(l: number, r: number, reach: number): void {
		sums[l] = 0;
		for (let u = l; u < r; u++) sums[u + 1] = sums[u] + counts[u];
		for (let u = l; u < r; u++) {
			const [from, to] = [Math.max(l, u - reach), Math.min(r, u + reach + 1)];
			smooth[u] = (sums[to] - sums[from]) / (2 * reach + 1);
		}
	}

	/** The emptiest column between two. */
	function valley(a: number, b: number): number {
		let least = a;
		for (let u = a; u <= b; u++) if (smooth[u] < smooth[least]) least = u;
		return least;
	}

	function find(l: number, r: number, t: number, b: number, tall: number): void {
		counts.fill(0, l, r);
		for (let v = t; v < b; v++) for (let u = l, at = v * width + l; u < r; u++, at++) if (mask[at]) counts[u]++;
		blur(l, r, Math.max(1, Math.round(BLUR * tall)));
		let n = 0;
		for (let u = l; u < r; u++) {
			if (smooth[u] < FULL * tall) continue;
			if ((u > l && smooth[u - 1] > smooth[u]) || (u + 1 < r && smooth[u + 1] >= smooth[u])) continue;
			// A top of the one before goes on, unless there is a valley between.
			const before = n ? peaks[n - 1] : -1;
			if (before >= 0 && smooth[valley(before, u)] > VALLEY * Math.min(smooth[before], smooth[u])) {
				if (smooth[u] > smooth[before]) peaks[n - 1] = u;
			} else if (n < MOST) peaks[n++] = u;
		}
		self.count = 0;
		for (let k = 0; k < n; k++) {
			const at = peaks[k];
			const reach = Math.round(REACH * tall);
			const first = Math.max(l, at - reach, k ? valley(peaks[k - 1], at) : l);
			const last = Math.min(r, at + reach, k + 1 < n ? valley(at, peaks[k + 1]) : r);
			// As full all along as nobody is wide: several who cannot be told apart.
			spread(at, l, r, VALLEY);
			const wide = to[0] - from[0];
			if (wide > 2 * REACH * tall) {
				const each = Math.round(wide / (EACH * tall));
				const [start, part] = [from[0], wide / each];
				for (let i = 0; each <= CLOSE && i < each; i++)
					ends(start + Math.round(i * part), start + Math.round((i + 1) * part), t, b);
				continue;
			}
			spread(at, first, last, BODY);
			ends(from[0], to[0], t, b);
		}
	}

	/** From column `at` to either side, as long as columns have that part of what it has. */
	function spread(at: number, first: number, last: number, part: number): void {
		from[0] = at;
		to[0] = at + 1;
		while (from[0] > first && smooth[from[0] - 1] >= part * smooth[at]) from[0]--;
		while (to[0] < last && smooth[to[0]] >= part * smooth[at]) to[0]++;
	}

	/** Keeps the body between two columns, without the rows that are hardly anybody's. */
	function ends(l: number, r: number, t: number, b: number): void {
		if (self.count === MOST) return;
		const least = END * (r - l);
		const filled = (v: number) => {
			let sum = 0;
			for (let u = l, at = v * width + l; u < r; u++, at++) sum += mask[at];
			return sum >= least;
		};
		let head = t;
		let foot = b;
		while (head < foot && !filled(head)) head++;
		while (foot > head && !filled(foot - 1)) foot--;
		const i = self.count++;
		left[i] = l;
		right[i] = r;
		top[i] = head;
		bottom[i] = foot;
	}

	return self;
}
