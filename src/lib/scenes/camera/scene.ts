import { scaleLinear } from 'd3';
import { between, MAST, project, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera, type Pose } from '../../camera/camera';
import { ease, mix, span } from '../../figure/motion';
import { domeAt, mastInk } from '../../figure/mast';
import { bodyRect, frameSquare, placePeople, sensorRect, viewfinder, worldFrame } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import { travel } from '../../figure/travel';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext } from '../../picture/frame';
import type { Look } from '../../street/types';
import { AID_PER_CAMERA, COSTS, RETENTION_DAYS } from './data';
import { band, lay, type Piece } from './ribbon';

/** Goes on where `place` ended. */
const START = 460;
const SPAN = 24;
/** While numbers are shown the picture is held, as a still from the sensor would be. */
export const HELD = START + 2 * SPAN;

/** Those who ask, in their order on either side of the elected official. */
const OFFICIALS: { key: string; look: Look; dx: number }[] = [
	{
		key: 'police',
		dx: -2,
		look: { coat: '#384a63', legs: '#2e3138', skin: '#D8A27F', hair: '#2a1d18', hat: '#2c3848', cut: 'short' }
	},
	{
		key: 'shops',
		dx: -1,
		look: { coat: '#7A4A5E', legs: '#3D4654', skin: '#E0B08E', hair: '#6b4a2b', apron: '#F2E7CF', cut: 'bun' }
	},
	{
		key: 'mayor',
		dx: 0,
		look: { coat: '#4c5966', legs: '#2b2d33', skin: '#E0B08E', hair: '#8E9AA3', cut: 'bald', glasses: true }
	},
	{
		key: 'residents',
		dx: 1,
		look: { coat: '#9AA894', legs: '#5a4a42', skin: '#8d5a3c', hair: '#dcd6cc', long: true, cut: 'curly' }
	},
	{
		key: 'neighbours',
		dx: 2,
		look: { coat: '#C99A3F', legs: '#44414a', skin: '#D8A27F', hair: '#3a2c22', cut: 'short', beard: true }
	}
];

function loupe(c: SceneContext, body: Rect, sensor: Rect, t: number): Mark[] {
	const pixels = c.recording.sensor(HELD, 'luma');
	if (!pixels || t <= 0) return [];
	const phone = small(c);
	// Fewer pixels on a phone, so that their numbers can be read.
	const COLUMNS = phone ? 7 : 11;
	const ROWS = phone ? 12 : 15;
	const s = sensor.w / SENSOR_WIDTH;
	const u0 = Math.round((body.x + body.w / 2 - sensor.x) / s - COLUMNS / 2);
	const v0 = Math.round((body.y - sensor.y) / s - 1);
	const f = c.view.free;
	const cell = Math.floor(
		phone
			? Math.min((f.w * 0.62) / COLUMNS, (f.h - 8) / ROWS)
			: Math.min(38, (f.h * 0.84) / ROWS, (f.w * 0.54) / COLUMNS)
	);
	const size = Math.min(phone ? 13 : 14, cell * 0.4);
	const x0 = f.x + f.w - COLUMNS * cell - 4;
	const y0 = f.y + (f.h - ROWS * cell) / 2;
	const from = { x: sensor.x + u0 * s, y: sensor.y + v0 * s, w: COLUMNS * s, h: ROWS * s };
	const box = {
		x: mix(from.x, x0, t),
		y: mix(from.y, y0, t),
		w: mix(from.w, COLUMNS * cell, t),
		h: mix(from.h, ROWS * cell, t)
	};
	const marks: Mark[] = [
		{ type: 'rect', key: 'loupe-from', ...from, stroke: 'ink', width: 2 },
		{
			type: 'line',
			key: 'loupe-a',
			x1: from.x + from.w,
			y1: from.y,
			x2: box.x,
			y2: box.y,
			stroke: 'ink',
			width: 1.2,
			opacity: t
		},
		{
			type: 'line',
			key: 'loupe-b',
			x1: from.x + from.w,
			y1: from.y + from.h,
			x2: box.x,
			y2: box.y + box.h,
			stroke: 'ink',
			width: 1.2,
			opacity: t
		},
		// The pixels keep their places under the glass: only the glass grows.
		{
			type: 'group',
			key: 'loupe',
			x: box.x,
			y: box.y,
			scale: box.w / (COLUMNS * cell),
			children: [
				{ type: 'rect', key: 'back', x: -3, y: -3, w: COLUMNS * cell + 6, h: ROWS * cell + 6, fill: 'ink' },
				{ type: 'group', key: 'pixels', children: [] },
				{ type: 'group', key: 'numbers', opacity: span(t, 0.6, 1), children: [] }
			]
		}
	];
	const glass = marks[marks.length - 1] as Extract<Mark, { type: 'group' }>;
	const [, squares, numbers] = glass.children as Extract<Mark, { type: 'group' }>[];
	for (let j = 0; j < ROWS; j++)
		for (let i = 0; i < COLUMNS; i++) {
			const u = Math.max(0, Math.min(319, u0 + i));
			const v = Math.max(0, Math.min(179, v0 + j));
			const l = pixels[4 * (v * SENSOR_WIDTH + u)];
			squares.children.push({
				type: 'rect',
				key: `p${i}.${j}`,
				x: i * cell,
				y: j * cell,
				w: cell + 0.4,
				h: cell + 0.4,
				fill: `rgb(${l},${l},${l})`
			});
			if (t > 0.6 && cell >= 17)
				numbers.children.push({
					type: 'text',
					key: `n${i}.${j}`,
					x: (i + 0.5) * cell,
					y: (j + 0.5) * cell + size * 0.36,
					text: String(l).padStart(3, '0'),
					size,
					font: 'mono',
					anchor: 'middle',
					fill: l > 118 ? 'ink' : '#FFFFFF'
				});
		}
	return marks;
}

/** The picture as the table of numbers it is, right of `edge`: of so many, as many as can be read, on paper. */
function table(c: SceneContext, sensor: Rect, edge: number): { ink: Ink[]; marks: Mark[] } {
	const pixels = c.recording.sensor(HELD, 'luma');
	const { width, height } = c.view;
	if (!pixels || edge >= width) return { ink: [], marks: [] };
	const s = sensor.w / SENSOR_WIDTH;
	const coarse = Math.max(8, Math.ceil(29 / s));
	const middle = coarse >> 1;
	const cell = s * coarse;
	const size = cell / 2.4;
	const clip = { x: edge, y: 0, w: width - edge, h: height };
	const marks: Mark[] = [];
	const first = Math.max(0, Math.ceil((Math.max(0, edge) - sensor.x) / cell));
	const last = Math.min(SENSOR_WIDTH / coarse, Math.floor((width - sensor.x) / cell));
	for (let row = 0; row * coarse + middle < SENSOR_HEIGHT; row++) {
		const y = sensor.y + (row + 0.5) * cell + size * 0.36;
		if (y < size || y > height) continue;
		// A line of numbers, each as wide as its cell: four letters of a hand whose letters are all 0.6 wide.
		let text = '';
		for (let col = first; col < last; col++)
			text +=
				String(pixels[4 * ((row * coarse + middle) * SENSOR_WIDTH + col * coarse + middle)]).padStart(3, '0') + ' ';
		if (text)
			marks.push({
				type: 'text',
				key: `row${row}`,
				x: sensor.x + first * cell + size * 0.3,
				y,
				text: text.trimEnd(),
				size,
				font: 'mono'
			});
	}
	return {
		ink: [
			{ type: 'shape', d: `M${edge} 0H${width}V${height}H${edge}Z`, fill: 'paper' },
			{ type: 'sensor', at: HELD, layer: 'luma', ...sensor, clip, opacity: 0.42 }
		],
		marks
	};
}

const small = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const frame = (c: SceneContext, p: Pose): Camera =>
	frameSquare(c.view, p, { focus: small(c) ? [0.47, 0.6] : [0.5, 0.6] });

/** Metres from the eye to those who ask, and from the ground to the ribbon. */
const NEAR = 4;
const WAIST = 0.98;

/** Before the half globe, near. */
const dome = (c: SceneContext): Pose => ({
	x: small(c) ? 0.03 : -0.32,
	y: small(c) ? -14.75 : -14.5,
	z: 8.47,
	tilt: 0,
	focal: 1.26,
	horizon: 0.36
});
/** At the foot of the mast, looking up at it. */
function foot(c: SceneContext): Pose {
	const own: Pose = {
		x: 0,
		y: small(c) ? -24 : -23,
		z: 1.6,
		tilt: 0,
		focal: small(c) ? 0.62 : 0.76,
		// On a phone on its side the bar lies over the foot of the stage.
		horizon: c.view.portrait ? 0.66 : small(c) ? 0.57 : 0.62
	};
	const camera = frame(c, own);
	const middle = c.view.free.x + c.view.free.w / 2;
	return { ...own, x: ((camera.u0 - middle) * (MAST.y - own.y)) / camera.f };
}
/** The same turned to the sky, above the roofs, the mast left aside. */
const sky = (c: SceneContext): Pose => {
	const own = foot(c);
	return { ...own, x: own.x - (small(c) ? 5 : 6.5), horizon: small(c) ? 1.24 : 1.08 };
};

/** How the next chapter leaves the sky: `t` 0 as this one ends, 1 back at the mast's own view. And the frame it ends on. */
export const leaving = (c: SceneContext, t: number): { camera: Camera; at: number } => ({
	camera: frame(c, between(sky(c), MAST, t)),
	at: START + 7 * SPAN
});

function pose(c: SceneContext): Pose {
	const t = c.progress;
	switch (c.step) {
		case 4:
			return travel(
				[
					[0.2, MAST],
					[0.42, between(MAST, dome(c), 0.55)],
					[0.62, dome(c)]
				],
				t
			);
		case 5:
			return travel(
				[
					[0, dome(c)],
					[0.16, { ...between(dome(c), foot(c), 0.45), z: 7.6 }],
					[0.4, foot(c)]
				],
				t
			);
		case 6:
			return foot(c);
		case 7:
			return between(foot(c), sky(c), ease(t, 0, 0.34));
		default:
			return MAST;
	}
}

const at = { u: 0, v: 0, k: 0 };

interface Standing {
	key: string;
	ink: Ink;
	x: number;
	y: number;
	k: number;
}

/** Pixels from one of those who ask to the next. */
const apart = (c: SceneContext): number => Math.min(c.view.free.w / 5.2, (1.35 * frame(c, foot(c)).f) / NEAR);

/** The elected official and those who ask, on the ground before the mast, seen by the camera as it moves. */
function company(c: SceneContext, camera: Camera): Standing[] {
	const own = foot(c);
	const level = frame(c, own);
	const y = own.y + NEAR;
	const k = level.f / NEAR;
	const f = c.view.free;
	const step = apart(c);
	const cut = cutAt(c);
	return OFFICIALS.map((o, i) => {
		const mayor = o.key === 'mayor';
		let x = f.x + f.w / 2 + o.dx * step;
		let walks: number;
		let facing: -1 | 1 = o.dx < 0 || mayor ? 1 : -1;
		if (c.step === 5) {
			// They come from both sides while the eye comes down, and are all there once it has.
			const come = ease(c.progress, 0.03 + 0.035 * i, 0.25 + 0.04 * i);
			x += (1 - come) * (o.dx < 0 || (mayor && small(c)) ? -1 : 1) * f.w * 0.9;
			walks = come > 0 && come < 1 ? come : 0;
			if (mayor && come < 1) facing = small(c) ? 1 : -1;
		} else {
			// The ribbon is cut where the State's part ends: the official goes there, the others make room.
			const go = c.step === 6 ? ease(c.progress, 0.14, 0.34) : 1;
			const right = axis(c).range()[1] - 0.36 * k;
			const place = mayor ? cut + 0.36 * k : mix(cut + 1.25 * k, right, (i < 2 ? i : i - 1) / 3);
			walks = go > 0 && go < 1 && Math.abs(place - x) > 4 ? go : 0;
			x = mix(x, place, go);
			facing = -1;
		}
		project(camera, own.x + (x - level.u0) / k, y, 0, at);
		return {
			key: o.key,
			x: at.u,
			y: at.v,
			k: at.k,
			ink: {
				type: 'person',
				look: o.look,
				pose: walks ? 'walk' : 'stand',
				phase: walks ? (walks * 4) % 1 : 0.13 * i + ((c.life / 5.3) % 1),
				x: at.u,
				y: at.v,
				k: at.k,
				height: [1.78, 1.66, 1.74, 1.6, 1.81][i],
				facing
			}
		};
	});
}

/** The axis that the ribbon and the chart share, euros to pixels. */
function axis(c: SceneContext) {
	const f = c.view.free;
	const s = small(c);
	return scaleLinear([0, 36_000], [f.x + (s ? 6 : 10), f.x + f.w - (s ? 24 : 44)]);
}
const cutAt = (c: SceneContext): number => axis(c)(AID_PER_CAMERA);

/** Rows of the chart: the ribbon's own, then one for each price. */
function rowsOf(c: SceneContext): { head: number; first: number; step: number; bottom: number } {
	const f = c.view.free;
	const s = small(c);
	const bottom = f.y + f.h - (s ? 20 : 120);
	const head = f.y + (s ? 20 : 40);
	const first = head + (s ? 46 : 74);
	return { head, first, step: Math.min(s ? 70 : 108, (bottom - first - (s ? 4 : 16)) / COSTS.length), bottom };
}

/** The ribbon from tied to cut to fallen, and from the ground up into the chart as its first bar. */
function ribbon(c: SceneContext, camera: Camera): { ink: Ink[]; thick: number } {
	const level = frame(c, foot(c));
	const k = level.f / (NEAR - 0.35);
	const x = axis(c);
	const [x0, x1] = x.range();
	const ground = level.v0 + 1.6 * k;
	const y = ground - WAIST * k;
	const t = c.progress;
	const six = c.step === 6;
	const fallen = six ? ease(t, 0.46, 0.7) : 1;
	const straight = six ? 0 : ease(t, 0.06, 0.4);
	const cut = six ? t >= 0.44 : true;
	const whole = six ? ease(t, 0.02, 0.2) : 1;
	const share = cutAt(c);
	const s = (share - x0) / (x1 - x0);
	const thick = mix(Math.max(9, 0.12 * k), small(c) ? 15 : 24, straight);
	const base = { x0, x1, y, sag: 0.12 * k, ground: ground - 3, fallen, bar: rowsOf(c).first, straight };
	const piece = (p: Omit<Piece, keyof typeof base>, fill: string): Ink => ({
		type: 'shape',
		d: band(lay({ ...base, ...p }), thick),
		fill,
		stroke: 'ink',
		width: 1.6,
		round: true
	});
	const ink: Ink[] = [];
	// The posts stand on the ground and leave with it.
	const own = foot(c);
	for (const px of [x0, x1]) {
		project(camera, own.x + (px - level.u0) / k, own.y + NEAR - 0.35, 0, at);
		const h = WAIST * at.k;
		const w = Math.max(2.5, 0.035 * at.k);
		ink.push({
			type: 'shape',
			d: `M${at.u - w * 3.4} ${at.v}h${w * 6.8}l${-w * 2.4} ${-w * 1.6}h${-w * 2}ZM${at.u - w} ${at.v - w}V${at.v - h}h${2 * w}V${at.v - w}ZM${at.u - 2 * w} ${at.v - h}a${2 * w} ${2 * w} 0 1 1 ${4 * w} 0Z`,
			fill: '#C9A46A',
			stroke: 'ink',
			width: 1.5
		});
	}
	if (cut) {
		// The part the State did not pay pales.
		ink.push({ ...piece({ from: s, to: 1, tied: 'right' }, OCHRE), fillOpacity: 1 - 0.72 * straight } as Ink);
		ink.push(piece({ from: 0, to: s, tied: 'left' }, OCHRE));
	} else if (whole > 0) ink.push(piece({ from: 0, to: whole, tied: 'left' }, OCHRE));
	// The scissors.
	const open = six ? ease(t, 0.3, 0.38) * (1 - ease(t, 0.42, 0.45)) : 0;
	const there = six ? ease(t, 0.28, 0.34) * (1 - ease(t, 0.56, 0.62)) : 0;
	if (there > 0) {
		const r = Math.max(15, 0.17 * k);
		const cy = y + base.sag * 4 * s * (1 - s);
		const a = 0.1 + 0.42 * open;
		const blade = (side: 1 | -1): string => {
			const c1 = Math.cos(a);
			const s1 = side * Math.sin(a);
			const bx = share + r * 0.55;
			return `M${bx} ${cy}L${bx - r * 1.5 * c1} ${cy - r * 1.5 * s1}M${bx} ${cy}L${bx + r * 0.9 * c1} ${cy + r * 0.9 * s1}m0 ${side * r * 0.3}m${-r * 0.3} 0a${r * 0.3} ${r * 0.3} 0 1 0 ${r * 0.6} 0a${r * 0.3} ${r * 0.3} 0 1 0 ${-r * 0.6} 0`;
		};
		ink.push(
			{
				type: 'shape',
				d: blade(1) + blade(-1),
				stroke: 'ink',
				width: r * 0.3,
				fill: 'none',
				round: true,
				opacity: there
			},
			{
				type: 'shape',
				d: blade(1) + blade(-1),
				stroke: '#DDE3E4',
				width: r * 0.15,
				fill: 'none',
				round: true,
				opacity: there
			}
		);
	}
	return { ink, thick };
}

const OCHRE = '#C99A3F';
/** Behind letters that a line may cross. */
const SKY = '#DDE7E5';

function chart(c: SceneContext, t: number): Mark[] {
	const f = c.view.free;
	const s = small(c);
	const size = s ? 12.5 : 17;
	const x = axis(c);
	const left = x(0);
	const rows = rowsOf(c);
	const thick = s ? 13 : 20;
	const paint = { font: 'news' as const, size, halo: SKY };
	const shown = ease(t, 0.34, 0.44);
	const title = s ? 18 : 28;
	const marks: Mark[] = wrap(c.say('chart.title'), title, 'grot', f.w - 10).map((text, i) => ({
		type: 'text',
		key: `chart-title${i}`,
		x: left,
		y: rows.head + i * title * 1.1 - (s ? 4 : 8),
		text,
		size: title,
		font: 'grot',
		opacity: shown
	}));
	const end = rows.first + rows.step * COSTS.length + (s ? 16 : 26);
	for (const v of [0, 10_000, 20_000, 30_000])
		marks.push(
			{
				type: 'line',
				key: `tick${v}`,
				x1: x(v),
				x2: x(v),
				y1: rows.first + thick,
				y2: end,
				stroke: 'ink',
				width: 1,
				opacity: 0.2 * shown
			},
			{
				type: 'text',
				key: `tick-text${v}`,
				x: x(v),
				y: end + 17,
				text: v === 0 ? '0' : `${c.number(v)} €`,
				size: s ? 12 : 13,
				font: 'mono',
				anchor: v === 0 ? 'start' : 'middle',
				opacity: shown
			}
		);
	const aid = x(AID_PER_CAMERA);
	marks.push(
		{
			type: 'line',
			key: 'aid-end',
			x1: aid,
			x2: aid,
			y1: rows.first + thick / 2,
			y2: mix(rows.first + thick / 2, end, ease(t, 0.44, 0.6)),
			stroke: '#8a6518',
			width: 2,
			dash: '5 5',
			opacity: shown
		},
		{
			type: 'text',
			key: 'aid-name',
			x: left,
			y: rows.first + thick + (s ? 8 : 12),
			text: c.say('aid.name'),
			...paint,
			weight: 600,
			opacity: shown
		},
		{
			type: 'text',
			key: 'aid-value',
			x: left + measure(c.say('aid.name'), size, 'news') + (s ? 8 : 14),
			y: rows.first + thick + (s ? 8 : 12),
			text: c.say('aid.value', { euros: c.number(Math.round(AID_PER_CAMERA)) }),
			size: s ? 12 : 14,
			font: 'mono',
			weight: 600,
			opacity: shown,
			fact: 'f01'
		}
	);
	COSTS.forEach((cost, i) => {
		const y = rows.first + rows.step * (i + 1);
		const come = ease(t, 0.4 + 0.07 * i, 0.54 + 0.07 * i);
		if (come <= 0) return;
		const a = x(cost.low);
		const b = x(cost.high);
		const range = cost.high > cost.low ? `${c.number(cost.low)}–${c.number(cost.high)} €` : `${c.number(cost.low)} €`;
		// Each price comes down out of the ribbon it is a length of.
		const by = mix(rows.first, y, come);
		const pad = cost.high > cost.low ? 0 : thick * 0.5;
		const words = measure(range, s ? 12 : 14, 'mono');
		const right = b + pad + 10 + words < f.x + f.w;
		marks.push(
			{
				type: 'line',
				key: `stem${i}`,
				x1: left,
				x2: a - pad,
				y1: by,
				y2: by,
				stroke: 'ink',
				width: 1.6,
				opacity: come
			},
			{
				type: 'rect',
				key: `bar${i}`,
				x: a - pad,
				y: by - thick / 2,
				w: b - a + 2 * pad,
				h: thick,
				r: cost.high > cost.low ? 0 : thick / 2,
				fill: 'blue',
				stroke: 'ink',
				width: 1.6,
				opacity: Math.min(1, come * 4)
			},
			{
				type: 'text',
				key: `cost${i}`,
				x: left,
				y: by - thick / 2 - (s ? 6 : 9),
				text: c.say(`cost.${cost.key}`),
				...paint,
				opacity: span(come, 0.7, 1)
			},
			{
				type: 'text',
				key: `value${i}`,
				x: right ? b + pad + 9 : (a + b) / 2,
				anchor: right ? 'start' : 'middle',
				fill: right ? 'ink' : 'paper',
				y: by + 5,
				text: range,
				size: s ? 12 : 14,
				font: 'mono',
				weight: 600,
				halo: right ? SKY : undefined,
				opacity: span(come, 0.7, 1),
				fact: cost.fact
			}
		);
	});
	return marks;
}

function month(c: SceneContext, t: number): Mark[] {
	if (t <= 0) return [];
	const f = c.view.free;
	const small = c.view.width < 700;
	const cell = small ? 14 : 21;
	const gap = small ? 4 : 5;
	const per = 30 * (cell + gap) > f.w ? 15 : 30;
	const w = per * (cell + gap);
	const x0 = f.x + (f.w - w) / 2;
	const rows = RETENTION_DAYS / per;
	const y0 = f.y + f.h - (small ? 26 : 40) - (rows - 1) * (cell + gap);
	const days = Math.round(RETENTION_DAYS * t);
	const label = c.say('month', { days });
	const marks: Mark[] = [
		{
			type: 'rect',
			key: 'month-back',
			x: x0 - 12,
			y: y0 - 30,
			w: Math.max(w, measure(label, 13, 'mono')) + 22,
			h: 36 + rows * (cell + gap),
			fill: 'paper',
			stroke: 'ink',
			width: 1.4
		},
		{ type: 'text', key: 'month', x: x0, y: y0 - 10, text: label, size: small ? 12 : 13, font: 'mono', fact: 'f15' }
	];
	for (let d = 0; d < RETENTION_DAYS; d++)
		marks.push({
			type: 'rect',
			key: `day${d}`,
			x: x0 + (d % per) * (cell + gap),
			y: y0 + Math.floor(d / per) * (cell + gap),
			w: cell,
			h: cell,
			fill: d < days ? 'ink' : 'none',
			stroke: 'ink',
			width: 1.2
		});
	return marks;
}

export const scene: Scene = (c): Frame => {
	const view = frame(c, pose(c));
	const t = c.progress;
	const held = c.step === 2 || c.step === 3;
	const now = held
		? c.step === 2 && t < 0.08
			? worldFrame(c, START + SPAN, 0) - c.life * c.recording.fps + (t / 0.08) * SPAN
			: HELD
		: worldFrame(c, START + (c.step - 1) * SPAN, SPAN);
	const shown = held ? Math.min(now, HELD) : now;
	const ink: Ink[] = [{ type: 'street', camera: view, at: shown }];
	const marks: Mark[] = [];
	const w = c.view.width;
	const h = c.view.height;
	let subject: Rect[] | undefined;

	if (c.step <= 4) {
		const nour = placePeople(c.recording, held ? HELD : now, view, ['nour'])[0];
		if (nour && c.step <= 3) subject = [bodyRect(nour)];
		const sensor = sensorRect(view);
		// Two edges held by the scroll: left of the first the drawing, right of the second the numbers, pixels between.
		const drawn = c.step === 2 ? 1 - ease(t, 0.08, 0.78) : c.step === 3 ? 0 : c.step === 4 ? ease(t, 0, 0.17) : 1;
		const counted =
			c.step === 2
				? 1 - 0.42 * ease(t, 0.3, 0.66)
				: c.step === 3
					? 0.58
					: c.step === 4
						? mix(0.58, 1, ease(t, 0, 0.1))
						: 1;
		const a = Math.round(w * drawn);
		const b = Math.max(a, Math.round(w * counted));
		if (a < w) {
			ink.push({ type: 'sensor', at: HELD, layer: 'luma', ...sensor, clip: { x: a, y: 0, w: w - a, h } });
			const numbers = table(c, sensor, b);
			ink.push(...numbers.ink);
			marks.push(...numbers.marks);
			for (const [key, x] of [
				['wipe', a],
				['wipe-numbers', b]
			] as const)
				if (x > 0 && x < w) marks.push({ type: 'line', key, x1: x, x2: x, y1: 0, y2: h, stroke: 'ink', width: 2.5 });
		}
		if (c.step === 3 && nour) marks.push(...loupe(c, bodyRect(nour), sensor, ease(t, 0.1, 0.42)));
		const finder = c.step === 1 ? 1 : c.step === 2 ? 1 - ease(t, 0.2, 0.32) : 0;
		marks.push(...viewfinder(c, shown, finder));
		if (c.step === 4) {
			const globe = domeAt(view);
			ink.push(...mastInk(view, globe ? 1 - ease(globe.r / h, 0.3, 0.85) : 1));
			if (globe && t > 0.4) subject = [{ x: globe.x - globe.r, y: globe.y - globe.r, w: 2 * globe.r, h: 2 * globe.r }];
			marks.push(...month(c, ease(t, 0.5, 0.9)));
		}
		return { night: 0, ink, marks, subject };
	}

	ink.push(...mastInk(view));
	const people = company(c, view);
	ink.push(...people.map((p) => p.ink));
	if (c.step === 5)
		people.forEach((p, i) => {
			const size = small(c) ? 12.5 : 19;
			const come = ease(t, 0.34 + 0.02 * i, 0.4 + 0.02 * i);
			const lines = wrap(c.say(`asks.${p.key}`), size, 'grot', apart(c) - 10);
			// On a slip: the row of houses behind is full of windows.
			const foot = p.y - 1.98 * p.k;
			const top = foot - (lines.length - 1) * size * 1.05;
			const wide = Math.max(...lines.map((l) => measure(l, size, 'grot'))) + (small(c) ? 8 : 16);
			marks.push({
				type: 'rect',
				key: `asks-${p.key}-back`,
				x: p.x - wide / 2,
				y: top - size * 1.05,
				w: wide,
				h: foot - top + size * 1.45,
				fill: 'paper',
				stroke: 'ink',
				width: 1.2,
				opacity: come
			});
			lines.forEach((text, line) =>
				marks.push({
					type: 'text',
					key: `asks-${p.key}${line}`,
					x: p.x,
					y: top + line * size * 1.05,
					text,
					size,
					font: 'grot',
					anchor: 'middle',
					opacity: come
				})
			);
		});
	else ink.push(...ribbon(c, view).ink);
	if (c.step === 7) {
		const stays = 1 - ease(t, 0.93, 1);
		const rows = chart(c, t);
		marks.push(...(stays < 1 ? [{ type: 'group' as const, key: 'chart', opacity: stays, children: rows }] : rows));
	}
	const f = c.view.free;
	subject =
		c.step === 7
			? [{ x: f.x, y: f.y, w: f.w, h: rowsOf(c).bottom - f.y }]
			: people
					.filter((p) => p.x > 0 && p.x < w)
					.map((p) => ({ x: p.x - 0.3 * p.k, y: p.y - 1.75 * p.k, w: 0.6 * p.k, h: 1.75 * p.k }));
	return { night: 0, ink, marks, subject };
};
