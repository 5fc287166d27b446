import { range } from 'd3';
import { drawn, slab } from '../../figure/inks';
import { measure, regular, wrap } from '../../figure/text';
import { across, box, path } from '../../figure/marks';
import { ease, mix, stagger } from '../../figure/motion';
import type { Ink, Mark, SceneContext, View } from '../../picture/frame';
import { isLow } from '../../picture/low';
import { question, QUESTIONS, SHEET, type Layout } from './layout';
import { computeTown, euros, readTown } from './town';

/** The paper the answers are drawn on, which comes from below, grows into the sheet to take away, and drops. */
export function paper({ height }: View, l: Layout, come: number, grow: number, dropped: number): Ink[] {
	const { panel: a, paper: b } = l;
	const x = mix(a.x, b.x, grow);
	const y = mix(a.y, b.y, grow) + ((1 - come) * (height - a.y + 10) + dropped * l.drop);
	const w = mix(a.w, b.w, grow);
	const h = mix(a.h, b.h, grow);
	const fold = (l.phone ? 20 : 34) * grow;
	const right = x + w;
	return [
		{ type: 'shape', d: slab(x + 6, y + 6, w, h), fill: 'ink', opacity: 0.18 },
		drawn(`M${x} ${y}H${right - fold}L${right} ${y + fold}V${y + h}H${x}Z`, SHEET.front),
		drawn(`M${right - fold} ${y}V${y + fold}H${right}Z`, SHEET.back)
	];
}

/** Each 0 to 1: the sheet's head and rules, the questions to ask, the town's own figures, and how far it has dropped. */
type Moment = Record<'sheet' | 'items' | 'note' | 'dropped', number>;

/** What is on the sheet: questions to ask with boxes to tick, and the town's own figures in blue. */
export function onSheet(c: SceneContext, l: Layout, m: Moment): Mark[] {
	const drop = m.dropped * l.drop;
	return [
		...head(c, l, drop, m.sheet),
		...law(c, l, drop, ease(m.items, 0, 0.3)),
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
	const title = top + l.title;
	const y = title + (l.phone ? 8 : 14);
	const size = l.phone ? 19 : 32;
	return [
		regular('sheet', 'grot', x1, title, size, c.say('sheet'), { opacity }),
		across('sheet-line', y, x1, x2, { stroke: 'ink', width: 1.4, opacity })
	];
}

/** A box to tick, `size` wide, before words whose baseline is at `y`. */
const tick = (key: string, x: number, y: number, size: number, opacity: number): Mark =>
	box(key, { x, y: y - size * 0.86, w: size, h: size }, { stroke: 'ink', width: 1.3, opacity });

/** What comes before the three questions: on what ground any of it stands. */
function law(c: SceneContext, l: Layout, drop: number, opacity: number): Mark[] {
	const [x, y] = [l.law[0], l.law[1] + drop];
	const side = l.phone ? 10 : 15;
	return [
		tick('tick-law', x, y, side, opacity),
		regular('law', 'grot', x + side + 10, y, l.sheetLaw, c.say('sheet.law'), { weight: 800, opacity })
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
	const look = { italic: true, anchor: 'end', fill: 'blue', opacity } as const;
	return [regular('sheet-note', 'news', x, l.sheet[0][1] + drop, size, text, look)];
}

/** Two more questions to ask in part `i`, one after the other, and where they end. */
function items(c: SceneContext, l: Layout, i: number, drop: number, t: number): { marks: Mark[]; end: number } {
	const { left, right } = edges(l);
	const size = l.sheetText;
	const side = l.phone ? 10 : 15;
	const low = isLow(c.view);
	let line = l.sheet[i][1] + drop + (l.phone ? 20 : low ? 25 : 32);
	const marks = [1, 2].flatMap((n): Mark[] => {
		const opacity = stagger(t, i * 2 + n - 1, 2 * QUESTIONS.length, 0.7);
		const first = line;
		const rows = wrap(c.say(`sheet.${i + 1}.${n}`), size, 'news', right - left - side - 12);
		line += rows.length * size * 1.2 + (l.phone || low ? 5 : 12);
		const written = rows.map((text, r) =>
			regular(`item-${i}-${n}-${r}`, 'news', left + side + 10, first + r * size * 1.2, size, text, { opacity })
		);
		return [tick(`tick-${i}-${n}`, left, first, side, opacity), ...written];
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
	return [path(`rules-${i}`, lines.join(''), { stroke: 'muted', width: 1, dash: '1 5', opacity })];
}
