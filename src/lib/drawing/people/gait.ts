/**
 * How a body walks, as positions and not angles, so that drawing needs no trigonometry. One cycle is two steps.
 * Angles of hip, knee and foot are hand-set at eight moments of the cycle (contact, load, passing, push…), after the
 * usual key poses of a drawn walk, and interpolated to STEPS samples once.
 */
const STEPS = 64;

/** Degrees at eight moments, for a leg whose heel meets the ground at 0. */
const HIP = [24, 17, 4, -9, -21, -15, 9, 25];
const KNEE = [4, 16, 7, 4, 12, 46, 60, 26];
const FOOT = [18, 2, 0, 0, -14, -44, -22, 10];
const ELBOW = [14, 14, 16, 20, 30, 32, 24, 16];

const round = (v: number): number => Math.round(v * 1e6) / 1e6;
const radians = Math.PI / 180;

/** Smooth periodic interpolation (Catmull-Rom) of eight keys. */
function sample(keys: number[], t: number): number {
	const x = t * 8;
	const i = Math.floor(x);
	const f = x - i;
	const k = (j: number) => keys[(i + j + 16) % 8];
	const [a, b, c, d] = [k(-1), k(0), k(1), k(2)];
	return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
}

const table = (value: (t: number) => number): Float64Array =>
	Float64Array.from({ length: STEPS + 1 }, (_, i) => round(value((i % STEPS) / STEPS)));

/** Forward offset and drop below the hip, of knee and ankle, in leg lengths (thigh and shank are each 0.5). */
export const KNEE_F = table((t) => 0.5 * Math.sin(sample(HIP, t) * radians));
export const KNEE_Z = table((t) => 0.5 * Math.cos(sample(HIP, t) * radians));
export const ANKLE_F = table(
	(t) => 0.5 * (Math.sin(sample(HIP, t) * radians) + Math.sin((sample(HIP, t) - sample(KNEE, t)) * radians))
);
export const ANKLE_Z = table(
	(t) => 0.5 * (Math.cos(sample(HIP, t) * radians) + Math.cos((sample(HIP, t) - sample(KNEE, t)) * radians))
);
/** Direction of the foot from heel to toe: forward and up. */
export const TOE_F = table((t) => Math.cos(sample(FOOT, t) * radians));
export const TOE_Z = table((t) => Math.sin(sample(FOOT, t) * radians));
/** Elbow and hand from the shoulder, in arm lengths; the arm swings against the leg of its side. */
export const ELBOW_F = table((t) => 0.47 * Math.sin(-0.95 * sample(HIP, t) * radians));
export const ELBOW_Z = table((t) => 0.47 * Math.cos(-0.95 * sample(HIP, t) * radians));
export const HAND_F = table(
	(t) =>
		0.47 * Math.sin(-0.95 * sample(HIP, t) * radians) +
		0.5 * Math.sin((-0.95 * sample(HIP, t) + sample(ELBOW, t)) * radians)
);
export const HAND_Z = table(
	(t) =>
		0.47 * Math.cos(-0.95 * sample(HIP, t) * radians) +
		0.5 * Math.cos((-0.95 * sample(HIP, t) + sample(ELBOW, t)) * radians)
);

/** A table's value at a phase; any phase, one cycle is 1. */
export function gait(values: Float64Array, phase: number): number {
	const x = (phase - Math.floor(phase)) * STEPS;
	const i = x | 0;
	return values[i] + (values[i + 1] - values[i]) * (x - i);
}

const WAVE = table((t) => Math.sin(2 * Math.PI * t));

/** One swing to and fro a cycle, from -1 to 1: breath, weight, a hand that speaks. */
export const wave = (phase: number): number => gait(WAVE, phase);
