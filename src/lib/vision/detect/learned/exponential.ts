/** 1 over the logarithm of 2, and that logarithm in two parts: the first times a small whole number is exact. */
const PER_LOG2 = 1.4426950408889634;
const LOG2_HIGH = 0.693147180369123816;
const LOG2_LOW = 1.9082149292705877e-10;
/** Beyond this it is given for this. */
const MOST = 40;
/** Powers of 2 from -64 to 64. */
const POWERS = new Float64Array(129);
POWERS[64] = 1;
for (let k = 1; k <= 64; k++) {
	POWERS[64 + k] = POWERS[63 + k] * 2;
	POWERS[64 - k] = POWERS[65 - k] / 2;
}

/** e to the power of x by its Taylor polynomial; Math.exp differs between engines. Relative error below 1e-13. */
export function exponential(x: number): number {
	const clamped = x < -MOST ? -MOST : x > MOST ? MOST : x;
	const k = Math.round(clamped * PER_LOG2);
	const r = clamped - k * LOG2_HIGH - k * LOG2_LOW;
	let sum = 1;
	for (let n = 12; n > 0; n--) sum = 1 + (sum * r) / n;
	return sum * POWERS[64 + k];
}
