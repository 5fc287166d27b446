import { project, type Camera } from '../camera/camera';
import type { Person, Street } from '../street/types';
import { local, localAt } from './frame';
import { INK, toneOf } from './palette';
import type { Figure } from './people/figure';
import { paintBody } from './person';
import { Plot } from './plot';
import { BAKERY, TRAM } from '../street/places';
import { CIRCLE, disc, SIDES } from './circle';
import { paintFacades } from './facades';
import { STILLS } from './furniture';
import { paintGround, paintSky } from './ground';
import type { Stamp } from './sprites';
import { paintThing } from './things';
import { paintTram } from './tram';
import type { Pen } from './types';

export interface BackdropOptions {
	/** 0 in colour, 1 drained towards the grey of paper. */
	drained?: number;
	/** 0 to 1: mixed with paper. */
	veil?: number;
	/** 0 day, 1 night. The street's own dusk when absent. */
	night?: number;
	/** Multiplies the width of the ink line. */
	lineScale?: number;
}

export interface StreetOptions extends BackdropOptions {
	/** Only these people, by id; all when absent. */
	only?: ArrayLike<number>;
	/** Not these people. */
	hide?: ArrayLike<number>;
	/** These people turn round to the viewer. */
	facing?: ArrayLike<number>;
	/** Ground shadows; drawn unless false. */
	shadows?: boolean;
	/** Nobody, and nothing that moves. */
	empty?: boolean;
	/** Pre-drawn people and things; see `createSprites`. */
	stamp?: Stamp;
}

const at = local();
const spot = { u: 0, v: 0, k: 0 };
const has = (ids: ArrayLike<number> | undefined, id: number): boolean => {
	if (ids) for (let i = 0; i < ids.length; i++) if (ids[i] === id) return true;
	return false;
};

/** Paints everything still: sky, facades, ground, joints, tracks. Callers keep it while the camera stands still. */
export function paintBackdrop(pen: Pen, street: Street, camera: Camera, o: BackdropOptions = {}): void {
	const p = new Plot(pen, camera, toneOf(o.drained, o.veil, o.night ?? street.light.dusk), o.lineScale);
	pen.save();
	paintSky(p);
	paintFacades(p);
	paintGround(p);
	pen.restore();
}

/**
 * Where something stands in the order from far to near: its Y, except beside the bakery, which is deep: what stands on
 * the side the camera sees comes before it, what stands on the other side behind it.
 */
function rank(x: number, y: number, cameraX: number): number {
	const { x0, x1, y0, y1 } = BAKERY;
	if (y <= y0 || y >= y1) return y;
	const seen = cameraX < x0 ? x <= x0 : cameraX > x1 ? x >= x1 : false;
	return seen ? y0 - 0.01 * (y1 - y) : y1 - 0.001 * (y1 - y);
}

let order = new Float64Array(256);
let index = new Int32Array(256);

/** Paints everything that moves or can stand before people, far to near: people, things, tram and street furniture. */
export function paintStreet(pen: Pen, street: Street, camera: Camera, o: StreetOptions = {}): void {
	const p = new Plot(pen, camera, toneOf(o.drained, o.veil, o.night ?? street.light.dusk), o.lineScale);
	const { people, things, light } = street;
	const n0 = people.length;
	const n1 = n0 + things.length;
	const n2 = n1 + STILLS.length;
	const n3 = n2 + 1;
	if (order.length < n3) {
		order = new Float64Array(n3 * 2);
		index = new Int32Array(n3 * 2);
	}
	let n = 0;
	for (let i = 0; i < n3; i++) {
		let y: number;
		if (i < n0) {
			const who = people[i];
			if (o.empty || !who.present || (o.only && !has(o.only, who.id)) || has(o.hide, who.id)) continue;
			y = rank(who.x, who.y, camera.x);
		} else if (i < n1) {
			const thing = things[i - n0];
			if (!thing.present || (o.empty && thing.kind !== 'bicycle' && thing.kind !== 'cart')) continue;
			y = rank(thing.x, thing.y, camera.x);
		} else if (i < n2) y = STILLS[i - n1].y;
		else {
			if (o.empty || Number.isNaN(street.tramX)) continue;
			y = TRAM.y0;
		}
		// Insertion into a list kept far to near.
		let j = n++;
		while (j > 0 && order[j - 1] < y) {
			order[j] = order[j - 1];
			index[j] = index[j - 1];
			j--;
		}
		order[j] = y;
		index[j] = i;
	}
	o.stamp?.begin(camera, p.tone, p.line);
	pen.save();
	pen.lineJoin = 'round';
	pen.lineCap = 'round';
	if (o.shadows !== false) {
		const { shadowX: sx, shadowY: sy } = light;
		pen.beginPath();
		for (let j = 0; j < n; j++) {
			const i = index[j];
			if (i < n0) {
				const { x, y, height, pose } = people[i];
				const low = pose === 'walk' || pose === 'stand' ? 1 : 0.6;
				shadow(p, x, y, 0.26, 0.3, sx * height * low, sy * height * low);
			} else if (i < n1) {
				const { x, y, kind } = things[i - n0];
				const small = kind === 'pigeon';
				shadow(p, x, y, small ? 0.2 : 0.4, small ? 0.1 : 0.3, sx * (small ? 0.15 : 0.5), sy * (small ? 0.15 : 0.5));
			} else if (i < n2) {
				const f = STILLS[i - n1].shade;
				if (f) shadow(p, f.x, f.y, f.rx, f.ry, sx * f.height, sy * f.height, f.crown);
			} else p.floor(street.tramX + 0.4, street.tramX + TRAM.length, TRAM.y0 - 0.35, TRAM.y1, 0).trace(true);
		}
		pen.fillStyle = p.tone.of(INK);
		const before = pen.globalAlpha;
		pen.globalAlpha = before * (0.1 + 0.1 * light.sun) * (1 - 0.5 * p.tone.night);
		pen.fill();
		pen.globalAlpha = before;
	}
	const met = meeting(people);
	const above = camera.sin > 0.9;
	for (let j = 0; j < n; j++) {
		const i = index[j];
		if (i < n0 && !above)
			paintPersonAt(
				p,
				people[i],
				has(o.facing, people[i].id),
				idleOf(street, i),
				people[i].embrace ? met : undefined,
				o.stamp
			);
		else if (i < n0) continue;
		else if (i < n1) paintThing(p, things[i - n0]);
		else if (i < n2) still(p, i - n1, street.sway, street.frame / street.fps, o);
		else paintTram(p, street.tramX);
	}
	// On the plan people are points: no roof or tree hides one.
	if (above) for (let j = 0; j < n; j++) if (index[j] < n0) paintPersonAt(p, people[index[j]], false, 0, undefined);
	if (light.rain > 0 && camera.sin < 0.5) rain(p, light.rain, street.frame);
	pen.restore();
}

/**
 * Adds the shadow of something to the path: from a foot of half sizes rx, ry to a tip (sx, sy) away, rounded; with
 * `crown` metres, a round one as wide at the tip and nothing but a stem before it. All in one path, so that shadows that
 * meet do not darken twice.
 */
function shadow(p: Plot, x: number, y: number, rx: number, ry: number, sx: number, sy: number, crown = 0): void {
	p.start();
	for (let i = 0; i < SIDES; i += 2) {
		const a = CIRCLE[i * 2];
		const b = CIRCLE[i * 2 + 1];
		// The right half of the ring goes with the tip, a little narrower.
		const t = a > 0 === sx > 0 ? 1 : 0;
		p.at(x + rx * a + t * sx, y + ry * b * (t ? 0.85 : 1) + t * sy, 0);
	}
	p.trace(true);
	if (!crown) return;
	disc(p, x + sx * 0.8, y + sy * 0.8, crown * 1.25, 0, crown * 0.62).trace(true);
}

const smooth = (t: number): number => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));

/** Slanted strokes, other ones at each frame. */
function rain(p: Plot, much: number, frame: number): void {
	const { pen, camera: c } = p;
	const n = Math.round(110 * much);
	const long = c.height * 0.045;
	let h = Math.imul(Math.floor(frame) + 1, 2654435761) | 1;
	const next = (): number => {
		h ^= h << 13;
		h ^= h >>> 17;
		h ^= h << 5;
		return (h >>> 0) / 4294967296;
	};
	pen.beginPath();
	for (let i = 0; i < n; i++) {
		const x = next() * c.width;
		const y = next() * c.height;
		const l = long * (0.5 + next());
		pen.moveTo(x, y);
		pen.lineTo(x - l * 0.22, y + l);
	}
	const before = pen.globalAlpha;
	pen.globalAlpha = before * 0.28;
	p.inkStroke(0.8);
	pen.globalAlpha = before;
}

const box = new Float64Array(4);

function still(p: Plot, index: number, sway: number, seconds: number, o: StreetOptions): void {
	const s = STILLS[index];
	if (!o.stamp || s.moves || p.camera.sin > 0) {
		s.paint(p, sway, seconds);
		return;
	}
	// Where it lies in the picture.
	const { x0, x1, y0, y1, z } = s.reach;
	const c = p.camera;
	if (y0 - c.y < 1) {
		s.paint(p, sway, seconds);
		return;
	}
	box[0] = box[1] = Infinity;
	box[2] = box[3] = -Infinity;
	for (let i = 0; i < 8; i++) {
		project(c, i & 1 ? x1 : x0, i & 2 ? y1 : y0, i & 4 ? z : 0, spot);
		box[0] = Math.min(box[0], spot.u);
		box[1] = Math.min(box[1], spot.v);
		box[2] = Math.max(box[2], spot.u);
		box[3] = Math.max(box[3], spot.v);
	}
	if (box[2] < 0 || box[0] > c.width || box[3] < 0 || box[1] > c.height) return;
	const done = o.stamp.still(p.pen, index, box, (pen) => s.paint(new Plot(pen, c, p.tone, o.lineScale), sway, seconds));
	if (!done) s.paint(p, sway, seconds);
}

/** Seconds of one cycle of small movements. */
const CYCLE = 7.3;
const idleOf = (street: Street, i: number): number => street.frame / street.fps / (CYCLE + 0.37 * (i % 5)) + i * 0.381;

/** What two who were to meet do once they have: embrace while they stand, then walk with empty hands. */
function meeting(people: readonly Person[]): Figure['gesture'] {
	const a = people.find((p) => p.embrace);
	const b = people.find((p) => p !== a && p.embrace && p.embrace === a?.embrace);
	if (!a?.present || !b?.present) return undefined;
	const d = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
	if (d > 2.5 * 2.5) return undefined;
	return d < 0.8 * 0.8 && a.pose === 'stand' && b.pose === 'stand' ? 'embrace' : 'free';
}

function paintPersonAt(
	p: Plot,
	who: Person,
	facing: boolean,
	idle: number,
	gesture: Figure['gesture'],
	stamp?: Stamp
): void {
	const c = p.camera;
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
		paintBody(p.pen, who, at, p.tone, line, facing, idle, gesture);
	if (t > 0) paintDisc(p, who, at.k, t, line);
}

/** Radius of a person's disc on the plan, metres. */
export const DISC = 0.32;

function paintDisc(p: Plot, who: Person, k: number, t: number, line: number): void {
	const { pen, tone, camera } = p;
	project(camera, who.x, who.y, who.height * 0.6 * (1 - t), spot);
	const u = spot.u;
	const v = spot.v;
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
