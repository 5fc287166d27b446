import { createAppearance } from './appearance';
import { createBlobs, type Blobs } from './blobs';
import type { Ground } from './ground';
import type { Tracker } from './track';
import { BANDS, createDetections, type Detections } from './types';

/** Height of a standing person, metres. */
export const PERSON_HEIGHT = 1.7;
/** Width of a walking person's box over its height. */
const ASPECT = 0.42;

export interface Detector {
	readonly detections: Detections;
	/** Components of what no known person explains. */
	readonly blobs: Blobs;
	/** Detection number + 1 of each pixel that a person found covers, 0 elsewhere. */
	readonly owner: Uint16Array;
	/**
	 * Finds people: first those the tracker expects, near ones before far ones, by their looks; then new ones in what
	 * is left of the mask, several in one component if it is too big for one.
	 * @param empty colours of the empty scene, RGB
	 */
	detect(mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray, empty: Uint8Array, tracker: Tracker): void;
	/** Learns the looks of those seen; call after the tracker has its detections. */
	learn(rgb: Uint8Array | Uint8ClampedArray, tracker: Tracker): void;
}

export interface DetectorOptions {
	width: number;
	height: number;
	ground: Ground;
	/** Most boxes in a frame, and most people followed. */
	most: number;
}

export function createDetector({ width, height, ground, most }: DetectorOptions): Detector {
	const detections = createDetections(most);
	const appearance = createAppearance(width, height, most);
	const blobs = createBlobs(width, height);
	const rest = new Uint8Array(width * height);
	const owner = new Uint16Array(width * height);
	const labels = new Uint16Array(width * height);
	const topOf = new Int32Array(width);
	const bottomOf = new Int32Array(width);
	const near = new Int32Array(most);
	const span = new Int32Array(2);

	/** Foot row of somebody whose head is at row `head`. */
	function footUnder(head: number): number {
		let foot = head;
		for (let i = 0; i < 6; i++) foot = head + PERSON_HEIGHT * ground.at(foot);
		return foot;
	}

	/** Adds a box, with the colours of its foreground that nobody nearer covers, and takes its pixels. */
	function add(
		x: number,
		y: number,
		w: number,
		h: number,
		score: number,
		hint: number,
		mask: Uint8Array,
		rgb: Uint8Array | Uint8ClampedArray
	): void {
		const d = detections;
		if (d.count === d.most) return;
		const i = d.count++;
		d.x[i] = x;
		d.y[i] = y;
		d.w[i] = w;
		d.h[i] = h;
		d.score[i] = score;
		d.hint[i] = hint;
		const left = Math.max(0, Math.round(x + w * 0.2));
		const right = Math.min(width, Math.max(left + 1, Math.round(x + w * 0.8)));
		for (let band = 0; band < BANDS; band++) {
			const top = Math.max(0, Math.round(y + (h * band) / BANDS));
			const bottom = Math.min(height, Math.round(y + (h * (band + 1)) / BANDS));
			let r = 0;
			let g = 0;
			let b = 0;
			let seen = 0;
			for (let v = top; v < bottom; v++)
				for (let u = left, at = v * width + left; u < right; u++, at++) {
					if (!mask[at] || owner[at]) continue;
					seen++;
					r += rgb[at * 3];
					g += rgb[at * 3 + 1];
					b += rgb[at * 3 + 2];
				}
			const to = (i * BANDS + band) * 3;
			d.colour[to] = seen ? r / seen : -1;
			d.colour[to + 1] = seen ? g / seen : -1;
			d.colour[to + 2] = seen ? b / seen : -1;
		}
		// The body covers what is behind it: head, trunk, and legs as wide as the box.
		const middle = x + w / 2;
		for (let v = Math.max(0, Math.round(y)), end = Math.min(height, Math.round(y + h)); v < end; v++) {
			const part = (v + 0.5 - y) / h;
			const half = part < 0.16 ? 0.09 * h : part < 0.55 ? 0.16 * h : 0.12 * h + (w / 2 - 0.12 * h) * ((part - 0.55) / 0.45) * 0.8;
			const to = Math.min(width, Math.round(middle + half));
			for (let u = Math.max(0, Math.round(middle - half)), at = v * width + u; u < to; u++, at++)
				if (!owner[at]) owner[at] = i + 1;
		}
		const l = Math.max(0, Math.floor(x - 1));
		const r = Math.min(width, Math.ceil(x + w + 1));
		for (let v = Math.max(0, Math.floor(y - 1)), end = Math.min(height, Math.ceil(y + h + 1)); v < end; v++)
			if (r > l) rest.fill(0, v * width + l, v * width + r);
	}

	/** Share of the body's middle that is foreground, among what nobody nearer covers. */
	function support(x: number, foot: number, tall: number, mask: Uint8Array): number {
		let inside = 0;
		let open = 0;
		const l = Math.max(0, Math.round(x - 0.13 * tall));
		const r = Math.min(width, Math.max(l + 1, Math.round(x + 0.13 * tall)));
		for (let v = Math.max(0, Math.round(foot - tall)), end = Math.min(height, Math.round(foot)); v < end; v++)
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) {
				if (owner[at]) continue;
				open++;
				inside += mask[at];
			}
		return open ? inside / open : 0;
	}

	/** Foreground rows or columns around a body that stands alone, into `span`: from the middle out to the first empty one. */
	function columns(x: number, foot: number, tall: number, mask: Uint8Array): void {
		const t = Math.max(0, Math.round(foot - tall));
		const b = Math.min(height, Math.round(foot) + 1);
		const has = (u: number): boolean => {
			let sum = 0;
			for (let v = t; v < b; v++) sum += mask[v * width + u];
			return sum >= 2;
		};
		const middle = Math.min(width - 1, Math.max(0, Math.floor(x)));
		const reach = Math.ceil(tall * 0.36);
		let l = middle;
		while (l > 0 && middle - l < reach && has(l - 1)) l--;
		let r = middle + 1;
		while (r < width && r - middle < reach && has(r)) r++;
		span[0] = l;
		span[1] = r;
	}

	function rows(x: number, foot: number, tall: number, nominal: number, mask: Uint8Array): void {
		const l = Math.max(0, Math.round(x - 0.2 * tall));
		const r = Math.min(width, Math.round(x + 0.2 * tall) + 1);
		const has = (v: number): boolean => {
			let sum = 0;
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) sum += mask[at];
			return sum >= 2;
		};
		let t = Math.min(height - 1, Math.max(0, Math.round(foot - tall * 0.5)));
		let b = t;
		const head = Math.max(0, Math.floor(foot - nominal * 1.4));
		const end = Math.min(height, Math.ceil(foot + tall * 0.15));
		while (t > head && has(t - 1)) t--;
		while (b < end && has(b)) b++;
		span[0] = t;
		span[1] = b;
	}

	/** Those the tracker expects, near before far. */
	function expected(
		mask: Uint8Array,
		rgb: Uint8Array | Uint8ClampedArray,
		empty: Uint8Array,
		tracker: Tracker
	): void {
		const s = tracker.state;
		const n = tracker.living;
		for (let o = 0; o < n; o++) {
			const t = tracker.order[o];
			let j = o;
			for (; j > 0 && s.y[near[j - 1]] + s.h[near[j - 1]] / 2 < s.y[t] + s.h[t] / 2; j--) near[j] = near[j - 1];
			near[j] = t;
		}
		for (let o = 0; o < n; o++) {
			const t = near[o];
			const tall = s.h[t];
			const x = s.x[t];
			const foot = s.y[t] + tall / 2;
			const nominal = PERSON_HEIGHT * ground.at(foot);
			if (tall < 0.55 * nominal || tall > 1.6 * nominal || s.w[t] > 0.9 * tall) continue;
			if (!appearance.find(t, x, foot, tall, rgb, empty, owner)) continue;
			const { dx, dy, fit, seen } = appearance.found;
			const cx = x + dx;
			const cf = foot + dy;
			const filled = support(cx, cf, tall, mask);
			if (seen < 0.2 || fit < 0.08 || filled < 0.35) continue;
			let alone = seen > 0.9;
			for (let p = 0; p < n && alone; p++) {
				const q = near[p];
				if (q === t || s.missed[q] > 3) continue;
				if (
					Math.abs(s.x[q] - cx) < (s.w[q] + s.w[t]) / 2 + 2 &&
					s.y[q] - s.h[q] / 2 < cf + 2 &&
					s.y[q] + s.h[q] / 2 > cf - tall - 2
				)
					alone = false;
			}
			if (alone) {
				columns(cx, cf, tall, mask);
				const l = span[0];
				const r = span[1];
				rows((l + r) / 2, cf, tall, nominal, mask);
				const top = span[0];
				const bottom = span[1];
				const h = bottom - top;
				const w = r - l;
				if (l > 0 && r < width && bottom < height && w < 0.7 * h && h > 0.6 * nominal && h < 1.5 * nominal) {
					add(l, top, w, h, 1, t, mask, rgb);
					continue;
				}
			}
			add(cx - s.w[t] / 2, cf - tall, s.w[t], tall, 1, t, mask, rgb);
		}
	}

	/**
	 * How well somebody new explains what is left: foreground over the part of their middle that nobody known covers,
	 * or 0 where too little of them, or nothing of their head and shoulders, could be seen.
	 */
	function plausible(x: number, foot: number, tall: number): number {
		const l = Math.max(0, Math.round(x - 0.13 * tall));
		const r = Math.min(width, Math.max(l + 1, Math.round(x + 0.13 * tall)));
		const t = Math.max(0, Math.round(foot - tall));
		const b = Math.min(height, Math.round(foot));
		const neck = Math.round(foot - 0.65 * tall);
		let open = 0;
		let inside = 0;
		let head = 0;
		for (let v = t; v < b; v++) {
			for (let at = v * width + l, end = v * width + r; at < end; at++) {
				if (owner[at]) continue;
				open++;
				inside += rest[at];
			}
			if (v === neck) head = inside;
		}
		const whole = 0.26 * tall * tall;
		if (open < 0.35 * whole || head < 0.13 * whole) return 0;
		return inside / open;
	}

	/** Whether a component is as wide in its upper quarter as an umbrella. */
	function umbrella(c: number, tall: number): boolean {
		const l = blobs.left[c];
		const r = blobs.right[c];
		const t = blobs.top[c];
		let widest = 0;
		for (let v = t, end = t + Math.ceil(0.3 * tall); v < end && v < height; v++) {
			let sum = 0;
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) sum += rest[at];
			if (sum > widest) widest = sum;
		}
		return widest > 0.45 * tall;
	}

	/** New people in what is left. */
	function unexpected(mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		blobs.find(rest, 8);
		blobs.labels(labels);
		for (let c = 0; c < blobs.count; c++) {
			const l = blobs.left[c];
			const r = blobs.right[c];
			const t = blobs.top[c];
			const b = blobs.bottom[c];
			const w = r - l;
			const h = b - t;
			const tall = PERSON_HEIGHT * ground.at(b);
			if (tall < 8 || blobs.area[c] < 0.08 * tall * tall) continue;
			const single = h < tall * 1.18 ? w < tall * 0.66 : h < tall * 1.4 && w < tall * 0.85 && umbrella(c, tall);
			if (single && h > tall * 0.7 && blobs.area[c] > 0.14 * tall * tall) {
				add(l, t, w, h, 0.7, -1, mask, rgb);
				continue;
			}
			for (let k = 0; k < 24; k++) {
				topOf.fill(-1, l, r);
				for (let y = t; y < b; y++)
					for (let x = l, at = y * width + l; x < r; x++, at++) {
						if (!rest[at] || labels[at] !== c + 1) continue;
						if (topOf[x] < 0) topOf[x] = y;
						bottomOf[x] = y + 1;
					}
				let best = 0.55;
				let bx = 0;
				let foot = 0;
				for (let x = l; x < r; x++) {
					if (topOf[x] < 0) continue;
					for (let way = 0; way < 2; way++) {
						const f = way ? bottomOf[x] : footUnder(topOf[x]);
						const part = plausible(x + 0.5, f, PERSON_HEIGHT * ground.at(f));
						if (part > best) {
							best = part;
							bx = x + 0.5;
							foot = f;
						}
					}
				}
				if (best <= 0.55) break;
				const bodyH = PERSON_HEIGHT * ground.at(foot);
				add(bx - (bodyH * ASPECT) / 2, foot - bodyH, bodyH * ASPECT, bodyH, 0.6, -1, mask, rgb);
			}
		}
	}

	return {
		detections,
		blobs,
		owner,
		detect(mask, rgb, empty, tracker) {
			detections.count = 0;
			owner.fill(0);
			rest.set(mask);
			expected(mask, rgb, empty, tracker);
			unexpected(mask, rgb);
		},
		learn(rgb, tracker) {
			const s = tracker.state;
			for (let o = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				const d = s.matched[t];
				if (d < 0 || s.missed[t]) continue;
				appearance.learn(t, s.x[t], s.y[t] + s.h[t] / 2, s.h[t], rgb, owner, d + 1, s.hits[t] <= 1);
			}
		}
	};
}
