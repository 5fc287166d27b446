import { scaleLinear } from 'd3';
import { between, fit, MAST, project, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera, type Pose } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { BOTTLE, FAWN } from '../../figure/firm/colours';
import { oval, painted } from '../../figure/inks';
import { ease, mix } from '../../figure/motion';
import { cameraOf, WINDOW } from '../../figure/poses';
import { frameSquare } from '../../figure/square';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { HOMES } from '../../street/square';
import type { Look } from '../../street/types';

/** Low, for the street of masts: houses above, paving below. */
const STREET: Pose = { x: -1, y: -5, z: 2.5, tilt: 0, focal: 0.92, horizon: 0.33 };
/** Near the two sisters. */
const NEAR: Pose = { x: 0.2, y: -4.2, z: 2.2, tilt: 0, focal: 1.16, horizon: 0.34 };
/** Where they meet, metres. */
const MEETING = [0.35, 4.75] as const;

/** Seconds of the street by steps: Salma comes (208), they meet (232), go (236) and are out of sight (250). */
const BEFORE = scaleLinear([0, 1 / 3, 2 / 3, 1], [196, 204, 212, 219]);
const MET = 236;
const OUT_OF_SIGHT = 256;
/** Once they are gone the square goes on by itself, this long, and again. */
const AFTER = 40;

/** The street's frame, from even clocks: before the sisters meet, while they do, while they leave; and `onward`. */
export function worldAt(c: SceneContext, before: number, meeting: number, leaving: number, onward: number): number {
	const first = BEFORE(before);
	// The meeting takes the middle of its step.
	const met = ease(meeting, 0, 0.72) * 0.93 + 0.07 * meeting;
	// They part from where they met slowly enough to be followed: this far at the middle. A phone shows less of the square.
	const half = c.view.portrait ? 0.1 : 0.17;
	const left = scaleLinear([0, 0.5, 1], [0, half, 1])(leaving);
	const seconds = first + (MET - BEFORE(1)) * met + (OUT_OF_SIGHT - MET) * left;
	return (seconds + (c.life % AFTER) * onward) * c.recording.fps;
}

/** From the mast `down` among masts and back up; `near` the sisters; `back` to the story's first window. */
export function eyeAt(view: View, down: number, near: number, back: number): Camera {
	const mast = frameSquare(view, MAST);
	if (near <= 0) {
		const { portrait } = view;
		const street = frameSquare(view, STREET, { zoom: portrait ? 0.8 : 1, focus: [0.5, portrait ? 0.72 : 0.6] });
		return down <= 0 ? mast : down >= 1 ? street : blend(mast, street, down, between(MAST, STREET, down), view);
	}
	const pose = back > 0 ? between(NEAR, WINDOW, back) : between(MAST, NEAR, near);
	const close = aim(view, pose, view.portrait ? 1 : view.shape === 'tall' ? 1.4 : 1.22);
	if (near < 1) return blend(mast, close, near, pose, view);
	return back > 0 ? blend(close, cameraOf(view, WINDOW), back, pose, view) : close;
}

/** The camera of a pose with the place where they meet in the middle of the free area. */
function aim(view: View, pose: Pose, zoom: number): Camera {
	const { u, v } = project(fit(pose, SENSOR_WIDTH, SENSOR_HEIGHT), ...MEETING, 0.9, { u: 0, v: 0, k: 0 });
	return fit(pose, view.width, view.height, {
		zoom,
		focus: [u / SENSOR_WIDTH, v / SENSOR_HEIGHT],
		at: [(view.free.x + view.free.w / 2) / view.width, view.portrait ? 0.56 : 0.54]
	});
}

/** A pose on the way, laid on the stage between how its two ends are laid. */
function blend(a: Camera, b: Camera, t: number, pose: Pose, view: View): Camera {
	const own = fit(pose, view.width, view.height);
	return { ...own, f: mix(a.f, b.f, t), u0: mix(a.u0, b.u0, t), v0: mix(a.v0, b.v0, t) };
}

/** Where the sisters meet in the picture. */
export function meetingRect(camera: Camera): Rect {
	const { u, v, k } = project(camera, ...MEETING, 0, { u: 0, v: 0, k: 0 });
	return { x: u - k, y: v - 1.9 * k, w: 2 * k, h: 2 * k };
}

/** Whoever comes last: drawn for this picture only, in no recording, in colours nobody else of the square has together. */
const LAST: Look = {
	coat: BOTTLE,
	legs: '#59636B',
	skin: '#C48A66',
	hair: '#3A2C22',
	cut: 'bun',
	long: true,
	bag: FAWN,
	shoes: '#4B3A30'
};

/** Steps a metre. */
const STRIDE = 0.72;

/** The place where Nour stood, with room for somebody. */
export function homeRect(camera: Camera): Rect {
	const { u, v, k } = project(camera, ...HOMES.nour, 0, { u: 0, v: 0, k: 0 });
	return { x: u - 0.4 * k, y: v - 1.75 * k, w: 0.8 * k, h: 1.8 * k };
}

/** Somebody comes to the place where Nour stood, stops, and waits: `life` in seconds. */
export function someone(camera: Camera, come: number, life: number): Ink[] {
	if (come <= 0) return [];
	const [homeX, homeY] = HOMES.nour;
	const [x, y] = [mix(homeX - 15, homeX, come), mix(homeY + 2.2, homeY, come)];
	const { u, v, k } = project(camera, x, y, 0, { u: 0, v: 0, k: 0 });
	// Now and then they look along the street.
	const looks = Math.floor(life / 3) % 3 === 2 ? -1 : 0;
	const [pose, facing] = come < 1 ? (['walk', 1] as const) : (['stand', looks] as const);
	const phase = ((15 * come) / (2 * STRIDE)) % 1;
	return [
		painted(oval(u + 0.62 * k, v + 0.01 * k, 0.74 * k, 0.07 * k), { fill: 'ink', opacity: 0.16 }),
		{ type: 'person', look: LAST, pose, x: u, y: v, k, height: 1.66, facing, phase }
	];
}

/** The program's boxes, which go out one after the other as `fading` goes from 0 to 1. */
export function fadingBoxes(c: SceneContext, now: number, camera: Camera, shown: number, fading: number): Mark[] {
	if (shown <= 0 || fading >= 1) return [];
	return boxMarks(c.recording, now, camera, { opacity: 1 }).flatMap((m): Mark[] => {
		// Each has its own moment, the same whichever way the reader comes; the last before the camera moves.
		const turn = ((Number(m.key.replace(/\D/g, '')) * 0.618034) % 1) * (1 - LENGTH);
		const opacity = shown * (1 - ease(fading, turn, turn + LENGTH));
		return opacity > 0 ? [{ ...m, opacity }] : [];
	});
}

/** How long one takes. */
const LENGTH = 2 / 11;
