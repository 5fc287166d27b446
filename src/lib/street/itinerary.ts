import { clamp, cosine, random, sine, smooth, smoothArea, type Random } from '../maths';
import type { Doing, Draft, Person, Pose } from './types';

export type Point = readonly [x: number, y: number];

const NONE = new Float64Array(0);
/** Metres between the samples of a path. */
const SPACING = 0.4;
/** Seconds to reach walking pace from standing, and to stop. */
const RAMP = 0.9;
/** Seconds to turn the body between two legs. */
const TURN = 0.8;
/** Seconds to sit down, crouch, get up. */
const SETTLE = 0.9;

interface Leg {
	kind: 'walk' | 'step' | 'stay';
	t0: number;
	t1: number;
	/** Where it begins; a stay goes on there. */
	x: number;
	y: number;
	/** Where it ends. */
	endX: number;
	endY: number;
	/** Samples of a walk's path, about SPACING apart, with one beyond each end. */
	pathX: Float64Array;
	pathY: Float64Array;
	length: number;
	pace: number;
	/** Seconds of acceleration and of braking. */
	rampIn: number;
	rampOut: number;
	/** Metres the pace runs ahead and behind, and the turns it starts at. */
	sway: number;
	tune: number;
	/** Direction faced in a stay or a step. */
	hx: number;
	hy: number;
	/** Direction faced when the leg begins. */
	fromX: number;
	fromY: number;
	/** Gait cycles walked before the leg. */
	cycles: number;
	pose: Pose;
	doing: Doing;
	/** How far the body turns to and fro in a stay, turns. */
	wander: number;
	/** Whether the neighbouring legs are in the same pose: no sitting down or getting up there. */
	joinIn: boolean;
	joinOut: boolean;
}

export interface StayOptions {
	/** Direction faced. */
	face?: Point;
	pose?: Pose;
	doing?: Doing;
	/** 0 motionless, 1 a small step every seven seconds or so. */
	restless?: number;
	/** How far the small steps go from the place, metres. */
	radius?: number;
}

export interface WalkOptions {
	/** Metres a second. */
	pace?: number;
	/** Instant of arrival; sets the pace. */
	until?: number;
	/** Goes on at full speed at the end: no braking. */
	through?: boolean;
	doing?: Doing;
	/** Lateral meander, metres. */
	meander?: number;
}

/**
 * What somebody does, from their coming to their leaving, as legs that follow each other in time: walks along smoothed
 * way-points, and stays. Written once; `at` then gives the state at any instant without looking at any other.
 */
export class Itinerary {
	readonly legs: Leg[] = [];
	private t = 0;
	private x = 0;
	private y = 0;
	private hx = 0;
	private hy = -1;
	private moving = false;
	private readonly chance: Random;
	private last = 0;

	constructor(
		readonly height: number,
		readonly seed: number
	) {
		this.chance = random(seed);
	}

	get begin(): number {
		return this.legs.length ? this.legs[0].t0 : Infinity;
	}

	get end(): number {
		return this.legs.length ? this.legs[this.legs.length - 1].t1 : -Infinity;
	}

	/** The instant at which what is written so far ends. */
	get now(): number {
		return this.t;
	}

	/** Where and when the person comes in; they come walking unless `still`. */
	enter(t: number, x: number, y: number, still = false): this {
		this.t = t;
		this.x = x;
		this.y = y;
		this.moving = !still;
		return this;
	}

	/** Walks along way-points, from where the person is. */
	walk(
		points: readonly Point[],
		{ pace = 1.3, until, through = false, doing = '', meander = 0.1 }: WalkOptions = {}
	): this {
		const path = smoothPath([[this.x, this.y], ...points], meander, this.chance);
		const rampIn = this.moving ? 0 : RAMP;
		const rampOut = through ? 0 : RAMP;
		const lost = (rampIn + rampOut) / 2;
		let v = until === undefined ? pace : path.length / Math.max(0.5, until - this.t - lost);
		v = Math.min(v, path.length / Math.max(0.3, lost));
		const length = path.length;
		const seconds = length / v + lost;
		const n = path.x.length;
		const hx = path.x[n - 2] - path.x[n - 4];
		const hy = path.y[n - 2] - path.y[n - 4];
		const h = Math.sqrt(hx * hx + hy * hy) || 1;
		const startX = path.x[3] - path.x[1];
		const startY = path.y[3] - path.y[1];
		const s = Math.sqrt(startX * startX + startY * startY) || 1;
		const fresh = this.legs.length === 0;
		const leg = this.push('walk', seconds, path.x[n - 2], path.y[n - 2], length, 'walk', doing);
		leg.pathX = path.x;
		leg.pathY = path.y;
		leg.pace = v;
		leg.rampIn = rampIn;
		leg.rampOut = rampOut;
		leg.sway = seconds > 8 ? this.chance.between(0.06, 0.16) : 0;
		if (fresh) {
			leg.fromX = startX / s;
			leg.fromY = startY / s;
		}
		this.hx = hx / h;
		this.hy = hy / h;
		this.moving = through;
		return this;
	}

	/** Stays until an instant, shifting weight, turning, taking small steps. */
	stay(until: number, { face, pose = 'stand', doing = '', restless = 0.6, radius = 0.3 }: StayOptions = {}): this {
		const [homeX, homeY] = [this.x, this.y];
		const chance = this.chance;
		let [fx, fy] = face ? unit(face[0], face[1]) : [this.hx, this.hy];
		const [hx, hy] = [fx, fy];
		const upright = pose === 'stand';
		const wander = (upright ? 0.035 : 0.012) * Math.min(1, 0.4 + restless);
		if (restless > 0 && upright) {
			for (;;) {
				const hold = chance.between(3.5, 10) / restless;
				if (this.t + hold + 3 > until) break;
				this.hold(this.t + hold, fx, fy, pose, doing, wander);
				const a = chance();
				const r = radius * Math.sqrt(chance());
				const turn = chance.between(-0.11, 0.11);
				const [c, s] = [cosine(turn), sine(turn)];
				[fx, fy] = [hx * c - hy * s, hx * s + hy * c];
				this.step(homeX + r * cosine(a), homeY + r * sine(a), fx, fy, doing);
			}
		}
		this.hold(until, fx, fy, pose, doing, wander);
		return this;
	}

	private hold(until: number, fx: number, fy: number, pose: Pose, doing: Doing, wander: number): void {
		if (until <= this.t) return;
		const leg = this.push('stay', until - this.t, this.x, this.y, 0, pose, doing);
		leg.hx = fx;
		leg.hy = fy;
		leg.wander = wander;
		this.hx = fx;
		this.hy = fy;
		this.moving = false;
	}

	private step(x: number, y: number, fx: number, fy: number, doing: Doing): void {
		const dx = x - this.x;
		const dy = y - this.y;
		const length = Math.sqrt(dx * dx + dy * dy);
		if (length < 0.08) return;
		const ramp = 0.35;
		const pace = Math.min(0.75, length / ramp);
		const leg = this.push('step', length / pace + ramp, x, y, length, 'walk', doing);
		leg.pace = pace;
		leg.rampIn = leg.rampOut = ramp;
		leg.hx = fx;
		leg.hy = fy;
		this.hx = fx;
		this.hy = fy;
		this.moving = false;
	}

	private push(
		kind: Leg['kind'],
		seconds: number,
		endX: number,
		endY: number,
		length: number,
		pose: Pose,
		doing: Doing
	): Leg {
		const before = this.legs[this.legs.length - 1];
		const same = before !== undefined && before.pose === pose;
		if (before) before.joinOut = same;
		const leg: Leg = {
			kind,
			t0: this.t,
			t1: this.t + seconds,
			x: this.x,
			y: this.y,
			endX,
			endY,
			pathX: NONE,
			pathY: NONE,
			length,
			pace: 0,
			rampIn: 0,
			rampOut: 0,
			sway: 0,
			tune: this.chance(),
			hx: 0,
			hy: 0,
			fromX: this.hx,
			fromY: this.hy,
			cycles: before ? before.cycles + before.length / this.stride : this.chance(),
			pose,
			doing,
			wander: 0,
			joinIn: same,
			joinOut: false
		};
		this.legs.push(leg);
		this.t = leg.t1;
		this.x = endX;
		this.y = endY;
		return leg;
	}

	/** Metres of one gait cycle (two steps). */
	get stride(): number {
		return 0.75 * this.height;
	}

	/** Writes the state at an instant into `out`; false (and `present` false) when the person is not there. */
	at(t: number, out: Draft<Person>): boolean {
		const legs = this.legs;
		out.present = t >= this.begin && t < this.end;
		if (!out.present) return false;
		let i = this.last < legs.length && legs[this.last].t0 <= t ? this.last : 0;
		while (i + 1 < legs.length && legs[i].t1 <= t) i++;
		this.last = i;
		const leg = legs[i];
		if (leg.kind === 'stay') this.staying(leg, t, out);
		else this.walking(leg, t, out);
		out.doing = leg.doing;
		return true;
	}

	private staying(leg: Leg, t: number, out: Draft<Person>): void {
		const since = t - leg.t0;
		const left = leg.t1 - t;
		const free = smooth(since / 1.5) * smooth(left / 1.5);
		const tune = leg.tune;
		let shift = (leg.pose === 'stand' ? 0.035 : 0.012) * sine(t / 6.7 + tune);
		let turn = leg.wander * (0.65 * sine(t / 7.3 + tune) + 0.35 * sine(t / 2.9 + 3 * tune));
		if (leg.pose !== 'stand') {
			// Who sits or sleeps stirs now and then.
			const stir = clamp(7 * sine(t / 33 + 5 * tune), -1, 1);
			shift += 0.05 * stir;
			turn += 0.015 * stir;
		}
		shift *= free;
		turn *= free;
		out.x = leg.x + shift * leg.hy;
		out.y = leg.y - shift * leg.hx;
		const c = cosine(turn);
		const s = sine(turn);
		face(out, leg.fromX, leg.fromY, leg.hx * c - leg.hy * s, leg.hx * s + leg.hy * c, since / TURN);
		out.speed = 0;
		out.pose = leg.pose;
		out.phase = leg.cycles - Math.floor(leg.cycles);
		out.gaze =
			leg.doing === 'sleep' ? 0 : free * clamp(1.7 * sine(t / 5.3 + 2 * tune) + 0.9 * sine(t / 2.3 + tune), -1, 1);
		out.settled =
			leg.pose === 'stand'
				? 1
				: Math.min(leg.joinIn ? 1 : smooth(since / SETTLE), leg.joinOut ? 1 : smooth(left / SETTLE));
	}

	private walking(leg: Leg, t: number, out: Draft<Person>): void {
		const since = t - leg.t0;
		const d = distance(leg, since);
		along(leg, d);
		out.x = here.x;
		out.y = here.y;
		if (leg.kind === 'step') face(out, leg.fromX, leg.fromY, leg.hx, leg.hy, since / (leg.t1 - leg.t0));
		else {
			const l = Math.sqrt(here.tx * here.tx + here.ty * here.ty) || 1;
			face(out, leg.fromX, leg.fromY, here.tx / l, here.ty / l, since / TURN);
		}
		out.speed = Math.max(0, (distance(leg, since + 0.04) - distance(leg, since - 0.04)) / 0.08);
		out.pose = out.speed > 0.1 ? 'walk' : 'stand';
		const cycles = leg.cycles + d / this.stride;
		out.phase = cycles - Math.floor(cycles);
		out.gaze = leg.doing === 'search' ? sine(t / 2.7 + leg.tune) : 0;
		out.settled = 1;
	}

	/** Writes where the person is, within a few centimetres, at `count` instants from `t`, `every` seconds apart. */
	sample(t: number, every: number, count: number, x: Float32Array, y: Float32Array): void {
		let i = 0;
		for (let k = 0; k < count; k++) {
			const now = t + k * every;
			while (i + 1 < this.legs.length && this.legs[i].t1 <= now) i++;
			const leg = this.legs[i];
			if (leg.kind === 'stay') {
				x[k] = leg.x;
				y[k] = leg.y;
			} else {
				along(leg, distance(leg, now - leg.t0));
				x[k] = here.x;
				y[k] = here.y;
			}
		}
	}
}

const here = { x: 0, y: 0, tx: 0, ty: 0 };

/** Place and direction at so many metres along a leg: a uniform cubic B-spline through a walk's samples. */
function along(leg: Leg, metres: number): void {
	if (leg.kind === 'step') {
		const share = clamp(metres / leg.length, 0, 1);
		here.x = leg.x + share * (leg.endX - leg.x);
		here.y = leg.y + share * (leg.endY - leg.y);
		return;
	}
	const x = leg.pathX;
	const y = leg.pathY;
	const n = x.length - 3;
	const u = clamp((metres * n) / leg.length, 0, n - 1e-9);
	const j = Math.floor(u);
	const f = u - j;
	const g = 1 - f;
	const f2 = f * f;
	const b0 = g * g * g;
	const b1 = 4 - 6 * f2 + 3 * f2 * f;
	const b3 = f2 * f;
	const b2 = 6 - b0 - b1 - b3;
	here.x = (b0 * x[j] + b1 * x[j + 1] + b2 * x[j + 2] + b3 * x[j + 3]) / 6;
	here.y = (b0 * y[j] + b1 * y[j + 1] + b2 * y[j + 2] + b3 * y[j + 3]) / 6;
	const d0 = -g * g;
	const d1 = 3 * f2 - 4 * f;
	const d2 = -(d0 + d1 + f2);
	here.tx = d0 * x[j] + d1 * x[j + 1] + d2 * x[j + 2] + f2 * x[j + 3];
	here.ty = d0 * y[j] + d1 * y[j + 1] + d2 * y[j + 2] + f2 * y[j + 3];
}

/** Metres walked `since` seconds after a leg began. */
function distance(leg: Leg, since: number): number {
	const total = leg.t1 - leg.t0;
	const t = clamp(since, 0, total);
	const { rampIn, rampOut, pace } = leg;
	let s = rampIn > 0 && t < rampIn ? rampIn * smoothArea(t / rampIn) : t - rampIn / 2;
	const left = total - t;
	if (rampOut > 0 && left < rampOut) s = total - rampIn / 2 - rampOut / 2 - rampOut * smoothArea(left / rampOut);
	s *= pace;
	if (leg.sway) s += leg.sway * smooth(t / 3) * smooth(left / 3) * sine(t / 6.1 + leg.tune);
	return s;
}

/** Turns `out` from one direction towards another by a share of the way; both are unit vectors. */
function face(out: Draft<Person>, ax: number, ay: number, bx: number, by: number, share: number): void {
	let u = smooth(share);
	if (u >= 1) {
		out.hx = bx;
		out.hy = by;
		return;
	}
	const dot = ax * bx + ay * by;
	if (dot < 0.2) {
		// Through the bisector, so that turning right round has a side and an even pace.
		const side = ax * by - ay * bx >= 0 ? 1 : -1;
		let mx = -(ay - by) * side;
		let my = (ax - bx) * side;
		const m = Math.sqrt(mx * mx + my * my) || 1;
		mx /= m;
		my /= m;
		if (u < 0.5) {
			bx = mx;
			by = my;
			u *= 2;
		} else {
			ax = mx;
			ay = my;
			u = 2 * u - 1;
		}
	}
	const x = ax + (bx - ax) * u;
	const y = ay + (by - ay) * u;
	const l = Math.sqrt(x * x + y * y) || 1;
	out.hx = x / l;
	out.hy = y / l;
}

const unit = (x: number, y: number): [number, number] => {
	const l = Math.sqrt(x * x + y * y) || 1;
	return [x / l, y / l];
};

/**
 * Rounds the corners of a way (Chaikin's corner cutting, three times), lets it meander a little, and samples it at even
 * lengths, with one sample mirrored beyond each end so that a B-spline passes through both ends.
 */
function smoothPath(
	points: readonly Point[],
	meander: number,
	chance: Random
): { x: Float64Array; y: Float64Array; length: number } {
	let way: Point[] = [...points];
	for (let round = 0; round < 3; round++) {
		const cut: Point[] = [way[0]];
		for (let i = 0; i + 1 < way.length; i++) {
			const [ax, ay] = way[i];
			const [bx, by] = way[i + 1];
			if (i > 0) cut.push([ax + 0.25 * (bx - ax), ay + 0.25 * (by - ay)]);
			if (i + 2 < way.length) cut.push([ax + 0.75 * (bx - ax), ay + 0.75 * (by - ay)]);
		}
		cut.push(way[way.length - 1]);
		way = cut;
	}
	const sums = [0];
	for (let i = 1; i < way.length; i++) {
		const dx = way[i][0] - way[i - 1][0];
		const dy = way[i][1] - way[i - 1][1];
		sums.push(sums[i - 1] + Math.sqrt(dx * dx + dy * dy));
	}
	const length = sums[sums.length - 1];
	const n = Math.max(2, Math.ceil(length / SPACING));
	const x = new Float64Array(n + 3);
	const y = new Float64Array(n + 3);
	const [p, q] = [chance(), chance()];
	const wave = chance.between(7, 11);
	let k = 0;
	for (let i = 0; i <= n; i++) {
		const s = (length * i) / n;
		while (k + 2 < way.length && sums[k + 1] < s) k++;
		const piece = sums[k + 1] - sums[k] || 1;
		const f = (s - sums[k]) / piece;
		const dx = way[k + 1][0] - way[k][0];
		const dy = way[k + 1][1] - way[k][1];
		const aside =
			(meander *
				smooth(s / 4) *
				smooth((length - s) / 4) *
				(0.7 * sine(s / wave + p) + 0.3 * sine((2.3 * s) / wave + q))) /
			piece;
		x[i + 1] = way[k][0] + f * dx - aside * dy;
		y[i + 1] = way[k][1] + f * dy + aside * dx;
	}
	x[0] = 2 * x[1] - x[2];
	y[0] = 2 * y[1] - y[2];
	x[n + 2] = 2 * x[n + 1] - x[n];
	y[n + 2] = 2 * y[n + 1] - y[n];
	return { x, y, length };
}
