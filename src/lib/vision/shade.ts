/** What is known of cast shadows, from the foreground's pixels that are as grey ones darkened. */
export interface Shade {
	/** What shadows leave of the light: from the first of these shares to the second; equal when there are none. */
	readonly range: Float64Array;
	/** Before a frame: what was counted counts for less. */
	fade(): void;
	/** Counts pixel `i` of the foreground, which has a share of the light. Pixels come in order. */
	count(i: number, share: number): void;
	/** After a frame: its last run of pixels ends. */
	end(): void;
	/** After that: finds the range. */
	find(): void;
}

/** Shares of the light from 0.36 to 1, by which the darkening of grey pixels is counted. */
const BINS = 32;
const BIN_FROM = 0.36;
const BIN_WIDTH = 0.02;
/** Shares of the light that faint shadows leave. */
const FAINT_FROM = 0.84;
const FAINT_TO = 0.99;
/** Part by which one side of bodies must have more of such pixels than the other for there to be shadows. */
const LOPSIDED = 0.38;
/** Rows above which, as a part of the height, nothing is on the ground. */
const GROUND = 1 / 3;

/**
 * Shadows of one sun darken all ground by the same share, and fall to one side: they are the peak among the shares of
 * grey darkening. What is darker than the peak's foot is grey clothing. Blurred edges and rain are on both sides.
 */
export function createShade(width: number, height: number): Shade {
	const range = Float64Array.of(1, 1);
	const bins = new Float64Array(BINS);
	/** Pixels of faint grey darkening with a body on their left, and on their right. */
	const sides = new Float64Array(2);
	const ground = width * (1 + ((height * GROUND) | 0));
	// Of the run of faint pixels up to `last`: how long, and whether a body is on its left.
	let run = 0;
	let body = false;
	let last = 0;

	/** Ends the run; whether a body is on its right. */
	function endRun(right: boolean): void {
		if (run > 1 && last >= ground && body !== right) sides[body ? 0 : 1] += run;
		run = 0;
	}

	return {
		range,
		fade() {
			for (let k = 0; k < BINS; k++) bins[k] *= 0.98;
			sides[0] *= 0.995;
			sides[1] *= 0.995;
			last = 0;
		},
		count(i, share) {
			if (share > BIN_FROM && share < 1) bins[((share - BIN_FROM) / BIN_WIDTH) | 0] += 0.02;
			const faint = share > FAINT_FROM && share < FAINT_TO;
			const next = i === last + 1;
			if (run && !(faint && next)) endRun(next && !faint);
			if (faint && run++ === 0) body = next;
			last = i;
		},
		end() {
			endRun(false);
		},
		find() {
			let peak = 0;
			for (let k = 0; k < BINS; k++) if (bins[k] > bins[peak]) peak = k;
			range[0] = range[1] = 1;
			const more = Math.abs(sides[0] - sides[1]);
			if (more < 100 || more < LOPSIDED * (sides[0] + sides[1])) return;
			let low = peak;
			while (low > 0 && bins[low - 1] > 0.4 * bins[peak]) low--;
			range[0] = BIN_FROM + (low - 1) * BIN_WIDTH;
			range[1] = 0.99;
		}
	};
}
