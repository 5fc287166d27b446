import { range } from 'd3';
import { mix, stagger } from '../../figure/motion';
import { slab } from '../../figure/place';
import { measure, wrap } from '../../figure/text';
import type { Ink, Mark, SceneContext, View } from '../../picture/frame';
import { question, QUESTIONS, type Layout } from './layout';
import { computeTown, readTown } from './town';
import { euros } from './words';

/** A sheet lighter than the page it lies on, and the back of its folded corner. */
const SHEET = '#FFFDF8';
const BACK = '#E9E0CC';

/** The paper the answers are drawn on, which comes from below, grows into the sheet to take away, and drops. */
export function paper({ height }: View, l: Layout, come: number, grow: number, dropped: number): Ink[] {
	const { panel: a, paper: b } = l;
	const x = mix(a.x, b.x, grow);
	const y = mix(a.y, b.y, grow) + ((1 - come) * (height - a.y + 10) + dropped * l.drop);
	const w = mix(a.w, b.w, grow);
	const h = mix(a.h, b.h, grow);
	const fold = (l.phone ? 20 : 34) * grow;
	const right = x + w;
	const leaf = (d: string, fill: string): Ink => ({ type: 'shape', d, fill, stroke: 'ink', width: 1.6 });
	return [
		{ type: 'shape', d: slab(x + 6, y + 6, w, h), fill: 'ink', opacity: 0.18 },
		leaf(`M${x} ${y}H${right - fold}L${right} ${y + fold}V${y + h}H${x}Z`, SHEET),
		leaf(`M${right - fold} ${y}V${y + fold}H${right}Z`, BACK)
	];
}

/** Each 0 to 1: the sheet's head and rules, the questions to ask, the town's own figures, and how far it has dropped. */
type Moment = Record<'sheet' | 'items' | 'note' | 'dropped', number>;

/** What is on the sheet: questions to ask with boxes to tick, and the town's own figures in blue. */
export function onSheet(c: SceneContext, l: Layout, m: Moment): Mark[] {
	const drop = m.dropped * l.drop;
	return [
		...head(c, l, drop, m.sheet),
		...note(c, l, drop, m.note),
		...QUESTIONS.flatMap((i) => {
			const { marks, end } = items(c, l, i, drop, m.items);
			return [...marks, ...rules(l, i, drop, end, m.sheet)];
		})
	];
}

const edges = ({ paper: p, inset }: Layout) => ({ left: p.x + inset, right: p.x + p.w - inset });

function head(c: SceneContext, l: Layout, drop: number, opacity: number): Mark[] {
	const { left: x1, right: x2 } = edges(l);
	const top = l.paper.y + drop;
	const y = top + (l.phone ? 36 : 68);
	const size = l.phone ? 19 : 32;
	return [
		{
			type: 'text',
			key: 'sheet',
			x: x1,
			y: top + (l.phone ? 28 : 54),
			text: c.say('sheet'),
			size,
			font: 'grot',
			opacity
		},
		{ type: 'line', key: 'sheet-line', x1, x2, y1: y, y2: y, stroke: 'ink', width: 1.4, opacity }
	];
}

/** The town's figures, beside the first question if there is room. */
function note(c: SceneContext, l: Layout, drop: number, opacity: number): Mark[] {
	const input = readTown(c.params);
	const { low, high } = computeTown(input);
	const [n, from, to] = [c.number(input.cameras), euros(c.say, c.number, low), euros(c.say, c.number, high)];
	const text = c.say('sheet.note', { n, low: from, high: to });
	const size = l.phone ? 13 : 17;
	const { left, right: x } = edges(l);
	if (left + measure(question(c, 0), l.sheetHead, 'grot') + 16 + measure(text, size, 'news') >= x) return [];
	const look = { font: 'news', italic: true, anchor: 'end', fill: 'blue', opacity } as const;
	return [{ type: 'text', key: 'sheet-note', x, y: l.sheet[0][1] + drop, text, size, ...look }];
}

/** Two more questions to ask in part `i`, one after the other, and where they end. */
function items(c: SceneContext, l: Layout, i: number, drop: number, t: number): { marks: Mark[]; end: number } {
	const { left, right } = edges(l);
	const size = l.sheetText;
	const box = l.phone ? 10 : 15;
	let line = l.sheet[i][1] + drop + (l.phone ? 20 : 32);
	const marks = [1, 2].flatMap((n): Mark[] => {
		const opacity = stagger(t, i * 2 + n - 1, 2 * QUESTIONS.length, 0.7);
		const first = line;
		const rows = wrap(c.say(`sheet.${i + 1}.${n}`), size, 'news', right - left - box - 12);
		line += rows.length * size * 1.2 + (l.phone ? 5 : 12);
		const square = { x: left, y: first - box * 0.86, w: box, h: box };
		return [
			{ type: 'rect', key: `tick-${i}-${n}`, ...square, stroke: 'ink', width: 1.3, opacity },
			...rows.map((text, r): Mark => {
				const [x, y] = [left + box + 10, first + r * size * 1.2];
				return { type: 'text', key: `item-${i}-${n}-${r}`, x, y, text, size, font: 'news', opacity };
			})
		];
	});
	return { marks, end: line };
}

/** Room to write, from `top` to the end of part `i`. */
function rules(l: Layout, i: number, drop: number, top: number, opacity: number): Mark[] {
	const { left, right } = edges(l);
	const foot = l.sheet[i][1] + drop + l.part - l.sheetHead * 1.7;
	const gap = l.phone ? 20 : 30;
	const lines = range(top + gap * 0.4, foot, gap).map((y) => `M${left} ${y.toFixed(1)}H${right}`);
	if (!lines.length) return [];
	return [{ type: 'path', key: `rules-${i}`, d: lines.join(''), stroke: 'muted', width: 1, dash: '1 5', opacity }];
}
