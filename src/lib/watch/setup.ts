import { FPS, SENSOR_HEIGHT, SENSOR_WIDTH, sensorCamera, type Camera } from '../camera/camera';
import type { RuleSetup, Site } from '../rules/index';
import type { PipelineOptions } from '../vision/index';

/** Finds people as what differs from the empty scene; its switches are those of lib/vision's pipeline. */
export type MotionDetector = { kind: 'motion' } & Pick<PipelineOptions, 'gated' | 'shadows' | 'components'>;

/** What finds people. */
export type DetectorSetup = MotionDetector;

/** What footage of a real camera needs and a film of the square does not. */
export interface FootageSetup {
	/** So many pixels in a row, and rows, are averaged into one that is looked at: the machine is made for small pictures. */
	by: number;
	/** Seconds from which the empty scene is learned, and the camera if it is not known. */
	learn: number;
}

/** Everything an observation depends on but the pictures: plain data, which travels with what was observed. */
export interface Setup extends Site {
	/** Pixels of the pictures as they are given. */
	width: number;
	height: number;
	/** Frames a second that are looked at. */
	fps: number;
	/** In pixels of the pictures as they are given; `calibrate`, for footage alone: found out from those who walk. */
	camera: Camera | 'calibrate';
	detector: DetectorSetup;
	/** A lane where trams or cars run, as an installer marks it. */
	lane?: PipelineOptions['lane'];
	rules: readonly RuleSetup[];
	/**
	 * Of films: pixels of that size, in a row, for one that motion looks at. Its pictures come so: who looks beside it may
	 * want more than motion was made for.
	 */
	by?: number;
	footage?: FootageSetup;
}

/** A setup for films made with the simulated sensor: no rules and no zones but those given. */
export const filmSetup = (own: Partial<Setup> = {}): Setup => ({
	width: SENSOR_WIDTH,
	height: SENSOR_HEIGHT,
	fps: FPS,
	camera: sensorCamera(),
	detector: { kind: 'motion' },
	zones: [],
	lines: [],
	rules: [],
	...own
});

/** Pixels that are looked at, about, of footage with more. */
const PIXELS = 120_000;
/** Seconds of footage from which a scene is learned. */
const LEARN = 120;

/** What is known of footage before a frame of it is seen. */
export interface FootageFormat {
	width: number;
	height: number;
	fps: number;
	/** Whether it has colours. */
	colour: boolean;
}

/**
 * A setup for footage nothing is known of: averaged down to what the machine is made for, as many of its frames as the
 * machine is made for, calibrating itself. Throws RangeError on a size that cannot be looked at.
 */
export function footageSetup({ width, height, fps, colour }: FootageFormat, own: Partial<Setup> = {}): Setup {
	const wanted = Math.ceil(Math.sqrt((width * height) / PIXELS));
	const by = Math.max(1, Math.min(wanted, Math.floor(Math.min(width, height) / 16)));
	const [w, h] = [Math.floor(width / by), Math.floor(height / by)];
	if (w < 16 || h < 16 || w > 1280 || h > 720)
		throw new RangeError(
			`${width} × ${height} is too small or too long; 16 × 16 at least, and up to 1280 × 720 after averaging down by ${by}`
		);
	const { detector = { kind: 'motion' }, ...rest } = own;
	return {
		width,
		height,
		fps: fps / Math.max(1, Math.round(fps / FPS)),
		camera: 'calibrate',
		// Without colours, grey clothes and shadows are the same.
		detector: { ...detector, shadows: colour && detector.shadows !== false },
		zones: [],
		lines: [],
		rules: [],
		footage: { by, learn: LEARN },
		...rest
	};
}

/** A camera of pictures as they are given, in the pixels that are looked at. */
export const scaled = (c: Camera, by: number, width: number, height: number): Camera => ({
	...c,
	f: c.f / by,
	u0: c.u0 / by,
	v0: c.v0 / by,
	width,
	height
});
