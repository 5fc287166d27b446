import film from '../../../generated/shower.json';
import { between, footOf, MAST, PLAN, SENSOR_HEIGHT, SENSOR_WIDTH, type Camera } from '../../camera/camera';
import { boxMarks, clockMarks } from '../../figure/boxes';
import { ease, mix, span } from '../../figure/motion';
import { bodyRect, frameSquare, placed, placePeople, sensorRect, viewBox, viewfinder } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import { groundPath, groundPoint, trailInk } from '../../figure/trails';
import { startFrame } from '../../centre/held';
import type { Box, Moment } from '../../recording/types';
import type { SceneModule } from '../index';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext, SensorLayer } from '../../picture/frame';

const FOCUS: [number, number] = [0.5, 0.6];
const PHONE_FOCUS: [number, number] = [0.47, 0.62];

const phone = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const mast = (c: SceneContext, zoom = 1) => frameSquare(c.view, MAST, { zoom, focus: phone(c) ? PHONE_FOCUS : FOCUS });

/**
 * Sensor layers side by side on the very same picture: each takes over from the one before it, left of its edge.
 * Edges are shares of the way done, held by the scroll. Returns ink, the edges, and where each layer shows.
 */
function wipes(
	c: SceneContext,
	at: number,
	sensor: Rect,
	layers: SensorLayer[],
	done: number[]
): { ink: Ink[]; marks: Mark[]; shown: { layer: SensorLayer; x: number; w: number }[] } {
	const { width: w, height: h } = c.view;
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const shown: { layer: SensorLayer; x: number; w: number }[] = [];
	// Left edge of a layer is where the next one has come to.
	layers.forEach((layer, i) => {
		const x = Math.round(w * (done[i] ?? 0));
		const end = i === 0 ? w : Math.round(w * done[i - 1]);
		if (end <= x) return;
		ink.push({ type: 'sensor', at, layer, ...sensor, clip: { x, y: 0, w: end - x, h } });
		shown.push({ layer, x, w: end - x });
		if (i > 0 && end < w)
			marks.push({ type: 'line', key: `wipe${i}`, x1: end, x2: end, y1: 0, y2: h, stroke: 'signal', width: 2 });
	});
	return { ink, marks, shown };
}

/** What each layer is called, over the part of the picture where it shows, if there is room and no card. */
function names(c: SceneContext, shown: { layer: SensorLayer; x: number; w: number }[]): Mark[] {
	const size = phone(c) ? 12 : 14;
	const y = c.view.portrait ? c.view.height - 18 : c.view.free.y + 8;
	const left = phone(c) ? 8 : c.view.free.x;
	return shown.flatMap(({ layer, x, w }): Mark[] => {
		const text = c.say(`layer.${layer}`);
		const room = measure(text, size, 'mono') + 14;
		const from = Math.max(x + 10, left);
		if (from + room > x + w - 6 && shown.length > 1) return [];
		return [
			{ type: 'rect', key: `name-${layer}`, x: from, y: y - size - 4, w: room, h: size + 11, fill: 'paper' },
			{ type: 'text', key: `name-text-${layer}`, x: from + 7, y, text, size, font: 'mono' }
		];
	});
}

/** A line of the machine's own words over pixels. */
function caption(c: SceneContext, key: string, text: string, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const size = phone(c) ? 12 : 14;
	const x = c.view.free.x + (phone(c) ? 0 : 4);
	const y = c.view.portrait ? c.view.height - 18 : c.view.free.y + 8;
	return [
		{
			type: 'rect',
			key: `${key}-back`,
			x: x - 6,
			y: y - size - 4,
			w: measure(text, size, 'mono') + 12,
			h: size + 11,
			fill: 'paper',
			opacity
		},
		{ type: 'text', key, x, y, text, size, font: 'mono', opacity }
	];
}

/** How tall a person should be at Nour's feet: the height the detector expects there. */
function ruler(c: SceneContext, box: Box, camera: Camera, t: number): Mark[] {
	const r = viewBox(box, camera);
	const x = r.x - 14;
	return [
		{
			type: 'path',
			key: 'ruler',
			d: `M${x - 5} ${r.y}h10M${x} ${r.y}V${r.y + r.h}M${x - 5} ${r.y + r.h}h10`,
			stroke: 'signal',
			width: 1.6,
			opacity: t
		},
		{
			type: 'text',
			key: 'ruler-text',
			x: x - 8,
			y: r.y + r.h / 2 + 4,
			text: c.say('ruler'),
			size: 13,
			font: 'mono',
			fill: 'signal-text',
			halo: 'paper',
			anchor: 'end',
			opacity: t
		}
	];
}

function plan(c: SceneContext, camera: Camera, at: number, t: number): Mark[] {
	const marks: Mark[] = [];
	for (const b of c.recording.boxesAt(at)) {
		const g = footOf(c.recording.camera, b);
		if (!g) continue;
		const p = groundPoint(g[0], g[1], camera);
		marks.push({
			type: 'circle',
			key: `foot-${b.id}`,
			x: p.x,
			y: p.y,
			r: mix(2, 4.5, t),
			fill: 'signal',
			stroke: 'paper',
			width: 1.2
		});
		if (t > 0.7 && !phone(c) && p.y > 24 && p.x > c.view.free.x && p.x < c.view.width - 90)
			marks.push({
				type: 'text',
				key: `foot-id-${b.id}`,
				x: p.x + 9,
				y: p.y - 6,
				text: `${c.number(g[0], 1)} ; ${c.number(g[1], 1)}`,
				size: 12,
				font: 'mono',
				fill: 'signal-text',
				halo: 'paper',
				opacity: span(t, 0.7, 1)
			});
	}
	// What the lens covers, on the ground.
	const edge: [number, number][] = [
		[-9.6, 0.2],
		[9.6, 0.2],
		[29, 26.9],
		[-29, 26.9]
	];
	marks.unshift({
		type: 'path',
		key: 'cone',
		d: groundPath(edge, camera),
		fill: 'signal',
		fillOpacity: 0.06 * t,
		stroke: 'signal',
		width: 1.2,
		dash: '6 6',
		opacity: t
	});
	return marks;
}

/** The failures, each with the camera near it: [moment, label key]. */
function failures(c: SceneContext): { moment: Moment; key: string }[] {
	const { merge, ghost, switch: change } = c.recording.moments;
	return [
		{ moment: merge, key: 'merge' },
		{ moment: ghost, key: 'ghost' },
		{ moment: change, key: 'switch' }
	].filter((f): f is { moment: Moment; key: string } => f.moment !== null);
}

/** How near the failure is looked at: its box takes up about a third of the picture's height. */
function nearness(c: SceneContext, box: Box): number {
	const s = mast(c).f / c.recording.camera.f;
	return Math.max(phone(c) ? 1.6 : 2, Math.min(phone(c) ? 4.5 : 6, (0.34 * c.view.height) / (box.h * s)));
}

/** The number the same person had before this track, if the recording has one. */
function before(c: SceneContext, moment: Moment): number | null {
	const own = c.recording.tracks.find((t) => t.id === moment.track);
	const earlier = c.recording.tracks
		.filter((t) => own && t.id !== own.id && t.person === moment.people[0] && t.to <= moment.frame)
		.sort((a, b) => b.to - a.to)[0];
	return earlier?.id ?? null;
}

/** Ink figures over the heads of those who really stand there. */
function heads(c: SceneContext, at: number, camera: Camera, people: number[], opacity: number): Mark[] {
	const r = phone(c) ? 10 : 14;
	return placed(c.recording, at, camera, people).flatMap((p, i): Mark[] => [
		{
			type: 'circle',
			key: `head-${i}`,
			x: p.x,
			y: p.top - r * 1.5,
			r,
			fill: 'paper',
			stroke: 'ink',
			width: 1.6,
			opacity
		},
		{
			type: 'text',
			key: `head-text-${i}`,
			x: p.x,
			y: p.top - r * 1.5 + r * 0.42,
			text: String(i + 1),
			size: Math.max(12, r * 1.15),
			font: 'grot',
			anchor: 'middle',
			opacity
		}
	]);
}

/** The rectangle around some. */
function around(r: Rect, others: Rect[]): Rect {
	const all = [r, ...others];
	const x = Math.min(...all.map((q) => q.x));
	const y = Math.min(...all.map((q) => q.y));
	return {
		x,
		y,
		w: Math.max(...all.map((q) => q.x + q.w)) - x,
		h: Math.max(...all.map((q) => q.y + q.h)) - y
	};
}

/** What happened, in ink, and what the machine said, in its own hand and colour, on one slip beside a rectangle. */
function verdict(c: SceneContext, r: Rect, truth: string, said: string, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const size = phone(c) ? 15 : 22;
	const mono = phone(c) ? 12.5 : 16;
	const max = phone(c) ? 240 : 400;
	const lines = wrap(truth, size, 'grot', max);
	const machine = wrap(said, mono, 'mono', max);
	const width =
		Math.max(...lines.map((l) => measure(l, size, 'grot')), ...machine.map((l) => measure(l, mono, 'mono'))) + 26;
	const height = lines.length * size * 1.16 + machine.length * mono * 1.3 + 26;
	const left = phone(c) ? 8 : c.view.free.x;
	const x = Math.max(left, Math.min(c.view.width - width - 12, r.x + r.w / 2 - width / 2));
	const bottom = c.view.height - (phone(c) ? 10 : 74);
	const y = r.y + r.h + 20 + height < bottom ? r.y + r.h + 20 : Math.max(10, r.y - height - (phone(c) ? 34 : 56));
	return [
		{ type: 'rect', key: 'fail-back', x, y, w: width, h: height, fill: 'paper', stroke: 'ink', width: 1.8, opacity },
		...lines.map((text, i): Mark => ({
			type: 'text',
			key: `fail-${i}`,
			x: x + 13,
			y: y + 8 + (i + 1) * size * 1.1,
			text,
			size,
			font: 'grot',
			opacity
		})),
		...machine.map((text, i): Mark => ({
			type: 'text',
			key: `fail-said-${i}`,
			x: x + 13,
			y: y + 16 + lines.length * size * 1.14 + (i + 0.8) * mono * 1.3,
			text,
			size: mono,
			font: 'mono',
			weight: 600,
			fill: 'signal-text',
			opacity
		}))
	];
}

/** Frames of the street before a failure that are shown on the way to it. */
const LEAD = 14;

interface Shown {
	moment: Moment;
	key: string;
	box: Box;
}

/** The failures that have their box, in the order they are shown. */
const shownFailures = (c: SceneContext): Shown[] =>
	failures(c).flatMap(({ moment, key }) => {
		const box = c.recording.boxesAt(moment.frame).find((b) => b.id === moment.track);
		return box ? [{ moment, key, box }] : [];
	});

const centreOf = ({ box }: Shown): [number, number] => [
	(box.x + box.w / 2) / SENSOR_WIDTH,
	Math.min(0.94, (box.y + box.h / 2) / SENSOR_HEIGHT)
];

function failure(c: SceneContext): Frame {
	const list = shownFailures(c);
	const n = list.length;
	const start = 0.14;
	const explain = c.recording.moments.explain;
	const wide: [number, number] = phone(c) ? PHONE_FOCUS : FOCUS;
	if (n === 0) {
		const camera = mast(c);
		return {
			night: 0,
			ink: [{ type: 'street', camera, at: explain, drained: 0.7, veil: 0.2 }],
			marks: boxMarks(c.recording, explain, camera)
		};
	}
	const t = (Math.max(0, c.progress - start) / (1 - start)) * n;
	const i = Math.min(n - 1, Math.floor(t));
	const own = t - i;
	// Down from the plan to the first, then across from one to the next.
	const back = ease(c.progress, 0, start * 1.5);
	const go = i === 0 ? 1 : ease(own, 0, 0.24);
	const a = i === 0 ? wide : centreOf(list[i - 1]);
	const b = centreOf(list[i]);
	const near = nearness(c, list[i].box);
	const zoom =
		i === 0 ? mix(1, near, back) : mix(nearness(c, list[i - 1].box), near, go) - 0.9 * Math.sin(Math.PI * go);
	const share = i === 0 ? back : go;
	const camera = frameSquare(c.view, i === 0 ? between(PLAN, MAST, back) : MAST, {
		zoom: Math.max(1, zoom),
		focus: [mix(a[0], b[0], share), mix(a[1], b[1], share)]
	});
	const shown = go < 0.5 && i > 0 ? list[i - 1] : list[i];
	const { moment, key, box } = shown;
	// Time runs to each moment while the eye goes there, back or on, and through the last second before it at its pace.
	const from = i === 0 ? explain + 110 : list[i - 1].moment.frame;
	const way = i === 0 ? back : go;
	const run = i === 0 ? span(c.progress, start * 1.5, start + 0.4 / n) : span(own, 0.24, 0.5);
	const at = way < 1 ? mix(from, list[i].moment.frame - LEAD, way) : list[i].moment.frame - LEAD * (1 - run);
	const level = i > 0 || back === 1;
	const words = shown === list[i] ? ease(own, 0.36, 0.48) * (level ? 1 : 0) : 1 - ease(go, 0, 0.3);
	const r = viewBox(box, camera);
	const people = moment.people.length;
	const who = c.recording.street.people[moment.people[0]]?.key;
	const name = key === 'switch' && who ? c.say(`${who}.name`) : '';
	const said = c.say(`fails.${key}.said`, { id: String(moment.track), before: String(before(c, moment) ?? '?') });
	const truth = c.say(`fails.${key}${key === 'switch' && !name ? '.other' : ''}`, { people, name });
	return {
		night: 0,
		ink: [{ type: 'street', camera, at, drained: 0.5, veil: 0.12 }],
		marks: level
			? [
					...boxMarks(c.recording, at, camera, { only: (x) => x.id !== moment.track, opacity: 0.4 }),
					...boxMarks(c.recording, at, camera, {
						only: (x) => x.id === moment.track,
						hot: () => true,
						label: (x) => c.say('person.number', { id: String(x.id) }),
						size: phone(c) ? 13 : 17
					}).map((m) => ({ ...m, key: `hot-${m.key}` })),
					...(key === 'merge' ? heads(c, at, camera, moment.people, words) : []),
					...verdict(c, around(r, placed(c.recording, at, camera, moment.people).map(bodyRect)), truth, said, words)
				]
			: [],
		subject: level ? [{ ...r, h: Math.min(r.h, c.view.height - r.y) }] : undefined,
		says: `${truth} ${said}`
	};
}

/** The white of a kept mask as a path in the view; the last one is kept, for it is asked again and again. */
let kept: { key: string; d: string } = { key: '', d: '' };
function maskPath(index: number, r: Rect): string {
	const key = [index, r.x, r.y, r.w].join();
	if (kept.key === key) return kept.d;
	const s = r.w / SENSOR_WIDTH;
	const n = (v: number) => Math.round(10 * v) / 10;
	let d = '';
	let at = 0;
	film.masks[index].forEach((run, i) => {
		// White runs are the odd ones; one that goes on in the next row is cut there.
		for (let left = run; i % 2 && left > 0;) {
			const x = at % SENSOR_WIDTH;
			const w = Math.min(left, SENSOR_WIDTH - x);
			d += `M${n(r.x + x * s)} ${n(r.y + Math.floor(at / SENSOR_WIDTH) * s)}h${n(w * s)}v${n(s)}h${n(-w * s)}Z`;
			at += w;
			left -= w;
		}
		if (!(i % 2)) at += run;
	});
	kept = { key, d };
	return d;
}

/** A shower: the drawing on the left, on the right the mask that the program made of the very same rain. */
function rain(c: SceneContext): Frame {
	const t = c.progress;
	const wide = phone(c) ? PHONE_FOCUS : FOCUS;
	const previous = shownFailures(c).at(-1);
	const out = previous ? ease(t, 0, 0.14) : 1;
	const focus = previous ? centreOf(previous) : wide;
	const camera = frameSquare(c.view, MAST, {
		zoom: previous ? mix(nearness(c, previous.box), phone(c) ? 1 : 1.2, out) : 1,
		focus: [mix(focus[0], wide[0], out), mix(focus[1], wide[1], out)]
	});
	const falls = ease(t, 0.12, 0.32) * (1 - ease(t, 0.9, 1));
	const n = film.frames.length;
	const run = span(t, 0.34, 0.8) * (n - 1);
	const index = Math.min(n - 1, Math.round(run));
	const open = ease(t, 0.26, 0.4) * (1 - ease(t, 0.86, 0.95));
	// While the mask is there the drawing keeps to its frames; before, it runs up to them.
	const at = open > 0 ? film.frames[index] : mix(previous?.moment.frame ?? film.frames[0], film.frames[0], out);
	const r = sensorRect(camera);
	const half = c.view.free.x + c.view.free.w * (phone(c) ? 0.34 : 0.28);
	const edge = Math.round(mix(c.view.width, half, open));
	const h = c.view.height;
	const w = c.view.width - edge;
	const ink: Ink[] = [{ type: 'street', camera, at, drained: mix(0.5, 0.17, out), rain: falls }];
	const marks: Mark[] = [];
	if (w > 0) {
		ink.push(
			{ type: 'shape', d: `M${edge} 0H${c.view.width}V${h}H${edge}Z`, fill: '#0C0C0C' },
			{ type: 'shape', d: maskPath(index, r), fill: '#FFFFFF', clip: { x: edge, y: 0, w, h } }
		);
		const s = r.w / SENSOR_WIDTH;
		const boxes = film.boxes[index];
		for (let i = 0; i < boxes.length; i += 4)
			marks.push({
				type: 'rect',
				key: `rain-box-${i}`,
				x: r.x + (boxes[i] / 2) * s,
				y: r.y + (boxes[i + 1] / 2) * s,
				w: (boxes[i + 2] / 2) * s,
				h: (boxes[i + 3] / 2) * s,
				stroke: 'signal',
				width: 2,
				opacity: open
			});
		marks.push({ type: 'line', key: 'rain-edge', x1: edge, x2: edge, y1: 0, y2: h, stroke: 'ink', width: 2.5 });
		if (open > 0.95) {
			const size = phone(c) ? 12 : 15;
			const y = h - (phone(c) ? 14 : 78);
			const people = film.people[index];
			const count = boxes.length / 4;
			marks.push(
				...slip('rain-true', c.say('rain.true'), (c.view.free.x + half) / 2, y, size, 'ink'),
				...slip(
					'rain-said',
					c.say('rain.said', { count, people }),
					half + (c.view.width - half) * 0.5,
					y,
					size,
					'signal-text'
				)
			);
		}
	}
	const nour = placePeople(c.recording, at, camera, ['nour']).map(bodyRect);
	return { night: 0, ink, marks, subject: nour.length ? nour : undefined };
}

/**
 * Somebody who keeps still, seen by the plain program: on the left the drawing, on the right the mask of the very same
 * place at the same scale, and the seconds between them.
 */
function fade(c: SceneContext): Frame {
	const f = c.recording.moments.fade;
	const t = c.progress;
	const drained = 0.5;
	if (!f)
		return {
			night: 0,
			ink: [{ type: 'street', camera: mast(c), at: c.recording.moments.explain, drained }],
			marks: []
		};
	const n = f.frames.length;
	const [first, last] = [f.frames[0], f.frames[n - 1]];
	const run = span(t, 0.22, 0.78);
	// In on the still person from the last failure, and out to the whole square at the end, time running along.
	const into = ease(t, 0, 0.16);
	const out = ease(t, 0.88, 1);
	const near = into * (1 - out);
	const at =
		out > 0
			? mix(last, startFrame(c.recording), out)
			: into < 1
				? mix(film.frames[film.frames.length - 1], first, into)
				: mix(first, last, run);
	const small = phone(c);
	const wide = small ? PHONE_FOCUS : FOCUS;
	const spotX = (f.x + f.w / 2) / SENSOR_WIDTH;
	const spotY = (f.y + f.h * 0.55) / SENSOR_HEIGHT;
	const close = small ? 3.1 : 3.4;
	const [zoom0, focus0] = [out > 0 || small ? 1 : 1.2, wide];
	// The person comes to the middle of the left half of the free part.
	const own = frameSquare(c.view, MAST, {
		zoom: mix(zoom0, close, near),
		focus: [mix(focus0[0], spotX, near), mix(focus0[1], spotY, near)]
	});
	const area = c.view.free;
	const half = area.w / 2;
	const s = own.f / c.recording.camera.f;
	const target = { x: area.x + half / 2, y: c.view.height * 0.54 };
	const view: Camera = {
		...own,
		u0: own.u0 + near * (target.x - (own.u0 + (spotX * SENSOR_WIDTH - c.recording.camera.u0) * s)),
		v0: own.v0 + near * (target.y - (own.v0 + (spotY * SENSOR_HEIGHT - c.recording.camera.v0) * s))
	};
	const ink: Ink[] = [{ type: 'street', camera: view, at, drained: out > 0 ? 0.33 * near : mix(0.17, 0.33, into) }];
	const marks: Mark[] = [];
	const open = ease(t, 0.12, 0.22) * (1 - ease(t, 0.84, 0.92));
	const r = sensorRect(view);
	if (open > 0) {
		const clip = { x: area.x + half + half * (1 - open), y: 0, w: c.view.width - area.x - half, h: c.view.height };
		const shift = half;
		// Between two kept masks the later one comes in over the earlier.
		const at6 = run * (n - 1);
		const i = Math.min(n - 2, Math.floor(at6));
		ink.push({ type: 'shape', d: `M${clip.x} 0H${c.view.width}V${c.view.height}H${clip.x}Z`, fill: '#0C0C0C' });
		for (const [k, opacity] of [
			[i, 1],
			[i + 1, ease(at6 - i, 0.25, 0.75)]
		] as const)
			if (opacity > 0)
				ink.push({
					type: 'sensor',
					at: f.frames[k],
					layer: 'fade',
					x: r.x + shift,
					y: r.y,
					w: r.w,
					h: r.h,
					clip,
					opacity
				});
		marks.push({
			type: 'line',
			key: 'fade-edge',
			x1: clip.x,
			x2: clip.x,
			y1: 0,
			y2: c.view.height,
			stroke: 'ink',
			width: 2.5
		});
		const seconds = Math.round((run * (last - first)) / c.recording.fps);
		const size = small ? 12 : 15;
		const y = c.view.height - (small ? 14 : 78);
		const radius = small ? 17 : 30;
		const top = small ? 26 : 104;
		if (open > 0.9)
			marks.push(
				...clockMarks('fade-clock', clip.x, top, radius, (run * (last - first)) / c.recording.fps / 60),
				{
					type: 'text',
					key: 'fade-seconds',
					x: clip.x + radius + 10,
					y: top + (small ? 7 : 12),
					text: c.say('fade.seconds', { s: seconds }),
					size: small ? 20 : 34,
					font: 'mono',
					weight: 600,
					fill: '#FFFFFF',
					halo: '#0C0C0C'
				},
				...slip('fade-true', c.say('fade.true'), area.x + half / 2 - (small ? 0 : 10), y, size, 'ink'),
				...slip('fade-said', c.say(run < 0.5 ? 'fade.said' : 'fade.gone'), clip.x + half / 2, y, size, 'signal-text')
			);
	}
	return {
		night: 0,
		ink,
		marks,
		subject: near > 0.5 ? placed(c.recording, at, view, [f.person]).map(bodyRect) : undefined
	};
}

/** A line on a paper slip, its middle at (middle, y) if that keeps it on the stage. */
function slip(key: string, text: string, middle: number, y: number, size: number, fill: string): Mark[] {
	const w = measure(text, size, 'mono') + 14;
	const x = Math.max(w / 2 + 4, middle);
	return [
		{
			type: 'rect',
			key: `${key}-back`,
			x: x - w / 2,
			y: y - size - 5,
			w,
			h: size + 13,
			fill: 'paper',
			stroke: 'ink',
			width: 1.2
		},
		{ type: 'text', key, x, y, text, size, font: 'mono', weight: 600, anchor: 'middle', fill }
	];
}

/** Frames the pipeline is shown on once their masks have been made anew: six seconds, of which the last dissolve into the first. */
const LOOP = 75;
const DISSOLVE = 10;
export const masks: SceneModule['masks'] = ({ moments }) => ({ from: moments.explain, to: moments.explain + LOOP - 1 });

/** What the pipeline is shown on: a frame, and while the loop begins again the one that dissolves into it. */
interface Explained {
	at: number;
	/** The frame that leaves, and how much of it is still there. */
	old?: { at: number; share: number };
	/** How far the loop has come, 0 to 1, while there is one. */
	run?: number;
}

/**
 * The frame the pipeline is explained on; where masks can be had for more, the seconds after it in a loop, which sets
 * out from that frame on the way into the chapter and comes back to it before the fourth step.
 */
function explained(c: SceneContext): Explained {
	const { moments, live, fps } = c.recording;
	const window = c.life > 0 ? live?.() : null;
	const free =
		c.step === 1
			? ease(c.progress, 0.02, 0.14)
			: c.step === 2
				? 1
				: c.step === 3
					? 1 - ease(c.progress, 0.88, 0.99)
					: 0;
	if (!window || free === 0) return { at: moments.explain };
	const turn = window.to - window.from + 1 - DISSOLVE;
	const p = Math.floor(c.life * fps) % turn;
	const frame = (n: number): number => Math.round(window.from + free * n);
	return {
		at: frame(p),
		old: p < DISSOLVE ? { at: frame(turn + p), share: 1 - (p + 1) / (DISSOLVE + 1) } : undefined,
		run: free === 1 ? p / turn : undefined
	};
}

/** A little dial that says these seconds come again, and how far they are. */
function loopMarks(c: SceneContext, run: number | undefined): Mark[] {
	if (run === undefined) return [];
	const small = phone(c);
	const size = small ? 12 : 14;
	const { moments, fps, live } = c.recording;
	const window = live?.() ?? { from: moments.explain, to: moments.explain + LOOP - 1 };
	const text = c.say('loop', { s: Math.round((window.to - window.from + 1 - DISSOLVE) / fps) });
	const r = size * 0.62;
	const w = measure(text, size, 'mono') + 2 * r + 22;
	const x = c.view.width - w - (small ? 10 : 34);
	const y = small ? 48 : 98;
	const middle = y + (size + 11) / 2;
	const dial = clockMarks('loop', x + 7 + r, middle, r, run).map((m): Mark =>
		m.type === 'path' ? { ...m, fill: 'ink' } : m
	);
	return [
		{ type: 'rect', key: 'loop-back', x, y, w, h: size + 11, fill: 'paper' },
		...dial,
		{ type: 'text', key: 'loop', x: x + 2 * r + 14, y: middle + size * 0.36, text, size, font: 'mono' }
	];
}

/** Ink of a frame with that of the one that leaves dissolving over it. */
const dissolve = (now: Ink[], old: Ink[], share: number): Ink[] => [
	...now,
	...old.map((ink): Ink => ({ ...ink, opacity: share }) as Ink)
];

export const scene: Scene = (c): Frame => {
	const { at, old, run } = explained(c);
	const camera = mast(c);
	const sensor = sensorRect(camera);
	const nour = placePeople(c.recording, at, camera, ['nour'])[0];
	const subject = nour ? [bodyRect(nour)] : undefined;
	const t = c.progress;
	switch (c.step) {
		case 1:
		case 2: {
			// One row of three: each stage of the machine takes over from the left, on the very same people.
			const row = (frame: number) =>
				c.step === 1
					? wipes(c, frame, sensor, ['luma', 'background'], [ease(t, 0.12, 0.6)])
					: wipes(c, frame, sensor, ['background', 'difference', 'mask'], [ease(t, 0.04, 0.56), ease(t, 0.34, 0.84)]);
			const w = row(at);
			return {
				night: 0,
				ink: [{ type: 'street', camera, at }, ...(old ? dissolve(w.ink, row(old.at).ink, old.share) : w.ink)],
				marks: [
					...w.marks,
					...viewfinder(c, at, c.step === 1 ? 1 : 1 - ease(t, 0, 0.12)),
					...names(c, w.shown),
					...loopMarks(c, run)
				],
				subject
			};
		}
		case 3: {
			// The blobs come over the mask, then the drawing over both, each from the left.
			const street = Math.round(c.view.width * ease(t, 0.62, 0.88));
			const right = { x: street, y: 0, w: c.view.width - street, h: c.view.height };
			const row = (frame: number) => wipes(c, frame, sensor, ['mask', 'blobs'], [ease(t, 0.02, 0.3)]);
			const w = row(at);
			const drawn = (frame: number): Ink => ({ type: 'street', camera, at: frame, drained: 0.7, veil: 0.2 });
			const ink: Ink[] = old && street > 0 ? dissolve([drawn(at)], [drawn(old.at)], old.share) : [drawn(at)];
			const edge: Mark[] = [];
			if (right.w > 0) {
				ink.push({ type: 'shape', d: `M${street} 0H${c.view.width}V${c.view.height}H${street}Z`, fill: '#0C0C0C' });
				for (const i of old ? dissolve(w.ink, row(old.at).ink, old.share) : w.ink)
					if (i.type === 'sensor' && i.clip) {
						const x = Math.max(street, i.clip.x);
						if (i.clip.x + i.clip.w > x) ink.push({ ...i, clip: { ...i.clip, x, w: i.clip.x + i.clip.w - x } });
					}
				if (street > 0)
					edge.push({
						type: 'line',
						key: 'wipe-street',
						x1: street,
						x2: street,
						y1: 0,
						y2: c.view.height,
						stroke: 'signal',
						width: 2
					});
			}
			const boxes = ease(t, 0.28, 0.45);
			const own =
				nour &&
				c.recording.boxesAt(at).find((b) => {
					const r = viewBox(b, camera);
					return nour.x > r.x && nour.x < r.x + r.w && nour.y - 5 > r.y && nour.y - 20 < r.y + r.h;
				});
			return {
				night: 0,
				ink,
				marks: [
					...w.marks,
					...edge,
					...(old
						? boxMarks(c.recording, old.at, camera, { opacity: boxes * old.share }).map((m) => ({
								...m,
								key: `old-${m.key}`
							}))
						: []),
					...boxMarks(c.recording, at, camera, { opacity: boxes * (1 - (old?.share ?? 0)) }),
					...(own ? ruler(c, own, camera, ease(t, 0.42, 0.55)) : []),
					...(t < 0.34 ? names(c, w.shown) : caption(c, 'caption', c.say('layer.boxes'), 1)),
					...loopMarks(c, run)
				],
				subject
			};
		}
		case 4: {
			const now = c.recording.moments.explain + 100 * ease(t, 0, 1);
			return {
				night: 0,
				ink: [
					{ type: 'street', camera, at: now, drained: 0.7, veil: 0.3 },
					...trailInk(c.recording, now, camera, 12 * ease(t, 0, 0.5), 0.9)
				],
				marks: boxMarks(c.recording, now, camera, { label: (b) => c.say('person.number', { id: String(b.id) }) }),
				subject: placePeople(c.recording, now, camera, ['nour']).map(bodyRect)
			};
		}
		case 5: {
			const now = c.recording.moments.explain + 100 + 10 * t;
			const up = ease(t, 0.08, 0.6);
			const pose = between(MAST, PLAN, up);
			const view = frameSquare(c.view, pose, { focus: phone(c) ? PHONE_FOCUS : FOCUS });
			return {
				night: 0,
				ink: [
					{ type: 'street', camera: view, at: now, drained: 0.7, veil: 0.2 },
					...trailInk(c.recording, now, view, 12, 0.9)
				],
				marks: [
					...(up === 0
						? boxMarks(c.recording, now, camera, {
								label: (b) => c.say('person.number', { id: String(b.id) }),
								opacity: 1 - span(t, 0, 0.08)
							})
						: []),
					...(up > 0.02 ? plan(c, view, now, up) : []),
					...caption(c, 'caption', c.say('layer.plan'), ease(t, 0.55, 0.7))
				],
				// From above somebody on a bench is a dot.
				subject: placePeople(c.recording, now, view, ['josette']).map(({ x, y }) => ({
					x: x - 12,
					y: y - 12,
					w: 24,
					h: 24
				}))
			};
		}
		case 6:
			return failure(c);
		case 7:
			return rain(c);
		default:
			return fade(c);
	}
};
