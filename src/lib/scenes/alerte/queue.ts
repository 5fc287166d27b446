import { alertOfNour, clockOf, frameOfAlert, laterAlerts, queueOf } from '../../centre/queue';
import { NIGHT } from '../../drawing/palette';
import { minutesSeconds } from '../../figure/boxes';
import { dots, painted, slab } from '../../figure/inks';
import { cameraIn, mixRects } from '../../figure/inset';
import { letter } from '../../figure/text';
import { windowsAt } from '../../figure/map/look';
import { box } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { BEZEL, DIM, FAINT, GLASS, GREY, LAMP, PALE, PANEL, RAISED, WHITE } from '../../figure/night';
import { FEEDS, OURS } from '../../figure/wall/feeds';
import { feedInk, NEAR, slabs, wallRow, wallSlots, wallTiles } from '../../figure/wall/wall';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { RecordedAlert } from '../../recording/types';
import { stack, type Layer } from '../layers';

/** The wall behind the list: the house's windows, then screens. */
export function roomTiles(view: View, opened: number): Rect[] {
	const wall = wallTiles(view);
	if (opened >= 1) return wall;
	const windows = windowsAt(view);
	const slots = wallSlots(view);
	return wall.map((to, i) => mixRects(windows[slots[i] % windows.length], to, opened));
}

/** The room at night: the wall, dim, and on it the one screen the alert came from. Lamplight turns into pictures. */
export function room(c: SceneContext, wall: number, opened: number, screens: number, off: number): Layer {
	if (wall <= 0) return {};
	const tiles = roomTiles(c.view, opened);
	const on = screens * (1 - off);
	const frames = { fill: screens > 0 ? GLASS : LAMP, stroke: BEZEL, width: 1.2, opacity: wall };
	const others = slabs(tiles.filter((_, i) => i !== OURS));
	const lit = () => [
		...pictures(c, tiles),
		painted(others, { fill: screens < 1 ? LAMP : GLASS, opacity: 1 - on }),
		painted(others, { fill: NIGHT, opacity: 0.62 * on }),
		painted(slabs([tiles[OURS]]), { fill: NIGHT, opacity: 1 - on })
	];
	return { ink: [painted(slabs(tiles), frames), ...(on > 0 ? lit() : [])] };
}

function pictures({ recording, view }: SceneContext, tiles: Rect[]): Ink[] {
	const at = frameOfAlert(recording);
	const kept = wallTiles(view)[0].w;
	return tiles.map((r, i) =>
		FEEDS[i].setting === 'street'
			? { type: 'street', camera: cameraIn(r, undefined, NEAR), at, drained: 0.4, clip: r }
			: feedInk(FEEDS[i], { ...r, kept }, i * 3.7, 1)
	);
}

/** The frame of the screen the alert came from. */
export function source({ view }: SceneContext, opened: number, opacity: number): Layer {
	if (opacity <= 0) return {};
	return { marks: [box('source', roomTiles(view, opened)[OURS], { stroke: 'signal', width: 3, opacity })] };
}

/** The list: every row is a rule, a time, a number, and somebody. Nour's row leaves it once it closes up (`toDot`). */
export function list(c: SceneContext, shown: number, slot: number, pushed: number, toDot: number): Layer {
	if (shown <= 0) return {};
	const g = rowsOf(c.view);
	const ours = alertOfNour(c.recording);
	const all = queueOf(c.recording);
	const arrived = arrivals(c, all, listFrame(c, slot, pushed));
	const rows: Layer[] = [];
	// The sum over later ones is how far an alert has been pushed down.
	let place = 0;
	for (let i = all.length - 1; i >= 0; i--) {
		const opacity = shown * arrived[i] * Math.max(0, Math.min(1, g.count - place));
		if (opacity > 0.01 && !(all[i] === ours && toDot > 0))
			rows.push(row(c, g, all[i], place, all[i] === ours, opacity));
		place += arrived[i];
	}
	return stack(sheet(c, g, all, shown), ...rows);
}

function sheet(c: SceneContext, g: Rows, all: RecordedAlert[], opacity: number): Layer {
	const { phone } = c.view;
	const count = c.say('queue.count', { n: all.filter((a) => a.rule === 'loitering').length });
	const paper = slab(g.x - g.pad, g.top, g.w + 2 * g.pad, c.view.height - g.top + 20, 4);
	const title = { fill: 'paper', opacity };
	return {
		ink: [painted(paper, { fill: PANEL, stroke: 'paper', width: 1.6, opacity })],
		marks: [
			letter('queue', 'grot', g.x, g.y - (phone ? 28 : 46), phone ? 19 : 30, c.say('queue'), title),
			letter('queue-count', 'news', g.x, g.y - (phone ? 10 : 17), phone ? 14 : 18, count, { fill: PALE, opacity })
		]
	};
}

function row(c: SceneContext, g: Rows, a: RecordedAlert, place: number, ours: boolean, opacity: number): Layer {
	const key = ours ? 'row-ours' : `row-${a.rule}-${a.zone}-${a.track}-${a.frame}`;
	const rect = rowRect(g, place);
	const foot = g.y + place * g.row + g.row - 5;
	const base = g.y + place * g.row + g.row / 2 + g.size * 0.36;
	const x = g.x + g.w * 0.05;
	const people: Ink[] =
		a.rule === 'crowd'
			? [-0.3, 0.3, 0].flatMap((dx) => anybody(x + dx * g.row, foot, g.row * 0.7, opacity))
			: somebody(c, a.person, x, foot, g.row - 11, opacity);
	const words = cellsOf(c, a).map(([share, text, anchor, inferred], i): Mark => {
		const look = { anchor, fill: ours ? WHITE : inferred ? 'signal' : PALE, opacity, weight: 500 };
		return letter(`${key}-${i}`, 'mono', g.x + share * g.w, base, g.size, text, look);
	});
	return {
		ink: [painted(slab(rect.x, rect.y, rect.w, rect.h), { fill: ours ? 'signal-text' : RAISED, opacity }), ...people],
		marks: [box(key, rect, { stroke: ours ? WHITE : FAINT, width: ours ? 2 : 1, opacity }), ...words]
	};
}

type Cell = [share: number, text: string, anchor: 'start' | 'end', inferred?: true];

/** What a row says, and how far along it. */
function cellsOf(c: SceneContext, a: RecordedAlert): Cell[] {
	const { phone } = c.view;
	const cells: Cell[] = [[phone ? 0.11 : 0.105, clockOf(c.recording, a.frame), 'start']];
	if (!phone) cells.push([0.25, c.say('queue.camera'), 'start']);
	cells.push(
		[phone ? 0.36 : 0.39, c.say(`rule.${a.rule}`), 'start', true],
		[0.83, a.track >= 0 ? c.say('screen.id', { n: String(a.track) }) : c.say('zone'), 'end'],
		[0.975, a.rule === 'loitering' ? minutesSeconds(a.value) : c.number(a.value, 1), 'end']
	);
	return cells;
}

/** The operator's list in front of the wall, of which the upper rows stay in sight. */
export function rowsOf(view: View) {
	const { free, phone } = view;
	const pad = phone ? 8 : 20;
	const w = Math.min(free.w, 840) - 2 * pad;
	const y = wallRow(view, 3) + (phone ? 54 : 104);
	const room = free.y + free.h - y - (phone ? 4 : 12);
	const row = phone ? 36 : Math.min(62, Math.max(room / 8, 25));
	const count = Math.max(3, Math.floor(room / row));
	return {
		x: free.x + (free.w - w) / 2,
		y,
		w,
		h: row * count,
		/** Height of a row, and how many have room. */
		row,
		count,
		/** Of its letters. */
		size: phone ? 12 : Math.max(13, Math.min(16, w / 37)),
		/** The sheet the list is on: how far it goes beyond, and its top. */
		pad,
		top: y - (phone ? 50 : 84)
	};
}
type Rows = ReturnType<typeof rowsOf>;

/** The row at a place of the list, counted from its top. */
export const rowRect = (g: Rows, place: number): Rect => ({ x: g.x, y: g.y + place * g.row + 2, w: g.w, h: g.row - 4 });

/** World frame of the list: it goes on after Nour's alert until hers stands near the foot. */
export function listFrame({ recording, view }: SceneContext, slot: number, pushed: number): number {
	const at = frameOfAlert(recording);
	const later = laterAlerts(recording);
	const end = later[Math.min(later.length, rowsOf(view).count - 1) - 1]?.frame ?? at;
	return mix(at, end, pushed) - 1.3 * recording.fps * (1 - slot);
}

/** How far each alert has come in at a world frame. */
export const arrivals = ({ recording }: SceneContext, all: RecordedAlert[], now: number): number[] =>
	all.map((a) => ease(now, a.frame - recording.fps * 1.2, a.frame));

/** Somebody standing in a row, `h` pixels high with their feet at (x, y); a dotted outline where the box held nobody. */
export function somebody(c: SceneContext, person: number, x: number, y: number, h: number, opacity: number): Ink[] {
	const known = c.recording.street.people.find((p) => p.id === person);
	const outline = { fill: 'none', stroke: GREY, width: 1.4, dash: '3 3', opacity };
	if (!known) return standIn(x, y, h, [0.15, 0.62, 0.1], outline, { fill: GREY, opacity });
	const height = Math.min(known.height, 1.78);
	return [{ type: 'person', look: known.look, pose: 'stand', x, y, k: h / 1.78, height, facing: 0, opacity }];
}

/** One of a crowd, whom the rule does not tell apart. */
function anybody(x: number, y: number, h: number, opacity: number): Ink[] {
	const paint = { fill: DIM, stroke: PANEL, width: 1.2, opacity };
	return standIn(x, y, h, [0.18, 0.58, 0.13], paint, paint);
}

type Paint = Parameters<typeof dots>[1];

/** A body without features, feet at (x, y), in shares of its height `h`: half its width, its shoulders, its head's radius. */
function standIn(x: number, y: number, h: number, shares: [number, number, number], body: Paint, face: Paint): Ink[] {
	const [half, shoulders, head] = shares.map((share) => h * share);
	const s = y - shoulders;
	return [
		painted(`M${x - half} ${y}V${s}Q${x} ${y - h * 0.84} ${x + half} ${s}V${y}Z`, body),
		dots([x, y - h * 0.86, head], face)
	];
}
