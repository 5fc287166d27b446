import { scaleLinear } from 'd3';
import { between, MAST, PLAN, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { ease, mix, seeded, stagger } from '../../figure/motion';
import { frameSquare } from '../../figure/square';
import { wrap } from '../../figure/text';
import { groundPath, groundPoint } from '../../figure/trails';
import { inside } from '../../rules/index';
import { toGround } from '../../camera/camera';
import type { SceneModule } from '../index';
import type { Frame, Ink, Mark, Scene, SceneContext } from '../../story/frame';
import { DANGER, DEFAULT_COUNT, DEFAULT_HOLD, countsOf, heat, pointsIn, SAME, situations, soundings } from './data';

const ZONE = 'tram';
const phone = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const COATS = ['#B4523C', '#44587A', '#C99A3F', '#3F6B63', '#7A4A5E', '#8E9AA3', '#E3CBB7', '#384a63'];

/** The frame at which the machine counts most people at the stop. */
function peakOf(c: SceneContext): number {
	const list = countsOf(c.recording, ZONE);
	let best = 0;
	for (let f = 0; f < list.length; f++) if (list[f] > list[best]) best = f;
	return best;
}

const path = (rings: [number, number][][][], dx = 0, dy = 0): string =>
	rings
		.map((polygon) =>
			polygon
				.map(
					(ring) =>
						ring.map(([x, y], i) => `${i ? 'L' : 'M'}${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`).join('') + 'Z'
				)
				.join('')
		)
		.join('');

function zoneMarks(c: SceneContext, camera: Camera, at: number, opacity: number): Mark[] {
	const zone = c.recording.zones.find((z) => z.id === ZONE);
	if (!zone) return [];
	return [
		{
			type: 'path',
			key: 'zone',
			d: groundPath(zone.polygon, camera),
			fill: 'signal',
			fillOpacity: 0.07,
			stroke: 'signal',
			width: 2,
			dash: '10 7',
			opacity
		}
	];
}

/** The count through time, and where the rule sounds. */
function timeMarks(c: SceneContext, at: number, t: number): Mark[] {
	if (t <= 0) return [];
	const f = c.view.free;
	const small = phone(c);
	const list = countsOf(c.recording, ZONE);
	const count = Number(c.params['attroupement.count'] ?? DEFAULT_COUNT);
	const hold = Number(c.params['attroupement.hold'] ?? DEFAULT_HOLD);
	const h = small ? 74 : 130;
	const top = f.y + f.h - h - (small ? 4 : 34);
	const x = scaleLinear([0, list.length], [f.x + 34, f.x + f.w - 10]);
	const most = Math.max(count + 2, ...list);
	const y = scaleLinear([0, most], [top + h - 20, top + 16]);
	let d = '';
	for (let i = 0; i < list.length; i += 12)
		d += `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(Math.max(...list.subarray(i, i + 12))).toFixed(1)}`;
	const marks: Mark[] = [
		{
			type: 'rect',
			key: 'time-back',
			x: f.x,
			y: top - 6,
			w: f.w,
			h: h + 10,
			fill: 'paper',
			stroke: 'ink',
			width: 1.5,
			opacity: t
		},
		...soundings(c.recording, ZONE, count, hold).map((s, i): Mark => ({
			type: 'rect',
			key: `sounding-${i}`,
			x: x(s.alert),
			y: y(most),
			w: Math.max(2, x(s.to) - x(s.alert)),
			h: y(0) - y(most),
			fill: 'signal',
			fillOpacity: 0.22,
			opacity: t
		})),
		{ type: 'path', key: 'count', d, stroke: 'ink', width: 1.6, opacity: t },
		{
			type: 'line',
			key: 'count-limit',
			x1: x(0),
			x2: x(list.length),
			y1: y(count),
			y2: y(count),
			stroke: 'signal',
			width: 1.6,
			dash: '6 4',
			opacity: t
		},
		{
			type: 'text',
			key: 'count-limit-text',
			x: x(0) - 5,
			y: y(count) + 4,
			text: String(count),
			size: 12,
			font: 'mono',
			anchor: 'end',
			fill: 'signal-text',
			opacity: t
		},
		{
			type: 'line',
			key: 'count-now',
			x1: x(at),
			x2: x(at),
			y1: y(most),
			y2: y(0),
			stroke: 'ink',
			width: 1.4,
			opacity: t
		}
	];
	for (const m of [0, 1, 2, 3, 4])
		marks.push({
			type: 'text',
			key: `minute-${m}`,
			x: x(m * 60 * c.recording.fps),
			y: top + h - 4,
			text: c.say('minute', { m }),
			size: 12,
			font: 'mono',
			anchor: m === 4 ? 'end' : 'middle',
			opacity: t
		});
	return marks;
}

function counter(c: SceneContext, camera: Camera, at: number, opacity: number): Mark[] {
	const zone = c.recording.zones.find((z) => z.id === ZONE);
	if (!zone || opacity <= 0) return [];
	const corner = zone.polygon.map(([x, y]) => groundPoint(x, y, camera)).sort((a, b) => a.y - b.y)[0];
	const n = pointsIn(c.recording, at, ZONE).length;
	const size = phone(c) ? 30 : 54;
	const x = Math.max(c.view.free.x + 10, Math.min(c.view.free.x + c.view.free.w - 60, corner.x));
	return [
		{
			type: 'text',
			key: 'counter',
			x,
			y: Math.max(size + 10, corner.y - 18),
			text: String(n),
			size,
			font: 'mono',
			fill: 'signal-text',
			halo: 'paper',
			width: 8,
			opacity
		}
	];
}

function three(c: SceneContext, t: number): { ink: Ink[]; marks: Mark[] } {
	const f = c.view.free;
	const small = phone(c);
	const columns = small && c.view.portrait ? 3 : f.w > 620 ? 3 : 3;
	const gap = small ? 8 : 18;
	const w = (f.w - gap * (columns - 1)) / columns;
	const h = Math.min(w * 1.25, f.h - (small ? 64 : 110));
	const top = f.y + (f.h - h - (small ? 60 : 100)) / 2;
	const all = situations();
	const marks: Mark[] = [];
	const ink: Ink[] = [];
	(Object.keys(all) as (keyof typeof all)[]).forEach((name, i) => {
		const shown = ease(t, 0.04 + 0.08 * i, 0.2 + 0.08 * i);
		if (shown <= 0) return;
		const x = f.x + i * (w + gap);
		const points = all[name].map(([px, py]): [number, number] => [px * w, py * h]);
		marks.push({
			type: 'rect',
			key: `panel-${name}`,
			x,
			y: top,
			w,
			h,
			fill: 'ground',
			stroke: 'ink',
			width: 1.6,
			opacity: shown
		});
		const reveal = ease(t, 0.5 + 0.03 * i, 0.66 + 0.03 * i);
		if (reveal > 0)
			for (const [k, level] of heat(points, w, h, small ? 9 : 20).entries())
				marks.push({
					type: 'path',
					key: `heat-${name}-${k}`,
					d: path(level.d, x, top),
					fill: 'signal',
					fillOpacity: 0.1,
					opacity: reveal
				});
		if (name === 'tram')
			marks.push({
				type: 'rect',
				key: 'tram',
				x: x + w * 0.06,
				y: top + h * 0.06,
				w: w * 0.88,
				h: h * 0.13,
				r: 5,
				fill: '#F4EFE4',
				stroke: 'ink',
				width: 1.5,
				opacity: shown
			});
		if (name === 'queue')
			marks.push({
				type: 'rect',
				key: 'shop',
				x: x + w * 0.66,
				y: top + h * 0.06,
				w: w * 0.28,
				h: h * 0.16,
				fill: '#C99A3F',
				stroke: 'ink',
				width: 1.5,
				opacity: shown
			});
		points.forEach(([px, py], n) => {
			const own = stagger(ease(t, 0.08, 0.45), n, SAME, 0.85);
			marks.push({
				type: 'circle',
				key: `who-${name}-${n}`,
				x: x + mix(w / 2, px, own),
				y: top + mix(h / 2, py, own),
				r: (small ? 3.4 : 6.4) * Math.max(0.2, own),
				fill: COATS[(n * 5 + i) % COATS.length],
				stroke: 'ink',
				width: small ? 0.9 : 1.3,
				opacity: shown
			});
		});
		if (name === 'march')
			for (const [k, ax, ay] of [
				[0, 0.3, 0.2],
				[1, 0.56, 0.42]
			])
				marks.push({
					type: 'rect',
					key: `banner-${k}`,
					x: x + ax * w,
					y: top + ay * h,
					w: w * 0.24,
					h: h * 0.07,
					fill: '#FFFFFF',
					stroke: 'ink',
					width: 1.4,
					opacity: ease(t, 0.36, 0.46)
				});
		const name2 = wrap(c.say(`situation.${name}`), small ? 14 : 22, 'grot', w);
		name2.forEach((text, l) =>
			marks.push({
				type: 'text',
				key: `name-${name}-${l}`,
				x,
				y: top + h + (small ? 18 : 30) + l * (small ? 15 : 24),
				text,
				size: small ? 14 : 22,
				font: 'grot',
				opacity: shown
			})
		);
		marks.push({
			type: 'text',
			key: `same-${name}`,
			x,
			y: top + h + (small ? 20 : 34) + name2.length * (small ? 15 : 24),
			text: c.say(small ? 'situation.count.short' : 'situation.count', { n: SAME }),
			size: small ? 12 : 14,
			font: 'mono',
			fill: 'signal-text',
			opacity: reveal
		});
	});
	return { ink, marks };
}

/** Fruin's four densities as people in four squares of three metres. */
function danger(c: SceneContext, t: number): Mark[] {
	const f = c.view.free;
	const small = phone(c);
	const columns = f.w > 760 ? 4 : 2;
	const rows = DANGER.length / columns;
	const gap = small ? 12 : 22;
	const words = small ? 46 : 96;
	const side = Math.min((f.w - gap * (columns - 1)) / columns, (f.h - rows * words - (rows - 1) * gap) / rows);
	const x0 = f.x + (f.w - columns * side - (columns - 1) * gap) / 2;
	const top = f.y + (f.h - rows * (side + words) - (rows - 1) * gap) / 2;
	const marks: Mark[] = [];
	DANGER.forEach((level, i) => {
		const shown = ease(t, 0.05 + 0.1 * i, 0.2 + 0.1 * i);
		if (shown <= 0) return;
		const x = x0 + (i % columns) * (side + gap);
		const y = top + Math.floor(i / columns) * (side + words + gap);
		marks.push({
			type: 'rect',
			key: `square-${i}`,
			x,
			y,
			w: side,
			h: side,
			fill: 'ground',
			stroke: 'ink',
			width: 1.6,
			opacity: shown
		});
		const metre = side / 3;
		const n = Math.round(level.density * 9);
		const r = 0.2 * metre;
		// A jittered lattice, relaxed so that nobody stands in anybody.
		const random = seeded(70 + i);
		const across = Math.ceil(Math.sqrt(n));
		for (let k = 0; k < n; k++) {
			const cell = side / across;
			const lines = Math.ceil(n / across);
			const px =
				x + (((k % across) + 0.5 + (random() - 0.5) * 0.25 + (Math.floor(k / across) % 2) * 0.2 - 0.1) * side) / across;
			const py = y + ((Math.floor(k / across) + 0.5 + (random() - 0.5) * 0.2) * side) / lines;
			marks.push({
				type: 'circle',
				key: `body-${i}-${k}`,
				x: Math.max(x + r, Math.min(x + side - r, px)),
				y: Math.max(y + r, Math.min(y + side - r, py)),
				r: Math.min(r, cell * 0.48) * stagger(ease(t, 0.1 + 0.1 * i, 0.4 + 0.1 * i), k, n, 0.9),
				fill: COATS[(k * 3 + i) % COATS.length],
				stroke: 'ink',
				width: 1.1,
				opacity: shown
			});
		}
		marks.push(
			{
				type: 'text',
				key: `density-${i}`,
				x,
				y: y + side + (small ? 18 : 30),
				text: c.say('density', { d: c.number(level.density, 2) }),
				size: small ? 14 : 20,
				font: 'mono',
				opacity: shown,
				fact: 'f24'
			},
			...wrap(c.say(`danger.${level.key}`), small ? 12.5 : 17, 'news', side)
				.slice(0, small ? 2 : 4)
				.map((text, l): Mark => ({
					type: 'text',
					key: `danger-${i}-${l}`,
					x,
					y: y + side + (small ? 33 : 54) + l * (small ? 13 : 20),
					text,
					size: small ? 12.5 : 17,
					font: 'news',
					opacity: shown
				}))
		);
	});
	return marks;
}

export const scene: Scene = (c): Frame => {
	const t = c.progress;
	const small = phone(c);
	const peak = peakOf(c);
	const focus: [number, number] = small ? [0.32, 0.5] : [0.36, 0.55];
	const near = frameSquare(c.view, MAST, { zoom: small ? 1.25 : 1.5, focus });
	if (c.step === 1) {
		const at = Math.max(0, peak - 260 * (1 - t));
		const camera = frameSquare(c.view, MAST, { zoom: mix(1, small ? 1.25 : 1.5, ease(t, 0, 0.35)), focus });
		const polygon = c.recording.zones.find((z) => z.id === ZONE)?.polygon ?? [];
		const within = (id: number) => {
			const b = c.recording.boxesAt(at).find((o) => o.id === id);
			const g = b && toGround(c.recording.camera, b.x + b.w / 2, b.y + b.h);
			return Boolean(g && inside(polygon, g[0], g[1]));
		};
		return {
			night: 0,
			ink: [{ type: 'street', camera, at, drained: 0.7 * ease(t, 0, 0.2), veil: 0.2 }],
			marks: [
				...zoneMarks(c, camera, at, ease(t, 0.05, 0.2)),
				...boxMarks(c.recording, at, camera, { hot: (b) => within(b.id), opacity: ease(t, 0.1, 0.25) }),
				...counter(c, camera, at, ease(t, 0.15, 0.3))
			]
		};
	}
	if (c.step === 2) {
		const up = ease(t, 0, 0.42);
		const at = peak;
		const camera = frameSquare(c.view, between(MAST, PLAN, up), {
			zoom: mix(small ? 1.25 : 1.5, 1.15, up),
			focus: [mix(focus[0], 0.4, up), mix(focus[1], 0.45, up)]
		});
		const points = c.recording
			.boxesAt(at)
			.map((b) => toGround(c.recording.camera, b.x + b.w / 2, b.y + b.h))
			.filter((g): g is [number, number] => g !== null)
			.map(([x, y]): [number, number] => {
				const p = groundPoint(x, y, camera);
				return [p.x, p.y];
			});
		return {
			night: 0,
			ink: [{ type: 'street', camera, at, drained: 0.7, veil: 0.2 }],
			marks: [
				...(up > 0.6
					? heat(points, c.view.width, c.view.height, small ? 16 : 34).map((l, k): Mark => ({
							type: 'path',
							key: `heat-${k}`,
							d: path(l.d),
							fill: 'signal',
							fillOpacity: 0.1,
							opacity: ease(up, 0.6, 1)
						}))
					: []),
				...zoneMarks(c, camera, at, 1),
				...boxMarks(c.recording, at, near, { opacity: 1 - ease(up, 0, 0.12) }),
				...points.map(([x, y], i): Mark => ({
					type: 'circle',
					key: `point-${i}`,
					x,
					y,
					r: 4,
					fill: 'signal',
					stroke: 'paper',
					width: 1,
					opacity: up
				})),
				...counter(c, camera, at, 1),
				...timeMarks(c, at, ease(t, 0.45, 0.6))
			]
		};
	}
	if (c.step === 3) {
		const camera = frameSquare(c.view, PLAN, { zoom: 1.15, focus: [0.4, 0.45] });
		const { marks } = three(c, t);
		return {
			night: 0,
			ink: [{ type: 'street', camera, at: peak, drained: 0.7, veil: mix(0.2, 0.9, ease(t, 0, 0.15)) }],
			marks
		};
	}
	if (c.step === 4) {
		const camera = frameSquare(c.view, PLAN, { zoom: 1.15, focus: [0.4, 0.45] });
		return { night: 0, ink: [{ type: 'street', camera, at: peak, drained: 0.7, veil: 0.9 }], marks: danger(c, t) };
	}
	const down = ease(t, 0, 0.5);
	const camera = frameSquare(c.view, between(PLAN, MAST, down), {
		zoom: mix(1.15, 1, down),
		focus: [mix(0.4, 0.5, down), mix(0.45, 0.6, down)]
	});
	return {
		night: 0,
		ink: [
			{ type: 'street', camera, at: peak + 60 + 60 * t, drained: 0.7 * (1 - down), veil: mix(0.9, 0, ease(t, 0, 0.25)) }
		],
		marks: []
	};
};

/** For the controls: times the rule sounds with the numbers now set. */
export const reads: SceneModule['reads'] = (recording, params) => ({
	times: soundings(
		recording,
		ZONE,
		Number(params['attroupement.count'] ?? DEFAULT_COUNT),
		Number(params['attroupement.hold'] ?? DEFAULT_HOLD)
	).length
});
