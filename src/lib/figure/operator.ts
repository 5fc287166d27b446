import { NIGHT, PAPER } from '../drawing/palette';
import type { Ink } from '../picture/frame';
import { oval, painted, place, slab } from './inks';
import { DIM, FAINT, RAISED, WALLING } from './night';
import { BLUE, OCHRE } from './colours';

interface OperatorState {
	/** Middle of the chair at the lower edge, pixels. */
	x: number;
	y: number;
	/** Pixels per unit; the figure is about 300 units high and 330 wide. */
	scale: number;
	/** Where the head turns: -1 left, 1 right. */
	turn?: number;
	/** 0 to 1: breathing, a few units. */
	breath?: number;
	/** 0 to 1: light of the screens on head and shoulders. */
	light?: number;
	/** Where the right hand is, pixels; on the lap when absent. */
	hand?: { x: number; y: number };
	opacity?: number;
}

/** Drawn on the night with a line of paper; a blue jumper, in front of it the chair, on all of it the screens' light. */
const LINE = PAPER;
const SLEEVE = '#3B4D6E';
const SEAM = '#35476A';
const COLLAR = '#E7D9BE';
const SKIN = '#C98F6B';
const HAIR = { fill: '#2E241E', line: '#57453A' };
const GLOW = '#B9CBE0';
/** Where that light falls on the desk, what stands there, and what is in the mug. */
const LIT = '#39414A';
const DEVICE = '#2F353B';
const COFFEE = '#3a2c22';

const NECKLINE =
	'M-46 -178C-30 -196 -26 -196 -26 -184C-12 -170 12 -170 26 -184C26 -196 30 -196 46 -178C30 -160 -30 -160 -46 -178Z';
const HEAD =
	'M-50 -236C-56 -300 -30 -312 0 -312C30 -312 56 -300 50 -236C46 -210 38 -200 24 -195L18 -186L10 -194L2 -185L-6 -194L-14 -186L-22 -195C-38 -200 -46 -210 -50 -236Z';

/** The operator of the supervision centre, from behind: night colours, one light line, the screens' light from the front. */
export function operatorInk({ turn = 0, breath = 0, light = 0.6, opacity = 1, ...own }: OperatorState): Ink[] {
	const { x, y, scale, hand } = own;
	const lift = breath * 2;
	const shift = turn * 7;
	const out: Ink[] = [];
	const at = (d: string, dx: number, dy: number) => place(d, x + dx * scale, y + dy * scale, scale);
	const put = (d: string, fill: string, dx = 0, dy = 0) =>
		out.push(painted(at(d, dx, dy), { fill, stroke: LINE, width: 1.7, opacity }));
	const rule = (d: string, stroke: string, width: number, dx = 0, dy = 0, o = 1) =>
		out.push(limb(at(d, dx, dy), stroke, width * scale, o * opacity));

	// Arms first: they reach for the desk on both sides of the chair.
	put('M-92 -150C-138 -138 -158 -92 -164 -34L-168 4L-112 4L-104 -70Z', SLEEVE, 0, -lift);
	if (hand) out.push(...reach(x + 104 * scale, y - 118 * scale, hand, scale, opacity));
	else put('M92 -150C138 -138 158 -92 164 -34L168 4L112 4L104 -70Z', SLEEVE, 0, -lift);
	put('M-128 4C-132 -96 -112 -156 -58 -176C-34 -184 34 -184 58 -176C112 -156 132 -96 128 4Z', BLUE, 0, -lift);
	// A seam, so that the back is cloth.
	rule('M-96 -122C-58 -140 58 -140 96 -122', SEAM, 2.2, 0, -lift);
	// Light comes over the shoulders from the front.
	rule('M-118 -62C-116 -112 -98 -148 -56 -168C-50 -170 -44 -172 -38 -173', GLOW, 7, 0, -lift, 0.75 * light);
	rule('M118 -62C116 -112 98 -148 56 -168C50 -170 44 -172 38 -173', GLOW, 7, 0, -lift, 0.75 * light);
	rule('M-152 -48C-148 -88 -136 -116 -116 -132', GLOW, 4, 0, -lift, 0.5 * light);
	if (!hand) rule('M152 -48C148 -88 136 -116 116 -132', GLOW, 4, 0, -lift, 0.5 * light);
	// Neck and the collar.
	put('M-25 -172L-25 -214L25 -214L25 -172C12 -162 -12 -162 -25 -172Z', SKIN, shift * 0.4, -lift);
	put(NECKLINE, COLLAR, 0, -lift);
	// Ears, head, hair with its crown and the short hairs of the nape.
	put('M-49 -250C-64 -256 -66 -228 -54 -220C-50 -217 -46 -220 -46 -226Z', SKIN, shift * 1.5, -lift);
	put('M49 -250C64 -256 66 -228 54 -220C50 -217 46 -220 46 -226Z', SKIN, shift * 0.2, -lift);
	put(HEAD, HAIR.fill, shift, -lift);
	rule('M-6 -286C10 -292 20 -280 12 -270C6 -264 -6 -268 -4 -277', HAIR.line, 2, shift, -lift);
	rule('M-36 -262C-34 -244 -32 -230 -26 -216', HAIR.line, 1.8, shift, -lift);
	rule('M36 -262C34 -244 32 -230 26 -216', HAIR.line, 1.8, shift, -lift);
	// Headset.
	rule('M-56 -240C-62 -330 62 -330 56 -240', LINE, 9, shift, -lift);
	rule('M-56 -240C-62 -330 62 -330 56 -240', NIGHT, 5.6, shift, -lift);
	rule('M-40 -296C-24 -310 24 -310 40 -296', GLOW, 2.6, shift, -lift, light);
	put(slab(-66, -258, 16, 34, 7), NIGHT, shift * 1.3, -lift);
	put(slab(50, -258, 16, 34, 7), NIGHT, shift * 0.5, -lift);
	// The chair, in front of the back.
	put('M-92 4C-94 -50 -92 -84 -84 -104C-56 -120 56 -120 84 -104C92 -84 94 -50 92 4Z', RAISED);
	rule('M-66 -88C-30 -98 30 -98 66 -88', FAINT, 2);
	rule('M-70 -62C-32 -70 32 -70 70 -62', FAINT, 2);
	rule('M-72 -36C-34 -42 34 -42 72 -36', FAINT, 2);
	return out;
}

/** A line with round ends. */
const limb = (d: string, stroke: string, width: number, opacity: number): Ink =>
	painted(d, { fill: 'none', stroke, width, round: true, opacity });

/** The right arm from its shoulder to where the hand is, the elbow kept low. */
function reach(sx: number, sy: number, hand: { x: number; y: number }, scale: number, opacity: number): Ink[] {
	const ex = sx + 0.62 * (hand.x - sx) + 16 * scale;
	const ey = Math.max(sy, hand.y) + 34 * scale;
	const wx = hand.x - 0.12 * (hand.x - ex);
	const wy = hand.y + 0.3 * (ey - hand.y);
	const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;
	const sleeve = `M${point(sx, sy)}Q${point(ex, ey)} ${point(wx, wy)}`;
	const angle = Math.atan2(hand.y - wy, hand.x - wx);
	const tip = point(hand.x + 30 * scale * Math.cos(angle), hand.y + 30 * scale * Math.sin(angle));
	const finger = `M${point(hand.x, hand.y)}L${tip}`;
	return [
		limb(sleeve, LINE, 52 * scale + 3.4, opacity),
		limb(sleeve, SLEEVE, 52 * scale, opacity),
		limb(finger, LINE, 13 * scale + 3.4, opacity),
		limb(finger, SKIN, 13 * scale, opacity),
		// The back of the hand, with one finger out.
		painted(oval(hand.x, hand.y, 21 * scale, 19 * scale), { fill: SKIN, stroke: LINE, width: 1.7, opacity })
	];
}

interface Desk {
	/** Height of the desk's far edge at the middle, pixels. */
	y: number;
	/** Middle of the room: where the edge is highest. */
	x: number;
	width: number;
	height: number;
	scale: number;
}

/** The desk from one wall to the other, with the light of the screens on it, a keyboard and the stick that turns cameras. */
export function deskInk({ x, y, width, height, scale }: Desk): Ink[] {
	const key = (d: string, fill: string): Ink => painted(place(d, x, y, scale), { fill, stroke: LINE, width: 1.4 });
	let keys = '';
	for (let row = 0; row < 3; row++)
		for (let i = 0; i < 9; i++) keys += slab(-262 + i * 11.4 - row * 3, 41 + row * 8, 9, 5.4, 1);
	const top = `M0 ${y + 34}Q${x} ${y - 14} ${width} ${y + 34}V${height + 400}H0Z`;
	const [left, right] = [width * 0.04, width * 0.96];
	const lit = `M${left} ${y + 40}Q${x} ${y - 6} ${right} ${y + 40}Q${x} ${y + 34} ${left} ${y + 40}Z`;
	return [
		painted(top, { fill: WALLING, stroke: LINE, width: 1.4 }),
		painted(lit, { fill: LIT }),
		key('M-270 36L-156 34L-160 68L-282 68Z', DEVICE),
		{ type: 'shape', d: place(keys, x, y, scale), fill: DIM },
		key('M186 40L226 40L232 62L180 62Z', DEVICE),
		key('M202 48L204 18L210 18L212 48Z', DIM),
		key(oval(207, 14, 8, 8), NIGHT)
	];
}

/** The mug on the desk, its steam following `life` seconds. */
export function mugInk(x: number, y: number, scale: number, life: number, opacity = 1): Ink[] {
	const sway = 3 * Math.sin(life * 1.3);
	const handle = 'M12 -24C26 -26 26 -6 11 -8';
	const steam = `M-4 -36C${-10 + sway} -44 ${2 - sway} -50 -5 -60`;
	const more = `M5 -36C${12 - sway} -46 ${-1 + sway} -54 6 -66`;
	const shape = (d: string, fill: string, stroke = LINE, width = 1.6, o = 1): Ink =>
		painted(place(d, x, y, scale), { fill, stroke, width, round: true, opacity: o * opacity });
	return [
		shape(handle, 'none', LINE, 3),
		shape('M-13 -30L-11 -2C-8 2 8 2 11 -2L13 -30Z', OCHRE),
		shape(oval(0, -30, 13, 4), COFFEE),
		shape(steam, 'none', LINE, 1.4, 0.5),
		shape(more, 'none', LINE, 1.4, 0.5)
	];
}
