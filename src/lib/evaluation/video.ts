import type { Camera } from '../camera/camera';
import { createCalibrator } from '../vision/calibrate';
import { createPipeline, type PipelineOptions } from '../vision/index';
import { FileError } from './motchallenge';
import type { Sequence } from './metrics';
import { openVideo, shrink } from './y4m';

/** Wider footage is averaged down to at most this many pixels across before it is looked at. */
const WIDEST = 640;
/** Seconds of the video that are looked at to calibrate. */
const CALIBRATE = 120;

/**
 * Runs a YUV4MPEG2 video through the pipeline; boxes come back in the video's own pixels. Without a calibration the
 * video is read once before, to learn how tall people look at each row.
 */
export function watch(
	file: string,
	known?: Partial<Camera>,
	settings: Partial<PipelineOptions> = {}
): { results: Sequence; camera: Camera } {
	const video = openVideo(file);
	try {
		const by = Math.max(1, Math.ceil(video.width / WIDEST), Math.ceil(video.height / 720));
		const width = Math.floor(video.width / by);
		const height = Math.floor(video.height / by);
		if (width < 16 || height < 16)
			throw new FileError(`${file}, line 1: ${video.width} × ${video.height} is too small; 16 × 16 at least`);
		const rgb = new Uint8Array(video.width * video.height * 3);
		const luma = new Uint8Array(video.width * video.height);
		const smallRgb = by === 1 ? rgb : new Uint8Array(width * height * 3);
		const smallLuma = by === 1 ? luma : new Uint8Array(width * height);
		const next = (): boolean => {
			if (!video.next(rgb, luma)) return false;
			if (by > 1) {
				shrink(rgb, video.width, video.height, 3, by, smallRgb);
				shrink(luma, video.width, video.height, 1, by, smallLuma);
			}
			return true;
		};
		let camera: Camera;
		if (known) {
			const c: Camera = { x: 0, y: 0, z: 0, sin: 0, cos: 1, f: 0, u0: 0, v0: 0, width: 0, height: 0, ...known };
			camera = { ...c, f: c.f / by, u0: c.u0 / by, v0: c.v0 / by, width, height };
		} else {
			const calibrator = createCalibrator(width, height);
			for (let i = 0; i < CALIBRATE * video.fps && next(); i++) calibrator.step(smallRgb, smallLuma);
			camera = calibrator.camera();
			video.rewind();
		}
		const pipeline = createPipeline({ width, height, camera, fps: video.fps, ...settings });
		const results: Sequence = [];
		while (next()) {
			const t = pipeline.step(smallRgb, smallLuma);
			const frame = { ids: [] as number[], boxes: [] as number[] };
			for (let i = 0; i < t.count; i++) {
				frame.ids.push(t.id[i]);
				frame.boxes.push(t.x[i] * by, t.y[i] * by, t.w[i] * by, t.h[i] * by);
			}
			results.push(frame);
		}
		return { results, camera };
	} finally {
		video.close();
	}
}
