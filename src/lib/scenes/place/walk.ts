import { between, type Pose } from '../../camera/camera';
import { ease } from '../../figure/motion';
import { AT_DOME, BEHIND, cameraOf, FOOT, LENS, lookAt, WINDOW, type Look } from '../../figure/poses';
import { travel, type Key } from '../../figure/travel';
import type { View } from '../../picture/frame';

/** A halt of the walk among those who stay: where the eye stops, and who speaks there. */
export interface Halt extends Look {
	who: string[];
	/** The same on a phone: groups want the eye further back. */
	phone: number;
}

export const NOUR: Halt = { x: -1.4, y: 4.4, tall: 0.46, phone: 0.33, who: ['nour'] };
const QUEUE: Halt = { x: 7.4, y: 13, tall: 0.4, phone: 0.4, who: ['baker2'] };
export const FRIENDS: Halt = { x: -10.2, y: 14.2, tall: 0.36, phone: 0.26, who: ['friend1', 'friend2'] };
/** From Nour to the right. */
export const OTHERS: Halt[] = [NOUR, { x: 6.35, y: 7.2, tall: 0.44, phone: 0.33, who: ['marcel'] }, QUEUE];
/** From the queue to the left. */
export const MORE: Halt[] = [
	QUEUE,
	{ x: -0.2, y: 12.5, tall: 0.4, phone: 0.22, who: ['florist'] },
	{ x: -5.9, y: 8.9, tall: 0.42, phone: 0.31, who: ['josette'] },
	{ x: -11.2, y: 8.5, tall: 0.34, phone: 0.24, who: ['teen1', 'teen2', 'teen3'] },
	FRIENDS
];

/** The pose that brings a halt to the middle of the free part of the stage. */
export function poseAt(view: View, halt: Halt): Pose {
	const own = lookAt(view.phone ? { ...halt, tall: halt.phone } : halt);
	const camera = cameraOf(view, own);
	const k = camera.f / (halt.y - own.y);
	const middle = view.free.x + view.free.w / 2;
	return { ...own, x: halt.x - (middle - camera.u0) / k };
}

/** How many halts of `n` a walk has passed at `t`, 0 to 1: each is reached, then kept for a while. */
export function haltAt(n: number, t: number): number {
	let at = 0;
	for (let i = 1; i < n; i++) at += ease(t, (i - 0.95) / (n - 0.5), (i - 0.25) / (n - 0.5));
	return at;
}

/** The pose of a walk at `t`, 0 to 1, at rest at each of its halts. */
export function poseOnWalk(view: View, walk: Halt[], t: number): Pose {
	const poses = walk.map((h) => poseAt(view, h));
	const at = haltAt(walk.length, t);
	const i = Math.max(0, Math.min(poses.length - 2, Math.floor(at)));
	return between(poses[i], poses[i + 1], ease(at - i));
}

/** Back behind the mast, up along its pole, through the half globe of glass. Narrow stages keep the pole in the middle. */
export function poseOnClimb(view: View, t: number): Pose {
	const aside = (p: Pose, x: number): Pose => (view.phone ? { ...p, x } : p);
	const keys: Key[] = [
		[0, WINDOW],
		[0.28, aside(FOOT, 0.3)],
		[0.58, aside(BEHIND, 0.3)],
		[0.72, aside(AT_DOME, 0.06)],
		[0.88, LENS]
	];
	return travel(keys, t);
}
