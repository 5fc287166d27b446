import { PERSON_HEIGHT } from '../../ground';
import type { TrackState } from '../../track';
import { NOWHERE, type Extent } from './extent';
import { ASPECT_SHELTERED, BLEED, SHELTERED, UNDER, WIDEST, type Scan } from './scan';
import type { Umbrellas } from './umbrella';

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

/** The body of somebody expected, as far as it is known: from where it was found to its box, one call after the other. */
export interface Body {
	/** Column of its middle, row of its foot, height as known, and the pixels of a metre there. To be set first. */
	x: number;
	foot: number;
	tall: number;
	scale: number;
	/** Height as seen, and whether all of it is. */
	h: number;
	whole: number;
	/** Row where its lower end puts the foot; middle of the umbrella over it, else its own. */
	bottom: number;
	axle: number;
	/** Whether both sides were seen. */
	both: number;
	/** Rows up and down: its ends where they can be seen; where not, as tall as known. */
	upright(t: number): void;
	/** What an umbrella over it says of its place and height, where no shadows are cast. */
	shelter(t: number): void;
	/** Columns: its sides where they can be seen; where not, as wide as its pace makes it. Sets the scan's box. */
	breadth(t: number, s: TrackState): void;
}

export function createBody(scan: Scan, { side, end }: Extent, { shaped, look, trunk, cloth }: Umbrellas): Body {
	const { width, height, mask, umbrellas, metres, footSheltered, box } = scan;
	const { row, scaleAt } = scan.ground;
	/** Share of people of late over whom there was an umbrella's cloth. */
	const open = new Float64Array(1);
	/** Row of the lower end. */
	let bottomRow = 0;

	const body: Body = {
		// Fractions from the start: engines then write the next ones in place.
		x: 0.5,
		foot: 0.5,
		tall: 0.5,
		scale: 0.5,
		h: 0.5,
		bottom: 0.5,
		axle: 0.5,
		whole: 0,
		both: 0,
		upright(t) {
			const { x, foot, tall } = body;
			const l = Math.max(0, Math.round(x - 0.16 * tall));
			const r = Math.min(width, Math.round(x + 0.16 * tall) + 1);
			const middle = Math.min(height - 1, Math.max(0, Math.round(foot - tall / 2)));
			const nominal = PERSON_HEIGHT * body.scale;
			const topRow = end(middle, -1, Math.round(foot - 1.5 * nominal), l, r);
			// Somebody known too short, under an umbrella's edge say, may reach down to where people look taller.
			let lowest = foot + 0.2 * tall;
			if (topRow > 0) {
				row[0] = topRow + 1.45 * nominal;
				scaleAt();
				lowest = topRow + 1.45 * PERSON_HEIGHT * row[0];
			}
			bottomRow = end(middle, 1, Math.min(height, Math.round(lowest)), l, r);
			const top = topRow + BLEED;
			// The mask has no outermost rows: who reaches them is cut by the picture's edge.
			const bottom = bottomRow >= height - 1 ? height : bottomRow - (scan.overcast ? BLEED_OVERCAST : BLEED);
			row[0] = bottomRow > 0 ? bottom : foot;
			scaleAt();
			const usual = PERSON_HEIGHT * row[0];
			const span = topRow === NOWHERE || bottomRow === NOWHERE ? 0 : bottom - top;
			const axis = Math.round(x);
			body.h = tall;
			body.whole = 0;
			if (
				span > 0.7 * usual &&
				(span < 1.2 * usual || (span < 1.5 * usual && shaped(axis, topRow, Math.round(usual), mask)))
			) {
				const cloth = span > 1.12 * usual && shaped(axis, topRow, Math.round(usual), mask) ? 1 : 0;
				umbrellas[t] += 0.2 * (cloth - umbrellas[t]);
				body.h = span;
				body.foot = bottom;
				body.whole = 1;
			} else if (bottom > foot - 0.2 * tall && bottom < foot + 0.2 * tall) body.foot = bottom;
			else if (top < foot - 0.8 * tall && top > foot - 1.2 * tall) body.foot = top + tall;
			body.bottom = bottom;
			body.axle = x;
		},
		shelter(t) {
			row[0] = body.scale;
			look(Math.round(body.x), Math.round(body.foot));
			const sure = cloth[2] > SURE;
			open[0] += 0.003 * ((sure ? 1 : 0) - open[0]);
			const sheltered = sure && open[0] > RAINY;
			if (sheltered) umbrellas[t] += 0.15 * (1 - umbrellas[t]);
			else if (!body.whole) umbrellas[t] *= 0.97;
			if (!sheltered || umbrellas[t] <= UNDER) return;
			body.axle = cloth[0] + 0.5;
			row[0] = footSheltered[Math.max(0, cloth[1])];
			scaleAt();
			const stands = body.bottom - cloth[1];
			const known = metres[t] > SHELTERED_LEAST;
			const shown = bottomRow !== NOWHERE && stands > SHELTERED_LEAST * row[0] && stands < TALLEST * row[0];
			body.foot = shown ? body.bottom : cloth[1] + (known ? metres[t] : SHELTERED) * row[0];
			body.whole = shown || !known ? 1 : 0;
			body.h = body.foot - cloth[1];
		},
		breadth(t, s) {
			const { x, foot, h } = body;
			const half = ((s.w[t] / s.h[t]) * h) / 2;
			const top = Math.max(0, Math.round(foot - h));
			const bottom = Math.min(height, Math.round(foot));
			const reach = Math.round(0.36 * h);
			const column = Math.floor(x);
			const leftColumn = side(column, -1, reach, top, bottom);
			const rightColumn = side(column, 1, reach, top, bottom);
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
			if (right - left > WIDEST * h && !shaped(Math.round(x), Math.round(foot - h), Math.round(h), mask)) {
				left = x - half;
				right = x + half;
				both = 0;
			}
			const slow = SLOW * body.scale;
			if (umbrellas[t] > UNDER) {
				const c = trunk(body.axle, foot, h);
				left = c - (ASPECT_SHELTERED / 2) * h;
				right = c + (ASPECT_SHELTERED / 2) * h;
				both = 1;
			} else if (s.vx[t] < slow && s.vx[t] > -slow) {
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
			body.both = both;
		}
	};
	return body;
}
