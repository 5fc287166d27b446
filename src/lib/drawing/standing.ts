import type { Instant, Person } from '../street/types';
import { localAt } from './frame';
import { INK } from './palette';
import type { Figure } from './people/figure';
import { paintBody } from './person';
import type { Plot } from './plot';
import type { Stamp } from './sprites';

const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Seconds of one cycle of small movements. */
const CYCLE = 7.3;
export const idleOf = ({ time }: Instant, i: number): number => time / (CYCLE + 0.37 * (i % 5)) + i * 0.381;

/** What two who were to meet do once they have: embrace while they stand, then walk with empty hands. */
export function meeting(people: readonly Person[]): Figure['gesture'] {
	const a = people.find((p) => p.embrace);
	const b = people.find((p) => p !== a && p.embrace && p.embrace === a?.embrace);
	if (!a?.present || !b?.present) return undefined;
	const d = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
	if (d > 2.5 * 2.5) return undefined;
	return d < 0.8 * 0.8 && a.pose === 'stand' && b.pose === 'stand' ? 'embrace' : 'free';
}

/** How somebody of a street is painted. */
export interface Standing {
	/** They turn round to the viewer. */
	facing: boolean;
	idle: number;
	gesture?: Figure['gesture'];
	stamp?: Stamp;
}

/** Paints somebody where they are: a body, and more and more a disc the steeper the camera looks down. */
export function paintStanding(p: Plot, who: Person, { facing, idle, gesture, stamp }: Standing): void {
	const { camera: c, local: at } = p;
	let hx = who.hx;
	let hy = who.hy;
	if (facing && (who.pose === 'stand' || who.pose === 'walk')) {
		const dx = c.x - who.x;
		const dy = c.y - who.y;
		const l = Math.sqrt(dx * dx + dy * dy) || 1;
		hx = dx / l;
		hy = dy / l;
	}
	if (!localAt(c, who.x, who.y, hx, hy, at)) return;
	const reach = 2.4 * at.k;
	if (at.x < -reach || at.x > c.width + reach || at.y < -reach || at.y > c.height + reach) return;
	const line = p.line * Math.min(1.15, Math.max(0.6, Math.sqrt(at.k / 46)));
	const t = smooth((c.sin - 0.72) / 0.26);
	if (t < 1 && (gesture || !stamp?.person(p.pen, who, at, line, facing, idle)))
		paintBody(p.pen, who, at, { tone: p.tone, line, facing, idle, gesture, near: p.near });
	if (t > 0) paintDisc(p, who, at.k, t, line);
}

/** Radius of a person's disc on the plan, metres. */
export const DISC = 0.32;

function paintDisc(p: Plot, who: Person, k: number, t: number, line: number): void {
	const { pen, tone } = p;
	const { u, v } = p.see(who.x, who.y, who.height * 0.6 * (1 - t));
	const r = DISC * k * t;
	pen.strokeStyle = tone.of(INK);
	pen.lineWidth = line;
	pen.fillStyle = tone.of(who.look.coat);
	const nx = who.hx;
	const ny = -who.hy;
	pen.beginPath();
	pen.moveTo(u + nx * r * 1.5, v + ny * r * 1.5);
	pen.lineTo(u - ny * r * 0.6 + nx * r * 0.7, v + nx * r * 0.6 + ny * r * 0.7);
	pen.lineTo(u + ny * r * 0.6 + nx * r * 0.7, v - nx * r * 0.6 + ny * r * 0.7);
	pen.closePath();
	pen.fill();
	pen.stroke();
	pen.beginPath();
	pen.moveTo(u + r, v);
	pen.arc(u, v, r, 0, 2 * Math.PI);
	pen.fill();
	pen.stroke();
}
