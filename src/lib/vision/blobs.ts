/** Connected components of a mask (8-neighbourhood), by runs and union-find in one pass over the rows. */
export interface Blobs {
	/** How many there are; component `c` is described at index `c` of each array. */
	count: number;
	readonly left: Int32Array;
	readonly top: Int32Array;
	/** Exclusive. */
	readonly right: Int32Array;
	/** Exclusive. */
	readonly bottom: Int32Array;
	/** Pixels. */
	readonly area: Int32Array;
	/** Finds the components of `mask` (non-zero is inside) that have at least `least` pixels. */
	find(mask: Uint8Array, least: number): void;
	/** Writes component number + 1 at each pixel of a kept component, 0 elsewhere. */
	labels(out: Uint16Array): Uint16Array;
}

export function createBlobs(width: number, height: number): Blobs {
	const most = (((width + 1) >> 1) * height) | 0;
	const start = new Int32Array(most);
	const end = new Int32Array(most);
	const line = new Int32Array(most);
	const parent = new Int32Array(most);
	/** Of each run: the number of its component, or -1; pixels of the component whose first it is. */
	const number = new Int32Array(most);
	const size = new Int32Array(most);
	let runs = 0;

	const root = (r: number): number => {
		while (parent[r] !== r) r = parent[r] = parent[parent[r]];
		return r;
	};

	const self: Blobs = {
		count: 0,
		left: new Int32Array(most),
		top: new Int32Array(most),
		right: new Int32Array(most),
		bottom: new Int32Array(most),
		area: new Int32Array(most),
		find(mask, least) {
			const { left, top, right, bottom, area } = self;
			runs = 0;
			let above = 0;
			let aboveEnd = 0;
			for (let y = 0; y < height; y++) {
				const first = runs;
				const base = y * width;
				for (let x = 0; x < width;) {
					if (!mask[base + x]) {
						x++;
						continue;
					}
					const r = runs++;
					start[r] = x;
					while (x < width && mask[base + x]) x++;
					end[r] = x;
					line[r] = y;
					parent[r] = r;
					while (above < aboveEnd && end[above] < start[r]) above++;
					for (let a = above; a < aboveEnd && start[a] <= x; a++) {
						const p = root(a);
						const q = root(r);
						// The older run stays the root, so roots come in raster order.
						if (p < q) parent[q] = p;
						else parent[p] = q;
					}
				}
				above = first;
				aboveEnd = runs;
			}
			size.fill(0, 0, runs);
			for (let r = 0; r < runs; r++) size[(parent[r] = root(r))] += end[r] - start[r];
			let found = 0;
			for (let r = 0; r < runs; r++) {
				const o = parent[r];
				const c = (number[r] = size[o] < least ? -1 : o === r ? found++ : number[o]);
				if (c < 0) continue;
				if (o === r) {
					left[c] = start[r];
					top[c] = line[r];
					right[c] = end[r];
					area[c] = size[r];
				} else {
					if (start[r] < left[c]) left[c] = start[r];
					if (end[r] > right[c]) right[c] = end[r];
				}
				bottom[c] = line[r] + 1;
			}
			self.count = found;
		},
		labels(out) {
			out.fill(0);
			for (let r = 0; r < runs; r++) {
				const c = number[r];
				if (c < 0) continue;
				out.fill(c + 1, line[r] * width + start[r], line[r] * width + end[r]);
			}
			return out;
		}
	};
	return self;
}
