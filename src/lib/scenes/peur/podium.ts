import { range } from 'd3';
import { BLUE, CARD, CREAM, DARK, STEEL, YELLOW, ZINC } from '../../figure/colours';
import { drawn, oval, place, slab } from '../../figure/inks';
import { letter, letters, measure, rows, wrap } from '../../figure/text';
import { ease, stagger } from '../../figure/motion';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { WORRIES } from './data';
import { floor, PAINT } from './layout';

/** What the podium ranks, and after whom. */
export function heading(c: SceneContext, risen: number, parted: number): Layer {
	if (risen <= 0 || parted >= 1) return {};
	const { free, phone } = c.view;
	const size = phone ? 17 : Math.min(34, free.w / 26);
	const told = ease(risen, 0.5, 0.9) * (1 - ease(parted, 0, 0.3));
	const lines = wrap(c.say('title'), size, 'grot', free.w);
	const below = free.y + size * 0.85 + lines.length * size * 1.1 + (phone ? 0 : 4);
	const look = { opacity: told, fact: 'c39' };
	const source = { opacity: told, fill: 'muted', fact: 'f18', leading: 1.25 };
	return {
		marks: [
			...rows('title.', 'grot', free.x, free.y + size * 0.85, size, lines, size * 1.1, look),
			...letters('title.by', 'mono', free.x, below, phone ? 12 : 14, c.say('by'), free.w, source)
		]
	};
}

/** Left edge, height and width of each worry's block, as shares of the free part, in the order of their ranks. */
const BLOCKS: [x: number, h: number, w: number][] = [
	[0.37, 0.3, 0.26],
	[0.11, 0.2, 0.26],
	[0.63, 0.12, 0.26]
];

/** The three worries: a block of stone each, the last first, what stands for it on top, its rank. */
export function podium(c: SceneContext, risen: number, parted: number): Layer {
	const up = 1 - ease(parted, 0.1, 0.9);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	if (risen <= 0 || up <= 0) return {};
	const { free, phone } = c.view;
	const foot = floor(c.view);
	for (const i of [1, 0, 2]) {
		const [x, full, w] = BLOCKS[i];
		const come = stagger(risen, [2, 1, 0][i], 3, 0.5) * up;
		const h = full * free.h * come;
		if (h < 2) continue;
		const r: Rect = { x: free.x + x * free.w, y: foot - h, w: w * free.w, h };
		const deep = Math.min(phone ? 12 : 26, r.w * 0.14);
		ink.push(...block(r, deep, WORRIES[i].colour));
		const size = (phone ? 0.16 : 0.17) * free.h * Math.min(1, 1.5 * come);
		ink.push(...thing(WORRIES[i].key, r.x + (r.w + deep) / 2, r.y - deep * 0.25, size));
		marks.push(...ranked(c, i, r, full * free.h, ease(come, 0.5, 0.9)));
	}
	return { ink, marks };
}

/** A block of stone: its top, its side, its front. */
function block(r: Rect, d: number, front: string): Ink[] {
	return [
		drawn(`M${r.x} ${r.y}l${d} ${-d * 0.6}h${r.w}l${-d} ${d * 0.6}Z`, CARD, 1.7),
		drawn(`M${r.x + r.w} ${r.y}l${d} ${-d * 0.6}v${r.h}l${-d} ${d * 0.6}Z`, PAINT.side, 1.7),
		drawn(slab(r.x, r.y, r.w, r.h), front, 1.7)
	];
}

/** The rank and the name of a worry, on its block `full` pixels high once risen. */
function ranked(c: SceneContext, i: number, r: Rect, full: number, opacity: number): Mark[] {
	const { key, rank } = WORRIES[i];
	const { phone } = c.view;
	const big = Math.min(phone ? 32 : 80, full * 0.5);
	const name = c.say(`worry.${key}`);
	const s = Math.max(12, Math.min(phone ? 15 : 28, (r.w - 8) / measure(name, 1, 'grot'), full * 0.34));
	const x = r.x + r.w / 2;
	const y = r.y + big * 0.92;
	const look = { anchor: 'middle', opacity, fact: 'c39' } as const;
	return [
		letter(`rank.${key}`, 'grot', x, y, big, String(rank), look),
		letter(`name.${key}`, 'grot', x, y + s * 1.05, s, name, look)
	];
}

/** A part of a thing in hundredths of its height, standing on the origin; its line's width in pixels. */
type Part = [d: string, fill: string, width?: number, look?: Parameters<typeof drawn>[3]];

const SLATS = range(1, 8).map((i) => `M-44 ${-74 + i * 9}L44 ${-74 + i * 9}`);
/** A shop whose shutter is down. */
const SHOP: Part[] = [
	[slab(-52, -100, 104, 100), PAINT.plaster],
	[slab(-44, -74, 88, 74), ZINC],
	[SLATS.join(''), 'none', 1],
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
const thing = (worry: string, x: number, y: number, h: number): Ink[] =>
	PARTS[worry](h).map(([d, ...paint]) => drawn(place(d, x, y, h / 100), ...paint));
