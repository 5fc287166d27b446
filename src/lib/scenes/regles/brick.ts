import { box, path } from '../../figure/marks';
import type { Mark, Rect } from '../../picture/frame';
import type { Brick } from './data';
import { COLOURS } from './layout';

const disc = (x: number, y: number, r: number) =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** What each block looks at, on a square of 20 around its middle: filled shapes, then lines. */
const GLYPH: Record<Brick, { fill?: string; line?: string }> = {
	what: { fill: `${disc(0, -4.4, 3.6)}M-7.4 8Q-7.4 0.6 0 0.6Q7.4 0.6 7.4 8Z` },
	where: { line: 'M-9.4 7L-5.4 -6.4H5.4L9.4 7Z' },
	clock: { line: `${disc(0, 0, 8)}M0 -5V0L3.8 2.6` },
	count: { fill: disc(-7, 3, 2.6) + disc(0, 3, 2.6) + disc(7, 3, 2.6) + disc(-3.5, -3.6, 2.6) + disc(3.5, -3.6, 2.6) },
	who: {
		fill: disc(-4.6, -1.6, 2.2),
		line: 'M-10 -7H10V7H-10ZM-8 4.6Q-8 1.4 -4.6 1.4Q-1.2 1.4 -1.2 4.6M2 -2.6H7.6M2 1.4H7.6'
	}
};

const kept = new Map<string, Mark[]>();

/** A toy block with its glyph, its body `w` by `h` with the top left at (x, y); the studs stand above. */
export function brick(key: string, kind: Brick, x: number, y: number, w: number, h: number, opacity = 1): Mark {
	const W = Math.round(w * 2) / 2;
	const H = Math.round(h * 2) / 2;
	const name = `${kind}/${W}/${H}`;
	let children = kept.get(name);
	if (!children) {
		if (kept.size > 240) kept.clear();
		kept.set(name, (children = parts(kind, W, H)));
	}
	return { type: 'group', key, x, y, opacity, children };
}

function parts(kind: Brick, w: number, h: number): Mark[] {
	const width = h > 30 ? 1.6 : h > 13 ? 1.3 : 1;
	const paint = { fill: COLOURS[kind], stroke: 'ink', width };
	const stud = h * 0.17;
	const sw = w * 0.2;
	const studs = `M${w * 0.18} 0V${-stud}H${w * 0.18 + sw}V0M${w * 0.82 - sw} 0V${-stud}H${w * 0.82}V0`;
	const body = box('body', { x: 0, y: 0, w, h }, { r: Math.min(2, h / 8), ...paint });
	const block = [path('studs', studs, paint), body];
	if (h < 13) return block;
	const scale = (h / 20) * 0.72;
	const { fill, line } = GLYPH[kind];
	const children: Mark[] = [];
	if (fill) children.push(path('f', fill, { fill: 'paper' }));
	if (line) children.push(path('l', line, { stroke: 'paper', width: Math.max(1.2, width) / scale, round: true }));
	return [...block, { type: 'group', key: 'glyph', x: w / 2, y: h / 2, scale, children }];
}

/** A line of ink round what is spoken of. */
export const outline = (key: string, { x, y, w, h }: Rect, width: number, opacity?: number, r?: number): Mark =>
	box(key, { x, y, w, h }, { r, stroke: 'ink', width, opacity });

/** A rule of ink from one point to another. */
export const rule = (
	key: string,
	[x1, x2]: [number, number],
	[y1, y2]: [number, number],
	width: number,
	opacity: number,
	dash?: string
): Mark => ({ type: 'line', key, x1, x2, y1, y2, stroke: 'ink', width, opacity, dash });
