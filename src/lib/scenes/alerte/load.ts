import { range } from 'd3';
import { BOUNDS } from '../../centre/day';
import { AMBER } from '../../figure/colours';
import { wrap } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
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
	const people = operators * step + 8;
	const x = free.x + people;
	const w = free.w - people;
	const xs = range(operators).map((i) => free.x + step / 2 + i * step);
	const py = y + h * 0.72;
	const body = (px: number) =>
		`M${px - glyph * 0.42} ${py + glyph * 0.3}V${py + glyph * 0.06}Q${px} ${py - glyph * 0.62} ${px + glyph * 0.42} ${py + glyph * 0.06}V${py + glyph * 0.3}Z`;
	const size = phone ? 13 : 17;
	const text = c.say(minutes > 60 ? 'load.over' : 'load', { n: c.number(minutes, minutes < 10 ? 1 : 0) });
	const lines = wrap(text, size, 'news', free.w);
	return {
		ink: [
			{ type: 'shape', d: xs.map(body).join(''), fill: AMBER, opacity },
			{ type: 'dots', xyr: xs.flatMap((px) => [px, py - glyph * 0.62, glyph * 0.27]), fill: AMBER, opacity }
		],
		marks: [
			...lines.map((line, i): Mark => ({
				type: 'text',
				key: `load-${i}`,
				x: free.x,
				y: y - (phone ? 8 : 12) - (lines.length - 1 - i) * 15,
				text: line,
				size,
				font: 'news',
				fill: 'paper',
				opacity
			})),
			{ type: 'rect', key: 'load-hour', x, y, w, h, stroke: 'paper', width: 1.3, opacity },
			{ type: 'rect', key: 'load-share', x, y, w: w * Math.min(1, minutes / 60), h, fill: AMBER, opacity },
			{
				type: 'path',
				key: 'load-ticks',
				d: range(10, 60, 10)
					.map((m) => `M${(x + (w * m) / 60).toFixed(1)} ${y}v${h}`)
					.join(''),
				stroke: 'paper',
				width: 0.8,
				opacity: 0.6 * opacity
			}
		]
	};
}
