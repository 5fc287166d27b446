import { wave } from './gait';
import { placeArm } from './arms';
import type { Subject } from './figure';
import { standOn } from './legs';
import { createSkeleton, HEAD, HIP, NECK, place, SHOULDER, type Skeleton } from './skeleton';

/** Puts the joints where pose, gait and habits have them. */
export function poseOf(subject: Subject): Skeleton {
	const { look, old, traits, child, s, who } = subject;
	const skeleton = createSkeleton();
	const stance = standOn(skeleton, subject);
	const { hipF, hipR, hipZ, lean } = stance;
	const h = who.height;
	const torso = 0.31 * h;
	const rise = torso * Math.sqrt(Math.max(0.1, 1 - lean * lean * 0.8));
	const shoulderF = hipF + lean * torso * 0.95;
	const shoulderR = (child ? 0.17 : 0.195) * s * traits.build;
	const shoulderZ = hipZ + rise;
	place(skeleton, HIP, hipF, hipR, hipZ);
	place(skeleton, NECK, shoulderF, hipR * 0.3, shoulderZ + 0.015 * h);
	if (old) skeleton.bow = look.cane ? 0.2 : 0.14;
	place(
		skeleton,
		HEAD,
		shoulderF + (old ? 0.05 : 0.02) + lean * 0.12 + skeleton.bow * 0.05,
		hipR * 0.2,
		shoulderZ + 0.038 * h + subject.radius * 0.98
	);
	for (let i = 0; i < 2; i++) {
		place(skeleton, SHOULDER[i], shoulderF, hipR * 0.3 + (i ? 1 : -1) * shoulderR * 0.93, shoulderZ - 0.02 * h);
		placeArm(skeleton, subject, stance.stride, i);
	}
	lookDown(skeleton, subject);
	return skeleton;
}

/** From 0 to 1: how far somebody who stands has looked up from what they look at, which they do now and then. */
export const lookUp = (idle: number): number => Math.min(1, Math.max(0, 5 * (wave(idle) - 0.72)));

/** The head bows over a phone, or over the ground where something was lost. */
function lookDown(skeleton: Skeleton, { look, pose, facing, idle, empty, habits }: Subject): void {
	if (facing) return;
	if (look.phone && !empty) skeleton.bow = Math.max(skeleton.bow, 0.28 * (1 - (pose === 'stand' ? lookUp(idle) : 0)));
	else if (habits.includes('searches')) skeleton.bow = 0.36;
}
