import { scaleLinear } from 'd3';
import { GRENOBLE } from '../../centre/published';
import { GROUND, SOLVED } from '../../drawing/palette';
import { OCHRE } from '../../figure/colours';
import { dots, drawn } from '../../figure/inks';
import { block, measure, regular } from '../../figure/text';
import { box, slip } from '../../figure/marks';
import { stagger } from '../../figure/motion';
import type { Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import type { Layout } from './layout';
import { camerasAMast } from './masts';
import { computeTown, readTown, sentences, type TownBill } from './town';

/** A town's answers under the three questions, `answers` 0 to 1 as they come one after the other. */
export function answers(c: SceneContext, l: Layout, answers: number, stays: number): Layer {
	const input = readTown(c.params);
	const bill = computeTown(input);
	const said = sentences(c.say, c.number, input);
	const study = c.say('result.study', { solved: GRENOBLE.solved, cases: GRENOBLE.cases });
	const opacity = (i: number) => stagger(answers, i, 3, 0.5) * stays;
	return stack(
		{ marks: legend(c, l, input.cameras, opacity(0)) },
		{ marks: cost(l, bill, opacity(0)) },
		{ marks: sentence(l, 0, 'cost', said.cost, opacity(0), 'f02') },
		{ marks: payers(l, bill, opacity(1)) },
		{ marks: sentence(l, 1, 'pays', said.pays, opacity(1), 'f01') },
		result(l, bill, opacity(2)),
		{ marks: sentence(l, 2, 'result', `${said.result} ${study}`, opacity(2), 'f17') }
	);
}

/** What is drawn in answer to question `i`: bars to the first two, people and dots to the last. */
function stripOf({ phone, panel, rows }: Layout, i: number) {
	const [x, y] = rows[i];
	const bar = phone ? 11 : Math.min(30, panel.h / 15);
	const crowd = phone ? 15 : Math.min(44, panel.h / 10);
	return { x, y: y + (phone ? 5 : 9), w: panel.w - 2 * (x - panel.x), h: i < 2 ? bar : crowd };
}

/** One mast a camera, or several where they would no longer be told apart. */
function legend(c: SceneContext, { phone, panel }: Layout, n: number, opacity: number): Mark[] {
	const k = camerasAMast(n);
	const text = n === 1 ? c.say('masts.single') : c.say(k === 1 ? 'masts.one' : 'masts.many', { n, k });
	const size = phone ? 12 : 15;
	const foot = panel.y - (phone ? 4 : 8);
	const back = { x: panel.x, y: foot - size * 1.8, w: measure(text, size, 'mono') + 16, h: size * 1.8 };
	return [
		slip('masts.slip', back, { width: 1.3, opacity }),
		regular('masts', 'mono', panel.x + 8, foot - size * 0.55, size, text, { opacity })
	];
}

/** Draws bars of euros on the strip of question `i`, all of them as long as the highest price at most. */
function bars(l: Layout, i: number, { high }: TownBill, opacity: number) {
	const { x, y, w, h } = stripOf(l, i);
	const length = scaleLinear([0, Math.max(high, 1)], [0, w]);
	return (key: string, euros: number, { fill, fillOpacity, ...look }: Parameters<typeof box>[2], least = 2): Mark => {
		const place = { x, y, w: Math.max(least, length(euros)), h };
		return box(key, place, { fill, fillOpacity, stroke: 'ink', width: 1.3, ...look, opacity });
	};
}

/** How much: a bar from the lower price to the higher. */
function cost(l: Layout, bill: TownBill, opacity: number): Mark[] {
	const bar = bars(l, 0, bill, opacity);
	return [
		bar('bar-high', bill.high, { fill: OCHRE, fillOpacity: 0.28, dash: '4 4', fact: 'f02' }),
		bar('bar-low', bill.low, { fill: OCHRE, fact: 'f02' })
	];
}

/** Who: the same bar, with the State's part. */
function payers(l: Layout, bill: TownBill, opacity: number): Mark[] {
	const bar = bars(l, 1, bill, opacity);
	return [
		bar('pay-high', bill.high, { dash: '4 4' }),
		bar('pay-town', bill.low, { fill: GROUND }),
		bar('pay-state', bill.aid, { fill: 'blue', fact: 'f01' }, 1)
	];
}

/** What for: people to watch, alerts to sort. */
function result(l: Layout, bill: TownBill, opacity: number): Layer {
	const strip = stripOf(l, 2);
	const watched = watchers({ ...strip, w: strip.w * 0.46 }, bill.agents, opacity);
	const sorted = { ...strip, x: strip.x + strip.w * 0.52, w: strip.w * 0.48 };
	return { ink: [...watched, alerts(sorted, Math.round(bill.alerts), opacity)] };
}

/** An answer in words, under what is drawn. */
function sentence(l: Layout, i: number, key: string, text: string, opacity: number, fact: string): Mark[] {
	const { x, y, w, h } = stripOf(l, i);
	const size = l.text;
	return block({ key, text, x, y: y + h + size * 1.25, max: w, size, leading: 1.14, font: 'news', fact, opacity });
}

/** Lays `n` cells in a strip, in as many rows as make them largest, none larger than `most`. */
function cells({ x, y, w, h }: Rect, n: number, most: number): { x: number; y: number; cell: number }[] {
	const side = (rows: number) => Math.min(w / Math.ceil(n / rows), h / rows);
	let rows = 1;
	while ((w / Math.ceil(n / rows)) * rows < h && rows < 60) rows++;
	const cell = Math.min(most, Math.max(side(rows), side(Math.max(1, rows - 1))));
	const columns = Math.max(1, Math.floor(w / cell + 1e-6));
	return Array.from({ length: n }, (_, i) => ({
		x: x + ((i % columns) + 0.5) * cell,
		y: y + (Math.floor(i / columns) + 0.5) * cell,
		cell
	}));
}

/** One skin for all who watch: at their size they are a count, nobody in particular. */
const SKIN = '#D8A27F';

/** Those who watch, as heads and shoulders. */
function watchers(strip: Rect, n: number, opacity: number): Ink[] {
	const heads: number[] = [];
	let bodies = '';
	for (const p of cells(strip, n, strip.h)) {
		const g = p.cell * 0.86;
		const cy = p.y + g * 0.2;
		heads.push(p.x, cy - g * 0.34, g * 0.2);
		const [left, right] = [(p.x - g * 0.34).toFixed(1), (p.x + g * 0.34).toFixed(1)];
		const [foot, shoulder] = [(cy + g * 0.3).toFixed(1), (cy + g * 0.12).toFixed(1)];
		bodies += `M${left} ${foot}V${shoulder}Q${p.x.toFixed(1)} ${(cy - g * 0.4).toFixed(1)} ${right} ${shoulder}V${foot}Z`;
	}
	return [drawn(bodies, SOLVED, 1, { opacity }), dots(heads, { fill: SKIN, stroke: 'ink', width: 1, opacity })];
}

/** Alerts of a day, as red dots; ten thousand and more are drawn one for ten. */
function alerts(strip: Rect, n: number, opacity: number): Ink {
	const drawn = n > 4000 ? Math.round(n / 10) : n;
	const xyr = cells(strip, drawn, strip.h * 0.4).flatMap((p) => [p.x, p.y, p.cell * 0.36]);
	return { type: 'dots', xyr, fill: 'signal', opacity };
}
