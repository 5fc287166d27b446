import type { Look } from '../street/types';
import type { Local } from './frame';
import type { Tone } from './palette';
import type { Pen } from './types';
import { INK, isDark } from './palette';

/** Samples round the head. */
const N = 24;
const round = (v: number): number => Math.round(v * 1e6) / 1e6;
const AZ_COS = Float64Array.from({ length: N }, (_, i) => round(Math.cos((2 * Math.PI * i) / N)));
const AZ_SIN = Float64Array.from({ length: N }, (_, i) => round(Math.sin((2 * Math.PI * i) / N)));

/** A closed line round the head: its height in degrees at azimuths 0 (front), 30, 60 … 180 (back), both sides alike. */
interface Rim {
	cos: Float64Array;
	sin: Float64Array;
	/** Middle of the region, in the plane of symmetry: forward and up. */
	poleF: number;
	poleZ: number;
}

function rim(degrees: number[], pole: number): Rim {
	const at = (i: number): number => {
		const a = Math.min(i, N - i) / 2;
		const j = Math.min(5, Math.floor(a));
		return (degrees[j] + (degrees[j + 1] - degrees[j]) * (a - j)) * (Math.PI / 180);
	};
	const p = pole * (Math.PI / 180);
	return {
		cos: Float64Array.from({ length: N }, (_, i) => round(Math.cos(at(i)))),
		sin: Float64Array.from({ length: N }, (_, i) => round(Math.sin(at(i)))),
		poleF: round(Math.cos(p)),
		poleZ: round(Math.sin(p))
	};
}

/** Hairlines: above them there is hair. */
const HAIR: Record<NonNullable<Look['cut']>, Rim> = {
	short: rim([40, 36, 24, -10, -34, -52, -58], 120),
	curly: rim([34, 30, 16, -16, -40, -54, -60], 120),
	bun: rim([46, 38, 24, 2, -18, -36, -42], 125),
	ponytail: rim([44, 36, 24, 2, -18, -36, -42], 125),
	long: rim([46, 40, 24, -30, -58, -64, -66], 130),
	bald: rim([80, 74, 50, -6, -34, -50, -56], 150)
};
/** A fringe over the forehead. */
const FRINGE = rim([24, 22, 12, -36, -58, -64, -66], 130);
/** Above and before it a bald head is bare. */
const BARE = rim([-88, -84, -52, 8, 26, 30, 30], 40);
const BEARD = rim([-24, -24, -18, -2, -60, -84, -88], -55);
const CAP = rim([26, 25, 22, 18, 12, 8, 6], 100);
const HELMET = rim([34, 32, 22, 4, -4, -10, -12], 105);

const px = new Float64Array(N);
const py = new Float64Array(N);
const seen = new Uint8Array(N);

/** The head's turn: set by `aim`, read by everything below. */
let S = 0;
let F = 1;
let cb = 1;
let sb = 0;
let ce = 1;
let se = 0;
let outA = 0;
let outU = 0;
let outD = 0;

/** Turns the head: how much of side and front is seen, how far it bows, how high the viewer is (sines). */
function aim(side: number, front: number, bow: number, elevation: number): void {
	S = side;
	F = front;
	sb = bow;
	cb = Math.sqrt(1 - bow * bow);
	se = elevation;
	ce = Math.sqrt(1 - elevation * elevation);
}

/** Where a direction of the head (forward, right, up) is seen: across, up and towards the viewer. */
function see(f: number, r: number, z: number): void {
	const f2 = f * cb + z * sb;
	const z2 = z * cb - f * sb;
	const d = f2 * F + r * S;
	outA = f2 * S - r * F;
	outU = z2 * ce - d * se;
	outD = d * ce + z2 * se;
}

/** Adds the seen part of the region on a rim's pole side, on a head of radius R at (x, y); false when none is seen. */
function region(pen: Pen, m: Rim, x: number, y: number, R: number): boolean {
	let any = 0;
	for (let i = 0; i < N; i++) {
		see(m.cos[i] * AZ_COS[i], m.cos[i] * AZ_SIN[i], m.sin[i]);
		px[i] = outA;
		py[i] = outU;
		seen[i] = outD >= 0 ? 1 : 0;
		any += seen[i];
	}
	see(m.poleF, 0, m.poleZ);
	const pa = outA;
	const pu = outU;
	if (any === 0) {
		if (outD < 0) return false;
		pen.moveTo(x + R, y);
		pen.arc(x, y, R, 0, 2 * Math.PI);
		pen.closePath();
		return true;
	}
	if (any === N) {
		pen.moveTo(x + px[0] * R, y - py[0] * R);
		for (let i = 1; i < N; i++) pen.lineTo(x + px[i] * R, y - py[i] * R);
		pen.closePath();
		return true;
	}
	let first = 0;
	while (!(seen[first] && !seen[(first + N - 1) % N])) first++;
	let i = first;
	let ax = 0;
	let ay = 0;
	let bx = 0;
	let by = 0;
	let n = 0;
	while (seen[i] && n < N) {
		if (n === 0) {
			const l = Math.sqrt(px[i] * px[i] + py[i] * py[i]) || 1;
			ax = px[i] / l;
			ay = py[i] / l;
			pen.moveTo(x + ax * R, y - ay * R);
		}
		pen.lineTo(x + px[i] * R, y - py[i] * R);
		bx = px[i];
		by = py[i];
		i = (i + 1) % N;
		n++;
	}
	const l = Math.sqrt(bx * bx + by * by) || 1;
	bx /= l;
	by /= l;
	pen.lineTo(x + bx * R, y - by * R);
	// Back along the outline, by the way of the region's middle.
	const pl = Math.sqrt(pa * pa + pu * pu) || 1;
	let mx = pa / pl;
	let my = pu / pl;
	if (mx * ax + my * ay < -0.98 || mx * bx + my * by < -0.98) {
		const nx = ax - bx;
		const ny = ay - by;
		const nl = Math.sqrt(nx * nx + ny * ny) || 1;
		const turn = -ny * pa + nx * pu < 0 ? -1 : 1;
		mx = (-ny / nl) * turn;
		my = (nx / nl) * turn;
	}
	arcVia(pen, x, y, R, bx, by, mx, my);
	arcVia(pen, x, y, R, mx, my, ax, ay);
	pen.closePath();
	return true;
}

/** The short arc from p to q (unit vectors, up positive), as two quadratic curves. */
function arcVia(pen: Pen, x: number, y: number, R: number, p: number, pu: number, q: number, qu: number): void {
	let mx = p + q;
	let my = pu + qu;
	const l = Math.sqrt(mx * mx + my * my);
	if (l < 1e-6) {
		mx = -pu;
		my = p;
	} else {
		mx /= l;
		my /= l;
	}
	quarter(pen, x, y, R, p, pu, mx, my);
	quarter(pen, x, y, R, mx, my, q, qu);
}

function quarter(pen: Pen, x: number, y: number, R: number, p: number, pu: number, q: number, qu: number): void {
	const w = 1 + p * q + pu * qu;
	const s = w > 0.2 ? 1 / w : 1;
	pen.quadraticCurveTo(x + (p + q) * s * R, y - (pu + qu) * s * R, x + q * R, y - qu * R);
}

export type HatKind = 'beanie' | 'cap' | 'brim' | 'beret' | 'flat';

/** The head of a person: turned, bowed, with hair, hat and a face when it is large enough to have one. */
export interface HeadOf {
	look: Look;
	/** Radius in metres. */
	radius: number;
	bow: number;
	/** Small number that makes faces differ. */
	seed: number;
	hat: HatKind;
	/** Eyes closed. */
	asleep: boolean;
	/** Name of one of the people of the story. */
	key?: string;
}

/** What one remembers of a face, beyond hair and hat. Drawn only where a face is large: a small sensor never has it. */
interface Features {
	lips?: string;
	earrings?: string;
	hoops?: string;
	mole?: boolean;
	freckles?: boolean;
	wrinkles?: boolean;
	moustache?: string;
	stubble?: boolean;
	brows?: 'thick' | 'worried';
	flower?: string;
	bobbles?: string;
}

const FEATURES: Record<string, Features> = {
	nour: { mole: true, lips: '#9C5546', earrings: '#F2E7CF' },
	salma: { lips: '#9C5546', hoops: '#E8C25A' },
	marcel: { wrinkles: true, brows: 'thick' },
	baker1: { wrinkles: true, lips: '#9C5B5E', earrings: '#F2E7CF' },
	baker2: { wrinkles: true, moustache: '#E2DCD2' },
	baker3: { lips: '#9A4F58' },
	baker4: { brows: 'thick' },
	baker5: { wrinkles: true, lips: '#A3584A' },
	friend1: { hoops: '#E8C25A', lips: '#6B3429' },
	friend2: { freckles: true },
	teen1: { freckles: true },
	teen2: { hoops: '#F2E7CF', lips: '#5A2F28' },
	teen3: { brows: 'thick' },
	florist: { flower: '#D98BA0', lips: '#8A4638' },
	josette: { wrinkles: true, lips: '#9A5B66', earrings: '#F2E7CF' },
	courier: { stubble: true },
	simon: { brows: 'worried' },
	tourist: { freckles: true, lips: '#A3584A' },
	parent: { brows: 'thick' },
	child: { bobbles: '#E8C25A' }
};
const NONE: Features = {};

/** What hangs behind the neck when seen from the front: long hair, bun, ponytail. Call before the head. */
export function paintHair(
	pen: Pen,
	h: HeadOf,
	at: Local,
	side: number,
	front: number,
	x: number,
	y: number,
	tone: Tone,
	line: number,
	behind: boolean
): void {
	const { cut } = h.look;
	if (cut !== 'long' && cut !== 'bun' && cut !== 'ponytail') return;
	const R = h.radius * at.k;
	aim(side, front, h.bow, Math.min(0.4, at.rise * 0.55));
	see(-1, 0, 0);
	if (outD > (cut === 'long' ? 0.5 : 0.12) === behind) return;
	const a = outA;
	pen.fillStyle = tone.of(h.look.hair);
	pen.strokeStyle = tone.of(INK);
	pen.lineWidth = line;
	pen.lineJoin = 'round';
	pen.beginPath();
	if (cut === 'bun') {
		see(-0.86, 0, 0.62);
		const r = R * 0.46;
		pen.moveTo(x + outA * R * 1.18 + r, y - outU * R * 1.18);
		pen.arc(x + outA * R * 1.18, y - outU * R * 1.18, r, 0, 2 * Math.PI);
	} else if (cut === 'ponytail') {
		see(-0.95, 0, 0.35);
		const bx = x + outA * R * 1.05;
		const by = y - outU * R * 1.05;
		const w = R * 0.34;
		const ex = bx + a * R * 0.5;
		const ey = by + R * 1.75;
		pen.moveTo(bx - w * 0.5, by - w * 0.4);
		pen.quadraticCurveTo(bx + a * R * 0.75 - w, by + R * 0.6, ex - w * 0.3, ey);
		pen.quadraticCurveTo(bx + a * R * 0.95 + w * 1.4, by + R * 0.7, bx + w * 0.6, by - w * 0.3);
		pen.closePath();
	} else if (behind) {
		// A curtain behind the neck, pushed back in profile; its top hides behind the head.
		const w = R * (1.1 - 0.34 * Math.abs(side));
		const cx = x + a * R * 0.36;
		const drop = R * 1.7;
		pen.moveTo(cx - w * 0.8, y - R * 0.5);
		pen.quadraticCurveTo(cx - w * 1.22, y + drop * 0.5, cx - w * 0.9 + a * R * 0.1, y + drop);
		pen.quadraticCurveTo(cx, y + drop * 1.12, cx + w * 0.9 + a * R * 0.1, y + drop);
		pen.quadraticCurveTo(cx + w * 1.22, y + drop * 0.5, cx + w * 0.8, y - R * 0.5);
		pen.closePath();
	} else {
		// Seen from behind, hair is one shape from the crown to the shoulders.
		const w = R * 1.07;
		const cx = x + a * R * 0.12;
		const drop = R * 1.72;
		pen.moveTo(x - w, y - R * 0.1);
		pen.bezierCurveTo(x - w, y - R * 1.5, x + w, y - R * 1.5, x + w, y - R * 0.1);
		pen.quadraticCurveTo(cx + w * 1.2, y + drop * 0.6, cx + w * 0.94, y + drop);
		pen.quadraticCurveTo(cx, y + drop * 1.12, cx - w * 0.94, y + drop);
		pen.quadraticCurveTo(cx - w * 1.2, y + drop * 0.6, x - w, y - R * 0.1);
		pen.closePath();
	}
	pen.fill();
	pen.stroke();
}

/** The head itself, centred on pixel (x, y). */
export function paintHead(
	pen: Pen,
	h: HeadOf,
	at: Local,
	side: number,
	front: number,
	x: number,
	y: number,
	tone: Tone,
	line: number
): void {
	const { look } = h;
	const R = h.radius * at.k;
	const ink = tone.of(INK);
	const skin = tone.of(look.skin);
	const hair = tone.of(look.hair);
	aim(side, front, h.bow, Math.min(0.4, at.rise * 0.55));
	pen.lineJoin = 'round';
	pen.lineCap = 'round';
	pen.strokeStyle = ink;

	const cut = look.cut ?? 'short';
	if (cut === 'curly' && !look.hat && !look.helmet) curls(pen, x, y, R, hair, ink, line);

	// Skull and jaw: longer than round, the chin to where the face looks, the nape shorter.
	see(0.96, 0, -0.3);
	const lean = outA * R;
	const low = R * (outD > 0 || Math.abs(outA) > 0.6 ? 1.07 : 1.07 + 0.25 * outD);
	const w = R * 0.96;
	const l = lean < 0 ? 1 : 0.72;
	const r = lean > 0 ? 1 : 0.72;
	const away = Math.min(1, Math.abs(outA) * 1.1);
	pen.beginPath();
	pen.moveTo(x - w, y - R * 0.1);
	pen.bezierCurveTo(x - w, y - R * 1.3, x + w, y - R * 1.3, x + w, y - R * 0.1);
	pen.bezierCurveTo(
		x + w * (1 - away * (1 - r) * 0.4),
		y + R * (0.5 + 0.14 * away * r),
		x + lean * 0.34 + R * 0.5,
		y + low,
		x + lean * 0.34,
		y + low
	);
	pen.bezierCurveTo(
		x + lean * 0.34 - R * 0.5,
		y + low,
		x - w * (1 - away * (1 - l) * 0.4),
		y + R * (0.5 + 0.14 * away * l),
		x - w,
		y - R * 0.1
	);
	pen.closePath();
	pen.fillStyle = skin;
	pen.fill();
	pen.lineWidth = line;
	pen.stroke();

	const fine = R > 5.2;
	const detail = line * 0.85;
	if (look.beard && front > -0.5) {
		pen.beginPath();
		if (region(pen, BEARD, x, y + R * 0.06, R * 1.03)) {
			pen.fillStyle = hair;
			pen.fill();
			if (fine) {
				pen.lineWidth = detail;
				pen.stroke();
			}
		}
	}
	const top = look.helmet ?? look.hat;
	if (cut === 'bald') {
		locks(pen, HAIR.bald, x, y, R * 1.03, hair, isDark(look.hair) ? 0 : detail);
		pen.beginPath();
		if (region(pen, BARE, x, y - R * 0.03, R * 1.01)) {
			pen.fillStyle = skin;
			pen.fill();
			pen.stroke();
		}
	}
	const features = (h.key && FEATURES[h.key]) || NONE;
	if (R > LARGE) complexion(pen, features, look, x, y, R, tone);
	if (fine) face(pen, h, x, y, R, ink, skin, detail);
	if (R > LARGE) marks(pen, features, x, y, R, ink, tone, detail);
	if (cut !== 'bald')
		locks(
			pen,
			cut === 'long' && h.seed % 2 ? FRINGE : HAIR[cut],
			x,
			y,
			R * (cut === 'short' ? 1.04 + (h.seed % 4) * 0.025 : 1.07),
			hair,
			isDark(look.hair) ? 0 : detail
		);
	if (R > 4.4 && cut !== 'long') ear(pen, x, y, R, skin, detail);
	if (top) hat(pen, h, x, y, R, tone.of(top), tone.shade(top), line, !!look.helmet);
	if (R > LARGE) jewels(pen, features, x, y, R, ink, tone, detail);
}

/** Radius in pixels from which a face has cheeks, lids, lips: far above any head in the sensor's picture. */
const LARGE = 8;

/** A spot on the head at a direction; false when that side is not seen. */
function spot(pen: Pen, f: number, r: number, z: number, x: number, y: number, R: number, size: number): boolean {
	see(f, r, z);
	if (outD < 0.12) return false;
	const u = x + outA * R * 0.95;
	const v = y - outU * R;
	pen.moveTo(u + size, v);
	pen.arc(u, v, size, 0, 2 * Math.PI);
	return true;
}

/** Cheeks, freckles, stubble: what lies flat on the skin. */
function complexion(pen: Pen, a: Features, look: Look, x: number, y: number, R: number, tone: Tone): void {
	const before = pen.globalAlpha;
	pen.globalAlpha = before * (isDark(look.skin) ? 0.26 : 0.2);
	pen.fillStyle = tone.of('#B4523C');
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) spot(pen, 0.74, i * 0.56, -0.24, x, y, R, R * 0.19);
	pen.fill();
	if (a.stubble && !look.beard) {
		pen.globalAlpha = before * 0.22;
		pen.fillStyle = tone.of(look.hair);
		pen.beginPath();
		if (region(pen, BEARD, x, y + R * 0.08, R * 1.0)) pen.fill();
	}
	pen.globalAlpha = before;
	if (!a.freckles) return;
	pen.globalAlpha = before * 0.55;
	pen.fillStyle = tone.of('#9A5A38');
	pen.beginPath();
	for (let i = 0; i < FRECKLES.length; i += 2)
		for (let side = -1; side <= 1; side += 2)
			spot(pen, 0.85, side * FRECKLES[i], FRECKLES[i + 1], x, y, R, Math.max(0.5, R * 0.026));
	pen.fill();
	pen.globalAlpha = before;
}

const FRECKLES = [0.26, -0.12, 0.38, -0.18, 0.5, -0.1, 0.32, -0.25, 0.46, -0.22];

/** A line on the face between two directions, bent by `bend` radii (downwards when positive). */
function crease(
	pen: Pen,
	from: readonly [number, number, number],
	to: readonly [number, number, number],
	bend: number,
	x: number,
	y: number,
	R: number
): void {
	see(from[0], from[1], from[2]);
	if (outD < 0.15) return;
	const ax = x + outA * R * 0.96;
	const ay = y - outU * R;
	see(to[0], to[1], to[2]);
	if (outD < 0) return;
	const bx = x + outA * R * 0.96;
	const by = y - outU * R;
	pen.moveTo(ax, ay);
	pen.quadraticCurveTo((ax + bx) / 2, (ay + by) / 2 + bend * R, bx, by);
}

/** Lids, brows, lips, wrinkles, a moustache, a mole. */
function marks(pen: Pen, a: Features, x: number, y: number, R: number, ink: string, tone: Tone, line: number): void {
	pen.strokeStyle = ink;
	pen.lineWidth = line * 0.8;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) {
		crease(pen, [0.92, i * 0.24, 0.13], [0.84, i * 0.53, 0.11], a.lips ? -0.1 : -0.07, x, y, R);
		if (a.lips) crease(pen, [0.84, i * 0.52, 0.11], [0.78, i * 0.62, 0.17], 0, x, y, R);
	}
	pen.stroke();
	if (a.brows) {
		pen.lineWidth = line * (a.brows === 'thick' ? 2.1 : 1.3);
		pen.beginPath();
		const inner = a.brows === 'worried' ? 0.43 : 0.31;
		const outer = a.brows === 'worried' ? 0.28 : 0.3;
		for (let i = -1; i <= 1; i += 2) crease(pen, [0.9, i * 0.2, inner], [0.8, i * 0.55, outer], -0.05, x, y, R);
		pen.stroke();
	}
	if (a.wrinkles) {
		pen.lineWidth = line * 0.55;
		pen.beginPath();
		for (let i = -1; i <= 1; i += 2) {
			crease(pen, [0.9, i * 0.22, -0.2], [0.84, i * 0.42, -0.5], 0.03, x, y, R);
			crease(pen, [0.86, i * 0.3, -0.05], [0.8, i * 0.52, -0.06], 0.06, x, y, R);
			crease(pen, [0.72, i * 0.66, 0.1], [0.62, i * 0.76, 0.15], 0, x, y, R);
		}
		pen.stroke();
	}
	if (a.lips) {
		pen.strokeStyle = tone.of(a.lips);
		pen.lineWidth = line * 1.7;
		pen.beginPath();
		crease(pen, [0.9, -0.17, -0.52], [0.9, 0.17, -0.52], 0.07, x, y, R);
		pen.stroke();
	}
	if (a.moustache) {
		pen.strokeStyle = ink;
		pen.lineWidth = R * 0.12 + line;
		for (let pass = 0; pass < 2; pass++) {
			pen.beginPath();
			for (let i = -1; i <= 1; i += 2) crease(pen, [0.94, i * 0.03, -0.36], [0.86, i * 0.36, -0.46], -0.06, x, y, R);
			pen.stroke();
			pen.strokeStyle = tone.of(a.moustache);
			pen.lineWidth = R * 0.12;
		}
	}
	if (a.mole) {
		pen.fillStyle = ink;
		pen.beginPath();
		spot(pen, 0.84, 0.36, -0.38, x, y, R, Math.max(0.6, R * 0.04));
		pen.fill();
	}
	pen.strokeStyle = ink;
}

/** What is worn on the head: earrings, a flower behind the ear, bobbles in the hair. */
function jewels(pen: Pen, a: Features, x: number, y: number, R: number, ink: string, tone: Tone, line: number): void {
	pen.lineWidth = line * 0.7;
	for (let i = -1; i <= 1; i += 2) {
		see(0.02, i, -0.3);
		if ((a.earrings || a.hoops) && outD > -0.1) {
			const u = x + outA * R;
			const v = y - outU * R;
			pen.beginPath();
			if (a.hoops) {
				pen.moveTo(u + R * 0.15, v + R * 0.12);
				pen.arc(u, v + R * 0.12, R * 0.15, 0, 2 * Math.PI);
				pen.strokeStyle = ink;
				pen.lineWidth = line * 1.8;
				pen.stroke();
				pen.strokeStyle = tone.of(a.hoops);
				pen.lineWidth = line;
				pen.stroke();
			} else {
				pen.moveTo(u + R * 0.08, v);
				pen.arc(u, v, R * 0.08, 0, 2 * Math.PI);
				pen.fillStyle = tone.of(a.earrings!);
				pen.fill();
				pen.strokeStyle = ink;
				pen.stroke();
			}
		}
		see(-0.25, i * 0.72, 0.68);
		if (a.bobbles && outD > -0.35) {
			pen.beginPath();
			const u = x + outA * R * 1.22;
			const v = y - outU * R * 1.22;
			pen.moveTo(u + R * 0.17, v);
			pen.arc(u, v, R * 0.17, 0, 2 * Math.PI);
			pen.fillStyle = tone.of(a.bobbles);
			pen.fill();
			pen.strokeStyle = ink;
			pen.lineWidth = line;
			pen.stroke();
		}
	}
	if (!a.flower) return;
	see(0.16, -0.92, 0.4);
	if (outD < -0.2) return;
	const u = x + outA * R * 1.04;
	const v = y - outU * R * 1.04;
	const petal = R * 0.16;
	pen.fillStyle = tone.of(a.flower);
	pen.strokeStyle = ink;
	pen.lineWidth = line * 0.7;
	for (let k = 0; k < PETALS.length; k += 2) {
		pen.beginPath();
		pen.arc(u + PETALS[k] * R * 0.17, v + PETALS[k + 1] * R * 0.17, petal, 0, 2 * Math.PI);
		pen.fill();
		pen.stroke();
	}
	pen.beginPath();
	pen.arc(u, v, petal * 0.7, 0, 2 * Math.PI);
	pen.fillStyle = tone.of('#E8C25A');
	pen.fill();
}

/** Five petals round a middle: unit vectors. */
const PETALS = [0, -1, 0.95, -0.31, 0.59, 0.81, -0.59, 0.81, -0.95, -0.31];

function locks(pen: Pen, m: Rim, x: number, y: number, R: number, hair: string, line: number): void {
	pen.beginPath();
	if (!region(pen, m, x, y - R * 0.06, R)) return;
	pen.fillStyle = hair;
	pen.fill();
	if (!line) return;
	pen.lineWidth = line;
	pen.stroke();
}

function curls(pen: Pen, x: number, y: number, R: number, hair: string, ink: string, line: number): void {
	for (let pass = 0; pass < 2; pass++) {
		const grow = pass ? 0 : line;
		pen.fillStyle = pass ? hair : ink;
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

/** Round locks: across, up, radius, in head radii. */
const CURLS = [
	-0.95, 0.1, 0.36, -0.92, 0.55, 0.38, -0.6, 0.95, 0.4, -0.1, 1.12, 0.42, 0.42, 1.04, 0.42, 0.82, 0.72, 0.4, 0.98, 0.26,
	0.36
];

function face(pen: Pen, h: HeadOf, x: number, y: number, R: number, ink: string, skin: string, line: number): void {
	const { look, seed } = h;
	// Nose: a small hook that becomes a bump in profile.
	see(0.98, 0, -0.14);
	if (outD > -0.15) {
		const long = 0.8 + (seed % 5) * 0.13;
		const turned = outA < 0 ? -1 : 1;
		const nx = x + outA * R * 0.88;
		const ny = y - outU * R;
		const out = outA * R * 0.25 * long + turned * R * 0.05;
		const tall = R * 0.17 * long * (0.6 + 0.4 * Math.abs(outA));
		pen.beginPath();
		pen.moveTo(nx, ny - tall);
		pen.bezierCurveTo(nx + out * 0.5, ny - tall * 0.4, nx + out * 1.15, ny + tall * 0.1, nx + out, ny + tall * 0.55);
		pen.quadraticCurveTo(nx + out * 0.8, ny + tall * 1.1, nx - out * 0.05 - turned * R * 0.02, ny + tall * 0.95);
		if (Math.abs(outA) > 0.6) {
			pen.fillStyle = skin;
			pen.fill();
		}
		pen.strokeStyle = ink;
		pen.lineWidth = line;
		pen.stroke();
	}
	// Eyes: two dots.
	const er = Math.max(0.55, R * 0.075);
	pen.fillStyle = ink;
	pen.beginPath();
	for (let i = -1; i <= 1; i += 2) {
		see(0.9, i * 0.38, 0.08);
		if (outD < 0.18) continue;
		const ex = x + outA * R * 0.96;
		const ey = y - outU * R;
		if (h.asleep) {
			pen.moveTo(ex - 1.9 * er, ey);
			pen.quadraticCurveTo(ex, ey + 1.7 * er, ex + 1.9 * er, ey);
			continue;
		}
		pen.moveTo(ex + er, ey);
		pen.arc(ex, ey, er, 0, 2 * Math.PI);
	}
	if (h.asleep) {
		pen.lineWidth = line;
		pen.stroke();
	} else pen.fill();
	pen.lineWidth = line * 0.85;
	if (R > 9) {
		// Brows and a mouth.
		pen.beginPath();
		const lift = 0.33 + (seed % 3) * 0.03;
		for (let i = -1; i <= 1; i += 2) {
			see(0.9, i * 0.24, lift);
			if (outD < 0.18) continue;
			const bx = x + outA * R * 0.97;
			const by = y - outU * R;
			see(0.78, i * 0.54, lift - 0.05);
			const ex = x + outA * R * 0.97;
			const ey = y - outU * R;
			pen.moveTo(bx, by);
			pen.quadraticCurveTo((bx + ex) / 2, (by + ey) / 2 - R * 0.07, ex, ey);
		}
		if (!look.beard) {
			see(0.9, -0.2, -0.52);
			const sx = x + outA * R * 0.94;
			const sy = y - outU * R;
			const d0 = outD;
			see(0.9, 0.2, -0.52);
			if (d0 > 0 || outD > 0) {
				const ex = x + outA * R * 0.94;
				const ey = y - outU * R;
				const smile = R * (0.03 + (seed % 4) * 0.025);
				pen.moveTo(sx, sy);
				pen.quadraticCurveTo((sx + ex) / 2 + 0.3 * (ex - sx) * S, (sy + ey) / 2 + smile, ex, ey);
			}
		}
		pen.stroke();
	}
	if (look.glasses) {
		pen.lineWidth = line;
		pen.beginPath();
		const gr = R * 0.25;
		for (let i = -1; i <= 1; i += 2) {
			see(0.92, i * 0.4, 0.06);
			if (outD < 0.2) continue;
			const gx = x + outA * R * 0.93;
			const gy = y - outU * R;
			pen.moveTo(gx + gr, gy);
			pen.arc(gx, gy, gr, 0, 2 * Math.PI);
		}
		see(0.3, S >= 0 ? 0.95 : -0.95, 0.1);
		const tx = x + outA * R;
		const ty = y - outU * R;
		see(0.8, S >= 0 ? 0.55 : -0.55, 0.1);
		if (outD > 0) {
			pen.moveTo(tx, ty);
			pen.lineTo(x + outA * R, y - outU * R);
		}
		pen.stroke();
	}
}

function ear(pen: Pen, x: number, y: number, R: number, skin: string, line: number): void {
	pen.beginPath();
	let any = false;
	for (let i = -1; i <= 1; i += 2) {
		see(-0.12, i * 0.99, -0.06);
		if (outD < -0.12) continue;
		any = true;
		const ex = x + outA * R * 0.98;
		const ey = y - outU * R;
		const r = R * 0.19;
		pen.moveTo(ex + r * 0.8, ey);
		pen.ellipse(ex, ey, r * 0.8, r * 1.15, 0, 0, 2 * Math.PI);
	}
	if (!any) return;
	pen.fillStyle = skin;
	pen.fill();
	pen.lineWidth = line;
	pen.stroke();
}

function hat(
	pen: Pen,
	h: HeadOf,
	x: number,
	y: number,
	R: number,
	colour: string,
	dark: string,
	line: number,
	helmet: boolean
): void {
	const big = helmet ? 1.22 : 1.14;
	pen.lineWidth = line;
	pen.beginPath();
	if (region(pen, helmet ? HELMET : CAP, x, y - R * 0.08, R * big)) {
		pen.fillStyle = colour;
		pen.fill();
		pen.stroke();
	}
	if (helmet) {
		pen.lineWidth = line * 0.8;
		pen.beginPath();
		see(0.7, 0, 0.72);
		pen.moveTo(x + outA * R * big, y - R * 0.08 - outU * R * big);
		see(0, 0, 1);
		pen.lineTo(x + outA * R * big, y - R * 0.08 - outU * R * big);
		pen.stroke();
		return;
	}
	if (h.hat === 'cap' || h.hat === 'flat') {
		// A visor where the face looks.
		see(0.92, 0, 0.4);
		if (outD > -0.3) {
			const vx = x + outA * R * 1.1;
			const vy = y - outU * R * 1.1;
			see(h.hat === 'cap' ? 1.75 : 1.4, 0, 0.3);
			const tx = x + outA * R;
			const ty = y - outU * R + R * 0.06;
			const half = R * (0.24 + 0.62 * Math.abs(F));
			pen.beginPath();
			pen.moveTo(vx - half, vy);
			pen.quadraticCurveTo(tx - half * 0.9, ty + R * 0.1, tx, ty + R * 0.12);
			pen.quadraticCurveTo(tx + half * 0.9, ty + R * 0.1, vx + half, vy);
			pen.closePath();
			pen.fillStyle = dark;
			pen.fill();
			pen.stroke();
		}
	} else if (h.hat === 'brim') {
		see(0, 0, 0.42);
		pen.beginPath();
		const bx = x + outA * R;
		const by = y - outU * R;
		pen.moveTo(bx + R * 1.7, by);
		pen.ellipse(bx, by, R * 1.7, R * (0.22 + 0.9 * se), 0, 0, 2 * Math.PI);
		pen.fillStyle = colour;
		pen.fill();
		pen.stroke();
		pen.beginPath();
		if (region(pen, CAP, x, y - R * 0.2, R * 1.02)) {
			pen.fillStyle = colour;
			pen.fill();
			pen.stroke();
		}
	} else if (h.hat === 'beret') {
		see(-0.2, 0.15, 0.8);
		pen.beginPath();
		pen.moveTo(x + outA * R + R * 1.25, y - outU * R);
		pen.ellipse(x + outA * R, y - outU * R, R * 1.25, R * 0.5, 0, 0, 2 * Math.PI);
		pen.fillStyle = colour;
		pen.fill();
		pen.stroke();
	} else {
		// The beanie's turned-up band.
		pen.lineWidth = line * 0.8;
		pen.beginPath();
		let on = false;
		for (let j = -6; j <= 6; j++) {
			const i = (j + N + towardViewer()) % N;
			see(0.84 * AZ_COS[i], 0.84 * AZ_SIN[i], 0.62);
			if (outD < 0) {
				on = false;
				continue;
			}
			const bx = x + outA * R * big;
			const by = y - R * 0.08 - outU * R * big;
			if (on) pen.lineTo(bx, by);
			else pen.moveTo(bx, by);
			on = true;
		}
		pen.stroke();
	}
}

/** The azimuth sample that points at the viewer. */
function towardViewer(): number {
	let best = 0;
	let most = -2;
	for (let i = 0; i < N; i++) {
		const d = AZ_COS[i] * F + AZ_SIN[i] * S;
		if (d > most) {
			most = d;
			best = i;
		}
	}
	return best;
}
