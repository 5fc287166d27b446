import type { Look } from '../../street/types';

/** Samples round a head. */
export const AROUND = 24;

const round = (v: number): number => Math.round(v * 1e6) / 1e6;
/** Azimuths of the samples, from the front by the right. */
export const AZ_COS = Float64Array.from({ length: AROUND }, (_, i) => round(Math.cos((2 * Math.PI * i) / AROUND)));
export const AZ_SIN = Float64Array.from({ length: AROUND }, (_, i) => round(Math.sin((2 * Math.PI * i) / AROUND)));

/** A closed line round the head; the region that it bounds lies on its pole's side. */
export interface Rim {
	/** Heights of the samples. */
	readonly cos: Float64Array;
	readonly sin: Float64Array;
	/** Middle of the region, in the plane of symmetry: forward and up. */
	readonly poleF: number;
	readonly poleZ: number;
}

/** From heights in degrees at azimuths 0 (front), 30, 60 … 180 (back), both sides alike. */
function rim(degrees: number[], pole: number): Rim {
	const at = (i: number): number => {
		const a = Math.min(i, AROUND - i) / 2;
		const j = Math.min(5, Math.floor(a));
		return (degrees[j] + (degrees[j + 1] - degrees[j]) * (a - j)) * (Math.PI / 180);
	};
	const p = pole * (Math.PI / 180);
	return {
		cos: Float64Array.from({ length: AROUND }, (_, i) => round(Math.cos(at(i)))),
		sin: Float64Array.from({ length: AROUND }, (_, i) => round(Math.sin(at(i)))),
		poleF: round(Math.cos(p)),
		poleZ: round(Math.sin(p))
	};
}

/** Hairlines: above them there is hair. */
export const HAIR: Record<NonNullable<Look['cut']>, Rim> = {
	short: rim([40, 36, 24, -10, -34, -52, -58], 120),
	curly: rim([34, 30, 16, -16, -40, -54, -60], 120),
	bun: rim([46, 38, 24, 2, -18, -36, -42], 125),
	ponytail: rim([44, 36, 24, 2, -18, -36, -42], 125),
	long: rim([46, 40, 24, -30, -58, -64, -66], 130),
	bald: rim([80, 74, 50, -6, -34, -50, -56], 150)
};
/** Long hair with a fringe over the forehead. */
export const FRINGE = rim([24, 22, 12, -36, -58, -64, -66], 130);
/** Above and before it a bald head is bare. */
export const BARE = rim([-88, -84, -52, 8, 26, 30, 30], 40);
export const BEARD = rim([-24, -24, -18, -2, -60, -84, -88], -55);
export const CAP = rim([26, 25, 22, 18, 12, 8, 6], 100);
export const HELMET = rim([34, 32, 22, 4, -4, -10, -12], 105);
