import { createAppearance } from './appearance';
import { createBlobs, type Blobs } from './blobs';
import type { Ground } from './ground';
import { GONE, type Tracker } from './track';
import { BANDS, createDetections, type Detections } from './types';
import type { Vehicles } from './vehicles';

/** Height of a standing person, metres. */
export const PERSON_HEIGHT = 1.7;
/** Width over height of somebody newly seen, of somebody who stands, and who walks across at PACE metres a frame. */
const ASPECT = 0.42;
const SLIM = 0.32;
const STRIDE = 0.46;
const PACE = 0.09;
/** Pixels by which a body spills over its edge: the lens blurs, and a pixel covered in part counts. */
const BLEED = 0.35;
/** Most small things in a frame. */
export const THINGS = 64;
/** Part of how well somebody usually fits that is enough. */
const FAITHFUL = 0.4;
/** Frames for which somebody on a vehicle's lane is not yet believed. */
const NEWCOMER = 60;
/** Wider than this is more than one person. */
const WIDEST = 0.66;
/** Heights that people are taken to have, with an umbrella. */
const SHORTEST = 0.85;
const TALLEST = 2.3;

export interface Detector {
	readonly detections: Detections;
	/** Small things on the ground, of the size of a bag. */
	readonly things: Detections;
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
	/** Where vehicles run: nobody new is looked for in them. */
	vehicles?: Vehicles;
}

export function createDetector({ width, height, ground, most, vehicles }: DetectorOptions): Detector {
	const detections = createDetections(most);
	const things = createDetections(THINGS);
	const appearance = createAppearance(width, height, most);
	const blobs = createBlobs(width, height);
	const rest = new Uint8Array(width * height);
	const owner = new Uint16Array(width * height);
	const labels = new Uint16Array(width * height);
	const topOf = new Int32Array(width);
	const bottomOf = new Int32Array(width);
	const near = new Int32Array(most);
	const depth = new Float64Array(most);
	/** How well each slot's person usually fits, and for how many frames they have been the same as another. */
	const typical = new Float64Array(most);
	const twins = new Uint8Array(most);
	const fits = new Float64Array(most);
	const nobody = new Uint16Array(width * height);
	/** Height of each slot's person, and whether a detection shows a whole one. */
	const metres = new Float64Array(most).fill(PERSON_HEIGHT);
	const measured = new Uint8Array(most);

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
		measured[i] = 0;
		fits[i] = -1;
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
			const half =
				part < 0.16 ? 0.09 * h : part < 0.55 ? 0.16 * h : 0.12 * h + (w / 2 - 0.12 * h) * ((part - 0.55) / 0.45) * 0.8;
			const to = Math.min(width, Math.round(middle + half));
			for (let u = Math.max(0, Math.round(middle - half)), at = v * width + u; u < to; u++, at++)
				if (!owner[at]) owner[at] = i + 1;
		}
		// What is left for others is what is off the body, arms and hems included.
		for (let v = Math.max(0, Math.floor(y - 1)), stop = Math.min(height, Math.ceil(y + h + 1)); v < stop; v++) {
			const part = (v + 0.5 - y) / h;
			const half = (part < 0.2 ? 0.14 : part < 0.55 ? 0.2 : 0.24) * h + 1;
			const l = Math.max(0, Math.floor(Math.max(x - 1, middle - half)));
			const r = Math.min(width, Math.ceil(Math.min(x + w + 1, middle + half)));
			if (r > l) rest.fill(0, v * width + l, v * width + r);
		}
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

	/**
	 * The column where a body ends, going from its middle by `step`, between rows `t` and `b`: the first without
	 * foreground. NaN when it runs into somebody nearer, or on for longer than `reach`.
	 */
	function side(x: number, step: number, reach: number, t: number, b: number, mask: Uint8Array): number {
		const start = Math.floor(x);
		for (let k = 1, u = start + step; k <= reach + 1; k++, u += step) {
			if (u < 0 || u >= width) return step < 0 ? 0 : width;
			let inside = 0;
			let hidden = 0;
			for (let at = t * width + u, end = b * width; at < end; at += width) {
				if (owner[at]) hidden++;
				else inside += mask[at];
			}
			if (hidden > 0.3 * (b - t)) return NaN;
			if (inside < 1) return step < 0 ? u + 1 + BLEED : u - BLEED;
		}
		return NaN;
	}

	/** The same for the row where a body ends, going from row `v` by `step`, between columns `l` and `r`. */
	function end(v: number, step: number, limit: number, l: number, r: number, mask: Uint8Array): number {
		for (; step < 0 ? v >= limit : v < limit; v += step) {
			if (v < 0 || v >= height) return NaN;
			let inside = 0;
			let hidden = 0;
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) {
				if (owner[at]) hidden++;
				else inside += mask[at];
			}
			if (hidden > 0.3 * (r - l)) return NaN;
			if (inside < 2) return step < 0 ? v + 1 + BLEED : v - BLEED;
		}
		return NaN;
	}

	/** Whether what stands at `x` is as wide below its top as an umbrella, and slim under it. */
	function umbrella(x: number, top: number, tall: number, pixels: Uint8Array): boolean {
		const width1 = widest(x, top, top + 0.3 * tall, tall, pixels);
		return width1 > 0.45 * tall && widest(x, top + 0.4 * tall, top + 0.7 * tall, tall, pixels) < 0.75 * width1;
	}

	/** Most foreground in a row, within 0.4 of the height on either side. */
	function widest(x: number, from: number, to: number, tall: number, pixels: Uint8Array): number {
		const l = Math.max(0, Math.round(x - 0.4 * tall));
		const r = Math.min(width, Math.round(x + 0.4 * tall));
		let most = 0;
		for (let v = Math.max(0, Math.round(from)); v < to && v < height; v++) {
			let sum = 0;
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) sum += pixels[at];
			if (sum > most) most = sum;
		}
		return most;
	}

	/**
	 * Whether somebody already found is the same person as slot `t`: in the same place and of the same looks. The better
	 * known of the two keeps the place, the other is forgotten.
	 */
	function twin(
		t: number,
		x: number,
		foot: number,
		tall: number,
		rgb: Uint8Array | Uint8ClampedArray,
		empty: Uint8Array,
		tracker: Tracker
	): boolean {
		const s = tracker.state;
		const d = detections;
		for (let i = 0; i < d.count; i++) {
			const across = Math.min(d.x[i] + d.w[i], x + s.w[t] / 2) - Math.max(d.x[i], x - s.w[t] / 2);
			const down = Math.min(d.y[i] + d.h[i], foot) - Math.max(d.y[i], foot - tall);
			if (across <= 0 || down <= 0) continue;
			const both = across * down;
			if (both < 0.6 * (d.w[i] * d.h[i] + s.w[t] * tall - both)) continue;
			if (!appearance.find(t, x, foot, tall, rgb, empty, nobody) || appearance.found.fit < 0.7 * typical[t]) continue;
			if (++twins[t] < 4) return true;
			const other = d.hint[i];
			if (s.hits[t] > s.hits[other]) {
				d.hint[i] = t;
				s.missed[other] = GONE;
			} else s.missed[t] = GONE;
			return true;
		}
		twins[t] = 0;
		return false;
	}

	/** Those the tracker expects, near before far. */
	function expected(mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray, empty: Uint8Array, tracker: Tracker): void {
		const s = tracker.state;
		const n = tracker.living;
		for (let o = 0; o < n; o++) {
			const t = tracker.order[o];
			let j = o;
			// Of two who are as near, the better known goes first.
			depth[t] = s.y[t] + s.h[t] / 2 + 0.03 * Math.min(50, s.hits[t]);
			for (; j > 0 && depth[near[j - 1]] < depth[t]; j--) near[j] = near[j - 1];
			near[j] = t;
		}
		for (let o = 0; o < n; o++) {
			const t = near[o];
			const x = s.x[t];
			const foot = s.y[t] + s.h[t] / 2;
			const scale = ground.at(foot);
			const tall = metres[t] * scale;
			// Who was found on the lane moments before a vehicle was, was a part of it.
			if (s.hits[t] < NEWCOMER && vehicles?.hides(x, foot)) continue;
			if (!appearance.find(t, x, foot, tall, rgb, empty, owner)) continue;
			const { dx, dy, fit, seen } = appearance.found;
			if (seen < 0.5 && twin(t, x, foot, tall, rgb, empty, tracker)) continue;
			if (seen < 0.2 || fit < Math.max(0.08, FAITHFUL * typical[t]) || support(x + dx, foot + dy, tall, mask) < 0.35)
				continue;
			// The body's ends where they can be seen; where not, as tall as known and as wide as its pace makes it.
			const cx = x + dx;
			let cf = foot + dy;
			const l = Math.max(0, Math.round(cx - 0.16 * tall));
			const r = Math.min(width, Math.round(cx + 0.16 * tall) + 1);
			const middle = Math.min(height - 1, Math.max(0, Math.round(cf - tall / 2)));
			const nominal = PERSON_HEIGHT * scale;
			const top = end(middle, -1, cf - 1.5 * nominal, l, r, mask);
			// Somebody known too short, under an umbrella's edge say, may reach down to where people look taller.
			const lowest = top > 0 ? top + 1.45 * PERSON_HEIGHT * ground.at(top + 1.45 * nominal) : cf + 0.2 * tall;
			const bottom = end(middle, 1, Math.min(height, lowest), l, r, mask);
			const upright = PERSON_HEIGHT * ground.at(bottom > 0 ? bottom : cf);
			let h = tall;
			let whole = 0;
			const span = bottom - top;
			if (
				span > 0.7 * upright &&
				(span < 1.2 * upright || (span < 1.45 * upright && umbrella(cx, top, upright, mask)))
			) {
				h = span;
				cf = bottom;
				whole = 1;
			} else if (bottom > cf - 0.2 * tall && bottom < cf + 0.2 * tall) cf = bottom;
			else if (top < cf - 0.8 * tall && top > cf - 1.2 * tall) cf = top + tall;
			const pace = Math.min(1, (s.vx[t] < 0 ? -s.vx[t] : s.vx[t]) / scale / PACE);
			const half = (h * (SLIM + (STRIDE - SLIM) * pace)) / 2;
			const t0 = Math.max(0, Math.round(cf - h));
			const b0 = Math.min(height, Math.round(cf));
			let left = side(cx, -1, 0.36 * h, t0, b0, mask);
			let right = side(cx, 1, 0.36 * h, t0, b0, mask);
			if (!(left < cx - 0.1 * h)) left = cx - half;
			if (!(right > cx + 0.1 * h)) right = cx + half;
			if (right - left > WIDEST * h && !umbrella(cx, cf - h, h, mask)) {
				left = cx - half;
				right = cx + half;
			}
			add(left, cf - h, right - left, h, 1, t, mask, rgb);
			measured[detections.count - 1] = whole;
			fits[detections.count - 1] = fit;
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

	/**
	 * Whether somebody known for a second or more, who had come to a stop and is not found in this frame, was last seen
	 * at this place, where nobody else is.
	 */
	function settled(l: number, t: number, w: number, h: number, tall: number, tracker: Tracker): boolean {
		const s = tracker.state;
		const d = detections;
		for (let i = 0; i < d.count; i++)
			if (d.x[i] < l + w && d.x[i] + d.w[i] > l && d.y[i] < t + h && d.y[i] + d.h[i] > t) return false;
		for (let o = 0; o < tracker.living; o++) {
			const q = tracker.order[o];
			const dx = s.x[q] - l - w / 2;
			const dy = s.y[q] + s.h[q] / 2 - t - h;
			if (s.hits[q] < 12 || s.still[q] < 6 || dx > 0.6 * tall || dx < -0.6 * tall) continue;
			if (dy > 0.35 * tall || dy < -0.35 * tall) continue;
			let found = false;
			for (let i = 0; i < d.count && !found; i++) found = d.hint[i] === q;
			if (!found) return true;
		}
		return false;
	}

	function thing(x: number, y: number, w: number, h: number, score: number): void {
		if (things.count === things.most || score < 0.5) return;
		const i = things.count++;
		things.x[i] = x;
		things.y[i] = y;
		things.w[i] = w;
		things.h[i] = h;
		things.score[i] = score;
	}

	/** New people in what is left. */
	function unexpected(mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray, tracker: Tracker): void {
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
			if (tall < 9) continue;
			if (h < 0.5 * tall && w < 0.6 * tall && h > 0.1 * tall && w > 0.1 * tall) {
				thing(l, t, w, h, blobs.area[c] / (w * h));
			}
			if (blobs.area[c] < 0.08 * tall * tall) continue;
			const single =
				h < tall * 1.18 ? w < tall * 0.66 : h < tall * 1.45 && w < tall * 0.85 && umbrella((l + r) / 2, t, tall, rest);
			if (single && h > tall * 0.7 && blobs.area[c] > 0.14 * tall * tall) {
				add(l + BLEED, t + BLEED, w - 2 * BLEED, h - 2 * BLEED, 0.7, -1, mask, rgb);
				continue;
			}
			// Too low for somebody upright, but where somebody was a moment ago: they sat down.
			if (
				h > 0.36 * tall &&
				h < 0.8 * tall &&
				w > 0.3 * tall &&
				w < 1.25 * tall &&
				blobs.area[c] > 0.1 * tall * tall &&
				settled(l, t, w, h, tall, tracker)
			) {
				add(l + BLEED, t + BLEED, w - 2 * BLEED, h - 2 * BLEED, 0.7, -1, mask, rgb);
				measured[detections.count - 1] = 1;
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
				let bodyH = 0;
				for (let x = l; x < r; x++) {
					if (topOf[x] < 0) continue;
					for (let way = 0; way < 3; way++) {
						const f = way ? bottomOf[x] : footUnder(topOf[x]);
						const nominal = PERSON_HEIGHT * ground.at(f);
						let high = nominal;
						if (way === 2) {
							// Head and foot both seen in this column: worth more than one of them.
							high = f - topOf[x];
							if (high < 0.8 * nominal || high > 1.45 * nominal) continue;
							if (high > 1.2 * nominal && !umbrella(x + 0.5, topOf[x], nominal, rest)) continue;
						}
						const part = plausible(x + 0.5, f, high) + (way === 2 ? 0.2 : 0);
						if (part > best) {
							best = part;
							bx = x + 0.5;
							foot = f;
							bodyH = high;
						}
					}
				}
				if (best <= 0.55) break;
				add(bx - (bodyH * ASPECT) / 2, foot - bodyH, bodyH * ASPECT, bodyH, 0.6, -1, mask, rgb);
			}
		}
	}

	return {
		detections,
		things,
		blobs,
		owner,
		detect(mask, rgb, empty, tracker) {
			detections.count = things.count = 0;
			owner.fill(0);
			rest.set(mask);
			vehicles?.find(mask);
			expected(mask, rgb, empty, tracker);
			vehicles?.clear(rest);
			unexpected(mask, rgb, tracker);
		},
		learn(rgb, tracker) {
			const s = tracker.state;
			for (let o = 0; o < tracker.living; o++) {
				const t = tracker.order[o];
				const d = s.matched[t];
				if (d < 0 || s.missed[t]) continue;
				const foot = s.y[t] + s.h[t] / 2;
				const seen = detections.h[d] / ground.at(foot);
				if (s.hits[t] <= 1) {
					metres[t] = PERSON_HEIGHT;
					typical[t] = 0;
					twins[t] = 0;
				} else if (fits[d] >= 0 && d < detections.count && detections.hint[d] === t)
					typical[t] += 0.1 * (fits[d] - typical[t]);
				if (measured[d] || s.hits[t] <= 1) {
					metres[t] += (s.hits[t] <= 1 ? 0.7 : 0.1) * (seen - metres[t]);
					metres[t] = metres[t] < SHORTEST ? SHORTEST : metres[t] > TALLEST ? TALLEST : metres[t];
				}
				appearance.learn(t, s.x[t], foot, metres[t] * ground.at(foot), rgb, owner, d + 1, s.hits[t] <= 1);
			}
		}
	};
}
