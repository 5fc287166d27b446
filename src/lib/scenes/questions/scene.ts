import { between, fit, MAST, project, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera, type Pose } from '../../camera/camera';
import { WINDOW } from '../place/poses';
import { boxMarks } from '../../figure/boxes';
import { ease, mix } from '../../figure/motion';
import { oval, slab } from '../../figure/place';
import { bodyRect, frameSquare, placePeople } from '../../figure/square';
import { block, measure, wrap } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext, View } from '../../picture/frame';
import { CAST } from '../../street/cast';
import { HOMES } from '../../street/square';
import type { Look } from '../../street/types';
import { camerasAMast, mastsInk } from './masts';
import { computeTown, GRENOBLE, readTown } from './town';
import { euros, sentences } from './words';

/** Near the two sisters. */
const NEAR: Pose = { x: 0.2, y: -4.2, z: 2.2, tilt: 0, focal: 1.16, horizon: 0.34 };
/** Where they meet, metres. */
const MEETING: [number, number] = [0.35, 4.75];

/** Seconds of the street at the steps' borders: Salma comes (208), they meet (232), go (236) and are out of sight (250). */
const SECONDS = [196, 204, 212, 219, 236, 256] as const;
/** Once they are gone the square goes on by itself, this long, and again. */
const AFTER = 40;

/** The three questions, the town's answers, the sheet; then the square, two sisters, and the square without them. */
export const scene: Scene = (c) => {
	const t = c.step - 1 + c.progress;
	const frame: Frame = { night: 0, ink: [], marks: [] };
	const at = worldAt(c, t);
	const camera = cameraAt(c.view, t);
	frame.ink.push({ type: 'street', camera, at });
	if (t > 1 && t < 2.3) {
		const planted = ease(t, 1.12, 1.4) * (1 - ease(t, 2, 2.24));
		const { cameras } = readTown(c.params);
		if (planted > 0) frame.ink.push(...mastsInk(camera, Math.max(1, Math.round(cameras * planted)), 1));
	}
	if (t > 2.98 && t < 3.36) frame.marks.push(...fading(c, at, camera, t));
	if (t < 1.3) askers(c, t, frame);
	if (t < 3.2) {
		if (t > 0.96) paper(c, t, frame);
		if (t > 0.96 && t < 2.1) town(c, t, frame);
		if (t > 1.98) sheet(c, t, frame);
		headings(c, t, frame);
	}
	if (t >= 3) sisters(c, t, frame, camera);
	return frame;
};

/** The program's boxes, which go out one after the other. */
function fading(c: SceneContext, at: number, camera: Camera, t: number): Mark[] {
	const shown = ease(t, 2.98, 3.1);
	return boxMarks(c.recording, at, camera, { opacity: 1 }).flatMap((m): Mark[] => {
		// Each has its own moment, the same whichever way the reader comes; the last before the camera moves.
		const turn = ((Number(m.key.replace(/\D/g, '')) * 0.618034) % 1) * 0.18;
		const opacity = shown * (1 - ease(t, 3.08 + turn, 3.12 + turn));
		return opacity > 0 ? [{ ...m, opacity }] : [];
	});
}

function worldAt(c: SceneContext, t: number): number {
	const step = Math.min(SECONDS.length - 2, Math.floor(t));
	const s = t - step;
	// The meeting takes the middle of its step; the rest is even.
	// How far they have gone at the middle of the last step: a phone shows less of the square.
	const half = c.view.portrait ? 0.1 : 0.17;
	// They part from where they met slowly enough to be followed.
	const pace =
		step === 3
			? ease(s, 0, 0.72) * 0.93 + 0.07 * s
			: step === 4
				? s < 0.5
					? 2 * half * s
					: half + 2 * (1 - half) * (s - 0.5)
				: s;
	const seconds = mix(SECONDS[step], SECONDS[step + 1], pace);
	return (seconds + (c.life % AFTER) * ease(t, 4.86, 4.98)) * c.recording.fps;
}

/** Low, for the street of masts: houses above, paving below. */
const STREET: Pose = { x: -1, y: -5, z: 2.5, tilt: 0, focal: 0.92, horizon: 0.33 };

function cameraAt(view: View, t: number): Camera {
	const mast = frameSquare(view, MAST);
	const down = ease(t, 1, 1.26) * (1 - ease(t, 2.02, 2.5));
	const street = frameSquare(view, STREET, { zoom: view.portrait ? 0.8 : 1, focus: [0.5, view.portrait ? 0.72 : 0.6] });
	const far = down <= 0 ? mast : down >= 1 ? street : blend(mast, street, down, between(MAST, STREET, down), view);
	if (t <= 3) return far;
	const come = ease(t, 3.3, 3.62);
	const back = ease(t, 4, 4.36);
	const pose = back > 0 ? between(NEAR, WINDOW, back) : between(MAST, NEAR, come);
	const near = aim(view, pose, view.portrait ? 1 : 1.22);
	if (come < 1) return blend(far, near, come, pose, view);
	if (back <= 0) return near;
	const last = frameSquare(view, WINDOW, { focus: view.portrait || view.width < 700 ? [0.47, 0.6] : [0.5, 0.6] });
	return blend(near, last, back, pose, view);
}

/** The camera of a pose with the place where they meet in the middle of the free area. */
function aim(view: View, pose: Pose, zoom: number): Camera {
	const p = project(fit(pose, SENSOR_WIDTH, SENSOR_HEIGHT), MEETING[0], MEETING[1], 0.9, { u: 0, v: 0, k: 0 });
	return fit(pose, view.width, view.height, {
		zoom,
		focus: [p.u / SENSOR_WIDTH, p.v / SENSOR_HEIGHT],
		at: [(view.free.x + view.free.w / 2) / view.width, view.portrait ? 0.56 : 0.54]
	});
}

/** A pose on the way, laid on the stage between how its two ends are laid. */
function blend(a: Camera, b: Camera, t: number, pose: Pose, view: View): Camera {
	const own = fit(pose, view.width, view.height);
	const scale = mix(a.f / (view.height || 1), b.f / (view.height || 1), t);
	return { ...own, f: scale * view.height, u0: mix(a.u0, b.u0, t), v0: mix(a.v0, b.v0, t) };
}

interface Layout {
	small: boolean;
	/** Size of the questions when they stand alone. */
	big: number;
	/** Size as headings of the answers, and of the sheet. */
	head: number;
	sheetHead: number;
	text: number;
	sheetText: number;
	/** The speech balloons of the first step. */
	balloons: Rect[];
	/** First baselines. */
	alone: [number, number][];
	rows: [number, number][];
	/** The sheet under the masts, and the whole sheet. */
	panel: Rect;
	paper: Rect;
	sheet: [number, number][];
	items: number;
}

function layoutOf(c: SceneContext): Layout {
	const { view } = c;
	const { free } = view;
	const small = view.portrait || view.width < 700;
	const longest = Math.max(...[1, 2, 3].map((n) => measure(c.say(`q.${n}`), 1, 'grot')));
	const big = Math.min(small ? 34 : 72, (free.w * (small ? 0.86 : 0.72)) / longest, free.h / 8);
	const head = small ? 16 : 27;
	const sheetHead = small ? 15 : 25;
	const sheetText = small ? 13 : 20;
	const pad = big * 0.42;
	const balloons = [0, 1, 2].map((i): Rect => {
		const w = measure(c.say(`q.${i + 1}`), big, 'grot') + 2 * pad;
		const room = free.w - w;
		return { x: free.x + room * [0, 0.42, 1][i], y: free.y + i * big * (small ? 1.95 : 1.85), w, h: big * 1.56 };
	});
	const panelTop = free.y + free.h * (view.portrait ? 0.36 : small ? 0.3 : 0.42);
	const panel: Rect = small
		? { x: free.x - 6, y: panelTop, w: free.w + 12, h: free.y + free.h - panelTop + 8 }
		: { x: free.x - 10, y: panelTop, w: free.w + 24, h: free.y + free.h - panelTop + 16 };
	const margin = small ? 10 : 26;
	// The last answer is the longest.
	const shares = small ? [0, 1 / 3, 2 / 3] : [0, 0.28, 0.615];
	const inside = panel.h - (small ? 8 : 22);
	const text = small ? 12.5 : Math.min(18.5, inside / 21);
	const paperW = Math.min(free.w, small ? free.w : 680);
	const paper = { x: free.x + (free.w - paperW) / 2, y: free.y, w: paperW, h: free.h };
	const inner = paper.h - (small ? 44 : 92);
	return {
		small,
		big,
		head,
		sheetHead,
		text,
		sheetText,
		balloons,
		panel,
		alone: balloons.map((b) => [b.x + pad, b.y + big * 1.12]),
		rows: [0, 1, 2].map((i) => [panel.x + margin, panel.y + (small ? 4 : 12) + shares[i] * inside + head * 0.95]),
		paper,
		sheet: [0, 1, 2].map((i) => [paper.x + (small ? 14 : 36), paper.y + (small ? 56 : 112) + (i * inner) / 3]),
		items: inner / 3
	};
}

/** How far question `i` has been asked. */
const asked = (t: number, i: number): number => ease(t, 0.12 + i * 0.12, 0.24 + i * 0.12);

/** Who asks them. */
const ASKERS = ['florist', 'baker2', 'friend1'];

function askersAt(c: SceneContext): { key: string; x: number; y: number; k: number }[] {
	const { free } = c.view;
	const small = c.view.portrait || c.view.width < 700;
	const k = (free.h * (small ? 0.37 : 0.4)) / 1.8;
	return ASKERS.map((key, i) => ({
		key,
		x: free.x + free.w * [0.16, 0.5, 0.84][i],
		y: free.y + free.h + (small ? 6 : 30) - (i === 1 ? 0.1 * k : 0),
		k
	}));
}

/** Three people of the square come up and ask; what they say are the questions. */
function askers(c: SceneContext, t: number, frame: Frame): void {
	const l = layoutOf(c);
	const people = askersAt(c);
	const gone = ease(t, 1, 1.2);
	for (const i of [1, 0, 2]) {
		const p = people[i];
		const come = ease(t, 0.01 + i * 0.1, 0.16 + i * 0.1);
		if (come <= 0) continue;
		const side = i === 0 ? -1 : i === 2 ? 1 : 0;
		const away = 1 - come + gone;
		const x = p.x + side * away * 0.16 * c.view.width;
		const y = p.y + away * 2 * p.k;
		const walking = away > 0.02;
		frame.ink.push(
			{ type: 'shape', d: oval(x + 0.1 * p.k, y, 0.36 * p.k, 0.06 * p.k), fill: 'ink', opacity: 0.16 },
			{
				type: 'person',
				height: CAST[p.key].height,
				look: CAST[p.key].look,
				pose: walking ? 'walk' : 'stand',
				x,
				y: y - (walking ? 0 : 0.006 * p.k * (1 + Math.sin(c.life * 1.7 + i * 2))),
				k: p.k,
				facing: 0,
				phase: (come * 2 + gone * 2) % 1
			}
		);
	}
	for (let i = 0; i < 3; i++) {
		const s = t > 1 ? 0 : asked(t, i);
		if (s <= 0) continue;
		const b = l.balloons[i];
		const p = people[i];
		// The balloon opens from the mouth of whoever speaks.
		const mx = p.x;
		const my = p.y - 1.66 * p.k * (CAST[p.key].height / 1.7);
		const r = { x: mix(mx, b.x, s), y: mix(my, b.y, s), w: b.w * s, h: b.h * s };
		const foot = Math.max(r.x + r.w * 0.16, Math.min(r.x + r.w * 0.84, mx));
		const half = Math.min(l.big * 0.2, r.w * 0.1);
		const tip: [number, number] = [mx + (foot - mx) * 0.12, my - 0.2 * p.k * s];
		frame.ink.push({
			type: 'shape',
			d: `M${r.x} ${r.y}H${r.x + r.w}V${r.y + r.h}H${foot + half}L${tip[0]} ${Math.max(tip[1], r.y + r.h)}L${foot - half} ${r.y + r.h}H${r.x}Z`,
			fill: 'paper',
			stroke: 'ink',
			width: 1.8
		});
	}
}

/** The three questions: alone, then over the answers, then on the sheet. */
function headings(c: SceneContext, t: number, frame: Frame): void {
	const l = layoutOf(c);
	const leave = sheetLeave(t);
	for (let i = 0; i < 3; i++) {
		const shown = asked(t, i);
		const toRow = ease(t, 1, 1.24);
		const toSheet = ease(t, 2, 2.24);
		const size = mix(mix(l.big, l.head, toRow), l.sheetHead, toSheet);
		const x = mix(mix(l.alone[i][0], l.rows[i][0], toRow), l.sheet[i][0], toSheet);
		const y = mix(mix(l.alone[i][1], l.rows[i][1], toRow), l.sheet[i][1], toSheet) + leave * c.view.height * 1.2;
		// On its way from the balloon to the sheet each question keeps its paper.
		if (t > 1 && t < 1.26)
			frame.ink.push({
				type: 'shape',
				d: slab(
					x - size * 0.42,
					y - size * 1.12,
					measure(c.say(`q.${i + 1}`), size, 'grot') + size * 0.84,
					size * 1.56
				),
				fill: 'paper',
				stroke: 'ink',
				width: 1.8,
				opacity: 1 - ease(t, 1.18, 1.25)
			});
		frame.marks.push({
			type: 'text',
			key: `q-${i + 1}`,
			x,
			y,
			text: c.say(`q.${i + 1}`),
			size,
			font: 'grot',
			weight: 800,
			opacity: ease(shown, 0.5, 1)
		});
	}
	if (t <= 1.02) {
		frame.subject = askersAt(c).map(({ x, y, k }) => ({ x: x - 0.4 * k, y: y - 1.8 * k, w: 0.8 * k, h: 1.8 * k }));
		frame.says = c.say('says.1');
	}
}

function town(c: SceneContext, t: number, frame: Frame): void {
	const l = layoutOf(c);
	const { free } = c.view;
	const input = readTown(c.params);
	const bill = computeTown(input);
	const said = sentences(c.say, c.number, input);
	const leave = 1 - ease(t, 2, 2.1);
	const shown = (i: number) => ease(t, 1.16 + i * 0.05, 1.26 + i * 0.05) * leave;
	const gap = l.small ? 5 : 9;
	const bar = l.small ? 11 : Math.min(30, l.panel.h / 15);
	const left = l.rows[0][0];
	const longest = Math.max(bill.high, 1);
	const w = l.panel.x + l.panel.w - (left - l.panel.x) - left;
	const scale = (n: number) => (w * n) / longest;

	// One mast a camera, or several where they would no longer be told apart.
	const each = camerasAMast(input.cameras);
	const legend =
		input.cameras === 1
			? c.say('masts.single')
			: c.say(each === 1 ? 'masts.one' : 'masts.many', { n: input.cameras, k: each });
	const ls = l.small ? 12 : 15;
	const lw = measure(legend, ls, 'mono') + 16;
	frame.marks.push(
		{
			type: 'rect',
			key: 'masts.slip',
			x: l.panel.x,
			y: l.panel.y - ls * 1.8 - (l.small ? 4 : 8),
			w: lw,
			h: ls * 1.8,
			fill: 'paper',
			stroke: 'ink',
			width: 1.3,
			opacity: shown(0)
		},
		{
			type: 'text',
			key: 'masts',
			x: l.panel.x + 8,
			y: l.panel.y - (l.small ? 4 : 8) - ls * 0.55,
			text: legend,
			size: ls,
			font: 'mono',
			opacity: shown(0)
		}
	);

	// How much: a bar from the lower price to the higher.
	let y = l.rows[0][1] + gap;
	frame.marks.push(
		{
			type: 'rect',
			key: 'bar-high',
			x: left,
			y,
			w: Math.max(2, scale(bill.high)),
			h: bar,
			fill: '#C99A3F',
			fillOpacity: 0.28,
			stroke: 'ink',
			width: 1.3,
			dash: '4 4',
			fact: 'f02',
			opacity: shown(0)
		},
		{
			type: 'rect',
			key: 'bar-low',
			x: left,
			y,
			w: Math.max(2, scale(bill.low)),
			h: bar,
			fill: '#C99A3F',
			stroke: 'ink',
			width: 1.3,
			fact: 'f02',
			opacity: shown(0)
		}
	);
	lines(c, frame, 'cost', said.cost, y + bar, shown(0), 'f02');

	// Who: the same bar, with the State's part.
	y = l.rows[1][1] + gap;
	frame.marks.push(
		{
			type: 'rect',
			key: 'pay-high',
			x: left,
			y,
			w: Math.max(2, scale(bill.high)),
			h: bar,
			stroke: 'ink',
			width: 1.3,
			dash: '4 4',
			opacity: shown(1)
		},
		{
			type: 'rect',
			key: 'pay-town',
			x: left,
			y,
			w: Math.max(2, scale(bill.low)),
			h: bar,
			fill: '#EFE4CF',
			stroke: 'ink',
			width: 1.3,
			opacity: shown(1)
		},
		{
			type: 'rect',
			key: 'pay-state',
			x: left,
			y,
			w: Math.max(1, scale(bill.aid)),
			h: bar,
			fill: 'blue',
			stroke: 'ink',
			width: 1.3,
			fact: 'f01',
			opacity: shown(1)
		}
	);
	lines(c, frame, 'pays', said.pays, y + bar, shown(1), 'f01');

	// What for: people to watch, alerts to sort.
	y = l.rows[2][1] + gap;
	const people = l.small ? 15 : Math.min(44, l.panel.h / 10);
	frame.ink.push(...watchers(left, y, w * 0.46, people, bill.agents, shown(2)));
	frame.ink.push(...alerts(left + w * 0.52, y, w * 0.48, people, Math.round(bill.alerts), shown(2)));
	lines(
		c,
		frame,
		'result',
		`${said.result} ${c.say('result.study', { solved: GRENOBLE.solved, cases: GRENOBLE.cases })}`,
		y + people,
		shown(2),
		'f17'
	);
	if (t > 1.02 && t <= 2.02) {
		frame.subject = [{ x: free.x, y: free.y, w: free.w, h: l.panel.y - free.y }, l.panel];
		frame.says = c.say('says.2', { n: c.number(input.cameras) });
	}
}

function lines(
	c: SceneContext,
	frame: Frame,
	key: string,
	text: string,
	top: number,
	opacity: number,
	fact: string
): void {
	const l = layoutOf(c);
	frame.marks.push(
		...block({
			key,
			text,
			x: l.rows[0][0],
			y: top + l.text * 1.25,
			max: l.panel.w - 2 * (l.rows[0][0] - l.panel.x),
			size: l.text,
			leading: 1.14,
			font: 'news',
			fact,
			opacity
		})
	);
}

/** Lays `n` cells in a strip, in as many rows as make them largest. */
function cells(
	x: number,
	y: number,
	w: number,
	h: number,
	n: number,
	most: number
): { x: number; y: number; cell: number }[] {
	let rows = 1;
	while ((w / Math.ceil(n / rows)) * rows < h && rows < 60) rows++;
	const best = Math.max(
		Math.min(w / Math.ceil(n / rows), h / rows),
		Math.min(w / Math.ceil(n / Math.max(1, rows - 1)), h / Math.max(1, rows - 1))
	);
	const cell = Math.min(most, best);
	const columns = Math.max(1, Math.floor(w / cell + 1e-6));
	return Array.from({ length: n }, (_, i) => ({
		x: x + ((i % columns) + 0.5) * cell,
		y: y + (Math.floor(i / columns) + 0.5) * cell,
		cell
	}));
}

function watchers(x: number, y: number, w: number, h: number, n: number, opacity: number): Ink[] {
	const heads: number[] = [];
	let bodies = '';
	for (const p of cells(x, y, w, h, n, h)) {
		const g = p.cell * 0.86;
		const cy = p.y + g * 0.2;
		heads.push(p.x, cy - g * 0.34, g * 0.2);
		bodies += `M${(p.x - g * 0.34).toFixed(1)} ${(cy + g * 0.3).toFixed(1)}V${(cy + g * 0.12).toFixed(1)}Q${p.x.toFixed(1)} ${(cy - g * 0.4).toFixed(1)} ${(p.x + g * 0.34).toFixed(1)} ${(cy + g * 0.12).toFixed(1)}V${(cy + g * 0.3).toFixed(1)}Z`;
	}
	return [
		{ type: 'shape', d: bodies, fill: '#46685E', stroke: 'ink', width: 1, opacity },
		{ type: 'dots', xyr: heads, fill: '#D8A27F', stroke: 'ink', width: 1, opacity }
	];
}

/** Alerts of a day, as red dots; ten thousand and more are drawn one for ten. */
function alerts(x: number, y: number, w: number, h: number, n: number, opacity: number): Ink[] {
	const drawn = n > 4000 ? Math.round(n / 10) : n;
	return [
		{
			type: 'dots',
			xyr: cells(x, y, w, h, drawn, h * 0.4).flatMap((p) => [p.x, p.y, p.cell * 0.36]),
			fill: 'signal',
			opacity
		}
	];
}

const sheetLeave = (t: number): number => ease(t, 2.98, 3.18);

/** The paper the answers are drawn on, which grows into the sheet to take away. */
function paper(c: SceneContext, t: number, frame: Frame): void {
	const l = layoutOf(c);
	const come = ease(t, 1, 1.22);
	const grow = ease(t, 2, 2.24);
	const { panel: a, paper: b } = l;
	const p: Rect = { x: mix(a.x, b.x, grow), y: mix(a.y, b.y, grow), w: mix(a.w, b.w, grow), h: mix(a.h, b.h, grow) };
	p.y += (1 - come) * (c.view.height - a.y + 10) + sheetLeave(t) * c.view.height * 1.2;
	const fold = (l.small ? 20 : 34) * grow;
	frame.ink.push(
		{ type: 'shape', d: slab(p.x + 6, p.y + 6, p.w, p.h), fill: 'ink', opacity: 0.18 },
		{
			type: 'shape',
			d: `M${p.x} ${p.y}H${p.x + p.w - fold}L${p.x + p.w} ${p.y + fold}V${p.y + p.h}H${p.x}Z`,
			fill: '#FFFDF8',
			stroke: 'ink',
			width: 1.6
		},
		{
			type: 'shape',
			d: `M${p.x + p.w - fold} ${p.y}V${p.y + fold}H${p.x + p.w}Z`,
			fill: '#E9E0CC',
			stroke: 'ink',
			width: 1.6
		}
	);
}

/** A sheet of paper with the questions to ask, boxes to tick and the town's own figures in blue. */
function sheet(c: SceneContext, t: number, frame: Frame): void {
	const l = layoutOf(c);
	const p = l.paper;
	const drop = sheetLeave(t) * c.view.height * 1.2;
	const y = p.y + drop;
	const left = l.sheet[0][0];
	const shown = ease(t, 2.16, 2.3);
	const input = readTown(c.params);
	const bill = computeTown(input);
	const title = l.small ? 19 : 32;
	frame.marks.push(
		{
			type: 'text',
			key: 'sheet',
			x: left,
			y: y + (l.small ? 28 : 54),
			text: c.say('sheet'),
			size: title,
			font: 'grot',
			opacity: shown
		},
		{
			type: 'line',
			key: 'sheet-line',
			x1: left,
			x2: p.x + p.w - (l.small ? 14 : 36),
			y1: y + (l.small ? 36 : 68),
			y2: y + (l.small ? 36 : 68),
			stroke: 'ink',
			width: 1.4,
			opacity: shown
		}
	);
	const note = c.say('sheet.note', {
		n: c.number(input.cameras),
		low: euros(c.say, c.number, bill.low),
		high: euros(c.say, c.number, bill.high)
	});
	const noteSize = l.small ? 13 : 17;
	const right = p.x + p.w - (l.small ? 14 : 36);
	if (left + measure(c.say('q.1'), l.sheetHead, 'grot') + 16 + measure(note, noteSize, 'news') < right)
		frame.marks.push({
			type: 'text',
			key: 'sheet-note',
			x: right,
			y: l.sheet[0][1] + drop,
			text: note,
			size: noteSize,
			font: 'news',
			italic: true,
			anchor: 'end',
			fill: 'blue',
			opacity: ease(t, 2.44, 2.54)
		});
	for (let i = 0; i < 3; i++) {
		let line = l.sheet[i][1] + drop + (l.small ? 20 : 32);
		for (let n = 1; n <= 2; n++) {
			const opacity = ease(t, 2.26 + (i * 2 + n) * 0.03, 2.36 + (i * 2 + n) * 0.03);
			const box = l.small ? 10 : 15;
			const rows = wrap(c.say(`sheet.${i + 1}.${n}`), l.sheetText, 'news', right - left - box - 12);
			frame.marks.push(
				{
					type: 'rect',
					key: `tick-${i}-${n}`,
					x: left,
					y: line - box * 0.86,
					w: box,
					h: box,
					stroke: 'ink',
					width: 1.3,
					opacity
				},
				...rows.map((text, r): Mark => ({
					type: 'text',
					key: `item-${i}-${n}-${r}`,
					x: left + box + 10,
					y: line + r * l.sheetText * 1.2,
					text,
					size: l.sheetText,
					font: 'news',
					opacity
				}))
			);
			line += rows.length * l.sheetText * 1.2 + (l.small ? 5 : 12);
		}
		// Room to write.
		const foot = l.sheet[i][1] + drop + l.items - l.sheetHead * 1.7;
		const gap = l.small ? 20 : 30;
		let rules = '';
		for (let ry = line + gap * 0.4; ry < foot; ry += gap) rules += `M${left} ${ry.toFixed(1)}H${right}`;
		if (rules)
			frame.marks.push({
				type: 'path',
				key: `rules-${i}`,
				d: rules,
				stroke: 'muted',
				width: 1,
				dash: '1 5',
				opacity: shown
			});
	}
	if (t < 3) {
		frame.subject = [p];
		frame.says = c.say('says.3');
	}
}

function sisters(c: SceneContext, t: number, frame: Frame, camera: Camera): void {
	if (t < 4.02) {
		const p = project(camera, MEETING[0], MEETING[1], 0, { u: 0, v: 0, k: 0 });
		frame.subject = [{ x: p.u - p.k, y: p.v - 1.9 * p.k, w: 2 * p.k, h: 2 * p.k }];
		frame.says = c.say('says.4');
	} else {
		const home = someone(c, t, frame, camera);
		const both = placePeople(c.recording, worldAt(c, t), camera, ['nour', 'salma']).map(bodyRect);
		frame.subject = both.length ? both : [home];
		frame.says = c.say('says.5');
	}
}

/** Whoever comes last: drawn for this picture only, in no recording. */
const LAST: Look = {
	coat: '#3F6B63',
	legs: '#59636B',
	skin: '#C48A66',
	hair: '#3A2C22',
	cut: 'bun',
	long: true,
	bag: '#B98D63',
	shoes: '#4B3A30'
};
/** Steps a metre. */
const STRIDE = 0.72;

/** Somebody comes to the place where Nour stood, stops, and waits. Gives where that is on the stage. */
function someone(c: SceneContext, t: number, frame: Frame, camera: Camera): Rect {
	const [homeX, homeY] = HOMES.nour;
	const come = ease(t, 4.3, 4.86);
	const x = mix(homeX - 15, homeX, come);
	const y = mix(homeY + 2.2, homeY, come);
	const { u, v, k } = project(camera, x, y, 0, { u: 0, v: 0, k: 0 });
	const walking = come > 0 && come < 1;
	const wait = come >= 1 ? c.life : 0;
	if (come > 0)
		frame.ink.push(
			{
				type: 'shape',
				d: oval(u + 0.62 * k, v + 0.01 * k, 0.74 * k, 0.07 * k),
				fill: 'ink',
				opacity: 0.16
			},
			{
				type: 'person',
				look: LAST,
				pose: walking ? 'walk' : 'stand',
				x: u,
				y: v,
				k,
				height: 1.66,
				// Now and then they look along the street.
				facing: walking ? 1 : Math.floor(wait / 3) % 3 === 2 ? -1 : 0,
				phase: ((15 * come) / (2 * STRIDE)) % 1
			}
		);
	const home = project(camera, homeX, homeY, 0, { u: 0, v: 0, k: 0 });
	return { x: home.u - 0.4 * home.k, y: home.v - 1.75 * home.k, w: 0.8 * home.k, h: 1.8 * home.k };
}
