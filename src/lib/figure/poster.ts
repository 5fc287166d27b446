import { GROUND } from '../drawing/palette';
import type { Ink, Rect, View } from '../picture/frame';
import { drawn, place, slab } from './inks';
import { CREAM, DARK, LIGHT, ZINC } from './colours';

/** A promise's country: a sky without a cloud, hills from far to near, trees darker than any of them. */
const SKY = '#DCE6E4';
const HILLS = ['#CBD6C2', '#B7C6A9', '#9DB58F', '#88A57B'] as const;
const LEAVES = '#6F8F63';

/** The poster's own units: its drawing is 100 by 128 of them, stretched to its rectangle. */
export const POSTER = { w: 100, h: 128 };
/** Middle and radius of its sun, in those units; the radius is across. */
export const SUN = { x: 66, y: 15, r: 7.5 };
/** The road from the front to the hills. */
const ROAD = 'M38 128Q62 112 46 94Q30 80 50 66Q66 54 52 37';

/** Where the poster hangs on a stage. */
export function posterRect({ free, portrait, width }: View): Rect {
	const small = portrait || width < 700;
	const h = small ? free.h - 12 : Math.min(free.h - 30, 720);
	const w = Math.min(free.w, h * (small ? 1.02 : 1.08));
	return { x: free.x + (free.w - w) / 2, y: free.y + 6, w, h };
}

/** A quarter of a rectangle: 0 top left, 1 top right, 2 and 3 under them. */
export const quarter = (r: Rect, i: number): Rect => ({
	x: r.x + ((i % 2) * r.w) / 2,
	y: r.y + (Math.floor(i / 2) * r.h) / 2,
	w: r.w / 2,
	h: r.h / 2
});

/** The rectangle of the whole poster whose quarter `i` fills `r`. */
export const wholeOf = (r: Rect, i: number): Rect => ({
	x: r.x - (i % 2) * r.w,
	y: r.y - Math.floor(i / 2) * r.h,
	w: r.w * 2,
	h: r.h * 2
});

/** A point of the poster's units on the stage. */
export const onPoster = (r: Rect, x: number, y: number): [number, number] => [
	r.x + (x * r.w) / POSTER.w,
	r.y + (y * r.h) / POSTER.h
];

/** Green hills, a road, a camera on its arm before the sun; `sun` false leaves the sun out. */
export function landscapeInk(r: Rect, clip: Rect, opacity = 1, sun = true): Ink[] {
	const out: Ink[] = [];
	const u = r.w / POSTER.w;
	const tall = r.h / POSTER.h;
	const put = (d: string, fill: string, stroke = 'ink') =>
		out.push({ type: 'shape', d: place(d, r.x, r.y, u, tall), fill, stroke, width: 1.4, clip, opacity });
	put(slab(0, 0, POSTER.w, POSTER.h), SKY, 'none');
	if (sun) out.push(...sunInk(...onPoster(r, SUN.x, SUN.y), SUN.r * u, clip, opacity));
	put('M0 36Q18 24 34 33Q52 22 70 32Q86 26 100 30L100 60L0 60Z', HILLS[0]);
	put('M0 42Q25 27 52 37Q80 47 100 33L100 128L0 128Z', HILLS[1]);
	put('M0 76Q30 62 60 71Q84 79 100 67L100 128L0 128Z', HILLS[2]);
	put('M0 106Q40 95 100 104L100 128L0 128Z', HILLS[3]);
	const road = place(ROAD, r.x, r.y, u, tall);
	const wide = 5.4 * Math.min(u, tall);
	out.push({ type: 'shape', d: road, fill: 'none', stroke: 'ink', width: wide + 2.6, clip, opacity });
	out.push({ type: 'shape', d: road, fill: 'none', stroke: GROUND, width: wide, clip, opacity });
	// Trees on the hills: all trunks, then all crowns.
	let trunks = '';
	let leaves = '';
	for (const [px, py, s] of TREES) {
		const [x, y] = onPoster(r, px, py);
		const size = s * Math.min(u, tall);
		trunks += `M${x.toFixed(1)} ${y.toFixed(1)}v${(-2.2 * size).toFixed(1)}`;
		leaves += round(x, y - 3.1 * size, 1.6 * size);
	}
	out.push({ type: 'shape', d: trunks, stroke: 'ink', width: 1.4, clip, opacity });
	out.push({ type: 'shape', d: leaves, fill: LEAVES, stroke: 'ink', width: 1.2, clip, opacity });
	out.push(drawn(place('M92 36L92 8L84 8', r.x, r.y, u, tall), 'none', 2.4, { clip, opacity }));
	put('M67 7L83 3.6L85 11L69 14.4Z', CREAM);
	put('M67 7L83 3.6L83.8 6.4L67.8 9.8Z', ZINC);
	put('M66 8L67.4 7.7L68.8 13.2L67.4 13.5Z', DARK);
	return out;
}

const TREES: [number, number, number][] = [
	[84, 47, 1.6],
	[90, 52, 2],
	[79, 53, 1.8],
	[16, 72, 1.8],
	[23, 69, 1.5],
	[90, 82, 2.4],
	[82, 86, 2],
	[12, 118, 2.8],
	[22, 123, 2.2],
	[92, 120, 2.6]
];

const round = (x: number, y: number, r: number): string =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** A flat sun with its outline. */
export const sunInk = (x: number, y: number, r: number, clip?: Rect, opacity = 1): Ink[] => [
	drawn(round(x, y, r), LIGHT, 1.4, { clip, opacity })
];
