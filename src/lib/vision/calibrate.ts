import type { Camera } from '../camera/camera';
import { createBackground } from './background';
import { createBlobs } from './blobs';
import { bandOf } from './footage/band';
import { groundless, REASONS, type Calibration } from './footage/calibration';
import { createMask } from './mask';
import { PERSON_HEIGHT } from './types';

/** Learns how tall people look at each row of unknown footage, from blobs that are shaped like one person and walk. */
export interface Calibrator {
	step(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array): void;
	/** Sights of walkers so far. */
	readonly count: number;
	/**
	 * A level camera that sees people as tall as walkers were. With few of them, or all in the same rows: nearly as tall
	 * everywhere. Without walkers: as tall as what was shaped like a person; without that: a quarter of the image.
	 */
	camera(): Camera;
	/** The same with whether to believe it; and where not, how tall people are without any camera. */
	calibration(): Calibration;
}

/** Sights kept. */
const MOST = 4096;
/** People are this part of the image's height at least, and at most. */
const SMALL = 0.04;
const LARGE = 0.8;
/** Width over height of somebody who stands or walks. */
const SLIM = 0.18;
const WIDE = 0.62;
/** Part of their box that a body fills. */
const FILLED = 0.4;
/** A blob goes on in the next frame where the boxes overlap by this part of their union. Rain and noise do not. */
const SAME = 0.3;
/** Frames that somebody is followed for, and part of their own height that they go, before they count as walking. */
const FOLLOWED = 6;
const WALKED = 0.25;
/** Each walker is measured every so many frames: neighbouring frames say the same thing twice. */
const APART = 3;
/** Sights of walkers from which a line is fitted. */
const ENOUGH = 12;
/** Deviation from the line, as a part of the height, up to which a sight is explained by it. */
const AGREE = 0.15;
/** Sights of walkers from which a camera is believed, if it explains half of them or nearly all; and the part of the rows that they must be spread over. */
const BELIEVED = 60;
const BELIEVED_ALIKE = 20;
const NEARLY = 0.8;
const SPREAD = 0.1;
/** Part of them that must agree on it, and the median error of all, as a part of the height. */
const EXPLAINED = 0.5;
const RESIDUAL = 0.17;
/** Growth of people from row to row below which the camera hangs too high to be one, and above which it lies on the ground. */
const HIGH = 0.05;
const LOW = 1.2;
/** Part of the picture's height from which people are too near to be seen whole. */
const CLOSE = 0.55;
/** Widest blob, over its height, that tells how large people are; frames it is followed for. */
const BROAD = 0.9;
const KEPT = 4;
/** Part of the image that is foreground when it is the light or the camera that changed. */
const SUDDEN = 0.6;

/** A blob followed from frame to frame. */
interface Chain {
	left: number;
	top: number;
	right: number;
	bottom: number;
	/** Where it began: its middle and its foot. */
	readonly x: number;
	readonly y: number;
	frames: number;
	walks: boolean;
	/** Whether it may be one whole person; else it only tells of sizes. */
	whole: boolean;
	/** Foot and height in turn, every APART frames. */
	readonly sights: number[];
	seen: boolean;
}

export function createCalibrator(width: number, height: number): Calibrator {
	let background = createBackground({ width, height, components: 3 });
	let cleaner = createMask({ width, height, shadows: true });
	const blobs = createBlobs(width, height);
	const raw = new Uint8Array(width * height);
	const foot: number[] = [];
	const tall: number[] = [];
	/** Heights of single blobs, walking or not. */
	const alone: number[] = [];
	/** Feet and heights of all that lasts, cut by the picture's edge or not. */
	const lastingFoot: number[] = [];
	const lastingTall: number[] = [];
	let chains: Chain[] = [];
	let frame = 0;

	function follow(left: number, top: number, right: number, bottom: number, whole: boolean): void {
		const area = (right - left) * (bottom - top);
		let chain: Chain | undefined;
		let best = SAME;
		for (const c of chains) {
			if (c.seen || c.whole !== whole) continue;
			const w = Math.min(right, c.right) - Math.max(left, c.left);
			const h = Math.min(bottom, c.bottom) - Math.max(top, c.top);
			if (w <= 0 || h <= 0) continue;
			const overlap = (w * h) / (area + (c.right - c.left) * (c.bottom - c.top) - w * h);
			if (overlap <= best) continue;
			best = overlap;
			chain = c;
		}
		if (!chain) {
			const x = (left + right) / 2;
			chains.push({ left, top, right, bottom, x, y: bottom, frames: 1, walks: false, whole, sights: [], seen: true });
			return;
		}
		Object.assign(chain, { left, top, right, bottom, seen: true });
		const measured = chain.frames++ % APART === 0;
		if (measured && chain.frames > KEPT && lastingFoot.length < MOST) {
			lastingFoot.push(bottom);
			lastingTall.push(bottom - top);
		}
		if (!whole) return;
		if (measured) chain.sights.push(bottom, bottom - top);
		const across = (left + right) / 2 - chain.x;
		const down = bottom - chain.y;
		const far = WALKED * (bottom - top);
		if (chain.frames >= FOLLOWED && across * across + down * down > far * far) chain.walks = true;
		if (!chain.walks) return;
		for (let k = 0; k < chain.sights.length && foot.length < MOST; k += 2) {
			foot.push(chain.sights[k]);
			tall.push(chain.sights[k + 1]);
		}
		chain.sights.length = 0;
	}

	function camera(): Camera {
		const { slope, level } = line(foot, tall, alone, height);
		// A level camera sees a person h = PERSON_HEIGHT (v - v0) / z tall; one far above is as good as level ground.
		const v0 = -level / slope;
		const z = PERSON_HEIGHT / slope;
		return { x: 0, y: 0, z, sin: 0, cos: 1, f: 1.2 * height, u0: width / 2, v0, width, height };
	}

	/** How well a camera explains those who walked: the part of them it does, and the median error. */
	function judge({ v0, z }: Camera): { explained: number; residual: number } {
		const errors = Float64Array.from(foot, (v, k) => {
			const model = (PERSON_HEIGHT * (v - v0)) / z;
			return model > 0 ? Math.abs(tall[k] - model) / model : 1;
		}).sort();
		const n = errors.length;
		return n
			? { explained: errors.filter((e) => e < AGREE).length / n, residual: errors[n >> 1] }
			: { explained: 0, residual: NaN };
	}

	return {
		get count() {
			return foot.length;
		},
		calibration() {
			const found = camera();
			const judged = judge(found);
			const band = bandOf(lastingFoot, lastingTall, height);
			const why = verdict(found, judged, foot, band.tall[Math.round(0.7 * height)] / height);
			const sure = why === 'walkers';
			return {
				sure,
				why,
				reason: REASONS[why],
				sights: foot.length,
				...judged,
				camera: sure ? found : groundless(width, height),
				band: sure ? null : band
			};
		},
		step(rgb, luma) {
			background.apply(luma, raw);
			cleaner.clean(raw, luma, background, rgb);
			if (++frame === 1) return;
			let differs = 0;
			for (let i = 0; i < raw.length; i++) if (raw[i]) differs++;
			if (differs > SUDDEN * raw.length) {
				background = createBackground({ width, height, components: 3 });
				cleaner = createMask({ width, height, shadows: true });
				background.apply(luma, raw);
				cleaner.clean(raw, luma, background, rgb);
				chains = [];
				return;
			}
			for (const c of chains) c.seen = false;
			blobs.find(cleaner.mask, 12);
			for (let c = 0; c < blobs.count; c++) {
				const [left, top, right, bottom] = [blobs.left[c], blobs.top[c], blobs.right[c], blobs.bottom[c]];
				const w = right - left;
				const h = bottom - top;
				if (h < 8 || h < SMALL * height) continue;
				const cut = left <= 2 || top <= 2 || right >= width - 2 || bottom >= height - 2 || h > LARGE * height;
				const whole = !cut && w >= SLIM * h && w <= WIDE * h && blobs.area[c] >= FILLED * w * h;
				if (whole && frame % APART === 0 && alone.length < MOST) alone.push(h);
				if (whole || (w < BROAD * h && left > 2 && right < width - 2)) follow(left, top, right, bottom, whole);
			}
			chains = chains.filter((c) => c.seen);
		},
		camera
	};
}

/** Whether a camera is to be believed, and if not, what speaks against it first. */
function verdict(
	{ z, height }: Camera,
	{ explained, residual }: { explained: number; residual: number },
	foot: number[],
	large: number
): keyof typeof REASONS {
	if (foot.length < (explained > NEARLY ? BELIEVED_ALIKE : BELIEVED)) return large > CLOSE ? 'close' : 'few';
	const rows = Float64Array.from(foot).sort();
	if (rows[Math.floor(0.9 * rows.length)] - rows[Math.floor(0.1 * rows.length)] < SPREAD * height) return 'row';
	const slope = PERSON_HEIGHT / z;
	if (slope < HIGH || slope > LOW) return 'limit';
	return explained < EXPLAINED || residual > RESIDUAL ? 'scatter' : 'walkers';
}

/** Least growth of people from row to row: a camera needs some. */
const FLAT = 0.02;

/** Height at row v: slope v + level. */
function line(foot: number[], tall: number[], alone: number[], height: number): { slope: number; level: number } {
	const least = SMALL * height;
	const n = foot.length;
	/** As tall as most, nearly everywhere: exactly so at row `at`. */
	const flat = (value: number, at: number) => ({
		slope: FLAT,
		level: Math.max(least, Math.min(LARGE * height, value)) - FLAT * at
	});
	if (n < ENOUGH) {
		if (n) return flat(median(tall), median(foot));
		return flat(alone.length >= ENOUGH ? median(alone) : height / 4, 0.7 * height);
	}
	const rows = Float64Array.from(foot).sort();
	const low = rows[Math.floor(0.9 * (n - 1))];
	const high = rows[Math.floor(0.1 * (n - 1))];
	const spread = low - high;
	let best = flat(median(tall), median(foot));
	// In rows too near each other, a slope would be of people's own heights.
	if (spread < 0.06 * height) return best;

	/**
	 * How much of what was seen a line explains, the tall for more than the small: parts of people are seen more often
	 * than people are seen larger than they are.
	 */
	const explained = (slope: number, level: number): number => {
		let sum = 0;
		for (let k = 0; k < n; k++) {
			const model = slope * foot[k] + level;
			const r = (tall[k] - model) / (AGREE * model);
			if (model > 0 && r * r < 1) sum += (1 - r * r) * Math.sqrt(tall[k]);
		}
		return sum;
	};
	let most = explained(best.slope, best.level);
	// Lines through two sights, of a fixed sequence of pairs (RANSAC).
	let pick = 1;
	const next = (): number => {
		pick = (Math.imul(pick, 1103515245) + 12345) >>> 0;
		return (pick >>> 8) % n;
	};
	for (let round = 0; round < 1500; round++) {
		const i = next();
		const j = next();
		const far = foot[i] - foot[j];
		if (Math.abs(far) < 0.25 * spread) continue;
		const slope = (tall[i] - tall[j]) / far;
		const level = tall[i] - slope * foot[i];
		if (!(slope >= FLAT && slope < 2)) continue;
		// Tall enough where somebody far was seen, and not too tall where somebody near was.
		if (slope * high + level < 0.6 * least || slope * low + level > LARGE * height) continue;
		const sum = explained(slope, level);
		if (sum <= most) continue;
		most = sum;
		best = { slope, level };
	}
	// The least squares of what agrees.
	let sw = 0;
	let sx = 0;
	let sy = 0;
	let sxx = 0;
	let sxy = 0;
	for (let k = 0; k < n; k++) {
		const model = best.slope * foot[k] + best.level;
		if (!(model > 0) || Math.abs(tall[k] - model) > AGREE * model) continue;
		// Errors grow with height.
		const w = 1 / (model * model);
		sw += w;
		sx += w * foot[k];
		sy += w * tall[k];
		sxx += w * foot[k] * foot[k];
		sxy += w * foot[k] * tall[k];
	}
	const slope = (sw * sxy - sx * sy) / (sw * sxx - sx * sx);
	const level = (sy - slope * sx) / sw;
	return slope >= FLAT && explained(slope, level) >= 0.9 * most ? { slope, level } : best;
}

function median(values: number[]): number {
	return Float64Array.from(values).sort()[values.length >> 1];
}
