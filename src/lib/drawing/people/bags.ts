import type { Body } from './body';
import { HAND, HIP, NECK } from './skeleton';

/** What hangs on a back: its middle below the neck and behind it, half its width from behind and from the side, metres. */
interface Load {
	wide: number;
	deep: number;
	behind: number;
	below: number;
}

const PACK: Load = { wide: 0.15, deep: 0.1, behind: 0.2, below: 0.26 };
const BOX: Load = { wide: 0.23, deep: 0.22, behind: 0.34, below: 0.24 };

/** From `over` metres above its middle, `high` from top to bottom; `part` of the whole width and line. */
function onBack(b: Body, load: Load, colour: string, over: number, high: number, corner: number, part = 1): void {
	const { k } = b;
	const { s } = b.subject;
	const { joints } = b.skeleton;
	const w = b.girth(load.wide, load.deep) * s * k * part;
	const f = joints[NECK] - load.behind * s;
	const z = joints[NECK + 2] - load.below * s;
	b.box(b.x(f, 0, z) - w, b.y(f, 0, z) - over * s * k, 2 * w, high * s * k, corner * s * k);
	b.face(b.tone.of(colour), part);
}

/** A backpack, and its pocket when it is seen from behind. */
export function backpack(b: Body, colour: string): void {
	onBack(b, PACK, colour, 0.21, 0.42, 0.08);
	if (b.at.front < -0.2) onBack(b, PACK, colour, -0.02, 0.14, 0.03, 0.7);
}

/** A courier's box. */
export function crate(b: Body, colour: string): void {
	onBack(b, BOX, colour, 0.27, 0.52, 0.03);
}

/** A bag at the right hip, its strap over the other shoulder. */
export function satchel(b: Body, colour: string): void {
	const { pen, k } = b;
	const { s } = b.subject;
	const z = b.skeleton.joints[HIP + 2] + 0.02;
	const x = b.x(0, 0.2 * s, z);
	const y = b.y(0, 0.2 * s, z);
	pen.beginPath();
	pen.moveTo(b.u(NECK) - b.at.front * -b.wide * 0.3 * k, b.v(NECK) + 0.03 * k);
	pen.lineTo(x, y - 0.1 * s * k);
	b.rule(1.1);
	if (b.at.side <= -0.35) return;
	const w = b.girth(0.06, 0.16) * s * k + 0.05 * k;
	b.box(x - w, y - 0.1 * s * k, 2 * w, 0.24 * s * k, 0.04 * s * k);
	b.face(b.tone.of(colour));
}

/** On wheels, drawn by the right hand. */
export function suitcase(b: Body, colour: string): void {
	const { pen, k } = b;
	const { joints } = b.skeleton;
	const f = joints[HAND[1]] - 0.34;
	const r = joints[HAND[1] + 1] + 0.03;
	const x = b.x(f, r, 0);
	const y = b.y(f, r, 0);
	const w = b.girth(0.2, 0.14) * k;
	pen.beginPath();
	pen.moveTo(b.u(HAND[1]), b.v(HAND[1]));
	pen.lineTo(x, y - 0.6 * k);
	b.rule(1.3);
	b.box(x - w, y - 0.62 * k, 2 * w, 0.57 * k, 0.05 * k);
	b.face(b.tone.of(colour));
	pen.beginPath();
	pen.moveTo(x - w * 0.4, y - 0.56 * k);
	pen.lineTo(x - w * 0.4, y - 0.11 * k);
	pen.moveTo(x + w * 0.4, y - 0.56 * k);
	pen.lineTo(x + w * 0.4, y - 0.11 * k);
	b.rule(0.7);
}
