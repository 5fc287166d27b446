import type { Camera } from '../../camera/camera';
import { beforeAlert } from '../../centre/queue';
import { clockMarks } from '../../figure/boxes';
import { curve } from '../../figure/curve';
import { mixRects } from '../../figure/inset';
import { box } from '../../figure/marks';
import { mix } from '../../figure/motion';
import { bodyRect, placePeople, viewBox } from '../../figure/square';
import { groundPoint } from '../../figure/trails';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Brick } from './data';
import { ofNour } from './square';

/** The things on the square that blocks are made of, pixels of the stage. */
interface Things {
	/** Nour's box. */
	body: Rect;
	/** Corners of the zone. */
	zone: { x: number; y: number }[];
	/** Boxes of those who queue. */
	queue: Rect[];
}

/** What is on its way into a block `to`: `t` 0 where it stands, 1 in the block. */
type Flight = (to: Rect, t: number, opacity: number) => Mark[];

/** The thing on the square each block is made of, on its way into the block. */
export function flightsOf(c: SceneContext, camera: Camera): Record<Brick, Flight> {
	const things = thingsOn(c, camera);
	const { body } = things;
	return {
		what: (to, t, opacity) => [frame('fly.what', mixRects(body, to, t), opacity, 0.2)],
		where: (to, t, opacity) => zoneInto(things.zone, to, t, opacity),
		clock: (to, t, opacity) =>
			clockMarks(
				'fly.clock',
				mix(body.x + body.w + 12, to.x + to.w / 2, t),
				mix(body.y + 10, to.y + to.h / 2, t),
				mix(11, to.h * 0.4, t),
				0.93
			).map((m) => ({ ...m, opacity })),
		count: (to, t, opacity) => queueInto(things.queue, to, t, opacity),
		who: (to, t, opacity) => faceInto(body, to, t, opacity)
	};
}

function thingsOn(c: SceneContext, camera: Camera): Things {
	const { recording, view } = c;
	const { free } = view;
	const at = beforeAlert(recording);
	const boxes = recording.boxesAt(at);
	const own = boxes.find(ofNour(c));
	const nour = placePeople(recording, at, camera, ['nour'])[0];
	const bakers = new Set(
		recording.tracks.filter((t) => recording.street.people[t.person]?.key.startsWith('baker')).map((t) => t.id)
	);
	return {
		body: own
			? viewBox(own, camera)
			: nour
				? bodyRect(nour)
				: { x: free.x + free.w / 2 - 12, y: free.y + free.h * 0.6, w: 24, h: 80 },
		zone: (recording.zones[0]?.polygon ?? []).map(([x, y]) => groundPoint(x, y, camera)),
		queue: boxes.filter((b) => bakers.has(b.id)).map((b) => viewBox(b, camera))
	};
}

const frame = (key: string, rect: Rect, opacity: number, fill = 0): Mark =>
	box(key, rect, { fill: fill ? 'signal' : 'none', fillOpacity: fill, stroke: 'signal', width: 2.4, opacity });

function zoneInto(zone: Things['zone'], { x, y, w, h }: Rect, t: number, opacity: number): Mark[] {
	if (zone.length !== 4) return [];
	const corners = [
		[x, y + h],
		[x + w, y + h],
		[x + w, y],
		[x, y]
	];
	const d = `${curve(zone.map((p, i) => [mix(p.x, corners[i][0], t), mix(p.y, corners[i][1], t)]))}Z`;
	return [{ type: 'path', key: 'fly.where', d, stroke: 'signal', width: 2.4, dash: '10 7', opacity }];
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
	const d =
		corner(r.x, r.y, 1, 1) +
		corner(r.x + r.w, r.y, -1, 1) +
		corner(r.x, r.y + r.h, 1, -1) +
		corner(r.x + r.w, r.y + r.h, -1, -1);
	return [{ type: 'path', key: 'fly.who', d, stroke: 'signal', width: 2.6, opacity }];
}
