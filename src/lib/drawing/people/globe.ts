import type { Pen } from '../types';
import { AROUND, AZ_COS, AZ_SIN, type Rim } from './rim';

/** A ball that is turned, bowed and seen from above: what lies on a head is placed by its direction from the middle. */
export class Globe {
	/** Where the direction given last is seen: across, up, and towards the viewer. */
	across = 0;
	up = 0;
	toward = 0;
	private readonly level: number;
	private readonly height: number;
	private readonly px = new Float64Array(AROUND);
	private readonly py = new Float64Array(AROUND);
	private readonly seen = new Uint8Array(AROUND);

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
		const { px, py, seen } = this;
		let any = 0;
		for (let i = 0; i < AROUND; i++) {
			this.see(m.cos[i] * AZ_COS[i], m.cos[i] * AZ_SIN[i], m.sin[i]);
			px[i] = this.across;
			py[i] = this.up;
			seen[i] = this.toward >= 0 ? 1 : 0;
			any += seen[i];
		}
		this.see(m.poleF, 0, m.poleZ);
		if (any === 0) {
			if (this.toward < 0) return false;
			pen.moveTo(x + R, y);
			pen.arc(x, y, R, 0, 2 * Math.PI);
		} else if (any === AROUND) {
			pen.moveTo(x + px[0] * R, y - py[0] * R);
			for (let i = 1; i < AROUND; i++) pen.lineTo(x + px[i] * R, y - py[i] * R);
		} else this.traceCut(pen, x, y, R);
		pen.closePath();
		return true;
	}

	/** A region that reaches round the edge: its rim as far as it is seen, then back along the outline. */
	private traceCut(pen: Pen, x: number, y: number, R: number): void {
		const { px, py, seen, across: pa, up: pu } = this;
		let first = 0;
		while (!(seen[first] && !seen[(first + AROUND - 1) % AROUND])) first++;
		const l0 = Math.sqrt(px[first] * px[first] + py[first] * py[first]) || 1;
		const ax = px[first] / l0;
		const ay = py[first] / l0;
		pen.moveTo(x + ax * R, y - ay * R);
		let last = first;
		for (let n = 0, i = first; seen[i] && n < AROUND; i = (i + 1) % AROUND, n++) {
			pen.lineTo(x + px[i] * R, y - py[i] * R);
			last = i;
		}
		const l1 = Math.sqrt(px[last] * px[last] + py[last] * py[last]) || 1;
		const bx = px[last] / l1;
		const by = py[last] / l1;
		pen.lineTo(x + bx * R, y - by * R);
		// By the way of the region's middle.
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
