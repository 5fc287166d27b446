import type { Gait } from '../../street/types';
import { ANKLE_F, ANKLE_Z, gait, KNEE_F, KNEE_Z, TOE_F, TOE_Z, wave } from './gait';
import type { Subject } from './figure';
import { gaitOf } from './pace';
import { ANKLE, KNEE, place, THIGH, type Skeleton } from './skeleton';

/** What the trunk needs of the legs: where the hips are, and how far it leans forward, as a sine. */
export interface Stance {
	hipF: number;
	hipR: number;
	hipZ: number;
	lean: number;
	/** The walk that goes on in the arms. */
	stride?: Stride;
}

export interface Stride {
	phase: number;
	/** How far the arms swing, where 1 is usual. */
	swing: number;
	way: Gait;
}

/** Metres of a body that the stances share. */
const measures = ({ who, s }: Subject) => ({ leg: 0.455 * who.height, foot: 0.045 * who.height, hip: 0.075 * s });

/** How far old people stoop. */
const stoopOf = ({ look, old }: Subject): number => (look.cane ? 0.2 : old ? 0.12 : 0);

/** Puts the legs where the pose has them. */
export function standOn(skeleton: Skeleton, subject: Subject): Stance {
	switch (subject.pose) {
		case 'walk':
			return walk(skeleton, subject);
		case 'stand':
			return stand(skeleton, subject);
		case 'sit':
			return sit(skeleton, subject);
		case 'bench':
			return sitHigh(skeleton, subject);
		case 'crouch':
			return crouch(skeleton, subject);
	}
}

function walk(skeleton: Skeleton, subject: Subject): Stance {
	const { who, old, s, k } = subject;
	const { leg, foot, hip } = measures(subject);
	const { speed = 1.3 } = who;
	const way = gaitOf(who, k);
	// Steps half as long come twice as often, so that feet still do not slide.
	const phase = way === 'short' ? 2 * who.phase : who.phase;
	const amp =
		Math.min(1.2, Math.max(0.45, speed / 1.35)) * (way === 'short' ? 0.42 : way === 'hurried' ? 1.12 : old ? 0.7 : 1);
	const a2 = amp * amp;
	let drop = 0;
	for (let i = 0; i < 2; i++) {
		const z = 1 - (1 - gait(ANKLE_Z, phase + i * 0.5)) * a2;
		if (z * leg > drop) drop = z * leg;
	}
	let hipZ = drop + foot;
	// A hop on each foot as it carries.
	if (way === 'skip') hipZ += 0.15 * s * Math.max(0, wave(2 * phase - 0.1)) * Math.min(1, speed);
	for (let i = 0; i < 2; i++) {
		const ph = phase + i * 0.5;
		const r = (i ? 1 : -1) * hip;
		// The other knee goes up with the hop.
		const lift = way === 'skip' ? Math.max(0, wave(ph - 0.55)) * s : 0;
		const kneeZ = hipZ - (1 - (1 - gait(KNEE_Z, ph) * 2) * a2) * 0.5 * leg;
		const ankleZ = hipZ - (1 - (1 - gait(ANKLE_Z, ph)) * a2) * leg;
		place(skeleton, THIGH[i], 0, r, hipZ);
		place(skeleton, KNEE[i], gait(KNEE_F, ph) * amp * leg + 0.1 * lift, r * 1.05, kneeZ + 0.1 * lift);
		place(skeleton, ANKLE[i], gait(ANKLE_F, ph) * amp * leg, r * 0.9, ankleZ + 0.12 * lift);
		skeleton.toeF[i] = gait(TOE_F, ph);
		skeleton.toeZ[i] = gait(TOE_Z, ph) * amp;
	}
	const lean = stoopOf(subject) + (0.03 + 0.02 * amp + (way === 'hurried' ? 0.17 : way === 'short' ? 0.1 : 0));
	const swing = way === 'short' ? 0.35 : way === 'skip' ? 1.5 : way === 'hurried' ? 1.15 : old ? 0.6 : 1;
	return { hipF: 0, hipR: 0, hipZ, lean, stride: { phase, swing, way } };
}

/** The weight is on one leg, the other bent a little. */
function stand(skeleton: Skeleton, subject: Subject): Stance {
	const { traits, s, idle } = subject;
	const { leg, foot, hip } = measures(subject);
	const hipZ = leg * 0.985 + foot;
	const hipR = (0.03 + 0.012 * wave(idle)) * traits.leg * s;
	for (let i = 0; i < 2; i++) {
		const side = i ? 1 : -1;
		const on = side === traits.leg;
		const r = side * hip;
		place(skeleton, THIGH[i], 0, hipR + r, hipZ);
		place(skeleton, KNEE[i], on ? 0.005 : 0.09 * s, hipR + r * (on ? 0.95 : 1.35), hipZ - leg * (on ? 0.5 : 0.47));
		place(skeleton, ANKLE[i], on ? -0.01 : 0.07 * s, hipR * 0.3 + r * (on ? 0.9 : 1.7), foot);
	}
	return { hipF: 0, hipR, hipZ, lean: stoopOf(subject) };
}

/** On the ground, the knees drawn up. */
function sit(skeleton: Skeleton, subject: Subject): Stance {
	const { s, habits } = subject;
	const { foot, hip } = measures(subject);
	const hipZ = 0.13 * s;
	const hipF = -0.02;
	skeleton.bow = habits.includes('dozes') ? 0.42 : 0.1;
	for (let i = 0; i < 2; i++) {
		const r = (i ? 1 : -1) * hip * 1.1;
		const out = i ? 0 : 0.1 * s;
		place(skeleton, THIGH[i], hipF, r, hipZ);
		place(skeleton, KNEE[i], 0.4 * s + out, r * 1.3, (0.48 - out * 0.7) * s);
		place(skeleton, ANKLE[i], 0.56 * s + out * 2, r * 1.2, foot);
	}
	return { hipF, hipR: 0, hipZ, lean: -0.1 };
}

function sitHigh(skeleton: Skeleton, subject: Subject): Stance {
	const { child, s } = subject;
	const { foot, hip } = measures(subject);
	const hipZ = 0.5 * (child ? 0.86 : 1);
	for (let i = 0; i < 2; i++) {
		const r = (i ? 1 : -1) * hip * 1.1;
		place(skeleton, THIGH[i], 0, r, hipZ);
		place(skeleton, KNEE[i], 0.43 * s, r * 1.15, hipZ + 0.02);
		place(skeleton, ANKLE[i], (i ? 0.4 : 0.5) * s, r * 1.15, foot);
	}
	return { hipF: 0, hipR: 0, hipZ, lean: stoopOf(subject) * 1.2 };
}

/** One knee to the ground. */
function crouch(skeleton: Skeleton, subject: Subject): Stance {
	const { s } = subject;
	const { foot, hip } = measures(subject);
	const hipZ = 0.34 * s;
	const hipF = -0.12 * s;
	skeleton.bow = 0.3;
	skeleton.toeZ[0] = -0.6;
	for (let i = 0; i < 2; i++) {
		const r = (i ? 1 : -1) * hip * 1.2;
		place(skeleton, THIGH[i], hipF, r, hipZ);
		place(skeleton, KNEE[i], (i ? 0.28 : 0.2) * s, r * 1.6, (i ? 0.52 : 0.3) * s);
		place(skeleton, ANKLE[i], (i ? 0.1 : -0.16) * s, r * 1.2, foot);
	}
	return { hipF, hipR: 0, hipZ, lean: 0.55 };
}
