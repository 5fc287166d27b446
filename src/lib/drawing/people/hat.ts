import type { Head } from './head';
import { AROUND, AZ_COS, AZ_SIN, CAP, HELMET } from './rim';

/** How much wider than the head a helmet and a hat are. */
const HARD = 1.22;
const SOFT = 1.14;

/** A helmet or a hat, where one is worn. */
export function paintHat(head: Head): void {
	const { hat, helmet } = head.body.subject.look;
	if (helmet) return paintHelmet(head, helmet);
	if (!hat) return;
	const { hat: kind } = head.body.subject.traits;
	crown(head, hat);
	if (kind === 'cap' || kind === 'flat') visor(head, hat, kind === 'cap' ? 1.75 : 1.4);
	else if (kind === 'brim') brim(head, hat);
	else if (kind === 'beret') beret(head, hat);
	else band(head);
}

const face = (head: Head, colour: string): void => head.body.face(head.body.tone.of(colour));

function paintHelmet(head: Head, colour: string): void {
	const { pen } = head.body;
	const lift = head.R * 0.08;
	if (head.region(HELMET, HARD, 0.08)) face(head, colour);
	pen.beginPath();
	head.see(0.7, 0, 0.72);
	pen.moveTo(head.u(HARD), head.y - lift - head.globe.up * head.R * HARD);
	head.see(0, 0, 1);
	pen.lineTo(head.u(HARD), head.y - lift - head.globe.up * head.R * HARD);
	head.body.rule(0.8);
}

function crown(head: Head, colour: string): void {
	if (head.region(CAP, SOFT, 0.08)) face(head, colour);
}

/** Where the face looks, `long` radii from the middle. */
function visor(head: Head, colour: string, long: number): void {
	if (head.see(0.92, 0, 0.4) <= -0.3) return;
	const { R, body } = head;
	const { pen } = body;
	const x = head.u(1.1);
	const y = head.v(1.1);
	head.see(long, 0, 0.3);
	const tx = head.u();
	const ty = head.v() + R * 0.06;
	const half = R * (0.24 + 0.62 * Math.abs(head.globe.front));
	pen.beginPath();
	pen.moveTo(x - half, y);
	pen.quadraticCurveTo(tx - half * 0.9, ty + R * 0.1, tx, ty + R * 0.12);
	pen.quadraticCurveTo(tx + half * 0.9, ty + R * 0.1, x + half, y);
	pen.closePath();
	body.face(body.tone.shade(colour));
}

function brim(head: Head, colour: string): void {
	const { R, body } = head;
	head.see(0, 0, 0.42);
	const x = head.u();
	const y = head.v();
	body.pen.beginPath();
	body.pen.moveTo(x + R * 1.7, y);
	body.pen.ellipse(x, y, R * 1.7, R * (0.22 + 0.9 * head.globe.elevation), 0, 0, 2 * Math.PI);
	face(head, colour);
	if (head.region(CAP, 1.02, 0.2)) face(head, colour);
}

function beret(head: Head, colour: string): void {
	const { R, body } = head;
	head.see(-0.2, 0.15, 0.8);
	body.pen.beginPath();
	body.pen.moveTo(head.u() + R * 1.25, head.v());
	body.pen.ellipse(head.u(), head.v(), R * 1.25, R * 0.5, 0, 0, 2 * Math.PI);
	face(head, colour);
}

/** The turned-up band of a beanie. */
function band(head: Head): void {
	const { pen } = head.body;
	const middle = towardViewer(head);
	let on = false;
	pen.beginPath();
	for (let j = -6; j <= 6; j++) {
		const i = (j + AROUND + middle) % AROUND;
		if (head.see(0.84 * AZ_COS[i], 0.84 * AZ_SIN[i], 0.62) < 0) {
			on = false;
			continue;
		}
		const x = head.u(SOFT);
		const y = head.y - head.R * 0.08 - head.globe.up * head.R * SOFT;
		if (on) pen.lineTo(x, y);
		else pen.moveTo(x, y);
		on = true;
	}
	head.body.rule(0.8);
}

/** The azimuth that points at the viewer. */
function towardViewer({ globe }: Head): number {
	let best = 0;
	let most = -2;
	for (let i = 0; i < AROUND; i++) {
		const d = AZ_COS[i] * globe.front + AZ_SIN[i] * globe.side;
		if (d > most) {
			most = d;
			best = i;
		}
	}
	return best;
}
