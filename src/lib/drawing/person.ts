import type { Local } from './frame';
import type { Tone } from './palette';
import { backpack, crate, satchel, suitcase } from './people/bags';
import { Body } from './people/body';
import { subjectOf, type Figure } from './people/figure';
import { paintTorso } from './people/garments';
import { paintHair } from './people/hair';
import { Head, paintHead, type Near } from './people/head';
import { paintArm, paintLeg } from './people/limbs';
import { paintNeck } from './people/neck';
import { poseOf } from './people/pose';
import { map, umbrella } from './people/props';
import { ANKLE, ELBOW, HAND, KNEE } from './people/skeleton';
import type { Pen } from './types';

/** How a body is painted. */
export interface Manner {
	tone: Tone;
	/** Ink width, pixels. */
	line: number;
	/** The head turns to the viewer. */
	facing?: boolean;
	/** 0 to 1, a cycle of some seconds: moves those who stand a little; weight from leg to leg, a look up, a hand that speaks. */
	idle?: number;
	/** Another than the figure's own. */
	gesture?: Figure['gesture'];
	/** Paints faces; there are none without it. */
	near?: Near;
}

/** Paints one person in a local frame of the camera. */
export function paintBody(
	pen: Pen,
	who: Figure,
	at: Local,
	{ tone, line, facing = false, idle = 0, gesture = who.gesture, near }: Manner
): void {
	pen.lineJoin = 'round';
	pen.lineCap = 'round';
	const subject = subjectOf(who, at.k, facing, idle, gesture);
	const body = new Body(pen, subject, poseOf(subject), at, tone, line);
	const head = new Head(body);
	const arms = armsOf(body);
	const { far } = arms;
	paintBehind(body);
	paintHair(head, true);
	if (arms.behind > 0) paintArm(body, far, true);
	if (arms.behind > 1) paintArm(body, 1 - far, false);
	paintLegs(body);
	paintTorso(body);
	if (who.look.bag && isSatchel(body)) satchel(body, who.look.bag);
	paintNeck(body);
	paintHead(head, near);
	paintHair(head, false);
	if (at.front < 0) paintBack(body);
	if (arms.behind < 1) paintArm(body, far, false);
	if (arms.behind < 2) paintArm(body, 1 - far, false);
	paintBefore(body);
}

/** What stands behind a body, or hangs on a back that is turned away. */
function paintBehind(body: Body): void {
	const { front } = body.at;
	const { look } = body.subject;
	if (look.suitcase && front >= SUITCASE_BEFORE) suitcase(body, look.suitcase);
	if (front < 0) return;
	if (look.box) crate(body, look.box);
	if (look.bag && !isSatchel(body)) backpack(body, look.bag);
}

/** What hangs on a back that is seen. */
function paintBack(body: Body): void {
	const { look } = body.subject;
	if (look.bag && !isSatchel(body)) backpack(body, look.bag);
	if (look.box) crate(body, look.box);
}

/** What is held before a body, or stands there. */
function paintBefore(body: Body): void {
	const { front } = body.at;
	const { look, who, pose } = body.subject;
	const { shelter = 0 } = who;
	if (who.holds === 'map' && pose === 'stand' && front > -0.3) map(body);
	if (look.suitcase && front < SUITCASE_BEFORE) suitcase(body, look.suitcase);
	if (look.umbrella && shelter > 0) umbrella(body, look.umbrella, shelter);
}

/** A suitcase is drawn behind its owner: so much of the front has to be turned away for it to come before. */
const SUITCASE_BEFORE = -0.05;

/** Children carry theirs on the back. */
const isSatchel = ({ subject: { traits, child } }: Body): boolean => traits.satchel && !child;

function paintLegs(body: Body): void {
	const left = body.near(ANKLE[0]) + body.near(KNEE[0]);
	const right = body.near(ANKLE[1]) + body.near(KNEE[1]);
	const far = left < right ? 0 : 1;
	paintLeg(body, far, true);
	paintLeg(body, 1 - far, false);
}

/** Which arm is the far one, and how many of the two are behind the trunk and to be painted before it. */
function armsOf(body: Body): { far: number; behind: number } {
	const left = body.near(ELBOW[0]) + body.near(HAND[0]);
	const right = body.near(ELBOW[1]) + body.near(HAND[1]);
	return { far: left < right ? 0 : 1, behind: (left < 0.02 ? 1 : 0) + (right < 0.02 ? 1 : 0) };
}
