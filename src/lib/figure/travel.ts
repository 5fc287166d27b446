import type { Pose } from '../camera/camera';

/** A pose and when it is reached, 0 to 1. */
export type Key = readonly [at: number, pose: Pose];

/**
 * A camera's way through poses without stopping at any: cubic Hermite curves whose slopes at the keys are those of the
 * neighbours (Catmull and Rom, 1974, for keys unevenly apart), at rest at both ends. Keys in rising order, two at least.
 */
export function travel(keys: readonly Key[], t: number): Pose {
	const last = keys.length - 1;
	if (t <= keys[0][0]) return keys[0][1];
	if (t >= keys[last][0]) return keys[last][1];
	let i = 0;
	while (keys[i + 1][0] <= t) i++;
	const [ta, a] = keys[i];
	const [tb, b] = keys[i + 1];
	const step = tb - ta;
	const u = (t - ta) / step;
	const before = keys[i - 1];
	const after = keys[i + 2];
	const value = (of: keyof Pose): number => {
		const slopeA = before ? (b[of] - before[1][of]) / (tb - before[0]) : 0;
		const slopeB = after ? (after[1][of] - a[of]) / (after[0] - ta) : 0;
		const v = 1 - u;
		return v * v * (1 + 2 * u) * a[of] + u * u * (3 - 2 * u) * b[of] + step * u * v * (v * slopeA - u * slopeB);
	};
	return {
		x: value('x'),
		y: value('y'),
		z: value('z'),
		tilt: Math.max(0, Math.min(1, value('tilt'))),
		focal: value('focal'),
		horizon: value('horizon')
	};
}
