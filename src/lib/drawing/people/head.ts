import type { Face } from '../../street/types';
import type { Body } from './body';
import { HABITS, type Subject } from './figure';
import { wave } from './gait';
import { Globe } from './globe';
import { curls, locks } from './hair';
import { paintHat } from './hat';
import { lookUp } from './pose';
import { BARE, BEARD, FRINGE, HAIR, type Rim } from './rim';
import { HEAD } from './skeleton';

/** Radius in pixels from which a head has a face, and from which that has cheeks, lids, lips: the sensor's have none. */
export const FACED = 5.2;
export const LARGE = 8;

/**
 * What is painted of a head only where it is large. It is given to those who paint for readers, and to no sensor, whose
 * heads are three pixels across: what a face looks like is no part of what the machine sees.
 */
export interface Near {
	/** Before the hair. */
	face(head: Head): void;
	/** Between hair and hat. */
	ears(head: Head): void;
	/** Over all. */
	worn(head: Head): void;
}

/** One head under the pen: a ball of radius R at (x, y), pixels, that turns by itself. */
export class Head {
	readonly x: number;
	readonly y: number;
	readonly R: number;
	/** Width of the lines on it. */
	readonly fine: number;
	readonly globe: Globe;
	readonly features: Face;

	constructor(readonly body: Body) {
		const { subject, at, skeleton, k, line } = body;
		const [side, front] = turnOf(body);
		const bow = subject.facing ? 0 : skeleton.bow;
		this.x = body.u(HEAD);
		this.y = body.v(HEAD);
		this.R = subject.radius * k;
		this.fine = line * 0.85;
		this.globe = new Globe(side, front, bow, Math.min(0.4, at.rise * 0.55));
		this.features = subject.who.face ?? {};
	}

	/** How near to the viewer a direction of the head is (forward, right, up), from -1 to 1; `u` and `v` are then its. */
	see(f: number, r: number, z: number): number {
		return this.globe.see(f, r, z).toward;
	}

	/** Where the direction seen last is in the picture, `reach` radii from the middle. */
	u(reach = 1): number {
		return this.x + this.globe.across * this.R * reach;
	}

	v(reach = 1): number {
		return this.y - this.globe.up * this.R * reach;
	}

	/** Starts a path with what is seen of a region, on a ball of `reach` radii raised by `raise`; false when nothing is. */
	region(rim: Rim, reach: number, raise: number): boolean {
		this.body.pen.beginPath();
		return this.globe.trace(this.body.pen, rim, this.x, this.y - this.R * raise, this.R * reach);
	}

	/** Adds a round spot to the path; false when its side is not seen. */
	spot(f: number, r: number, z: number, size: number): void {
		if (this.see(f, r, z) < 0.12) return;
		const u = this.u(0.95);
		const v = this.v();
		this.body.pen.moveTo(u + size, v);
		this.body.pen.arc(u, v, size, 0, 2 * Math.PI);
	}

	/** Draws the path in ink, `weight` times the fine line. */
	rule(weight = 1): void {
		const { pen, ink } = this.body;
		pen.strokeStyle = ink;
		pen.lineWidth = this.fine * weight;
		pen.stroke();
	}
}

/** How much of the head's side and front is seen: it turns to the viewer, glances about, or goes with the body. */
function turnOf({ subject, at: { side, front } }: Body): [side: number, front: number] {
	if (subject.facing) return [0.15 * Math.sign(side || 1), 0.99];
	const g = glanceOf(subject);
	if (g === undefined) return [side, front];
	const l = Math.sqrt(1 + g * g);
	return [(side + front * g) / l, (front - side * g) / l];
}

function glanceOf({ look, pose, traits, habits, idle, empty, hug, k }: Subject): number | undefined {
	if (pose !== 'stand' || hug) return undefined;
	if (!look.phone || empty) return traits.glance + 0.3 * wave(idle + 0.4) * traits.restless;
	return habits.includes('looksUp') && k > HABITS ? 0.75 * lookUp(idle) : undefined;
}

/** The head itself: skull, face, hair, hat. What hangs behind it is for `paintHair`. */
export function paintHead(head: Head, near?: Near): void {
	const { pen, ink, subject } = head.body;
	const { look, traits } = subject;
	const cut = look.cut ?? 'short';
	pen.lineJoin = 'round';
	pen.lineCap = 'round';
	pen.strokeStyle = ink;
	if (cut === 'curly' && !look.hat && !look.helmet) curls(head);
	skull(head);
	if (look.beard && head.globe.front > -0.5) beard(head);
	if (cut === 'bald') bald(head);
	near?.face(head);
	if (cut === 'short') locks(head, HAIR.short, 1.04 + (traits.seed % 4) * 0.025);
	else if (cut !== 'bald') locks(head, cut === 'long' && traits.seed % 2 ? FRINGE : HAIR[cut], 1.07);
	near?.ears(head);
	paintHat(head);
	near?.worn(head);
}

/** Skull and jaw: longer than round, the chin to where the face looks, the nape shorter. */
function skull(head: Head): void {
	const { x, y, R } = head;
	const { pen, tone, line, subject } = head.body;
	const toward = head.see(0.96, 0, -0.3);
	const across = head.globe.across;
	const lean = across * R;
	const low = R * (toward > 0 || Math.abs(across) > 0.6 ? 1.07 : 1.07 + 0.25 * toward);
	const w = R * 0.96;
	const l = lean < 0 ? 1 : 0.72;
	const r = lean > 0 ? 1 : 0.72;
	const away = Math.min(1, Math.abs(across) * 1.1);
	const chin = x + lean * 0.34;
	pen.beginPath();
	pen.moveTo(x - w, y - R * 0.1);
	pen.bezierCurveTo(x - w, y - R * 1.3, x + w, y - R * 1.3, x + w, y - R * 0.1);
	pen.bezierCurveTo(
		x + w * (1 - away * (1 - r) * 0.4),
		y + R * (0.5 + 0.14 * away * r),
		chin + R * 0.5,
		y + low,
		chin,
		y + low
	);
	pen.bezierCurveTo(
		chin - R * 0.5,
		y + low,
		x - w * (1 - away * (1 - l) * 0.4),
		y + R * (0.5 + 0.14 * away * l),
		x - w,
		y - R * 0.1
	);
	pen.closePath();
	pen.fillStyle = tone.of(subject.look.skin);
	pen.fill();
	pen.lineWidth = line;
	pen.stroke();
}

function beard(head: Head): void {
	const { pen, tone, subject } = head.body;
	if (!head.region(BEARD, 1.03, -0.06)) return;
	pen.fillStyle = tone.of(subject.look.hair);
	pen.fill();
	if (head.R > FACED) head.rule();
}

/** A ring of hair, and skin above it, whose line is the one drawn last. */
function bald(head: Head): void {
	const { pen, tone, subject } = head.body;
	locks(head, HAIR.bald, 1.03);
	if (!head.region(BARE, 1.01, 0.03)) return;
	pen.fillStyle = tone.of(subject.look.skin);
	pen.fill();
	pen.stroke();
}
