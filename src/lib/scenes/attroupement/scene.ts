import { scaleLinear } from 'd3';
import { between, footOf, MAST, PLAN, project, type Camera, type Pose } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { frameFreely, mixCameras } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span, stagger } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople } from '../../figure/square';
import { tagMarks } from '../../figure/tags';
import { measure, wrap } from '../../figure/text';
import { groundPath, groundPoint } from '../../figure/trails';
import { inside } from '../../rules/index';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext } from '../../picture/frame';
import { clockOf } from '../alerte/queue';
import type { SceneModule } from '../index';
import { openingFrame as nextFrame } from '../regles/data';
import {
	ABREAST,
	BODY,
	countedAt,
	countsOf,
	crowding,
	DANGER,
	DEFAULT_COUNT,
	DEFAULT_HOLD,
	heat,
	openingCamera,
	openingFrame,
	peakOf,
	pointsIn,
	SIDE,
	situations,
	soundings,
	zoneArea,
	ZONE,
	type Counted
} from './data';

const phone = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const COATS = ['#B4523C', '#44587A', '#C99A3F', '#3F6B63', '#7A4A5E', '#8E9AA3', '#E3CBB7', '#384a63'];
const HAIR = ['#2E2B2A', '#6b4a2b', '#8a5a2b', '#3b2f2a', '#b9b2a6'];

type Point = [number, number];
type Spot = { x: number; y: number };

const polygonOf = (c: SceneContext): Point[] => c.recording.zones.find((z) => z.id === ZONE)?.polygon ?? [];

/** Middle of the zone, metres. */
function middleOf(c: SceneContext): Point {
	const p = polygonOf(c);
	return p.length
		? [p.reduce((s, q) => s + q[0], 0) / p.length, p.reduce((s, q) => s + q[1], 0) / p.length]
		: [-10, 13.4];
}

/** A camera of a pose, `zoom` times the whole view, with a ground point brought to a pixel. */
function lookAt(c: SceneContext, pose: Pose, zoom: number, [x, y]: Point, at: Spot): Camera {
	const camera = frameFreely(c.view, pose, zoom, [0.5, 0.5], { x: 0, y: 0 });
	const p = project(camera, x, y, 0, { u: 0, v: 0, k: 0 });
	return { ...camera, u0: camera.u0 + at.x - p.u, v0: camera.v0 + at.y - p.v };
}

/** Straight down, `k` pixels to a metre, a ground point at a pixel. */
function above(c: SceneContext, k: number, point: Point, at: Spot): Camera {
	const whole = frameFreely(c.view, PLAN, 1, [0.5, 0.5], { x: 0, y: 0 });
	return lookAt(c, PLAN, (k * PLAN.z) / whole.f, point, at);
}

/** Where the counted place stands on the stage, and the scales the chapter looks at it with. */
function staging(c: SceneContext) {
	const { free, width, height } = c.view;
	const small = phone(c);
	const near: Spot = small ? { x: width / 2, y: height * 0.5 } : { x: free.x + free.w / 2, y: free.y + free.h * 0.56 };
	const down: Spot = small ? { x: width / 2, y: height * 0.4 } : { x: free.x + free.w / 2, y: free.y + free.h * 0.42 };
	// The near edge of the outline, thirteen metres or so, has to fit beside the text.
	const edge = (13.5 * frameFreely(c.view, MAST, 1, [0, 0], { x: 0, y: 0 }).f) / 24;
	return { near, down, zoom: Math.min(1.55, free.w / edge), k: Math.min(50, (free.w - (small ? 16 : 90)) / 14) };
}

const path = (rings: [number, number][][][]): string =>
	rings
		.map((polygon) =>
			polygon
				.map((ring) => ring.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('') + 'Z')
				.join('')
		)
		.join('');

/** The outline the rule counts in; on the plan it can be carried elsewhere by (dx, dy) metres. */
function zoneMarks(c: SceneContext, camera: Camera, opacity: number, [dx, dy]: Point = [0, 0]): Mark[] {
	const polygon = polygonOf(c);
	if (!polygon.length || opacity <= 0) return [];
	return [
		{
			type: 'path',
			key: 'zone',
			d: groundPath(
				polygon.map(([x, y]): Point => [x + dx, y + dy]),
				camera
			),
			stroke: 'signal',
			width: 2,
			dash: '10 7',
			opacity
		}
	];
}

/** The count on a paper slip tied to the corner of the outline. */
function counter(c: SceneContext, camera: Camera, n: number, opacity: number, [dx, dy]: Point = [0, 0]): Mark[] {
	const polygon = polygonOf(c);
	if (!polygon.length || opacity <= 0) return [];
	const small = phone(c);
	const corners = polygon.map(([x, y]) => groundPoint(x + dx, y + dy, camera));
	const top = Math.min(...corners.map((p) => p.y));
	const corner = corners.filter((p) => p.y < top + 4).sort((a, b) => b.x - a.x)[0];
	const size = small ? 26 : 46;
	const words = small ? 12 : 15;
	const says = c.say('counted');
	const w = Math.max(measure(String(n), size, 'mono'), measure(says, words, 'mono')) + (small ? 14 : 24);
	const h = size + words + (small ? 14 : 22);
	const { free } = c.view;
	const x = Math.max(free.x, Math.min(free.x + free.w - w, corner.x - w * 0.5));
	// Clear of the heads under it, and of the tram's roof.
	const clear = corner.k * 4.3 * camera.cos;
	const y = Math.max(free.y, corner.y - clear - h - (small ? 12 : 24));
	return [
		{
			type: 'line',
			key: 'counter-tie',
			x1: corner.x,
			y1: corner.y,
			x2: Math.max(x + 8, Math.min(x + w - 8, corner.x)),
			y2: y + h,
			stroke: 'signal',
			width: 1.6,
			opacity
		},
		{ type: 'rect', key: 'counter-back', x, y, w, h, fill: 'paper', stroke: 'signal', width: 1.6, opacity },
		letter('counter', 'mono', x + w / 2, y + size * 0.95, size, String(n), {
			anchor: 'middle',
			fill: 'signal-text',
			opacity
		}),
		letter('counter-says', 'mono', x + w / 2, y + h - (small ? 7 : 11), words, says, {
			anchor: 'middle',
			fill: 'signal-text',
			opacity
		})
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
	const h = small ? 82 : 150;
	const top = f.y + f.h - h - (small ? -4 : 4);
	const x = scaleLinear([0, list.length], [f.x + 34, f.x + f.w - 14]);
	const most = Math.max(count + 2, ...list);
	const y = scaleLinear([0, most], [top + h - 24, top + (small ? 22 : 34)]);
	let d = '';
	for (let i = 0; i < list.length; i += 12)
		d += `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(Math.max(...list.subarray(i, i + 12))).toFixed(1)}`;
	const sounded = soundings(c.recording, ZONE, count, hold);
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
		letter(
			'time-says',
			'mono',
			f.x + 10,
			top + (small ? 10 : 16),
			small ? 12 : 14,
			c.say('time.says', { n: count, s: hold, times: sounded.length }),
			{
				fill: 'signal-text',
				opacity: t
			}
		),
		...sounded.map((s, i): Mark => ({
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
		letter('count-limit-text', 'mono', x(0) - 5, y(count) + 4, 12, String(count), {
			anchor: 'end',
			fill: 'signal-text',
			opacity: t
		}),
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
		marks.push(
			letter(`minute-${m}`, 'mono', x(m * 60 * c.recording.fps), top + h - 6, 12, c.say('minute', { m }), {
				anchor: m === 4 ? 'end' : 'middle',
				opacity: t
			})
		);
	return marks;
}

interface Someone {
	key: string;
	coat: string;
	hair: string;
}

const looks = (c: SceneContext, people: Counted[]): Someone[] =>
	people.map((q, i) => {
		const look = c.recording.street.people[q.person]?.look;
		return {
			key: `who-${q.id}`,
			coat: look?.coat ?? COATS[i % COATS.length],
			hair: look?.hair ?? HAIR[i % HAIR.length]
		};
	});

/** From far above bodies are drawn a little larger than life, so that coats can be told apart. */
const larger = (scale: number): number => scale * mix(1.45, 1, span(scale, 52, 110));

/** A body seen from straight above: shoulders and head. `turned` 0 faces up or down the stage, 1 along it. */
function seenFromAbove(
	who: Someone,
	x: number,
	y: number,
	scale: number,
	counted: number,
	opacity: number,
	turned = 0
): Mark {
	const k = larger(scale);
	const rx = (mix(BODY.rx, BODY.ry, turned) * k).toFixed(1);
	const ry = (mix(BODY.ry, BODY.rx, turned) * k).toFixed(1);
	return {
		type: 'group',
		key: who.key,
		x,
		y,
		opacity,
		children: [
			{
				type: 'path',
				key: 'body',
				d: `M-${rx} 0A${rx} ${ry} 0 1 1 ${rx} 0A${rx} ${ry} 0 1 1 -${rx} 0Z`,
				fill: who.coat,
				stroke: counted > 0.5 ? 'signal' : 'ink',
				width: Math.max(1, Math.min(2, k / 30))
			},
			{
				type: 'circle',
				key: 'head',
				x: 0,
				y: 0,
				r: 0.085 * k,
				fill: who.hair,
				stroke: 'ink',
				width: Math.max(0.6, Math.min(1.4, k / 45))
			}
		]
	};
}

/** Red where points stand close, its contours growing from the densest outwards. */
function heatMarks(c: SceneContext, points: Point[], k: number, grown: number): Mark[] {
	if (grown <= 0 || points.length === 0) return [];
	const pad = 2.6 * k;
	const x0 = Math.min(...points.map((p) => p[0])) - pad;
	const y0 = Math.min(...points.map((p) => p[1])) - pad;
	const w = Math.max(...points.map((p) => p[0])) + pad - x0;
	const h = Math.max(...points.map((p) => p[1])) + pad - y0;
	const levels = heat(
		points.map(([x, y]): Point => [x - x0, y - y0]),
		w,
		h,
		0.62 * k
	);
	return levels.map((level, i): Mark => ({
		type: 'group',
		key: `heat-${i}`,
		x: x0,
		y: y0,
		opacity: ease(
			grown,
			(0.6 * (levels.length - 1 - i)) / levels.length,
			(0.6 * (levels.length - 1 - i)) / levels.length + 0.4
		),
		children: [
			{ type: 'path', key: 'd', d: path(level.d), fill: 'signal', fillOpacity: 0.085, stroke: 'signal', width: 0.8 }
		]
	}));
}

/** Step 1: the outline, the boxes in it, and their number, as the tram comes. */
function counting(c: SceneContext): Frame {
	const t = c.progress;
	const { near, zoom } = staging(c);
	const at = mix(openingFrame(c.recording), peakOf(c.recording), ease(t, 0.02, 0.86));
	const camera = mixCameras(openingCamera(c.view), lookAt(c, MAST, zoom, middleOf(c), near), ease(t, 0, 0.34));
	const polygon = polygonOf(c);
	const within = new Set(
		c.recording
			.boxesAt(at)
			.filter((b) => {
				const g = footOf(c.recording.camera, b);
				return g && inside(polygon, g[0], g[1]);
			})
			.map((b) => b.id)
	);
	return {
		night: 0,
		ink: [{ type: 'street', camera, at, drained: 0.7 * ease(t, 0, 0.2), veil: 0.2 * ease(t, 0, 0.2) }],
		marks: [
			...zoneMarks(c, camera, ease(t, 0.08, 0.22)),
			...boxMarks(c.recording, at, camera, { hot: (b) => within.has(b.id), opacity: ease(t, 0.16, 0.3) }),
			...counter(c, camera, within.size, ease(t, 0.2, 0.34))
		],
		subject: [zoneRect(c, camera)],
		says: c.say('says.count', { n: within.size })
	};
}

/** Where the outline lies on the stage. */
function zoneRect(c: SceneContext, camera: Camera, [dx, dy]: Point = [0, 0]): Rect {
	const points = polygonOf(c).map(([x, y]) => groundPoint(x + dx, y + dy, camera));
	if (!points.length) return c.view.free;
	const x = Math.min(...points.map((p) => p.x));
	const y = Math.min(...points.map((p) => p.y));
	return { x, y, w: Math.max(...points.map((p) => p.x)) - x, h: Math.max(...points.map((p) => p.y)) - y };
}

/** Step 2: the camera rises over the stop; people become what the rule has of them, a place on the ground. */
function rising(c: SceneContext): Frame {
	const t = c.progress;
	const at = peakOf(c.recording);
	const { near, down, zoom, k } = staging(c);
	const up = ease(t, 0.02, 0.42);
	const whole = frameFreely(c.view, PLAN, 1, [0.5, 0.5], { x: 0, y: 0 });
	const camera = lookAt(c, between(MAST, PLAN, up), mix(zoom, (k * PLAN.z) / whole.f, up), middleOf(c), {
		x: mix(near.x, down.x, up),
		y: mix(near.y, down.y, up)
	});
	const { inside: counted, outside } = countedAt(c.recording, at);
	const arrived = ease(t, 0.34, 0.44);
	const place = (q: Counted): Point => {
		const p = groundPoint(q.x, q.y, camera);
		return [p.x, p.y];
	};
	const ink: Ink[] = [{ type: 'street', camera, at, drained: 0.7, veil: 0.2, ...(arrived >= 1 ? { only: [] } : {}) }];
	const n = pointsIn(c.recording, at, ZONE).length;
	return {
		night: 0,
		ink,
		marks: [
			...heatMarks(c, counted.map(place), k, ease(t, 0.42, 0.66)),
			...zoneMarks(c, camera, 1),
			...(up === 0 ? boxMarks(c.recording, at, camera, { hot: (b) => counted.some((q) => q.id === b.id) }) : []),
			...looks(c, outside).map((who, i) => seenFromAbove(who, ...place(outside[i]), k, 0, arrived * 0.55)),
			...looks(c, counted).map((who, i) => seenFromAbove(who, ...place(counted[i]), k, 1, arrived)),
			...counter(c, camera, n, 1),
			...timeMarks(c, at, ease(t, 0.44, 0.56) * (1 - ease(t, 0.95, 1)))
		],
		subject: [zoneRect(c, camera)],
		says: c.say('says.count', { n })
	};
}

/** Step 3: the same people, taken to the bakery, then into a march; the outline goes with them and reads the same. */
function regrouping(c: SceneContext): Frame {
	const t = c.progress;
	const at = peakOf(c.recording);
	const { down, k } = staging(c);
	const small = phone(c);
	const { inside: counted, outside } = countedAt(c.recording, at);
	const { queue, march } = situations(counted.length);
	const middle = middleOf(c);
	const toQueue = span(t, 0.16, 0.4);
	const toMarch = span(t, 0.58, 0.82);
	const centre: Point = [
		mix(mix(middle[0], queue.centre[0], ease(toQueue)), march.centre[0], ease(toMarch)),
		mix(mix(middle[1], queue.centre[1], ease(toQueue)), march.centre[1], ease(toMarch))
	];
	const camera = above(c, k, centre, down);
	const moved: Point = [centre[0] - middle[0], centre[1] - middle[1]];
	const walk = 0.9 * span(t, 0.82, 1);
	const places = counted.map((q, i): Point => {
		const a = stagger(toQueue, i, counted.length, 0.85);
		const b = stagger(toMarch, i, counted.length, 0.85);
		const p = groundPoint(
			mix(mix(q.x, queue.places[i][0], a), march.places[i][0], b) + walk,
			mix(mix(q.y, queue.places[i][1], a), march.places[i][1], b),
			camera
		);
		return [p.x, p.y];
	});
	const alone = 1 - ease(t, 0, 0.1);
	const marks: Mark[] = [
		...heatMarks(c, places, k, 1),
		...zoneMarks(c, camera, 1, moved),
		...looks(c, alone > 0 ? outside : []).map((who, i) => {
			const p = groundPoint(outside[i].x, outside[i].y, camera);
			return seenFromAbove(who, p.x, p.y, k, 0, alone * 0.55);
		}),
		...prints(places, k, ease(t, 0.72, 0.84), walk),
		// They turn towards the counter, and stay turned: the march goes the same way.
		...looks(c, counted).map((who, i) =>
			seenFromAbove(who, ...places[i], k, 1, 1, stagger(toQueue, i, counted.length, 0.85))
		),
		...banners(places, k, ease(t, 0.76, 0.84)),
		...counter(c, camera, counted.length, 1, moved)
	];
	// What the rule says of each of the three, one slip a situation.
	const f = c.view.free;
	const gap = small ? 6 : 14;
	const w = (f.w - 2 * gap) / 3;
	const h = small ? 74 : 104;
	const y = f.y + f.h - h + (small ? 6 : 0);
	(
		[
			['tram', 0.04],
			['queue', 0.38],
			['march', 0.8]
		] as const
	).forEach(([key, from], i) => {
		const shown = ease(t, from, from + 0.08);
		if (shown <= 0) return;
		const x = f.x + i * (w + gap);
		const size = small ? 14 : 22;
		const lines = wrap(c.say(`situation.${key}`), size, 'grot', w - (small ? 10 : 24));
		marks.push({
			type: 'group',
			key: `situation-${key}`,
			y: (1 - shown) * 40,
			opacity: shown,
			children: [
				{ type: 'rect', key: 'back', x, y, w, h, fill: 'paper', stroke: 'ink', width: 1.5 },
				...lines.map((text, l) =>
					letter(`name-${l}`, 'grot', x + (small ? 6 : 14), y + size * 1.25 + l * size * 1.08, size, text)
				),
				letter(
					'same',
					'mono',
					x + (small ? 6 : 14),
					y + h - (small ? 9 : 16),
					small ? 12 : 14,
					c.say(w < 270 ? 'situation.count.short' : 'situation.count', { n: counted.length }),
					{ fill: 'signal-text' }
				)
			]
		});
	});
	return {
		night: 0,
		ink: [{ type: 'street', camera, at, drained: 0.7, veil: 0.2, only: [] }],
		marks,
		subject: [zoneRect(c, camera, moved)],
		says: c.say('says.three', { n: counted.length })
	};
}

/** Where each of the march has just walked: two rows of steps, paling backwards. */
function prints(places: Point[], k: number, opacity: number, walk: number): Mark[] {
	if (opacity <= 0) return [];
	const step = 0.55 * k;
	const shown = 2 + Math.round(walk * 2);
	return Array.from({ length: shown }, (_, back): Mark => ({
		type: 'path',
		key: `print-${back}`,
		d: places
			.map(([x, y]) => {
				const px = x - (back + 0.9) * step;
				const py = y + (back % 2 ? 0.13 : -0.13) * k;
				return `M${px.toFixed(1)} ${py.toFixed(1)}h${(0.2 * k).toFixed(1)}`;
			})
			.join(''),
		stroke: 'ink',
		width: Math.max(2, 0.085 * k),
		round: true,
		opacity: 0.34 * opacity * (1 - back / (shown + 1))
	}));
}

/** Cloths, boards and flags of the march, by the place of who carries them, seen from above and a little from the front. */
const CLOTHS = {
	front: '#FFFFFF',
	second: '#E8B23A',
	boards: ['#FFFFFF', '#DCE6E2', '#F3DFA0'],
	flags: ['#46685E', '#5E7FA3']
};

/** What makes nine people a march: a banner across the first rank, a second behind, boards and flags over heads. */
function banners(places: Point[], k: number, opacity: number): Mark[] {
	if (opacity <= 0 || places.length < 2 * ABREAST) return [];
	const m = larger(k);
	const n = (v: number): string => v.toFixed(1);
	const marks: Mark[] = [];
	const shape = (key: string, d: string, fill: string, width = 1.5): void => {
		marks.push({ type: 'path', key, d, fill, stroke: 'ink', width, round: true, opacity });
	};
	const line = (key: string, d: string, width: number): void => {
		marks.push({ type: 'path', key, d, stroke: 'ink', width, round: true, opacity });
	};
	const rank = (r: number): Point[] => places.slice(r * ABREAST, (r + 1) * ABREAST);
	// A cloth across the way, its lower edge at the hands, bellied by the walk, with lines of paint nobody can read from here.
	const cloth = (key: string, own: Point[], high: number, fill: string): void => {
		const x = Math.max(...own.map((p) => p[0])) + 0.34 * m;
		const y0 = Math.min(...own.map((p) => p[1])) - 0.42 * m;
		const y1 = Math.max(...own.map((p) => p[1])) + 0.42 * m;
		const middle = (y0 + y1) / 2;
		const belly = 0.2 * m;
		const at = (share: number) => x + share * high * m;
		const edge = (share: number, from: number, to: number) =>
			`${n(at(share))} ${n(from)}Q${n(at(share) + belly)} ${n(middle)} ${n(at(share))} ${n(to)}`;
		line(
			`${key}-arms`,
			own
				.map(
					(p) =>
						`M${n(p[0])} ${n(p[1] - 0.16 * m)}L${n(at(0.2))} ${n(p[1] - 0.16 * m)}M${n(p[0])} ${n(p[1] + 0.16 * m)}L${n(at(0.2))} ${n(p[1] + 0.16 * m)}`
				)
				.join(''),
			Math.max(2.5, 0.075 * m)
		);
		shape(key, `M${edge(0, y0, y1)}L${edge(1, y1, y0)}Z`, fill, 1.8);
		const inset = 0.24 * m;
		line(
			`${key}-paint`,
			[0.36, 0.68].map((s) => `M${edge(s, y0 + inset, y1 - inset)}`).join(''),
			Math.max(1.6, 0.09 * m)
		);
		line(
			`${key}-poles`,
			[y0, y1].map((y) => `M${n(at(-0.5))} ${n(y)}L${n(at(1.12))} ${n(y)}`).join(''),
			Math.max(2.4, 0.07 * m)
		);
	};
	cloth('banner-0', rank(0), 0.72, CLOTHS.front);
	if (places.length >= 3 * ABREAST) cloth('banner-1', rank(2).slice(0, 2), 0.5, CLOTHS.second);
	rank(1).forEach(([x, y], i) => {
		const bx = x + 0.46 * m;
		const by = y + (i - 1) * 0.1 * m;
		const [w, h] = [0.3 * m, 0.24 * m];
		const lean = 0.06 * m * (i - 1);
		line(`board-${i}-stick`, `M${n(x + 0.1 * m)} ${n(y + 0.16 * m)}L${n(bx)} ${n(by)}`, Math.max(2, 0.055 * m));
		shape(
			`board-${i}`,
			`M${n(bx - w * 0.3)} ${n(by - h - lean)}L${n(bx + w)} ${n(by - h + lean)}L${n(bx + w)} ${n(by + h + lean)}L${n(bx - w * 0.3)} ${n(by + h - lean)}Z`,
			CLOTHS.boards[i % 3]
		);
		line(
			`board-${i}-paint`,
			`M${n(bx + w * 0.1)} ${n(by - h * 0.6)}V${n(by + h * 0.6)}M${n(bx + w * 0.55)} ${n(by - h * 0.6)}V${n(by + h * 0.3)}`,
			Math.max(1.4, 0.06 * m)
		);
	});
	// Flags fly backwards from poles held high.
	for (const [i, who] of [2 * ABREAST + 2, ABREAST].entries()) {
		const p = places[who];
		if (!p) continue;
		const side = i ? 1 : -1;
		const [x, y] = [p[0] + 0.1 * m, p[1] + side * 0.24 * m];
		const [tx, ty] = [x + 0.42 * m, y + side * 0.3 * m];
		line(`flag-${i}-pole`, `M${n(x)} ${n(y)}L${n(tx)} ${n(ty)}`, Math.max(2, 0.055 * m));
		const l = 1.05 * m;
		const h = side * 0.36 * m;
		shape(
			`flag-${i}`,
			`M${n(tx)} ${n(ty)}C${n(tx - l * 0.35)} ${n(ty - h * 0.35)} ${n(tx - l * 0.6)} ${n(ty + h * 0.5)} ${n(tx - l)} ${n(ty + h * 0.1)}L${n(tx - l * 0.98)} ${n(ty + h * 0.95)}C${n(tx - l * 0.6)} ${n(ty + h * 1.35)} ${n(tx - l * 0.35)} ${n(ty + h * 0.45)} ${n(tx)} ${n(ty + h * 0.85)}Z`,
			CLOTHS.flags[i]
		);
	}
	return marks;
}

/** When each degree is reached and left, along the fourth step. */
const DEGREES = [0.16, 0.3, 0.46, 0.64, 0.84];

/** Where the square of three metres stands, and how large. */
function squareOf(c: SceneContext): Rect {
	const f = c.view.free;
	const small = phone(c);
	const side = small ? Math.min(f.w * 0.66, f.h - 92) : Math.min(f.h - 70, f.w * 0.62, 600);
	return { x: f.x + (small ? 0 : 4), y: f.y + (small ? 4 : (f.h - side) / 2 - 14), w: side, h: side };
}

/** Step 4: people are added to nine square metres, to the scale they are drawn at, until they touch. */
function pressing(c: SceneContext): Frame {
	const t = c.progress;
	const small = phone(c);
	const f = c.view.free;
	const { inside: counted } = countedAt(c.recording, peakOf(c.recording));
	const { march } = situations(counted.length);
	const square = squareOf(c);
	const come = ease(t, 0.02, 0.16);
	const { down, k } = staging(c);
	const scale = square.w / SIDE;
	const centre: Point = march.centre;
	const camera = above(c, mix(k, scale, come), centre, {
		x: mix(down.x, square.x + square.w / 2, come),
		y: mix(down.y, square.y + square.h / 2, come)
	});
	const kNow = mix(k, scale, come);
	const { bodies, n } = crowdAt(c, t, counted, square);
	const first = looks(c, counted);
	const marks: Mark[] = [
		{ type: 'rect', key: 'square', ...square, fill: 'ground', stroke: 'ink', width: 2, opacity: come },
		...[1, 2].flatMap((m): Mark[] => [
			{
				type: 'line',
				key: `metre-x${m}`,
				x1: square.x + m * scale,
				x2: square.x + m * scale,
				y1: square.y,
				y2: square.y + square.h,
				stroke: 'ink',
				width: 1,
				dash: '4 6',
				opacity: 0.35 * come
			},
			{
				type: 'line',
				key: `metre-y${m}`,
				x1: square.x,
				x2: square.x + square.w,
				y1: square.y + m * scale,
				y2: square.y + m * scale,
				stroke: 'ink',
				width: 1,
				dash: '4 6',
				opacity: 0.35 * come
			}
		])
	];
	const leaving = 1 - ease(t, 0, 0.08);
	marks.push(...zoneMarks(c, camera, leaving, [centre[0] - middleOf(c)[0], centre[1] - middleOf(c)[1]]));
	const counters = counter(c, camera, counted.length, leaving, [
		centre[0] - middleOf(c)[0],
		centre[1] - middleOf(c)[1]
	]);
	marks.push(...counters);
	bodies.forEach((b, i) => {
		const from = i < counted.length ? groundPoint(march.places[i][0] + 0.9, march.places[i][1], camera) : null;
		const who = first[i] ?? { key: `more-${i}`, coat: COATS[(i * 3) % COATS.length], hair: HAIR[i % HAIR.length] };
		marks.push(
			seenFromAbove(
				who,
				from ? mix(from.x, b.x, come) : b.x,
				from ? mix(from.y, b.y, come) : b.y,
				kNow,
				i < counted.length && come < 0.5 ? 1 : 0,
				b.in,
				from ? 1 - come : 0
			)
		);
	});
	// What they carried is laid down as they come.
	if (leaving > 0)
		marks.push(
			...banners(
				march.places.map(([x, y]): Point => {
					const p = groundPoint(x + 0.9, y, camera);
					return [p.x, p.y];
				}),
				kNow,
				leaving
			)
		);
	marks.push(...densityScale(c, square, n / (SIDE * SIDE), t, come));
	if (small) {
		const level = [...DANGER].reverse().find((d) => n / 9 >= d.density - 0.12);
		const says = level ? c.say(`danger.${level.key}`) : c.say('danger.none');
		marks.push(
			...letters('danger-now', 'news', f.x, square.y + square.h + 54, 17, says, f.w, {
				opacity: come,
				fact: 'f24'
			} as Record<string, unknown>)
		);
	}
	marks.push(
		letter(
			'metres',
			'mono',
			square.x,
			square.y + square.h + (small ? 26 : 44),
			small ? 12 : 15,
			c.say('square.says', { n: Math.round(n) }),
			{ opacity: come }
		)
	);
	return {
		night: 0,
		ink: [{ type: 'street', camera, at: peakOf(c.recording), drained: 0.7, veil: mix(0.2, 0.55, come), only: [] }],
		marks,
		subject: [square],
		says: c.say('says.density', { d: c.number(n / 9, 1), n: Math.round(n) })
	};
}

/** Bodies in the square at a place in the step: their pixels and how far they have come in. */
function crowdAt(
	c: SceneContext,
	t: number,
	counted: Counted[],
	square: Rect
): { bodies: { x: number; y: number; in: number }[]; n: number } {
	const list = crowding(counted.length);
	let step = 0;
	while (step < list.length - 2 && t > DEGREES[step + 1]) step++;
	const a = list[step];
	const b = list[step + 1];
	const go = span(t, DEGREES[step] + 0.02, DEGREES[step + 1] - 0.02);
	const scale = square.w / SIDE;
	const bodies: { x: number; y: number; in: number }[] = [];
	let n = a.n;
	for (let i = 0; i < b.n; i++) {
		const [bx, by] = b.at[i];
		if (i < a.n) {
			const s = ease(go);
			bodies.push({
				x: square.x + mix(a.at[i][0], bx, s) * scale,
				y: square.y + mix(a.at[i][1], by, s) * scale,
				in: 1
			});
			continue;
		}
		const s = stagger(go, i - a.n, b.n - a.n, 0.8);
		if (s <= 0) continue;
		n += s;
		// In from the nearest side.
		const sides: Point[] = [
			[-0.5, by],
			[SIDE + 0.5, by],
			[bx, -0.5],
			[bx, SIDE + 0.5]
		];
		const from = sides.reduce((p, q) => (Math.hypot(q[0] - bx, q[1] - by) < Math.hypot(p[0] - bx, p[1] - by) ? q : p));
		bodies.push({
			x: square.x + mix(from[0], bx, s) * scale,
			y: square.y + mix(from[1], by, s) * scale,
			in: ease(s, 0, 0.3)
		});
	}
	return { bodies, n };
}

/** Fruin's scale beside the square; the tram stop's own density, at the moment the rule sounds, on the same scale. */
function densityScale(c: SceneContext, square: Rect, density: number, t: number, opacity: number): Mark[] {
	const small = phone(c);
	const f = c.view.free;
	const x = square.x + square.w + (small ? 20 : 46);
	const y = scaleLinear([0, 7.6], [square.y + square.h, square.y]);
	const size = small ? 13 : 18;
	const room = f.x + f.w - x - (small ? 12 : 24);
	const marks: Mark[] = [
		{ type: 'line', key: 'axis', x1: x, x2: x, y1: y(0), y2: y(7.6), stroke: 'ink', width: 1.8, opacity },
		{
			type: 'line',
			key: 'axis-now',
			x1: x,
			x2: x,
			y1: y(0),
			y2: y(density),
			stroke: 'ink',
			width: small ? 7 : 11,
			opacity
		},
		{
			type: 'path',
			key: 'axis-hand',
			d: `M${x - (small ? 5 : 8)} ${y(density)}l${small ? -9 : -14} ${small ? -6 : -9}v${small ? 12 : 18}Z`,
			fill: 'ink',
			opacity
		}
	];
	DANGER.forEach((level, i) => {
		const reached = density >= level.density - 0.02;
		marks.push(
			{
				type: 'line',
				key: `level-${i}`,
				x1: x - 6,
				x2: x + 10,
				y1: y(level.density),
				y2: y(level.density),
				stroke: 'ink',
				width: reached ? 2.4 : 1.4,
				opacity
			},
			letter(
				`density-${i}`,
				'mono',
				x + (small ? 14 : 18),
				y(level.density) + 5,
				size,
				c.say(small ? 'density.short' : 'density', { d: c.number(level.density, 2) }),
				{
					opacity: opacity * (reached ? 1 : 0.55),
					fact: 'f24'
				} as Record<string, unknown>
			)
		);
		if (!small)
			marks.push(
				...letters(
					`danger-${i}`,
					'news',
					x + 18,
					y(level.density) + (room < 190 ? 21 : 27),
					room < 190 ? 14.5 : 18,
					c.say(`danger.${level.key}`),
					room,
					{
						opacity: opacity * ease(density, level.density - 0.35, level.density)
					}
				)
			);
	});
	// What the rule sounded for.
	const own =
		peakOf(c.recording) >= 0 && zoneArea(c.recording) > 0
			? countsOf(c.recording, ZONE)[peakOf(c.recording)] / zoneArea(c.recording)
			: 0;
	const shown = opacity * ease(t, 0.14, 0.2);
	const text = c.say(small ? 'own.density.short' : 'own.density', { d: c.number(own, 1) });
	marks.push(
		{
			type: 'line',
			key: 'own',
			x1: x - 6,
			x2: x + 10,
			y1: y(own),
			y2: y(own),
			stroke: 'signal',
			width: 3,
			opacity: shown
		},
		...letters('own-says', 'mono', x + (small ? 14 : 18), y(own) - (small ? 12 : 2), small ? 12 : 14, text, room, {
			fill: 'signal-text',
			opacity: shown
		})
	);
	return marks;
}

/** The three who linger, brought beside the text. */
function byTeens(c: SceneContext, at: number, home: Camera): Camera {
	const three = placePeople(c.recording, at, c.recording.camera, ['teen1', 'teen2', 'teen3']);
	if (!three.length) return home;
	const x = three.reduce((s, p) => s + p.person.x, 0) / three.length;
	const y = three.reduce((s, p) => s + p.person.y, 0) / three.length;
	const p = project(home, x, y, 0, { u: 0, v: 0, k: 0 });
	const { free, width } = c.view;
	return { ...home, u0: home.u0 + (phone(c) ? width / 2 : free.x + free.w * 0.4) - p.u };
}

/** Step 5: back to the stop, down to the mast; then the minutes run backwards to where the next chapter picks up. */
function returning(c: SceneContext): Frame {
	const t = c.progress;
	const peak = peakOf(c.recording);
	const { down, k } = staging(c);
	const { inside: counted } = countedAt(c.recording, peak);
	const square = squareOf(c);
	const scale = square.w / SIDE;
	const { march } = situations(counted.length);
	const middle = middleOf(c);
	const back = ease(t, 0.1, 0.24);
	const lower = ease(t, 0.24, 0.43);
	const home = frameSquare(c.view);
	const stay = byTeens(c, peak, home);
	const marks: Mark[] = [];
	if (lower < 1) {
		const whole = frameFreely(c.view, PLAN, 1, [0.5, 0.5], { x: 0, y: 0 });
		const centre: Point = [mix(march.centre[0], middle[0], back), mix(march.centre[1], middle[1], back)];
		const at: Spot = {
			x: mix(square.x + square.w / 2, down.x, back),
			y: mix(square.y + square.h / 2, down.y, back)
		};
		const kNow = mix(scale, k, back);
		const foot = project(stay, middle[0], middle[1], 0, { u: 0, v: 0, k: 0 });
		const camera = lookAt(
			c,
			between(PLAN, MAST, lower),
			mix((kNow * PLAN.z) / whole.f, stay.f / frameFreely(c.view, MAST, 1, [0.5, 0.5], { x: 0, y: 0 }).f, lower),
			centre,
			{ x: mix(at.x, foot.u, lower), y: mix(at.y, foot.v, lower) }
		);
		const solid = 1 - ease(lower, 0, 0.16);
		const { bodies } = crowdAt(c, 1, counted, square);
		const first = looks(c, counted);
		// They leave from the edge inwards, before the view moves: few at a time.
		const off = bodies.map((b) => Math.hypot(b.x - square.x - square.w / 2, b.y - square.y - square.h / 2));
		const turns = bodies.map((_, i) => i).slice(counted.length);
		turns.sort((a, b) => off[b] - off[a]);
		const turn = new Map(turns.map((i, rank) => [i, rank]));
		bodies.forEach((b, i) => {
			if (i >= counted.length) {
				const leave = stagger(span(t, 0, 0.13), turn.get(i) ?? 0, turns.length, 0.93);
				if (leave >= 1) return;
				const dx = b.x - (square.x + square.w / 2);
				const dy = b.y - (square.y + square.h / 2);
				const who = { key: `more-${i}`, coat: COATS[(i * 3) % COATS.length], hair: HAIR[i % HAIR.length] };
				marks.push(seenFromAbove(who, b.x + dx * leave * 1.6, b.y + dy * leave * 1.6, kNow, 0, 1 - leave));
				return;
			}
			const p = groundPoint(counted[i].x, counted[i].y, camera);
			marks.push(seenFromAbove(first[i], mix(b.x, p.x, back), mix(b.y, p.y, back), kNow, 0, solid));
		});
		return {
			night: 0,
			ink: [
				{
					type: 'street',
					camera,
					at: peak,
					drained: 0.7,
					veil: mix(0.55, 0.2, back),
					...(back < 1 ? { only: [] } : {})
				}
			],
			marks: [
				...[{ type: 'rect', key: 'square', ...square, stroke: 'ink', width: 2, opacity: 1 - ease(t, 0, 0.08) } as Mark],
				...marks
			],
			subject: [zoneRect(c, camera)],
			says: c.say('says.back')
		};
	}
	const view = mixCameras(stay, home, ease(t, 0.68, 0.78));
	const rewound = ease(t, 0.74, 0.98);
	const at = mix(peak, nextFrame(c.recording), rewound);
	const three = placePeople(c.recording, at, view, ['teen1', 'teen2', 'teen3']);
	const named = ease(t, 0.44, 0.5) * (1 - ease(t, 0.7, 0.75));
	const small = phone(c);
	const clock = clockOf(c.recording, at);
	const size = small ? 13 : 18;
	const w = measure(clock, size, 'mono') + 20;
	const f = c.view.free;
	const winding = ease(t, 0.7, 0.76) * (1 - ease(t, 0.97, 1));
	return {
		night: 0,
		ink: [{ type: 'street', camera: view, at, drained: 0.7, veil: 0.2 }],
		marks: [
			...boxMarks(c.recording, at, view, { opacity: ease(t, 0.43, 0.5) }),
			...tagMarks(
				three.map((p) => ({
					key: `tag-${p.person.key}`,
					x: p.x,
					y: p.top,
					name: c.say(`${p.person.key}.name`),
					says: small ? '' : c.say(`${p.person.key}.why`),
					shown: named
				})),
				small ? { x: 4, y: 4, w: c.view.width - 8, h: c.view.height - 8 } : f,
				small ? 14 : 18,
				190
			),
			...(winding > 0
				? [
						{
							type: 'rect',
							key: 'wind-back',
							x: f.x + f.w - w,
							y: f.y,
							w,
							h: size * 1.8,
							fill: 'paper',
							stroke: 'ink',
							width: 1.4,
							opacity: winding
						} as Mark,
						letter('wind', 'mono', f.x + f.w - w / 2, f.y + size * 1.25, size, clock, {
							anchor: 'middle',
							opacity: winding
						})
					]
				: [])
		],
		subject: three.length ? three.map(bodyRect) : undefined,
		says: c.say('says.back')
	};
}

/** A crowd as a number in an area: from the tram stop in the street to points seen from above, and back. */
export const scene: Scene = (c): Frame => {
	if (c.step === 1) return counting(c);
	if (c.step === 2) return rising(c);
	if (c.step === 3) return regrouping(c);
	return c.step === 4 ? pressing(c) : returning(c);
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
