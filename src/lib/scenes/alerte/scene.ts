import { project } from '../../camera/camera';
import { boxMarks, minutesSeconds } from '../../figure/boxes';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { ease, mix, span } from '../../figure/motion';
import { mugInk, operatorInk } from '../../figure/operator';
import { slab } from '../../figure/place';
import { frameSquare, viewBox } from '../../figure/square';
import { block, measure, wrap } from '../../figure/text';
import type { Alert } from '../../recording/types';
import type { Frame, Mark, Rect, Scene, SceneContext } from '../../story/frame';
import { lookAt, townInk } from '../centre/map';
import { along, town, type Point } from '../centre/town';
import { BOUNDS, computeDay, readAssumptions } from './day';
import { dayChart, fallen, isSmall, lag, sorted, thousand, unsorted } from './field';
import { alertOfNour, clockOf, queueOf } from './queue';

/** Solved green, light enough for the night (7:1). */
const TRUE = '#86BBA5';
const PALE = '#C9CDD2';

/**
 * One alert and what becomes of it: it leaves the square, runs down the streets to the centre, becomes a row, then one
 * dot of a day and one of a thousand, and comes back as a picture with a number. One timeline over the six steps.
 */
export const scene: Scene = (c) => {
	const t = c.step - 1 + c.progress;
	const frame: Frame = { night: t >= 0.34 ? 1 : 0, ink: [], marks: [] };
	if (t < 1.42) journey(c, t, frame);
	if (t > 1.2 && t < 2.2) queue(c, t, frame);
	if (t > 1.98 && t < 3.35) day(c, t, frame);
	if (t > 3 && t < 5.2) marksOfThousand(c, t, frame);
	if (t > 4.98) operatorScreen(c, t, frame);
	return frame;
};

/** The frame of the alert; a quarter of the recording where there is none. */
const frameOf = (c: SceneContext, alert: Alert | null): number => alert?.frame ?? Math.floor(c.recording.frames / 4);

function journey(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const alert = alertOfNour(c.recording);
	const at = frameOf(c, alert) - 24 * (1 - ease(t, 0, 0.24));
	const { square, nodes, lenses, distance } = town();
	const start = lenses[square.lens].node;
	const shrink = ease(t, 0.24, 0.42);
	const night = ease(t, 0.2, 0.4);
	const fly = span(t, 1.0, 1.24);
	const look = lookAt(view, fly);
	const whole = { x: 0, y: 0, w: view.width, h: view.height };
	// Out of the picture, behind the eye, as it comes near the house.
	const [sx, sy] = look(square.at[0], square.at[1], 0) ?? [-1000, view.height + 1000];
	const tile = { x: sx - 24, y: sy - 13.5, w: 48, h: 27 };
	const rect = mixRects(whole, tile, shrink);

	if (shrink > 0 && t < 1.3)
		frame.ink.push(...townInk(view, { fly, dusk: 1, lenses: 1, grow: 1, run: 0, packets: false, opacity: 1 }));
	const own = frameSquare(view);
	const camera = shrink > 0 ? mixCameras(own, cameraIn(tile), shrink) : own;
	if (shrink < 1)
		frame.ink.push({
			type: 'street',
			camera,
			at,
			drained: 0.7,
			veil: mix(0.9, 0.15, ease(t, 0, 0.12)),
			night,
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

	const shown = ease(t, 0.06, 0.14) * (1 - ease(t, 0.2, 0.26));
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
	const run = ease(t, 0.44, 1) * (distance[start] + 60);
	const street = along(town(), start, run);
	const house = town().house;
	const end = street ?? ([mix(nodes[start][0], house.x, 1), house.y] as Point);
	// Near the wall the door is under the picture's edge: the packet waits inside it.
	const spot = look(end[0], end[1], 0) ?? [view.width / 2, view.height];
	const p: Point = [
		Math.max(20, Math.min(view.width - 20, spot[0])),
		Math.max(20, Math.min(view.free.y + view.free.h - 20, spot[1]))
	];
	const packet = { x: p[0] - 7, y: p[1] - 7, w: 14, h: 14 };
	const from = box ? viewBox(box, camera) : tile;
	const g = rowsOf(c);
	const landed = ease(t, 1.22, 1.36);
	const r = mixRects(mixRects(from, packet, ease(t, 0.4, 0.46)), { x: g.x, y: g.y + 2, w: g.w, h: g.row - 4 }, landed);
	if (t > 0.18) {
		frame.marks.push({
			type: 'rect',
			key: 'alert',
			...r,
			r: 7 * ease(t, 0.4, 0.46) * (1 - landed),
			fill: 'signal',
			fillOpacity: mix(0.25, 1, ease(t, 0.36, 0.44)),
			stroke: '#FFFFFF',
			width: 1.5,
			opacity: ease(t, 0.18, 0.24) * (1 - ease(t, 1.37, 1.42))
		});
		// What it has run down glows behind it.
		if (t > 0.44) frame.marks.unshift(trail(look, start, run, 1 - ease(t, 1, 1.12)));
	}
	frame.subject = [t < 0.4 ? from : { x: p[0] - 30, y: p[1] - 30, w: 60, h: 60 }];
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

interface Rows {
	x: number;
	y: number;
	w: number;
	row: number;
	size: number;
	count: number;
}

function rowsOf(c: SceneContext): Rows {
	const { free } = c.view;
	const small = isSmall(c.view);
	const w = Math.min(free.w, 800);
	const row = small ? 36 : Math.min(62, (free.h - 86) / 9);
	const head = small ? 58 : 86;
	return {
		x: free.x + (free.w - w) / 2,
		y: free.y + head,
		w,
		row,
		size: small ? 12 : 16,
		count: Math.max(3, Math.floor((free.h - head) / row))
	};
}

/** World frame of the queue: it goes on after Nour's alert. */
const queueFrame = (c: SceneContext, t: number, alert: Alert | null): number =>
	frameOf(c, alert) + c.recording.fps * (70 * span(t, 1.42, 2) - 1.3 * (1 - ease(t, 1.24, 1.36)));

function queue(c: SceneContext, t: number, frame: Frame): void {
	const g = rowsOf(c);
	const small = isSmall(c.view);
	const alert = alertOfNour(c.recording);
	const now = queueFrame(c, t, alert);
	const all = queueOf(c.recording);
	const shown = ease(t, 1.22, 1.32) * (1 - ease(t, 2, 2.1));
	const title = small ? 20 : 30;
	frame.marks.push(
		{
			type: 'text',
			key: 'queue',
			x: g.x,
			y: g.y - (small ? 34 : 48),
			text: c.say('queue'),
			size: title,
			font: 'grot',
			fill: 'paper',
			opacity: shown
		},
		{
			type: 'text',
			key: 'queue-count',
			x: g.x,
			y: g.y - (small ? 13 : 18),
			text: c.say('queue.count', { n: all.filter((a) => a.rule === 'loitering').length }),
			size: small ? 14 : 18,
			font: 'news',
			fill: PALE,
			opacity: shown
		}
	);
	// How far each alert has come in: the sum over later ones is how far it has been pushed down.
	const arrived = all.map((a) => ease(span(now, a.frame - c.recording.fps * 1.2, a.frame)));
	let place = 0;
	for (let i = all.length - 1; i >= 0; i--) {
		if (arrived[i] <= 0) continue;
		const y = g.y + place * g.row;
		place += arrived[i];
		const last = g.count - (y - g.y) / g.row;
		const ours = all[i] === alert;
		const opacity = shown * arrived[i] * Math.max(0, Math.min(1, last));
		if (opacity <= 0.01 || (ours && t > 2)) continue;
		frame.marks.push(...row(c, g, all[i], y, ours, opacity));
	}
	frame.subject = [{ x: g.x, y: g.y, w: g.w, h: g.row * g.count }];
	frame.says = c.say('says.queue');
}

function row(c: SceneContext, g: Rows, a: Alert, y: number, ours: boolean, opacity: number): Mark[] {
	const small = isSmall(c.view);
	const key = ours ? 'row-ours' : `row-${a.rule}-${a.zone}-${a.track}-${a.frame}`;
	const value = a.rule === 'loitering' ? minutesSeconds(a.value) : c.number(a.value, 1);
	const cells: [number, string, 'start' | 'end'][] = [
		[0.025, clockOf(c.recording, a.frame), 'start'],
		[small ? 0.27 : 0.2, small ? '' : c.say('queue.camera'), 'start'],
		[small ? 0.29 : 0.35, c.say(`rule.${a.rule}`), 'start'],
		[0.8, a.track >= 0 ? c.say('screen.id', { n: String(a.track) }) : c.say('zone'), 'end'],
		[0.975, value, 'end']
	];
	return [
		{
			type: 'rect',
			key,
			x: g.x,
			y: y + 2,
			w: g.w,
			h: g.row - 4,
			fill: ours ? 'signal-text' : '#1E2328',
			stroke: ours ? '#FFFFFF' : '#3A3F45',
			width: ours ? 1.8 : 1,
			opacity
		},
		...cells
			.filter((cell) => cell[1] !== '')
			.map(([share, text, anchor], i): Mark => ({
				type: 'text',
				key: `${key}-${i}`,
				x: g.x + share * g.w,
				y: y + g.row / 2 + g.size * 0.36,
				text,
				size: g.size,
				font: 'mono',
				anchor,
				fill: ours ? '#FFFFFF' : 'signal',
				opacity
			}))
	];
}

/** Index of the dot that is Nour's: the last one before her hour. */
function ownDot(hours: Float64Array, hour: number): number {
	let i = 0;
	while (i + 1 < hours.length && hours[i + 1] <= hour) i++;
	return i;
}

/** The hour of the day her camera's clock shows, as a number. */
const HOUR = 17 + 41 / 60;

function day(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const small = isSmall(view);
	const a = readAssumptions(c.params);
	const d = computeDay(a);
	const chart = dayChart(view, a);
	const clock = 25.2 * span(t, 2.14, 2.6);
	const gather = ease(t, 3, 3.26);
	const leave = 1 - ease(t, 3, 3.12);
	const shown = ease(t, 2.02, 2.14) * leave;
	const grid = thousand(view);
	const own = ownDot(chart.hours, HOUR);
	const xyr: number[] = [];
	for (let i = 0; i < chart.x.length; i++) {
		if (i === own) continue;
		const f = fallen(chart, i, clock);
		if (f <= 0 || (gather > 0 && i >= 1000)) continue;
		const y = mix(chart.top - 70, chart.y[i], f);
		if (gather > 0) {
			const s = lag(gather, i, 1000);
			const [gx, gy] = unsorted(grid, i);
			xyr.push(mix(chart.x[i], gx, s), mix(y, gy, s), mix(chart.r, grid.cell * 0.36, s));
		} else xyr.push(chart.x[i], y, chart.r);
	}
	if (t < 3.3) frame.ink.push({ type: 'dots', xyr, fill: 'signal' });
	// Nour's row closes up into her dot.
	if (t > 2 && t <= 3.001 && chart.x.length) {
		const g = rowsOf(c);
		const last = queueFrame(c, 2, alertOfNour(c.recording));
		const below = queueOf(c.recording).filter(
			(q) => q.frame > frameOf(c, alertOfNour(c.recording)) && q.frame <= last
		).length;
		const r = chart.r * 1.5;
		const rect = mixRects(
			{ x: g.x, y: g.y + below * g.row + 2, w: g.w, h: g.row - 4 },
			{ x: chart.x[own] - r, y: chart.y[own] - r, w: 2 * r, h: 2 * r },
			ease(t, 2, 2.18)
		);
		frame.marks.push({
			type: 'rect',
			key: 'row-ours',
			...rect,
			r: r * ease(t, 2.08, 2.18),
			fill: 'signal-text',
			stroke: '#FFFFFF',
			width: 1.8,
			opacity: leave
		});
	}
	const width = (chart.right - chart.left) / 24;
	frame.marks.push({
		type: 'line',
		key: 'axis',
		x1: chart.left,
		x2: chart.right,
		y1: chart.base,
		y2: chart.base,
		stroke: 'paper',
		width: 1.5,
		opacity: shown
	});
	for (let h = 0; h <= 24; h += 8) {
		const x = chart.left + h * width;
		frame.marks.push(
			{
				type: 'line',
				key: `tick-${h}`,
				x1: x,
				x2: x,
				y1: chart.base,
				y2: chart.base + 7,
				stroke: 'paper',
				width: 1.5,
				opacity: shown
			},
			{
				type: 'text',
				key: `hour-${h}`,
				x,
				y: chart.base + (small ? 20 : 25),
				text: c.say('hour', { n: h }),
				size: small ? 12 : 14,
				font: 'mono',
				anchor: h === 0 ? 'start' : h === 24 ? 'end' : 'middle',
				fill: PALE,
				opacity: shown
			}
		);
	}
	for (let s = 1; s <= 3; s++)
		frame.marks.push({
			type: 'text',
			key: `shift-${s}`,
			x: chart.left + (s - 0.5) * 8 * width,
			y: chart.base + (small ? 40 : 52),
			text: c.say(`shift.${s}`),
			size: small ? 13 : 17,
			font: 'grot',
			anchor: 'middle',
			fill: 'paper',
			opacity: shown
		});
	frame.marks.push(
		...block({
			key: 'assumed',
			text: c.say('assumed'),
			x: chart.left,
			y: chart.base + (small ? 60 : 86),
			max: view.free.w,
			size: small ? 13 : 16,
			font: 'news',
			fill: PALE,
			opacity: shown
		})
	);
	// The counter runs with the day.
	const so = chart.hours.reduce((n, h) => n + (h <= clock ? 1 : 0), 0) * chart.unit;
	const count = clock >= 24 ? Math.round(d.falseAlerts) : so;
	const size = small ? 30 : 58;
	const text = c.say('day.alerts', { n: c.number(count) });
	frame.marks.push(
		{
			type: 'text',
			key: 'day',
			x: chart.left,
			y: view.free.y + (small ? 14 : 20),
			text: c.say('day', { cameras: c.number(a.cameras) }),
			size: small ? 14 : 18,
			font: 'news',
			fill: PALE,
			opacity: shown
		},
		{
			type: 'text',
			key: 'day-count',
			x: chart.left,
			y: view.free.y + (small ? 44 : 78),
			text,
			size,
			font: 'grot',
			fill: 'paper',
			fact: 'f17',
			opacity: shown
		}
	);
	const beside = chart.left + measure(text, size, 'grot') + 14;
	const every = c.say('day.every', { n: c.number(d.falseAlerts > 0 ? (24 * 60) / d.falseAlerts : 0, 1) });
	const fits = beside + measure(every, small ? 14 : 20, 'news') < chart.right;
	frame.marks.push({
		type: 'text',
		key: 'day-every',
		x: fits ? beside : chart.left,
		y: fits ? view.free.y + (small ? 44 : 78) : view.free.y + (small ? 62 : 104),
		text: every,
		size: small ? 14 : 20,
		font: 'news',
		fill: PALE,
		fact: 'f17',
		opacity: shown * ease(t, 2.58, 2.66)
	});
	if (chart.unit > 1)
		frame.marks.push({
			type: 'text',
			key: 'day-unit',
			x: chart.right,
			y: view.free.y + (small ? 14 : 20),
			text: c.say('day.unit', { n: chart.unit }),
			size: small ? 12 : 14,
			font: 'mono',
			anchor: 'end',
			fill: PALE,
			opacity: shown
		});
	if (t < 3.01) {
		frame.subject = [{ x: chart.left, y: chart.top, w: chart.right - chart.left, h: chart.base - chart.top }];
		frame.says = c.say('says.day', { n: c.number(Math.round(d.falseAlerts)) });
	}
}

function marksOfThousand(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const a = readAssumptions(c.params);
	const d = computeDay(a);
	const trues = Math.round(d.truePerThousand);
	const grid = thousand(view);
	const leave = 1 - ease(t, 5, 5.12);
	const sort = ease(t, 3.46, 3.7);
	const judge = ease(t, 3.34, 3.46);
	const r = grid.cell * 0.36;
	const chart = dayChart(view, a);
	if (t >= 3.3 || chart.x.length < 1000) {
		const yes: number[] = [];
		const no: number[] = [];
		for (let i = 0; i < 1000; i++) {
			const from = unsorted(grid, i);
			const to = sorted(grid, i, trues);
			const s = lag(sort, i, 1000);
			const come = t >= 3.3 ? 1 : ease(t, 3.1 + 0.1 * (i / 1000), 3.2 + 0.1 * (i / 1000));
			if (t < 3.3 && i < chart.x.length) continue;
			if (come <= 0) continue;
			const list = grid.rank[i] < trues ? yes : no;
			list.push(
				mix(from[0], to[0], s),
				mix(from[1], to[1], s),
				list === yes ? r * mix(1, 1.35, judge) * come : r * come
			);
		}
		frame.ink.push(
			{
				type: 'dots',
				xyr: no,
				fill: 'signal',
				fillOpacity: 1 - judge * 0.92,
				stroke: 'signal',
				width: 1.3,
				opacity: leave
			},
			{
				type: 'dots',
				xyr: yes,
				fill: judge > 0.5 ? TRUE : 'signal',
				stroke: judge > 0.5 ? 'paper' : 'signal',
				width: 1.3,
				opacity: leave
			}
		);
	}
	// Nour's alert stays marked among the others.
	const dot = chart.x.length ? ownDot(chart.hours, HOUR) : -1;
	const before = unsorted(grid, grid.own);
	const after = sorted(grid, grid.own, trues);
	const moved = lag(sort, grid.own, 1000);
	const come = dot < 0 ? 1 : ease(t, 3, 3.24);
	const ox = mix(dot < 0 ? before[0] : chart.x[dot], mix(before[0], after[0], moved), come);
	const oy = mix(dot < 0 ? before[1] : chart.y[dot], mix(before[1], after[1], moved), come);
	const or = mix(chart.r * 1.5, r * 1.6, come);
	if (t > 3.001 && t < 5)
		frame.marks.push({
			type: 'rect',
			key: 'row-ours',
			x: ox - or,
			y: oy - or,
			w: 2 * or,
			h: 2 * or,
			r: or,
			fill: judge > 0.5 ? 'night' : 'signal-text',
			stroke: '#FFFFFF',
			width: mix(1.8, 2.6, judge)
		});
	const shown = ease(t, 3.12, 3.24) * leave;
	const told = ease(t, 3.46, 3.56) * leave;
	const big = small ? 24 : 46;
	const line = small ? 14 : 18;
	frame.marks.push({
		type: 'text',
		key: 'thousand',
		x: free.x,
		y: free.y + line,
		text: c.say('thousand'),
		size: line,
		font: 'news',
		fill: PALE,
		opacity: shown
	});
	const word =
		trues === 0
			? c.say('thousand.none')
			: trues === 1
				? c.say('thousand.one')
				: c.say('thousand.true', { n: c.number(trues) });
	const base = free.y + line + big * 1.02;
	const gap = measure(word, big, 'grot') + (small ? 14 : 26);
	frame.marks.push(
		{
			type: 'text',
			key: 'thousand-true',
			x: free.x,
			y: base,
			text: word,
			size: big,
			font: 'grot',
			fill: TRUE,
			opacity: told
		},
		{
			type: 'text',
			key: 'thousand-false',
			x: free.x + gap,
			y: base,
			text: c.say('thousand.false', { n: c.number(1000 - trues) }),
			size: big,
			font: 'grot',
			fill: 'signal',
			opacity: told
		},
		...block({
			key: 'thousand-if',
			text: c.say('thousand.if', {
				events: c.number(a.events),
				cameras: c.number(a.cameras),
				detected: c.number(a.detected)
			}),
			x: free.x,
			y: base + (small ? 18 : 28),
			max: free.w,
			size: small ? 13 : 17,
			leading: 1.18,
			font: 'news',
			fill: PALE,
			fact: 'f17',
			opacity: told
		})
	);
	if (t > 4) load(c, frame, a.operators, d.minutesPerHour, ease(t, 4.02, 4.16) * leave, grid.y + grid.cell * 25);
	if (t > 3.02 && t < 5) {
		frame.subject = [{ x: free.x, y: grid.y, w: free.w, h: grid.cell * 25 }];
		frame.says = c.say('says.thousand', { t: c.number(trues) });
	}
}

/** An hour of one operator on duty, and how much of it goes to sorting alerts. */
function load(c: SceneContext, frame: Frame, operators: number, minutes: number, shown: number, top: number): void {
	const { free } = c.view;
	const small = isSmall(c.view);
	const h = small ? 12 : 20;
	const y = top + (small ? 24 : 40);
	const glyph = small ? 10 : 15;
	const step = Math.min(glyph * 1.5, (free.w * 0.4) / BOUNDS.operators.most);
	const people = operators * step + 8;
	const x = free.x + people;
	const w = free.w - people;
	const share = Math.min(1, minutes / 60);
	const heads: number[] = [];
	let bodies = '';
	for (let i = 0; i < operators; i++) {
		const px = free.x + step / 2 + i * step;
		const py = y + h * 0.72;
		heads.push(px, py - glyph * 0.62, glyph * 0.27);
		bodies += `M${px - glyph * 0.42} ${py + glyph * 0.3}V${py + glyph * 0.06}Q${px} ${py - glyph * 0.62} ${px + glyph * 0.42} ${py + glyph * 0.06}V${py + glyph * 0.3}Z`;
	}
	frame.ink.push(
		{ type: 'shape', d: bodies, fill: '#E0B13A', opacity: shown },
		{ type: 'dots', xyr: heads, fill: '#E0B13A', opacity: shown }
	);
	const text = c.say(minutes > 60 ? 'load.over' : 'load', { n: c.number(minutes, minutes < 10 ? 1 : 0) });
	const lines = wrap(text, small ? 13 : 17, 'news', free.w);
	frame.marks.push(
		...lines.map((line, i): Mark => ({
			type: 'text',
			key: `load-${i}`,
			x: free.x,
			y: y - (small ? 8 : 12) - (lines.length - 1 - i) * 15,
			text: line,
			size: small ? 13 : 17,
			font: 'news',
			fill: 'paper',
			opacity: shown
		})),
		{ type: 'rect', key: 'load-hour', x, y, w, h, stroke: 'paper', width: 1.3, opacity: shown },
		{ type: 'rect', key: 'load-share', x, y, w: w * share, h, fill: '#E0B13A', opacity: shown }
	);
	let ticks = '';
	for (let m = 10; m < 60; m += 10) ticks += `M${(x + (w * m) / 60).toFixed(1)} ${y}v${h}`;
	frame.marks.push({ type: 'path', key: 'load-ticks', d: ticks, stroke: 'paper', width: 0.8, opacity: 0.6 * shown });
}

function operatorScreen(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const alert = alertOfNour(c.recording);
	const at = frameOf(c, alert);
	const wide = !view.portrait && free.w > 600;
	const w = wide ? Math.min(free.w * 0.6, 620) : view.portrait ? free.w * 0.94 : free.w * 0.56;
	const h = Math.min(w * 0.66, free.h * (view.portrait ? 0.52 : 0.6));
	const screen: Rect = { x: view.portrait ? free.x + (free.w - w) / 2 : free.x, y: free.y + (small ? 4 : 24), w, h };
	const grid = thousand(view);
	const [dx, dy] = sorted(grid, grid.own, Math.round(computeDay(readAssumptions(c.params)).truePerThousand));
	const grow = ease(t, 5, 5.26);
	const rect = mixRects({ x: dx - 4, y: dy - 4, w: 8, h: 8 }, screen, grow);
	const shown = ease(t, 5.22, 5.32);

	// The operator in front, where there is room below the screen.
	const room = view.height - (screen.y + screen.h);
	const scale = Math.min(1.25, (room - 20) / 322);
	if (!view.portrait && scale > 0.3) {
		const up = ease(t, 5.1, 5.34);
		const x = screen.x + screen.w / 2;
		const drop = (1 - up) * 340 * scale;
		const desk = view.height - 96 * scale + drop;
		frame.ink.push(
			{
				type: 'shape',
				d: `M0 ${desk + 34}Q${x} ${desk - 14} ${view.width} ${desk + 34}V${view.height + 400}H0Z`,
				fill: '#23272C',
				stroke: 'paper',
				width: 1.4
			},
			...mugInk(x + 230 * scale, desk + 34 * scale, scale, c.life)
		);
		frame.ink.push(...operatorInk({ x, y: view.height + drop, scale, turn: 0, breath: Math.sin(c.life * 1.5) }));
	}
	const size = small ? 12 : 15;
	const words = alert
		? [c.say('rule.loitering'), c.say('screen.id', { n: String(alert.track) }), minutesSeconds(alert.value)]
		: [];
	const buttons = [c.say('screen.dismiss'), c.say('screen.pass')];
	const space = small ? 12 : 24;
	const taken = [...words, ...buttons].reduce((n, text) => n + measure(text, size, 'mono') + space, 2 * space);
	// The buttons go under the words where the screen is narrow.
	const rows = taken > screen.w ? 2 : 1;
	const line = small ? 32 : 50;
	const strip = line * rows;
	const picture = { x: rect.x, y: rect.y, w: rect.w, h: Math.max(4, rect.h - strip * grow) };
	const focus = focusOfNour(c, at);
	const camera = cameraIn(picture, undefined, { zoom: 4.2, focus, at: [0.5, 0.62] });
	frame.ink.push(
		{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h, 3), fill: '#0E1012', stroke: 'paper', width: 1.6 },
		{ type: 'street', camera, at, drained: 0.5, clip: picture }
	);
	const box = alert && c.recording.boxesAt(at).find((b) => b.id === alert.track);
	if (box) {
		const r = viewBox(box, camera);
		frame.marks.push({
			type: 'group',
			key: 'screen-picture',
			clip: picture,
			opacity: ease(t, 5.16, 5.26),
			children: [
				{ type: 'rect', key: 'screen-box', ...r, fill: 'signal', fillOpacity: 0.12, stroke: 'signal', width: 3 }
			]
		});
	}
	const y = screen.y + screen.h - strip + line / 2 + 2;
	let x = screen.x + space;
	words.forEach((text, i) => {
		frame.marks.push({
			type: 'text',
			key: `screen-word-${i}`,
			x,
			y: y + size * 0.36,
			text,
			size,
			font: 'mono',
			fill: 'signal',
			opacity: shown
		});
		x += measure(text, size, 'mono') + space;
	});
	const below = y + (rows - 1) * (line - 4);
	let right = screen.x + screen.w - space * 0.6;
	for (const [i, text] of [...buttons.entries()].reverse()) {
		const w = measure(text, size, 'mono') + space * 0.8;
		right -= w;
		frame.marks.push(
			{
				type: 'rect',
				key: `button-${i}`,
				x: right,
				y: below - size,
				w,
				h: size * 2,
				r: 3,
				stroke: 'paper',
				width: 1.4,
				opacity: shown
			},
			{
				type: 'text',
				key: `button-${i}-word`,
				x: right + w / 2,
				y: below + size * 0.36,
				text,
				size,
				font: 'mono',
				anchor: 'middle',
				fill: 'paper',
				opacity: shown
			}
		);
		right -= space * 0.4;
	}
	// Time to decide runs out along the foot of the picture.
	const left = 1 - span(t, 5.34, 5.96);
	frame.marks.push({
		type: 'rect',
		key: 'screen-time',
		x: screen.x,
		y: screen.y + screen.h - strip,
		w: screen.w * left,
		h: 4,
		fill: '#E0B13A',
		opacity: shown
	});
	if (wide) {
		const text = c.say('screen.seconds', { n: Math.ceil(readAssumptions(c.params).seconds * left) });
		const w = measure(text, size, 'mono') + 16;
		frame.marks.push(
			{
				type: 'rect',
				key: 'screen-seconds-slip',
				x: screen.x + screen.w - w - 8,
				y: screen.y + 8,
				w,
				h: size + 12,
				fill: 'night',
				opacity: shown
			},
			{
				type: 'text',
				key: 'screen-seconds',
				x: screen.x + screen.w - 16,
				y: screen.y + size + 12,
				text,
				size,
				font: 'mono',
				anchor: 'end',
				fill: '#E0B13A',
				opacity: shown
			}
		);
	}
	unsaid(c, t, frame, screen);
	frame.subject = [screen];
	frame.says = c.say('says.screen');
}

/** What stands beside the screen, in the hand of the story. */
function unsaid(c: SceneContext, t: number, frame: Frame, screen: Rect): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const under = view.portrait;
	const x = under ? screen.x : screen.x + screen.w + (small ? 16 : 36);
	const max = free.x + free.w - x;
	const title = small ? 15 : 20;
	const size = small ? 15 : 23;
	let y = under ? screen.y + screen.h + 26 : screen.y + title;
	const lines = wrap(c.say('unsaid'), title, 'grot', max);
	for (const [i, text] of lines.entries())
		frame.marks.push({
			type: 'text',
			key: `unsaid-${i}`,
			x,
			y: y + i * title * 1.1,
			text,
			size: title,
			font: 'grot',
			fill: '#E0B13A',
			opacity: ease(t, 5.3, 5.4)
		});
	y += (lines.length - 1) * title * 1.1 + size * 1.5;
	for (let n = 1; n <= 4; n++) {
		const rows = wrap(c.say(`unsaid.${n}`), size, 'news', max);
		rows.forEach((text, i) =>
			frame.marks.push({
				type: 'text',
				key: `unsaid.${n}-${i}`,
				x,
				y,
				text,
				size,
				font: 'news',
				italic: true,
				fill: 'paper',
				opacity: ease(t, 5.34 + n * 0.07, 5.42 + n * 0.07)
			})
		);
		y += 0;
		rows.forEach((_, i) => {
			const mark = frame.marks[frame.marks.length - rows.length + i];
			if (mark.type === 'text') mark.y = y + i * size * 1.2;
		});
		y += rows.length * size * 1.2 + (small ? 4 : 12);
	}
}

/** Where Nour stands in the 16:9 picture of the mast, as fractions of it. */
function focusOfNour(c: SceneContext, at: number): [number, number] {
	c.recording.street.seek(at);
	const nour = c.recording.street.people.find((p) => p.key === 'nour' && p.present);
	if (!nour) return [0.449, 0.62];
	const { camera } = c.recording;
	const p = project(camera, nour.x, nour.y, 0.85, { u: 0, v: 0, k: 0 });
	return [p.u / camera.width, p.v / camera.height];
}
