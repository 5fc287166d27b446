import { MAST, type Camera } from '../camera/camera';
import type { Ink } from '../picture/frame';
import { drawn, painted } from './inks';
import { CREAM, ZINC } from './colours';

/** The pole stands beside the lens, which hangs from its arm. Metres. */
const POLE = { x: 0.72, half: 0.085, top: 9.15, foot: 0.34 };
const ARM = { z0: 8.98, z1: 9.1 };
/** Centre and radius of the half globe of dark glass: the lens is at its middle. */
const DOME = { z: MAST.z, r: 0.27 };
const BANDS = [1.75, 4.9, 6.4, 7.9];
/** The casing is cream and the fittings zinc as on every camera of the page; the iron is painted, and a hatch worn lighter. */
const IRON = { pole: '#4d5a5e', hatch: '#5d6a6e' };
/** The notice's blue. */
const NOTICE = '#384A63';
/** The half globe, and what it sends back of the sky. */
const GLASS = '#23282d';
const SHINE = '#AEBBC0';

/** Where the half globe is in a picture taken from behind the mast; null from before it. Pixels. */
export function domeAt(camera: Camera): { x: number; y: number; r: number } | null {
	const d = MAST.y - camera.y;
	if (d <= 0.04) return null;
	const k = camera.f / d;
	return { x: camera.u0 + k * (MAST.x - camera.x), y: camera.v0 - k * (DOME.z - camera.z), r: DOME.r * k };
}

/**
 * The mast and its camera as the square's own hand draws them, for a level camera that stands behind them.
 * `glass` is how dark the half globe is: 1 from outside, towards 0 as the reader's eye goes through it.
 */
export function mastInk(camera: Camera, glass = 1): Ink[] {
	const dome = domeAt(camera);
	if (!dome) return [];
	const k = dome.r / DOME.r;
	const line = Math.max(1, Math.min(4, k / 60));
	const U = (x: number) => Math.round(10 * (camera.u0 + k * (x - camera.x))) / 10;
	const V = (z: number) => Math.round(10 * (camera.v0 - k * (z - camera.z))) / 10;
	const shape = (d: string, fill: string, width = line, fillOpacity = 1): Ink =>
		drawn(d, fill, width, { fillOpacity, round: true });
	const { x, y, r } = dome;
	const n = (v: number) => Math.round(10 * v) / 10;
	/** A rectangle between two places across and two heights. Metres. */
	const plate = (x0: number, x1: number, low: number, high: number): string =>
		`M${U(x0)} ${V(low)}H${U(x1)}V${V(high)}H${U(x0)}Z`;
	const shine = (d: string): Ink => {
		const opacity = Math.max(0, glass - 0.1);
		return painted(d, { fill: 'none', stroke: SHINE, width: Math.max(1, r * 0.06), opacity, round: true });
	};
	const out: Ink[] = [];
	const lift = (1 - glass) * 1.3 * r;
	// Pole with its foot, a service hatch, and the arm.
	if (k < 2400)
		out.push(
			shape(
				`M${U(POLE.x - POLE.foot)} ${V(0)}H${U(POLE.x + POLE.foot)}L${U(POLE.x + 0.2)} ${V(0.24)}H${U(POLE.x - 0.2)}Z`,
				ZINC
			),
			shape(`M${U(POLE.x - POLE.half)} ${V(0.22)}V${V(POLE.top)}H${U(POLE.x + POLE.half)}V${V(0.22)}Z`, IRON.pole),
			shape(`M${U(POLE.x - 0.05)} ${V(1.3)}V${V(0.8)}H${U(POLE.x + 0.05)}V${V(1.3)}Z`, IRON.hatch, line * 0.7),
			...BANDS.map((z) => shape(plate(POLE.x - 0.105, POLE.x + 0.105, z, z + 0.09), ZINC, line * 0.7)),
			// The notice the law asks for, as it hangs under many of them.
			shape(plate(POLE.x - 0.26, POLE.x + 0.26, 3.2, 3.85), NOTICE),
			shape(
				`M${U(POLE.x - 0.16)} ${V(3.62)}h${n(0.2 * k)}v${n(0.13 * k)}h${n(-0.2 * k)}ZM${U(POLE.x + 0.04)} ${V(3.58)}l${n(0.11 * k)} ${n(-0.07 * k)}v${n(0.19 * k)}l${n(-0.11 * k)} ${n(-0.07 * k)}ZM${U(POLE.x - 0.16)} ${V(3.38)}h${n(0.32 * k)}M${U(POLE.x - 0.16)} ${V(3.3)}h${n(0.22 * k)}`,
				CREAM,
				line * 0.5
			),
			shape(plate(POLE.x, -0.1, ARM.z0, ARM.z1), IRON.pole)
		);
	// The half globe under its casing. The casing goes up with the picture as the eye goes in.
	if (glass < 1) out.push({ type: 'shape', d: ring(x, y, r), fill: GLASS, fillOpacity: glass, stroke: 'none' });
	else out.push(shape(ring(x, y, r), GLASS));
	out.push(
		{ type: 'shape', d: ring(x, y, r), fill: 'none', stroke: GLASS, width: Math.max(line * 1.4, r * 0.05) },
		// What the glass sends back of the sky.
		shine(
			`M${n(x - 0.66 * r)} ${n(y + 0.18 * r)}A${n(0.7 * r)} ${n(0.7 * r)} 0 0 0 ${n(x - 0.12 * r)} ${n(y + 0.7 * r)}`
		),
		shine(`M${n(x + 0.02 * r)} ${n(y + 0.76 * r)}h${n(0.08 * r)}`)
	);
	const top = n(y - lift);
	out.push(
		shape(
			`M${n(x - 1.16 * r)} ${n(top - 0.12 * r)}C${n(x - 1.16 * r)} ${n(top - 1.5 * r)} ${n(x + 1.16 * r)} ${n(top - 1.5 * r)} ${n(x + 1.16 * r)} ${n(top - 0.12 * r)}Q${n(x)} ${n(top + 0.22 * r)} ${n(x - 1.16 * r)} ${n(top - 0.12 * r)}Z`,
			CREAM
		),
		shape(
			`M${n(x - 0.3 * r)} ${n(top - 1.1 * r)}V${n(V(ARM.z0) - lift)}H${n(x + 0.3 * r)}V${n(top - 1.1 * r)}Q${n(x)} ${n(top - 1.22 * r)} ${n(x - 0.3 * r)} ${n(top - 1.1 * r)}Z`,
			ZINC
		)
	);
	return out;
}

const ring = (x: number, y: number, r: number): string =>
	`M${Math.round(x - r)} ${Math.round(y)}a${Math.round(r)} ${Math.round(r)} 0 1 0 ${Math.round(2 * r)} 0a${Math.round(r)} ${Math.round(r)} 0 1 0 ${-Math.round(2 * r)} 0Z`;
