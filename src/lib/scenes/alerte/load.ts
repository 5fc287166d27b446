import { range } from 'd3';
import { BOUNDS } from '../../centre/day';
import { AMBER } from '../../figure/colours';
import { busts } from '../../figure/busts';
import { path } from '../../figure/marks';
import { rows } from '../../figure/rows';
import { wrap } from '../../figure/text';
import type { SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';

/** An hour of one operator on duty, and how much of it goes to sorting alerts. */
export function load(c: SceneContext, operators: number, minutes: number, top: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	const { free, shape } = c.view;
	const phone = shape === 'phone';
	const h = phone ? 12 : 20;
	const y = top + (phone ? 24 : 40);
	const glyph = phone ? 10 : 15;
	const step = Math.min(glyph * 1.5, (free.w * 0.4) / BOUNDS.operators.most);
	const taken = operators * step + 8;
	const x = free.x + taken;
	const w = free.w - taken;
	const people = range(operators).map((i): [number, number] => [free.x + step / 2 + i * step, y + h * 0.72]);
	const size = phone ? 13 : 17;
	const text = c.say(minutes > 60 ? 'load.over' : 'load', { n: c.number(minutes, minutes < 10 ? 1 : 0) });
	const lines = wrap(text, size, 'news', free.w);
	const look = { fill: 'paper', opacity };
	return {
		ink: busts(people, glyph, AMBER, opacity),
		marks: [
			...rows('load-', 'news', free.x, y - (phone ? 8 : 12) - (lines.length - 1) * 15, size, lines, 15, look),
			{ type: 'rect', key: 'load-hour', x, y, w, h, stroke: 'paper', width: 1.3, opacity },
			{ type: 'rect', key: 'load-share', x, y, w: w * Math.min(1, minutes / 60), h, fill: AMBER, opacity },
			path(
				'load-ticks',
				range(10, 60, 10)
					.map((m) => `M${(x + (w * m) / 60).toFixed(1)} ${y}v${h}`)
					.join(''),
				{ stroke: 'paper', width: 0.8, opacity: 0.6 * opacity }
			)
		]
	};
}
