import type { Blobs } from './blobs';
import type { Ground } from './ground';
import { BANDS, createDetections, type Detections } from './types';

/** Height of a standing person, metres, and the width of their box over its height. */
export const PERSON_HEIGHT = 1.7;
export const PERSON_ASPECT = 0.36;

export interface Detector {
	readonly detections: Detections;
	/** Finds people in the components of a mask; several in one component are peeled out one by one. */
	detect(mask: Uint8Array, blobs: Blobs, labels: Uint16Array, rgb: Uint8Array | Uint8ClampedArray): void;
}

export interface DetectorOptions {
	width: number;
	height: number;
	ground: Ground;
	/** Most boxes in a frame. */
	most: number;
}

export function createDetector({ width, height, ground, most }: DetectorOptions): Detector {
	const detections = createDetections(most);
	const rest = new Uint8Array(width * height);
	const topOf = new Int32Array(width);
	const bottomOf = new Int32Array(width);

	/** Foot row of somebody whose head is at row `head`. */
	function footUnder(head: number): number {
		let foot = head;
		for (let i = 0; i < 6; i++) foot = head + PERSON_HEIGHT * ground.at(foot);
		return foot;
	}

	function add(x: number, y: number, w: number, h: number, score: number, rgb: Uint8Array | Uint8ClampedArray): void {
		const d = detections;
		if (d.count === d.most) return;
		const i = d.count++;
		d.x[i] = x;
		d.y[i] = y;
		d.w[i] = w;
		d.h[i] = h;
		d.score[i] = score;
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
					if (!rest[at]) continue;
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
	}

	/** Unexplained foreground of component `label` in a box, minus what is not foreground there, over the box's area. */
	function fill(x: number, y: number, w: number, h: number): number {
		const l = Math.max(0, Math.round(x));
		const t = Math.max(0, Math.round(y));
		const r = Math.min(width, Math.round(x + w));
		const b = Math.min(height, Math.round(y + h));
		let inside = 0;
		for (let v = t; v < b; v++) for (let at = v * width + l, end = v * width + r; at < end; at++) inside += rest[at];
		return inside / (w * h);
	}

	function claim(x: number, y: number, w: number, h: number): void {
		const l = Math.max(0, Math.floor(x - w * 0.15));
		const t = Math.max(0, Math.floor(y - 1));
		const r = Math.min(width, Math.ceil(x + w * 1.15));
		const b = Math.min(height, Math.ceil(y + h + 1));
		for (let v = t; v < b; v++) rest.fill(0, v * width + l, v * width + r);
	}

	return {
		detections,
		detect(mask, blobs, labels, rgb) {
			detections.count = 0;
			rest.set(mask);
			for (let c = 0; c < blobs.count; c++) {
				const l = blobs.left[c];
				const r = blobs.right[c];
				const t = blobs.top[c];
				const b = blobs.bottom[c];
				const w = r - l;
				const h = b - t;
				const tall = PERSON_HEIGHT * ground.at(b);
				const wide = tall * PERSON_ASPECT;
				if (blobs.area[c] < 0.3 * tall * wide) continue;
				if (h < tall * 1.25 && w < wide * 1.7) {
					if (h < tall * 0.4) continue;
					add(l, t, w, h, Math.min(1, blobs.area[c] / (0.7 * tall * wide)), rgb);
					claim(l, t, w, h);
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
					let best = 0.4;
					let bx = 0;
					let by = 0;
					let bw = 0;
					let bh = 0;
					for (let x = l; x < r; x++) {
						if (topOf[x] < 0) continue;
						for (let way = 0; way < 2; way++) {
							const foot = way ? bottomOf[x] : footUnder(topOf[x]);
							const bodyH = PERSON_HEIGHT * ground.at(foot);
							const bodyW = bodyH * PERSON_ASPECT;
							const f = fill(x + 0.5 - bodyW / 2, foot - bodyH, bodyW, bodyH);
							if (f > best) {
								best = f;
								bx = x + 0.5 - bodyW / 2;
								by = foot - bodyH;
								bw = bodyW;
								bh = bodyH;
							}
						}
					}
					if (best <= 0.4) break;
					add(bx, by, bw, bh, best, rgb);
					claim(bx, by, bw, bh);
				}
			}
		}
	};
}
