/** What is known of cast shadows, from the foreground's pixels that are as grey ones darkened. */
export interface Shade {
	/** What shadows leave of the light: from the first of these shares to the second; equal when there are none. */
	readonly range: Float64Array;
	/** How often pixels had each share of the light, of late. */
	readonly bins: Float64Array;
	/** Pixels of faint grey darkening with a body on their left, and on their right, of late. */
	readonly sides: Float64Array;
	/** Pixel from which there is ground. */
	readonly ground: number;
	/** Of the run of faint pixels up to `last`: how long, and whether a body is on its left. */
	run: number;
	body: boolean;
	last: number;
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

export const createShade = (width: number, height: number): Shade => ({
	range: Float64Array.of(1, 1),
	bins: new Float64Array(BINS),
	sides: new Float64Array(2),
	ground: width * (1 + ((height * GROUND) | 0)),
	run: 0,
	body: false,
	last: 0
});

/** Before a frame: what was counted counts for less. */
export function fade(shade: Shade): void {
	const { bins, sides } = shade;
	for (let k = 0; k < BINS; k++) bins[k] *= 0.98;
	sides[0] *= 0.995;
	sides[1] *= 0.995;
	shade.last = 0;
}

/** Counts pixel `i` of the foreground, which has a share of the light. Pixels come in order. */
export function count(shade: Shade, i: number, share: number): void {
	if (share > BIN_FROM && share < 1) shade.bins[((share - BIN_FROM) / BIN_WIDTH) | 0] += 0.02;
	const faint = share > FAINT_FROM && share < FAINT_TO;
	const next = i === shade.last + 1;
	if (shade.run && !(faint && next)) endRun(shade, next && !faint);
	if (faint && shade.run++ === 0) shade.body = next;
	shade.last = i;
}

/** Ends a run of faint pixels; whether a body is on its right. */
function endRun(shade: Shade, right: boolean): void {
	const { run, body, last, ground } = shade;
	if (run > 1 && last >= ground && body !== right) shade.sides[body ? 0 : 1] += run;
	shade.run = 0;
}

/** After a frame: its last run ends. */
export const endFrame = (shade: Shade): void => endRun(shade, false);

/**
 * After a frame: shadows of one sun darken all ground by the same share, and fall to one side. They are the peak among
 * the shares of grey darkening; what is darker than the peak's foot is grey clothing. Blurred edges and rain are on both
 * sides.
 */
export function findShade(shade: Shade): void {
	const { range, bins, sides } = shade;
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
