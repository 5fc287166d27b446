import { axisAcross } from '../../figure/axis';
import { letter, measure, wrap } from '../../figure/text';
import { across, box, down } from '../../figure/marks';
import { mix, span, stagger } from '../../figure/motion';
import type { Mark, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import { AID_PER_CAMERA, COSTS } from './data';
import { axis, rowsOf, SKY, UMBER } from './layout';

/** Sizes of the chart: its words, its numbers, how thick its bars are. */
const sizesOf = (view: View) =>
	view.phone
		? { words: 12.5, numbers: 12, thick: 13 }
		: isLow(view)
			? { words: 15, numbers: 13, thick: 15 }
			: { words: 17, numbers: 14, thick: 20 };

/** What is written on rows, on the sky. */
const hand = (view: View) => ({ font: 'news' as const, size: sizesOf(view).words, halo: SKY });

/** Title and axis. */
export function heading(c: SceneContext, opacity: number): Mark[] {
	const { phone } = c.view;
	const x = axis(c.view);
	const { head, first, end } = rowsOf(c.view);
	const size = phone ? 18 : 28;
	return [
		...wrap(c.say('chart.title'), size, 'grot', c.view.free.w - 10).map((text, i): Mark => {
			const y = head + i * size * 1.1 - (phone ? 4 : 8);
			return letter(`chart-title${i}`, 'grot', x(0), y, size, text, { weight: 500, opacity });
		}),
		...axisAcross('tick', {
			values: x.ticks(4),
			at: x,
			say: (v) => (v === 0 ? '0' : c.say('price', { n: c.number(v) })),
			lines: { from: first + sizesOf(c.view).thick, to: end, stroke: 'ink', width: 1, opacity: 0.2 * opacity },
			words: {
				at: end + 17,
				size: phone ? 12 : 13,
				look: (v) => ({ weight: 500, anchor: v === 0 ? 'start' : 'middle', halo: SKY, opacity })
			}
		})
	];
}

/** What the ribbon has become: the State's part, and `t` of the line that carries its end down past the prices. */
export function aid(c: SceneContext, opacity: number, t: number): Mark[] {
	const { phone } = c.view;
	const { words, numbers, thick } = sizesOf(c.view);
	const { first, end } = rowsOf(c.view);
	const x = axis(c.view);
	const [left, right] = [x(0), x(AID_PER_CAMERA)];
	const middle = first + thick / 2;
	const y = first + thick + (phone ? 8 : 12);
	const name = c.say('aid.name');
	const value = c.say('aid.value', { euros: c.number(Math.round(AID_PER_CAMERA)) });
	const valueX = left + measure(name, words, 'news') + (phone ? 8 : 14);
	return [
		down('aid-end', right, middle, mix(middle, end, t), { stroke: UMBER, width: 2, dash: '5 5', opacity }),
		{ type: 'text', key: 'aid-name', x: left, y, text: name, ...hand(c.view), weight: 600, opacity },
		letter('aid-value', 'mono', valueX, y, numbers, value, { halo: SKY, opacity, fact: 'f01' })
	];
}

/** Four estimates of the price of one camera, one after the other down out of the ribbon each is a length of. */
export const prices = (c: SceneContext, t: number): Mark[] =>
	COSTS.flatMap((cost, i) => price(c, cost, i + 1, stagger(t, i, COSTS.length, 0.5)));

function price(c: SceneContext, { key, low, high, fact }: (typeof COSTS)[number], row: number, come: number): Mark[] {
	if (come <= 0) return [];
	const { numbers, thick } = sizesOf(c.view);
	const { free, phone } = c.view;
	const rows = rowsOf(c.view);
	const x = axis(c.view);
	const [left, a, b] = [x(0), x(low), x(high)];
	const y = mix(rows.first, rows.first + rows.step * row, come);
	const one = high === low;
	const text = one
		? c.say('price', { n: c.number(low) })
		: c.say('price.range', { low: c.number(low), high: c.number(high) });
	const pad = one ? thick * 0.5 : 0;
	const beside = b + pad + 10 + measure(text, numbers, 'mono') < free.x + free.w;
	const told = span(come, 0.7, 1);
	const over = y - thick / 2 - (phone ? 6 : 9);
	const i = row - 1;
	return [
		across(`stem${i}`, y, left, a - pad, { stroke: 'ink', width: 1.6, opacity: come }),
		box(
			`bar${i}`,
			{ x: a - pad, y: y - thick / 2, w: b - a + 2 * pad, h: thick },
			{ r: pad, fill: 'blue', stroke: 'ink', width: 1.6, opacity: Math.min(1, come * 4) }
		),
		{ type: 'text', key: `cost${i}`, x: left, y: over, text: c.say(`cost.${key}`), ...hand(c.view), opacity: told },
		letter(`value${i}`, 'mono', beside ? b + pad + 9 : (a + b) / 2, y + 5, numbers, text, {
			anchor: beside ? 'start' : 'middle',
			fill: beside ? 'ink' : 'paper',
			halo: beside ? SKY : undefined,
			opacity: told,
			fact
		})
	];
}
