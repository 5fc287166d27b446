import { PERSON_HEIGHT } from '../../ground';
import type { TrackState } from '../../track';
import { end, NOWHERE, side } from './extent';
import { ASPECT_SHELTERED, BLEED, SHELTERED, UNDER, WIDEST, type Scan } from './scan';
import { look, shaped, trunk } from './umbrella';

/** The same as BLEED for feet on ground that has no shadow taken out. */
const BLEED_OVERCAST = 0.85;
/** Parts of the height by which who stands is narrower on either side than their edges seem, for a bag or a last bit of shadow. */
const HALO = 0.03;
/** Metres a frame below which somebody stands. */
const SLOW = 0.027;
/** Score of an umbrella's cloth that is enough, and the least height of whoever is under one, metres. */
const SURE = 0.75;
export const SHELTERED_LEAST = 1.85;
/** Most height that somebody is taken to have, with an umbrella. */
export const TALLEST = 2.4;
/** Share of people with an umbrella below which it does not rain, and what looks like one is none. */
const RAINY = 0.15;

// From where somebody was found to their box: the calls are made in this order.

/** Rows up and down: the body's ends where they can be seen; where not, as tall as known. */
export function upright(scan: Scan, t: number): void {
	const { width, height, mask, umbrellas, body, ground } = scan;
	const { row, scaleAt } = ground;
	const { x, foot, tall } = body;
	const l = Math.max(0, Math.round(x - 0.16 * tall));
	const r = Math.min(width, Math.round(x + 0.16 * tall) + 1);
	const middle = Math.min(height - 1, Math.max(0, Math.round(foot - tall / 2)));
	const nominal = PERSON_HEIGHT * body.scale;
	const topRow = end(scan, middle, -1, Math.round(foot - 1.5 * nominal), l, r);
	// Somebody known too short, under an umbrella's edge say, may reach down to where people look taller.
	let lowest = foot + 0.2 * tall;
	if (topRow > 0) {
		row[0] = topRow + 1.45 * nominal;
		scaleAt();
		lowest = topRow + 1.45 * PERSON_HEIGHT * row[0];
	}
	const bottomRow = end(scan, middle, 1, Math.min(height, Math.round(lowest)), l, r);
	const top = topRow + BLEED;
	// The mask has no outermost rows: who reaches them is cut by the picture's edge.
	const bottom = bottomRow >= height - 1 ? height : bottomRow - (scan.overcast ? BLEED_OVERCAST : BLEED);
	row[0] = bottomRow > 0 ? bottom : foot;
	scaleAt();
	const usual = PERSON_HEIGHT * row[0];
	const span = topRow === NOWHERE || bottomRow === NOWHERE ? 0 : bottom - top;
	body.h = tall;
	body.whole = 0;
	const sheltered =
		span > 1.12 * usual && span < 1.5 * usual && shaped(scan, Math.round(x), topRow, Math.round(usual), mask);
	if (span > 0.7 * usual && (span < 1.2 * usual || sheltered)) {
		umbrellas[t] += 0.2 * ((sheltered ? 1 : 0) - umbrellas[t]);
		body.h = span;
		body.foot = bottom;
		body.whole = 1;
	} else if (bottom > foot - 0.2 * tall && bottom < foot + 0.2 * tall) body.foot = bottom;
	else if (top < foot - 0.8 * tall && top > foot - 1.2 * tall) body.foot = top + tall;
	body.bottomRow = bottomRow;
	body.bottom = bottom;
	body.axle = x;
}

/** What an umbrella over it says of its place and height. Only where no shadows are cast. */
export function shelter(scan: Scan, t: number): void {
	const { umbrellas, body, ground, metres, footSheltered, cloth } = scan;
	const { row, scaleAt } = ground;
	row[0] = body.scale;
	look(scan, Math.round(body.x), Math.round(body.foot));
	const sure = cloth[2] > SURE;
	scan.rain += 0.003 * ((sure ? 1 : 0) - scan.rain);
	const sheltered = sure && scan.rain > RAINY;
	if (sheltered) umbrellas[t] += 0.15 * (1 - umbrellas[t]);
	else if (!body.whole) umbrellas[t] *= 0.97;
	if (!sheltered || umbrellas[t] <= UNDER) return;
	body.axle = cloth[0] + 0.5;
	row[0] = footSheltered[Math.max(0, cloth[1])];
	scaleAt();
	const stands = body.bottom - cloth[1];
	const known = metres[t] > SHELTERED_LEAST;
	const shown = body.bottomRow !== NOWHERE && stands > SHELTERED_LEAST * row[0] && stands < TALLEST * row[0];
	body.foot = shown ? body.bottom : cloth[1] + (known ? metres[t] : SHELTERED) * row[0];
	body.whole = shown || !known ? 1 : 0;
	body.h = body.foot - cloth[1];
}

/** Columns: its sides where they can be seen; where not, as wide as its pace makes it. Writes the box of a new detection. */
export function breadth(scan: Scan, t: number, s: TrackState): void {
	const { height, mask, umbrellas, body, detections: d } = scan;
	const { x, foot, h } = body;
	const half = ((s.w[t] / s.h[t]) * h) / 2;
	const top = Math.max(0, Math.round(foot - h));
	const bottom = Math.min(height, Math.round(foot));
	const reach = Math.round(0.36 * h);
	const column = Math.floor(x);
	const leftColumn = side(scan, column, -1, reach, top, bottom);
	const rightColumn = side(scan, column, 1, reach, top, bottom);
	let left = leftColumn + BLEED;
	let right = rightColumn - BLEED;
	let both = leftColumn !== NOWHERE && rightColumn !== NOWHERE ? 1 : 0;
	if (leftColumn === NOWHERE || left > x - 0.1 * h) {
		left = x - half;
		both = 0;
	}
	if (rightColumn === NOWHERE || right < x + 0.1 * h) {
		right = x + half;
		both = 0;
	}
	if (right - left > WIDEST * h && !shaped(scan, Math.round(x), Math.round(foot - h), Math.round(h), mask)) {
		left = x - half;
		right = x + half;
		both = 0;
	}
	const slow = SLOW * body.scale;
	if (umbrellas[t] > UNDER) {
		const c = trunk(scan, body.axle, foot, h);
		left = c - (ASPECT_SHELTERED / 2) * h;
		right = c + (ASPECT_SHELTERED / 2) * h;
		both = 1;
	} else if (s.vx[t] < slow && s.vx[t] > -slow) {
		const middle = (left + right) / 2;
		const most = (right - left) / 2 - HALO * h;
		left = middle - most;
		right = middle + most;
	}
	d.x[d.count] = left;
	d.y[d.count] = foot - h;
	d.w[d.count] = right - left;
	d.h[d.count] = h;
	d.score[d.count] = 1;
	body.both = both;
}
