import { between, type Camera, type Pose } from '../../camera/camera';
import { AT_DOME, BEHIND, FOOT, LENS, lookAt, WINDOW, type Look } from './poses';
import { ease } from '../../figure/motion';
import { domeAt, mastInk } from '../../figure/mast';
import { bodyRect, frameSquare, placePeople, viewfinder, worldFrame } from '../../figure/square';
import { travel, type Key } from '../../figure/travel';
import { tagMarks, type Tag } from '../../figure/tags';
import type { Frame, Scene, SceneContext } from '../../picture/frame';

/** World frames: the story's first twenty seconds or so pass in this chapter. */
export const START = 150;
const SPAN = 52;

/** A halt of the walk among those who stay: where the eye stops, and who speaks there. */
interface Halt extends Look {
	who: string[];
	/** The same on a phone: groups want the eye further back. */
	phone: number;
}

const NOUR: Halt = { x: -1.4, y: 4.4, tall: 0.46, phone: 0.33, who: ['nour'] };
/** Third step, from Nour to the right; fourth, from the cart to the left. */
const WALKS: Halt[][] = [
	[
		NOUR,
		{ x: 6.35, y: 7.2, tall: 0.44, phone: 0.33, who: ['marcel'] },
		{ x: 7.4, y: 13, tall: 0.4, phone: 0.4, who: ['baker2'] }
	],
	[
		{ x: -0.2, y: 12.5, tall: 0.4, phone: 0.22, who: ['florist'] },
		{ x: -5.9, y: 8.9, tall: 0.42, phone: 0.31, who: ['josette'] },
		{ x: -11.2, y: 8.5, tall: 0.34, phone: 0.24, who: ['teen1', 'teen2', 'teen3'] },
		{ x: -10.2, y: 14.2, tall: 0.36, phone: 0.26, who: ['friend1', 'friend2'] }
	]
];

const small = (c: SceneContext) => c.view.portrait || c.view.width < 700;

/** The pose that brings a halt to the middle of the free part of the stage. */
function pose(c: SceneContext, halt: Halt): Pose {
	const own = lookAt(small(c) ? { ...halt, tall: halt.phone } : halt);
	const camera = frame(c, own);
	const k = camera.f / (halt.y - own.y);
	const middle = c.view.free.x + c.view.free.w / 2;
	return { ...own, x: halt.x - (middle - camera.u0) / k };
}

const frame = (c: SceneContext, p: Pose): Camera =>
	frameSquare(c.view, p, { focus: small(c) ? [0.47, 0.6] : [0.5, 0.6] });

/** Poses in turn, with a rest at each; `t` counts them: 1.5 is half way from the second to the third. */
function along(poses: Pose[], t: number): Pose {
	const i = Math.max(0, Math.min(poses.length - 2, Math.floor(t)));
	return between(poses[i], poses[i + 1], ease(t - i));
}

/** Where the walk of a step stands: each halt is reached, then kept for a while. */
const halts = (n: number, t: number): number => {
	let at = 0;
	for (let i = 1; i < n; i++) at += ease(t, (i - 0.75) / (n - 0.5), (i - 0.05) / (n - 0.5));
	return at;
};

/** The climb: back behind the mast, up along its pole, and through the half globe of glass. */
/** Back behind the mast, up along its pole, through the half globe of glass. Narrow stages keep the pole in the middle. */
function climb(c: SceneContext): Key[] {
	const aside = (p: Pose, x: number): Pose => (small(c) ? { ...p, x } : p);
	return [
		[0, WINDOW],
		[0.28, aside(FOOT, 0.3)],
		[0.58, aside(BEHIND, 0.3)],
		[0.72, aside(AT_DOME, 0.06)],
		[0.88, LENS]
	];
}

function camera(c: SceneContext): Camera {
	const t = c.progress;
	switch (c.step) {
		case 1:
			return frame(c, WINDOW);
		case 2:
			return frame(c, between(WINDOW, pose(c, NOUR), ease(t, 0, 0.45)));
		case 3:
		case 4: {
			const before = c.step === 3 ? [] : [WALKS[0][2]];
			const poses = [...before, ...WALKS[c.step - 3]].map((h) => pose(c, h));
			return frame(c, along(poses, halts(poses.length, t)));
		}
		case 5:
			return frame(c, between(pose(c, WALKS[1][3]), WINDOW, ease(t, 0, 0.55)));
		default:
			return frame(c, travel(climb(c), t));
	}
}

/** How clear each halt is, 0 to 1: its people speak while the eye rests there. */
function speaking(c: SceneContext): { keys: string[]; shown: number }[] {
	const t = c.progress;
	if (c.step === 2) return [{ keys: ['nour'], shown: ease(t, 0.3, 0.45) }];
	if (c.step === 5) return [{ keys: WALKS[1][3].who, shown: 1 - ease(t, 0, 0.12) }];
	if (c.step !== 3 && c.step !== 4) return [];
	const walk = c.step === 3 ? WALKS[0] : [WALKS[0][2], ...WALKS[1]];
	const at = halts(walk.length, t);
	return walk.map((h, i) => ({ keys: h.who, shown: 1 - ease(Math.abs(at - i), 0.12, 0.4) })).filter((h) => h.shown > 0);
}

export const scene: Scene = (c): Frame => {
	const view = camera(c);
	const at = worldFrame(c, START + (c.step - 1) * SPAN, SPAN);
	const size = small(c) ? 15 : 19;
	const bounds = c.view.portrait ? { x: 6, y: 6, w: c.view.width - 12, h: c.view.height - 12 } : c.view.free;
	const tags: Tag[] = [];
	const subject = [];
	for (const { keys, shown } of speaking(c))
		for (const p of placePeople(c.recording, at, view, keys)) {
			if (p.x < bounds.x || p.x > bounds.x + bounds.w) continue;
			subject.push(bodyRect(p));
			tags.push({
				key: p.person.key,
				x: p.x,
				y: p.top,
				name: c.say(`${p.person.key}.name`),
				says: c.say(`${p.person.key}.why`),
				shown
			});
		}
	const t = c.progress;
	const last = c.step === 6;
	const dome = last ? domeAt(view) : null;
	return {
		night: 0,
		ink: [
			{ type: 'street', camera: view, at },
			...(last ? mastInk(view, dome ? 1 - ease(dome.r / c.view.height, 0.34, 0.85) : 1) : [])
		],
		marks: [
			...tagMarks(tags, bounds, size, small(c) ? 170 : 230),
			...(last ? viewfinder(c, at, ease(t, 0.84, 0.95)) : [])
		],
		subject: last ? placePeople(c.recording, at, view, ['nour']).map(bodyRect) : subject.length ? subject : undefined
	};
};
