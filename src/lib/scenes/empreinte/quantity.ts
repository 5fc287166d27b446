import { interpolateRgb } from 'd3';
import { mixRects } from '../../figure/inset';
import { ease } from '../../figure/motion';
import { OCHRE } from '../../figure/colours';
import { slab } from '../../figure/inks';
import type { View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { BLOCKS } from './zoom';
import { cells, placesOf, TONNE } from './layout';

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
