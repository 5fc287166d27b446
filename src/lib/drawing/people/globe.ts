import type { Pen } from '../types';
import { AROUND, AZ_COS, AZ_SIN, type Rim } from './rim';

const WHOLE = (1 << AROUND) - 1;

/** A ball that is turned, bowed and seen from above: what lies on a head is placed by its direction from the middle. */
export class Globe {
	/** Where the direction given last is seen: across, up, and towards the viewer. */
	across = 0;
	up = 0;
	toward = 0;
	private readonly level: number;
	private readonly height: number;

	/** How much of its side and front is seen, how far it bows, how high the viewer is: all sines. */
	constructor(
		readonly side: number,
		readonly front: number,
		private readonly bow: number,
		readonly elevation: number
	) {
		this.level = Math.sqrt(1 - bow * bow);
		this.height = Math.sqrt(1 - elevation * elevation);
	}

	/** Turns to a direction: forward, right, up. */
	see(f: number, r: number, z: number): this {
		const f2 = f * this.level + z * this.bow;
		const z2 = z * this.level - f * this.bow;
		const d = f2 * this.front + r * this.side;
		this.across = f2 * this.side - r * this.front;
		this.up = z2 * this.height - d * this.elevation;
		this.toward = d * this.height + z2 * this.elevation;
		return this;
	}

	/** Adds to the path what is seen of a rim's region, on a ball of radius R at (x, y); false when none is. */
	trace(pen: Pen, m: Rim, x: number, y: number, R: number): boolean {
		/** A bit for each sample of the rim that is seen. */
		let seen = 0;
		for (let i = 0; i < AROUND; i++) if (this.sample(m, i).toward >= 0) seen |= 1 << i;
		if (seen === 0) {
			if (this.see(m.poleF, 0, m.poleZ).toward < 0) return false;
			pen.moveTo(x + R, y);
			pen.arc(x, y, R, 0, 2 * Math.PI);
		} else if (seen === WHOLE) {
			for (let i = 0; i < AROUND; i++) {
				this.sample(m, i);
				if (i) pen.lineTo(x + this.across * R, y - this.up * R);
				else pen.moveTo(x + this.across * R, y - this.up * R);
			}
		} else this.traceCut(pen, m, seen, x, y, R);
		pen.closePath();
		return true;
	}

	private sample(m: Rim, i: number): this {
		return this.see(m.cos[i] * AZ_COS[i], m.cos[i] * AZ_SIN[i], m.sin[i]);
	}

	/** A region that reaches round the edge: its rim as far as it is seen, then back along the outline. */
	private traceCut(pen: Pen, m: Rim, seen: number, x: number, y: number, R: number): void {
		const isSeen = (i: number): boolean => ((seen >> i) & 1) === 1;
		let first = 0;
		while (!isSeen(first) || isSeen((first + AROUND - 1) % AROUND)) first++;
		this.sample(m, first);
		const l0 = Math.sqrt(this.across * this.across + this.up * this.up) || 1;
		const ax = this.across / l0;
		const ay = this.up / l0;
		pen.moveTo(x + ax * R, y - ay * R);
		let lx = 0;
		let ly = 0;
		for (let i = first; isSeen(i); i = (i + 1) % AROUND) {
			this.sample(m, i);
			lx = this.across;
			ly = this.up;
			pen.lineTo(x + lx * R, y - ly * R);
		}
		const l1 = Math.sqrt(lx * lx + ly * ly) || 1;
		const bx = lx / l1;
		const by = ly / l1;
		pen.lineTo(x + bx * R, y - by * R);
		// By the way of the region's middle.
		const { across: pa, up: pu } = this.see(m.poleF, 0, m.poleZ);
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
		arc(pen, x, y, R, bx, by, mx, my);
		arc(pen, x, y, R, mx, my, ax, ay);
	}
}

/** The short arc from p to q (unit vectors, up positive), as two quadratic curves. */
function arc(pen: Pen, x: number, y: number, R: number, p: number, pu: number, q: number, qu: number): void {
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
