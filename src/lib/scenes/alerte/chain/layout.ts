import { mix } from '../../../figure/motion';
import type { Rect, View } from '../../../picture/frame';
import { isLow } from '../../../picture/low';

/** The parts of the chain in the order a picture and its alert pass them. */
export const PARTS = ['camera', 'network', 'recorder', 'server', 'installer', 'operator', 'patrol'] as const;
export type Part = (typeof PARTS)[number];

/** How far each part is in the light. */
export type Lit = Record<Part, number>;

type Point = readonly [x: number, y: number];

/** The camera's length, as a share of its mast's height. */
export const CAMERA = 0.3;

/** The street with its mast on the left, the house cut open on the right, earth under both. */
export function planOf(view: View) {
	const { free: f, phone } = view;
	const wide = f.w > 1.3 * f.h;
	const ground = f.y + f.h - (phone ? 36 : Math.min(84, f.h * 0.13));
	const w = f.w * (wide ? 0.56 : phone ? 0.6 : 0.57);
	const top = f.y + (phone ? 30 : Math.min(78, f.h * 0.12));
	const house = { x: f.x + f.w - w, y: top, w, h: ground - top };
	const street = { x: f.x, y: f.y, w: f.w - w, h: ground - f.y };
	const wall = phone ? 5 : 11;
	const inner = { x: house.x + wall, w: w - 2 * wall };
	const upper = (house.h - 3 * wall) * (wide ? 0.54 : 0.52);
	const room = { x: inner.x, y: top + wall, w: inner.w, h: upper };
	const y = room.y + upper + wall;
	const h = ground - wall - y;
	const part = (inner.w - 2 * wall) / 3.1;
	const column = (from: number, share: number): Rect => ({ x: inner.x + from, y, w: part * share, h });
	const mast = { x: street.x + street.w * 0.86, h: Math.min(street.h * 0.78, street.w * 1.34) };
	const screen = screenOf(room);
	const metre = Math.min(mast.h * 0.25, street.w * 0.26);
	const arm = CAMERA * mast.h;
	// The middle of the lens as `bulletInk` draws it.
	const lens: Point = [mast.x - 1.31 * arm, ground - 0.92 * mast.h + 0.62 * arm];
	const aerial: Point = [house.x + house.w * 0.06, top - (phone ? 22 : Math.min(64, f.h * 0.1))];
	return {
		phone,
		ground,
		conduit: ground + (phone ? 14 : 30),
		/** The part of the stage the street has, up to the house. */
		street,
		house,
		/** Thickness of its walls. */
		wall,
		/** The room of screens, and the three rooms under it. */
		room,
		recorder: column(0, 1.05),
		server: column(1.05 * part + wall, 0.95),
		installer: column(2 * part + 2 * wall, 1.1),
		/** The operator's own screen in that room. */
		screen,
		/** Foot of the mast and its height. */
		mast,
		lens,
		/** Pixels a metre of the people; where Nour stands, and where the patrol's car begins. */
		metre,
		nour: street.x + metre * 0.4,
		car: { x: street.x + metre * 0.95, h: Math.min(metre * 0.82, street.w * 0.2) },
		/** Tip of the aerial on the roof. */
		aerial,
		/** Sizes of a part's name and of what is said of it: none on a phone; in a low house it would lie over what it is of. */
		name: phone ? 12.5 : Math.min(19, part / 7.2),
		note: phone || part < 104 || isLow(view) ? 0 : Math.min(15, part / 8.6)
	};
}
export type Plan = ReturnType<typeof planOf>;

/** In the middle of the room, under its name. */
function screenOf(room: Rect): Rect {
	const w = room.w * 0.42;
	const h = Math.min(w * 0.62, room.h * 0.42);
	return { x: room.x + (room.w - w) / 2, y: room.y + room.h * 0.15, w, h };
}

/** Where the operator sits in the room: middle of the chair at the floor, and pixels a unit. */
export const seatIn = ({ room: r }: Plan) => ({ x: r.x + r.w / 2, y: r.y + r.h, scale: (r.h * 0.5) / 322 });

/** The two answers at the foot of that screen. */
export const answersOn = ({ screen: s }: Plan): Rect[] => {
	const [w, h] = [s.w * 0.2, s.h * 0.1];
	return [2.3, 1.15].map((from) => ({ x: s.x + s.w - from * w, y: s.y + s.h - h * 1.25, w, h }));
};

const middle = (r: Rect): number => r.x + r.w / 2;

/** How high in its rack a machine takes its cable in. */
export const port = ({ recorder: r }: Plan): number => r.y + r.h * 0.78;

/** The ways of the chain: pictures to the recorder and the server, an alert to the screen, a call to the patrol. */
export function routes(p: Plan): Record<'toRecorder' | 'toServer' | 'toScreen' | 'toPatrol', Point[]> {
	const root: Point = [p.mast.x, p.ground - 0.92 * p.mast.h];
	const rec = middle(p.recorder);
	const ser = middle(p.server);
	// Up inside walls, and under the screens.
	const shaft = p.server.x - p.wall / 2;
	const floor = p.server.y - p.wall / 2;
	const riser = p.room.x - p.wall / 2;
	const under = p.screen.y + p.screen.h + (p.phone ? 5 : 11);
	const out = port(p) - p.server.h * 0.08;
	const end = p.screen.x + p.screen.w * 0.16;
	return {
		toRecorder: [root, [p.mast.x, p.conduit], [rec, p.conduit], [rec, port(p)]],
		toServer: [
			[rec, port(p)],
			[ser, port(p)]
		],
		toScreen: [
			[ser, port(p)],
			[ser, out],
			[shaft, out],
			[shaft, floor],
			[riser, floor],
			[riser, under],
			[end, under],
			[end, p.screen.y + p.screen.h * 0.86]
		],
		toPatrol: call(p)
	};
}

/** A call over the air, down between house and mast and under the camera to the lamp of the car; in short pieces. */
function call({ aerial, house, mast, car, ground }: Plan): Point[] {
	const gap = mix(mast.x, house.x, 0.42);
	const bow: Point[] = [
		aerial,
		[gap, aerial[1] - 6],
		[gap, ground - car.h * 1.25],
		[car.x + car.h * 1.05, ground - car.h * 1.02]
	];
	/** De Casteljau. */
	const at = (points: Point[], t: number): Point => {
		if (points.length === 1) return points[0];
		const between = points.slice(1).map(([x, y], i): Point => [mix(points[i][0], x, t), mix(points[i][1], y, t)]);
		return at(between, t);
	};
	return Array.from({ length: 29 }, (_, i) => at(bow, i / 28));
}

/** The point a share of the way along. */
export const pointAt = (way: Point[], share: number): Point => cut(way, share).at(-1)!;

/** The way up to a share of its length. */
export function cut(way: Point[], share: number): Point[] {
	const lengths = way.slice(1).map(([x, y], i) => Math.hypot(x - way[i][0], y - way[i][1]));
	let left = share * lengths.reduce((a, b) => a + b, 0);
	const out: Point[] = [way[0]];
	for (let i = 0; i < lengths.length && left > 0; i++) {
		const t = Math.min(1, left / lengths[i]);
		out.push([mix(way[i][0], way[i + 1][0], t), mix(way[i][1], way[i + 1][1], t)]);
		left -= lengths[i];
	}
	return out;
}

export const line = (way: readonly Point[]): string =>
	way.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
