import type { Camera } from '../camera/camera';
import { createBackground } from './background';
import { createBlobs } from './blobs';
import { createMask } from './mask';
import { PERSON_HEIGHT } from './detect';

/** Learns how tall people look at each row of unknown footage, from blobs that are shaped like one person. */
export interface Calibrator {
	step(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array): void;
	/** Blobs used so far. */
	readonly count: number;
	/** A level camera that sees people as tall as they were. With few blobs: as tall everywhere; without any: a quarter of the image. */
	camera(): Camera;
}

/** Blobs kept. */
const MOST = 4096;

export function createCalibrator(width: number, height: number): Calibrator {
	const background = createBackground({ width, height, components: 3 });
	const cleaner = createMask({ width, height, shadows: true });
	const blobs = createBlobs(width, height);
	const raw = new Uint8Array(width * height);
	const foot: number[] = [];
	const tall: number[] = [];
	let frame = 0;

	return {
		get count() {
			return foot.length;
		},
		step(rgb, luma) {
			background.apply(luma, raw);
			cleaner.clean(raw, luma, background, rgb);
			// The first second is the model's own, and neighbouring frames say the same thing twice.
			if (++frame < 12 || frame % 3) return;
			blobs.find(cleaner.mask, 12);
			for (let c = 0; c < blobs.count && foot.length < MOST; c++) {
				const w = blobs.right[c] - blobs.left[c];
				const h = blobs.bottom[c] - blobs.top[c];
				const whole =
					blobs.left[c] > 2 && blobs.top[c] > 2 && blobs.right[c] < width - 2 && blobs.bottom[c] < height - 2;
				if (!whole || h < 8 || h < 1.7 * w || h > 4.5 * w || blobs.area[c] < 0.45 * w * h) continue;
				foot.push(blobs.bottom[c]);
				tall.push(h);
			}
		},
		camera() {
			let slope = 0;
			let level = height / 4;
			// A few say how tall people are, but not yet how that goes with the row.
			if (foot.length >= 6) level = Float64Array.from(tall).sort()[tall.length >> 1];
			if (foot.length >= 30) {
				// The line through two blobs that most others agree with (RANSAC over a fixed sequence of pairs), then the
				// least squares of those that agree.
				const n = foot.length;
				let most = -1;
				let a = 0;
				let b = 0;
				let pick = 1;
				for (let round = 0; round < 400; round++) {
					pick = (Math.imul(pick, 1103515245) + 12345) >>> 0;
					const i = pick % n;
					pick = (Math.imul(pick, 1103515245) + 12345) >>> 0;
					const j = (pick >>> 8) % n;
					const far = foot[i] - foot[j];
					const s = far * far < 9 ? 0 : (tall[i] - tall[j]) / far;
					if (s < 0 || s > 2) continue;
					const t = tall[i] - s * foot[i];
					let agree = 0;
					for (let k = 0; k < n; k++) {
						const r = tall[k] - (s * foot[k] + t);
						if (r * r < 0.0225 * tall[k] * tall[k]) agree++;
					}
					if (agree > most) {
						most = agree;
						a = s;
						b = t;
					}
				}
				let sw = 0;
				let sx = 0;
				let sy = 0;
				let sxx = 0;
				let sxy = 0;
				for (let k = 0; k < n; k++) {
					const r = tall[k] - (a * foot[k] + b);
					if (r * r >= 0.0225 * tall[k] * tall[k]) continue;
					sw++;
					sx += foot[k];
					sy += tall[k];
					sxx += foot[k] * foot[k];
					sxy += foot[k] * tall[k];
				}
				const spread = sw * sxx - sx * sx;
				slope = spread > sw * sw * 4 ? (sw * sxy - sx * sy) / spread : a;
				level = (sy - slope * sx) / sw;
				if (slope < 0 || slope * height + level < 8) {
					slope = 0;
					level = sy / sw;
				}
			}
			// A level camera sees a person h = PERSON_HEIGHT (v - v0) / z tall; one far above is as good as level ground.
			if (slope < 0.02) {
				level += (slope - 0.02) * 0.7 * height;
				slope = 0.02;
			}
			const v0 = -level / slope;
			const z = PERSON_HEIGHT / slope;
			return { x: 0, y: 0, z, sin: 0, cos: 1, f: 1.2 * height, u0: width / 2, v0, width, height };
		}
	};
}
