import type { Camera } from '../../camera/camera';
import { beforeAlert } from '../../centre/queue';
import { clockMarks } from '../../figure/boxes';
import { curve } from '../../figure/curve';
import { mixRects } from '../../figure/inset';
import { letter, measure } from '../../figure/text';
import { box, path } from '../../figure/marks';
import { ease, mix, stagger } from '../../figure/motion';
import { spread } from '../../figure/spread';
import { bodyRect, placePeople, viewBox } from '../../figure/square';
import { groundPoint } from '../../figure/trails';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { brick } from './brick';
import { BRICKS, type Brick } from './data';
import type { Layout } from './layout';
import { ofNour } from './square';

/** `heads` stays 1 once the blocks stand over the matrix; `spread` is 0 again when they are large at the end. */
type Moment = Record<'lifted' | 'spread' | 'heads', number>;

/** A name: how far right of its column's middle it stands at the head, and its lines there. */
type Name = { x: number; lines: string[] };

/** How far a name at the head of a column may stand from it, pixels. */
const ASIDE = 9;

/** Size of a name at the head of a wide stage's column. */
const headSize = (layout: Layout): number => Math.max(12, Math.min(13, layout.cells.what.w * 0.36));

/** The five blocks: each made of the thing on the square it stands for, then at the head of the matrix. */
export function blocks(c: SceneContext, layout: Layout, camera: Camera, m: Moment): Layer {
	const flights = m.lifted < 1 ? flightsOf(c, camera) : null;
	const names = headNames(c, layout);
	const [large, small] = c.view.phone ? [13, 12] : [Math.max(13, Math.min(19, c.view.free.w / 42)), headSize(layout)];
	const size = mix(large, small, m.spread);
	return {
		marks: BRICKS.flatMap((kind, i) => {
			const t = stagger(m.lifted, i, BRICKS.length, 0.62);
			const rect = mixRects(layout.large[kind], layout.columns[kind], m.spread);
			const seen = ease(t, 0, 0.1) * (1 - ease(t, 0.8, 1));
			const flight = flights && t > 0 && t < 1 ? flights[kind](rect, ease(t, 0.05, 0.8), seen) : [];
			const opacity = ease(t, 0.7, 0.9);
			if (opacity <= 0) return flight;
			const block = brick(`brick.${kind}`, kind, rect.x, rect.y, rect.w, rect.h, opacity);
			return [...flight, block, ...named(c, kind, names[i], rect, size, ease(t, 0.8, 1), m)];
		})
	};
}

/** The name under a block, and under it on a wide stage what the block is. */
function named(c: SceneContext, kind: Brick, name: Name, rect: Rect, size: number, shown: number, m: Moment): Mark[] {
	const { phone } = c.view;
	const opacity = shown * (phone ? 1 - ease(m.spread, 0.5, 1) : 1);
	if (opacity <= 0) return [];
	const middle = rect.x + rect.w / 2;
	const below = rect.y + rect.h;
	// A name of two lines parts as it goes to its place at the head.
	const lines = name.lines.length < 2 || m.spread < 0.5 ? [c.say(`brick.${kind}`)] : name.lines;
	const x = middle + name.x * m.spread;
	const look = { anchor: 'middle', halo: 'paper', weight: 700, opacity } as const;
	const marks = lines.map((text, n) =>
		letter(`name.${kind}${n || ''}`, 'grot', x, below + size * 1.08 + n * size * 0.98, size, text, look)
	);
	const gloss = opacity * (1 - ease(m.heads, 0, 0.3));
	if (gloss <= 0 || phone) return marks;
	const small = Math.max(13, size * 0.82);
	const glossed = { anchor: 'middle', opacity: gloss, halo: 'paper' } as const;
	return [
		...marks,
		letter(`gloss.${kind}`, 'news', middle, below + size * 2.2, small, c.say(`gloss.${kind}`), glossed)
	];
}

/**
 * The names at the heads of the columns: pushed apart a little where they would touch, on two lines where that is not
 * enough.
 */
function headNames(c: SceneContext, layout: Layout): Name[] {
	const names = BRICKS.map((kind) => c.say(`brick.${kind}`));
	if (c.view.phone) return names.map((name) => ({ x: 0, lines: [name] }));
	const wide = names.map((name) => measure(name, headSize(layout), 'grot') + 5);
	const middles = BRICKS.map((kind) => layout.columns[kind].x + layout.columns[kind].w / 2);
	const wanted = middles.map((x, i) => x - wide[i] / 2);
	const lefts = spread(wanted, wide, 0, c.view.width);
	const x = lefts.map((left, i) => left + wide[i] / 2 - middles[i]);
	if (x.every((d) => Math.abs(d) <= ASIDE)) return names.map((name, i) => ({ x: x[i], lines: [name] }));
	return names.map((name) => ({ x: 0, lines: name.split(' ') }));
}

/** What is on its way into a block `to`: `t` 0 where it stands, 1 in the block. */
type Flight = (to: Rect, t: number, opacity: number) => Mark[];

/** The thing on the square each block is made of, on its way into the block. */
function flightsOf(c: SceneContext, camera: Camera): Record<Brick, Flight> {
	const { body, zone, queue } = thingsOn(c, camera);
	return {
		what: (to, t, opacity) => [frame('fly.what', mixRects(body, to, t), opacity, 0.2)],
		where: (to, t, opacity) => zoneInto(zone, to, t, opacity),
		clock(to, t, opacity) {
			const x = mix(body.x + body.w + 12, to.x + to.w / 2, t);
			const y = mix(body.y + 10, to.y + to.h / 2, t);
			return clockMarks('fly.clock', x, y, mix(11, to.h * 0.4, t), 0.93).map((m) => ({ ...m, opacity }));
		},
		count: (to, t, opacity) => queueInto(queue, to, t, opacity),
		who: (to, t, opacity) => faceInto(body, to, t, opacity)
	};
}

/** The things on the square that blocks are made of: Nour's box, corners of the zone, boxes of those who queue. */
function thingsOn(c: SceneContext, camera: Camera) {
	const { recording, view } = c;
	const { free } = view;
	const at = beforeAlert(recording);
	const boxes = recording.boxesAt(at);
	const own = boxes.find(ofNour(c));
	const nour = placePeople(recording, at, camera, ['nour'])[0];
	const nowhere = { x: free.x + free.w / 2 - 12, y: free.y + free.h * 0.6, w: 24, h: 80 };
	const isBaker = (person: number) => recording.street.people[person]?.key.startsWith('baker');
	const bakers = new Set(recording.tracks.filter((t) => isBaker(t.person)).map((t) => t.id));
	return {
		body: own ? viewBox(own, camera) : nour ? bodyRect(nour) : nowhere,
		zone: (recording.zones[0]?.polygon ?? []).map(([x, y]) => groundPoint(x, y, camera)),
		queue: boxes.filter((b) => bakers.has(b.id)).map((b) => viewBox(b, camera))
	};
}

const frame = (key: string, rect: Rect, opacity: number, fill = 0): Mark =>
	box(key, rect, { fill: fill ? 'signal' : 'none', fillOpacity: fill, stroke: 'signal', width: 2.4, opacity });

function zoneInto(zone: { x: number; y: number }[], { x, y, w, h }: Rect, t: number, opacity: number): Mark[] {
	if (zone.length !== 4) return [];
	const corners = [
		[x, y + h],
		[x + w, y + h],
		[x + w, y],
		[x, y]
	];
	const d = `${curve(zone.map((p, i) => [mix(p.x, corners[i][0], t), mix(p.y, corners[i][1], t)]))}Z`;
	return [path('fly.where', d, { stroke: 'signal', width: 2.4, dash: '10 7', opacity })];
}

function queueInto(queue: Rect[], to: Rect, t: number, opacity: number): Mark[] {
	const w = to.h * 0.22;
	return queue.map((r, i) => {
		const x = to.x + to.w / 2 + (i - (queue.length - 1) / 2) * w * 1.5 - w / 2;
		return frame(`fly.count.${i}`, mixRects(r, { x, y: to.y + to.h / 2 - w, w, h: w * 2 }, t), opacity);
	});
}

/** The corners of a frame round the face. */
function faceInto(body: Rect, to: Rect, t: number, opacity: number): Mark[] {
	const face = { x: body.x + body.w * 0.22, y: body.y, w: body.w * 0.56, h: body.w * 0.56 };
	const r = mixRects(face, to, t);
	const arm = Math.min(r.w, r.h) * 0.3;
	const corner = (x: number, y: number, sx: number, sy: number) => `M${x} ${y + sy * arm}V${y}H${x + sx * arm}`;
	const d = [0, 1, 2, 3].map((i) => {
		const [right, low] = [i % 2, i < 2 ? 0 : 1];
		return corner(r.x + r.w * right, r.y + r.h * low, 1 - 2 * right, 1 - 2 * low);
	});
	return [path('fly.who', d.join(''), { stroke: 'signal', width: 2.6, opacity })];
}
