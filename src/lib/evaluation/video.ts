import type { Camera } from '../camera/camera';
import { createCalibrator } from '../vision/calibrate';
import { createPipeline, type PipelineOptions } from '../vision/index';
import type { Tracks } from '../vision/types';
import { FileError } from './motchallenge';
import type { Sequence } from './metrics';
import { createSteady } from './steady';
import { afterwards, clip, createFollowed, PIXELS_LATE } from './tracklets';
import { openVideo, shrink } from './y4m';

/** Footage of more pixels is averaged down by a whole factor: the pipeline is made for small pictures. */
const PIXELS = 120_000;
/** Frames a second that the pipeline is made for: of faster footage only every second, third… frame is looked at. */
const RATE = 12.5;
/** Seconds of the video that are looked at beforehand, to calibrate and to know the empty scene. */
const BEFORE = 120;
/** Frames of them, evenly spread, from which the empty scene is learned. */
const SAMPLES = 80;

/** Part of the picture that is foreground when it is the light or the camera that changed; the scene is learned anew. */
const SUDDEN = 0.6;
/** Frames that a scene is learned from then, before anybody is looked for. */
const RELEARN = 8;
/** Part of the picture that boxes cover together, counted as often as they overlap, beyond which they are not people. */
const COVERED = 0.8;

/**
 * Runs a YUV4MPEG2 video through the pipeline; boxes come back in the video's own pixels. The beginning of the video is
 * read once before: people are already there in the first frame, and without a calibration their height at each row is
 * unknown. In frames between two that were looked at, boxes seen in both are in between.
 * @returns `online`: what is said at each frame that is looked at; `late`: up to a second after it (see `afterwards`)
 */
export function watch(
	file: string,
	known?: Partial<Camera>,
	settings: Partial<PipelineOptions> = {}
): { online: Sequence; late: Sequence; camera: Camera } {
	const video = openVideo(file);
	try {
		const wanted = Math.ceil(Math.sqrt((video.width * video.height) / PIXELS));
		const by = Math.max(1, Math.min(wanted, Math.floor(Math.min(video.width, video.height) / 16)));
		const width = Math.floor(video.width / by);
		const height = Math.floor(video.height / by);
		if (width < 16 || height < 16 || width > 1280 || height > 720)
			throw new FileError(
				`${file}, line 1: ${video.width} × ${video.height} is too small or too long; 16 × 16 at least, and up to 1280 × 720 after averaging down by ${by}`
			);
		const every = Math.max(1, Math.round(video.fps / RATE));
		const fps = video.fps / every;
		const rgb = new Uint8Array(video.width * video.height * 3);
		const luma = new Uint8Array(video.width * video.height);
		const smallRgb = by === 1 ? rgb : new Uint8Array(width * height * 3);
		const smallLuma = by === 1 ? luma : new Uint8Array(width * height);
		let steady = createSteady(width, height);
		let started = false;
		/** Goes on to the next frame that is looked at, corrected; false at the end. */
		const next = (): boolean => {
			for (let skip = started ? every - 1 : 0; skip > 0; skip--) if (!video.skip()) return false;
			started = true;
			if (!video.next(rgb, luma)) return false;
			if (by > 1) {
				shrink(rgb, video.width, video.height, 3, by, smallRgb);
				shrink(luma, video.width, video.height, 1, by, smallLuma);
			}
			steady.apply(smallRgb, smallLuma);
			return true;
		};

		const calibrator = known ? undefined : createCalibrator(width, height);
		const most = Math.min(BEFORE * fps, video.frames / every);
		const apart = Math.max(1, Math.floor(most / SAMPLES));
		const samples: { rgb: Uint8Array; luma: Uint8Array }[] = [];
		for (let i = 0; i < most && next(); i++) {
			calibrator?.step(smallRgb, smallLuma);
			if (i % apart === 0) samples.push({ rgb: smallRgb.slice(), luma: smallLuma.slice() });
		}
		const camera = known ? scaled(known, by, width, height) : calibrator!.camera();
		// Without colours, grey clothes and shadows are the same.
		const shadows = video.colour && settings.shadows !== false;
		const start = () => createPipeline({ width, height, camera, fps, ...settings, shadows });
		let pipeline = start();
		emptied(samples);
		for (const s of samples) pipeline.learn(s.rgb, s.luma);

		video.rewind();
		started = false;
		steady = createSteady(width, height);
		const online: Sequence = [];
		/** Everybody followed, anew each time the scene was learned, with what their numbers are raised by. */
		const followed = [{ ...createFollowed(), before: 0 }];
		/** How far each frame was moved to lie on the others. */
		const moved: { dx: number; dy: number }[] = [];
		let learning = 0;
		/** Numbers given before the scene was last learned anew. */
		let before = 0;
		let highest = 0;
		while (next()) {
			const frame = { ids: [] as number[], boxes: [] as number[] };
			online.push(frame);
			moved.push({ dx: steady.dx, dy: steady.dy });
			if (learning > 0) {
				learning--;
				pipeline.learn(smallRgb, smallLuma);
				continue;
			}
			const t = pipeline.step(smallRgb, smallLuma);
			if (share(pipeline.raw) > SUDDEN) {
				pipeline = start();
				steady = createSteady(width, height);
				pipeline.learn(smallRgb, smallLuma);
				learning = RELEARN;
				before = highest;
				followed.push({ ...createFollowed(), before });
				continue;
			}
			if (!credible(t, width, height)) continue;
			followed[followed.length - 1].read(online.length - 1, pipeline.tracker, pipeline.detections);
			for (let i = 0; i < t.count; i++) {
				highest = Math.max(highest, before + t.id[i]);
				frame.ids.push(before + t.id[i]);
				frame.boxes.push((t.x[i] - steady.dx) * by, (t.y[i] - steady.dy) * by, t.w[i] * by, t.h[i] * by);
			}
		}
		const late: Sequence = online.map(() => ({ ids: [], boxes: [] }));
		for (const { tracklets, before } of followed)
			clip(afterwards(tracklets, online.length, fps, PIXELS_LATE), width, height).forEach(({ ids, boxes }, f) => {
				late[f].ids.push(...ids.map((id) => before + id));
				late[f].boxes.push(...boxes.map((v, k) => (v - [moved[f].dx, moved[f].dy, 0, 0][k % 4]) * by));
			});
		return { online: between(online, every, video.read), late: between(late, every, video.read), camera };
	} finally {
		video.close();
	}
}

/** The part of a mask that is set. */
function share(mask: Uint8Array): number {
	let set = 0;
	for (let i = 0; i < mask.length; i++) if (mask[i]) set++;
	return set / mask.length;
}

/** Whether boxes may be people: not more than the picture has room for. A false box costs as much as a missed person. */
function credible({ count, w, h }: Tracks, width: number, height: number): boolean {
	let area = 0;
	for (let i = 0; i < count; i++) area += w[i] * h[i];
	return area < COVERED * width * height;
}

/** Levels from the median beyond which a pixel of a sample is somebody who passes. */
const PASSER = 20;

/** Puts the median over the samples where a sample differs from it: streets are full, and those who pass are no scene. */
function emptied(samples: { rgb: Uint8Array; luma: Uint8Array }[]): void {
	const values = new Uint8Array(samples.length);
	const n = samples[0]?.luma.length ?? 0;
	for (let i = 0; i < n; i++) {
		for (let k = 0; k < samples.length; k++) values[k] = samples[k].luma[i];
		const median = values.sort()[samples.length >> 1];
		const usual = samples.find((s) => s.luma[i] === median)!;
		for (const s of samples) {
			if (Math.abs(s.luma[i] - median) <= PASSER) continue;
			s.luma[i] = median;
			for (let c = 0; c < 3; c++) s.rgb[i * 3 + c] = usual.rgb[i * 3 + c];
		}
	}
}

/** A camera given in the file's pixels, in those that are looked at. */
function scaled(known: Partial<Camera>, by: number, width: number, height: number): Camera {
	const c: Camera = { x: 0, y: 0, z: 0, sin: 0, cos: 1, f: 0, u0: 0, v0: 0, width: 0, height: 0, ...known };
	return { ...c, f: c.f / by, u0: c.u0 / by, v0: c.v0 / by, width, height };
}

/** All frames of a video of which every `every`-th was looked at: in between is who is seen before and after. */
function between(looked: Sequence, every: number, frames: number): Sequence {
	return Array.from({ length: frames }, (_, f) => {
		const before = looked[Math.floor(f / every)];
		const after = looked[Math.floor(f / every) + 1];
		const part = (f % every) / every;
		if (part === 0) return before;
		const frame = { ids: [] as number[], boxes: [] as number[] };
		before.ids.forEach((id, i) => {
			const j = after ? after.ids.indexOf(id) : -1;
			if (j < 0) return;
			frame.ids.push(id);
			for (let k = 0; k < 4; k++) {
				const from = before.boxes[i * 4 + k];
				frame.boxes.push(from + (after.boxes[j * 4 + k] - from) * part);
			}
		});
		return frame;
	});
}
