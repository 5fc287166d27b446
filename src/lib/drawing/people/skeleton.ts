/**
 * The joints of a body in its own axes, metres: forward, right and up from the ground between the feet. A joint is the
 * index of its first coordinate; of pairs the left comes first.
 */
export interface Skeleton {
	readonly joints: number[];
	/** From heel to toe, forward and up, of each foot: a unit vector. */
	readonly toeF: [number, number];
	readonly toeZ: [number, number];
	/** How far the head bows, as a sine. */
	bow: number;
}

export const HIP = 0;
export const NECK = 3;
export const HEAD = 6;
export const KNEE = [9, 12] as const;
export const ANKLE = [15, 18] as const;
export const ELBOW = [21, 24] as const;
export const HAND = [27, 30] as const;
export const SHOULDER = [33, 36] as const;
export const THIGH = [39, 42] as const;

/** Copied rather than made: a list of so few numbers costs a fraction of a typed array, and there are forty a picture. */
const NOWHERE: readonly number[] = Array.from({ length: 45 }, () => NaN);

export const createSkeleton = (): Skeleton => ({
	joints: NOWHERE.slice(),
	toeF: [1, 1],
	toeZ: [0, 0],
	bow: 0.05
});

export function place({ joints }: Skeleton, joint: number, f: number, r: number, z: number): void {
	joints[joint] = f;
	joints[joint + 1] = r;
	joints[joint + 2] = z;
}
