import type { Camera } from '../../camera/camera';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { ease, mix, stagger } from '../../figure/motion';
import { spread } from '../../figure/spread';
import { measure } from '../../figure/text';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { brick } from './brick';
import { BRICKS, type Brick } from './data';
import { flightsOf } from './flights';
import type { Layout } from './layout';

/** `heads` stays 1 once the blocks stand over the matrix; `spread` is 0 again when they are large at the end. */
interface Moment {
	lifted: number;
	spread: number;
	heads: number;
}

/** A name: how far right of its column's middle it stands at the head, and its lines there. */
interface Name {
	x: number;
	lines: string[];
}

/** How far a name at the head of a column may stand from it, pixels. */
const ASIDE = 9;

/** Size of a name at the head of a wide stage's column. */
const headSize = (layout: Layout): number => Math.max(12, Math.min(13, layout.cells.what.w * 0.36));

/** The five blocks: each made of the thing on the square it stands for, then at the head of the matrix. */
export function blocks(c: SceneContext, layout: Layout, camera: Camera, m: Moment): Layer {
	const flights = m.lifted < 1 ? flightsOf(c, camera) : null;
	const names = headNames(c, layout);
	const phone = c.view.shape === 'phone';
	const size = phone
		? mix(13, 12, m.spread)
		: mix(Math.max(13, Math.min(19, c.view.free.w / 42)), headSize(layout), m.spread);
	return {
		marks: BRICKS.flatMap((kind, i) => {
			const t = stagger(m.lifted, i, BRICKS.length, 0.62);
			const rect = mixRects(layout.large[kind], layout.columns[kind], m.spread);
			const flight =
				flights && t > 0 && t < 1
					? flights[kind](rect, ease(t, 0.05, 0.8), ease(t, 0, 0.1) * (1 - ease(t, 0.8, 1)))
					: [];
			const opacity = ease(t, 0.7, 0.9);
			if (opacity <= 0) return flight;
			return [
				...flight,
				brick(`brick.${kind}`, kind, rect.x, rect.y, rect.w, rect.h, opacity),
				...named(c, kind, names[i], rect, size, ease(t, 0.8, 1), m)
			];
		})
	};
}

/** The name under a block, and under it on a wide stage what the block is. */
function named(c: SceneContext, kind: Brick, name: Name, rect: Rect, size: number, shown: number, m: Moment): Mark[] {
	const phone = c.view.shape === 'phone';
	const opacity = shown * (phone ? 1 - ease(m.spread, 0.5, 1) : 1);
	if (opacity <= 0) return [];
	const middle = rect.x + rect.w / 2;
	const below = rect.y + rect.h;
	// A name of two lines parts as it goes to its place at the head.
	const lines = name.lines.length < 2 || m.spread < 0.5 ? [c.say(`brick.${kind}`)] : name.lines;
	const marks = lines.map((text, n) =>
		letter(
			`name.${kind}${n || ''}`,
			'grot',
			middle + name.x * m.spread,
			below + size * 1.08 + n * size * 0.98,
			size,
			text,
			{ anchor: 'middle', halo: 'paper', weight: 700, opacity }
		)
	);
	const gloss = opacity * (1 - ease(m.heads, 0, 0.3));
	if (gloss > 0 && !phone)
		marks.push(
			letter(`gloss.${kind}`, 'news', middle, below + size * 2.2, Math.max(13, size * 0.82), c.say(`gloss.${kind}`), {
				anchor: 'middle',
				opacity: gloss,
				halo: 'paper'
			})
		);
	return marks;
}

/**
 * The names at the heads of the columns: pushed apart a little where they would touch, on two lines where that is not
 * enough.
 */
function headNames(c: SceneContext, layout: Layout): Name[] {
	const names = BRICKS.map((kind) => c.say(`brick.${kind}`));
	if (c.view.shape === 'phone') return names.map((name) => ({ x: 0, lines: [name] }));
	const wide = names.map((name) => measure(name, headSize(layout), 'grot') + 5);
	const middles = BRICKS.map((kind) => layout.columns[kind].x + layout.columns[kind].w / 2);
	const lefts = spread(
		middles.map((x, i) => x - wide[i] / 2),
		wide,
		0,
		c.view.width
	);
	const x = lefts.map((left, i) => left + wide[i] / 2 - middles[i]);
	if (x.every((d) => Math.abs(d) <= ASIDE)) return names.map((name, i) => ({ x: x[i], lines: [name] }));
	return names.map((name) => ({ x: 0, lines: name.split(' ') }));
}
