import type { Head } from './head';

/** What is worn on the head: earrings, bobbles in the hair, a flower behind the ear. */
export function jewels(head: Head): void {
	const { earrings, hoops, bobbles, flower } = head.features;
	for (let i = -1; i <= 1; i += 2) {
		if (hoops) hoop(head, hoops, i);
		else if (earrings) stud(head, earrings, i);
		if (bobbles) bobble(head, bobbles, i);
	}
	if (flower) blossom(head, flower);
}

/** On the lobe of the ear on one side: -1 left, 1 right. */
const lobe = (head: Head, side: number): boolean => head.see(0.02, side, -0.3) > -0.1;

function hoop(head: Head, colour: string, side: number): void {
	if (!lobe(head, side)) return;
	const { R } = head;
	const { pen, tone } = head.body;
	const x = head.u();
	const y = head.v();
	pen.beginPath();
	pen.moveTo(x + R * 0.15, y + R * 0.12);
	pen.arc(x, y + R * 0.12, R * 0.15, 0, 2 * Math.PI);
	head.rule(1.8);
	pen.strokeStyle = tone.of(colour);
	pen.lineWidth = head.fine;
	pen.stroke();
}

function stud(head: Head, colour: string, side: number): void {
	if (!lobe(head, side)) return;
	ball(head, 1, 0.08, colour, 0.7);
}

function bobble(head: Head, colour: string, side: number): void {
	if (head.see(-0.25, side * 0.72, 0.68) > -0.35) ball(head, 1.22, 0.17, colour, 1);
}

/** A ball at the direction seen last. */
function ball(head: Head, reach: number, size: number, colour: string, weight: number): void {
	const { pen, tone } = head.body;
	const x = head.u(reach);
	const y = head.v(reach);
	const r = head.R * size;
	pen.beginPath();
	pen.moveTo(x + r, y);
	pen.arc(x, y, r, 0, 2 * Math.PI);
	pen.fillStyle = tone.of(colour);
	pen.fill();
	head.rule(weight);
}

/** Five petals round a middle: unit vectors. */
const PETALS = [0, -1, 0.95, -0.31, 0.59, 0.81, -0.59, 0.81, -0.95, -0.31];

function blossom(head: Head, colour: string): void {
	if (head.see(0.16, -0.92, 0.4) < -0.2) return;
	const { R } = head;
	const { pen, tone } = head.body;
	const x = head.u(1.04);
	const y = head.v(1.04);
	const petal = R * 0.16;
	for (let k = 0; k < PETALS.length; k += 2) {
		pen.beginPath();
		pen.arc(x + PETALS[k] * R * 0.17, y + PETALS[k + 1] * R * 0.17, petal, 0, 2 * Math.PI);
		pen.fillStyle = tone.of(colour);
		pen.fill();
		head.rule(0.7);
	}
	head.body.blot(x, y, petal * 0.7, tone.of('#E8C25A'));
}
