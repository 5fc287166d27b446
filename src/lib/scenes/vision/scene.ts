import { between, MAST, PLAN, toGround, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { ease, mix, span } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople, sensorRect, viewBox, viewfinder } from '../../figure/square';
import { measure, wrap } from '../../figure/text';
import { groundPath, groundPoint, trailMarks } from '../../figure/trails';
import type { Box, Moment } from '../../recording/types';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext, SensorLayer } from '../../story/frame';

const FOCUS: [number, number] = [0.5, 0.6];
const PHONE_FOCUS: [number, number] = [0.47, 0.62];

const phone = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const mast = (c: SceneContext, zoom = 1) => frameSquare(c.view, MAST, { zoom, focus: phone(c) ? PHONE_FOCUS : FOCUS });

/** A wipe from one sensor layer to another, held by the scroll; t = 1 is all the second. */
function wipe(
	c: SceneContext,
	at: number,
	sensor: Rect,
	from: SensorLayer,
	to: SensorLayer,
	t: number
): { ink: Ink[]; marks: Mark[] } {
	const edge = c.view.width * t;
	const h = c.view.height;
	return {
		ink: [
			{ type: 'sensor', at, layer: from, ...sensor, clip: { x: edge, y: 0, w: c.view.width - edge, h } },
			{ type: 'sensor', at, layer: to, ...sensor, clip: { x: 0, y: 0, w: edge, h } }
		],
		marks:
			t > 0 && t < 1 ? [{ type: 'line', key: 'wipe', x1: edge, x2: edge, y1: 0, y2: h, stroke: 'ink', width: 2 }] : []
	};
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
		const g = toGround(c.recording.camera, b.x + b.w / 2, b.y + b.h);
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

function failure(c: SceneContext): Frame {
	const list = failures(c);
	const n = list.length;
	const start = 0.16;
	const at = c.recording.moments.explain;
	const back = ease(c.progress, 0, start);
	if (n === 0 || c.progress < start) {
		const camera = frameSquare(c.view, between(PLAN, MAST, back), { focus: phone(c) ? PHONE_FOCUS : FOCUS });
		return {
			night: 0,
			ink: [{ type: 'street', camera, at: at + 110, drained: 0.7, veil: 0.2 }],
			// Boxes are laid flat on the camera's picture: they come back when it does.
			marks: back < 1 ? [] : boxMarks(c.recording, at + 110, camera)
		};
	}
	const t = ((c.progress - start) / (1 - start)) * n;
	const i = Math.min(n - 1, Math.floor(t));
	const own = t - i;
	const centre = (k: number): [number, number] => {
		const { moment } = list[k];
		const box = c.recording.boxesAt(moment.frame).find((b) => b.id === moment.track);
		return box ? [(box.x + box.w / 2) / 320, (box.y + box.h / 2) / 180] : FOCUS;
	};
	const go = ease(own, 0, 0.3);
	const from = i === 0 ? (phone(c) ? PHONE_FOCUS : FOCUS) : centre(i - 1);
	const to = centre(i);
	const zoom = i === 0 ? mix(1, 2.7, go) : 2.7 - 1.2 * Math.sin(Math.PI * go);
	const camera = frameSquare(c.view, MAST, {
		zoom: phone(c) ? Math.max(1, zoom * 0.8) : zoom,
		focus: [mix(from[0], to[0], go), mix(from[1], to[1], go)]
	});
	const { moment, key } = list[i];
	const frame = go < 0.5 && i > 0 ? list[i - 1].moment.frame : moment.frame;
	const shown = go < 0.5 && i > 0 ? list[i - 1] : list[i];
	const marks = boxMarks(c.recording, frame, camera, {
		label: (b) => c.say('person.number', { id: String(b.id) }),
		hot: (b) => b.id === shown.moment.track
	});
	const box = c.recording.boxesAt(moment.frame).find((b) => b.id === moment.track);
	const words = ease(own, 0.32, 0.48);
	if (box && words > 0) {
		const r = viewBox(box, camera);
		const size = phone(c) ? 15 : 20;
		const lines = wrap(c.say(`fails.${key}`, { people: moment.people.length }), size, 'grot', phone(c) ? 220 : 330);
		const width = Math.max(...lines.map((l) => measure(l, size, 'grot'))) + 20;
		const x = Math.max(8, Math.min(c.view.width - width - 8, r.x + r.w / 2 - width / 2));
		const y = Math.min(c.view.height - lines.length * size * 1.15 - (c.view.portrait ? 16 : 78), r.y + r.h + 18);
		marks.push({
			type: 'rect',
			key: 'fail-back',
			x,
			y,
			w: width,
			h: lines.length * size * 1.15 + 14,
			fill: 'paper',
			stroke: 'ink',
			width: 1.5,
			opacity: words
		});
		lines.forEach((text, l) =>
			marks.push({
				type: 'text',
				key: `fail-${l}`,
				x: x + 10,
				y: y + 4 + (l + 1) * size * 1.12,
				text,
				size,
				font: 'grot',
				opacity: words
			})
		);
	}
	return {
		night: 0,
		ink: [{ type: 'street', camera, at: frame, drained: 0.5, veil: 0.1 }],
		marks,
		subject: box ? [viewBox(box, camera)] : undefined,
		says: c.say(`fails.${key}`, { people: moment.people.length })
	};
}

/** The still person, as the plain program sees them, minute by minute: rows of picture and mask. */
function fade(c: SceneContext): Frame {
	const f = c.recording.moments.fade;
	const camera = mast(c);
	const at = f ? f.frames[0] : c.recording.moments.explain;
	const ink: Ink[] = [{ type: 'street', camera, at, drained: 0.5, veil: mix(0.1, 0.82, ease(c.progress, 0, 0.25)) }];
	const marks: Mark[] = [];
	if (!f) return { night: 0, ink, marks };
	const n = f.frames.length;
	const columns = phone(c) ? 3 : Math.min(n, 6);
	const rows = Math.ceil(n / columns);
	const gap = phone(c) ? 8 : 14;
	const area = c.view.free;
	const w = Math.min(phone(c) ? 110 : 150, (area.w - gap * (columns - 1)) / columns);
	const s = w / f.w;
	const h = f.h * s;
	const label = 22;
	const pair = 2 * h + label + gap;
	const fit = Math.min(1, (area.h - 40) / (rows * pair));
	const W = w * fit;
	const S = s * fit;
	const H = h * fit;
	const x0 = area.x + (area.w - (columns * W + (columns - 1) * gap)) / 2;
	const y0 = area.y + Math.max(6, (area.h - rows * (2 * H + label + gap)) / 2);
	f.frames.forEach((frame, i) => {
		const shown = ease(c.progress, 0.15 + (0.4 * i) / n, 0.25 + (0.4 * i) / n);
		if (shown <= 0) return;
		const x = x0 + (i % columns) * (W + gap);
		const y = y0 + Math.floor(i / columns) * (2 * H + label + gap);
		const lay = (layer: SensorLayer, top: number): Ink => ({
			type: 'sensor',
			at: frame,
			layer,
			x: x - f.x * S,
			y: top - f.y * S,
			w: 320 * S,
			h: 180 * S,
			clip: { x, y: top, w: W, h: H },
			opacity: shown
		});
		ink.push(lay('luma', y + label), lay('fade', y + label + H));
		marks.push(
			{ type: 'rect', key: `fade-${i}`, x, y: y + label, w: W, h: 2 * H, stroke: 'ink', width: 1.5, opacity: shown },
			{
				type: 'text',
				key: `fade-text-${i}`,
				x,
				y: y + label - 7,
				text: c.say('fade.seconds', { s: Math.round((frame - f.frames[0]) / c.recording.fps) }),
				size: 12,
				font: 'mono',
				opacity: shown
			}
		);
	});
	return { night: 0, ink, marks };
}

export const scene: Scene = (c): Frame => {
	const at = c.recording.moments.explain;
	const camera = mast(c);
	const sensor = sensorRect(camera);
	const nour = placePeople(c.recording, at, camera, ['nour'])[0];
	const subject = nour ? [bodyRect(nour)] : undefined;
	const t = c.progress;
	switch (c.step) {
		case 1: {
			const w = wipe(c, at, sensor, 'luma', 'background', ease(t, 0.15, 0.6));
			return {
				night: 0,
				ink: [{ type: 'street', camera, at }, ...w.ink],
				marks: [
					...w.marks,
					...viewfinder(c, at, 1),
					...caption(c, 'caption', c.say(t < 0.38 ? 'layer.luma' : 'layer.background'), 1)
				],
				subject
			};
		}
		case 2: {
			const first = t < 0.5;
			const w = first
				? wipe(c, at, sensor, 'background', 'difference', ease(t, 0.05, 0.36))
				: wipe(c, at, sensor, 'difference', 'mask', ease(t, 0.52, 0.78));
			return {
				night: 0,
				ink: [{ type: 'street', camera, at }, ...w.ink],
				marks: [
					...w.marks,
					...viewfinder(c, at, 1 - ease(t, 0, 0.2)),
					...caption(
						c,
						'caption',
						c.say(t < 0.2 ? 'layer.background' : t < 0.65 ? 'layer.difference' : 'layer.mask'),
						1
					)
				],
				subject
			};
		}
		case 3: {
			const street = ease(t, 0.62, 0.85);
			const ink: Ink[] = [{ type: 'street', camera, at, drained: 0.7, veil: 0.2 }];
			if (street < 1) {
				const drop = { x: 0, y: 0, w: c.view.width, h: c.view.height * (1 - street) };
				ink.push({ type: 'sensor', at, layer: 'mask', ...sensor, clip: drop });
				if (t > 0.05)
					ink.push({ type: 'sensor', at, layer: 'blobs', ...sensor, clip: drop, opacity: ease(t, 0.05, 0.25) });
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
					...boxMarks(c.recording, at, camera, { opacity: boxes }),
					...(own ? ruler(c, own, camera, ease(t, 0.42, 0.55)) : []),
					...caption(
						c,
						'caption',
						c.say(t < 0.2 ? 'layer.mask' : t < 0.4 ? 'layer.blobs' : 'layer.boxes'),
						1 - ease(t, 0.62, 0.8)
					)
				],
				subject
			};
		}
		case 4: {
			const now = at + 100 * ease(t, 0, 1);
			return {
				night: 0,
				ink: [{ type: 'street', camera, at: now, drained: 0.7, veil: 0.2 }],
				marks: [
					...trailMarks(c.recording, now, camera, 12 * ease(t, 0, 0.5), 0.9),
					...boxMarks(c.recording, now, camera, { label: (b) => c.say('person.number', { id: String(b.id) }) })
				]
			};
		}
		case 5: {
			const now = at + 100 + 10 * t;
			const up = ease(t, 0.08, 0.6);
			const pose = between(MAST, PLAN, up);
			const view = frameSquare(c.view, pose, { focus: phone(c) ? PHONE_FOCUS : FOCUS });
			return {
				night: 0,
				ink: [{ type: 'street', camera: view, at: now, drained: 0.7, veil: 0.2 }],
				marks: [
					...trailMarks(c.recording, now, view, 12, 0.9),
					...(up === 0
						? boxMarks(c.recording, now, camera, {
								label: (b) => c.say('person.number', { id: String(b.id) }),
								opacity: 1 - span(t, 0, 0.08)
							})
						: []),
					...(up > 0.02 ? plan(c, view, now, up) : []),
					...caption(c, 'caption', c.say('layer.plan'), ease(t, 0.55, 0.7))
				]
			};
		}
		case 6:
			return failure(c);
		default:
			return fade(c);
	}
};
