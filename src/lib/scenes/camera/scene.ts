import { scaleLinear } from 'd3';
import { MAST } from '../../camera/camera';
import { ease, mix, span } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople, sensorRect, viewfinder, worldFrame } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext } from '../../story/frame';
import type { Look } from '../../street/types';
import { AID_PER_CAMERA, COSTS, RETENTION_DAYS } from './data';

/** Goes on where `place` ended. */
const START = 460;
const SPAN = 24;
/** While numbers are shown the picture is held, as a still from the sensor would be. */
export const HELD = START + 2 * SPAN;

/** The loupe: columns and rows of sensor pixels. */
const COLUMNS = 11;
const ROWS = 15;

const officials: { key: string; look: Look; dx: number }[] = [
	{
		key: 'police',
		dx: -2.5,
		look: { coat: '#384a63', legs: '#2e3138', skin: '#D8A27F', hair: '#2a1d18', hat: '#2c3848' }
	},
	{
		key: 'shops',
		dx: -1.5,
		look: { coat: '#7A4A5E', legs: '#333', skin: '#E0B08E', hair: '#6b4a2b', apron: '#F2E7CF' }
	},
	{
		key: 'mayor',
		dx: 0,
		look: { coat: '#4c5966', legs: '#2b2d33', skin: '#E0B08E', hair: '#8E9AA3', cut: 'short', glasses: true }
	},
	{
		key: 'residents',
		dx: 1.5,
		look: { coat: '#9AA894', legs: '#5a4a42', skin: '#8d5a3c', hair: '#dcd6cc', long: true, cut: 'bun' }
	},
	{
		key: 'neighbours',
		dx: 2.5,
		look: { coat: '#C99A3F', legs: '#44414a', skin: '#D8A27F', hair: '#3a2c22', cut: 'curly' }
	}
];

function loupe(c: SceneContext, body: Rect, sensor: Rect, t: number): Mark[] {
	const pixels = c.recording.sensor(HELD, 'luma');
	if (!pixels || t <= 0) return [];
	const s = sensor.w / 320;
	const u0 = Math.round((body.x + body.w / 2 - sensor.x) / s - COLUMNS / 2);
	const v0 = Math.round((body.y - sensor.y) / s - 1);
	const f = c.view.free;
	const cell = Math.floor(
		c.view.portrait
			? Math.min((f.w * 0.6) / COLUMNS, (f.h - 8) / ROWS)
			: Math.min(34, (f.h * 0.82) / ROWS, (f.w * 0.5) / COLUMNS)
	);
	const size = Math.max(c.view.portrait ? 9 : 10, Math.min(12, cell * 0.38));
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
		{ type: 'rect', key: 'loupe-back', x: box.x - 3, y: box.y - 3, w: box.w + 6, h: box.h + 6, fill: 'ink' }
	];
	const w = box.w / COLUMNS;
	const h = box.h / ROWS;
	for (let j = 0; j < ROWS; j++)
		for (let i = 0; i < COLUMNS; i++) {
			const u = Math.max(0, Math.min(319, u0 + i));
			const v = Math.max(0, Math.min(179, v0 + j));
			const l = pixels[4 * (v * 320 + u)];
			marks.push({
				type: 'rect',
				key: `p${i}.${j}`,
				x: box.x + i * w,
				y: box.y + j * h,
				w: w + 0.4,
				h: h + 0.4,
				fill: `rgb(${l},${l},${l})`
			});
			if (t > 0.6 && cell >= 17)
				marks.push({
					type: 'text',
					key: `n${i}.${j}`,
					x: box.x + (i + 0.5) * w,
					y: box.y + (j + 0.5) * h + size * 0.36,
					text: String(l).padStart(3, '0'),
					size,
					font: 'mono',
					anchor: 'middle',
					fill: l > 118 ? 'ink' : '#FFFFFF',
					opacity: span(t, 0.6, 1)
				});
		}
	return marks;
}

/** A mast with its camera, in ink, foot at (x, y), k pixels to a metre. */
function mast(x: number, y: number, k: number, ribbon: number): Ink[] {
	const top = y - 4.6 * k;
	const shape = (d: string, fill: string, width = 1.5): Ink => ({ type: 'shape', d, fill, stroke: 'ink', width });
	const out: Ink[] = [
		shape(`M${x - 0.34 * k} ${y}h${0.68 * k}l${-0.12 * k} ${-0.2 * k}h${-0.44 * k}Z`, '#8E9AA3'),
		shape(`M${x - 0.07 * k} ${y - 0.2 * k}V${top}h${0.14 * k}V${y - 0.2 * k}Z`, '#5d6a6c'),
		shape(`M${x} ${top + 0.12 * k}h${0.62 * k}v${-0.12 * k}H${x}Z`, '#5d6a6c'),
		shape(`M${x + 0.36 * k} ${top + 0.1 * k}h${0.56 * k}l${0.1 * k} ${0.32 * k}h${-0.76 * k}Z`, '#F4EFE4'),
		shape(`M${x + 0.4 * k} ${top + 0.42 * k}a${0.26 * k} ${0.26 * k} 0 0 0 ${0.52 * k} 0Z`, '#2c3136')
	];
	if (ribbon > 0) {
		const drop = ribbon > 1 ? (ribbon - 1) * 0.55 * k : 0;
		const half = 1.25 * k;
		const ry = y - 1.02 * k;
		const d = (side: -1 | 1) => {
			const end = x + (side * 0.12 * k) / Math.max(1, ribbon);
			return `M${x + side * half} ${ry}Q${x + side * half * 0.5} ${ry + 0.1 * k + drop} ${end} ${ry + drop * 1.6}l0 ${0.13 * k}Q${x + side * half * 0.5} ${ry + 0.23 * k + drop} ${x + side * half} ${ry + 0.13 * k}Z`;
		};
		out.push(shape(d(-1), '#C99A3F', 1.2), shape(d(1), '#C99A3F', 1.2));
	}
	return out;
}

function chart(c: SceneContext, t: number): Mark[] {
	const f = c.view.free;
	const small = c.view.width < 700;
	const size = small ? 12 : 15;
	const left = f.x + (small ? 4 : 12);
	const x = scaleLinear([0, 36_000], [left, f.x + f.w - (small ? 44 : 70)]);
	const rows = COSTS.length + 1;
	const head = small ? 46 : 96;
	const rowHeight = Math.min(small ? 66 : 104, (f.h - head - 46) / rows);
	const y0 = f.y + head + Math.max(0, (f.h - head - 46 - rows * rowHeight) / 2);
	const marks: Mark[] = [
		{
			type: 'rect',
			key: 'chart-back',
			x: f.x - 16,
			y: f.y - 4,
			w: f.w + 32,
			h: f.h + 8,
			fill: 'paper',
			fillOpacity: 0.94,
			opacity: ease(t, 0, 0.3)
		},
		...wrap(c.say('chart.title'), small ? 18 : 26, 'grot', f.w - 10).map((text, i): Mark => ({
			type: 'text',
			key: `chart-title${i}`,
			x: left,
			y: f.y + (small ? 20 : 34) + i * (small ? 20 : 29),
			text,
			size: small ? 18 : 26,
			font: 'grot',
			opacity: ease(t, 0.1, 0.3)
		}))
	];
	for (const v of [0, 10_000, 20_000, 30_000])
		marks.push(
			{
				type: 'line',
				key: `tick${v}`,
				x1: x(v),
				x2: x(v),
				y1: y0,
				y2: y0 + rows * rowHeight,
				stroke: 'ink',
				width: 1,
				opacity: 0.18 * ease(t, 0.1, 0.3)
			},
			{
				type: 'text',
				key: `tick-text${v}`,
				x: x(v),
				y: y0 + rows * rowHeight + 20,
				text: v === 0 ? '0' : `${c.number(v)} €`,
				size: 12,
				font: 'mono',
				anchor: v === 0 ? 'start' : 'middle',
				opacity: ease(t, 0.1, 0.3)
			}
		);
	COSTS.forEach((cost, i) => {
		const y = y0 + i * rowHeight;
		const shown = ease(t, 0.2 + 0.08 * i, 0.35 + 0.08 * i);
		const a = x(cost.low);
		const b = x(cost.high);
		const range = cost.high > cost.low ? `${c.number(cost.low)}–${c.number(cost.high)} €` : `${c.number(cost.low)} €`;
		marks.push(
			{
				type: 'text',
				key: `cost${i}`,
				x: left,
				y: y + size,
				text: c.say(`cost.${cost.key}`),
				size,
				font: 'news',
				halo: 'paper',
				opacity: shown
			},
			{
				type: 'line',
				key: `stem${i}`,
				x1: left,
				x2: mix(left, a, shown),
				y1: y + size + 18,
				y2: y + size + 18,
				stroke: 'ink',
				width: 1.4,
				opacity: shown
			},
			{
				type: 'rect',
				key: `bar${i}`,
				x: mix(left, a, shown) - 7,
				y: y + size + 10,
				w: (b - a) * shown + 14,
				h: 16,
				r: 8,
				fill: 'blue',
				stroke: 'ink',
				width: 1.4,
				opacity: shown
			},
			{
				type: 'text',
				key: `value${i}`,
				x: b > x(25_000) ? a - 14 : b + 14,
				anchor: b > x(25_000) ? 'end' : 'start',
				y: y + size + 23,
				text: range,
				size: 13,
				font: 'mono',
				halo: 'paper',
				opacity: shown,
				fact: cost.fact
			}
		);
	});
	const y = y0 + COSTS.length * rowHeight;
	const shown = ease(t, 0.5, 0.75);
	const w = (x(AID_PER_CAMERA) - left) * shown;
	marks.push(
		{
			type: 'text',
			key: 'aid-name',
			x: left,
			y: y + size,
			text: c.say('aid.name'),
			size,
			font: 'news',
			halo: 'paper',
			opacity: shown
		},
		{
			type: 'rect',
			key: 'aid',
			x: left,
			y: y + size + 8,
			w,
			h: 20,
			fill: 'ochre',
			stroke: 'ink',
			width: 1.4,
			opacity: shown
		},
		{
			type: 'text',
			key: 'aid-value',
			x: left + w + 10,
			y: y + size + 23,
			text: c.say('aid.value', { euros: c.number(Math.round(AID_PER_CAMERA)) }),
			size: 13,
			font: 'mono',
			halo: 'paper',
			opacity: shown,
			fact: 'f01'
		}
	);
	return marks;
}

function month(c: SceneContext, t: number): Mark[] {
	if (t <= 0) return [];
	const f = c.view.free;
	const small = c.view.width < 700;
	const cell = small ? 9 : 14;
	const gap = small ? 2 : 4;
	const per = small ? 15 : 30;
	const w = per * (cell + gap);
	const x0 = f.x + (f.w - w) / 2;
	const y0 = f.y + f.h - (small ? 42 : 66);
	const days = Math.round(RETENTION_DAYS * t);
	const label = c.say('month', { days });
	const marks: Mark[] = [
		{
			type: 'rect',
			key: 'month-back',
			x: x0 - 12,
			y: y0 - 30,
			w: Math.max(w, measure(label, 13, 'mono')) + 22,
			h: small ? 66 : 62,
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
	const camera = frameSquare(c.view, MAST, { focus: c.view.portrait || c.view.width < 700 ? [0.47, 0.6] : [0.5, 0.6] });
	const held = c.step === 2 || c.step === 3;
	const at = held
		? c.step === 2 && c.progress < 0.15
			? worldFrame(c, START + SPAN, 0) - c.life * 12.5 + c.progress * 6.6 * SPAN
			: HELD
		: worldFrame(c, START + (c.step - 1) * SPAN, SPAN);
	const sensor = sensorRect(camera);
	const ink: Ink[] = [
		{ type: 'street', camera, at: held ? Math.min(at, HELD) : at, veil: c.step === 7 ? 0 : undefined }
	];
	const marks: Mark[] = [];
	const nour = placePeople(c.recording, held ? HELD : at, camera, ['nour'])[0];
	const wide = !c.view.portrait && c.view.width >= 700;

	// The wipe: how much of the picture is pixels, from the right.
	const pixels =
		c.step === 2 ? ease(c.progress, 0.08, 0.75) : c.step === 3 ? 1 : c.step === 4 ? 1 - ease(c.progress, 0, 0.4) : 0;
	if (pixels > 0) {
		const edge = c.view.width * (1 - pixels);
		ink.push({
			type: 'sensor',
			at: HELD,
			layer: 'luma',
			...sensor,
			clip: { x: edge, y: 0, w: c.view.width - edge, h: c.view.height }
		});
		if (pixels < 1)
			marks.push({ type: 'line', key: 'wipe', x1: edge, x2: edge, y1: 0, y2: c.view.height, stroke: 'ink', width: 2 });
	}
	if (c.step <= 3) marks.push(...viewfinder(c, held ? HELD : at, 1));
	if (c.step === 3 && nour) marks.push(...loupe(c, bodyRect(nour), sensor, ease(c.progress, 0.1, 0.42)));
	if (c.step === 4) marks.push(...month(c, ease(c.progress, 0.35, 0.8)));

	if (c.step >= 5) {
		const f = c.view.free;
		const k = c.view.portrait ? f.h / 6.6 : Math.min(118, f.h / 6, f.w / 7.4);
		const x = f.x + f.w / 2;
		const y = f.y + f.h - (c.view.portrait ? 26 : 56);
		const rise = c.step === 5 ? ease(c.progress, 0, 0.25) : 1;
		const away = c.step === 7 ? ease(c.progress, 0, 0.3) : 0;
		if (away < 1) {
			const ribbon = c.step === 6 ? ease(c.progress, 0.05, 0.3) + ease(c.progress, 0.4, 0.6) : c.step === 7 ? 2 : 0;
			ink[0] = { ...ink[0], veil: 0.55 * rise } as Ink;
			ink.push(...mast(x, y + (1 - rise) * 6 * k, k, ribbon));
			officials.forEach((o, i) => {
				const come = c.step === 5 ? ease(c.progress, 0.15 + 0.09 * i, 0.35 + 0.09 * i) : 1;
				const from = o.dx < 0 ? -1 : 1;
				const px = x + (o.dx + (1 - come) * from * 4) * k * (wide ? 1 : 0.72) - (o.key === 'mayor' ? 0.55 * k : 0);
				const py = y + 0.32 * k;
				if (come > 0)
					ink.push({
						type: 'person',
						look: o.look,
						pose: come < 1 ? 'walk' : 'stand',
						phase: (come * 3) % 1,
						x: px,
						y: py,
						k,
						height: 1.72,
						facing: o.dx < 0 || o.key === 'mayor' ? 1 : -1,
						opacity: come
					});
				if (c.step === 5 && o.key !== 'mayor')
					wrap(c.say(`asks.${o.key}`), wide ? 15 : 12, 'grot', k * 1.05).forEach((text, line, all) =>
						marks.push({
							type: 'text',
							key: `asks-${o.key}${line}`,
							x: px,
							y: py - 1.95 * k - (all.length - 1 - line) * 16,
							text,
							size: wide ? 15 : 12,
							font: 'grot',
							anchor: 'middle',
							halo: 'paper',
							opacity: ease(c.progress, 0.4 + 0.07 * i, 0.5 + 0.07 * i)
						})
					);
			});
			if (away > 0) for (const i of ink) if (i.type === 'person') i.opacity = 1 - away;
		}
		if (c.step === 7) {
			ink.splice(1);
			ink[0] = { ...ink[0], veil: 0.55 + 0.35 * away } as Ink;
			if (away < 1) ink.push(...mast(x, y, k, 2));
			marks.push(...chart(c, c.progress));
		}
	}
	return { night: 0, ink, marks, subject: nour && c.step <= 3 ? [bodyRect(nour)] : undefined };
};
