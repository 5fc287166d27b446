import { CIRCLE, SIDES } from '../circle';
import type { Plot } from '../plot';

/** Half of a circle's points. */
const HALF = SIDES / 2;

/** What stands upright and is round, about an axis at (x, y), as the camera sees it. */
export class Upright {
	/** Unit vector on the ground from the camera to it: along X and along Y. */
	readonly ahead: number;
	readonly aside: number;
	/** Pixels per metre there. */
	readonly k: number;

	constructor(
		private readonly p: Plot,
		private readonly x: number,
		private readonly y: number
	) {
		const dx = x - p.camera.x;
		const dy = y - p.camera.y;
		const l = Math.sqrt(dx * dx + dy * dy) || 1;
		this.ahead = dx / l;
		this.aside = dy / l;
		this.k = p.see(x, y, 0).k;
	}

	/** Adds a point of a level circle, of 32; 0 is to the right of the view, 8 away, 16 to the left, 24 near. */
	around(r: number, z: number, i: number): void {
		const a = CIRCLE[i * 2] * r;
		const b = CIRCLE[i * 2 + 1] * r;
		this.p.at(this.x + this.aside * a + this.ahead * b, this.y - this.ahead * a + this.aside * b, z);
	}

	/** The outline of a cylinder from z0 to z1; radius r0 at the foot and r1 at the top. */
	drum(r0: number, r1: number, z0: number, z1: number): Plot {
		this.p.start();
		// Thin ones need few points.
		const step = Math.max(r0, r1) * this.k < 12 ? 4 : this.p.coarse;
		for (let i = HALF; i <= SIDES; i += step) this.around(r0, z0, i % SIDES);
		for (let i = 0; i <= HALF; i += step) this.around(r1, z1, i);
		return this.p;
	}

	/** The near half of a level circle. */
	rim(r: number, z: number): Plot {
		this.p.start();
		for (let i = HALF; i <= SIDES; i += this.p.coarse) this.around(r, z, i % SIDES);
		return this.p;
	}

	/** A patch of a cylinder, between two of its thirty-two points. */
	patch(r: number, from: number, to: number, z0: number, z1: number): Plot {
		this.p.start();
		for (let i = from; i <= to; i++) this.around(r, z0, i);
		for (let i = to; i >= from; i--) this.around(r, z1, i);
		return this.p;
	}
}
