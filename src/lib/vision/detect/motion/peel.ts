import { PERSON_HEIGHT } from '../../types';
import { box, claim } from './claim';
import { ASPECT, ASPECT_SHELTERED, ENOUGH, MOST_PEELED, SHELTERED } from './measures';
import type { Scan } from './scan';
import { shaped } from './umbrella';

/** Column, foot and height in eighths of a pixel of the best so far, and whether it has the shape of an umbrella. */
const best = new Int32Array(4);
/** What `plausible` found. */
const share = new Float64Array(1);

/**
 * Takes people out of component `c` one by one, the best explained first: one box for the whole of it would merge those
 * who walk side by side.
 */
export function peel(scan: Scan, c: number): void {
	const { blobs, cloths } = scan;
	for (let k = 0; k < MOST_PEELED; k++) {
		outline(scan, c);
		if (!search(scan, blobs.left[c], blobs.right[c])) return;
		const h = best[2] / 8;
		const cloth = best[3];
		const w = h * (cloth ? ASPECT_SHELTERED : ASPECT);
		box[0] = best[0] + 0.5 - w / 2;
		box[1] = best[1] - h;
		box[2] = w;
		box[3] = h;
		box[4] = 0.6;
		cloths[claim(scan, -1, cloth === 1)] = cloth;
	}
}

/**
 * How well somebody new at column `column` and row `foot`, `eighths` of a pixel tall, explains what is left: the
 * foreground over the part of their middle that nobody known covers, or 0 where too little of them, or nothing of
 * their head and shoulders, could be seen. Into `share`.
 */
function plausible({ width, height, owner, rest }: Scan, column: number, foot: number, eighths: number): void {
	const x = column + 0.5;
	const tall = eighths / 8;
	share[0] = 0;
	const l = Math.max(0, Math.round(x - 0.13 * tall));
	const r = Math.min(width, Math.max(l + 1, Math.round(x + 0.13 * tall)));
	const t = Math.max(0, Math.round(foot - tall));
	const b = Math.min(height, Math.round(foot));
	const neck = Math.round(foot - 0.65 * tall);
	let open = 0;
	let inside = 0;
	let head = 0;
	let above = 0;
	let shown = 0;
	const knees = Math.round(foot - 0.25 * tall);
	for (let v = t; v < b; v++) {
		if (v === knees) {
			above = inside;
			shown = open;
		}
		for (let at = v * width + l, end = v * width + r; at < end; at++) {
			if (owner[at]) continue;
			open++;
			inside += rest[at];
		}
		if (v === neck) head = inside;
	}
	const whole = 0.26 * tall * tall;
	if (open < 0.35 * whole || head < 0.13 * whole) return;
	// Legs that nobody hides and that are not there.
	if (open - shown > 0.6 * (b - knees) * (r - l) && inside - above < 0.12 * (open - shown)) return;
	share[0] = inside / open;
}

/** Tops and bottoms of the columns of what is left of component `c`. */
function outline({ width, blobs, labels, rest, top, bottom }: Scan, c: number): void {
	const l = blobs.left[c];
	const r = blobs.right[c];
	top.fill(-1, l, r);
	for (let y = blobs.top[c], b = blobs.bottom[c]; y < b; y++)
		for (let x = l, at = y * width + l; x < r; x++, at++) {
			if (!rest[at] || labels[at] !== c + 1) continue;
			if (top[x] < 0) top[x] = y;
			bottom[x] = y + 1;
		}
}

/** Looks at every column between `l` and `r` for the person best explained, into `best`; whether there is one. */
function search(scan: Scan, l: number, r: number): boolean {
	const { height, rest, top, bottom, footUnder, footSheltered } = scan;
	const { scale } = scan.ground;
	let most = ENOUGH;
	for (let x = l; x < r; x++) {
		if (top[x] < 0) continue;
		// By the head, by the foot, by both where one column shows both, and by an umbrella: the last two are worth more.
		for (let way = 0; way < 4; way++) {
			let f = way ? bottom[x] : footUnder[top[x]];
			if (way === 3) {
				f = footSheltered[top[x]];
				if (f >= height || !shaped(scan, x, top[x], Math.round(PERSON_HEIGHT * scale[f]), rest)) continue;
			}
			const nominal = PERSON_HEIGHT * scale[f > height ? height : f];
			let high = Math.round(way === 3 ? 8 * SHELTERED * scale[f] : 8 * nominal);
			if (way === 2) {
				const seen = f - top[x];
				if (seen < 0.8 * nominal || seen > 1.45 * nominal) continue;
				if (seen > 1.2 * nominal && !shaped(scan, x, top[x], Math.round(nominal), rest)) continue;
				high = 8 * seen;
			}
			plausible(scan, x, f, high);
			const part = share[0] + (way > 1 ? 0.2 : 0);
			// Where nothing is open, its share is no number.
			if (!(part > most)) continue;
			most = part;
			best[0] = x;
			best[1] = f;
			best[2] = high;
			best[3] = way === 3 || (way === 2 && high > 9.6 * nominal) ? 1 : 0;
		}
	}
	return most > ENOUGH;
}
