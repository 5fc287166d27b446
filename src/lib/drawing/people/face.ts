import type { Head } from './head';

/** Nose, eyes, brows, mouth and glasses. */
export function paintFace(head: Head): void {
	nose(head);
	eyes(head);
	if (head.R > 9) browsAndMouth(head);
	if (head.body.subject.look.glasses) glasses(head);
}

/** A small hook that becomes a bump in profile. */
function nose(head: Head): void {
	const { R, body } = head;
	const { pen, tone, subject } = body;
	if (head.see(0.98, 0, -0.14) <= -0.15) return;
	const { across } = head.globe;
	const long = 0.8 + (subject.traits.seed % 5) * 0.13;
	const turned = across < 0 ? -1 : 1;
	const x = head.u(0.88);
	const y = head.v();
	const out = across * R * 0.25 * long + turned * R * 0.05;
	const tall = R * 0.17 * long * (0.6 + 0.4 * Math.abs(across));
	pen.beginPath();
	pen.moveTo(x, y - tall);
	pen.bezierCurveTo(x + out * 0.5, y - tall * 0.4, x + out * 1.15, y + tall * 0.1, x + out, y + tall * 0.55);
	pen.quadraticCurveTo(x + out * 0.8, y + tall * 1.1, x - out * 0.05 - turned * R * 0.02, y + tall * 0.95);
	if (Math.abs(across) > 0.6) {
		pen.fillStyle = tone.of(subject.look.skin);
		pen.fill();
	}
	head.rule();
}

/** Two dots, or two lines where they are closed. */
function eyes(head: Head): void {
	const { pen, ink, subject } = head.body;
	const { habits, pose, facing } = subject;
	const r = Math.max(0.55, head.R * 0.075);
	const asleep = habits.includes('dozes') && (pose === 'sit' || pose === 'bench') && !facing;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) {
		if (head.see(0.9, i * 0.38, 0.08) < 0.18) continue;
		const x = head.u(0.96);
		const y = head.v();
		if (asleep) {
			pen.moveTo(x - 1.9 * r, y);
			pen.quadraticCurveTo(x, y + 1.7 * r, x + 1.9 * r, y);
		} else {
			pen.moveTo(x + r, y);
			pen.arc(x, y, r, 0, 2 * Math.PI);
		}
	}
	if (asleep) return head.rule();
	pen.fillStyle = ink;
	pen.fill();
}

function browsAndMouth(head: Head): void {
	const { R } = head;
	const { pen, subject } = head.body;
	const { seed } = subject.traits;
	pen.beginPath();
	const lift = 0.33 + (seed % 3) * 0.03;
	for (let i = -1; i <= 1; i += 2) {
		if (head.see(0.9, i * 0.24, lift) < 0.18) continue;
		const x = head.u(0.97);
		const y = head.v();
		head.see(0.78, i * 0.54, lift - 0.05);
		const ex = head.u(0.97);
		const ey = head.v();
		pen.moveTo(x, y);
		pen.quadraticCurveTo((x + ex) / 2, (y + ey) / 2 - R * 0.07, ex, ey);
	}
	if (!subject.look.beard) {
		const left = head.see(0.9, -0.2, -0.52);
		const x = head.u(0.94);
		const y = head.v();
		const right = head.see(0.9, 0.2, -0.52);
		if (left > 0 || right > 0) {
			const ex = head.u(0.94);
			const ey = head.v();
			const smile = R * (0.03 + (seed % 4) * 0.025);
			pen.moveTo(x, y);
			pen.quadraticCurveTo((x + ex) / 2 + 0.3 * (ex - x) * head.globe.side, (y + ey) / 2 + smile, ex, ey);
		}
	}
	head.rule(0.85);
}

function glasses(head: Head): void {
	const { pen } = head.body;
	const temple = head.globe.side >= 0 ? 1 : -1;
	const r = head.R * 0.25;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) {
		if (head.see(0.92, i * 0.4, 0.06) < 0.2) continue;
		const x = head.u(0.93);
		const y = head.v();
		pen.moveTo(x + r, y);
		pen.arc(x, y, r, 0, 2 * Math.PI);
	}
	head.see(0.3, temple * 0.95, 0.1);
	const x = head.u();
	const y = head.v();
	if (head.see(0.8, temple * 0.55, 0.1) > 0) {
		pen.moveTo(x, y);
		pen.lineTo(head.u(), head.v());
	}
	head.rule();
}

export function paintEars(head: Head): void {
	const { pen, tone, subject } = head.body;
	const r = head.R * 0.19;
	let any = false;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) {
		if (head.see(-0.12, i * 0.99, -0.06) < -0.12) continue;
		any = true;
		const x = head.u(0.98);
		const y = head.v();
		pen.moveTo(x + r * 0.8, y);
		pen.ellipse(x, y, r * 0.8, r * 1.15, 0, 0, 2 * Math.PI);
	}
	if (!any) return;
	pen.fillStyle = tone.of(subject.look.skin);
	pen.fill();
	head.rule();
}
