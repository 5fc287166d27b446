import { isDark } from '../palette';
import type { Body } from './body';
import { bouquet, cane, phone } from './props';
import { ANKLE, ELBOW, HAND, KNEE, NECK, SHOULDER, THIGH } from './skeleton';

/** Shoes that nobody chose. */
const SHOES = '#2b2523';

/** A leg, 0 the left; the far one in the shade. */
export function paintLeg(b: Body, i: number, far: boolean): void {
	const { pen, tone, subject } = b;
	const { look, s, pose } = subject;
	pen.beginPath();
	pen.moveTo(b.u(THIGH[i]), b.v(THIGH[i]));
	pen.lineTo(b.u(KNEE[i]), b.v(KNEE[i]));
	pen.lineTo(b.u(ANKLE[i]), b.v(ANKLE[i]));
	b.band(0.135 * s * b.k, far ? tone.shade(look.legs) : tone.of(look.legs));
	if (look.long && pose === 'bench') skirt(b, i, far ? tone.shade(look.coat) : tone.of(look.coat));
	shoe(b, i);
}

/** The skirt of a long coat over the thigh of somebody who sits. */
function skirt(b: Body, i: number, colour: string): void {
	const { pen } = b;
	pen.beginPath();
	pen.moveTo(b.u(THIGH[i]), b.v(THIGH[i]));
	pen.lineTo(b.u(KNEE[i]), b.v(KNEE[i]));
	b.band(0.17 * b.subject.s * b.k, colour);
}

function shoe(b: Body, i: number): void {
	const { pen, tone, skeleton, subject } = b;
	const { s, look, who } = subject;
	const { joints } = skeleton;
	const ankle = ANKLE[i];
	const length = 0.19 * s;
	const r = joints[ankle + 1];
	const heelF = joints[ankle] - 0.06 * s;
	const heelZ = joints[ankle + 2] - 0.015 * who.height;
	const toeF = heelF + skeleton.toeF[i] * length;
	const toeZ = Math.max(0.02, heelZ + skeleton.toeZ[i] * length);
	const width = 0.085 * s * b.k;
	pen.beginPath();
	pen.moveTo(b.x(heelF, r, heelZ), b.y(heelF, r, heelZ));
	pen.lineTo(b.x(toeF, r * 1.1, toeZ), b.y(toeF, r * 1.1, toeZ));
	const colour = look.shoes ?? SHOES;
	if (!isDark(colour)) return b.band(width, tone.of(colour), 0.9);
	pen.strokeStyle = tone.of(colour);
	pen.lineWidth = width + 1.6 * b.line;
	pen.stroke();
}

/** Metres. */
const SLEEVE = 0.1;

/** An arm, 0 the left, with its hand and what that holds; the far one in the shade. */
export function paintArm(b: Body, i: number, far: boolean): void {
	const { look, empty } = b.subject;
	const colour = far ? b.tone.shade(look.coat) : b.tone.of(look.coat);
	if (i === 1 && look.cane) cane(b);
	const r = 0.052 * b.k;
	if (r > 0.9) {
		const x = b.u(HAND[i]);
		const y = b.v(HAND[i]);
		b.blot(x, y, r + b.line * 0.9, b.ink);
		b.blot(x, y, r, b.tone.of(look.skin));
	}
	sleeve(b, i, colour);
	if (i === 1 && look.phone && !empty) phone(b);
	if (i === 0 && look.flowers) bouquet(b);
}

/** It stops at the wrist, so that the hand shows. */
function sleeve(b: Body, i: number, colour: string): void {
	const { pen } = b;
	const x = b.u(SHOULDER[i]);
	const y = b.v(SHOULDER[i]);
	const ex = b.u(ELBOW[i]);
	const ey = b.v(ELBOW[i]);
	pen.beginPath();
	pen.moveTo(x, y);
	pen.lineTo(ex, ey);
	pen.lineTo(ex + (b.u(HAND[i]) - ex) * 0.82, ey + (b.v(HAND[i]) - ey) * 0.82);
	b.band(SLEEVE * b.k, colour);
	// Hides the ink at its top, so that arm and body are one piece of cloth.
	if (b.k >= 18) b.blot(x + (b.u(NECK) - x) * 0.16, y + 0.012 * b.k, SLEEVE * 0.5 * b.k, colour);
}
