import { createBackground } from '../background';
import { claim, box } from '../detect/motion/claim';
import type { Detector } from '../detect/detector';
import { cover } from '../detect/motion/gate';
import { createScan } from '../detect/motion/scan';
import { shareOf, type Empty } from '../empty';
import { createGround } from '../ground';
import { createMask } from '../mask';
import { COLOURS } from '../types';
import { createAbreast } from './abreast';
import type { Band } from './band';
import { groundless } from './calibration';
import { createGroups } from './groups';

export interface PlainOptions {
	width: number;
	height: number;
	band: Band;
	fps: number;
	/** Most boxes in a frame. */
	most: number;
	gated?: boolean;
	shadows?: boolean;
	components?: number;
}

/** Shares of the empty scene's light between which a pixel of its colour is only lit otherwise. */
const DARKER = 0.8;
const BRIGHTER = 1.25;
/** Heights, as parts of the band's, that somebody may have; and width over the band's from which they are several. */
const SHORTEST = 0.45;
const TALLEST = 1.7;
const SEVERAL = 0.85;
/** Blobs from which a band is one: before, anybody large enough may come, and the band goes to how tall they are. */
const KNOWN = 20;
const SEEN = 10;
const ADAPT = 0.05;
/** Width of nobody. */
const SLIMMEST = 0.12;
/** Part of the box that must be foreground. */
const SOLID = 0.3;
/** Part of the people's box at either end of its columns left out: an arm, a strip of shadow. */
const TRIM = 0.02;
/** Pixels from an edge of the picture within which somebody is cut off by it. */
const EDGE = 2;

/**
 * Finds people where no camera is known: what differs from the empty scene, parts that lie together as one, if it is as
 * tall as people were at that row. Sizes come from the picture; nothing in here was fitted on drawn people.
 */
export function createPlain(options: PlainOptions): Detector {
	const { width, height, band, fps, most, gated = true, shadows = true, components = 3 } = options;
	const raw = new Uint8Array(width * height);
	const gate = new Uint8Array(width * height);
	const background = createBackground({ width, height, components });
	const cleaner = createMask({ width, height, shadows });
	const { mask } = cleaner;
	const ground = createGround(groundless(width, height), height);
	const scan = createScan(width, height, ground, most, mask, cleaner.colours);
	const empty: Pick<Empty, 'colours'> = { colours: cleaner.colours };
	const groups = createGroups(scan.blobs, band.tall);
	const abreast = createAbreast(width, mask);
	const columns = new Int32Array(width);
	/** Whether nothing was seen yet that tells how tall people are. */
	const guessed = band.sights < KNOWN;

	/** Takes out of the mask what is the empty scene in other light: an exposure that has moved, a faint shadow. */
	function relight(rgb: Uint8Array | Uint8ClampedArray): void {
		for (let i = 0; i < mask.length; i++) {
			if (!mask[i]) continue;
			const share = shareOf(empty as Empty, i, rgb);
			if (share > DARKER && share < BRIGHTER) mask[i] = 0;
		}
	}

	/** Makes a detection of the foreground between two columns and two rows, if it is as solid as somebody. */
	function add(l: number, r: number, t: number, b: number): void {
		columns.fill(0, l, r);
		let sum = 0;
		for (let v = t; v < b; v++)
			for (let u = l, at = v * width + l; u < r; u++, at++)
				if (mask[at]) {
					columns[u]++;
					sum++;
				}
		let left = l;
		let right = r;
		for (let cut = 0; left < right && (cut += columns[left]) < TRIM * sum;) left++;
		for (let cut = 0; right > left && (cut += columns[right - 1]) < TRIM * sum;) right--;
		if (sum < SOLID * (right - left) * (b - t)) return;
		box[0] = left;
		box[1] = t;
		box[2] = right - left;
		box[3] = b - t;
		box[4] = 0.7;
		const i = claim(scan, -1, false);
		// Whoever is cut off by an edge shows other clothes where their head, or their feet, would be.
		const cut = left <= EDGE || t <= EDGE || right >= width - EDGE || b >= height - EDGE;
		if (cut) scan.detections.colour.fill(-1, i * COLOURS, (i + 1) * COLOURS);
	}

	return {
		prepare({ rgb, luma }) {
			background.apply(luma, raw);
			cleaner.clean(raw, luma, background, rgb);
		},
		detect({ rgb, luma }) {
			background.apply(luma, raw, gated ? gate : undefined);
			cleaner.clean(raw, luma, background, rgb);
			relight(rgb);
			scan.rgb = rgb;
			scan.detections.count = 0;
			scan.owner.fill(0);
			scan.blobs.find(mask, 6);
			groups.find();
			const { left, top, right, bottom } = groups;
			for (let g = 0; g < groups.count; g++) {
				const w = right[g] - left[g];
				const h = bottom[g] - top[g];
				const tall = band.tall[bottom[g]];
				if (h < SHORTEST * tall || (h > TALLEST * tall && !guessed) || w < SLIMMEST * tall) continue;
				if (w <= SEVERAL * tall || w <= 0.7 * h) {
					add(left[g], right[g], top[g], bottom[g]);
					continue;
				}
				abreast.find(left[g], right[g], top[g], bottom[g], tall);
				for (let k = 0; k < abreast.count; k++) {
					const own = abreast.bottom[k] - abreast.top[k];
					if (own >= SHORTEST * tall) add(abreast.left[k], abreast.right[k], abreast.top[k], abreast.bottom[k]);
				}
			}
			return scan.detections;
		},
		learn(_, people) {
			const { state: s, order, living } = people;
			for (let o = 0; guessed && o < living; o++) {
				const t = order[o];
				if (s.missed[t] || s.hits[t] < SEEN) continue;
				for (let v = 0; v <= height; v++) band.tall[v] += ADAPT * (s.h[t] - band.tall[v]);
			}
			gate.fill(0);
			if (gated) cover(gate, width, height, fps, people);
		},
		layers: {
			raw,
			mask,
			get labels() {
				scan.blobs.find(mask, 6);
				return scan.blobs.labels(scan.labels);
			},
			picture: background.picture
		},
		state: [background.mean, background.variance]
	};
}
