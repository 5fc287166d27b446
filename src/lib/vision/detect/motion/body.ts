import { PERSON_HEIGHT } from '../../types';
import type { TrackState } from '../../track';
import { box } from './claim';
import { end, side } from './extent';
import {
	ASPECT_SHELTERED,
	AXLE,
	BLEED,
	BLEED_OVERCAST,
	BOTTOM,
	BOTTOM_ROW,
	FOOT,
	H,
	HALO,
	NOWHERE,
	RAINY,
	SCALE,
	SHELTERED,
	SHELTERED_LEAST,
	SLOW,
	SURE,
	TALL,
	TALLEST,
	UNDER,
	WHOLE,
	WIDEST,
	X
} from './measures';
import { body, type Scan } from './scan';
import { cloth, look, shaped, trunk } from './umbrella';

// From where somebody was found to their box: the calls are made in this order.

/** Rows up and down: the body's ends where they can be seen; where not, as tall as known. */
export function upright(scan: Scan, t: number): void {
	const { width, height, mask, umbrellas, ground } = scan;
	const { row, scaleAt } = ground;
	const x = body[X];
	const foot = body[FOOT];
	const tall = body[TALL];
	const l = Math.max(0, Math.round(x - 0.16 * tall));
	const r = Math.min(width, Math.round(x + 0.16 * tall) + 1);
	const middle = Math.min(height - 1, Math.max(0, Math.round(foot - tall / 2)));
	const nominal = PERSON_HEIGHT * body[SCALE];
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
	body[H] = tall;
	body[WHOLE] = 0;
	const sheltered =
		span > 1.12 * usual && span < 1.5 * usual && shaped(scan, Math.round(x), topRow, Math.round(usual), mask);
	if (span > 0.7 * usual && (span < 1.2 * usual || sheltered)) {
		umbrellas[t] += 0.2 * ((sheltered ? 1 : 0) - umbrellas[t]);
		body[H] = span;
		body[FOOT] = bottom;
		body[WHOLE] = 1;
	} else if (bottom > foot - 0.2 * tall && bottom < foot + 0.2 * tall) body[FOOT] = bottom;
	else if (top < foot - 0.8 * tall && top > foot - 1.2 * tall) body[FOOT] = top + tall;
	body[BOTTOM_ROW] = bottomRow;
	body[BOTTOM] = bottom;
	body[AXLE] = x;
}

/** What an umbrella over it says of its place and height. Only where no shadows are cast. */
export function shelter(scan: Scan, t: number): void {
	const { umbrellas, ground, metres, footSheltered } = scan;
	const { row, scaleAt } = ground;
	row[0] = body[SCALE];
	look(scan, Math.round(body[X]), Math.round(body[FOOT]));
	const sure = cloth[2] > SURE;
	scan.rain += 0.003 * ((sure ? 1 : 0) - scan.rain);
	const sheltered = sure && scan.rain > RAINY;
	if (sheltered) umbrellas[t] += 0.15 * (1 - umbrellas[t]);
	else if (!body[WHOLE]) umbrellas[t] *= 0.97;
	if (!sheltered || umbrellas[t] <= UNDER) return;
	body[AXLE] = cloth[0] + 0.5;
	row[0] = footSheltered[Math.max(0, cloth[1])];
	scaleAt();
	const stands = body[BOTTOM] - cloth[1];
	const known = metres[t] > SHELTERED_LEAST;
	const shown = body[BOTTOM_ROW] !== NOWHERE && stands > SHELTERED_LEAST * row[0] && stands < TALLEST * row[0];
	body[FOOT] = shown ? body[BOTTOM] : cloth[1] + (known ? metres[t] : SHELTERED) * row[0];
	body[WHOLE] = shown || !known ? 1 : 0;
	body[H] = body[FOOT] - cloth[1];
}

/**
 * Columns: its sides where they can be seen; where not, as wide as its pace makes it. Writes the box of a new detection;
 * returns whether both sides were seen.
 */
export function breadth(scan: Scan, t: number, s: TrackState): number {
	const { height, mask, umbrellas } = scan;
	const x = body[X];
	const foot = body[FOOT];
	const h = body[H];
	const half = ((s.w[t] / s.h[t]) * h) / 2;
	const top = Math.max(0, Math.round(foot - h));
	const bottom = Math.min(height, Math.round(foot));
	const reach = Math.round(0.36 * h);
	const column = Math.floor(x);
	const leftColumn = side(scan, column, -1, reach, top, bottom);
	const rightColumn = side(scan, column, 1, reach, top, bottom);
	let left = leftColumn + BLEED;
	let right = rightColumn - BLEED;
	let both = 1;
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
	const slow = SLOW * body[SCALE];
	if (umbrellas[t] > UNDER) {
		const c = trunk(scan, body[AXLE], foot, h);
		left = c - (ASPECT_SHELTERED / 2) * h;
		right = c + (ASPECT_SHELTERED / 2) * h;
		both = 1;
	} else if (Math.abs(s.vx[t]) < slow) {
		const middle = (left + right) / 2;
		const most = (right - left) / 2 - HALO * h;
		left = middle - most;
		right = middle + most;
	}
	box[0] = left;
	box[1] = foot - h;
	box[2] = right - left;
	box[3] = h;
	box[4] = 1;
	return both;
}
