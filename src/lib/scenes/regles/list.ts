import { letter } from '../../figure/lettering';
import { ease, mix, stagger } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import type { Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { USES } from './data';
import type { Layout } from './layout';
import { inside, ticketSize } from './row';
import { sortingOf, type Sorting } from './sorting';
import { outline, rule } from './strokes';
import { brickAsked, spokenOf, type Pick } from './telling';

/** The list as it stands: pixels of the stage. */
export interface Standing {
	sorting: Sorting;
	/** In the order of USES; `fold` 1 lies on the one row all fold onto. */
	rows: { x: number; y: number; fold: number; lane: number }[];
	/** Where the use explained lies. */
	lit: { x: number; y: number };
	/** What is seen of the list, and how far it is paged: a phone only. */
	window: Rect;
	scroll: number;
	/** Less as the rows fold away. */
	left: number;
}

interface Moment {
	rows: number;
	folded: number;
	tickets: number;
	lit: number;
	ecology: boolean;
	spoken: readonly [number, number, number];
}

export function standingOf(
	view: View,
	layout: Layout,
	pick: Pick,
	{ sorted, folded }: { sorted: number; folded: number }
): Standing {
	const phone = view.shape === 'phone';
	const sorting = sortingOf(layout, sorted);
	const scroll = phone ? paged(layout, sorting, sorted, pick) : 0;
	const rows = sorting.rows.map(({ y, lane }, i) => {
		const fold = stagger(folded, i, USES.length, 0.9);
		const x = layout.list.x + lane * layout.lane;
		return { x, y: mix(layout.list.y + y - scroll, layout.rule.y, fold), fold, lane };
	});
	const y = phone ? mix(layout.list.y, layout.rule.y, ease(folded)) : 0;
	return {
		sorting,
		rows,
		lit: { x: rows[pick.index].x, y: rows[pick.on < 0.5 ? pick.index : pick.next].y },
		window: { x: 0, y, w: view.width, h: phone ? layout.list.h : view.height },
		scroll,
		left: 1 - ease(folded, 0.8, 1)
	};
}

/** How far the list is paged, so that the use spoken of is in the middle of the window; the top while rows travel. */
function paged({ list, h }: Layout, sorting: Sorting, sorted: number, pick: Pick): number {
	const most = Math.max(0, sorting.height - list.h);
	const to = (i: number) => Math.max(0, Math.min(most, sorting.rows[i].y + h / 2 - list.h / 2));
	const travelling = ease(sorted, 0, 0.12) * (1 - ease(sorted, 0.94, 1));
	return mix(mix(to(pick.index), to(pick.next), pick.on), 0, travelling);
}

/** Headings, rows with their tickets, and the frame round the one explained. */
export function list(c: SceneContext, layout: Layout, now: Standing, m: Moment): Layer {
	const children = [
		...headings(c, layout, now, m),
		...rows(c, layout, now, m),
		...(m.lit > 0 ? frames(c, layout, now, m.lit) : [])
	];
	return { marks: [{ type: 'group', key: 'list', clip: now.window, children }] };
}

/** Out of a phone's window: not drawn at all. */
const isUnseen = ({ shape }: View, { window }: Standing, y: number, h: number): boolean =>
	shape === 'phone' && (y + h < window.y || y > window.y + window.h);

function headings(c: SceneContext, { list, heading }: Layout, now: Standing, m: Moment): Mark[] {
	const phone = c.view.shape === 'phone';
	return now.sorting.headings.flatMap(({ key, y, opacity }) => {
		const shown = opacity * ease(m.rows, 0, 0.6) * now.left * (1 - ease(m.folded, 0, 0.3));
		const top = list.y + y - now.scroll;
		if (shown <= 0.02 || isUnseen(c.view, now, top, heading)) return [];
		const says = c.say(phone && key === 'sold.repress' ? 'sold.repress.short' : key);
		return letter(key, 'mono', list.x, top + heading - (c.view.shape === 'tall' ? 5 : 6), phone ? 12.5 : 13.5, says, {
			opacity: shown,
			weight: 600,
			fill: key === 'sold.eco' && m.ecology ? 'solved' : 'ink',
			fact: 'f27'
		});
	});
}

function rows(c: SceneContext, layout: Layout, now: Standing, m: Moment): Mark[] {
	// Those on their way are drawn last.
	const order = USES.map((_, i) => i).sort((a, b) => now.rows[a].lane - now.rows[b].lane || a - b);
	return order.flatMap((i) => {
		const use = USES[i];
		const { x, y, fold, lane } = now.rows[i];
		const t = stagger(m.rows, i, USES.length, 0.82);
		if (t <= 0 || isUnseen(c.view, now, y, layout.h) || x > c.view.width) return [];
		const spoken = lane > 0 ? 1 : spokenOf(use, m.spoken);
		const row: Mark = {
			type: 'group',
			key: `row.${use.id}`,
			x: x - (1 - t) * 24,
			y,
			opacity: t * spoken * now.left * (1 - ease(fold, 0.25, 0.8)),
			children: inside(c, use, layout)
		};
		const fine = use.fine ? stagger(m.tickets, i, USES.length, 0.8) : 0;
		const opacity = ease(fine, 0, 0.4) * now.left * (1 - ease(m.folded, 0, 0.3));
		if (opacity <= 0) return row;
		const s = ticketSize(layout);
		const at = { x: x + layout.cells.what.x - s - 8, y: y + (layout.h - s) / 2 - (1 - fine) * 14 };
		return [row, pictogram(`fine.${use.id}`, 'ticket', at.x, at.y, s, opacity)];
	});
}

/** Round the row explained, and round the cell the reader asks for. */
function frames(c: SceneContext, { w, h, cells }: Layout, { lit: { x, y } }: Standing, opacity: number): Mark[] {
	const marks = [outline('lit', { x: x - 3, y: y + 0.5, w: w + 6, h: h - 1 }, 2.2, opacity, 3)];
	const asked = brickAsked(c.params);
	if (!asked) return marks;
	const cell = cells[asked];
	const around = { x: x + cell.x - 4, y: y + cell.y - 5, w: cell.w + 8, h: cell.h + 8 };
	return [...marks, outline('lit.cell', around, 3, opacity)];
}

/** On a phone, where the window is on the list. */
export function pager(view: View, { list }: Layout, { sorting, scroll, left }: Standing, shown: number): Layer {
	const opacity = left * shown;
	if (view.shape !== 'phone' || opacity <= 0 || sorting.height <= list.h) return {};
	const x = view.width - 4;
	const share = list.h / sorting.height;
	const [from, to] = [scroll * share, (scroll + list.h) * share];
	return {
		marks: [
			rule('pager', [x, x], [list.y, list.y + list.h], 1, opacity * 0.3),
			rule('pager.now', [x, x], [list.y + from, list.y + to], 3, opacity)
		]
	};
}
