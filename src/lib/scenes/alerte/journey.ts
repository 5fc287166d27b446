import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { boxMarks, minutesSeconds } from '../../figure/boxes';
import { letter } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { slab } from '../../figure/place';
import { frameSquare, viewBox } from '../../figure/square';
import type { RecordedAlert } from '../../recording/types';
import type { Frame, Ink, Mark, Rect, SceneContext } from '../../picture/frame';
import { lookAt, windowsAt } from '../../figure/map/look';
import { townInk } from '../../figure/map/map';
import type { Point } from '../../figure/town/plan';
import { along, town } from '../../figure/town/town';
import { FEEDS, OURS } from '../../figure/wall/feeds';
import { feedInk, wallRow, wallSlots, wallTiles } from '../../figure/wall/wall';
import { isSmall } from './field';
import { alertOfNour, clockOf, queueOf } from '../../centre/queue';

export const PALE = '#C9CDD2';

/** When the eye flies to the house, when its windows have become the wall, and when the alert has dropped into the list. */
const FLIGHT = [0.98, 1.14] as const;
const WALL = [1.14, 1.26] as const;
const LANDS = [1.27, 1.38] as const;

/** The frame of the alert; a quarter of the recording where there is none. */
export const frameOf = (c: SceneContext, alert: RecordedAlert | null): number =>
	alert?.frame ?? Math.floor(c.recording.frames / 4);

/** The alert leaves the square, runs down the streets to the centre, comes in by a window that is a screen, and drops into the list. */
export function journey(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const alert = alertOfNour(c.recording);
	const at = frameOf(c, alert) - 24 * (1 - ease(t, 0, 0.24));
	const { square, lenses, distance, house } = town();
	const start = lenses[square.lens].node;
	const shrink = ease(t, 0.24, 0.42);
	const fly = span(t, ...FLIGHT);
	const look = lookAt(view, fly);
	const whole = { x: 0, y: 0, w: view.width, h: view.height };
	// Out of the picture, behind the eye, as it comes near the house.
	const [sx, sy] = look(square.at[0], square.at[1], 0) ?? [-1000, view.height + 1000];
	const tile = { x: sx - 24, y: sy - 13.5, w: 48, h: 27 };
	const rect = mixRects(whole, tile, shrink);
	if (shrink > 0 && t < FLIGHT[1])
		frame.ink.push(...townInk(view, { fly, dusk: 1, lenses: 1, grow: 1, run: 0, packets: false, opacity: 1 }));
	const own = frameSquare(view);
	const camera = shrink > 0 ? mixCameras(own, cameraIn(tile), shrink) : own;
	if (shrink < 1)
		frame.ink.push({
			type: 'street',
			camera,
			at,
			drained: 0.7,
			veil: 0.2,
			night: ease(t, 0.2, 0.4),
			clip: rect
		});
	if (shrink > 0 && fly < 0.2)
		frame.ink.push({
			type: 'shape',
			d: slab(rect.x, rect.y, rect.w, rect.h),
			fill: shrink >= 1 ? '#EFE4CF' : 'none',
			stroke: 'paper',
			width: 1.6
		});
	const shown = 1 - ease(t, 0.2, 0.26);
	if (alert && shown > 0)
		frame.marks.push(
			...boxMarks(c.recording, at, camera, {
				hot: (b) => b.id === alert.track,
				clock: (b) => (b.id === alert.track ? c.recording.dwell(b.id, at) / alert.threshold : undefined),
				label: (b) =>
					b.id === alert.track ? `${c.say('rule.loitering')} ${minutesSeconds(c.recording.dwell(b.id, at))}` : '',
				opacity: shown,
				size: isSmall(view) ? 12 : 14
			})
		);
	// The box itself becomes the packet that runs.
	const box = alert && c.recording.boxesAt(at).find((b) => b.id === alert.track);
	const run = ease(t, 0.44, 0.98) * (distance[start] + 60);
	const end = along(town(), start, run) ?? ([house.x, house.y] as Point);
	// Near the wall the door is under the picture's edge: the packet waits inside it.
	const spot = look(end[0], end[1], 0) ?? [view.width / 2, view.height];
	const p: Point = [
		Math.max(20, Math.min(view.width - 20, spot[0])),
		Math.max(20, Math.min(view.free.y + view.free.h - 20, spot[1]))
	];
	const size = isSmall(view) ? 14 : 20;
	const packet = { x: p[0] - size / 2, y: p[1] - size / 2, w: size, h: size };
	const from = box ? viewBox(box, camera) : tile;
	const round = ease(t, 0.4, 0.46);
	// It goes up to its window, which is the screen of the square.
	const screen = t < FLIGHT[1] ? windowsAt(view, Math.max(0.5, fly))[wallSlots(view)[OURS]] : roomTiles(c, t)[OURS];
	const enters = ease(t, 1.06, FLIGHT[1]);
	const g = rowsOf(c);
	const row = { x: g.x, y: g.y + 2, w: g.w, h: g.row - 4 };
	const landed = ease(t, ...LANDS);
	const r = mixRects(mixRects(mixRects(from, packet, round), screen, enters), row, landed);
	if (t > 0.18) {
		frame.marks.push({
			type: 'rect',
			key: 'alert',
			...r,
			r: 0.5 * size * round * (1 - enters),
			fill: 'signal',
			fillOpacity: mix(mix(0.25, 1, ease(t, 0.36, 0.44)), 0.22, enters),
			stroke: enters > 0.5 ? 'signal' : '#FFFFFF',
			width: mix(1.5, 4, enters),
			opacity: ease(t, 0.18, 0.24) * (1 - ease(t, 1.38, 1.42))
		});
		// What it has run down glows behind it.
		if (t > 0.44) frame.marks.unshift(trail(look, start, run, 1 - ease(t, 0.98, 1.06)));
	}
	frame.subject = [t < 0.4 ? from : t < 1.02 ? { x: p[0] - 30, y: p[1] - 30, w: 60, h: 60 } : screen];
	frame.says = c.say(t < 0.34 ? 'says.street' : 'says.run');
}

function trail(look: ReturnType<typeof lookAt>, start: number, run: number, opacity: number): Mark {
	const t = town();
	let d = '';
	for (let s = 0; s <= run; s += 6) {
		const q = along(t, start, s);
		const p = q && look(q[0], q[1], 0);
		if (p) d += `${d ? 'L' : 'M'}${p[0].toFixed(1)} ${p[1].toFixed(1)}`;
	}
	return { type: 'path', key: 'trail', d: d || 'M0 0', stroke: 'signal', width: 3.4, round: true, opacity };
}

/** The wall behind the list: the house's windows, then screens. */
function roomTiles(c: SceneContext, t: number): Rect[] {
	const wall = wallTiles(c.view);
	const opened = ease(t, ...WALL);
	if (opened >= 1) return wall;
	const windows = windowsAt(c.view);
	const slots = wallSlots(c.view);
	return wall.map((to, i) => mixRects(windows[slots[i] % windows.length], to, opened));
}

/** The room at night: the wall, dim, and on it the one screen the alert came from. */
export function room(c: SceneContext, t: number, frame: Frame): void {
	const tiles = roomTiles(c, t);
	const on = ease(t, 1.16, 1.26) * (1 - ease(t, 2, 2.07));
	const leave = 1 - ease(t, 2.03, 2.1);
	const wall = wallTiles(c.view);
	const at = frameOf(c, alertOfNour(c.recording));
	let d = '';
	for (const r of tiles) d += slab(r.x, r.y, r.w, r.h);
	frame.ink.push({
		type: 'shape',
		d,
		fill: on > 0 || t > 1.5 ? '#1B1F23' : '#F7DFA0',
		stroke: '#434B54',
		width: 1.2,
		opacity: leave
	});
	if (on > 0) {
		tiles.forEach((r, i) => {
			const tile = { ...r, index: i, on, kept: wall[i].w };
			frame.ink.push(
				FEEDS[i].setting === 'street'
					? { type: 'street', camera: cameraIn(r, undefined, NEAR), at, drained: 0.4, clip: r }
					: feedInk(FEEDS[i], tile, i * 3.7, 1)
			);
		});
		let dark = '';
		tiles.forEach((r, i) => (dark += i === OURS ? '' : slab(r.x, r.y, r.w, r.h)));
		// Lamplight turns into pictures, and these stay dim.
		frame.ink.push(
			{ type: 'shape', d: dark, fill: t < 1.3 ? '#F7DFA0' : '#1B1F23', opacity: 1 - on },
			{ type: 'shape', d: dark, fill: '#16181B', opacity: 0.62 * on }
		);
		const own = tiles[OURS];
		frame.ink.push({ type: 'shape', d: slab(own.x, own.y, own.w, own.h), fill: '#16181B', opacity: 1 - on });
	}
	if (t > 1.24)
		frame.marks.push({
			type: 'rect',
			key: 'source',
			...tiles[OURS],
			stroke: 'signal',
			width: 3,
			opacity: ease(t, 1.24, 1.28) * (1 - ease(t, 2, 2.06))
		});
}

const NEAR = { zoom: 2.3, focus: [0.449, 0.62] as [number, number], at: [0.5, 0.6] as [number, number] };

interface Rows {
	x: number;
	y: number;
	w: number;
	row: number;
	size: number;
	count: number;
}

/** The operator's list in front of the wall, of which the upper rows stay in sight. */
export function rowsOf(c: SceneContext): Rows {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const pad = small ? 8 : 20;
	const w = Math.min(free.w, 840) - 2 * pad;
	const top = wallRow(view, 3);
	const head = small ? 54 : 92;
	const y = top + head + (small ? 0 : 12);
	const room = free.y + free.h - y - (small ? 4 : 12);
	const row = small ? 36 : Math.min(62, room / 8);
	return {
		x: free.x + (free.w - w) / 2,
		y,
		w,
		row,
		size: small ? 12 : Math.max(13, Math.min(16, w / 37)),
		count: Math.max(3, Math.floor(room / row))
	};
}

/** World frame of the queue: it goes on after Nour's alert until hers stands near the foot of the list. */
export function queueFrame(c: SceneContext, t: number, alert: RecordedAlert | null): number {
	const at = frameOf(c, alert);
	const later = queueOf(c.recording).filter((q) => q.frame > at);
	const end = later[Math.min(later.length, rowsOf(c).count - 1) - 1]?.frame ?? at;
	return mix(at, end, span(t, 1.42, 2)) - 1.3 * c.recording.fps * (1 - ease(t, 1.24, 1.38));
}

/** How far each alert has come in at a world frame. */
export const arrivals = (c: SceneContext, all: RecordedAlert[], now: number): number[] =>
	all.map((a) => ease(span(now, a.frame - c.recording.fps * 1.2, a.frame)));

/** The list: every row is a rule, a time, a number, and somebody. */
export function queue(c: SceneContext, t: number, frame: Frame): void {
	const g = rowsOf(c);
	const { view } = c;
	const small = isSmall(view);
	const alert = alertOfNour(c.recording);
	const now = queueFrame(c, t, alert);
	const all = queueOf(c.recording);
	const shown = ease(t, 1.2, 1.28) * (1 - ease(t, 2, 2.06));
	const title = small ? 19 : 30;
	const pad = small ? 8 : 20;
	const top = g.y - (small ? 50 : 84);
	frame.ink.push({
		type: 'shape',
		d: slab(g.x - pad, top, g.w + 2 * pad, view.height - top + 20, 4),
		fill: '#101215',
		stroke: 'paper',
		width: 1.6,
		opacity: shown
	});
	frame.marks.push(
		letter('queue', 'grot', g.x, g.y - (small ? 28 : 46), title, c.say('queue'), { fill: 'paper', opacity: shown }),
		letter(
			'queue-count',
			'news',
			g.x,
			g.y - (small ? 10 : 17),
			small ? 14 : 18,
			c.say('queue.count', { n: all.filter((a) => a.rule === 'loitering').length }),
			{ fill: PALE, opacity: shown }
		)
	);
	// The sum over later ones is how far an alert has been pushed down.
	const arrived = arrivals(c, all, now);
	let place = 0;
	for (let i = all.length - 1; i >= 0; i--) {
		if (arrived[i] <= 0) continue;
		const y = g.y + place * g.row;
		place += arrived[i];
		const last = g.count - (y - g.y) / g.row;
		const ours = all[i] === alert;
		const opacity = shown * arrived[i] * Math.max(0, Math.min(1, last));
		if (opacity <= 0.01 || (ours && t > 2)) continue;
		row(c, g, all[i], y, ours, opacity, frame);
	}
	frame.subject = [{ x: g.x, y: g.y, w: g.w, h: g.row * g.count }];
	frame.says = c.say('says.queue');
}

/** Somebody standing in a row, `h` pixels high with their feet at (x, y); a dotted outline where the box held nobody. */
export function figureInk(c: SceneContext, person: number, x: number, y: number, h: number, opacity: number): Ink[] {
	const known = c.recording.street.people.find((p) => p.id === person);
	if (!known)
		return standIn(
			x,
			y,
			h,
			{ half: 0.15, shoulders: 0.62, head: 0.1 },
			{ fill: 'none', stroke: '#7D848C', width: 1.4, dash: '3 3', opacity },
			{ fill: '#7D848C', opacity }
		);
	return [
		{
			type: 'person',
			look: known.look,
			pose: 'stand',
			x,
			y,
			k: h / 1.78,
			height: Math.min(known.height, 1.78),
			facing: 0,
			opacity
		}
	];
}

/** One of a crowd, whom the rule does not tell apart. */
function anybody(x: number, y: number, h: number, opacity: number): Ink[] {
	const paint = { fill: '#59626B', stroke: '#101215', width: 1.2, opacity };
	return standIn(x, y, h, { half: 0.18, shoulders: 0.58, head: 0.13 }, paint, paint);
}

/** A body without features, feet at (x, y), in shares of its height `h`: half its width, its shoulders, its head's radius. */
function standIn(
	x: number,
	y: number,
	h: number,
	{ half, shoulders, head }: { half: number; shoulders: number; head: number },
	body: Omit<Extract<Ink, { type: 'shape' }>, 'type' | 'd'>,
	face: Omit<Extract<Ink, { type: 'dots' }>, 'type' | 'xyr'>
): Ink[] {
	const [w, s] = [h * half, y - h * shoulders];
	return [
		{ type: 'shape', d: `M${x - w} ${y}V${s}Q${x} ${y - h * 0.84} ${x + w} ${s}V${y}Z`, ...body },
		{ type: 'dots', xyr: [x, y - h * 0.86, h * head], ...face }
	];
}

function row(
	c: SceneContext,
	g: Rows,
	a: RecordedAlert,
	y: number,
	ours: boolean,
	opacity: number,
	frame: Frame
): void {
	const small = isSmall(c.view);
	const key = ours ? 'row-ours' : `row-${a.rule}-${a.zone}-${a.track}-${a.frame}`;
	const value = a.rule === 'loitering' ? minutesSeconds(a.value) : c.number(a.value, 1);
	const cells: [number, string, 'start' | 'end', boolean][] = [
		[small ? 0.11 : 0.105, clockOf(c.recording, a.frame), 'start', false],
		[0.25, small ? '' : c.say('queue.camera'), 'start', false],
		[small ? 0.36 : 0.39, c.say(`rule.${a.rule}`), 'start', true],
		[0.83, a.track >= 0 ? c.say('screen.id', { n: String(a.track) }) : c.say('zone'), 'end', false],
		[0.975, value, 'end', false]
	];
	frame.ink.push({
		type: 'shape',
		d: slab(g.x, y + 2, g.w, g.row - 4),
		fill: ours ? 'signal-text' : '#1E2328',
		opacity
	});
	const feet = y + g.row - 5;
	const x = g.x + g.w * 0.05;
	if (a.rule === 'crowd') {
		for (const dx of [-0.3, 0.3, 0]) frame.ink.push(...anybody(x + dx * g.row, feet, g.row * 0.7, opacity));
	} else frame.ink.push(...figureInk(c, a.person, x, feet, g.row - 11, opacity));
	frame.marks.push(
		{
			type: 'rect',
			key,
			x: g.x,
			y: y + 2,
			w: g.w,
			h: g.row - 4,
			stroke: ours ? '#FFFFFF' : '#3A3F45',
			width: ours ? 2 : 1,
			opacity
		},
		...cells
			.filter((cell) => cell[1] !== '')
			.map(([share, text, anchor, inferred], i): Mark => ({
				type: 'text',
				key: `${key}-${i}`,
				x: g.x + share * g.w,
				y: y + g.row / 2 + g.size * 0.36,
				text,
				size: g.size,
				font: 'mono',
				anchor,
				fill: ours ? '#FFFFFF' : inferred ? 'signal' : PALE,
				opacity
			}))
	);
}
