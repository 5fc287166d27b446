import type { Look, Pose } from '../street/types';
import { ANKLE_F, ANKLE_Z, ELBOW_F, ELBOW_Z, HAND_F, HAND_Z, KNEE_F, KNEE_Z, TOE_F, TOE_Z, gait, wave } from './gait';
import { local, localFlat, type Local } from './frame';
import { paintHair, paintHead, type HatKind, type HeadOf } from './head';
import { DAY, INK, isDark, type Tone } from './palette';
import type { Pen } from './types';

/** A body to draw: a `Person` of the street has all of it. */
export interface Figure {
	look: Look;
	pose: Pose;
	/** Gait phase, 0 to 1; one cycle is two steps. */
	phase: number;
	/** Unit vector faced: right and away from the viewer. */
	hx: number;
	hy: number;
	/** Metres, standing upright. */
	height: number;
	/** Metres a second; a stroll when absent. */
	speed?: number;
	/** 0 to 1: umbrella opened. */
	shelter?: number;
	/** Name of one of the people of the story, who have their own gestures. */
	key?: string;
	id?: number;
	/** 'free': hands are empty, the phone is put away. 'embrace': both arms round somebody in front. */
	gesture?: 'free' | 'embrace';
}

export interface PersonOptions {
	tone?: Tone;
	/** Ink width, pixels. */
	line?: number;
	/** The head turns to the viewer. */
	facing?: boolean;
}

/** Small numbers drawn from a look, the same for the same look: what sets people apart beyond their colours. */
interface Traits {
	seed: number;
	hat: HatKind;
	satchel: boolean;
	/** How the arms rest while standing. */
	arms: number;
	/** The leg that carries the weight: -1 left, 1 right. */
	leg: -1 | 1;
	/** Width of the body, about 1. */
	build: number;
	glance: number;
	/** At the neck: 0 a shirt, 1 a scarf, 2 a hood. */
	collar: number;
	scarf: string;
	old: boolean;
}

const COLLARS = [0, 2, 1, 2, 0, 0, 2];
const SCARVES = ['#C99A3F', '#7A4A5E', '#E8DCC2', '#5E7FA3', '#6E8B84', '#B98467'];

const traitsOf = new WeakMap<Look, Traits>();

function traits(look: Look): Traits {
	const known = traitsOf.get(look);
	if (known) return known;
	// The start of the hash was picked so that Nour's raincoat has its hood and Josette her scarf.
	let h = 2166136261 ^ 1396;
	const text = look.coat + look.legs + look.skin + look.hair + (look.hat ?? '') + (look.bag ?? '');
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
	h >>>= 0;
	const pale = parseInt(look.hair.slice(1, 3), 16) > 200;
	const t: Traits = {
		seed: h % 97,
		hat: look.beard
			? 'beanie'
			: look.stripes
				? 'brim'
				: pale
					? 'flat'
					: look.cut === 'curly'
						? 'cap'
						: (['beanie', 'cap', 'brim', 'beret'] as const)[(h >>> 7) % 4],
		satchel: (h >>> 5) % 2 === 0,
		arms: (h >>> 9) % 4,
		leg: (h >>> 11) % 2 ? 1 : -1,
		build: 0.94 + ((h >>> 13) % 8) * 0.02,
		glance: ((h >>> 16) % 5) * 0.12 - 0.24,
		collar: look.helmet ? 2 : COLLARS[(h >>> 19) % COLLARS.length],
		scarf: SCARVES[(h >>> 22) % SCARVES.length],
		old: pale && !!look.hat
	};
	traitsOf.set(look, t);
	return t;
}

/** Pixels per metre above which the people of the story have habits of their own: far above the sensor's. */
const HABITS = 30;

/** How somebody walks: an old person's short quick steps, a child's skip, the lean of those in a hurry. */
export type Gait = 'plain' | 'short' | 'skip' | 'hurried';

/** Metres a second from which people hurry, if they are the sort. */
const HURRY = 1.33;

/** A walk's speed in classes 0 to 3, about half a metre a second each; within one the walk looks the same. */
export const paceOf = (speed = 1.3): number => (speed < 0.25 ? 0 : speed < 0.75 ? 1 : speed < HURRY ? 2 : 3);

/** The gait of somebody seen at `k` pixels per metre: from afar, as on the sensor, everybody walks alike. */
export function gaitOf({ look, height, speed }: Figure, k: number): Gait {
	if (k <= HABITS) return 'plain';
	if (height < 1.45) return 'skip';
	const t = traits(look);
	if (look.cane || t.old) return 'short';
	return paceOf(speed) === 3 && t.seed % 3 > 0 ? 'hurried' : 'plain';
}

/** People of the story with gestures of their own. */
const TALKS = new Set(['friend1', 'friend2', 'teen1', 'teen2']);
const SEARCHES = new Set(['simon']);

const own = local();
const head: HeadOf = { look: {} as Look, radius: 0.13, bow: 0, seed: 0, hat: 'beanie', asleep: false };

// One body at a time: the skeleton in body axes (forward, right, up), metres.
const J = new Float64Array(3 * 16);
const HIP = 0;
const NECK = 3;
const HEAD = 6;
const KNEE = [9, 12];
const ANKLE = [15, 18];
const ELBOW = [21, 24];
const HAND = [27, 30];
const SHOULDER = [33, 36];
const THIGH = [39, 42];
const toeF = [1, 1];
const toeZ = [0, 0];

let pen: Pen;
let L: Local;
let tone: Tone;
let o = 1;
let ink = INK;
/** The gesture: hands empty, arms round somebody. */
let empty = false;
let hug = false;

const U = (i: number): number => L.x + J[i] * L.uf + J[i + 1] * L.ur + J[i + 2] * L.uz;
const V = (i: number): number => L.y + J[i] * L.vf + J[i + 1] * L.vr + J[i + 2] * L.vz;
const u3 = (f: number, r: number, z: number): number => L.x + f * L.uf + r * L.ur + z * L.uz;
const v3 = (f: number, r: number, z: number): number => L.y + f * L.vf + r * L.vr + z * L.vz;
const near = (i: number): number => J[i] * L.front + J[i + 1] * L.side;
function set(i: number, f: number, r: number, z: number): void {
	J[i] = f;
	J[i + 1] = r;
	J[i + 2] = z;
}

/**
 * Paints one person with the feet at pixel (x, y), `k` pixels per metre, seen level from straight in front.
 * Heading (1, 0) walks to the right, (0, -1) comes to the viewer, (0, 1) goes away.
 */
export function paintPerson(
	p: Pen,
	figure: Figure,
	x: number,
	y: number,
	k: number,
	options: PersonOptions = {}
): void {
	localFlat(x, y, k, figure.hx, figure.hy, 0.12, own);
	paintBody(p, figure, own, options.tone ?? DAY, options.line ?? Math.min(2.6, 0.5 + k / 66), options.facing ?? false);
}

/**
 * Paints one person in a local frame of the camera. `idle` (0 to 1, a cycle of some seconds) moves those who stand a
 * little: weight from leg to leg, a look up from the phone, a hand that speaks.
 */
export function paintBody(
	p: Pen,
	who: Figure,
	at: Local,
	t: Tone,
	line: number,
	facing: boolean,
	idle = 0,
	gesture = who.gesture
): void {
	pen = p;
	L = at;
	tone = t;
	o = line;
	ink = t.of(INK);
	const look = who.look;
	const tr = traits(look);
	const h = who.height;
	const child = h < 1.45;
	const old = !!look.cane || tr.old;
	const pose = facing && who.pose === 'walk' ? 'stand' : who.pose;
	pen.lineJoin = 'round';
	pen.lineCap = 'round';

	head.look = look;
	head.radius = 0.138 * (child ? 0.74 + 0.2 * (h / 1.45) : 1);
	head.seed = tr.seed;
	head.hat = tr.hat;
	head.key = who.key;
	head.asleep = who.key === 'marcel' && (who.pose === 'sit' || who.pose === 'bench') && !facing;
	head.bow = 0.05;
	empty = gesture !== undefined;
	hug = gesture === 'embrace';
	setJoints(who, pose, h, tr, child, old, facing, idle);

	const S = at.side;
	const F = at.front;
	let hs = S;
	let hf = F;
	if (facing) {
		hs = 0.15 * Math.sign(S || 1);
		hf = 0.99;
		head.bow = 0;
	} else if (pose === 'stand' && !hug && (!look.phone || empty)) {
		const g = tr.glance + 0.3 * wave(idle + 0.4) * (1 + tr.arms * 0.3);
		const l = Math.sqrt(1 + g * g);
		hs = (S + F * g) / l;
		hf = (F - S * g) / l;
	} else if (pose === 'stand' && who.key === 'nour' && !hug && at.k > HABITS) {
		// She looks up from the phone towards the corner of the street.
		const g = 0.75 * Math.min(1, Math.max(0, 5 * (wave(idle) - 0.72)));
		const l = Math.sqrt(1 + g * g);
		hs = (S + F * g) / l;
		hf = (F - S * g) / l;
	}
	const open = who.shelter ?? 0;
	const wide = girth(0.2, 0.13) * tr.build * (h / 1.72) * (child ? 1.08 : 1);

	if (who.key === 'marcel' && pose === 'sit') blanket();
	const back = F < 0;
	const first = near(ANKLE[0]) + near(KNEE[0]) < near(ANKLE[1]) + near(KNEE[1]) ? 0 : 1;
	const armNear0 = near(ELBOW[0]) + near(HAND[0]);
	const armNear1 = near(ELBOW[1]) + near(HAND[1]);
	const firstArm = armNear0 < armNear1 ? 0 : 1;
	const farFirst = Math.min(armNear0, armNear1) < 0.02;
	const farSecond = Math.max(armNear0, armNear1) < 0.02;

	if (look.suitcase && F >= -0.05) suitcase(look.suitcase);
	if (look.box && !back) box(look.box, h);
	const satchelled = tr.satchel && !child;
	if (look.bag && !satchelled && !back) pack(look.bag, h);
	hairMass(hs, hf, true);
	if (farFirst) arm(firstArm, look, true);
	if (farSecond) arm(1 - firstArm, look, false);
	const lap = !!look.long && pose === 'bench';
	leg(first, look, h, true, lap);
	leg(1 - first, look, h, false, lap);
	torso(look, h, wide, pose, tr, S, F);
	if (look.bag && satchelled) satchel(look.bag, wide, h, S, F);
	neck(look);
	collar(look, tr, S, F, wide);
	paintHead(pen, head, L, hs, hf, U(HEAD), V(HEAD), tone, o);
	hairMass(hs, hf, false);
	if (look.bag && !satchelled && back) pack(look.bag, h);
	if (look.box && back) box(look.box, h);
	const map = who.key === 'tourist' && pose === 'stand';
	if (!farFirst) arm(firstArm, look, false);
	if (!farSecond) arm(1 - firstArm, look, false);
	if (map && F > -0.3) paper();
	if (look.suitcase && F < -0.05) suitcase(look.suitcase);
	if (open > 0 && look.umbrella) umbrella(look.umbrella, open, h);
}

function hairMass(hs: number, hf: number, behind: boolean): void {
	paintHair(pen, head, L, hs, hf, U(HEAD), V(HEAD), tone, o, behind);
}

/** Half the width at which an upright ellipse is seen, from its half width `wide` and half depth `deep`. */
function girth(wide: number, deep: number): number {
	const a = wide * L.front;
	const b = deep * L.side;
	return Math.sqrt(a * a + b * b);
}

/** Puts the joints where the pose has them. */
function setJoints(
	who: Figure,
	pose: Pose,
	h: number,
	tr: Traits,
	child: boolean,
	old: boolean,
	facing: boolean,
	idle: number
): void {
	const look = who.look;
	const s = h / 1.72;
	const leg = 0.455 * h;
	const foot = 0.045 * h;
	const hipR = 0.075 * s;
	const shR = (child ? 0.17 : 0.195) * s * tr.build;
	const arm = 0.36 * h;
	const torso = 0.31 * h;
	const stoop = look.cane ? 0.2 : old ? 0.12 : 0;
	toeF[0] = toeF[1] = 1;
	toeZ[0] = toeZ[1] = 0;
	let phase = who.phase;
	let swing = 1;
	let stooped = false;
	let hurried = false;
	let hipF = 0;
	let hipRr = 0;
	let hipZ = leg * 0.985 + foot;
	let lean = stoop;
	if (pose === 'walk') {
		const way = gaitOf(who, L.k);
		// Steps half as long come twice as often, so that feet still do not slide.
		phase = way === 'short' ? 2 * who.phase : who.phase;
		swing = way === 'short' ? 0.35 : way === 'skip' ? 1.5 : way === 'hurried' ? 1.15 : old ? 0.6 : 1;
		const amp =
			Math.min(1.2, Math.max(0.45, (who.speed ?? 1.3) / 1.35)) *
			(way === 'short' ? 0.42 : way === 'hurried' ? 1.12 : old ? 0.7 : 1);
		const a2 = amp * amp;
		let drop = 0;
		for (let i = 0; i < 2; i++) {
			const ph = phase + i * 0.5;
			const z = 1 - (1 - gait(ANKLE_Z, ph)) * a2;
			if (z * leg > drop) drop = z * leg;
		}
		hipZ = drop + foot;
		// A hop on each foot as it carries.
		if (way === 'skip') hipZ += 0.15 * s * Math.max(0, wave(2 * phase - 0.1)) * Math.min(1, who.speed ?? 1.3);
		for (let i = 0; i < 2; i++) {
			const ph = phase + i * 0.5;
			const r = (i ? 1 : -1) * hipR;
			set(THIGH[i], 0, r, hipZ);
			set(KNEE[i], gait(KNEE_F, ph) * amp * leg, r * 1.05, hipZ - (1 - (1 - gait(KNEE_Z, ph) * 2) * a2) * 0.5 * leg);
			set(ANKLE[i], gait(ANKLE_F, ph) * amp * leg, r * 0.9, hipZ - (1 - (1 - gait(ANKLE_Z, ph)) * a2) * leg);
			toeF[i] = gait(TOE_F, ph);
			toeZ[i] = gait(TOE_Z, ph) * amp;
			if (way === 'skip') {
				// The other knee goes up with the hop.
				const lift = Math.max(0, wave(ph - 0.55)) * s;
				J[KNEE[i]] += 0.1 * lift;
				J[KNEE[i] + 2] += 0.1 * lift;
				J[ANKLE[i] + 2] += 0.12 * lift;
			}
		}
		lean += 0.03 + 0.02 * amp + (way === 'hurried' ? 0.17 : way === 'short' ? 0.1 : 0);
		stooped = way === 'short' && !look.cane && !look.phone;
		hurried = way === 'hurried';
	} else if (pose === 'stand') {
		const w = tr.leg;
		hipRr = (0.03 + 0.012 * wave(idle)) * w * s;
		for (let i = 0; i < 2; i++) {
			const sideSign = i ? 1 : -1;
			const on = sideSign === w;
			const r = sideSign * hipR;
			set(THIGH[i], 0, hipRr + r, hipZ);
			set(KNEE[i], on ? 0.005 : 0.09 * s, hipRr + r * (on ? 0.95 : 1.35), hipZ - leg * (on ? 0.5 : 0.47));
			set(ANKLE[i], on ? -0.01 : 0.07 * s, hipRr * 0.3 + r * (on ? 0.9 : 1.7), foot);
		}
	} else if (pose === 'sit') {
		hipZ = 0.13 * s;
		hipF = -0.02;
		lean = -0.1;
		head.bow = who.key === 'marcel' ? 0.42 : 0.1;
		for (let i = 0; i < 2; i++) {
			const r = (i ? 1 : -1) * hipR * 1.1;
			const out = i ? 0 : 0.1 * s;
			set(THIGH[i], hipF, r, hipZ);
			set(KNEE[i], 0.4 * s + out, r * 1.3, (0.48 - out * 0.7) * s);
			set(ANKLE[i], 0.56 * s + out * 2, r * 1.2, foot);
		}
	} else if (pose === 'bench') {
		hipZ = 0.5 * (child ? 0.86 : 1);
		for (let i = 0; i < 2; i++) {
			const r = (i ? 1 : -1) * hipR * 1.1;
			set(THIGH[i], 0, r, hipZ);
			set(KNEE[i], 0.43 * s, r * 1.15, hipZ + 0.02);
			set(ANKLE[i], (i ? 0.4 : 0.5) * s, r * 1.15, foot);
		}
		lean = stoop * 1.2;
	} else {
		hipZ = 0.34 * s;
		hipF = -0.12 * s;
		lean = 0.55;
		head.bow = 0.3;
		for (let i = 0; i < 2; i++) {
			const r = (i ? 1 : -1) * hipR * 1.2;
			set(THIGH[i], hipF, r, hipZ);
			set(KNEE[i], (i ? 0.28 : 0.2) * s, r * 1.6, (i ? 0.52 : 0.3) * s);
			set(ANKLE[i], (i ? 0.1 : -0.16) * s, r * 1.2, foot);
			if (!i) toeZ[0] = -0.6;
		}
	}
	const rise = torso * Math.sqrt(Math.max(0.1, 1 - lean * lean * 0.8));
	const shF = hipF + lean * torso * 0.95;
	const shZ = hipZ + rise;
	set(HIP, hipF, hipRr, hipZ);
	set(NECK, shF, hipRr * 0.3, shZ + 0.015 * h);
	const nod = old ? 0.05 : 0.02;
	if (old) head.bow = look.cane ? 0.2 : 0.14;
	set(HEAD, shF + nod + lean * 0.12 + head.bow * 0.05, hipRr * 0.2, shZ + 0.038 * h + head.radius * 0.98);
	for (let i = 0; i < 2; i++) {
		const sg = i ? 1 : -1;
		set(SHOULDER[i], shF, hipRr * 0.3 + sg * shR * 0.93, shZ - 0.02 * h);
		const sf = J[SHOULDER[i]];
		const sr = J[SHOULDER[i] + 1];
		const sz = J[SHOULDER[i] + 2];
		const put = (ef: number, er: number, ez: number, hf: number, hr: number, hz: number) => {
			set(ELBOW[i], sf + ef * s, sr + sg * er * s, sz - ez * s);
			set(HAND[i], sf + hf * s, sr + sg * hr * s, sz - hz * s);
		};
		if (pose === 'walk') {
			const ph = phase + i * 0.5;
			const amp = Math.min(1.1, Math.max(0.4, (who.speed ?? 1.3) / 1.35)) * swing;
			set(ELBOW[i], sf + gait(ELBOW_F, ph) * amp * arm, sr + sg * 0.03 * s, sz - gait(ELBOW_Z, ph) * arm);
			set(HAND[i], sf + gait(HAND_F, ph) * amp * arm, sr + sg * 0.015 * s, sz - gait(HAND_Z, ph) * arm);
			// An old man's hands lie on his back; elbows in a hurry are bent.
			if (stooped) put(-0.12, 0.09, 0.25, -0.2, -0.16, 0.42);
			else if (hurried)
				set(HAND[i], J[ELBOW[i]] + 0.17 * s, J[ELBOW[i] + 1] - sg * 0.03 * s, J[ELBOW[i] + 2] - 0.03 * s);
			if (look.phone && !empty && i === 1) put(0.06, 0.05, 0.28, 0.3, -0.07, 0.12);
			if (look.suitcase && i === 1) put(-0.1, 0.05, 0.28, -0.2, 0.04, 0.52);
		} else if (pose === 'sit') {
			put(0.1, 0.06, 0.26, 0.36, -0.1, 0.24);
		} else if (pose === 'bench') {
			put(0.04, 0.07, 0.27, 0.27, -0.02, 0.36);
		} else if (pose === 'crouch') {
			put(0.14, 0.06, 0.22, 0.36, -0.06, 0.3);
		} else if (look.phone && !empty && i === 1) {
			put(0.05, 0.06, 0.28, 0.3, -0.09, 0.1);
		} else if (tr.arms === 0) {
			// Hands in the pockets.
			put(-0.08, 0.08, 0.27, 0.08, 0, 0.46);
		} else if (tr.arms === 1) {
			put(0.1, 0.05, 0.26, 0.21, -0.2 - (i ? 0.04 : 0), 0.22);
		} else if (tr.arms === 2 && i === 0) {
			// A hand on the hip.
			put(-0.06, 0.16, 0.24, 0.06, 0.02, 0.36);
		} else {
			put(-0.02, 0.05, 0.29, 0.06, 0.03, 0.56);
		}
		if (i === 0 && pose === 'stand' && TALKS.has(who.key ?? '')) {
			// A hand goes up with the words, twice a cycle, and rests.
			const g = Math.max(0, wave(idle * 2)) * Math.max(0, wave(idle + 0.1) + 0.35);
			set(HAND[i], J[HAND[i]] + 0.24 * g * s, J[HAND[i] + 1] + 0.02 * g * s, J[HAND[i] + 2] + 0.3 * g * s);
			set(ELBOW[i], J[ELBOW[i]] + 0.05 * g * s, J[ELBOW[i] + 1], J[ELBOW[i] + 2] + 0.03 * g * s);
		}
		if (L.k > HABITS && pose === 'stand') {
			const g = 0.5 + 0.5 * wave(idle);
			// He scratches his head; he shows the tram; she bounces with both hands up; he pats his pockets; she waves a sale.
			if (who.key === 'baker2' && i === 1) put(0.16, 0.16, 0.02, 0.1, -0.06 - 0.03 * g, -0.3);
			else if (who.key === 'parent' && i === 1) put(0.2, 0.04, 0.06, 0.46, -0.02, -0.06 - 0.06 * g);
			else if (who.key === 'child') put(0.06, 0.14, -0.02, 0.1, 0.12, -0.3 - 0.05 * g);
			else if (who.key === 'simon') put(-0.02, 0.14, 0.2, 0.12, 0.02 + 0.06 * g, i ? 0.42 : 0.3);
			else if (who.key === 'teen2' && i === 1) put(0.02, 0.14, 0.22, 0.16, 0.04, 0.28);
		}
		if (who.key === 'tourist' && pose === 'stand') put(0.08, 0.07, 0.27, 0.32, -0.03, 0.24);
		if (hug) put(0.2, 0.02, 0.12, 0.44, -0.1, i ? 0.02 : 0.16);
		if (look.cane && i === 1 && pose !== 'bench') put(0.06, 0.05, 0.26, 0.26, 0.02, 0.42);
		if (look.cane && pose === 'bench') put(0.1, 0.06, 0.25, 0.34, -0.1, 0.24);
		if (look.flowers && i === 0 && pose !== 'bench') put(0.08, 0.05, 0.27, 0.28, -0.08, 0.2);
		if (look.umbrella && (who.shelter ?? 0) > 0.2 && i === 0) put(0.08, 0.04, 0.26, 0.2, -0.08, 0.04);
	}
	if (look.phone && !empty && !facing) {
		// Looks up now and then.
		const up = pose === 'stand' ? Math.min(1, Math.max(0, 5 * (wave(idle) - 0.72))) : 0;
		head.bow = Math.max(head.bow, 0.28 * (1 - up));
	} else if (SEARCHES.has(who.key ?? '') && !facing) head.bow = 0.36;
}

/** A limb as a thick line with an ink edge. */
function limb(a: number, b: number, c: number, width: number, colour: string): void {
	const w = width * L.k;
	const bx = U(b);
	const by = V(b);
	pen.beginPath();
	pen.moveTo(U(a), V(a));
	pen.lineTo(bx, by);
	pen.lineTo(U(c), V(c));
	pen.strokeStyle = ink;
	pen.lineWidth = w + 2 * o;
	pen.stroke();
	pen.strokeStyle = colour;
	pen.lineWidth = w;
	pen.stroke();
}

function leg(i: number, look: Look, h: number, far: boolean, lap: boolean): void {
	const s = h / 1.72;
	limb(THIGH[i], KNEE[i], ANKLE[i], 0.135 * s, far ? tone.shade(look.legs) : tone.of(look.legs));
	if (lap) thigh(i, s, far ? tone.shade(look.coat) : tone.of(look.coat));
	const a = ANKLE[i];
	const long = 0.19 * s;
	const f0 = J[a] - 0.06 * s;
	const z0 = J[a + 2] - 0.015 * h;
	const x0 = u3(f0, J[a + 1], z0);
	const y0 = v3(f0, J[a + 1], z0);
	const tf = f0 + toeF[i] * long;
	const tz = Math.max(0.02, z0 + toeZ[i] * long);
	const x1 = u3(tf, J[a + 1] * 1.1, tz);
	const y1 = v3(tf, J[a + 1] * 1.1, tz);
	const w = 0.085 * s * L.k;
	pen.beginPath();
	pen.moveTo(x0, y0);
	pen.lineTo(x1, y1);
	const shoes = look.shoes ?? DARK;
	if (isDark(shoes)) {
		pen.strokeStyle = tone.of(shoes);
		pen.lineWidth = w + 1.6 * o;
		pen.stroke();
		return;
	}
	pen.strokeStyle = ink;
	pen.lineWidth = w + 1.8 * o;
	pen.stroke();
	pen.strokeStyle = tone.of(shoes);
	pen.lineWidth = w;
	pen.stroke();
}

/** The skirt of a long coat over the thigh of somebody who sits. */
function thigh(i: number, s: number, colour: string): void {
	const w = 0.17 * s * L.k;
	pen.beginPath();
	pen.moveTo(U(THIGH[i]), V(THIGH[i]));
	pen.lineTo(U(KNEE[i]), V(KNEE[i]));
	pen.strokeStyle = ink;
	pen.lineWidth = w + 2 * o;
	pen.stroke();
	pen.strokeStyle = colour;
	pen.lineWidth = w;
	pen.stroke();
}

const DARK = '#2b2523';

function arm(i: number, look: Look, far: boolean): void {
	const w = 0.1;
	const colour = far ? tone.shade(look.coat) : tone.of(look.coat);
	const hx = U(HAND[i]);
	const hy = V(HAND[i]);
	const k = L.k;
	const r = 0.052 * k;
	if (i === 1 && look.cane) {
		const f = J[HAND[1]] + 0.05;
		pen.beginPath();
		pen.moveTo(hx, hy - 0.02 * k);
		pen.lineTo(u3(f, J[HAND[1] + 1] + 0.02, 0.01), v3(f, J[HAND[1] + 1] + 0.02, 0.01));
		pen.strokeStyle = ink;
		pen.lineWidth = Math.max(1.6 * o, 0.035 * k);
		pen.stroke();
	}
	if (r > 0.9) {
		blot(hx, hy, r + o * 0.9, ink);
		blot(hx, hy, r, tone.of(look.skin));
	}
	limbShort(SHOULDER[i], ELBOW[i], HAND[i], w, colour);
	shoulder(i, w, colour);
	if (i === 1 && look.phone && !empty) {
		const p = 0.036 * k;
		pen.beginPath();
		pen.rect(hx - p * 0.9 + L.uf * 0.03, hy - 0.115 * k, p * 1.8, 0.13 * k);
		pen.fillStyle = tone.glow('#2b2b2e', '#cfe0e6');
		pen.fill();
		pen.strokeStyle = ink;
		pen.lineWidth = o * 0.8;
		pen.stroke();
	}
	if (i === 0 && look.flowers) bouquet(hx, hy);
}

/** Hides the ink at the top of a sleeve, so that arm and body are one piece of cloth. */
function shoulder(i: number, width: number, colour: string): void {
	const a = SHOULDER[i];
	if (L.k < 18) return;
	const x = U(a) + (U(NECK) - U(a)) * 0.16;
	const y = V(a) + 0.012 * L.k;
	const r = width * 0.5 * L.k;
	blot(x, y, r, colour);
}

/** A round spot without a line. */
function blot(x: number, y: number, r: number, colour: string): void {
	pen.beginPath();
	pen.arc(x, y, r, 0, 2 * Math.PI);
	pen.fillStyle = colour;
	pen.fill();
}

/** An arm stops at the wrist, so that the hand shows. */
function limbShort(a: number, b: number, c: number, width: number, colour: string): void {
	const w = width * L.k;
	const bx = U(b);
	const by = V(b);
	pen.beginPath();
	pen.moveTo(U(a), V(a));
	pen.lineTo(bx, by);
	pen.lineTo(bx + (U(c) - bx) * 0.82, by + (V(c) - by) * 0.82);
	pen.strokeStyle = ink;
	pen.lineWidth = w + 2 * o;
	pen.stroke();
	pen.strokeStyle = colour;
	pen.lineWidth = w;
	pen.stroke();
}

function torso(look: Look, h: number, wide: number, pose: Pose, tr: Traits, S: number, F: number): void {
	const k = L.k;
	const s = h / 1.72;
	const nx = U(NECK);
	const ny = V(NECK);
	const upright = pose === 'walk' || pose === 'stand';
	let hemF = J[HIP];
	let hemZ = J[HIP + 2] - 0.04 * h;
	let hemW = wide * 1.08;
	if (upright && look.long) {
		hemZ = J[HIP + 2] - 0.19 * h;
		const spread = Math.abs(J[KNEE[0]] - J[KNEE[1]]) * 0.5;
		hemF += (J[KNEE[0]] + J[KNEE[1]]) * 0.4;
		hemW = girth(0.235, 0.17 + spread * 0.55) * s * tr.build;
	} else if (!upright) hemZ = J[HIP + 2] - 0.07 * s;
	const hr = J[HIP + 1];
	const hx = u3(hemF, hr, hemZ);
	const hy = v3(hemF, hr, hemZ);
	// Across the spine, in the picture.
	let ax = nx - hx;
	let ay = ny - hy;
	const l = Math.sqrt(ax * ax + ay * ay) || 1;
	ax /= l;
	ay /= l;
	const qx = -ay;
	const qy = ax;
	const w1 = wide * k;
	const w0 = hemW * k;
	const sx = nx - ax * 0.05 * h * k;
	const sy = ny - ay * 0.05 * h * k;
	const mx = (sx + hx) / 2;
	const my = (sy + hy) / 2;
	const wm = (upright ? 0.99 : 1.06) * ((w1 + w0) / 2);
	const droop = Math.max(0.02, L.rise * 0.35 * (0.13 + 0.1 * Math.abs(F))) * k;
	const nw = 0.075 * s * k;
	pen.beginPath();
	pen.moveTo(nx - qx * nw, ny - qy * nw);
	pen.quadraticCurveTo(
		sx - qx * w1 * 0.98 + ax * 0.035 * k,
		sy - qy * w1 * 0.98 + ay * 0.035 * k,
		sx - qx * w1 - ax * 0.05 * k,
		sy - qy * w1 - ay * 0.05 * k
	);
	pen.quadraticCurveTo(mx - qx * wm, my - qy * wm, hx - qx * w0, hy - qy * w0);
	pen.quadraticCurveTo(hx - ax * droop, hy - ay * droop, hx + qx * w0, hy + qy * w0);
	pen.quadraticCurveTo(mx + qx * wm, my + qy * wm, sx + qx * w1 - ax * 0.05 * k, sy + qy * w1 - ay * 0.05 * k);
	pen.quadraticCurveTo(
		sx + qx * w1 * 0.98 + ax * 0.035 * k,
		sy + qy * w1 * 0.98 + ay * 0.035 * k,
		nx + qx * nw,
		ny + qy * nw
	);
	pen.quadraticCurveTo(nx + ax * 0.03 * k, ny + ay * 0.03 * k, nx - qx * nw, ny - qy * nw);
	pen.closePath();
	pen.fillStyle = tone.of(look.coat);
	pen.fill();
	pen.strokeStyle = ink;
	pen.lineWidth = o;
	pen.stroke();
	if (look.stripes) {
		pen.strokeStyle = tone.of(look.stripes);
		pen.lineWidth = Math.max(0.5, 0.032 * k);
		pen.beginPath();
		for (let i = 1; i <= 4; i++) {
			const t = 0.1 + i * 0.19;
			const bx = sx + (hx - sx) * t;
			const by = sy + (hy - sy) * t;
			const w = (w1 + (w0 - w1) * t) * 0.94;
			pen.moveTo(bx - qx * w, by - qy * w);
			pen.quadraticCurveTo(bx - ax * droop * 0.8, by - ay * droop * 0.8, bx + qx * w, by + qy * w);
		}
		pen.stroke();
	}
	const off = S * wide * 0.85 * k;
	if (look.apron && F > -0.3) apron(look.apron, nx, ny, hx, hy, w1, w0, off);
	else if (k > 24) {
		if (F > 0.1 && !look.stripes) opening(nx, ny, mx, my, hx, hy, off, droop, !!look.long && k > 34);
		if (k > 34 && upright) pockets(look, mx, my, hx, hy, w0, S, F, tr);
	}
}

/** The line where a coat closes, with buttons on long ones. */
function opening(
	nx: number,
	ny: number,
	mx: number,
	my: number,
	hx: number,
	hy: number,
	off: number,
	droop: number,
	buttons: boolean
): void {
	const k = L.k;
	const bx = hx + off;
	const by = hy + droop * 0.4;
	const cx = mx + off * 1.1;
	pen.beginPath();
	pen.moveTo(nx + off * 0.5, ny + 0.02 * k);
	pen.quadraticCurveTo(cx, my, bx, by);
	pen.strokeStyle = ink;
	pen.lineWidth = o * 0.65;
	pen.stroke();
	if (!buttons) return;
	pen.beginPath();
	for (let i = 1; i <= 3; i++) {
		const t = 0.12 + i * 0.17;
		const u = 1 - t;
		const x = u * u * (nx + off * 0.5) + 2 * u * t * cx + t * t * bx - 0.035 * k;
		const y = u * u * ny + 2 * u * t * my + t * t * by;
		pen.moveTo(x + 0.014 * k, y);
		pen.arc(x, y, 0.014 * k, 0, 2 * Math.PI);
	}
	pen.fillStyle = ink;
	pen.fill();
}

/** Pocket flaps, a belt, the vent of a long coat seen from behind. */
function pockets(
	look: Look,
	mx: number,
	my: number,
	hx: number,
	hy: number,
	w0: number,
	S: number,
	F: number,
	tr: Traits
): void {
	const k = L.k;
	pen.beginPath();
	const py = my + (hy - my) * (look.long ? 0.22 : 0.42);
	const px = mx + (hx - mx) * 0.4;
	if (F > 0.1)
		for (let i = -1; i <= 1; i += 2) {
			const a = i * 0.62 * F + S * 0.5;
			if (Math.abs(a) > 0.85) continue;
			pen.moveTo(px + (a - 0.13) * w0, py + 0.01 * k * i);
			pen.lineTo(px + (a + 0.13) * w0, py - 0.01 * k * i);
		}
	else if (look.long && F < -0.3) {
		pen.moveTo(hx - S * w0 * 0.5, hy);
		pen.lineTo(mx + (hx - mx) * 0.35 - S * w0 * 0.4, my + (hy - my) * 0.35);
	}
	if (look.long && tr.collar === 0) {
		pen.moveTo(mx - w0 * 0.88, my - 0.015 * k);
		pen.quadraticCurveTo(mx, my + 0.02 * k, mx + w0 * 0.88, my - 0.015 * k);
		pen.moveTo(mx - w0 * 0.89, my + 0.025 * k);
		pen.quadraticCurveTo(mx, my + 0.06 * k, mx + w0 * 0.89, my + 0.025 * k);
	}
	pen.strokeStyle = ink;
	pen.lineWidth = o * 0.65;
	pen.stroke();
}

/** An apron from the chest to the thighs, with its straps. */
function apron(
	colour: string,
	nx: number,
	ny: number,
	hx: number,
	hy: number,
	w1: number,
	w0: number,
	off: number
): void {
	const k = L.k;
	const see = Math.max(0.3, L.front);
	const top = ny + (hy - ny) * 0.38;
	const low = hy + 0.2 * k;
	const a1 = w1 * 0.5 * see;
	const a0 = w0 * 0.92 * see;
	const c1 = nx + off * 0.7;
	const c0 = hx + off * 0.6;
	pen.beginPath();
	pen.moveTo(c1 - a1, top);
	pen.lineTo(c1 + a1, top);
	pen.lineTo(c0 + a0, top + (low - top) * 0.35);
	pen.lineTo(c0 + a0 * 1.02, low);
	pen.quadraticCurveTo(c0, low + 0.03 * k, c0 - a0 * 1.02, low);
	pen.lineTo(c0 - a0, top + (low - top) * 0.35);
	pen.closePath();
	filled(tone.of(colour), 0.85);
	pen.beginPath();
	pen.moveTo(c1 - a1 * 0.9, top);
	pen.lineTo(nx - 0.05 * k, ny + 0.02 * k);
	pen.moveTo(c1 + a1 * 0.9, top);
	pen.lineTo(nx + 0.05 * k, ny + 0.02 * k);
	pen.moveTo(c0 - a0 * 0.45, top + (low - top) * 0.5);
	pen.lineTo(c0 + a0 * 0.45, top + (low - top) * 0.5);
	pen.lineWidth = o * 0.7;
	pen.stroke();
}

/** What closes a coat at the neck: a shirt's collar, a scarf, a hood. */
function collar(look: Look, tr: Traits, S: number, F: number, wide: number): void {
	const k = L.k;
	if (k < 22 || look.stripes) return;
	const x = U(NECK);
	const y = V(NECK);
	const w = 0.085 * k;
	const off = S * wide * 0.4 * k;
	if (tr.collar === 1) {
		pen.beginPath();
		pen.moveTo(x - w, y - 0.015 * k);
		pen.quadraticCurveTo(x + off * 0.5, y + 0.075 * k, x + w, y - 0.015 * k);
		if (F > -0.2) {
			pen.moveTo(x + off * 0.5, y + 0.04 * k);
			pen.lineTo(x + off * 0.9 - 0.03 * k, y + 0.26 * k);
		}
		pen.strokeStyle = ink;
		pen.lineWidth = 0.085 * k + 2 * o;
		pen.stroke();
		pen.strokeStyle = tone.of(tr.scarf);
		pen.lineWidth = 0.085 * k;
		pen.stroke();
	} else if (tr.collar === 2) {
		pen.beginPath();
		if (F < -0.25) {
			// A hood hangs on the back.
			pen.moveTo(x - w * 1.35, y - 0.01 * k);
			pen.bezierCurveTo(x - w * 1.3, y + 0.2 * k, x + w * 1.3, y + 0.2 * k, x + w * 1.35, y - 0.01 * k);
			pen.quadraticCurveTo(x, y + 0.06 * k, x - w * 1.35, y - 0.01 * k);
		} else {
			pen.moveTo(x - w * 1.25, y + 0.02 * k);
			pen.quadraticCurveTo(x - w * 1.2, y - 0.06 * k, x - w * 0.7, y - 0.05 * k);
			pen.quadraticCurveTo(x + off * 0.4, y + 0.05 * k, x + w * 0.7, y - 0.05 * k);
			pen.quadraticCurveTo(x + w * 1.2, y - 0.06 * k, x + w * 1.25, y + 0.02 * k);
			pen.quadraticCurveTo(x + off, y + 0.14 * k, x - w * 1.25, y + 0.02 * k);
		}
		pen.closePath();
		filled(tone.of(look.coat), 0.8);
	} else if (F > 0) {
		pen.beginPath();
		pen.moveTo(x - w * 0.85, y);
		pen.quadraticCurveTo(x, y + 0.03 * k, x + w * 0.85, y);
		pen.lineTo(x + off, y + 0.13 * k);
		pen.closePath();
		filled(tone.of('#EDE3CE'), 0.75);
		pen.beginPath();
		pen.moveTo(x - w * 0.9, y - 0.02 * k);
		pen.lineTo(x - w * 1.15, y + 0.06 * k);
		pen.lineTo(x + off, y + 0.13 * k);
		pen.lineTo(x + w * 1.15, y + 0.06 * k);
		pen.lineTo(x + w * 0.9, y - 0.02 * k);
		pen.lineWidth = o * 0.7;
		pen.stroke();
	}
}

function neck(look: Look): void {
	const k = L.k;
	const w = 0.052 * k;
	pen.beginPath();
	const x = U(NECK);
	const y = V(NECK);
	const hx = U(HEAD);
	const hy = V(HEAD);
	pen.moveTo(x - w, y + 0.01 * k);
	pen.lineTo(hx - w * 0.9, hy);
	pen.lineTo(hx + w * 0.9, hy);
	pen.lineTo(x + w, y + 0.01 * k);
	pen.quadraticCurveTo(x, y + 0.045 * k, x - w, y + 0.01 * k);
	pen.fillStyle = tone.shade(look.skin);
	pen.fill();
	if (k < 30) return;
	pen.strokeStyle = ink;
	pen.lineWidth = o * 0.85;
	pen.stroke();
}

/** A rounded box. */
function rounded(x: number, y: number, w: number, h: number, r: number): void {
	pen.beginPath();
	pen.moveTo(x + r, y);
	pen.lineTo(x + w - r, y);
	pen.quadraticCurveTo(x + w, y, x + w, y + r);
	pen.lineTo(x + w, y + h - r);
	pen.quadraticCurveTo(x + w, y + h, x + w - r, y + h);
	pen.lineTo(x + r, y + h);
	pen.quadraticCurveTo(x, y + h, x, y + h - r);
	pen.lineTo(x, y + r);
	pen.quadraticCurveTo(x, y, x + r, y);
	pen.closePath();
}

function filled(colour: string, weight = 1): void {
	pen.fillStyle = colour;
	pen.fill();
	pen.strokeStyle = ink;
	pen.lineWidth = o * weight;
	pen.stroke();
}

/**
 * Something on the back, its middle `down` below the neck: `over` above that and `high` from top to bottom, its width seen
 * from behind and from the side times `part`; metres on a person of 1.72 m.
 */
function onBack(
	colour: string,
	h: number,
	wide: number,
	deep: number,
	back: number,
	down: number,
	over: number,
	high: number,
	corner: number,
	part = 1
): void {
	const k = L.k;
	const s = h / 1.72;
	const w = girth(wide, deep) * s * k * part;
	const f = J[NECK] - back * s;
	const x = u3(f, 0, J[NECK + 2] - down * s);
	const y = v3(f, 0, J[NECK + 2] - down * s);
	rounded(x - w, y - over * s * k, 2 * w, high * s * k, corner * s * k);
	filled(tone.of(colour), part);
}

function pack(colour: string, h: number): void {
	onBack(colour, h, 0.15, 0.1, 0.2, 0.26, 0.21, 0.42, 0.08);
	if (L.front < -0.2) onBack(colour, h, 0.15, 0.1, 0.2, 0.26, -0.02, 0.14, 0.03, 0.7);
}

function satchel(colour: string, wide: number, h: number, S: number, F: number): void {
	const k = L.k;
	const s = h / 1.72;
	const z = J[HIP + 2] + 0.02;
	const x = u3(0, 0.2 * s, z);
	const y = v3(0, 0.2 * s, z);
	const visible = S > -0.35;
	pen.beginPath();
	pen.moveTo(U(NECK) - F * -wide * 0.3 * k, V(NECK) + 0.03 * k);
	pen.lineTo(x, y - 0.1 * s * k);
	pen.strokeStyle = ink;
	pen.lineWidth = o * 1.1;
	pen.stroke();
	if (!visible) return;
	const w = girth(0.06, 0.16) * s * k + 0.05 * k;
	rounded(x - w, y - 0.1 * s * k, 2 * w, 0.24 * s * k, 0.04 * s * k);
	filled(tone.of(colour));
}

function box(colour: string, h: number): void {
	onBack(colour, h, 0.23, 0.22, 0.34, 0.24, 0.27, 0.52, 0.03);
}

function suitcase(colour: string): void {
	const k = L.k;
	const f = J[HAND[1]] - 0.34;
	const r = J[HAND[1] + 1] + 0.03;
	const x = u3(f, r, 0);
	const y = v3(f, r, 0);
	const w = girth(0.2, 0.14) * k;
	pen.beginPath();
	pen.moveTo(U(HAND[1]), V(HAND[1]));
	pen.lineTo(x, y - 0.6 * k);
	pen.strokeStyle = ink;
	pen.lineWidth = o * 1.3;
	pen.stroke();
	rounded(x - w, y - 0.62 * k, 2 * w, 0.57 * k, 0.05 * k);
	filled(tone.of(colour));
	pen.beginPath();
	pen.moveTo(x - w * 0.4, y - 0.56 * k);
	pen.lineTo(x - w * 0.4, y - 0.11 * k);
	pen.moveTo(x + w * 0.4, y - 0.56 * k);
	pen.lineTo(x + w * 0.4, y - 0.11 * k);
	pen.lineWidth = o * 0.7;
	pen.stroke();
}

/** A map unfolded between the hands. */
function paper(): void {
	const f = (J[HAND[0]] + J[HAND[1]]) / 2 + 0.03;
	const z = (J[HAND[0] + 2] + J[HAND[1] + 2]) / 2;
	const w = 0.24;
	pen.beginPath();
	for (let i = 0; i <= 4; i++) {
		const r = -w + (2 * w * i) / 4;
		const x = u3(f + 0.04 * (i % 2), r, z - 0.06);
		const y = v3(f + 0.04 * (i % 2), r, z - 0.06);
		if (i) pen.lineTo(x, y);
		else pen.moveTo(x, y);
	}
	for (let i = 4; i >= 0; i--) {
		const r = -w + (2 * w * i) / 4;
		pen.lineTo(u3(f + 0.1 + 0.04 * (i % 2), r, z + 0.24), v3(f + 0.1 + 0.04 * (i % 2), r, z + 0.24));
	}
	pen.closePath();
	filled(tone.of('#F6F0E0'), 0.85);
	pen.beginPath();
	for (let i = 1; i < 4; i++) {
		const r = -w + (2 * w * i) / 4;
		pen.moveTo(u3(f + 0.04 * (i % 2), r, z - 0.06), v3(f + 0.04 * (i % 2), r, z - 0.06));
		pen.lineTo(u3(f + 0.1 + 0.04 * (i % 2), r, z + 0.24), v3(f + 0.1 + 0.04 * (i % 2), r, z + 0.24));
	}
	pen.lineWidth = o * 0.6;
	pen.stroke();
}

const BLOOMS = [0, 0.2, -0.09, 0.15, 0.09, 0.14, -0.04, 0.26, 0.06, 0.24];
const PETALS = ['#D98BA0', '#E8C25A', '#F2E7CF', '#B98BC0', '#E0A070'];

function bouquet(x: number, y: number): void {
	const k = L.k;
	pen.beginPath();
	pen.moveTo(x, y + 0.06 * k);
	pen.lineTo(x - 0.11 * k, y - 0.12 * k);
	pen.lineTo(x + 0.11 * k, y - 0.12 * k);
	pen.closePath();
	filled(tone.of('#8FA97E'), 0.8);
	for (let i = 0; i < 5; i++) {
		const r = 0.055 * k;
		const bx = x + BLOOMS[i * 2] * k;
		const by = y - BLOOMS[i * 2 + 1] * k;
		pen.beginPath();
		pen.moveTo(bx + r, by);
		pen.arc(bx, by, r, 0, 2 * Math.PI);
		filled(tone.of(PETALS[i]), 0.7);
	}
}

function blanket(): void {
	pen.beginPath();
	pen.moveTo(u3(-0.55, -0.42, 0.01), v3(-0.55, -0.42, 0.01));
	pen.lineTo(u3(0.85, -0.46, 0.01), v3(0.85, -0.46, 0.01));
	pen.lineTo(u3(0.8, 0.4, 0.01), v3(0.8, 0.4, 0.01));
	pen.lineTo(u3(-0.6, 0.44, 0.01), v3(-0.6, 0.44, 0.01));
	pen.closePath();
	filled(tone.of('#8A97A6'), 0.9);
	const k = L.k;
	const x = u3(1.1, 0.1, 0);
	const y = v3(1.1, 0.1, 0);
	pen.beginPath();
	pen.moveTo(x - 0.075 * k, y - 0.17 * k);
	pen.lineTo(x - 0.05 * k, y);
	pen.lineTo(x + 0.05 * k, y);
	pen.lineTo(x + 0.075 * k, y - 0.17 * k);
	pen.closePath();
	filled(tone.of('#FBF7EC'), 0.8);
}

function umbrella(colour: string, open: number, h: number): void {
	const k = L.k;
	const top = h + 0.42;
	const hx = U(HAND[0]);
	const hy = V(HAND[0]);
	const tx = u3(0.1, 0, top);
	const ty = v3(0.1, 0, top);
	pen.beginPath();
	pen.moveTo(hx, hy + 0.08 * k);
	pen.lineTo(tx, ty);
	pen.strokeStyle = ink;
	pen.lineWidth = o * 1.4;
	pen.stroke();
	const w = (0.1 + 0.5 * open) * k;
	const d = (0.16 + 0.2 * open + 0.35 * (1 - open)) * k;
	pen.beginPath();
	pen.moveTo(tx - w, ty + d);
	pen.quadraticCurveTo(tx - w * 0.86, ty, tx, ty - 0.03 * k);
	pen.quadraticCurveTo(tx + w * 0.86, ty, tx + w, ty + d);
	for (let i = 0; i < 4; i++) {
		const a = 1 - i * 0.5;
		pen.quadraticCurveTo(
			tx + w * (a - 0.25),
			ty + d * 0.78,
			tx + w * (a - 0.5),
			ty + d + (i === 1 ? 0.02 : i < 3 ? 0.015 : 0) * k
		);
	}
	pen.closePath();
	filled(tone.of(colour));
	pen.beginPath();
	for (let i = -1; i <= 1; i++) {
		pen.moveTo(tx, ty - 0.03 * k);
		pen.quadraticCurveTo(tx + w * 0.46 * i, ty + d * 0.2, tx + w * 0.5 * i, ty + d);
	}
	pen.lineWidth = o * 0.65;
	pen.stroke();
}
