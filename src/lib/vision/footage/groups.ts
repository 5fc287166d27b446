import type { Blobs } from '../blobs';

/** Blobs that lie together as the parts of one body do. */
export interface Groups {
	count: number;
	readonly left: Int32Array;
	readonly top: Int32Array;
	readonly right: Int32Array;
	readonly bottom: Int32Array;
	/** Groups the blobs last found. */
	find(): void;
}

/** Blobs looked at: the largest first is not worth the sorting, so those that are too small are left out. */
const MOST = 256;
/** Least area of a part, over the square of a person's height. */
const PART = 0.002;
/** What parts may be apart, and all of them together large, as parts of a person's height. */
const BESIDE = 0.06;
const ABOVE = 0.3;
const TALL = 1.35;
const WIDE = 0.8;

/** @param tall pixels that somebody is tall whose foot is at each row */
export function createGroups(blobs: Blobs, tall: Float64Array): Groups {
	const left = new Int32Array(MOST);
	const top = new Int32Array(MOST);
	const right = new Int32Array(MOST);
	const bottom = new Int32Array(MOST);
	const self: Groups = { count: 0, left, top, right, bottom, find };

	function together(a: number, b: number): boolean {
		const l = Math.min(left[a], left[b]);
		const r = Math.max(right[a], right[b]);
		const t = Math.min(top[a], top[b]);
		const foot = Math.max(bottom[a], bottom[b]);
		const person = tall[foot];
		const across = Math.max(left[a], left[b]) - Math.min(right[a], right[b]);
		const down = Math.max(top[a], top[b]) - Math.min(bottom[a], bottom[b]);
		if (across > BESIDE * person || down > ABOVE * person) return false;
		// One within the other is a part of it, however large it is.
		const own = Math.max(right[a] - left[a], right[b] - left[b]);
		return foot - t <= TALL * person && r - l <= Math.max(own, WIDE * person);
	}

	function find(): void {
		self.count = 0;
		for (let c = 0; c < blobs.count && self.count < MOST; c++) {
			const person = tall[blobs.bottom[c]];
			if (blobs.area[c] < PART * person * person) continue;
			const g = self.count++;
			left[g] = blobs.left[c];
			top[g] = blobs.top[c];
			right[g] = blobs.right[c];
			bottom[g] = blobs.bottom[c];
		}
		for (let again = true; again;) {
			again = false;
			for (let a = 0; a < self.count; a++)
				for (let b = a + 1; b < self.count;) {
					if (!together(a, b)) {
						b++;
						continue;
					}
					left[a] = Math.min(left[a], left[b]);
					top[a] = Math.min(top[a], top[b]);
					right[a] = Math.max(right[a], right[b]);
					bottom[a] = Math.max(bottom[a], bottom[b]);
					const last = --self.count;
					left[b] = left[last];
					top[b] = top[last];
					right[b] = right[last];
					bottom[b] = bottom[last];
					again = true;
				}
		}
	}

	return self;
}
