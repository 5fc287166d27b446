import { interpolateRgb } from 'd3';
import { OCHRE } from '../../figure/colours';
import { slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { between, group } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { letter, measure } from '../../figure/text';
import type { Mark, SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { cells, placesOf, TONNE } from './layout';
import { BLOCKS } from './zoom';

/** The amount of energy: a gigawatt-hour becomes five hundred tonnes, then one bar among three. */
export function quantity(view: View, tonnes: number, rows: number): Layer {
	const shown = ease(tonnes, 0, 0.12);
	if (shown <= 0) return {};
	const { month, strip, bar } = placesOf(view);
	const r = mixRects(mixRects(month, strip, tonnes), bar, rows);
	const fill = interpolateRgb(interpolateRgb(OCHRE, TONNE)(ease(tonnes, 0.4, 1)), OCHRE)(rows);
	const blocks = 1 - ease(tonnes, 0, 0.6);
	const ticks = ease(tonnes, 0.8, 1) * (1 - ease(rows, 0, 0.4));
	const grid = cells(r, BLOCKS.across, BLOCKS.down);
	const width = Math.max(0.8, strip.w / 640);
	return stack(
		{ ink: [{ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill, stroke: 'ink', width: 1.6, opacity: shown }] },
		blocks > 0 && { ink: [{ type: 'shape', d: grid, stroke: 'ink', width: 0.7, opacity: 0.5 * blocks * shown }] },
		ticks > 0 && { ink: [{ type: 'shape', d: cells(strip, 100, 5), stroke: 'paper', width, opacity: ticks }] }
	);
}

/** The wrong unit struck through and the right one written over it. */
export function correction(c: SceneContext, opacity: number, struck: number, written: number): Layer {
	if (opacity <= 0) return {};
	const { free, portrait, phone } = c.view;
	const [before, wrong, after] = ['before', 'wrong', 'after'].map((key) => c.say(`slip.${key}`));
	const room = free.w - 4;
	const most = phone ? 22 : 44;
	const full = measure(`${before} ${wrong} ${after}`, most, 'grot');
	const broken = phone && portrait;
	const size = !broken && full > room ? most * (room / full) : most;
	const first = free.y + size * (broken ? 0.95 : 0.9);
	const x = broken ? free.x : free.x + measure(before, size, 'grot') + 7 + size * 0.1;
	const y = broken ? first + size * 1.12 : first;
	const w = measure(wrong, size, 'grot');
	const look = { opacity, fact: 'f08' };
	const marks = [
		letter('slip.before', 'grot', free.x, first, size, before, look),
		letter('slip.wrong', 'grot', x, y, size, wrong, look),
		letter('slip.after', 'grot', x + w + size * 0.2, y, size, after, look)
	];
	const pen = { stroke: 'solved', width: Math.max(3, size * 0.11), round: true, opacity };
	const line = between('slip.line', [x - 4, y - size * 0.26], [x - 4 + (w + 8) * struck, y - size * 0.31], pen);
	return {
		marks: [
			...marks,
			...(struck > 0 ? [line] : []),
			...(written > 0 ? writing(c, x, y, size * 1.06, written, opacity) : [])
		]
	};
}

/** The right unit, as far as the pen has come. */
function writing(c: SceneContext, x: number, y: number, size: number, written: number, opacity: number): Mark[] {
	const right = c.say('slip.right');
	const look = { italic: true, weight: 700, fill: 'solved', fact: 'f08' };
	const clip = { x: x - 6, y, w: (measure(right, size, 'news') + 26) * written, h: size * 1.7 };
	return group('slip.new', [letter('right', 'news', x, y + size * 1.12, size, right, look)], { opacity, clip });
}
