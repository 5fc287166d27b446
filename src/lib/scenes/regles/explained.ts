import { CARD } from '../../figure/colours';
import { letter, letters } from '../../figure/lettering';
import { pictogram } from '../../figure/pictogram';
import { measure, wrap } from '../../figure/text';
import type { Mark, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { brick } from './brick';
import { BRICKS, USES, type Brick, type Use } from './data';
import type { Layout } from './layout';
import { outline } from './strokes';
import { brickAsked, type Pick } from './telling';

/** The use spoken of, built of its blocks, each with what it is there. `row` is the middle of its row. */
export function explained(c: SceneContext, layout: Layout, pick: Pick, row: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	const use = USES[pick.on > 0.5 ? pick.next : pick.index];
	const children = c.view.shape === 'phone' ? caption(c, layout, use) : beside(c, layout, use, row);
	return { marks: [{ type: 'group', key: 'explained', opacity, children }] };
}

/** A block to explain: one of the use's, or the one the reader asks for. */
interface Entry {
	kind: Brick;
	name: string;
	says: string;
	has: boolean;
	asked: boolean;
}

function entriesOf(c: SceneContext, use: Use): Entry[] {
	const asked = brickAsked(c.params);
	return BRICKS.filter((kind) => use.bricks.includes(kind) || kind === asked).map((kind) => {
		const has = use.bricks.includes(kind);
		const says = c.say(has ? `cell.${use.id}.${kind}` : 'control.absent');
		return { kind, name: c.say(`brick.${kind}`), says, has, asked: kind === asked };
	});
}

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
		{ type: 'rect', key: 'back', ...panel, fill: CARD, stroke: 'ink', width: 1.6 },
		pictogram('picture', use.picture, x, panel.y + 5, picture),
		...title.map((text, i) => {
			const y = panel.y + 27 + (i - (title.length - 1) / 2) * size;
			return letter(`title.${i}`, 'grot', x + picture + 8, y, size, text);
		}),
		...entries.flatMap((entry, i) => {
			const { kind, name, says } = entry;
			const y = panel.y + picture + 8 + i * line;
			const marks = entry.has ? [brick(`brick.${kind}`, kind, x, y + 2, bw, 14)] : [];
			marks.push(
				letter(`says.${kind}`, 'news', x + bw + 8, y + 14, 14, c.say('entry', { name, says }), weightOf(entry))
			);
			if (entry.asked) marks.push(outline('lit', { x: x - 6, y: y - 1, w: panel.w - 2 * pad + 12, h: line }, 2));
			return marks;
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
	return [
		{ type: 'path', key: 'tie', d, stroke: 'ink', width: 2.2 },
		{ type: 'rect', key: 'back', ...back, r: 3, fill: CARD, stroke: 'ink', width: 2.2 },
		pictogram('picture', use.picture, panel.x + pad, top + pad, picture),
		...title.map((text, i) => {
			const y = top + pad + picture + size * (1.15 + i * 1.08);
			const fitted = Math.min(size, (size * room) / measure(text, size, 'grot'));
			return letter(`title.${i}`, 'grot', panel.x + pad, y, fitted, text);
		}),
		letter('note', 'news', panel.x + panel.w - pad * 0.7, top + pad + 4, Math.max(12, 15 * u), c.say('panel.note'), {
			anchor: 'end',
			italic: true,
			fact: 'f27'
		}),
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
	const marks = entry.has ? [brick(`brick.${kind}`, kind, panel.x + pad, y + 8 * u, bw, 52 * u)] : [];
	marks.push(
		letter(`kind.${kind}`, 'grot', x, y + head, head, name),
		...letters(`says.${kind}`, 'news', x, y + head + size * 1.08, size, says, room, {
			...weightOf(entry),
			leading: 1.05
		})
	);
	if (entry.asked)
		marks.push(outline('lit', { x: panel.x + pad * 0.5, y: y - 6 * u, w: panel.w - pad, h: line - 4 * u }, 2));
	return marks;
}

/** The use that stands apart, because the interview does not name it: under the sheet of a wide stage. */
export function outside(c: SceneContext, { panel }: Layout, opacity: number): Layer {
	if (opacity <= 0 || c.view.shape === 'phone') return {};
	const lines = wrap(c.say('outside'), 16, 'news', panel.w);
	const y = panel.y + panel.h + 46 - (lines.length - 1) * 19;
	return {
		marks: letters('outside', 'news', panel.x, y, 16, c.say('outside'), panel.w, { opacity, italic: true })
	};
}
