import { isDark } from '../palette';
import type { Head } from './head';
import type { Rim } from './rim';

/**
 * What hangs behind the head: long hair, bun, ponytail. To be called twice: before the body with `behind`, which paints
 * it when the face is seen, and after the head without, which does when it is not.
 */
export function paintHair(head: Head, behind: boolean): void {
	const { pen, tone, line, subject } = head.body;
	const { cut, hair } = subject.look;
	if (cut !== 'long' && cut !== 'bun' && cut !== 'ponytail') return;
	if (head.see(-1, 0, 0) > (cut === 'long' ? 0.5 : 0.12) === behind) return;
	const back = head.globe.across;
	pen.lineJoin = 'round';
	pen.beginPath();
	if (cut === 'bun') bun(head);
	else if (cut === 'ponytail') ponytail(head, back);
	else if (behind) curtain(head, back);
	else mane(head, back);
	pen.fillStyle = tone.of(hair);
	pen.fill();
	pen.strokeStyle = head.body.ink;
	pen.lineWidth = line;
	pen.stroke();
}

function bun(head: Head): void {
	const { pen } = head.body;
	const r = head.R * 0.46;
	head.see(-0.86, 0, 0.62);
	pen.moveTo(head.u(1.18) + r, head.v(1.18));
	pen.arc(head.u(1.18), head.v(1.18), r, 0, 2 * Math.PI);
}

/** `back` is how far to the right the back of the head is, radii: the same below. */
function ponytail(head: Head, back: number): void {
	const { R } = head;
	const { pen } = head.body;
	head.see(-0.95, 0, 0.35);
	const x = head.u(1.05);
	const y = head.v(1.05);
	const w = R * 0.34;
	const ex = x + back * R * 0.5;
	const ey = y + R * 1.75;
	pen.moveTo(x - w * 0.5, y - w * 0.4);
	pen.quadraticCurveTo(x + back * R * 0.75 - w, y + R * 0.6, ex - w * 0.3, ey);
	pen.quadraticCurveTo(x + back * R * 0.95 + w * 1.4, y + R * 0.7, x + w * 0.6, y - w * 0.3);
	pen.closePath();
}

/** Long hair behind the neck, pushed back in profile; its top hides behind the head. */
function curtain({ x, y, R, globe, body: { pen } }: Head, back: number): void {
	const w = R * (1.1 - 0.34 * Math.abs(globe.side));
	const cx = x + back * R * 0.36;
	const drop = R * 1.7;
	pen.moveTo(cx - w * 0.8, y - R * 0.5);
	pen.quadraticCurveTo(cx - w * 1.22, y + drop * 0.5, cx - w * 0.9 + back * R * 0.1, y + drop);
	pen.quadraticCurveTo(cx, y + drop * 1.12, cx + w * 0.9 + back * R * 0.1, y + drop);
	pen.quadraticCurveTo(cx + w * 1.22, y + drop * 0.5, cx + w * 0.8, y - R * 0.5);
	pen.closePath();
}

/** Seen from behind, long hair is one shape from the crown to the shoulders. */
function mane({ x, y, R, body: { pen } }: Head, back: number): void {
	const w = R * 1.07;
	const cx = x + back * R * 0.12;
	const drop = R * 1.72;
	pen.moveTo(x - w, y - R * 0.1);
	pen.bezierCurveTo(x - w, y - R * 1.5, x + w, y - R * 1.5, x + w, y - R * 0.1);
	pen.quadraticCurveTo(cx + w * 1.2, y + drop * 0.6, cx + w * 0.94, y + drop);
	pen.quadraticCurveTo(cx, y + drop * 1.12, cx - w * 0.94, y + drop);
	pen.quadraticCurveTo(cx - w * 1.2, y + drop * 0.6, x - w, y - R * 0.1);
	pen.closePath();
}

/** Hair above a hairline, `reach` head radii wide; black hair has no line. */
export function locks(head: Head, rim: Rim, reach: number): void {
	const { pen, tone, subject } = head.body;
	const { hair } = subject.look;
	const r = head.R * reach;
	pen.beginPath();
	if (!head.globe.trace(pen, rim, head.x, head.y - r * 0.06, r)) return;
	pen.fillStyle = tone.of(hair);
	pen.fill();
	if (!isDark(hair)) head.rule();
}

/** Round locks: across, up, radius, in head radii. */
const CURLS = [
	-0.95, 0.1, 0.36, -0.92, 0.55, 0.38, -0.6, 0.95, 0.4, -0.1, 1.12, 0.42, 0.42, 1.04, 0.42, 0.82, 0.72, 0.4, 0.98, 0.26,
	0.36
];

/** Curly hair that stands off the head. */
export function curls({ x, y, R, body: { pen, tone, ink, line, subject } }: Head): void {
	for (let pass = 0; pass < 2; pass++) {
		const grow = pass ? 0 : line;
		pen.fillStyle = pass ? tone.of(subject.look.hair) : ink;
		pen.beginPath();
		for (let i = 0; i < CURLS.length; i += 3) {
			const cx = x + CURLS[i] * R;
			const cy = y - CURLS[i + 1] * R;
			const r = CURLS[i + 2] * R + grow;
			pen.moveTo(cx + r, cy);
			pen.arc(cx, cy, r, 0, 2 * Math.PI);
		}
		pen.fill();
	}
}
