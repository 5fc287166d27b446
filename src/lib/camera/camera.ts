/**
 * The one camera. World axes in metres: X to the right, Y away from the camera, Z up; the ground is Z = 0.
 * A level camera (pitch 0) with a vertical shift keeps uprights upright; pitch PI/2 looks straight down (the plan).
 * Projection of (X, Y, Z):  u = u0 + f dx / d,  v = v0 - f up / d, with d the depth along the axis of view.
 */
export interface Camera {
	/** Position in metres. */
	x: number;
	y: number;
	z: number;
	/** Sine and cosine of the downward pitch (0 and 1 for a level camera). */
	sin: number;
	cos: number;
	/** Focal length and principal point in pixels of the image. */
	f: number;
	u0: number;
	v0: number;
	/** Size of the image in pixels. */
	width: number;
	height: number;
}

/** A camera before it has an image: lengths as fractions of the image height, so that one pose serves every size. */
export interface Pose {
	x: number;
	y: number;
	z: number;
	/** 0 is level, 1 looks straight down. */
	tilt: number;
	/** Focal length over image height. */
	focal: number;
	/** Row of the horizon (principal point) over image height. */
	horizon: number;
}

/** The simulated surveillance camera on its mast, 8.5 m up. */
export const MAST: Pose = { x: 0, y: -13, z: 8.5, tilt: 0, focal: 1.2235, horizon: 0.17 };
/** Somebody standing on the square. */
export const EYE: Pose = { x: -1.5, y: -5, z: 1.75, tilt: 0, focal: 1.05, horizon: 0.46 };
/** Straight above the square. */
export const PLAN: Pose = { x: 0, y: 9, z: 60, tilt: 1, focal: 1.75, horizon: 0.5 };

/** The simulated sensor: pixels, and frames a second. */
export const SENSOR_WIDTH = 320;
export const SENSOR_HEIGHT = 180;
export const SENSOR_PIXELS = SENSOR_WIDTH * SENSOR_HEIGHT;
export const FPS = 12.5;

/** How a pose is laid on an image of another shape. */
export interface Fit {
	/** 1 covers the image with the 16:9 view; more comes closer. */
	zoom?: number;
	/** The point of the 16:9 view (fractions of it) to bring to `at`. */
	focus?: [number, number];
	/** Where in the image (fractions of it) the focus lands. Clamped so that the view still covers the image. */
	at?: [number, number];
}

/** The camera of a pose on an image of `width` by `height` pixels; the 16:9 view covers the image, never less. */
export function fit(
	pose: Pose,
	width: number,
	height: number,
	{ zoom = 1, focus = [0.5, 0.5], at = [0.5, 0.5] }: Fit = {}
): Camera {
	const h = Math.max(height, (width * SENSOR_HEIGHT) / SENSOR_WIDTH) * Math.max(1, zoom);
	const w = (h * SENSOR_WIDTH) / SENSOR_HEIGHT;
	const left = clamp(at[0] * width - focus[0] * w, width - w, 0);
	const top = clamp(at[1] * height - focus[1] * h, height - h, 0);
	const { sin, cos } = tilt(pose.tilt);
	return {
		x: pose.x,
		y: pose.y,
		z: pose.z,
		sin,
		cos,
		f: pose.focal * h,
		u0: left + w / 2,
		v0: top + pose.horizon * h,
		width,
		height
	};
}

/** The sensor's own camera: the mast pose on its pixels. */
export const sensorCamera = (): Camera => fit(MAST, SENSOR_WIDTH, SENSOR_HEIGHT);

/** Projects a world point; writes u, v and the scale k (pixels per metre at that depth) into `out`. Depth is kept at 0.5 m or more. */
export function project(
	c: Camera,
	X: number,
	Y: number,
	Z: number,
	out: { u: number; v: number; k: number }
): { u: number; v: number; k: number } {
	const dy = Y - c.y;
	const dz = Z - c.z;
	const d = Math.max(0.5, dy * c.cos - dz * c.sin);
	out.k = c.f / d;
	out.u = c.u0 + out.k * (X - c.x);
	out.v = c.v0 - out.k * (dy * c.sin + dz * c.cos);
	return out;
}

/** The ground point (metres) seen at pixel (u, v); null at or above the horizon. */
export function toGround(c: Camera, u: number, v: number): [number, number] | null {
	const a = (c.v0 - v) / c.f;
	// Ray direction: right (u - u0)/f, forward, up a; turned by the pitch.
	const down = c.sin - a * c.cos;
	if (down <= 1e-6) return null;
	const s = c.z / down;
	return [c.x + (s * (u - c.u0)) / c.f, c.y + s * (c.cos + a * c.sin)];
}

/** Where whoever is in a box stands, metres: the middle of its lower edge on the ground; null at or above the horizon. */
export const footOf = (c: Camera, box: { x: number; y: number; w: number; h: number }): [number, number] | null =>
	toGround(c, box.x + box.w / 2, box.y + box.h);

/** Pixels per metre for an upright thing standing at ground row v of a level camera. */
export const scaleAtRow = (c: Camera, v: number): number => Math.max(0, (v - c.v0) / c.z);

/** Maps a pixel of the sensor into a view fitted from the same pose (level cameras): scale and offset. */
export function sensorToView(view: Camera): { s: number; dx: number; dy: number } {
	const own = sensorCamera();
	const s = view.f / own.f;
	return { s, dx: view.u0 - own.u0 * s, dy: view.v0 - own.v0 * s };
}

/** A pose between two others, t from 0 to 1. Height goes by ratio, so that a crane shot keeps an even pace. */
export function between(a: Pose, b: Pose, t: number): Pose {
	if (t <= 0) return a;
	if (t >= 1) return b;
	const mix = (p: number, q: number) => p + (q - p) * t;
	return {
		x: mix(a.x, b.x),
		y: mix(a.y, b.y),
		z: mix(a.z, b.z),
		tilt: mix(a.tilt, b.tilt),
		focal: mix(a.focal, b.focal),
		horizon: mix(a.horizon, b.horizon)
	};
}

function tilt(t: number): { sin: number; cos: number } {
	if (t <= 0) return { sin: 0, cos: 1 };
	if (t >= 1) return { sin: 1, cos: 0 };
	// Rational parametrisation of the quarter circle (q is the tangent of half the angle): free of engine-dependent sines.
	const q = t;
	const m = 1 + q * q;
	return { sin: (2 * q) / m, cos: (1 - q * q) / m };
}

const clamp = (v: number, lo: number, hi: number): number => (v < lo ? lo : v > hi ? hi : v);
