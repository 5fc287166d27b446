import { letter, measure } from '../../figure/text';
import { ease, mix, stagger } from '../../figure/motion';
import { pictogram } from '../../figure/pictogram';
import type { Mark, SceneContext, View } from '../../picture/frame';
import type { Layer } from '../layers';
import { brick, outline, rule } from './brick';
import { BRICKS, OUTSIDE, PITCHES, SERVICES, USES, type Use } from './data';
import { brickAsked, spokenOf, type Pick } from './explained';
import type { Layout } from './layout';

/** Rows that must travel, in the order they leave: those called repressive to the top, then those that end in a fine. */
const TRAVELLERS = (['repress', 'fine'] as const).flatMap((service) =>
	USES.flatMap((u, i) => (u.service === service ? [i] : []))
);
/** Share of the sorting one row's journey takes, and the wait before the second group sets off: the first has passed it. */
const JOURNEY = 0.26;
const PAUSE = 0.16;
const FIRST = USES.filter((u) => u.service === 'repress').length;

/**
 * The list as it is being sorted, `t` from as sold (0) to as used (1). A row that must change places slides out into
 * the lane, its slot closes, another opens where it belongs, and it slides in: the others only move down or up as
 * slots open and close, so that no two rows ever lie over one another.
 */
export function sortingOf(layout: Layout, t: number) {
	const { h, heading } = layout;
	const local = new Map(
		TRAVELLERS.map((i, j): [number, number] => {
			const start = ((1 - JOURNEY - PAUSE) * j) / (TRAVELLERS.length - 1) + (j >= FIRST ? PAUSE : 0);
			return [i, Math.max(0, Math.min(1, (t - start) / JOURNEY))];
		})
	);
	const left = (i: number) => 1 - ease(local.get(i) ?? 0, 0.24, 0.5);
	const open = (i: number) => ease(local.get(i) ?? 0, 0.5, 0.76);
	const swap = ease(t, 0, 0.12);
	const headings: { key: string; y: number; opacity: number }[] = [];
	const sources: number[] = [];
	const targets: number[] = [];
	let y = 0;
	const head = (key: string, share: number) => {
		headings.push({ key, y, opacity: share });
		y += heading * share;
	};
	for (const service of SERVICES) {
		if (service !== 'rest') {
			head(`used.${service}`, swap);
			USES.forEach((u, i) => {
				if (u.service !== service) return;
				targets[i] = y;
				y += h * open(i);
			});
			continue;
		}
		head('used.rest', swap);
		for (const pitch of PITCHES) {
			head(`sold.${pitch}`, 1 - swap);
			USES.forEach((u, i) => {
				if (u.pitch !== pitch) return;
				sources[i] = y;
				y += h * (local.has(i) ? left(i) : 1);
			});
		}
	}
	/** Top of a row, and how far it has left the list: 0 in its slot, 1 in the lane. */
	const row = (i: number) => {
		const l = local.get(i);
		if (l === undefined) return { y: sources[i], lane: 0 };
		const across = ease(l, 0.24, 0.76);
		const lane = ease(l, 0, 0.24) * (1 - ease(l, 0.76, 1));
		return { y: sources[i] + (targets[i] - sources[i]) * across, lane };
	};
	// In the order of USES, tops relative to the list; the height is that of everything.
	return { rows: USES.map((_, i) => row(i)), headings, height: y };
}
type Sorting = ReturnType<typeof sortingOf>;

type Moment = Record<'rows' | 'folded' | 'tickets' | 'lit', number> & {
	ecology: boolean;
	spoken: readonly [number, number, number];
};

/** The list as it stands: pixels of the stage. */
export function standingOf(view: View, layout: Layout, pick: Pick, sorted: number, folded: number) {
	const { phone } = view;
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
		/** In the order of USES; `fold` 1 lies on the one row all fold onto. */
		rows,
		/** Where the use explained lies. */
		lit: { x: rows[pick.index].x, y: rows[pick.on < 0.5 ? pick.index : pick.next].y },
		/** What is seen of the list, and how far it is paged: a phone only. */
		window: { x: 0, y, w: view.width, h: phone ? layout.list.h : view.height },
		scroll,
		/** Less as the rows fold away. */
		left: 1 - ease(folded, 0.8, 1)
	};
}
type Standing = ReturnType<typeof standingOf>;

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
	const { phone } = c.view;
	return now.sorting.headings.flatMap(({ key, y, opacity }) => {
		const shown = opacity * ease(m.rows, 0, 0.6) * now.left * (1 - ease(m.folded, 0, 0.3));
		const top = list.y + y - now.scroll;
		if (shown <= 0.02 || isUnseen(c.view, now, top, heading)) return [];
		const says = c.say(phone && key === 'sold.repress' ? 'sold.repress.short' : key);
		const fill = key === 'sold.eco' && m.ecology ? 'solved' : 'ink';
		const base = top + heading - (c.view.shape === 'tall' ? 5 : 6);
		const look = { opacity: shown, weight: 600, fill, fact: 'f27' };
		return letter(key, 'mono', list.x, base, phone ? 12.5 : 13.5, says, look);
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
	if (!view.phone || opacity <= 0 || sorting.height <= list.h) return {};
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

const kept = new Map<string, Mark[]>();

/** The inside of a row: the same array as long as size and language stay, so that only its place changes. */
function inside(c: SceneContext, use: Use, layout: Layout): Mark[] {
	const key = [use.id, layout.w, layout.h, c.lang].join();
	let marks = kept.get(key);
	if (!marks) {
		if (kept.size > 200) kept.clear();
		kept.set(key, (marks = compose(c, use, layout)));
	}
	return marks;
}

/** Side of the ticket that marks a fine. */
const ticketSize = ({ h }: Layout): number => Math.min(24, h - 6);

function compose(c: SceneContext, use: Use, layout: Layout): Mark[] {
	const { w, h, cells } = layout;
	const { phone } = c.view;
	const size = Math.min(32, h - 4);
	const name = c.say(`use.${use.id}.short`);
	// The sign of a fine stands between the name and the blocks.
	const sign = use.fine && !phone ? ticketSize(layout) + 6 : 0;
	const room = cells.what.x - size - sign - (phone ? 22 : c.view.shape === 'tall' ? 20 : 12);
	const wanted = Math.min(phone ? 16 : 18, h * (c.view.shape === 'tall' ? 0.62 : 0.56));
	const s = Math.max(12, Math.min(wanted, (wanted * room) / measure(name, wanted, 'grot')));
	return [
		{ type: 'rect', key: 'card', x: 0, y: 0.5, w, h: h - 1, fill: 'paper' },
		rule('line', [0, w], [h, h], 0.7, 0.35, use === OUTSIDE ? '4 3' : undefined),
		pictogram('picture', use.picture, 4, (h - size) / 2, size),
		letter('name', 'grot', size + (phone ? 14 : 9), h / 2 + s * 0.34, s, name, { weight: 700 }),
		...BRICKS.map((kind): Mark => {
			const key = `b.${kind}`;
			const { x, y, w, h } = cells[kind];
			return use.bricks.includes(kind)
				? brick(key, kind, x, y, w, h)
				: { type: 'circle', key, x: x + w / 2, y: y + h / 2, r: 1.8, fill: 'ink', opacity: 0.35 };
		})
	];
}
