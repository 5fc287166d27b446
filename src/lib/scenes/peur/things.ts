import { range } from 'd3';
import { drawn } from '../../figure/inks';
import { STEEL } from '../../figure/metals';
import { BLUE, CREAM, DARK, YELLOW, ZINC } from '../../figure/colours';
import { oval, place, slab } from '../../figure/place';
import type { Ink } from '../../picture/frame';
import { PAINT } from './layout';

/** A part of a thing in hundredths of its height, standing on the origin; its line's width in pixels. */
type Part = [d: string, fill: string, width?: number, look?: Parameters<typeof drawn>[3]];

/** A shop whose shutter is down. */
const SHOP: Part[] = [
	[slab(-52, -100, 104, 100), PAINT.plaster],
	[slab(-44, -74, 88, 74), ZINC],
	[
		range(1, 8)
			.map((i) => `M-44 ${-74 + i * 9}L44 ${-74 + i * 9}`)
			.join(''),
		'none',
		1
	],
	['M-56 -100L56 -100L60 -78L-60 -78Z', CREAM],
	['M-34 -100L-36 -78L-12 -78L-11 -100ZM12 -100L13 -78L36 -78L34 -100Z', BLUE, 1],
	[slab(-6, -8, 12, 4), DARK, 1]
];

/** An empty pan on a stove. */
const PAN: Part[] = [
	[slab(-40, -52, 80, 52), CREAM],
	[slab(-30, -38, 60, 30, 3), PAINT.oven],
	[[-24, -8, 8, 24].map((x) => oval(x, -45, 3.4)).join(''), DARK, 0.8],
	['M-30 -58L-27 -80L27 -80L30 -58Q0 -52 -30 -58Z', ZINC],
	[oval(0, -80, 27, 6), PAINT.iron],
	['M27 -76L52 -84', 'none', 4.4]
];

/** A bicycle rack with a lock, cut: the bicycle is gone. Its tubes are as thick as it is high. */
function rack(h: number): Part[] {
	const hoop = 'M-34 0L-34 -48C-34 -78 34 -78 34 -48L34 0';
	const chain = 'M-34 -34C-52 -30 -56 -8 -40 -3M-34 -34C-20 -34 -10 -20 -14 -6';
	const tube = (d: string, outer: number, inner: number, colour: string): Part[] => [
		[d, 'none', outer * h, { round: true }],
		[d, 'none', inner * h, { stroke: colour, round: true }]
	];
	return [
		...tube(hoop, 0.09, 0.055, STEEL),
		...tube(chain, 0.07, 0.036, YELLOW),
		[slab(-22, -16, 18, 16, 3), YELLOW, 1.6, { round: true }]
	];
}

const PARTS: Record<string, (h: number) => Part[]> = { jobs: () => SHOP, poverty: () => PAN, crime: rack };

/** What stands for a worry: drawn standing at (x, y), `h` high. */
export const thing = (worry: string, x: number, y: number, h: number): Ink[] =>
	PARTS[worry](h).map(([d, ...paint]) => drawn(place(d, x, y, h / 100), ...paint));
