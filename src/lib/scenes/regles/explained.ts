import { CARD } from '../../figure/colours';
import { letter, letters, measure, wrap } from '../../figure/text';
import { box, path } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import type { Mark, Params, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { brick, outline } from './brick';
import { BRICKS, USES, type Brick, type Use } from './data';
import type { Layout } from './layout';

const indices = (is: (use: Use) => boolean): number[] => USES.flatMap((u, i) => (is(u) ? [i] : []));

/** Uses the scroll speaks of one after the other: those put forward, those that end in a fine, the repressive. */
const TOLD = [
	indices((u) => u.pitch === 'smart' || u.pitch === 'urban'),
	indices((u) => !!u.fine),
	indices((u) => u.service === 'repress')
];

/** The use explained now, and how far the scroll is on to the next. */
export type Pick = Record<'index' | 'next' | 'on', number>;

/** How far the scroll has come to each of the lists told, and how much of it is told. */
export function pickOf(params: Params, lists: { come: number; told: number }[]): Pick {
	const wanted = USES.findIndex((u) => u.id === params['regles.use']);
	if (wanted >= 0) return { index: wanted, next: wanted, on: 0 };
	const last = lists.findLastIndex(({ told }) => told > 0);
	const n = Math.max(0, last);
	const uses = TOLD[n];
	const place = lists[n].told * uses.length;
	const k = Math.min(uses.length - 1, Math.floor(place));
	if (k < uses.length - 1) return { index: uses[k], next: uses[k + 1], on: ease(place - k, 0.6, 1) };
	return { index: uses[k], next: TOLD[n + 1]?.[0] ?? uses[k], on: lists[n + 1]?.come ?? 0 };
}

/** The block the reader asks for. */
export const brickAsked = (params: Params): Brick | undefined => BRICKS.find((b) => b === params['regles.brick']);

/** How much a use is spoken of: those put forward, then those that end in a fine, the repressive, all. */
export function spokenOf(use: Use, [fines, repressive, all]: readonly [number, number, number]): number {
	const put = use.pitch === 'smart' || use.pitch === 'urban' ? 1 : FAINT;
	const fined = mix(put, use.fine || use.pitch === 'eco' ? 1 : FAINT, fines);
	const serves = use.service === 'repress' ? 1 : use.service === 'fine' ? 0.7 : FAINT;
	return mix(mix(fined, serves, repressive), 1, all);
}

const FAINT = 0.5;

/** The use spoken of, built of its blocks, each with what it is there. `row` is the middle of its row. */
export function explained(c: SceneContext, layout: Layout, pick: Pick, row: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	const use = USES[pick.on > 0.5 ? pick.next : pick.index];
	const children = c.view.phone ? caption(c, layout, use) : beside(c, layout, use, row);
	return { marks: [{ type: 'group', key: 'explained', opacity, children }] };
}

/** The blocks to explain: the use's, and the one the reader asks for. */
function entriesOf(c: SceneContext, use: Use) {
	const asked = brickAsked(c.params);
	return BRICKS.filter((kind) => use.bricks.includes(kind) || kind === asked).map((kind) => {
		const has = use.bricks.includes(kind);
		const says = c.say(has ? `cell.${use.id}.${kind}` : 'control.absent');
		return { kind, name: c.say(`brick.${kind}`), says, has, asked: kind === asked };
	});
}
type Entry = ReturnType<typeof entriesOf>[number];

const weightOf = ({ asked }: Entry) => ({ weight: asked ? 700 : 500 });

/** On a phone: a sheet under the list. */
function caption(c: SceneContext, { panel }: Layout, use: Use): Mark[] {
	const entries = entriesOf(c, use);
	const picture = 34;
	const pad = 8;
	const size = 17;
	const bw = 26;
	const line = (panel.h - picture - 14) / Math.max(4, entries.length);
	const x = panel.x + pad;
	const title = wrap(c.say(`use.${use.id}`), size, 'grot', panel.w - 3 * pad - picture);
	return [
		box('back', panel, { fill: CARD, stroke: 'ink', width: 1.6 }),
		pictogram('picture', use.picture, x, panel.y + 5, picture),
		...title.map((text, i) => {
			const y = panel.y + 27 + (i - (title.length - 1) / 2) * size;
			return letter(`title.${i}`, 'grot', x + picture + 8, y, size, text);
		}),
		...entries.flatMap((entry, i) => {
			const { kind, name, says, has, asked } = entry;
			const y = panel.y + picture + 8 + i * line;
			const round = { x: x - 6, y: y - 1, w: panel.w - 2 * pad + 12, h: line };
			return [
				...(has ? [brick(`brick.${kind}`, kind, x, y + 2, bw, 14)] : []),
				letter(`says.${kind}`, 'news', x + bw + 8, y + 14, 14, c.say('entry', { name, says }), weightOf(entry)),
				...(asked ? [outline('lit', round, 2)] : [])
			];
		})
	];
}

/** On a wide stage: a sheet that keeps beside the row, tied to it. */
function beside(c: SceneContext, layout: Layout, use: Use, row: number): Mark[] {
	const { panel } = layout;
	const entries = entriesOf(c, use);
	const fits = isLow(c.view) ? panel.h / (235 + 90 * entries.length) : Infinity;
	const u = Math.min(1.1, panel.w / 360, fits);
	const pad = 22 * u;
	const picture = 136 * u;
	const size = 33 * u;
	const room = panel.w - 2 * pad;
	const line = Math.max(86 * u, kindSize(u) + 2.2 * wordSize(u) + 10);
	const title = wrap(c.say(`use.${use.id}`), size, 'grot', room);
	const above = pad + picture + size * (1.35 + (title.length - 1) * 1.08) + 16 * u;
	const h = above + entries.length * line + pad * 0.4;
	const top = Math.max(panel.y, Math.min(panel.y + panel.h - h, row - h / 2));
	const tie = Math.min(top + h - 14, row);
	const list = layout.list.x + layout.w + 3;
	const d = `M${list} ${row}H${(list + panel.x) / 2}V${tie}H${panel.x}`;
	const back = { x: panel.x, y: top, w: panel.w, h };
	const note = { anchor: 'end', italic: true, fact: 'f27' } as const;
	const [right, small] = [panel.x + panel.w - pad * 0.7, Math.max(12, 15 * u)];
	return [
		path('tie', d, { stroke: 'ink', width: 2.2 }),
		box('back', back, { r: 3, fill: CARD, stroke: 'ink', width: 2.2 }),
		pictogram('picture', use.picture, panel.x + pad, top + pad, picture),
		...title.map((text, i) => {
			const y = top + pad + picture + size * (1.15 + i * 1.08);
			const fitted = Math.min(size, (size * room) / measure(text, size, 'grot'));
			return letter(`title.${i}`, 'grot', panel.x + pad, y, fitted, text);
		}),
		letter('note', 'news', right, top + pad + 4, small, c.say('panel.note'), note),
		...entries.flatMap((entry, i) => besideEntry(entry, layout, top + above + i * line, line, u))
	];
}

const wordSize = (u: number): number => Math.max(15, 21 * u);
const kindSize = (u: number): number => Math.max(14, 18 * u);

/** A block on that sheet with its name and what it is; `u` is the sheet's scale. */
function besideEntry(entry: Entry, { panel }: Layout, y: number, line: number, u: number): Mark[] {
	const { kind, name, says } = entry;
	const pad = 22 * u;
	const bw = 104 * u;
	const size = wordSize(u);
	const head = kindSize(u);
	const x = panel.x + pad + bw + 16 * u;
	const room = panel.x + panel.w - pad * 0.6 - x;
	const below = y + head + size * 1.08;
	const look = { ...weightOf(entry), leading: 1.05 };
	const round = { x: panel.x + pad * 0.5, y: y - 6 * u, w: panel.w - pad, h: line - 4 * u };
	return [
		...(entry.has ? [brick(`brick.${kind}`, kind, panel.x + pad, y + 8 * u, bw, 52 * u)] : []),
		letter(`kind.${kind}`, 'grot', x, y + head, head, name),
		...letters(`says.${kind}`, 'news', x, below, size, says, room, look),
		...(entry.asked ? [outline('lit', round, 2)] : [])
	];
}

/** The use that stands apart, because the interview does not name it: under the sheet of a wide stage. */
export function outside(c: SceneContext, { panel }: Layout, opacity: number): Layer {
	if (opacity <= 0 || c.view.phone) return {};
	const lines = wrap(c.say('outside'), 16, 'news', panel.w);
	const y = panel.y + panel.h + 46 - (lines.length - 1) * 19;
	return { marks: letters('outside', 'news', panel.x, y, 16, c.say('outside'), panel.w, { opacity, italic: true }) };
}
