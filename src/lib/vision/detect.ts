import { createAppearance, DX, DY, FIT, FOOT, SEEN, TALL, X } from './appearance';
import { createBlobs, type Blobs } from './blobs';
import type { Ground } from './ground';
import type { Tracker } from './track';
import { BANDS, createDetections, type Detections } from './types';
import type { Vehicles } from './vehicles';

/** Height of a standing person, metres. */
export const PERSON_HEIGHT = 1.7;
/** Height of somebody under an umbrella, metres. */
const SHELTERED = 2.1;
/** Width over height of somebody newly seen, and of somebody under an umbrella. */
const ASPECT = 0.42;
const ASPECT_SHELTERED = 0.53;
/** Parts of the height by which who stands is narrower on either side than their edges seem, for a bag or a last bit of shadow. */
const HALO = 0.03;
/** Metres a frame below which somebody stands. */
const SLOW = 0.027;
/** Pixels by which a body spills over its edge: the lens blurs, and a pixel covered in part counts. */
const BLEED = 0.35;
/** The same for feet on ground that has no shadow taken out. */
const BLEED_OVERCAST = 0.85;
/** Most small things in a frame. */
export const THINGS = 64;
/** A row or column that was not found. */
const NOWHERE = -1000;
/** Part of how well somebody usually fits that is enough. */
const FAITHFUL = 0.4;
/** Frames for which somebody on a vehicle's lane is not yet believed. */
const NEWCOMER = 60;
/** Wider than this is more than one person. */
const WIDEST = 0.66;
/** Pixels below which nobody is told from noise. */
const LEAST = 9;
/** Heights that people are taken to have, with an umbrella. */
const SHORTEST = 0.85;
const TALLEST = 2.4;

/** Where an umbrella's cloth is looked at, from the middle of its top, metres: first on it, then around it. */
const OVER: readonly number[] = [
	-0.42, 0.27, -0.28, 0.27, -0.14, 0.27, 0, 0.27, 0.14, 0.27, 0.28, 0.27, 0.42, 0.27, -0.3, 0.17, -0.1, 0.17, 0.1, 0.17,
	0.3, 0.17, -0.3, 0.33, -0.1, 0.33, 0.1, 0.33, 0.3, 0.33,
	// Above, beside and below.
	-0.25, -0.12, 0, -0.12, 0.25, -0.12, -0.75, 0.27, 0.75, 0.27, -0.45, 0.55, -0.3, 0.55, 0.3, 0.55, 0.45, 0.55
];
const CLOTH = 15;
/** Squared distance below which colours are one. */
const PLAIN = 900;
/** Score of an umbrella's cloth that is enough, and the least height of whoever is under one, metres. */
const SURE = 0.75;
const SHELTERED_LEAST = 1.85;
/** Share of people with an umbrella below which it does not rain, and what looks like one is none. */
const RAINY = 0.15;

export interface Detector {
	readonly detections: Detections;
	/** Small things on the ground, of the size of a bag. */
	readonly things: Detections;
	/** Components of what no known person explains. */
	readonly blobs: Blobs;
	/** Detection number + 1 of each pixel that a person found covers, 0 elsewhere. */
	readonly owner: Uint16Array;
	/** 1 where both sides of a detection could be seen. */
	readonly sides: Uint8Array;
	/** How sure it is, from 0 to 1, that the person of each of the tracker's slots is under an umbrella. */
	readonly umbrellas: Float64Array;
	/**
	 * Finds people: first those the tracker expects, near ones before far ones, by their looks; then new ones in what
	 * is left of the mask, several in one component if it is too big for one.
	 * @param empty colours of the empty scene, RGB
	 * @param shadows whether cast shadows were taken out of the mask
	 */
	detect(
		mask: Uint8Array,
		rgb: Uint8Array | Uint8ClampedArray,
		empty: Uint8Array,
		tracker: Tracker,
		shadows: boolean
	): void;
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
	/** How well each slot's person usually fits. */
	const typical = new Float64Array(most);
	const fits = new Float64Array(most);
	/** Height of each slot's person, and whether a detection shows a whole one. */
	const metres = new Float64Array(most).fill(PERSON_HEIGHT);
	const measured = new Uint8Array(most);
	const sides = new Uint8Array(most);
	/** Whether a new detection has the shape of an umbrella. */
	const cloths = new Uint8Array(most);

	/** For each row a head or an umbrella may be at, the foot row of somebody of PERSON_HEIGHT, and of SHELTERED. */
	const footUnder = new Int32Array(height);
	const footSheltered = new Int32Array(height);
	for (let head = 0; head < height; head++) {
		let foot = head;
		for (let i = 0; i < 6; i++) foot = head + PERSON_HEIGHT * ground.at(foot);
		footUnder[head] = Math.round(foot);
		for (let i = 0; i < 6; i++) foot = head + SHELTERED * ground.at(foot);
		footSheltered[head] = Math.round(foot);
	}
	const { place, found } = appearance;
	/** The box that `add` takes, the result of `plausible`: numbers handed over in arrays are not allocated. */
	const box = new Float64Array(5);
	const share = new Float64Array(1);
	const { scale, row, scaleAt } = ground;
	/** What `shelter` found: column, top row, score from 0 to 1; and the pixels it looked at. */
	const cloth = new Float64Array(3);
	const spots = new Int32Array(OVER.length / 2);
	/** Share of people of late over whom there was an umbrella's cloth. */
	const open = new Float64Array(1);
	/** How sure it is that each slot's person is under an umbrella. */
	const umbrellas = new Float64Array(most);
	/** Whether this frame is without cast shadows: then there may be umbrellas, and the ground darkens round feet. */
	let overcast = true;

	/** Adds the box in `box` (x, y, w, h, score), with the colours of its foreground that nobody nearer covers, and takes its pixels; `covered` by an umbrella or not. */
	function add(hint: number, covered: boolean, mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		const x = box[0];
		const y = box[1];
		const w = box[2];
		const h = box[3];
		const d = detections;
		if (d.count === d.most) return;
		const i = d.count++;
		measured[i] = sides[i] = cloths[i] = 0;
		fits[i] = -1;
		d.x[i] = x;
		d.y[i] = y;
		d.w[i] = w;
		d.h[i] = h;
		d.score[i] = box[4];
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
				covered && part < 0.17
					? 0.25 * h
					: part < 0.16
						? 0.09 * h
						: part < 0.55
							? 0.16 * h
							: 0.12 * h + (w / 2 - 0.12 * h) * ((part - 0.55) / 0.45) * 0.8;
			const to = Math.min(width, Math.round(middle + half));
			for (let u = Math.max(0, Math.round(middle - half)), at = v * width + u; u < to; u++, at++)
				if (!owner[at]) owner[at] = i + 1;
		}
		// What is left for others is what is off the body, arms and hems included.
		for (let v = Math.max(0, Math.floor(y - 1)), stop = Math.min(height, Math.ceil(y + h + 1)); v < stop; v++) {
			const part = (v + 0.5 - y) / h;
			const half = (part < 0.2 ? (covered ? 0.3 : 0.14) : part < 0.55 ? 0.2 : 0.24) * h + 1;
			const l = Math.max(0, Math.floor(Math.max(x - 1, middle - half)));
			const r = Math.min(width, Math.ceil(Math.min(x + w + 1, middle + half)));
			if (r > l) rest.fill(0, v * width + l, v * width + r);
		}
	}

	/** Whether a body's middle is foreground enough, at `place` moved by `found`, among what nobody nearer covers. */
	function supported(mask: Uint8Array): boolean {
		const x = place[X] + found[DX];
		const foot = place[FOOT] + found[DY];
		const tall = place[TALL];
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
		return inside > 0.35 * open;
	}

	/**
	 * The column where a body ends, going from its middle by `step`, between rows `t` and `b`: the first without
	 * foreground. NOWHERE when it runs into somebody nearer, or on for longer than `reach`.
	 */
	function side(x: number, step: number, reach: number, t: number, b: number, mask: Uint8Array): number {
		for (let k = 1, u = x + step; k <= reach + 1; k++, u += step) {
			if (u < 0 || u >= width) return step < 0 ? 0 : width;
			let inside = 0;
			let hidden = 0;
			for (let at = t * width + u, end = b * width; at < end; at += width) {
				if (owner[at]) hidden++;
				else inside += mask[at];
			}
			if (hidden > 0.3 * (b - t)) return NOWHERE;
			if (inside < 1) return step < 0 ? u + 1 : u;
		}
		return NOWHERE;
	}

	/** The same for the row where a body ends, going from row `v` by `step`, between columns `l` and `r`. */
	function end(v: number, step: number, limit: number, l: number, r: number, mask: Uint8Array): number {
		for (; step < 0 ? v >= limit : v < limit; v += step) {
			if (v < 0 || v >= height) return NOWHERE;
			let inside = 0;
			let hidden = 0;
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) {
				if (owner[at]) hidden++;
				else inside += mask[at];
			}
			if (hidden > 0.3 * (r - l)) return NOWHERE;
			if (inside < 2) return step < 0 ? v + 1 : v;
		}
		return NOWHERE;
	}

	/** Whether what stands at `x`, `top` is as wide below its top as an umbrella, and slim under it. Whole pixels. */
	function umbrella(x: number, top: number, tall: number, pixels: Uint8Array): boolean {
		if (!overcast) return false;
		const cloth = widest(x, top, top + Math.round(0.3 * tall), tall, pixels);
		if (cloth <= 0.45 * tall) return false;
		return widest(x, top + Math.round(0.4 * tall), top + Math.round(0.7 * tall), tall, pixels) < 0.75 * cloth;
	}

	/**
	 * Looks for an umbrella's cloth, of one colour from side to side and of none around it, over somebody in column
	 * `middle` with feet about row `foot`, at the pixels a metre in `row`; the best place into `cloth`.
	 */
	function shelter(middle: number, foot: number, mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		const k = row[0];
		cloth[2] = 0;
		const reach = Math.round(0.3 * k);
		for (let top = Math.round(foot - 2.4 * k), stop = Math.round(foot - 1.5 * k); top <= stop; top++)
			for (let dx = -reach; dx <= reach; dx++) {
				let open = 0;
				let r = 0;
				let g = 0;
				let b = 0;
				let j = 0;
				for (; j < CLOTH; j++) {
					const u = (middle + dx + OVER[2 * j] * k) | 0;
					const v = (top + OVER[2 * j + 1] * k) | 0;
					const at = v * width + u;
					const hidden = u < 0 || u >= width || v < 0 || v >= height || owner[at] > 0;
					if (hidden ? j - open > 5 : !mask[at]) break;
					spots[j] = hidden ? -1 : at;
					if (hidden) continue;
					open++;
					r += rgb[at * 3];
					g += rgb[at * 3 + 1];
					b += rgb[at * 3 + 2];
				}
				if (j < CLOTH) continue;
				r /= open;
				g /= open;
				b /= open;
				let same = 0;
				let around = 0;
				let other = 0;
				for (j = 0; j < OVER.length / 2; j++) {
					if (j >= CLOTH) {
						const u = (middle + dx + OVER[2 * j] * k) | 0;
						const v = (top + OVER[2 * j + 1] * k) | 0;
						spots[j] = u < 0 || u >= width || v < 0 || v >= height || owner[v * width + u] ? -1 : v * width + u;
					}
					const at = spots[j];
					if (at < 0) continue;
					const dr = rgb[at * 3] - r;
					const dg = rgb[at * 3 + 1] - g;
					const db = rgb[at * 3 + 2] - b;
					const alike = mask[at] > 0 && dr * dr + dg * dg + db * db < PLAIN;
					if (j >= CLOTH) {
						around++;
						if (!alike) other++;
					} else if (alike) same++;
				}
				if (around < 4) continue;
				const score = (same / open) * (other / around) - (0.1 * (dx < 0 ? -dx : dx)) / k;
				if (score > cloth[2]) {
					cloth[0] = middle + dx;
					cloth[1] = top;
					cloth[2] = score;
				}
			}
	}

	/** Middle of the foreground between an umbrella and the knees. */
	function trunk(x: number, foot: number, h: number, pixels: Uint8Array): number {
		const l = Math.max(0, Math.round(x - 0.18 * h));
		const r = Math.min(width, Math.round(x + 0.18 * h) + 1);
		let sum = 0;
		let count = 0;
		for (let v = Math.max(0, Math.round(foot - 0.6 * h)), b = Math.min(height, Math.round(foot - 0.25 * h)); v < b; v++)
			for (let u = l, at = v * width + l; u < r; u++, at++)
				if (pixels[at] && !owner[at]) {
					sum += u + 0.5;
					count++;
				}
		return count > 0.03 * h * h ? x + 0.5 * (sum / count - x) : x;
	}

	/** Most foreground in a row, within 0.4 of the height on either side. */
	function widest(x: number, from: number, to: number, tall: number, pixels: Uint8Array): number {
		const l = Math.max(0, Math.round(x - 0.4 * tall));
		const r = Math.min(width, Math.round(x + 0.4 * tall));
		let most = 0;
		for (let v = Math.max(0, from); v < to && v < height; v++) {
			let sum = 0;
			for (let at = v * width + l, stop = v * width + r; at < stop; at++) sum += pixels[at];
			if (sum > most) most = sum;
		}
		return most;
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
			const foot = s.y[t] + s.h[t] / 2;
			row[0] = foot;
			scaleAt();
			const k = row[0];
			const tall = metres[t] * k;
			// Who was found on the lane moments before a vehicle was, was a part of it.
			if (vehicles && s.hits[t] < NEWCOMER && vehicles.hides(Math.round(s.x[t]), Math.round(foot))) continue;
			place[X] = s.x[t];
			place[FOOT] = foot;
			place[TALL] = tall;
			if (!appearance.find(t, rgb, empty, owner)) continue;
			const fit = found[FIT];
			const seen = found[SEEN];
			const cx = s.x[t] + found[DX];
			let cf = foot + found[DY];

			if (seen < 0.2 || fit < 0.13 || fit < FAITHFUL * typical[t] || !supported(mask)) continue;
			// The body's ends where they can be seen; where not, as tall as known and as wide as its pace makes it.
			const l = Math.max(0, Math.round(cx - 0.16 * tall));
			const r = Math.min(width, Math.round(cx + 0.16 * tall) + 1);
			const middle = Math.min(height - 1, Math.max(0, Math.round(cf - tall / 2)));
			const nominal = PERSON_HEIGHT * k;
			const topRow = end(middle, -1, Math.round(cf - 1.5 * nominal), l, r, mask);
			// Somebody known too short, under an umbrella's edge say, may reach down to where people look taller.
			let lowest = cf + 0.2 * tall;
			if (topRow > 0) {
				row[0] = topRow + 1.45 * nominal;
				scaleAt();
				lowest = topRow + 1.45 * PERSON_HEIGHT * row[0];
			}
			const bottomRow = end(middle, 1, Math.min(height, Math.round(lowest)), l, r, mask);
			const top = topRow + BLEED;
			// The mask has no outermost rows: who reaches them is cut by the picture's edge.
			const bottom = bottomRow >= height - 1 ? height : bottomRow - (overcast ? BLEED_OVERCAST : BLEED);
			row[0] = bottomRow > 0 ? bottom : cf;
			scaleAt();
			const upright = PERSON_HEIGHT * row[0];
			let h = tall;
			let whole = 0;
			const span = topRow === NOWHERE || bottomRow === NOWHERE ? 0 : bottom - top;
			const axis = Math.round(cx);
			if (
				span > 0.7 * upright &&
				(span < 1.2 * upright || (span < 1.5 * upright && umbrella(axis, topRow, Math.round(upright), mask)))
			) {
				const cloth = span > 1.12 * upright && umbrella(axis, topRow, Math.round(upright), mask) ? 1 : 0;
				umbrellas[t] += 0.2 * (cloth - umbrellas[t]);
				h = span;
				cf = bottom;
				whole = 1;
			} else if (bottom > cf - 0.2 * tall && bottom < cf + 0.2 * tall) cf = bottom;
			else if (top < cf - 0.8 * tall && top > cf - 1.2 * tall) cf = top + tall;
			let axle = cx;
			if (overcast) {
				row[0] = k;
				shelter(axis, Math.round(cf), mask, rgb);
				const sure = cloth[2] > SURE;
				open[0] += 0.003 * ((sure ? 1 : 0) - open[0]);
				const sheltered = sure && open[0] > RAINY;
				if (sheltered) umbrellas[t] += 0.15 * (1 - umbrellas[t]);
				else if (!whole) umbrellas[t] *= 0.97;
				if (sheltered && umbrellas[t] > 0.4) {
					axle = cloth[0] + 0.5;
					row[0] = footSheltered[Math.max(0, cloth[1])];
					scaleAt();
					const stands = bottom - cloth[1];
					const known = metres[t] > SHELTERED_LEAST;
					const shown = bottomRow !== NOWHERE && stands > SHELTERED_LEAST * row[0] && stands < TALLEST * row[0];
					cf = shown ? bottom : cloth[1] + (known ? metres[t] : SHELTERED) * row[0];
					whole = shown || !known ? 1 : 0;
					h = cf - cloth[1];
				}
			}
			const slow = s.vx[t] < SLOW * k && s.vx[t] > -SLOW * k;
			const half = ((s.w[t] / s.h[t]) * h) / 2;
			const t0 = Math.max(0, Math.round(cf - h));
			const b0 = Math.min(height, Math.round(cf));
			const reach = Math.round(0.36 * h);
			const column = Math.floor(cx);
			const leftColumn = side(column, -1, reach, t0, b0, mask);
			const rightColumn = side(column, 1, reach, t0, b0, mask);
			let left = leftColumn + BLEED;
			let right = rightColumn - BLEED;
			let both = leftColumn !== NOWHERE && rightColumn !== NOWHERE ? 1 : 0;
			if (leftColumn === NOWHERE || left > cx - 0.1 * h) {
				left = cx - half;
				both = 0;
			}
			if (rightColumn === NOWHERE || right < cx + 0.1 * h) {
				right = cx + half;
				both = 0;
			}
			if (right - left > WIDEST * h && !umbrella(axis, Math.round(cf - h), Math.round(h), mask)) {
				left = cx - half;
				right = cx + half;
				both = 0;
			}
			if (umbrellas[t] > 0.4) {
				const c = trunk(axle, cf, h, mask);
				left = c - (ASPECT_SHELTERED / 2) * h;
				right = c + (ASPECT_SHELTERED / 2) * h;
				both = 1;
			} else if (slow) {
				const middle = (left + right) / 2;
				const most = (right - left) / 2 - HALO * h;
				left = middle - most;
				right = middle + most;
			}
			box[0] = left;
			box[1] = cf - h;
			box[2] = right - left;
			box[3] = h;
			box[4] = 1;
			add(t, umbrellas[t] > 0.4, mask, rgb);
			measured[detections.count - 1] = whole;
			sides[detections.count - 1] = both;
			fits[detections.count - 1] = fit;
		}
	}

	/**
	 * How well somebody new at column `column` and row `foot`, `eighths` of a pixel tall, explains what is left: the
	 * foreground over the part of their middle that nobody known covers, or 0 where too little of them, or nothing of
	 * their head and shoulders, could be seen. Into `share`.
	 */
	function plausible(column: number, foot: number, eighths: number): void {
		const x = column + 0.5;
		const tall = eighths / 8;
		share[0] = 0;
		const l = Math.max(0, Math.round(x - 0.13 * tall));
		const r = Math.min(width, Math.max(l + 1, Math.round(x + 0.13 * tall)));
		const t = Math.max(0, Math.round(foot - tall));
		const b = Math.min(height, Math.round(foot));
		const neck = Math.round(foot - 0.65 * tall);
		let open = 0;
		let inside = 0;
		let head = 0;
		let above = 0;
		let shown = 0;
		const knees = Math.round(foot - 0.25 * tall);
		for (let v = t; v < b; v++) {
			if (v === knees) {
				above = inside;
				shown = open;
			}
			for (let at = v * width + l, end = v * width + r; at < end; at++) {
				if (owner[at]) continue;
				open++;
				inside += rest[at];
			}
			if (v === neck) head = inside;
		}
		const whole = 0.26 * tall * tall;
		if (open < 0.35 * whole || head < 0.13 * whole) return;
		// Legs that nobody hides and that are not there.
		if (open - shown > 0.6 * (b - knees) * (r - l) && inside - above < 0.12 * (open - shown)) return;
		share[0] = inside / open;
	}

	/**
	 * Whether somebody known for a second or more, who had come to a stop and is not found in this frame, was last seen
	 * where component `c` is and nobody else.
	 */
	function settled(c: number, tracker: Tracker): boolean {
		const l = blobs.left[c];
		const t = blobs.top[c];
		const w = blobs.right[c] - l;
		const h = blobs.bottom[c] - t;
		const tall = PERSON_HEIGHT * scale[blobs.bottom[c]];
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

	/** Component `c`, if it is solid, as a thing. */
	function thing(c: number): void {
		const w = blobs.right[c] - blobs.left[c];
		const h = blobs.bottom[c] - blobs.top[c];
		if (things.count === things.most || 2 * blobs.area[c] < w * h) return;
		const i = things.count++;
		things.x[i] = blobs.left[c];
		things.y[i] = blobs.top[c];
		things.w[i] = w;
		things.h[i] = h;
		things.score[i] = blobs.area[c] / (w * h);
	}

	/** Component `c` as one person. */
	function single(c: number, mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		box[0] = blobs.left[c] + BLEED;
		box[1] = blobs.top[c] + BLEED;
		box[2] = blobs.right[c] - blobs.left[c] - 2 * BLEED;
		box[3] = blobs.bottom[c] - blobs.top[c] - 2 * BLEED;
		box[4] = 0.7;
		add(-1, false, mask, rgb);
		sides[detections.count - 1] = 1;
		const tall = Math.round(PERSON_HEIGHT * scale[blobs.bottom[c]]);
		if (box[3] > 1.12 * tall && umbrella((blobs.left[c] + blobs.right[c]) >> 1, blobs.top[c], tall, mask))
			cloths[detections.count - 1] = 1;
	}

	/** New people in what is left. */
	function unexpected(mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray, tracker: Tracker): void {
		blobs.find(rest, 8);
		blobs.labels(labels);
		for (let c = 0; c < blobs.count; c++) {
			const w = blobs.right[c] - blobs.left[c];
			const h = blobs.bottom[c] - blobs.top[c];
			const tall = PERSON_HEIGHT * scale[blobs.bottom[c]];
			if (tall < LEAST) continue;
			if (h < 0.5 * tall && w < 0.6 * tall && h > 0.1 * tall && w > 0.1 * tall) thing(c);
			if (blobs.area[c] < 0.08 * tall * tall) continue;
			const one =
				h < tall * 1.18
					? w < tall * WIDEST
					: h < tall * 1.45 &&
						w < tall * 0.85 &&
						umbrella((blobs.left[c] + blobs.right[c]) >> 1, blobs.top[c], Math.round(tall), rest);
			if (one && h > tall * 0.7 && blobs.area[c] > 0.14 * tall * tall) single(c, mask, rgb);
			// Too low for somebody upright, but where somebody was a moment ago: they sat down.
			else if (
				h > 0.47 * tall &&
				h < 0.8 * tall &&
				w > 0.3 * tall &&
				w < 1.25 * tall &&
				blobs.area[c] > 0.1 * tall * tall &&
				settled(c, tracker)
			) {
				single(c, mask, rgb);
				measured[detections.count - 1] = 1;
			} else peel(c, mask, rgb);
		}
	}

	/** Takes people out of component `c` one by one, the best explained first. */
	function peel(c: number, mask: Uint8Array, rgb: Uint8Array | Uint8ClampedArray): void {
		const l = blobs.left[c];
		const r = blobs.right[c];
		for (let k = 0; k < 24; k++) {
			topOf.fill(-1, l, r);
			for (let y = blobs.top[c], b = blobs.bottom[c]; y < b; y++)
				for (let x = l, at = y * width + l; x < r; x++, at++) {
					if (!rest[at] || labels[at] !== c + 1) continue;
					if (topOf[x] < 0) topOf[x] = y;
					bottomOf[x] = y + 1;
				}
			let best = 0.55;
			let column = 0;
			let foot = 0;
			let eighths = 0;
			let cloth = 0;
			for (let x = l; x < r; x++) {
				if (topOf[x] < 0) continue;
				// By the head, by the foot, by both where one column shows both, and by an umbrella: the last two are worth more.
				for (let way = 0; way < 4; way++) {
					let f = way ? bottomOf[x] : footUnder[topOf[x]];
					if (way === 3) {
						f = footSheltered[topOf[x]];
						if (f >= height || !umbrella(x, topOf[x], Math.round(PERSON_HEIGHT * scale[f]), rest)) continue;
					}
					const nominal = PERSON_HEIGHT * scale[f > height ? height : f];
					let high = Math.round(way === 3 ? 8 * SHELTERED * scale[f] : 8 * nominal);
					if (way === 2) {
						const seen = f - topOf[x];
						if (seen < 0.8 * nominal || seen > 1.45 * nominal) continue;
						if (seen > 1.2 * nominal && !umbrella(x, topOf[x], Math.round(nominal), rest)) continue;
						high = 8 * seen;
					}
					plausible(x, f, high);
					const part = share[0] + (way > 1 ? 0.2 : 0);
					if (part > best) {
						best = part;
						column = x;
						foot = f;
						eighths = high;
						cloth = way === 3 || (way === 2 && high > 9.6 * nominal) ? 1 : 0;
					}
				}
			}
			if (best <= 0.55) return;
			const h = eighths / 8;
			const aspect = cloth ? ASPECT_SHELTERED : ASPECT;
			box[0] = column + 0.5 - (h * aspect) / 2;
			box[1] = foot - h;
			box[2] = h * aspect;
			box[3] = h;
			box[4] = 0.6;
			add(-1, cloth === 1, mask, rgb);
			cloths[detections.count - 1] = cloth;
		}
	}

	return {
		detections,
		sides,
		umbrellas,
		things,
		blobs,
		owner,
		detect(mask, rgb, empty, tracker, shadows) {
			overcast = !shadows;
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
				row[0] = foot;
				scaleAt();
				const k = row[0];
				const seen = detections.h[d] / k;
				if (s.hits[t] <= 1) {
					metres[t] = PERSON_HEIGHT;
					umbrellas[t] = cloths[d] ? 0.3 : 0;
					typical[t] = 0;
				} else if (fits[d] >= 0 && d < detections.count && detections.hint[d] === t)
					typical[t] += 0.1 * (fits[d] - typical[t]);
				if (measured[d] || s.hits[t] <= 1) {
					// An umbrella seen for the first time: not a head, after all.
					const risen = umbrellas[t] > 0.4 && metres[t] < SHELTERED_LEAST;
					metres[t] += (s.hits[t] <= 1 ? 0.7 : risen ? 1 : 0.1) * (seen - metres[t]);
					metres[t] = metres[t] < SHORTEST ? SHORTEST : metres[t] > TALLEST ? TALLEST : metres[t];
				}
				place[X] = s.x[t];
				place[FOOT] = foot;
				place[TALL] = metres[t] * k;
				appearance.learn(t, rgb, owner, d + 1, s.hits[t] <= 1);
			}
		}
	};
}
