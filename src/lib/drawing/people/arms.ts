import type { Habit } from '../../street/types';
import { ELBOW_F, ELBOW_Z, gait, HAND_F, HAND_Z, wave } from './gait';
import { HABITS, type Subject } from './figure';
import type { Stride } from './legs';
import { ELBOW, HAND, place, SHOULDER, type Skeleton } from './skeleton';

/** Elbow and hand from the shoulder: forward, outward and down, metres on a body of 1.72 m. */
type Reach = readonly [ef: number, er: number, ez: number, hf: number, hr: number, hz: number];

const SITTING: Reach = [0.1, 0.06, 0.26, 0.36, -0.1, 0.24];
const ON_LAP: Reach = [0.04, 0.07, 0.27, 0.27, -0.02, 0.36];
const CROUCHING: Reach = [0.14, 0.06, 0.22, 0.36, -0.06, 0.3];
const HANGING: Reach = [-0.02, 0.05, 0.29, 0.06, 0.03, 0.56];
const IN_POCKET: Reach = [-0.08, 0.08, 0.27, 0.08, 0, 0.46];
/** The difference is left as it is: -0.24 has other bits. */
const FOLDED: readonly [Reach, Reach] = [
	[0.1, 0.05, 0.26, 0.21, -0.2, 0.22],
	[0.1, 0.05, 0.26, 0.21, -0.2 - 0.04, 0.22]
];
const ON_HIP: Reach = [-0.06, 0.16, 0.24, 0.06, 0.02, 0.36];
const ON_BACK: Reach = [-0.12, 0.09, 0.25, -0.2, -0.16, 0.42];
const PHONE: Reach = [0.05, 0.06, 0.28, 0.3, -0.09, 0.1];
const PHONE_WALKING: Reach = [0.06, 0.05, 0.28, 0.3, -0.07, 0.12];
const SUITCASE: Reach = [-0.1, 0.05, 0.28, -0.2, 0.04, 0.52];
const MAP: Reach = [0.08, 0.07, 0.27, 0.32, -0.03, 0.24];
const EMBRACE: readonly [Reach, Reach] = [
	[0.2, 0.02, 0.12, 0.44, -0.1, 0.16],
	[0.2, 0.02, 0.12, 0.44, -0.1, 0.02]
];
const CANE: Reach = [0.06, 0.05, 0.26, 0.26, 0.02, 0.42];
const CANE_SITTING: Reach = [0.1, 0.06, 0.25, 0.34, -0.1, 0.24];
const FLOWERS: Reach = [0.08, 0.05, 0.27, 0.28, -0.08, 0.2];
const UMBRELLA: Reach = [0.08, 0.04, 0.26, 0.2, -0.08, 0.04];

/** Puts an arm, 0 the left, where it rests or swings, then where habits and what it holds have it. */
export function placeArm(skeleton: Skeleton, subject: Subject, stride: Stride | undefined, i: number): void {
	if (stride) swing(skeleton, subject, stride, i);
	else reach(skeleton, subject, i, restOf(subject, i));
	if (subject.pose === 'stand') gesture(skeleton, subject, i);
	hold(skeleton, subject, i);
}

function reach({ joints }: Skeleton, { s }: Subject, i: number, [ef, er, ez, hf, hr, hz]: Reach): void {
	const shoulder = SHOULDER[i];
	const elbow = ELBOW[i];
	const hand = HAND[i];
	const side = i ? 1 : -1;
	joints[elbow] = joints[shoulder] + ef * s;
	joints[elbow + 1] = joints[shoulder + 1] + side * er * s;
	joints[elbow + 2] = joints[shoulder + 2] - ez * s;
	joints[hand] = joints[shoulder] + hf * s;
	joints[hand + 1] = joints[shoulder + 1] + side * hr * s;
	joints[hand + 2] = joints[shoulder + 2] - hz * s;
}

function swing(skeleton: Skeleton, subject: Subject, { phase, swing, way }: Stride, i: number): void {
	const { look, who, s, empty } = subject;
	const { joints } = skeleton;
	const ph = phase + i * 0.5;
	const arm = 0.36 * who.height;
	const side = i ? 1 : -1;
	const amp = Math.min(1.1, Math.max(0.4, (who.speed ?? 1.3) / 1.35)) * swing;
	const shoulder = SHOULDER[i];
	const elbow = ELBOW[i];
	joints[elbow] = joints[shoulder] + gait(ELBOW_F, ph) * amp * arm;
	joints[elbow + 1] = joints[shoulder + 1] + side * 0.03 * s;
	joints[elbow + 2] = joints[shoulder + 2] - gait(ELBOW_Z, ph) * arm;
	// Elbows in a hurry are bent.
	if (way === 'hurried')
		place(
			skeleton,
			HAND[i],
			joints[elbow] + 0.17 * s,
			joints[elbow + 1] - side * 0.03 * s,
			joints[elbow + 2] - 0.03 * s
		);
	else
		place(
			skeleton,
			HAND[i],
			joints[shoulder] + gait(HAND_F, ph) * amp * arm,
			joints[shoulder + 1] + side * 0.015 * s,
			joints[shoulder + 2] - gait(HAND_Z, ph) * arm
		);
	// Old people's hands lie on their back.
	if (way === 'short' && !look.cane && !look.phone) reach(skeleton, subject, i, ON_BACK);
	if (i === 0) return;
	if (look.phone && !empty) reach(skeleton, subject, i, PHONE_WALKING);
	if (look.suitcase) reach(skeleton, subject, i, SUITCASE);
}

function restOf({ pose, look, empty, traits }: Subject, i: number): Reach {
	if (pose === 'sit') return SITTING;
	if (pose === 'bench') return ON_LAP;
	if (pose === 'crouch') return CROUCHING;
	if (look.phone && !empty && i === 1) return PHONE;
	if (traits.arms === 'pockets') return IN_POCKET;
	if (traits.arms === 'folded') return FOLDED[i];
	return traits.arms === 'hip' && i === 0 ? ON_HIP : HANGING;
}

/** What habits have the hands do as people stand; all but talking only near. */
function gesture(skeleton: Skeleton, subject: Subject, i: number): void {
	const { habits, k, idle } = subject;
	if (i === 0 && habits.includes('talks')) talk(skeleton, subject);
	if (k <= HABITS) return;
	const g = 0.5 + 0.5 * wave(idle);
	for (const habit of habits) {
		const to = gestureOf(habit, i, g);
		if (to) reach(skeleton, subject, i, to);
	}
}

/** The left hand goes up with the words, twice a cycle, and rests. */
function talk({ joints }: Skeleton, { s, idle }: Subject): void {
	const hand = HAND[0];
	const elbow = ELBOW[0];
	const g = Math.max(0, wave(idle * 2)) * Math.max(0, wave(idle + 0.1) + 0.35);
	joints[hand] += 0.24 * g * s;
	joints[hand + 1] += 0.02 * g * s;
	joints[hand + 2] += 0.3 * g * s;
	joints[elbow] += 0.05 * g * s;
	joints[elbow + 2] += 0.03 * g * s;
}

/** Where a habit has an arm, `g` (0 to 1) going to and fro. */
function gestureOf(habit: Habit, i: number, g: number): Reach | undefined {
	if (habit === 'bounces') return [0.06, 0.14, -0.02, 0.1, 0.12, -0.3 - 0.05 * g];
	if (habit === 'searches') return [-0.02, 0.14, 0.2, 0.12, 0.02 + 0.06 * g, i ? 0.42 : 0.3];
	if (i === 0) return undefined;
	if (habit === 'scratches') return [0.16, 0.16, 0.02, 0.1, -0.06 - 0.03 * g, -0.3];
	if (habit === 'points') return [0.2, 0.04, 0.06, 0.46, -0.02, -0.06 - 0.06 * g];
	return habit === 'offers' ? [0.02, 0.14, 0.22, 0.16, 0.04, 0.28] : undefined;
}

/** Where a map, an embrace, a cane, flowers and an umbrella have the arm. */
function hold(skeleton: Skeleton, subject: Subject, i: number): void {
	const { who, look, pose, hug } = subject;
	const high = pose === 'bench';
	if (who.holds === 'map' && pose === 'stand') reach(skeleton, subject, i, MAP);
	if (hug) reach(skeleton, subject, i, EMBRACE[i]);
	if (look.cane && (high || i === 1)) reach(skeleton, subject, i, high ? CANE_SITTING : CANE);
	if (i === 1) return;
	if (look.flowers && !high) reach(skeleton, subject, i, FLOWERS);
	if (look.umbrella && (who.shelter ?? 0) > 0.2) reach(skeleton, subject, i, UMBRELLA);
}
