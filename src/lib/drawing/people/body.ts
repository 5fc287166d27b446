import type { Local } from '../frame';
import { INK, type Tone } from '../palette';
import type { Pen } from '../types';
import type { Subject } from './figure';
import type { Skeleton } from './skeleton';

/**
 * One body under the pen: its skeleton, seen through the camera's local frame, in a tone and with one ink line. Joints
 * are indices of the skeleton; lengths without a unit are pixels.
 */
export class Body {
	readonly ink: string;
	/** Pixels per metre. */
	readonly k: number;
	/** Half the width of the trunk as it is seen, metres. */
	readonly wide: number;

	constructor(
		readonly pen: Pen,
		readonly subject: Subject,
		readonly skeleton: Skeleton,
		readonly at: Local,
		readonly tone: Tone,
		/** Width of the ink line. */
		readonly line: number
	) {
		this.ink = tone.of(INK);
		this.k = at.k;
		this.wide = this.girth(0.2, 0.13) * subject.traits.build * subject.s * (subject.child ? 1.08 : 1);
	}

	/** Where a point of the body's axes is seen (forward, right, up; metres): across and down. */
	x(f: number, r: number, z: number): number {
		const { at } = this;
		return at.x + f * at.uf + r * at.ur + z * at.uz;
	}

	y(f: number, r: number, z: number): number {
		const { at } = this;
		return at.y + f * at.vf + r * at.vr + z * at.vz;
	}

	/** Where a joint is seen: across and down. */
	u(joint: number): number {
		const { joints } = this.skeleton;
		return this.x(joints[joint], joints[joint + 1], joints[joint + 2]);
	}

	v(joint: number): number {
		const { joints } = this.skeleton;
		return this.y(joints[joint], joints[joint + 1], joints[joint + 2]);
	}

	/** How near to the viewer a joint is, compared with others. */
	near(joint: number): number {
		const { joints } = this.skeleton;
		return joints[joint] * this.at.front + joints[joint + 1] * this.at.side;
	}

	/** Half the width at which an upright ellipse is seen, from its half width `wide` and half depth `deep`. */
	girth(wide: number, deep: number): number {
		const a = wide * this.at.front;
		const b = deep * this.at.side;
		return Math.sqrt(a * a + b * b);
	}

	/** Draws the path in ink, `weight` times the line. */
	rule(weight = 1): void {
		this.pen.strokeStyle = this.ink;
		this.pen.lineWidth = this.line * weight;
		this.pen.stroke();
	}

	/** Fills the path and draws the ink line around it. */
	face(colour: string, weight = 1): void {
		this.pen.fillStyle = colour;
		this.pen.fill();
		this.rule(weight);
	}

	/** Draws the path as a band of cloth of a width, with ink along its edges, `weight` times the line on each. */
	band(width: number, colour: string, weight = 1): void {
		const { pen } = this;
		pen.strokeStyle = this.ink;
		pen.lineWidth = width + 2 * weight * this.line;
		pen.stroke();
		pen.strokeStyle = colour;
		pen.lineWidth = width;
		pen.stroke();
	}

	/** A round spot without a line. */
	blot(x: number, y: number, r: number, colour: string): void {
		const { pen } = this;
		pen.beginPath();
		pen.arc(x, y, r, 0, 2 * Math.PI);
		pen.fillStyle = colour;
		pen.fill();
	}

	/** Starts a path that is a box with round corners. */
	box(x: number, y: number, w: number, h: number, r: number): void {
		const { pen } = this;
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
}
