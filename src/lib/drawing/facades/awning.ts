import { BUILDINGS, type Building } from '../../street/places';
import { wave } from '../people/gait';
import type { Plot } from '../plot';
import { NEAR, Y } from './wall';

/** A sloping cloth with a scalloped edge, from a wall (y, z) down to its rod (y1, z1). */
export interface Awning {
	x0: number;
	x1: number;
	y: number;
	z: number;
	y1: number;
	z1: number;
	colour: string;
	striped: boolean;
}

/** The awning of a house's shop, if it has one. */
export function awningOf({ shop: s, ground }: Building, n: number): Awning | null {
	if (!s?.awning) return null;
	const z = Math.min(3.35, ground - 0.25) - 0.52;
	return {
		x0: s.x0 - 0.1,
		x1: s.x1 + 0.1,
		y: Y - 0.05,
		z,
		y1: Y - 1.35,
		z1: 2.15,
		colour: s.awning,
		striped: n % 2 === 0
	};
}

/** Of the whole row, from left to right. */
export const AWNINGS: readonly Awning[] = BUILDINGS.flatMap((b, n) => awningOf(b, n) ?? []);

/** How far out the edge of an awning's cloth stands over its ends. */
const OUT = 0.12;
const bandsOf = (a: Awning): number => Math.max(5, 2 * Math.round((a.x1 - a.x0) / 1.1) + 1);

/** Paints the cloth without its hem; `k` pixels per metre. */
export function awning(p: Plot, a: Awning, k: number): void {
	const { x0, x1, y, z, y1, z1, colour, striped } = a;
	const t = p.tone;
	const w = x1 - x0;
	const low = w + 2 * OUT;
	const e = x0 - OUT;
	const slope = () =>
		p
			.start()
			.at(x0, y, z)
			.at(x1, y, z)
			.at(x1 + OUT, y1, z1)
			.at(e, y1, z1);
	slope().fill(t.still(colour));
	const bands = bandsOf(a);
	if (k > 5) {
		p.open();
		for (let i = 1; i < bands; i += striped ? 2 : 1) {
			const f = i / bands;
			const g = (i + 1) / bands;
			if (striped)
				p.start()
					.at(x0 + w * f, y, z)
					.at(x0 + w * g, y, z)
					.at(e + low * g, y1, z1)
					.at(e + low * f, y1, z1)
					.add();
			else p.segment(x0 + w * f, y, z, e + low * f, y1, z1).add(false);
		}
		if (striped) p.paint(t.still(PALE), 0);
		else p.inkStroke(0.5);
	}
	p.open();
	slope().add();
	p.inkStroke(1);
}

const PALE = '#F0E4CB';

/** Paints an awning's hem, as the wind has it at `seconds`; hanging still without. */
export function hem(p: Plot, a: Awning, seconds?: number): void {
	const { y1, z1, colour, striped } = a;
	const bands = bandsOf(a);
	const s = (a.x1 - a.x0 + 2 * OUT) / bands;
	// From further off it swings further, or nobody would see it.
	const reach = Math.min(2, Math.max(1, 34 / scaleAt(p, a)));
	for (let odd = 0; odd < (striped ? 2 : 1); odd++) {
		p.open();
		for (let i = odd; i < bands; i += striped ? 2 : 1) {
			const x = a.x0 - OUT + i * s;
			const f = seconds === undefined ? 0 : reach * breath(seconds, x);
			const g = seconds === undefined ? 0 : reach * breath(seconds, x + s);
			const m = (f + g) / 2;
			p.start()
				.at(x, y1, z1)
				.at(x + s, y1, z1)
				.at(x + s + 0.1 * g, y1, z1 - 0.16 + 0.05 * g)
				.at(x + s * 0.75 + 0.14 * m, y1, z1 - 0.26 + 0.09 * m)
				.at(x + s * 0.25 + 0.14 * m, y1, z1 - 0.26 + 0.09 * m)
				.at(x + 0.1 * f, y1, z1 - 0.16 + 0.05 * f)
				.add();
		}
		p.paint(p.tone.still(odd ? PALE : colour), 0.75);
	}
}

/** How the wind moves a hem at x metres, about 0 to 1: a wave that runs along it, with gusts that come and go. */
const breath = (t: number, x: number): number =>
	(0.5 + 0.5 * wave(t / 1.7 - x * 0.17)) * (0.55 + 0.45 * wave(t / 7.3 + x * 0.02));

/** Whether an awning is near enough for its hem to move: then it is not painted with the house but by `stirringHem`. */
export const stirs = (p: Plot, a: Awning): boolean => scaleAt(p, a) > NEAR;

/** Pixels per metre where an awning's wall is. */
function scaleAt({ camera: c }: Plot, a: Awning): number {
	return c.f / Math.max(1, (a.y - c.y) * c.cos + c.z * c.sin);
}

/** Paints the hem of an awning that `stirs`, at an instant. */
export function stirringHem(p: Plot, a: Awning, seconds: number): void {
	if (stirs(p, a)) hem(p, a, seconds);
}
